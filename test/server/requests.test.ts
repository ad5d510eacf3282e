/** The server as editors meet it, over stdio: what it answers to each request. */
import assert from "node:assert/strict";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { CompletionItem, Hover, MarkupContent, SemanticTokens, TextEdit } from "vscode-languageserver";
import { version } from "../../package.json";
import { TOKEN_MODIFIERS, TOKEN_TYPES } from "../../server/features/semanticTokens";
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
} from "../../server/protocol";
import { ableServer, cardOf, completionsOf, DOSE, everything, findingsOf, hoverOn, printTokens } from "../asking";
import { applied, open, rangeOf, textIn } from "../client";
import { temporaryFolder } from "../temporary";

const METHOD_NOT_FOUND = -32601;

/** The text after the choice of a completion. */
function chosen(text: string, item: CompletionItem | undefined): string {
  assert.ok(item?.textEdit && "range" in item.textEdit);
  return applied(text, [item.textEdit]);
}

describe("the server before a client that can do everything", () => {
  const { server, greeting, opened } = ableServer();

  it("says what it can do", () => {
    assert.deepEqual(greeting(), {
      serverInfo: { name: "Metastasis Notes", version },
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
      assert.match(cardOf(hover), /^\[\*\*pembrolizumab\*\*\]\(command:metastasisNotes\.openCard\?/);
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
    // by its name above, and at its end, which may have to be scrolled to
    assert.deepEqual(linked(await on("bevacizumab"), OPEN_CARD), [["drug:bevacizumab"], ["drug:bevacizumab"]]);
    assert.deepEqual(linked(await on("MAPK"), OPEN_CARD), [["family:MAPK"], ["pathway:mapk-erk"]]);
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
    assert.match(cardOf(hover), /^\[\*\*MAPK\*\*\]\([^)]*\) · target family/);
  });

  it("exports open notes as they stand and others from their files", async () => {
    const folder = temporaryFolder({ "b.md": "\ufeffnivolumab\n" });
    const inFolder = (name: string) => ({ uri: pathToFileURL(path.join(folder, name)).href, name });
    const notes = [{ uri: opened("🧬 Avastin\n").textDocument.uri, name: "a.md" }, inFolder("b.md"), inFolder("none.md")];
    const { text, unread } = (await server().request<Exported | null>(EXPORT, { format: "tsv", notes }))!;
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
    assert.match((await ask({ form: "keys", ...place }))!.text, /^\[@doi:/);
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
    // an empty network would say that the note names nothing
    assert.equal(await ask({ view: "network", textDocument: { uri: "file:///not/open.md" } }), null);
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
    assert.deepEqual([item.label, item.labelDetails?.description], ["Keytruda", "→ pembrolizumab, approved"]);
    assert.equal(chosen(text, item), "😀 second line: pembrolizumab");
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
});
