/** Own data through the built server: hover, findings, problems on the file, in clients that watch files and in those that do not. */
import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { ClientCapabilities, Hover, Location, MarkupContent, PublishDiagnosticsParams, WorkspaceEdit } from "vscode-languageserver";
import { CARD, type CardText, CHANGED, LIST_FOLDER, OWN_SHOWN, READ_ENCODED } from "../server/protocol";
import { type Answers, initialize, open, type ServerProcess, startProcess, textIn } from "./client";
import { temporaryFolder, writeFiles } from "./temporary";

/** The card of a code that nobody knows, or none. */
const UNKNOWN = /^$| a code in none of our lists /;
const TEXT = "We gave MB-217 to mice.\n";
const WATCHING: ClientCapabilities = {
  workspace: { didChangeWatchedFiles: { dynamicRegistration: true } },
  textDocument: { hover: { contentFormat: ["plaintext"] }, publishDiagnostics: { codeDescriptionSupport: true } },
};

describe("own data before a client", () => {
  let folder = "";
  let client: ServerProcess;
  const at = (name: string) => path.join(folder, ".metastasis-notes", name);
  const uriOf = (file: string) => pathToFileURL(file).href;
  const write = (name: string, text: string) => writeFiles(folder, { [`.metastasis-notes/${name}`]: text });
  /** Writes a file and says so. */
  const change = (name: string, text: string) => {
    write(name, text);
    client.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: uriOf(at(name)), type: 2 }] });
  };
  const hovered = async (note: ReturnType<typeof open>): Promise<string> => {
    const hover = await client.request<Hover | null>("textDocument/hover", { ...note, position: { line: 0, character: 10 } });
    return (hover?.contents as MarkupContent | undefined)?.value ?? "";
  };
  /** Asks until a card holds what is wanted: a dataset is made anew behind what is asked. */
  const shows = async (note: ReturnType<typeof open>, wanted: RegExp): Promise<void> => {
    // hovers wait for it no longer than a moment, findings do
    await client.request("textDocument/diagnostic", note);
    for (let i = 0; i < 200; i++) {
      if (wanted.test(await hovered(note))) return;
      await new Promise((resolve) => setImmediate(resolve));
    }
    assert.match(await hovered(note), wanted);
  };
  const problems = (name: string) =>
    client.next<PublishDiagnosticsParams>("textDocument/publishDiagnostics", ({ uri }) => uri === uriOf(at(name)));
  const start = async (capabilities: ClientCapabilities, answers: Answers = {}) => {
    folder = temporaryFolder();
    client = startProcess(answers);
    await initialize(client, capabilities);
  };
  it("has its problems told where a file of it is shown, though no note asks for it, and a word on any other file changes nothing", async () => {
    await start(WATCHING);
    const table = { "sub/.metastasis-notes/names.tsv": "name\tkind\nMB-217\tpill\n" };
    writeFiles(folder, table);
    const uri = uriOf(path.join(folder, Object.keys(table)[0]!));
    for (const other of [null, 7, "", "x", "names.tsv", "/.metastasis-notes/names.tsv", uriOf(folder)]) client.notify(OWN_SHOWN, other);
    client.notify(OWN_SHOWN, uri);
    const [problem, ...others] = (await client.next<PublishDiagnosticsParams>("textDocument/publishDiagnostics")).diagnostics;
    assert.match(JSON.stringify(problem), /pill/);
    assert.deepEqual([problem!.range.start.line, others.length], [1, 0]);
    // saved, in a window that is not told of changed files yet
    writeFiles(folder, { "sub/.metastasis-notes/names.tsv": "name\tkind\nMB-217\tdrug\n" });
    client.notify(OWN_SHOWN, uri);
    assert.deepEqual((await client.next<PublishDiagnosticsParams>("textDocument/publishDiagnostics")).diagnostics, []);
  });

  it("is on cards in the cells of a notebook", async () => {
    await start({ ...WATCHING, notebookDocument: { synchronization: {} } });
    write("mb-217.yaml", "id: mb-217\nkind: drug\npreferred_name: MB-217\nsummary: Our lead.\n");
    const file = path.join(folder, "a.ipynb");
    const cell = { uri: `vscode-notebook-cell:${file}#1`, languageId: "markdown", version: 1, text: TEXT };
    client.notify("notebookDocument/didOpen", {
      notebookDocument: { uri: uriOf(file), notebookType: "jupyter-notebook", version: 1, cells: [{ kind: 1, document: cell.uri }] },
      cellTextDocuments: [cell],
    });
    const note = { textDocument: { uri: cell.uri } };
    await shows(note, /MB-217 · drug\n+Our lead\./);
    // the first answer is read anew where it finds nothing, later ones are not
    const hover = await client.request<Hover | null>("textDocument/hover", { ...note, position: { line: 0, character: 9 } });
    assert.match((hover?.contents as MarkupContent | undefined)?.value ?? "", /Our lead\./);
  });

  it("is known in notes, told where it is broken, kept meanwhile, and mended", async () => {
    await start(WATCHING);
    write("mb-217.yaml", "id: mb-217\nkind: drug\npreferred_name: MB-217\nsummary: Our lead.\n");
    const note = open(client, uriOf(path.join(folder, "a.md")), TEXT);
    await shows(note, /MB-217 · drug\n+Our lead\./);
    change("mb-217.yaml", "id: mb-217\nkind: pill\n");
    const { diagnostics } = await problems("mb-217.yaml");
    assert.deepEqual(
      diagnostics.map(({ range, severity, source }) => [range.start.line, range.start.character, severity, source]),
      [[1, 0, 1, "Metastasis Notes"]],
    );
    assert.equal(textIn("id: mb-217\nkind: pill\n", diagnostics[0]!.range), "kind: pill");
    assert.match(diagnostics[0]!.codeDescription!.href, /README\.md#your-labs-own-words$/);
    await shows(note, /Our lead\./);
    change("mb-217.yaml", "id: mb-217\nkind: drug\npreferred_name: MB-217\nsummary: Our best.\n");
    assert.deepEqual((await problems("mb-217.yaml")).diagnostics, []);
    await shows(note, /Our best\./);
    rmSync(at("mb-217.yaml"));
    client.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: uriOf(at("mb-217.yaml")), type: 3 }] });
    await shows(note, UNKNOWN);
  });

  for (const [encoding, widthOf] of [
    ["utf-8", (text: string) => Buffer.byteLength(text)],
    ["utf-16", (text: string) => text.length],
    ["utf-32", (text: string) => [...text].length],
  ] as const) {
    it(`is told where it is broken in columns of ${encoding}`, async () => {
      await start({ ...WATCHING, general: { positionEncodings: [encoding] } });
      const [before, broken] = ['{ id: x1, summary: "β and 😀", ', "kind: pill"];
      write("ours.yaml", `${before}${broken} }\n`);
      await hovered(open(client, uriOf(path.join(folder, "a.md")), TEXT));
      const { diagnostics } = await problems("ours.yaml");
      assert.deepEqual(
        diagnostics.map(({ range }) => [range.start.character, range.end.character]),
        [[widthOf(before), widthOf(before) + broken.length]],
      );
    });
  }

  it("is read behind a first answer that does without it, though nobody asks again", async () => {
    await start(WATCHING);
    write("names.tsv", "name\tkind\nMB-217\tpill\n");
    assert.match(await hovered(open(client, uriOf(path.join(folder, "a.md")), "Keytruda")), /Pembrolizumab/i);
    assert.equal((await problems("names.tsv")).diagnostics.length, 1);
  });

  it("that a checkout changes in many files at once is joined once; until then what was there answers", async () => {
    let refreshed = 0;
    const count = () => {
      refreshed++;
      return null;
    };
    await start(
      {
        workspace: { ...WATCHING.workspace, diagnostics: { refreshSupport: true } },
        textDocument: { ...WATCHING.textDocument!, diagnostic: {} },
      },
      {
        "workspace/diagnostic/refresh": count,
      },
    );
    const record = (i: number, branch: string) => `id: mb-${i}\nkind: drug\npreferred_name: MB-${i}00\nsummary: Of the ${branch} branch.\n`;
    for (let i = 1; i <= 80; i++) write(`mb-${i}.yaml`, record(i, "old"));
    const notes = ["MB-100", "MB-4000"].map((name) => open(client, uriOf(path.join(folder, `${name}.md`)), `We gave ${name}.\n`));
    for (const note of notes) await shows(note, /Of the old branch/);
    const gone = open(client, uriOf(path.join(folder, "gone.md")), "We gave MB-6000.\n");
    await shows(gone, /Of the old branch/);
    const changes: object[] = [];
    for (let i = 1; i <= 100; i++) {
      if (i > 50 && i <= 80) rmSync(at(`mb-${i}.yaml`));
      else write(`mb-${i}.yaml`, record(i, "new"));
      changes.push({ uri: uriOf(at(`mb-${i}.yaml`)), type: i <= 50 ? 2 : i <= 80 ? 3 : 1 });
    }
    // as an editor tells of them, in parts
    for (let i = 0; i < changes.length; i += 25) client.notify("workspace/didChangeWatchedFiles", { changes: changes.slice(i, i + 25) });
    for (let isNew = false; !isNew; ) {
      const [one, other] = [await hovered(notes[0]!), await hovered(notes[1]!)];
      assert.match(one, /Of the (?:old|new) branch/);
      isNew = one.includes("new");
      // all of them change at once
      if (isNew) assert.match(other, /Of the new branch/);
    }
    assert.match(await hovered(gone), UNKNOWN);
    await shows(open(client, uriOf(path.join(folder, "more.md")), "We gave MB-9000.\n"), /Of the new branch/);
    assert.equal(refreshed, 1);
  });

  /** Starts with the folder open, for a client that shows full cards. @returns what stands on the card of MB-217 */
  const startWithCards = async () => {
    folder = temporaryFolder();
    client = startProcess();
    const workspaceFolders = [{ uri: uriOf(folder), name: "lab" }];
    const params = { processId: null, rootUri: null, workspaceFolders, capabilities: WATCHING, initializationOptions: { commands: [] } };
    await client.request("initialize", params);
    client.notify("initialized", {});
    return async () => (await client.request<CardText | null>(CARD, { form: "full", reference: "drug:mb-217" }))?.text ?? "";
  };

  it("is on its card before any note was asked about, and is asked for again once it changes", async () => {
    const card = await startWithCards();
    write("mb-217.yaml", "id: mb-217\nkind: drug\npreferred_name: MB-217\nsummary: Our lead.\n");
    assert.match(await card(), /Our lead\./);
    change("mb-217.yaml", "id: mb-217\nkind: drug\npreferred_name: MB-217\nsummary: Our best.\n");
    await client.next(CHANGED);
    assert.match(await card(), /Our best\./);
  });

  it("is on its card before any note was asked about, where the folder of an open note has it", async () => {
    const card = await startWithCards();
    writeFiles(folder, { "bone/.metastasis-notes/names.tsv": "name\tkind\tpreferred\tnote\nMB-217\tdrug\t\tOur lead.\n" });
    open(client, uriOf(path.join(folder, "bone/a.md")), TEXT);
    assert.match(await card(), /Our lead\./);
  });

  it("is a folder's own: what another folder calls so is no use of it, and keeps its name", async () => {
    folder = temporaryFolder();
    const table = (kind: string) => `name\tkind\tpreferred\tnote\nMB-217\t${kind}\t\t\nMB217-HCl\t${kind}\tMB-217\t\n`;
    writeFiles(folder, {
      "a/.metastasis-notes/names.tsv": table("drug"),
      "a/one.md": TEXT,
      "a/below/two.md": TEXT,
      "b/.metastasis-notes/names.tsv": table("target"),
      "b/three.md": TEXT,
      "c/four.md": TEXT,
    });
    client = startProcess();
    const workspaceFolders = ["a", "b", "c"].map((name) => ({ uri: uriOf(path.join(folder, name)), name }));
    await client.request("initialize", { processId: null, rootUri: null, workspaceFolders, capabilities: WATCHING });
    client.notify("initialized", {});
    const place = { ...open(client, uriOf(path.join(folder, "a/one.md")), TEXT), position: { line: 0, character: 10 } };
    const named = (uris: Iterable<string>) => [...uris].map((uri) => path.basename(uri)).sort();
    const uses = await client.request<Location[]>("textDocument/references", { ...place, context: { includeDeclaration: true } });
    assert.deepEqual(named(uses.map(({ uri }) => uri)), ["one.md", "two.md"]);
    const edit = await client.request<WorkspaceEdit>("textDocument/rename", { ...place, newName: "MB217-HCl" });
    assert.deepEqual(named(Object.keys(edit.changes ?? {})), ["one.md", "two.md"]);
  });

  it("is read by the client in a virtual file system, and counts on the older side of a comparison as well", async () => {
    const files: Record<string, string> = { "memfs:/lab/.metastasis-notes/names.tsv": "name\tkind\nMB-217\tdrug\n" };
    client = startProcess({
      [READ_ENCODED]: ([uri]: [string]) => Buffer.from(files[uri]!).toString("base64"),
      [LIST_FOLDER]: ([uri]: [string]) => (uri === "memfs:/lab/.metastasis-notes" ? ["names.tsv"] : null),
    });
    const initializationOptions = { commands: [], extensionUri: "file:///extension" };
    const workspaceFolders = [{ uri: "memfs:/lab", name: "lab" }];
    await client.request("initialize", { processId: null, rootUri: null, workspaceFolders, capabilities: WATCHING, initializationOptions });
    client.notify("initialized", {});
    await shows(open(client, "memfs:/lab/a.md", TEXT), /record of “lab”/);
    await shows(open(client, "git:/lab/a.md?%7B%22ref%22%3A%22~%22%7D", TEXT), /record of “lab”/);
  });

  it("ends at the open folder for clients that name it by its path alone, or escape its address in another way than a note's", async () => {
    const lab = temporaryFolder();
    folder = path.join(lab, "bone (ü)");
    const table = (note: string) => `name\tkind\tpreferred\tnote\nMB-217\tdrug\t\t${note}\n`;
    writeFiles(lab, { ".metastasis-notes/names.tsv": table("The lab's lead.") });
    write("names.tsv", table("Our lead."));
    const rootUri = `file://${encodeURI(folder).replace("(", "%28")}`;
    assert.notEqual(rootUri, uriOf(folder));
    for (const params of [{ rootUri: null, rootPath: folder }, { rootUri }]) {
      client = startProcess();
      await client.request("initialize", { processId: null, capabilities: WATCHING, ...params });
      client.notify("initialized", {});
      const note = open(client, `${uriOf(folder)}/a.md`, TEXT);
      await shows(note, /Our lead\./);
      assert.doesNotMatch(await hovered(note), /The lab's/);
    }
  });

  it("is looked at again with each note that is saved, where the client watches no files", async () => {
    await start({ textDocument: { hover: { contentFormat: ["plaintext"] } } });
    const note = open(client, uriOf(path.join(folder, "a.md")), TEXT);
    assert.match(await hovered(note), UNKNOWN);
    write("names.tsv", "name\tkind\tpreferred\tnote\nMB-217\tdrug\t\tOur lead.\n");
    client.notify("textDocument/didSave", note);
    await shows(note, /Our lead\./);
    write("names.tsv", "name\tkind\tpreferred\tnote\nMB-217\tdrug\t\tOur best.\n");
    client.notify("textDocument/didSave", note);
    await shows(note, /Our best\./);
  });
});
