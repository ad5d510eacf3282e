/** The server before clients that can do little, or count columns otherwise. */
import assert from "node:assert/strict";
import type { CodeAction, CompletionItem, Diagnostic, Hover, MarkupContent, SemanticTokens } from "vscode-languageserver";
import { STATUS } from "../../server/protocol";
import { ABLE, actionsOn, completionsOf, DOSE, findingsOf, hoverOn, type Log, nextUri, OPTIONS, print, serverFor } from "../asking";
import { open, rangeOf } from "../client";

describe("the server before a client that offers next to nothing, and shows plain text", () => {
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
      "Replace all 2 in this note with “bevacizumab”",
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

describe("the server before a client that counts columns in bytes", () => {
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
