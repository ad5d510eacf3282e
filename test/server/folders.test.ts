/** The server before a client with two folders side by side, each with names, words and settings of its own. */
import assert from "node:assert/strict";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { CodeLens, CompletionItem, Location } from "vscode-languageserver";
import { CARD, type CardText, CHANGED, COUNTS, FIND_USES } from "../../server/protocol";
import { ABLE, cardOf, completionsOf, findingsOf, hoverOn } from "../asking";
import { open, rangeOf, type ServerProcess, startProcess } from "../client";
import { temporaryFolder } from "../temporary";

const FILES: Readonly<Record<string, string>> = {
  "one/.metastasis-notes/names.tsv":
    "name\tkind\tpreferred\tnote\nMB-217\tdrug\t\tThe first lab's lead.\nLAB-1\tdrug\t\tThe first lab's own.\n",
  "one/a.md": "MB-217 and bevacizumab\n",
  "two/.metastasis-notes/names.tsv":
    "name\tkind\tpreferred\tnote\nXZ-999\tdrug\t\tThe second lab's lead.\nLAB-1\tdrug\t\tThe second lab's own.\n",
  "two/.metastasis-notes/words.txt": "zorfanatinib\n",
  "two/b.md": "XZ-999 and bevacizumab\n",
};

describe("two folders side by side", () => {
  let root = "";
  let server: ServerProcess;
  const uriOf = (name: string) => pathToFileURL(path.join(root, name)).href;
  const opened = (name: string, text = FILES[name]!) => open(server, uriOf(name), text);

  before(async () => {
    root = temporaryFolder(FILES);
    server = startProcess({ "workspace/configuration": () => [{ codeLens: true }] });
    const workspaceFolders = ["one", "two"].map((name) => ({ uri: uriOf(name), name }));
    const initializationOptions = { commands: [FIND_USES] };
    const capabilities = { ...ABLE, workspace: { ...ABLE.workspace, workspaceFolders: true } };
    await server.request("initialize", { processId: null, rootUri: null, workspaceFolders, capabilities, initializationOptions });
    server.notify("initialized", {});
  });
  after(() => server.kill());

  it("have their own names in lenses", async () => {
    const [lens] = await server.request<CodeLens[]>("textDocument/codeLens", opened("two/b.md"));
    const { command } = await server.request<CodeLens>("codeLens/resolve", lens);
    assert.equal(command?.title, "XZ-999: 1 use in 1 note");
  });

  it("have their own names in lists, though the other folder is asked meanwhile", async () => {
    const text = "Given XZ-9\n";
    for (const name of ["one/a.md", "two/b.md"]) await findingsOf(server, opened(name));
    const list = await completionsOf(server, opened("two/list.md", text), text, "XZ-9");
    const item = list!.items.find(({ label }) => label === "XZ-999")!;
    assert.match(cardOf(await hoverOn(server, opened("one/a.md"), FILES["one/a.md"]!, "MB-217")), /first lab/);
    const { documentation } = await server.request<CompletionItem>("completionItem/resolve", item);
    assert.match(JSON.stringify(documentation), /second lab/);
  });

  it("have cards of their own for records of one id", async () => {
    for (const [folder, said] of [
      ["one", /first lab/],
      ["two", /second lab/],
    ] as const) {
      const note = { uri: uriOf(`${folder}/note.md`) };
      const card = await server.request<CardText>(CARD, { form: "full", reference: "drug:lab-1", textDocument: note });
      assert.match(card.text, said, folder);
    }
  });

  it("have what they call by one id counted as the first folder's where they are two things", async () => {
    const twins = temporaryFolder({
      "one/.metastasis-notes/own.yaml": "id: lead\nkind: drug\npreferred_name: MB-217\n",
      "one/a.md": "MB-217\n",
      "one/.metastasis-notes/names.tsv": "name\tkind\nQX-12\tdrug\n",
      "one/c.md": "QX-12\n",
      "two/.metastasis-notes/own.yaml": "id: lead\nkind: drug\npreferred_name: XZ-999\n",
      "two/.metastasis-notes/names.tsv": "name\tkind\nqx 12\tdrug\n",
      "two/b.md": "XZ-999 and XZ-999, qx 12\n",
    });
    const other = startProcess();
    const workspaceFolders = ["one", "two"].map((name) => ({ uri: pathToFileURL(path.join(twins, name)).href, name }));
    await other.request("initialize", { processId: null, rootUri: null, workspaceFolders, capabilities: ABLE });
    other.notify("initialized", {});
    const counts = await other.request<Record<string, unknown>>(COUNTS);
    assert.deepEqual(counts["drug:lead"], [1, 1]);
    // written otherwise, it is one thing
    assert.deepEqual(counts["drug:qx-12"], [2, 2]);
  });

  it("show no card of an unknown word that a folder or a note accepts", async () => {
    const text = "Treated with zorfanatinib 10 mg.\n";
    const word = opened("one/word.md", text);
    await findingsOf(server, word);
    assert.match(cardOf(await hoverOn(server, word, text, "zorfanatinib")), /in none of our lists/);
    const accepted = `---\nmetastasis-notes:\n  accept: [zorfanatinib]\n---\n${text}`;
    for (const [name, all] of [
      ["two/word.md", text],
      ["one/accepted.md", accepted],
    ] as const) {
      const note = opened(name, all);
      assert.deepEqual(await findingsOf(server, note), []);
      assert.equal(await server.request("textDocument/hover", { ...note, position: rangeOf(all, " 10 mg").start }), null, name);
    }
  });

  it("have uses where they stand in open notes, whichever folder is asked from", async () => {
    const edited = `New first line.\n\n${FILES["two/b.md"]}`;
    const here = opened("one/a.md");
    opened("two/b.md", edited);
    const position = rangeOf(FILES["one/a.md"]!, "bevacizumab").start;
    const found = await server.request<Location[]>("textDocument/references", { ...here, position, context: { includeDeclaration: true } });
    assert.deepEqual(
      found.filter(({ uri }) => uri === uriOf("two/b.md")).map(({ range }) => range),
      [rangeOf(edited, "bevacizumab")],
    );
  });

  it("are counted anew, as the client is told, when one of them is closed or opened", async () => {
    const counts = () => server.request<Record<string, unknown>>(COUNTS);
    const folder = { uri: uriOf("two"), name: "two" };
    assert.ok("drug:xz-999" in (await counts()));
    for (const [event, isCounted] of [
      [{ added: [], removed: [folder] }, false],
      [{ added: [folder], removed: [] }, true],
    ] as const) {
      server.take(CHANGED);
      server.notify("workspace/didChangeWorkspaceFolders", { event });
      await server.next(CHANGED);
      assert.equal("drug:xz-999" in (await counts()), isCounted);
    }
  });
});
