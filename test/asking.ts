/** What the tests of the server ask of it, as an editor would, and how they print what it says. */
import assert from "node:assert/strict";
import type {
  ClientCapabilities,
  CodeAction,
  CompletionList,
  Diagnostic,
  DocumentDiagnosticReport,
  Hover,
  InitializeResult,
  MarkupContent,
  SemanticTokens,
} from "vscode-languageserver";
import { TOKEN_TYPES } from "../server/features/semanticTokens";
import { ACCEPT_WORD, OPEN_CARD, USE_READING } from "../server/protocol";
import { type Answers, initialize, open, rangeOf, type ServerProcess, startProcess, textIn } from "./client";

export type NoteId = ReturnType<typeof open>;
export interface Log {
  readonly type: number;
  readonly message: string;
}

/** A client that can do all that the server makes use of. */
export const ABLE: ClientCapabilities = {
  workspace: {
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
    semanticTokens: { refreshSupport: true },
  },
  textDocument: {
    diagnostic: { relatedInformation: true, codeDescriptionSupport: true, tagSupport: { valueSet: [1, 2] } },
    hover: { contentFormat: ["markdown", "plaintext"] },
    completion: { completionItem: { labelDetailsSupport: true, documentationFormat: ["markdown", "plaintext"] } },
  },
};
export const OPTIONS = { themeIcons: true, commands: [ACCEPT_WORD, OPEN_CARD, USE_READING] };

export const DOSE = "Patients were treated with bevacizumb 10 mg/kg.\n";

let count = 0;
export const nextUri = (): string => `file:///notes/${++count}.md`;

/** A server for the tests of one block. @returns how to get at it, and what it said to `initialize` */
export function serverFor(capabilities: ClientCapabilities, options?: unknown, answers: Answers = {}) {
  let server: ServerProcess;
  let greeting: InitializeResult;
  before(async () => {
    server = startProcess(answers);
    greeting = await initialize(server, capabilities, options);
  });
  after(() => server.kill());
  return { server: () => server, greeting: () => greeting };
}

/** A server before a client that can do all. @returns as `serverFor`, and what opens a note of a text */
export function ableServer(answers: Answers = { "workspace/configuration": () => [null] }) {
  const { server, greeting } = serverFor(ABLE, OPTIONS, answers);
  return { server, greeting, opened: (text: unknown): NoteId => open(server(), nextUri(), text) };
}

export const hoverOn = (server: ServerProcess, note: NoteId, text: string, word: string): Promise<Hover | null> =>
  server.request("textDocument/hover", { ...note, position: rangeOf(text, word).start });

export const cardOf = (hover: Hover | null): string => (hover?.contents as MarkupContent | undefined)?.value ?? "";

export async function findingsOf(server: ServerProcess, note: NoteId): Promise<Diagnostic[]> {
  const report = await server.request<DocumentDiagnosticReport>("textDocument/diagnostic", note);
  return report.kind === "full" ? report.items : assert.fail("the report is not full");
}

/** The card of what may be a folder's own name, however busy the machine is: hovers wait for these no longer than a moment, findings do. */
export async function ownCardOf(server: ServerProcess, note: NoteId, text: string, word: string): Promise<string> {
  await server.request("textDocument/diagnostic", note);
  return cardOf(await hoverOn(server, note, text, word));
}

/** "warning misspelled-name: bevacizumb" for each finding. */
export const print = (text: string, found: readonly Diagnostic[]): string[] =>
  found.map(({ severity, code, range }) => `${["error", "warning", "information", "hint"][severity! - 1]} ${code}: ${textIn(text, range)}`);

export const completionsOf = (server: ServerProcess, note: NoteId, text: string, typed: string): Promise<CompletionList | null> =>
  server.request("textDocument/completion", { ...note, position: rangeOf(text, typed).end });

export const actionsOn = (server: ServerProcess, note: NoteId, text: string, word: string, context: object = {}): Promise<CodeAction[]> =>
  server.request("textDocument/codeAction", { ...note, range: rangeOf(text, word), context: { diagnostics: [], ...context } });

/** Semantic tokens with their places, which LSP counts from the token before. */
export function tokensIn(data: readonly number[]): Array<{ type: string; line: number; character: number; length: number }> {
  let [line, character] = [0, 0];
  return Array.from({ length: data.length / 5 }, (_, i) => {
    const [lines, columns, length, type] = data.slice(5 * i, 5 * i + 4) as [number, number, number, number];
    line += lines;
    character = lines > 0 ? columns : character + columns;
    return { type: TOKEN_TYPES[type]!, line, character, length };
  });
}

/** "drug: bevacizumab" for each token. */
export const printTokens = (text: string, { data }: SemanticTokens): string[] =>
  tokensIn(data).map(({ type, line, character, length }) => {
    const range = { start: { line, character }, end: { line, character: character + length } };
    return `${type}: ${textIn(text, range)}`;
  });

/** The answers to all that can be asked about a note: at its end, or of all of it. Findings come last. */
export function everything(server: ServerProcess, note: { textDocument: { uri: string } }): Promise<unknown[]> {
  const range = { start: { line: 0, character: 0 }, end: { line: 1e6, character: 0 } };
  return Promise.all([
    server.request("textDocument/hover", { ...note, position: range.end }),
    server.request("textDocument/completion", { ...note, position: range.end }),
    server.request("textDocument/codeAction", { ...note, range, context: { diagnostics: [] } }),
    server.request("textDocument/semanticTokens/full", note),
    server.request("textDocument/semanticTokens/range", { ...note, range }),
    findingsOf(server, note),
  ]);
}
