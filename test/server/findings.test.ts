/** The server as editors meet it, over stdio: findings and what mends them. */
import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { CodeAction, DocumentDiagnosticReport } from "vscode-languageserver";
import { ACCEPT_WORD, FIX_ALL, OPEN_CARD } from "../../server/protocol";
import { ABLE, ableServer, actionsOn, DOSE, findingsOf, nextUri, OPTIONS, print } from "../asking";
import { applied, initialize, open, rangeOf, startProcess } from "../client";
import { temporaryFolder, writeFiles } from "../temporary";

describe("the server before a client that can do everything", () => {
  const { server, opened } = ableServer();

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

  it("leaves out further places where there are thousands, and no other finding", async () => {
    const text = `| Drug |\n|---|\n${"| bevacizumb 5 mg |\n".repeat(2100)}\nThey got sunitinb 50 mg.\n`;
    const found = await findingsOf(server(), opened(text));
    assert.equal(found.length, 2000);
    assert.deepEqual(print(text, found.slice(0, 3)), [
      "warning misspelled-name: bevacizumb",
      "warning misspelled-name: sunitinb",
      "hint misspelled-name: bevacizumb",
    ]);
    assert.match(String(found[0]!.message), /2099 more places in this note\.$/);
  });

  it("says when nothing has changed since", async () => {
    const note = opened(DOSE);
    const { resultId, kind } = await server().request<DocumentDiagnosticReport>("textDocument/diagnostic", note);
    assert.equal(kind, "full");
    const again = await server().request("textDocument/diagnostic", { ...note, previousResultId: resultId });
    assert.deepEqual(again, { kind: "unchanged", resultId });
    // an edit that changes no finding is told in a word as well
    const end = { line: 1, character: 0 };
    const edit = { range: { start: end, end }, text: "\nPlain words.\n" };
    server().notify("textDocument/didChange", { textDocument: { ...note.textDocument, version: 2 }, contentChanges: [edit] });
    const edited = await server().request<DocumentDiagnosticReport>("textDocument/diagnostic", { ...note, previousResultId: resultId });
    assert.equal(edited.kind, "unchanged");
    assert.notEqual(edited.resultId, resultId);
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
        ["Open the card of bevacizumab", "quickfix"],
      ],
    );
    assert.ok(actions[0]!.isPreferred);
    assert.equal(applied(DOSE, actions[0]!.edit!.changes![note.textDocument.uri]!), DOSE.replace("bevacizumb", "bevacizumab"));
    assert.deepEqual(actions[1]!.command?.command, ACCEPT_WORD);
    assert.deepEqual(actions[1]!.command?.arguments, ["bevacizumb", "user", note.textDocument.uri]);
    assert.deepEqual(actions[2]!.command?.arguments, ["bevacizumb", "workspace", note.textDocument.uri]);
    for (const action of actions) assert.deepEqual(action.diagnostics, diagnostics);
  });

  it("says which version of a note it mends, where the client asks for that", async () => {
    const client = startProcess();
    await initialize(client, { ...ABLE, workspace: { workspaceEdit: { documentChanges: true } } }, OPTIONS);
    const note = open(client, nextUri(), DOSE);
    const [{ edit } = {} as CodeAction] = await actionsOn(client, note, DOSE, "bevacizumb");
    const [all] = await actionsOn(client, note, DOSE, "bevacizumb", { only: ["source.fixAll"] });
    const textDocument = { uri: note.textDocument.uri, version: 1 };
    const edits = [{ range: rangeOf(DOSE, "bevacizumb"), newText: "bevacizumab" }];
    assert.deepEqual([edit, all!.edit], [{ documentChanges: [{ textDocument, edits }] }, { documentChanges: [{ textDocument, edits }] }]);
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
    const folder = temporaryFolder();
    const list = path.join(folder, ".metastasis-notes", "words.txt");
    const note = open(server(), pathToFileURL(path.join(folder, "notes/a.md")).href, DOSE);
    const said = async () => print(DOSE, await findingsOf(server(), note));
    // until the list is read anew, what it said before holds
    const changed = (type: number) => {
      server().take("workspace/diagnostic/refresh");
      server().notify("workspace/didChangeWatchedFiles", { changes: [{ uri: pathToFileURL(list).href, type }] });
      return server().next("workspace/diagnostic/refresh");
    };
    assert.deepEqual(await said(), ["warning misspelled-name: bevacizumb"]);
    writeFiles(folder, { ".metastasis-notes/words.txt": "# ours\nBevacizumb # until it is mended\n" });
    await changed(1);
    assert.deepEqual(await said(), []);
    rmSync(list);
    await changed(3);
    assert.deepEqual(await said(), ["warning misspelled-name: bevacizumb"]);
  });
});
