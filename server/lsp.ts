/** Turns plain results into LSP's types. Imports no LSP at run time. */
import type {
  CodeAction,
  Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  Hover,
  MarkupContent,
  Range,
  WorkspaceEdit,
} from "vscode-languageserver";
import type { Client } from "./client";
import type { Fix } from "./features/codeActions";
import type { Finding } from "./features/diagnostics";
import type { Edit } from "./features/frontMatterEdits";
import type { Hover as FoundHover } from "./features/hover";
import { type Action, type Card, inAddress, print, type Style } from "./features/print";
import { TOKEN_MODIFIERS, TOKEN_TYPES, type Token } from "./features/semanticTokens";
import type { Note } from "./note/note";
import { positionOf, widthOf } from "./positions";
import { ACCEPT_WORD, ADD_OWN, FIX_ALL, OPEN_CARD, USE_READING } from "./protocol";
import type { Level, Settings } from "./settings";
import type { Problem } from "./workspace/workspace";

/** A range of offsets in a note, as the client counts. */
export const toRange = (note: Note, from: number, to: number, { encoding }: Client): Range => ({
  start: positionOf(note, from, encoding),
  end: positionOf(note, to, encoding),
});

const markup = (card: Card, markdown: boolean, style: Style): MarkupContent => ({
  kind: markdown ? "markdown" : "plaintext",
  value: print(card, markdown ? "markdown" : "plaintext", style),
});

/** A card as a hover over its name; without the parts that the client cannot show. */
export function toHover(note: Note, found: FoundHover, client: Client, settings: Settings): Hover {
  const { icons } = client;
  const addressOf = (action: Action) => commandAddress(action, note.uri, client);
  return {
    contents: markup(found.card, client.markdownHover, { icons, layout: settings.card.layout, addressOf }),
    range: toRange(note, found.from, found.to, client),
  };
}

/** The address by which VS Code runs an action of a card; nothing for clients without the command. */
function commandAddress(action: Action, uri: string, client: Client): string | undefined {
  const [command, ...given]: [string, ...string[]] =
    action.kind === "open-card"
      ? [OPEN_CARD, action.reference]
      : action.kind === "use-reading"
        ? [USE_READING, uri, action.word, action.name]
        : [ACCEPT_WORD, action.word, client.hasWorkspace ? "workspace" : "user", uri];
  if (!client.commands.has(command)) return undefined;
  return `command:${command}?${inAddress(JSON.stringify(given))}`;
}

/** A card beside an item of a list, in which nothing can be clicked. */
export const toDocumentation = (card: Card, client: Client): MarkupContent => markup(card, client.markdownDocs, { icons: client.icons });

const SEVERITIES: Readonly<Record<Exclude<Level, "off">, DiagnosticSeverity>> = { error: 1, warning: 2, information: 3, hint: 4 };

/** LSP's tag for something that is out of use. */
const DEPRECATED: DiagnosticTag = 2;

/** The link to the README's heading on a rule, for clients that show such links. */
const described = ({ help }: Client, heading: string) => (help ? { codeDescription: { href: help(heading) } } : {});

/** A finding, with at most twenty of its further places where the client shows such. */
export function toDiagnostic(note: Note, finding: Finding, client: Client): Diagnostic {
  const { related, others } = finding;
  const places = [...(related ? [related] : []), ...others.slice(0, 20).map((other) => ({ ...other, message: "also here" }))];
  return {
    range: toRange(note, finding.from, finding.to, client),
    severity: SEVERITIES[finding.level],
    code: finding.rule,
    ...described(client, finding.rule),
    source: "Metastasis Notes",
    message: finding.message,
    ...(finding.deprecated && client.deprecatedFindings ? { tags: [DEPRECATED] } : {}),
    ...(client.relatedInformation && places.length > 0
      ? {
          relatedInformation: places.map(({ from, to, message }) => ({
            location: { uri: note.uri, range: toRange(note, from, to, client) },
            message,
          })),
        }
      : {}),
  };
}

