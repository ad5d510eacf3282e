/** What a client can show and do. */
import type { ClientCapabilities } from "vscode-languageserver";
import type { Fix } from "./features/codeActions";
import { type Encoding, encodingOf } from "./positions";
import { ACCEPT_WORD, ADD_OWN, CARD_SCHEME, type InitializationOptions, OPEN_CARD } from "./protocol";

/** What a client can show and do, read once from its capabilities. */
export interface Client {
  /** How it counts columns. */
  readonly encoding: Encoding;
  readonly markdownHover: boolean;
  readonly markdownDocs: boolean;
  readonly icons: boolean;
  readonly labelDetails: boolean;
  /** Whether details of a completion may be sent when the user looks at it. */
  readonly lazyDetail: boolean;
  /** Whether the completions of a list may share their range and format. */
  readonly itemDefaults: boolean;
  /** Whether a completion may have one range to insert at and another to write over. */
  readonly insertReplace: boolean;
  /** Whether completions may be struck through. */
  readonly deprecatedTag: boolean;
  readonly relatedInformation: boolean;
  /** Whether findings may be struck through. */
  readonly deprecatedFindings: boolean;
  /** Whether an edit may name the version of the note that it is for, so that it is not made in another. */
  readonly versionedEdits: boolean;
  /** The address of a heading of the README that explains a rule; nothing for clients that show no links on codes. */
  readonly help: ((heading: string) => string) | undefined;
  /** Client commands that code actions may call. */
  readonly commands: ReadonlySet<string>;
  /** Whether a folder is open. */
  readonly hasWorkspace: boolean;
  /** Whether it reads files for the server. */
  readonly readsFiles: boolean;
}

/**
 * What the client can show and do, by its capabilities and options.
 * @param readme URI of the README, for clients that do not say where the extension lies
 */
export function clientOf(
  { general, textDocument, workspace }: ClientCapabilities,
  options: InitializationOptions,
  hasWorkspace: boolean,
  readme?: string,
): Client {
  const [pulled, pushed] = [textDocument?.diagnostic, textDocument?.publishDiagnostics];
  // our own client shows a heading of the README by itself, rendered
  const home = options.extensionUri ? [`${CARD_SCHEME}:/help/`, ".md"] : readme && [`${readme}#`, ""];
  const hoverFormats = textDocument?.hover?.contentFormat;
  const item = textDocument?.completion?.completionItem;
  const docFormats = item?.documentationFormat;
  const defaults = textDocument?.completion?.completionList?.itemDefaults;
  return {
    encoding: encodingOf(general?.positionEncodings),
    markdownHover: hoverFormats?.[0] !== "plaintext",
    markdownDocs: docFormats?.[0] !== "plaintext",
    icons: options.themeIcons === true,
    labelDetails: item?.labelDetailsSupport === true,
    lazyDetail: has(item?.resolveSupport?.properties, "detail"),
    itemDefaults: ["editRange", "insertTextFormat"].every((name) => has(defaults, name)),
    insertReplace: item?.insertReplaceSupport === true,
    deprecatedTag: has(item?.tagSupport?.valueSet, 1),
    relatedInformation: (pushed?.relatedInformation ?? pulled?.relatedInformation) === true,
    deprecatedFindings: [pulled, pushed].some((findings) => has(findings?.tagSupport?.valueSet, 2)),
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    help: home && (pulled?.codeDescriptionSupport || pushed?.codeDescriptionSupport) ? (heading) => home.join(heading) : undefined,
    commands: new Set(options.commands),
    hasWorkspace,
    readsFiles: options.extensionUri !== undefined,
  };
}

/** Whether a list that a client sent, of any shape, has something in it. */
const has = (list: unknown, one: unknown): boolean => Array.isArray(list) && list.includes(one);

/** Whether the client can do what a fix asks of it. */
export function canDo(fix: Fix, { commands, hasWorkspace }: Client): boolean {
  if (fix.does === "accept") return commands.has(ACCEPT_WORD) && (fix.scope === "user" || hasWorkspace);
  if (fix.does === "add-own") return commands.has(ADD_OWN) && hasWorkspace;
  return fix.does !== "open-card" || commands.has(OPEN_CARD);
}
