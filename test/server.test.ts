/** The server as editors meet it: a process that is spoken to over stdio. */
import assert from "node:assert/strict";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type {
  ClientCapabilities,
  CodeAction,
  CompletionItem,
  CompletionList,
  Diagnostic,
  DocumentDiagnosticReport,
  Hover,
  InitializeResult,
  MarkupContent,
  SemanticTokens,
  TextEdit,
} from "vscode-languageserver";
import { TOKEN_MODIFIERS, TOKEN_TYPES } from "../server/features/semanticTokens";
import {
  ACCEPT_WORD,
  CARD,
  type CardParams,
  type CardText,
  type Choice,
  EXPORT,
  type Exported,
  FIX_ALL,
  OPEN_CARD,
  STATUS,
  type Status,
  TOOL,
  type ToolText,
  USE_READING,
  VIEW,
  type ViewParams,
  type ViewRow,
} from "../server/protocol";
import { type Answers, applied, initialize, open, ROOT, rangeOf, type ServerProcess, startProcess, textIn } from "./client";

type NoteId = ReturnType<typeof open>;
interface Log {
  readonly type: number;
  readonly message: string;
}

/** A client that can do all that the server makes use of. */
const ABLE: ClientCapabilities = {
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
const OPTIONS = { themeIcons: true, commands: [ACCEPT_WORD, OPEN_CARD, USE_READING] };

const DOSE = "Patients were treated with bevacizumb 10 mg/kg.\n";
const INVALID_REQUEST = -32600;
const METHOD_NOT_FOUND = -32601;
const NOT_INITIALIZED = -32002;

let count = 0;
const nextUri = (): string => `file:///notes/${++count}.md`;

/** A server for the tests of one block. @returns how to get at it, and what it said to `initialize` */
function serverFor(capabilities: ClientCapabilities, options?: unknown, answers: Answers = {}) {
  let server: ServerProcess;
  let greeting: InitializeResult;
  before(async () => {
    server = startProcess(answers);
    greeting = await initialize(server, capabilities, options);
  });
  after(() => server.kill());
  return { server: () => server, greeting: () => greeting };
}

const hoverOn = (server: ServerProcess, note: NoteId, text: string, word: string): Promise<Hover | null> =>
  server.request("textDocument/hover", { ...note, position: rangeOf(text, word).start });

const cardOf = (hover: Hover | null): string => (hover?.contents as MarkupContent | undefined)?.value ?? "";

async function findingsOf(server: ServerProcess, note: NoteId): Promise<Diagnostic[]> {
  const report = await server.request<DocumentDiagnosticReport>("textDocument/diagnostic", note);
  return report.kind === "full" ? report.items : assert.fail("the report is not full");
}

/** "warning misspelled-name: bevacizumb" for each finding. */
const print = (text: string, found: readonly Diagnostic[]): string[] =>
  found.map(({ severity, code, range }) => `${["error", "warning", "information", "hint"][severity! - 1]} ${code}: ${textIn(text, range)}`);

const completionsOf = (server: ServerProcess, note: NoteId, text: string, typed: string): Promise<CompletionList | null> =>
  server.request("textDocument/completion", { ...note, position: rangeOf(text, typed).end });

/** The text after the choice of a completion. */
function chosen(text: string, item: CompletionItem | undefined): string {
  assert.ok(item?.textEdit && "range" in item.textEdit);
  return applied(text, [item.textEdit]);
}

const actionsOn = (server: ServerProcess, note: NoteId, text: string, word: string, context: object = {}): Promise<CodeAction[]> =>
  server.request("textDocument/codeAction", { ...note, range: rangeOf(text, word), context: { diagnostics: [], ...context } });

/** "drug: bevacizumab" for each token. */
function printTokens(text: string, { data }: SemanticTokens): string[] {
  const tokens: string[] = [];
  let [line, character] = [0, 0];
  for (let i = 0; i < data.length; i += 5) {
    const [lines, columns, length, type] = data.slice(i, i + 5) as [number, number, number, number];
    line += lines;
    character = lines > 0 ? columns : character + columns;
    tokens.push(`${TOKEN_TYPES[type]}: ${textIn(text, { start: { line, character }, end: { line, character: character + length } })}`);
  }
  return tokens;
}

describe("the server", function () {
  this.timeout(20_000);

  describe("before a client that can do everything", () => {
    const answers: Answers = { "workspace/configuration": () => [null] };
    const { server, greeting } = serverFor(ABLE, OPTIONS, answers);
    const opened = (text: unknown): NoteId => open(server(), nextUri(), text);

    it("says what it can do", () => {
      assert.deepEqual(greeting(), {
        serverInfo: { name: "Metastasis Notes", version: JSON.parse(readFileSync(path.join(ROOT, "package.json"), "utf8")).version },
        capabilities: {
          positionEncoding: "utf-16",
          textDocumentSync: { openClose: true, change: 2, save: true },
          hoverProvider: true,
          completionProvider: { resolveProvider: true },
          notebookDocumentSync: { notebookSelector: [{ notebook: "*", cells: [{ language: "markdown" }] }] },
          codeActionProvider: { codeActionKinds: ["quickfix", "refactor", FIX_ALL] },
          semanticTokensProvider: {
            legend: { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [...TOKEN_MODIFIERS] },
            full: true,
            range: true,
          },
          definitionProvider: true,
          documentHighlightProvider: true,
          referencesProvider: true,
          renameProvider: true,
          workspaceSymbolProvider: true,
          documentSymbolProvider: { label: "Metastasis Notes" },
          codeLensProvider: { resolveProvider: true },
          diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false },
        },
      });
    });

    it("reports what is loaded, and has its settings' changes sent", async () => {
      const { version, date, records, names, problems } = await server().next<Status>(STATUS);
      assert.match(`${version} ${date}`, /^\d{4}\.\d{2} \d{4}-\d{2}-\d{2}$/);
      assert.ok(records > 0 && names > records);
      assert.deepEqual(problems, []);
      const registered = async () =>
        (await server().next<{ registrations: object[] }>("client/registerCapability")).registrations.map((one) => ({ ...one, id: "" }));
      const watchers = ["**/.metastasis-notes/*", "**/.metastasis-notes"].map((globPattern) => ({ globPattern }));
      assert.deepEqual(await registered(), [{ id: "", method: "workspace/didChangeWatchedFiles", registerOptions: { watchers } }]);
      assert.deepEqual(await registered(), [
        { id: "", method: "workspace/didChangeConfiguration", registerOptions: { section: "metastasisNotes" } },
      ]);
    });

    for (const uri of [
      "file:///notes/a%20b.md",
      "untitled:Untitled-1",
      "vscode-vfs://github/lab/notes/a.md",
      "git:/a.md?%7B%22ref%22%3A1%7D",
    ]) {
      it(`shows a card on a name in ${uri.split(":")[0]}:`, async () => {
        const text = "😀 the **Keytruda** arm\n";
        const hover = await hoverOn(server(), open(server(), uri, text), text, "Keytruda");
        assert.equal(textIn(text, hover!.range!), "Keytruda");
        assert.match(cardOf(hover), /^\*\*pembrolizumab\*\*/);
      });
    }

    it("draws theme icons, for the client has announced that it can", async () => {
      const hover = await hoverOn(server(), opened("bevacizumab"), "bevacizumab", "bevacizumab");
      assert.match(cardOf(hover), /^\$\(pass\) \*\*approved\*\*/m);
    });

    it("links to commands that the client has announced, with the arguments they need", async () => {
      const linked = (card: string, command: string) =>
        [...card.matchAll(new RegExp(`\\]\\(command:${command.replace(".", "\\.")}\\?([^)]*)\\)`, "g"))].map(
          ([, query]) => JSON.parse(decodeURIComponent(query!)) as unknown,
        );
      const text = "bevacizumab 10 mg, MAPK, zorbitinib 10 mg\n";
      const note = opened(text);
      const on = async (word: string) => cardOf(await hoverOn(server(), note, text, word));
      assert.deepEqual(linked(await on("bevacizumab"), OPEN_CARD), [["drug:bevacizumab"]]);
      assert.deepEqual(linked(await on("MAPK"), USE_READING), [
        [note.textDocument.uri, "MAPK", "MAPK"],
        [note.textDocument.uri, "MAPK", "MAPK/ERK signalling"],
      ]);
      assert.deepEqual(linked(await on("zorbitinib"), ACCEPT_WORD), [["zorbitinib", "workspace", note.textDocument.uri]]);
    });

    it("gives the edit that chooses a reading, and reads the note so from then on", async () => {
      const text = "MAPK in tumours.\n";
      const note = opened(text);
      const edit = await server().request<TextEdit | null>("metastasisNotes/reading", { ...note, word: "MAPK", name: "MAPK" });
      assert.match(edit!.newText, /^---\nmetastasis-notes:\n {2}readings: \{ MAPK: MAPK \}\n---\n/);
      const chosen = edit!.newText + text;
      const line = chosen.split("\n").findIndex((one) => one.startsWith("MAPK"));
      const hover = await server().request<Hover | null>("textDocument/hover", { ...opened(chosen), position: { line, character: 1 } });
      assert.match(cardOf(hover), /^\*\*MAPK\*\* · target family/);
    });

    it("exports open notes as they stand and others from their files", async () => {
      const folder = mkdtempSync(path.join(os.tmpdir(), "metastasis-notes-export-"));
      writeFileSync(path.join(folder, "b.md"), "\ufeffnivolumab\n");
      const inFolder = (name: string) => ({ uri: pathToFileURL(path.join(folder, name)).href, name });
      const notes = [{ uri: opened("🧬 Avastin\n").textDocument.uri, name: "a.md" }, inFolder("b.md"), inFolder("none.md")];
      const { text, unread } = (await server().request<Exported | null>(EXPORT, { format: "tsv", notes }))!;
      rmSync(folder, { recursive: true });
      const rows = text
        .trimEnd()
        .split("\n")
        .slice(1)
        .map((row) => row.split("\t"));
      assert.deepEqual(
        rows.map((row) => [row[0], row[5], row[7], row[9]]),
        [
          ["a.md", "2", "3", "Avastin"],
          ["b.md", "0", "0", "nivolumab"],
        ],
      );
      assert.deepEqual(unread, ["none.md"]);
      assert.equal(await server().request(EXPORT, { format: "constructor", notes }), null);
    });

    it("runs the tools for assistants", async () => {
      const ask = (name: string, input: unknown) => server().request<ToolText>(TOOL, { name, input });
      assert.match((await ask("lookup_drug_or_target", { name: "Keytruda" })).text, /^## pembrolizumab \(drug\)/);
      assert.equal((await ask("lookup_drug_or_target", {})).isError, true);
    });

    it("gives a record's full card and what can be copied of it, by its reference or by a place in a note", async () => {
      const text = "Given **Avastin** twice.\n";
      const note = opened(text);
      const ask = (params: CardParams) => server().request<CardText | null>(CARD, params);
      const full = await ask({ form: "full", reference: "drug:bevacizumab" });
      assert.deepEqual([full?.reference, full?.name], ["drug:bevacizumab", "bevacizumab"]);
      assert.match(full!.text, /^# bevacizumab\n/);
      const place = { ...note, position: { line: 0, character: text.indexOf("vastin") } };
      assert.match((await ask({ form: "identifiers", ...place }))!.text, /^metastasis-notes: drug:bevacizumab\nchembl: CHEMBL/);
      assert.match((await ask({ form: "card", ...place }))!.text, /^\*\*bevacizumab\*\* · drug · (?!.*command:)/s);
      assert.match((await ask({ form: "keys", ...place }))!.text, /^\[@pmid:/);
      assert.match((await ask({ form: "citation", ...place }))!.text, /^bevacizumab: approved, /);
      assert.equal(await ask({ form: "full", reference: "drug:nothing" }), null);
      assert.equal(await ask({ form: "full", ...place, position: { line: 0, character: 1 } }), null);
      assert.equal(await ask({ form: "full" }), null);
    });

    it("gives the views what they show", async () => {
      const text = "Given **Avastin** twice.\n";
      const note = opened(text);
      const ask = <R>(params: ViewParams) => server().request<R>(VIEW, params);
      const steps = await ask<ViewRow[]>({ view: "strategies", filter: "adhesion cilengitide" });
      assert.deepEqual(
        steps[0]!.rows![0]!.rows!.map(({ reference }) => reference),
        ["drug:cilengitide"],
      );
      const [drugs] = await ask<ViewRow[]>({ view: "note", ...note });
      assert.deepEqual(drugs!.rows![0]!.range, { start: { line: 0, character: 8 }, end: { line: 0, character: 15 } });
      assert.match((await ask<string>({ view: "table", reference: "target:VEGFA" }))!, /^\| Drug .*\| bevacizumab \|/s);
      assert.ok((await ask<Choice[]>({ view: "tables" })).length > 100);
      const [pair] = await ask<Choice[]>({ view: "citations", ...note, position: { line: 0, character: 9 } });
      assert.equal(pair!.label, "bevacizumab neutralises VEGF-A");
      assert.deepEqual(await ask({ view: "note", textDocument: { uri: "file:///not/open.md" } }), []);
      assert.equal(await ask({ view: "table", reference: "drug:nothing" }), null);
      assert.equal(await ask({ view: "nothing" } as unknown as ViewParams), null);
    });

    it("shows no card on other words, in code and outside the note", async () => {
      const text = "The arm stopped.\n\n```\nKeytruda\n```\n";
      const note = opened(text);
      assert.equal(await hoverOn(server(), note, text, "stopped"), null);
      assert.equal(await hoverOn(server(), note, text, "Keytruda"), null);
      for (const position of [
        { line: 99, character: 0 },
        { line: -1, character: -1 },
        { line: 0, character: 1e9 },
        { line: "0", character: null },
      ])
        assert.equal(await server().request("textDocument/hover", { ...note, position }), null);
    });

    it("completes a name, with its card", async () => {
      const text = "😀 second line: Keytr";
      const list = await completionsOf(server(), opened(text), text, "Keytr");
      const item = list!.items[0]!;
      assert.deepEqual([item.label, item.labelDetails?.description], ["Keytruda", "→ pembrolizumab"]);
      assert.equal(chosen(text, item), "😀 second line: Pembrolizumab");
      assert.equal(item.documentation, undefined);
      const { documentation } = await server().request<CompletionItem>("completionItem/resolve", item);
      assert.match((documentation as MarkupContent).value, /^\*\*pembrolizumab\*\*/);
      assert.equal((documentation as MarkupContent).kind, "markdown");
    });

    it("gives back a completion that is none of its own", async () => {
      for (const item of [
        { label: "a" },
        { label: "a", data: -1 },
        { label: "a", data: 1e9 },
        { label: "a", data: "1" },
        { label: "a", data: {} },
      ])
        assert.deepEqual(await server().request("completionItem/resolve", item), item);
    });

    it("reports what is wrong, and its further places as hints", async () => {
      const text = `${DOSE}\n> 😀 again Bevacizumb\n`;
      const note = opened(text);
      const [first, second, ...more] = await findingsOf(server(), note);
      assert.deepEqual(more, []);
      assert.deepEqual(print(text, [first!, second!]), ["warning misspelled-name: bevacizumb", "hint misspelled-name: Bevacizumb"]);
      assert.equal(first!.source, "Metastasis Notes");
      assert.match(String(first!.message), /^“bevacizumb” .*bevacizumab.*1 more place in this note\.$/);
      assert.deepEqual(
        first!.relatedInformation?.map(({ location }) => location),
        [{ uri: note.textDocument.uri, range: second!.range }],
      );
    });

    it("says when nothing has changed since", async () => {
      const note = opened(DOSE);
      const { resultId, kind } = await server().request<DocumentDiagnosticReport>("textDocument/diagnostic", note);
      assert.equal(kind, "full");
      const again = await server().request("textDocument/diagnostic", { ...note, previousResultId: resultId });
      assert.deepEqual(again, { kind: "unchanged", resultId });
    });

    it("does not take a note that was opened anew for unchanged", async () => {
      const note = opened(DOSE);
      const { resultId } = await server().request<DocumentDiagnosticReport>("textDocument/diagnostic", note);
      server().notify("textDocument/didClose", note);
      open(server(), note.textDocument.uri, "All is well.\n");
      const again = await server().request<DocumentDiagnosticReport>("textDocument/diagnostic", { ...note, previousResultId: resultId });
      assert.deepEqual(again.kind === "full" && again.items, []);
    });

    it("offers a replacement and the acceptance of a word", async () => {
      const note = opened(DOSE);
      const diagnostics = await findingsOf(server(), note);
      const actions = await actionsOn(server(), note, DOSE, "bevacizumb", { diagnostics, only: ["quickfix"] });
      assert.deepEqual(
        actions.map(({ title, kind }) => [title, kind]),
        [
          ["Replace with “bevacizumab”", "quickfix"],
          ["Accept “bevacizumb” as a word for me", "quickfix"],
          ["Accept “bevacizumb” as a word in this workspace", "quickfix"],
          ["Accept “bevacizumb” as a word in this note", "quickfix"],
          ["Ignore misspelled-name here", "quickfix"],
        ],
      );
      assert.ok(actions[0]!.isPreferred);
      assert.equal(applied(DOSE, actions[0]!.edit!.changes![note.textDocument.uri]!), DOSE.replace("bevacizumb", "bevacizumab"));
      assert.deepEqual(actions[1]!.command?.command, ACCEPT_WORD);
      assert.deepEqual(actions[1]!.command?.arguments, ["bevacizumb", "user", note.textDocument.uri]);
      assert.deepEqual(actions[2]!.command?.arguments, ["bevacizumb", "workspace", note.textDocument.uri]);
      for (const action of actions) assert.deepEqual(action.diagnostics, diagnostics);
    });

    it("offers nothing elsewhere, and no other kind of action", async () => {
      const note = opened(DOSE);
      assert.deepEqual(await actionsOn(server(), note, DOSE, "Patients"), []);
      assert.deepEqual(await actionsOn(server(), note, DOSE, "bevacizumb", { only: ["refactor"] }), []);
    });

    it("fixes all that is certain when it is asked to, as on saving", async () => {
      const text = `${DOSE}They received Bevacizumb and zorfanatinib 5 mg.\n`;
      const note = opened(text);
      for (const only of [["source"], ["source.fixAll"], [FIX_ALL]]) {
        const [action, ...more] = await actionsOn(server(), note, text, "Patients", { only });
        assert.deepEqual([action?.kind, more], [FIX_ALL, []]);
        assert.equal(applied(text, action!.edit!.changes![note.textDocument.uri]!), text.replace(/evacizumb/g, "evacizumab"));
      }
      assert.deepEqual(await actionsOn(server(), opened("All is well.\n"), "All is well.\n", "well", { only: [FIX_ALL] }), []);
    });

    it("shows the card of what it found, links its code, and strikes through what is out of use", async () => {
      const text = "ACPP is the antigen of sipuleucel-T.\n";
      const note = opened(text);
      const [found] = await findingsOf(server(), note);
      assert.deepEqual([found?.code, found?.tags], ["outdated-symbol", [2]]);
      assert.match(found!.codeDescription!.href, /^file:.*\/README\.md#outdated-symbol$/);
      const actions = await actionsOn(server(), note, text, "ACPP");
      assert.deepEqual(actions.at(-1)?.command, {
        title: "Open the card of prostatic acid phosphatase",
        command: OPEN_CARD,
        arguments: ["target:ACP3"],
      });
    });

    it("follows the word list of a note's folder", async () => {
      const folder = mkdtempSync(path.join(os.tmpdir(), "words-"));
      try {
        const list = path.join(folder, ".metastasis-notes", "words.txt");
        const note = open(server(), pathToFileURL(path.join(folder, "notes/a.md")).href, DOSE);
        const said = async () => print(DOSE, await findingsOf(server(), note));
        assert.deepEqual(await said(), ["warning misspelled-name: bevacizumb"]);
        mkdirSync(path.dirname(list));
        writeFileSync(list, "# ours\nBevacizumb # until it is mended\n");
        server().notify("workspace/didChangeWatchedFiles", { changes: [{ uri: pathToFileURL(list).href, type: 1 }] });
        assert.deepEqual(await said(), []);
        rmSync(list);
        server().notify("workspace/didChangeWatchedFiles", { changes: [{ uri: pathToFileURL(list).href, type: 3 }] });
        assert.deepEqual(await said(), ["warning misspelled-name: bevacizumb"]);
      } finally {
        rmSync(folder, { recursive: true });
      }
    });

    it("colours names, a line at a time", async () => {
      const text = "# 😀 **bevacizumab**\r\n\r\n> EGFR and breast cancer stem, checkpoint\r\n> blockade\r\n\r\n- EMT\r\n";
      const note = opened(text);
      const all = printTokens(text, await server().request<SemanticTokens>("textDocument/semanticTokens/full", note));
      assert.deepEqual(all, ["drug: bevacizumab", "target: EGFR", "strategy: checkpoint", "strategy: blockade", "process: EMT"]);
      const range = { start: rangeOf(text, "EGFR").start, end: rangeOf(text, "EGFR").end };
      const some = printTokens(text, await server().request<SemanticTokens>("textDocument/semanticTokens/range", { ...note, range }));
      assert.deepEqual(some, all.slice(1, 4));
    });

    it("knows nothing of a note that was closed, or never opened", async () => {
      const note = opened(DOSE);
      server().notify("textDocument/didClose", note);
      for (const { textDocument } of [note, { textDocument: { uri: "file:///never.md" } }])
        assert.deepEqual(await everything(server(), { textDocument }), [null, null, [], { data: [] }, { data: [] }, []]);
    });

    it("answers a cancelled request once", async () => {
      const note = opened(DOSE.repeat(100));
      const answer = findingsOf(server(), note);
      server().cancel();
      const code = await answer.then(
        () => 0,
        (error: { code?: number }) => error.code,
      );
      assert.ok(code === 0 || code === -32800, `code ${code}`);
    });

    it("answers an unknown method, or one with nonsense, with an error", async () => {
      await assert.rejects(server().request("textDocument/nonsense", {}), { code: METHOD_NOT_FOUND });
      for (const params of [null, {}, { textDocument: 5 }, { textDocument: { uri: "file:///a.md" }, position: null }])
        await server()
          .request("textDocument/hover", params)
          .then((answer) => assert.equal(answer, null))
          .catch(({ code }) => assert.ok([-32602, -32603].includes(code), `code ${code}`));
      server().notify("textDocument/nonsense", {});
      assert.ok(await hoverOn(server(), opened("bevacizumab"), "bevacizumab", "bevacizumab"));
      server().take("window/logMessage");
    });

    describe("keeps a note as it is edited:", () => {
      const at = (line: unknown, character: unknown, endLine = line, endCharacter = character) => ({
        start: { line, character },
        end: { line: endLine, character: endCharacter },
      });

      /** Edits a note; what is said of it must be what is said of the expected text. */
      async function check(text: string, contentChanges: unknown, expected: string): Promise<void> {
        const [edited, fresh] = [opened(text), opened(expected)];
        await findingsOf(server(), edited);
        server().notify("textDocument/didChange", { textDocument: { ...edited.textDocument, version: 2 }, contentChanges });
        const [found, due] = [await findingsOf(server(), edited), await findingsOf(server(), fresh)];
        assert.deepEqual(found, due);
        assert.deepEqual(print(expected, due), ["warning misspelled-name: bevacizumb"]);
        const [tokens, dueTokens] = [edited, fresh].map((note) => server().request("textDocument/semanticTokens/full", note));
        assert.deepEqual(await tokens, await dueTokens);
        server().take("window/logMessage");
      }

      it("a word", () => check("given bevacizum 5 mg", [{ range: at(0, 15), text: "b" }], "given bevacizumb 5 mg"));
      it("several edits, each after the one before", () =>
        check(
          "a\nb\nc",
          [
            { range: at(0, 0), text: "\n\n" },
            { range: at(2, 0, 2, 1), text: "given bevacizumb 5 mg" },
            { range: at(4, 1), text: "." },
          ],
          "\n\ngiven bevacizumb 5 mg\nb\nc.",
        ));
      it("the whole text", () => check("a", [{ text: "b" }, { text: "given bevacizumb 5 mg" }], "given bevacizumb 5 mg"));
      it("line ends of two characters", () =>
        check("a\r\ngiven b 5 mg\r\n", [{ range: at(1, 6, 1, 7), text: "bevacizumb" }], "a\r\ngiven bevacizumb 5 mg\r\n"));
      it("half of a line end", () =>
        check(
          "a\rgiven bevacizumb 5 mg\n",
          [
            { range: at(1, 0), text: "\n" },
            { range: at(1, 0), text: "b " },
          ],
          "a\r\nb given bevacizumb 5 mg\n",
        ));
      it("a column in the line end", () => check("given bevacizum\r\n5 mg", [{ range: at(0, 99), text: "b" }], "given bevacizumb\r\n5 mg"));
      it("characters of two units", () =>
        check("😀😀 given bevacizum 5 mg 😀", [{ range: at(0, 20), text: "b" }], "😀😀 given bevacizumb 5 mg 😀"));
      it("half a character", () =>
        check("😀 given bevacizumb 5 mg", [{ range: at(0, 1, 0, 2), text: "" }], "\ud83d given bevacizumb 5 mg"));
      it("a range that ends before it starts", () =>
        check("given bevaXXcizumb 5 mg", [{ range: at(0, 12, 0, 10), text: "" }], "given bevacizumb 5 mg"));
      it("a range outside the note", () =>
        check(
          "given bevacizumb",
          [
            { range: at(7, 3, 9, 9), text: " 5 mg" },
            { range: at(-3, -1), text: "# " },
          ],
          "# given bevacizumb 5 mg",
        ));
      it("a range without numbers", () =>
        check("given bevacizumb 5 mg", [{ range: at("a", null), text: "# " }], "# given bevacizumb 5 mg"));
      it("edits that are none", () =>
        check(
          "given bevacizum 5 mg",
          [null, 5, {}, { text: 5 }, { range: 5, text: "x" }, { range: {}, text: "x" }, { range: at(0, 15), text: "b" }],
          "given bevacizumb 5 mg",
        ));
      for (const none of [undefined, null, 5, "x", {}])
        it(`${JSON.stringify(none)} for a list of edits`, () => check("given bevacizumb 5 mg", none, "given bevacizumb 5 mg"));
    });

    it("takes a note that is no text for an empty one", async () => {
      for (const text of [null, 5, {}, undefined]) assert.deepEqual(await findingsOf(server(), opened(text)), []);
    });

    it("reads a note with lone surrogates and NULs", async () => {
      const text = "\ud800\0 treated with bevacizumb 10 mg \udc00 \0Keytruda\ud83d\n\0";
      const note = opened(text);
      assert.deepEqual(print(text, await findingsOf(server(), note)), ["warning misspelled-name: bevacizumb"]);
      assert.ok(await everything(server(), note));
    });

    it("reads a note of 5 MB, answers other requests meanwhile, and takes edits", async () => {
      const log = "2026-11-26 12:00 well A1 0.123 0.456 0.789 0.123 0.456 0.789 0.123 0.456 0.789 0.123 0.456\n";
      const prose = "The cells were seeded and grew for some days in the usual medium, without any change that could be seen.\n\n";
      const text = `The log:\n\n~~~\n${log.repeat(4e6 / log.length)}~~~\n\n${prose.repeat(1e6 / prose.length)}${DOSE}Keytr`;
      const [note, other] = [opened(text), opened("bevacizumab")];
      const answered: string[] = [];
      const findings = findingsOf(server(), note).finally(() => answered.push("findings"));
      const hover = hoverOn(server(), other, "bevacizumab", "bevacizumab").finally(() => answered.push("hover"));
      const edits = [{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 4 } }, text: "Osimertinb 80 mg " }];
      server().notify("textDocument/didChange", { textDocument: { ...note.textDocument, version: 2 }, contentChanges: edits });
      assert.ok(await hover);
      const edited = text.replace("The ", "Osimertinb 80 mg ");
      assert.deepEqual(print(edited, await findings), ["warning misspelled-name: Osimertinb", "warning misspelled-name: bevacizumb"]);
      assert.deepEqual(answered, ["hover", "findings"]);
      assert.ok((await completionsOf(server(), note, edited, "Keytr"))!.items.length > 0);
      server().notify("textDocument/didClose", note);
    });

    describe("with the user's settings", () => {
      const text = "Patients were treated with bevacizumb 10 mg/kg and foltinib 5 mg, then EGFR and Keytr";

      /** Changes the settings. @returns what can be seen of them, and what was logged */
      async function behaviour(settings: unknown) {
        answers["workspace/configuration"] = () => [settings];
        server().take("window/logMessage");
        server().notify("workspace/didChangeConfiguration", { settings: { metastasisNotes: { semanticColours: "is not read" } } });
        const note = opened(text);
        const seen = {
          findings: print(text, await findingsOf(server(), note)),
          completion: (await completionsOf(server(), note, text, "Keytr"))!.items[0]!.textEdit!.newText,
          tokens: printTokens(text, await server().request("textDocument/semanticTokens/full", note)),
        };
        return { seen, logged: server().take<Log>("window/logMessage") };
      }

      const usual = {
        findings: ["warning misspelled-name: bevacizumb", "warning unknown-drug-name: foltinib"],
        completion: "Pembrolizumab",
        tokens: ["target: EGFR"],
      };
      const rules = (misspelled: unknown, unknown?: unknown) => ({
        rules: { "misspelled-name": misspelled, "unknown-drug-name": unknown },
      });

      for (const [what, settings, seen] of [
        ["none", null, {}],
        ["empty", {}, {}],
        ["accepted words", { acceptedWords: ["Bevacizumb", " foltinib "] }, { findings: [] }],
        ["names as typed", { completion: { prefer: "asTyped" } }, { completion: "Keytruda" }],
        ["no colours", { semanticColours: false }, { tokens: [] }],
        ["an error", rules("error"), { findings: ["error misspelled-name: bevacizumb", usual.findings[1]] }],
        ["a hint", rules("hint"), { findings: ["hint misspelled-name: bevacizumb", usual.findings[1]] }],
        ["a rule off", rules("warning", "off"), { findings: usual.findings.slice(0, 1) }],
        ["both rules off", rules("off", "off"), { findings: [] }],
      ] as const) {
        it(`follows them: ${what}`, async () => assert.deepEqual(await behaviour(settings), { seen: { ...usual, ...seen }, logged: [] }));
      }

      for (const [name, settings] of [
        ["metastasisNotes.acceptedWords", { acceptedWords: "bevacizumb" }],
        ["metastasisNotes.acceptedWords", { acceptedWords: { bevacizumb: true } }],
        ["metastasisNotes.acceptedWords[1]", { acceptedWords: ["word", 5] }],
        ["metastasisNotes.datasets[0]", { datasets: [""] }],
        ["metastasisNotes.languages[1]", { languages: ["markdown", {}, "quarto", "rmd", "mdx"] }],
        ["metastasisNotes.rules.mispelled-name", { rules: { "mispelled-name": "off" } }],
        ["metastasisNotes.completion.prefer", { completion: { prefer: "both" } }],
        ["metastasisNotes.completion.prefer", { completion: { prefer: ["asTyped"] } }],
        ["metastasisNotes.completion", { completion: "asTyped" }],
        ["metastasisNotes.semanticColours", { semanticColours: "no" }],
        ["metastasisNotes.semanticColours", { semanticColours: 0 }],
        ["metastasisNotes.rules.misspelled-name", rules("loud")],
        ["metastasisNotes.rules.unknown-drug-name", rules("warning", false)],
        ["metastasisNotes.rules", { rules: "off" }],
        ["metastasisNotes.rules", { rules: ["misspelled-name"] }],
        ["metastasisNotes", "off"],
      ] as const) {
        it(`names what cannot be used, its cure, and uses the default: ${JSON.stringify(settings)}`, async () => {
          const { seen, logged } = await behaviour(settings);
          assert.deepEqual(seen, usual);
          assert.deepEqual(
            logged.map(({ type, message }) => [type, message.startsWith(`${name} is `), /; it must be /.test(message)]),
            [[2, true, true]],
          );
        });
      }

      it("asks the client to look anew after a change", async () => {
        for (const method of ["workspace/diagnostic/refresh", "workspace/semanticTokens/refresh"]) server().take(method);
        await behaviour(null);
        await server().next("workspace/diagnostic/refresh");
        await server().next("workspace/semanticTokens/refresh");
      });
    });
  });

  describe("before a client that offers next to nothing, and shows plain text", () => {
    const hover = { contentFormat: ["plaintext" as const] };
    const completion = { completionItem: { documentationFormat: ["plaintext" as const] } };
    const { server, greeting } = serverFor({ textDocument: { hover, completion } }, { themeIcons: true });
    const pushed = (uri: string) =>
      server().next<{ uri: string; diagnostics: Diagnostic[] }>("textDocument/publishDiagnostics", (params) => params.uri === uri);

    it("does not offer findings to be asked for", () => assert.equal(greeting().capabilities.diagnosticProvider, undefined));

    it("sends findings after opening, editing and closing", async () => {
      const uri = nextUri();
      const { textDocument } = open(server(), uri, DOSE);
      assert.deepEqual(print(DOSE, (await pushed(uri)).diagnostics), ["warning misspelled-name: bevacizumb"]);
      const edits = [{ range: rangeOf(DOSE, "bevacizumb"), text: "bevacizumab" }];
      server().notify("textDocument/didChange", { textDocument: { uri, version: 2 }, contentChanges: edits });
      assert.deepEqual((await pushed(uri)).diagnostics, []);
      server().notify("textDocument/didChange", { textDocument: { uri, version: 3 }, contentChanges: [{ text: DOSE }] });
      assert.equal((await pushed(uri)).diagnostics.length, 1);
      server().notify("textDocument/didClose", { textDocument });
      assert.deepEqual((await pushed(uri)).diagnostics, []);
    });

    it("takes settings as they are sent, and sends findings anew", async () => {
      const uri = nextUri();
      const note = open(server(), uri, DOSE);
      await pushed(uri);
      for (const [metastasisNotes, findings] of [
        [{ acceptedWords: ["bevacizumb"] }, []],
        [{ rules: { "misspelled-name": "error" } }, ["error misspelled-name: bevacizumb"]],
      ] as const) {
        server().notify("workspace/didChangeConfiguration", { settings: { metastasisNotes } });
        assert.deepEqual(print(DOSE, (await pushed(uri)).diagnostics), findings);
      }
      for (const settings of [null, 5, undefined, [], { other: 1 }]) {
        server().notify("workspace/didChangeConfiguration", { settings });
        assert.deepEqual(print(DOSE, (await pushed(uri)).diagnostics), ["warning misspelled-name: bevacizumb"]);
      }
      server().notify("workspace/didChangeConfiguration", { settings: { metastasisNotes: { semanticColours: 1 } } });
      await pushed(uri);
      const [log] = server().take<Log>("window/logMessage");
      assert.match(log!.message, /^metastasisNotes\.semanticColours is 1; it must be true or false/);
      server().notify("textDocument/didClose", note);
    });

    it("leaves out what only some clients can do", async () => {
      const text = `${DOSE}\nbevacizumb and Keytr`;
      const note = open(server(), nextUri(), text);
      const [finding] = (await pushed(note.textDocument.uri)).diagnostics;
      assert.equal(finding!.relatedInformation, undefined);
      const titles = (await actionsOn(server(), note, text, "bevacizumb")).map(({ title }) => title);
      assert.deepEqual(titles, [
        "Replace with “bevacizumab”",
        "Replace all 2 “bevacizumb” in this note",
        "Accept “bevacizumb” as a word in this note",
        "Ignore misspelled-name here",
      ]);
      const item = (await completionsOf(server(), note, text, "Keytr"))!.items[0]!;
      assert.deepEqual([item.labelDetails, item.detail?.endsWith("→ pembrolizumab")], [undefined, true]);
    });

    it("writes cards without marks and icons", async () => {
      const text = "bevacizumab and Keytr";
      const note = open(server(), nextUri(), text);
      const shown = await hoverOn(server(), note, text, "bevacizumab");
      const list = await completionsOf(server(), note, text, "Keytr");
      const item = await server().request<CompletionItem>("completionItem/resolve", list!.items[0]);
      for (const [contents, name] of [
        [shown!.contents, "bevacizumab"],
        [item.documentation, "pembrolizumab"],
      ] as const) {
        const { kind, value } = contents as MarkupContent;
        assert.equal(kind, "plaintext");
        assert.match(value, new RegExp(`^${name} · `));
        assert.doesNotMatch(value, /[*\\_`]|\$\(|\]\(|&\w+;/);
      }
    });

    it("asks for nothing that is not offered", async () => {
      server().notify("workspace/didChangeConfiguration", { settings: null });
      await hoverOn(server(), open(server(), nextUri(), DOSE), DOSE, "bevacizumb");
      for (const method of [
        "workspace/configuration",
        "client/registerCapability",
        "workspace/diagnostic/refresh",
        "workspace/semanticTokens/refresh",
        STATUS,
      ])
        assert.deepEqual(server().take(method), [], method);
    });
  });

  describe("before a client that counts columns in bytes", () => {
    const { server, greeting } = serverFor({ ...ABLE, general: { positionEncodings: ["utf-8", "utf-16"] } }, OPTIONS);
    const column = (text: string, word: string): number => Buffer.byteLength(text.slice(0, text.indexOf(word)));

    it("counts as the client does, in all it is asked and says", async () => {
      assert.equal(greeting().capabilities.positionEncoding, "utf-8");
      const [line, word] = ["😀 β‑Patients were treated with bevacizumb 10 mg/kg, and Avastin.", "bevacizumb"];
      const note = open(server(), nextUri(), line.replace("bevacizumb", "sunitinib"));
      const from = { line: 0, character: column(line, word) };
      const to = { line: 0, character: from.character + word.length };
      const changed = { range: { start: from, end: { line: 0, character: to.character - 1 } }, text: word };
      server().notify("textDocument/didChange", { textDocument: { ...note.textDocument, version: 2 }, contentChanges: [changed] });
      const [finding] = await findingsOf(server(), note);
      assert.deepEqual(finding?.range, { start: from, end: to });
      const at = { line: 0, character: column(line, "Avastin") };
      const shown = await server().request<Hover | null>("textDocument/hover", {
        ...note,
        position: { ...at, character: at.character + 6 },
      });
      assert.deepEqual(shown?.range, { start: at, end: { line: 0, character: at.character + 7 } });
      const { data } = await server().request<SemanticTokens>("textDocument/semanticTokens/full", note);
      assert.deepEqual(data.slice(0, 3), [0, at.character, 7]);
      const [fix] = await server().request<CodeAction[]>("textDocument/codeAction", {
        ...note,
        range: { start: from, end: to },
        context: { diagnostics: [] },
      });
      assert.deepEqual(fix?.edit?.changes?.[note.textDocument.uri], [{ range: { start: from, end: to }, newText: "bevacizumab" }]);
    });
  });

  describe("before a client that gives settings as it starts", () => {
    const start = { metastasisNotes: { rules: { "brand-name": "hint", "misspelled-name": "off" }, semanticColours: "is told" } };
    const { server } = serverFor({ textDocument: { diagnostic: {} } }, start);

    it("takes them, tells what is of no use, and joins with them what it is sent later", async () => {
      assert.match((await server().next<Log>("window/logMessage")).message, /^metastasisNotes\.semanticColours is "is told"/);
      const text = "Avastin alone. Patients were treated with bevacizumb 10 mg/kg.\n";
      const found = async () => print(text, await findingsOf(server(), open(server(), nextUri(), text)));
      assert.deepEqual(await found(), ["hint brand-name: Avastin"]);
      server().notify("workspace/didChangeConfiguration", { settings: { metastasisNotes: { rules: { "misspelled-name": "error" } } } });
      assert.deepEqual(await found(), ["hint brand-name: Avastin", "error misspelled-name: bevacizumb"]);
      server().notify("workspace/didChangeConfiguration", { settings: null });
      assert.deepEqual(await found(), ["hint brand-name: Avastin"]);
    });
  });

  describe("in its life", () => {
    const running: ServerProcess[] = [];
    const start = (answers?: Answers, script?: string): ServerProcess => {
      const server = startProcess(answers, script);
      running.push(server);
      return server;
    };
    after(() => {
      for (const server of running) server.kill();
    });

    /** Throws unless the server lives and knows names. */
    async function checkAlive(server: ServerProcess): Promise<void> {
      const text = "bevacizumab";
      assert.match(cardOf(await hoverOn(server, open(server, nextUri(), text), text, text)), /bevacizumab/);
    }

    it("refuses what comes before initialize, a second one, and what comes after shutdown; then ends with 0", async () => {
      const server = start();
      const nothing = { textDocument: { uri: "file:///a.md" }, position: { line: 0, character: 0 } };
      for (const method of ["hover", "completion", "diagnostic", "semanticTokens/full"])
        await assert.rejects(server.request(`textDocument/${method}`, nothing), { code: NOT_INITIALIZED });

      await initialize(server, ABLE, OPTIONS);
      const note = open(server, "file:///a.md", DOSE);
      await assert.rejects(server.request("initialize", { capabilities: {} }), { code: INVALID_REQUEST });
      assert.deepEqual(print(DOSE, await findingsOf(server, note)), ["warning misspelled-name: bevacizumb"]);
      assert.equal((await actionsOn(server, note, DOSE, "bevacizumb"))[0]?.title, "Replace with “bevacizumab”");

      assert.equal(await server.request("shutdown"), null);
      await assert.rejects(hoverOn(server, note, DOSE, "bevacizumb"), { code: INVALID_REQUEST });
      server.notify("exit");
      assert.equal(await server.exit, 0);
    });

    it("refuses shutdown before initialize, and works after it", async () => {
      const server = start();
      await server.request("shutdown").catch(({ code }) => assert.equal(code, NOT_INITIALIZED));
      await initialize(server);
      await checkAlive(server);
    });

    it("ends when its client leaves: with 0 after shutdown, else with 1", async () => {
      const [closed, lost, left] = [start(), start(), start()];
      for (const server of [closed, lost, left]) await server.request("initialize", { capabilities: {} });
      await closed.request("shutdown");
      for (const server of [closed, lost]) server.hangUp();
      left.notify("exit");
      assert.deepEqual([await closed.exit, await lost.exit, await left.exit], [0, 1, 1]);
    });

    it("takes options of the wrong type for none", async () => {
      const server = start();
      await initialize(server, ABLE, { extensionUri: 5, themeIcons: "yes", commands: ACCEPT_WORD });
      const text = `${DOSE}bevacizumab`;
      const note = open(server, "file:///a.md", text);
      const offered = await actionsOn(server, note, text, "bevacizumb");
      assert.ok(offered.length > 0 && offered.every(({ command }) => command === undefined));
      assert.match(cardOf(await hoverOn(server, note, text, "bevacizumab")), /^\*\*approved\*\*/m);
    });

    it("lives on when the client refuses whatever it is asked", async () => {
      const asked = [
        "workspace/configuration",
        "client/registerCapability",
        "workspace/diagnostic/refresh",
        "workspace/semanticTokens/refresh",
      ];
      const server = start(Object.fromEntries(asked.map((method) => [method, refuse])));
      await initialize(server, ABLE);
      server.notify("workspace/didChangeConfiguration", { settings: null });
      for (const method of asked) await server.next(method);
      await checkAlive(server);
      await checkAlive(server);
    });

    describe("with a dataset that is", () => {
      const faults: ReadonlyArray<[what: string, bytes: (whole: Buffer) => Buffer | undefined]> = [
        ["missing", () => undefined],
        ["cut short", (whole) => whole.subarray(0, whole.length / 2)],
        ["another file", () => Buffer.from("PK\u0003\u0004 this is another kind of file, of some length")],
        [
          "overwritten in its second half",
          (whole) => Buffer.concat([whole.subarray(0, whole.length / 2), Buffer.alloc(whole.length / 2, 0xff)]),
        ],
      ];
      let folder: string;
      let servers: ServerProcess[];

      before(() => {
        folder = mkdtempSync(path.join(os.tmpdir(), "metastasis-notes-server-"));
        const whole = readFileSync(path.join(ROOT, "dist/data/dataset.bin"));
        servers = faults.map(([, bytesOf], i) => {
          const root = path.join(folder, String(i));
          for (const part of ["server", "data"]) mkdirSync(path.join(root, part), { recursive: true });
          for (const file of ["server/node.js", "server/process.js", "server/later.js"])
            copyFileSync(path.join(ROOT, "dist", file), path.join(root, file));
          const bytes = bytesOf(whole);
          if (bytes) writeFileSync(path.join(root, "data/dataset.bin"), bytes);
          // a client may refuse to show what it is asked to show
          return start({ "window/showMessageRequest": refuse }, path.join(root, "server/node.js"));
        });
      });
      after(async () => {
        for (const server of servers) {
          server.kill();
          await server.exit;
        }
        rmSync(folder, { recursive: true });
      });

      for (const [i, [what]] of faults.entries()) {
        it(`${what}: it says so, answers with nothing and lives on`, async () => {
          const server = servers[i]!;
          await initialize(server, ABLE, OPTIONS);
          const note = open(server, "file:///a.md", `${DOSE}Keytruda`);
          assert.deepEqual(await everything(server, note), [null, null, [], { data: [] }, { data: [] }, []]);
          const [message, ...more] = server.take<Log>("window/showMessage");
          assert.deepEqual([message?.type, more], [1, []]);
          assert.match(message!.message, /dataset\.bin cannot be used: .*\. Install the extension again/);
          assert.deepEqual((await server.next<Status>(STATUS)).problems, [message!.message]);
          assert.equal(await server.request("shutdown"), null);
        });
      }
    });
  });
});

function refuse(): never {
  throw new Error("refused");
}

/** The answers to all that can be asked about a note: at its end, or of all of it. Findings come last. */
function everything(server: ServerProcess, note: { textDocument: { uri: string } }): Promise<unknown[]> {
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