/** A problem of a file of own data. @param lines the lines of that file */
export function ofFile({ line, from, to, message, isRead }: Problem, lines: readonly string[], client: Client): Diagnostic {
  const columnOf = (unit: number) => widthOf(lines[line]?.slice(0, unit) ?? "", client.encoding);
  const [start, end] = [columnOf(from), columnOf(to)];
  return {
    range: { start: { line, character: start }, end: { line, character: Math.max(end, start + 1) } },
    severity: SEVERITIES[isRead ? "warning" : "error"],
    code: "own-data",
    ...described(client, "your-labs-own-words"),
    source: "Metastasis Notes",
    message,
  };
}

/**
 * A fix as a code action.
 * @param diagnostics those that the client asks about: the ones that the fix mends go with it
 */
export function toCodeAction(note: Note, fix: Fix, diagnostics: readonly Diagnostic[], client: Client): CodeAction {
  const { title, kind, finding } = fix;
  const range = finding && toRange(note, finding.from, finding.to, client);
  const mended = diagnostics.filter((diagnostic) => range && diagnostic.code === finding?.rule && sameRange(diagnostic.range, range));
  const action: CodeAction = { title, kind, ...(mended.length > 0 ? { diagnostics: mended } : {}) };
  switch (fix.does) {
    case "accept":
      return { ...action, command: { title, command: ACCEPT_WORD, arguments: [fix.word, fix.scope, note.uri] } };
    case "add-own":
      return { ...action, command: { title, command: ADD_OWN, arguments: [fix.word, fix.recordKind, note.uri] } };
    case "open-card":
      return { ...action, command: { title, command: OPEN_CARD, arguments: [fix.reference] } };
    case "edit":
      return { ...action, ...(fix.isPreferred ? { isPreferred: true } : {}), edit: toWorkspaceEdit(note, fix.edits, client) };
  }
}

/** The action that makes all certain fixes of a note; nothing where there are none. */
export function toFixAll(note: Note, edits: readonly Edit[], client: Client): CodeAction[] {
  return edits.length > 0 ? [{ title: "Fix all that is certain", kind: FIX_ALL, edit: toWorkspaceEdit(note, edits, client) }] : [];
}

function toWorkspaceEdit(note: Note, all: readonly Edit[], client: Client): WorkspaceEdit {
  const { uri, version } = note;
  const edits = all.map(({ from, to, text }) => ({ range: toRange(note, from, to, client), newText: text }));
  return client.versionedEdits ? { documentChanges: [{ textDocument: { uri, version }, edits }] } : { changes: { [uri]: edits } };
}

function sameRange(a: Range | undefined, b: Range): boolean {
  return (
    a?.start?.line === b.start.line &&
    a.start.character === b.start.character &&
    a.end?.line === b.end.line &&
    a.end.character === b.end.character
  );
}

/**
 * Turns semantic tokens into LSP's relative numbers, in small steps. A name that is broken by a line end becomes one token in each line.
 */
export function* toTokenData(note: Note, tokens: readonly Token[], { encoding }: Client): Generator<void, number[]> {
  const data: number[] = [];
  let line = 0;
  let character = 0;
  for (const token of tokens) {
    for (const piece of linePieces(note, token)) {
      const start = positionOf(note, piece.from, encoding);
      data.push(
        start.line - line,
        start.line === line ? start.character - character : start.character,
        widthOf(note.text.slice(piece.from, piece.to), encoding),
        TOKEN_TYPES.indexOf(token.type),
        token.modifiers.reduce((bits, modifier) => bits | (1 << TOKEN_MODIFIERS.indexOf(modifier)), 0),
      );
      ({ line, character } = start);
    }
    yield;
  }
  return data;
}

function linePieces(note: Note, token: Token): Array<{ from: number; to: number }> {
  const text = note.text.slice(token.from, token.to);
  if (!/[\r\n]/.test(text)) return [token];
  const pieces: Array<{ from: number; to: number }> = [];
  for (const part of text.matchAll(/[^\r\n]+/g)) {
    const indent = /^[\s>]*/.exec(part[0])![0].length;
    const from = token.from + part.index + (pieces.length > 0 ? indent : 0);
    const to = token.from + part.index + part[0].trimEnd().length;
    if (to > from) pieces.push({ from, to });
  }
  return pieces;
}
