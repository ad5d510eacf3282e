/** What a client says of itself when it starts, read with no trust in its shape. */
import type { ClientCapabilities } from "vscode-languageserver";
import { ACCEPT_WORD, type InitializationOptions } from "./protocol";

/** What a client can show and do, read once from its capabilities. */
export interface Client {
  readonly markdownHover: boolean;
  readonly markdownDocs: boolean;
  readonly icons: boolean;
  readonly labelDetails: boolean;
  /** Details of a completion may come when it is looked at. */
  readonly lazyDetail: boolean;
  /** Completions may have their range and format in common. */
  readonly itemDefaults: boolean;
  /** Completions may have one range for inserting and one for writing over. */
  readonly insertReplace: boolean;
  /** Completions may be struck through. */
  readonly deprecatedTag: boolean;
  readonly relatedInformation: boolean;
  readonly acceptWord: boolean;
  /** The commands of ours that it has. */
  readonly commands: ReadonlySet<string>;
}

/** The initialization options, without what is of no use. */
export function readOptions(value: unknown): InitializationOptions {
  const { extensionUri, themeIcons, commands } = (isObject(value) ? value : {}) as Record<keyof InitializationOptions, unknown>;
  return {
    ...(typeof extensionUri === "string" ? { extensionUri } : {}),
    themeIcons: themeIcons === true,
    ...(Array.isArray(commands) ? { commands: commands.filter((command) => typeof command === "string") } : {}),
  };
}

/** What the client's capabilities and options come to. */
export function clientOf({ textDocument }: ClientCapabilities, options: InitializationOptions): Client {
  const hoverFormats = textDocument?.hover?.contentFormat;
  const item = textDocument?.completion?.completionItem;
  const docFormats = item?.documentationFormat;
  const defaults = textDocument?.completion?.completionList?.itemDefaults;
  return {
    markdownHover: hoverFormats?.[0] !== "plaintext",
    markdownDocs: docFormats?.[0] !== "plaintext",
    icons: options.themeIcons === true,
    labelDetails: item?.labelDetailsSupport === true,
    lazyDetail: item?.resolveSupport?.properties?.includes("detail") === true,
    itemDefaults: ["editRange", "insertTextFormat"].every((name) => defaults?.includes(name) === true),
    insertReplace: item?.insertReplaceSupport === true,
    deprecatedTag: item?.tagSupport?.valueSet?.includes(1) === true,
    relatedInformation: (textDocument?.publishDiagnostics?.relatedInformation ?? textDocument?.diagnostic?.relatedInformation) === true,
    commands: new Set(options.commands),
    acceptWord: options.commands?.includes(ACCEPT_WORD) === true,
  };
}

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;
