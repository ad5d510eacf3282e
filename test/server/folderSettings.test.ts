/** The server before a client whose folders have settings of their own. */
import assert from "node:assert/strict";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { ClientCapabilities, ConfigurationParams } from "vscode-languageserver";
import { ABLE, actionsOn, completionsOf, findingsOf, type Log, OPTIONS, ownCardOf, print, printTokens } from "../asking";
import { open, type ServerProcess, startProcess } from "../client";
import { temporaryFolder } from "../temporary";

const TEXT = "Patients were treated with bevacizumb 10 mg/kg and foltinib 5 mg, then EGFR and Keytr";
const TABLE = (note: string) => `name\tkind\tpreferred\tnote\nMB-217\tdrug\t\t${note}\n`;
const USUAL = {
  findings: ["warning misspelled-name: bevacizumb", "warning unknown-drug-name: foltinib"],
  completion: "pembrolizumab",
  tokens: ["target: EGFR"],
};
const CHANGED = {
  findings: ["error misspelled-name: bevacizumb"],
  completion: "Keytruda",
  tokens: [],
};
const SETTINGS = {
  rules: { "misspelled-name": "error" },
  acceptedWords: ["foltinib"],
  completion: { prefer: "asTyped" },
  semanticColours: false,
};

describe("folders with settings of their own", () => {
  let root = "";
  let server: ServerProcess;
  /** What holds in each folder, by its name; "" for all others. */
  let settings: Record<string, unknown> = {};
  let asked: ConfigurationParams["items"][] = [];
  let count = 0;

  const uriOf = (name: string) => pathToFileURL(path.join(root, name)).href;
  const folder = (name: string) => ({ uri: uriOf(name), name: path.basename(name) });
  const configuration = ({ items }: ConfigurationParams): unknown[] => {
    asked.push(items);
    return items.map(({ scopeUri }) => settings[scopeUri ? scopeUri.slice(uriOf("").length).replace(/^\//, "") : ""] ?? null);
  };

  /** Starts the server with folders open. */
  async function start(names: readonly string[], answer: (params: ConfigurationParams) => unknown = configuration): Promise<void> {
    root = temporaryFolder({ "one/list.tsv": TABLE("The first lab's."), "two/list.tsv": TABLE("The second lab's.") });
    asked = [];
    server = startProcess({ "workspace/configuration": answer });
    const capabilities: ClientCapabilities = { ...ABLE, workspace: { ...ABLE.workspace, configuration: true, workspaceFolders: true } };
    const params = { processId: null, rootUri: null, workspaceFolders: names.map(folder), capabilities, initializationOptions: OPTIONS };
    await server.request("initialize", params);
    server.notify("initialized", {});
  }
  const foldersChange = (added: readonly string[], removed: readonly string[]) =>
    server.notify("workspace/didChangeWorkspaceFolders", { event: { added: added.map(folder), removed: removed.map(folder) } });

  /** What can be seen of the settings in a new note of a folder. */
  async function seenIn(name: string, text = TEXT) {
    count += 1;
    const note = open(server, uriOf(path.join(name, `note-${count}.md`)), text);
    return {
      findings: print(text, await findingsOf(server, note)),
      completion: (await completionsOf(server, note, text, "Keytr"))!.items[0]!.textEdit!.newText,
      tokens: printTokens(text, await server.request("textDocument/semanticTokens/full", note)),
    };
  }

  beforeEach(() => {
    settings = {};
  });
  afterEach(() => server.kill());

  it("are not mixed, and are asked for once, with the first settings", async () => {
    settings = { two: SETTINGS };
    await start(["one", "two"]);
    assert.deepEqual(await seenIn("one"), USUAL);
    assert.deepEqual(await seenIn("two"), CHANGED);
    assert.deepEqual(await seenIn("two/below/it"), CHANGED);
    assert.deepEqual(await seenIn("outside"), USUAL);
    const section = "metastasisNotes";
    const scoped = ["one", "two"].map((name) => ({ scopeUri: uriOf(name), section }));
    assert.deepEqual(asked, [[{ section }, ...scoped]]);
  });

  it("accept words each for itself, and the fix says so", async () => {
    const acceptedIn = async (name: string) => {
      count += 1;
      const note = open(server, uriOf(path.join(name, `note-${count}.md`)), TEXT);
      return (await actionsOn(server, note, TEXT, "foltinib")).flatMap(({ title }) => /(?<=as a word in this )\w+/.exec(title)?.[0] ?? []);
    };
    await start(["one"]);
    assert.deepEqual(await acceptedIn("one"), ["workspace", "note"]);
    foldersChange(["two"], []);
    assert.deepEqual(await acceptedIn("one/below"), ["folder", "note"]);
    assert.deepEqual(await acceptedIn("outside"), ["workspace", "note"]);
    foldersChange([], ["two"]);
    assert.deepEqual(await acceptedIn("one"), ["workspace", "note"]);
  });

  it("have the innermost folder's where one lies in another", async () => {
    settings = { one: SETTINGS, "one/inner": {} };
    await start(["one/inner", "one"]);
    assert.deepEqual(await seenIn("one"), CHANGED);
    assert.deepEqual(await seenIn("one/inner"), USUAL);
  });

  it("follow a change, each its own", async () => {
    await start(["one", "two"]);
    assert.deepEqual(await seenIn("one"), USUAL);
    settings = { one: SETTINGS };
    server.notify("workspace/didChangeConfiguration", { settings: null });
    assert.deepEqual(await seenIn("one"), CHANGED);
    assert.deepEqual(await seenIn("two"), USUAL);
  });

  it("are asked for when a folder is opened, and forgotten when it is closed", async () => {
    settings = { two: SETTINGS };
    await start(["one"]);
    assert.deepEqual(await seenIn("two"), USUAL);
    foldersChange(["two"], []);
    assert.deepEqual(await seenIn("two"), CHANGED);
    foldersChange([], ["two"]);
    assert.deepEqual(await seenIn("two"), USUAL);
    assert.equal(asked.length, 3);
  });

  it("name datasets from their own folder", async () => {
    const dataset = { datasets: ["list.tsv"] };
    settings = { one: dataset, two: dataset };
    await start(["one", "two", "three"]);
    const text = "We gave MB-217 to mice.\n";
    for (const [name, card] of [
      ["one", /The first lab's/],
      ["two", /The second lab's/],
      ["three", /in none of our lists/],
      ["one", /The first lab's/],
    ] as const)
      assert.match(await ownCardOf(server, open(server, uriOf(`${name}/own-${count++}.md`), text), text, "MB-217"), card);
  });

  it("tell what is of no use with the folder's name, and once what all share", async () => {
    settings = { "": { semanticColours: 1 }, one: { semanticColours: 1 }, two: { semanticColours: 1, codeLens: 2 } };
    await start(["one", "two"]);
    await seenIn("one");
    assert.deepEqual(
      server.take<Log>("window/logMessage").map(({ message }) => message.replace(/;.*/, "")),
      ["metastasisNotes.semanticColours is 1", "two: metastasisNotes.codeLens is 2"],
    );
  });

  it("are those of all where the client answers for one only", async () => {
    await start(["one", "two"], () => [SETTINGS]);
    assert.deepEqual(await seenIn("two"), CHANGED);
  });

  it("never show what does not hold while the client is slow to answer", async () => {
    let answered = (): void => undefined;
    const waiting = new Promise<void>((resolve) => {
      answered = resolve;
    });
    settings = { two: SETTINGS };
    await start(["one", "two"], (params) => waiting.then(() => configuration(params)));
    const seen = seenIn("two");
    answered();
    assert.deepEqual(await seen, CHANGED);
  });
});

describe("folders of a client that sends its settings", () => {
  let server: ServerProcess;
  after(() => server.kill());

  it("share them, those that are opened later as well", async () => {
    const root = temporaryFolder({ "one/list.tsv": TABLE("The first lab's."), "two/list.tsv": TABLE("The second lab's.") });
    const uriOf = (name: string) => pathToFileURL(path.join(root, name)).href;
    const folder = (name: string) => ({ uri: uriOf(name), name });
    server = startProcess();
    const capabilities: ClientCapabilities = { workspace: { workspaceFolders: true } };
    await server.request("initialize", { processId: null, rootUri: null, workspaceFolders: [folder("one")], capabilities });
    server.notify("initialized", {});
    server.notify("workspace/didChangeConfiguration", { settings: { metastasisNotes: { datasets: ["list.tsv"] } } });
    const text = "We gave MB-217 to mice.\n";
    const card = (name: string) => ownCardOf(server, open(server, uriOf(name), text), text, "MB-217");
    assert.match(await card("one/a.md"), /The first lab's/);
    server.notify("workspace/didChangeWorkspaceFolders", { event: { added: [folder("two")], removed: [] } });
    assert.match(await card("two/a.md"), /The second lab's/);
    assert.match(await card("one/b.md"), /The first lab's/);
  });
});
