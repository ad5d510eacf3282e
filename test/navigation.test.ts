/** Uses, symbols and one spelling across the notes of a folder, as editors ask for them. */
import assert from "node:assert/strict";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type {
  AnnotatedTextEdit,
  CodeLens,
  DocumentHighlight,
  DocumentSymbol,
  Location,
  LocationLink,
  SymbolInformation,
  TextDocumentEdit,
  WorkspaceEdit,
  WorkspaceSymbol,
} from "vscode-languageserver";
import { usesTitle } from "../client/views/words";
import { COUNTS, FIND_USES, type Network, USES, type Uses, VIEW } from "../server/protocol";
import { applied, open, rangeOf, startProcess, textIn } from "./client";
import { ABLE, at, FILES, referencesOf, serve } from "./notesFolder";
import { temporaryFolder } from "./temporary";

const titleOf = (uses: Uses): string =>
  usesTitle(uses, (text, ...values) => text.replace(/\{(\d)\}/g, (_, i) => String(values[Number(i)])));

const EVERYWHERE = [
  "arms.md: Keytruda",
  "arms.md: MK-3475",
  "other.qmd: pembrolizumab",
  "sub/plan.md: Pembrolizumab",
  "sub/plan.md: Keytruda",
];

describe("across the notes of a folder", () => {
  let folder: Awaited<ReturnType<typeof serve>>;
  before(async () => {
    folder = await serve(ABLE);
  });
  after(() => folder.server.kill());
  const ARMS = FILES["arms.md"]!;

  it("finds a concept by all its names, in all notes but those that git leaves out", async () => {
    const place = at(folder.note("arms.md"), ARMS, "Keytruda");
    assert.deepEqual(folder.shown((await referencesOf(folder.server, place))!), EVERYWHERE);
    const uses = await folder.server.request<Uses>(USES, place);
    assert.equal(titleOf(uses), "5 uses of pembrolizumab, also as Keytruda, MK-3475, in 3 notes");
    assert.deepEqual(uses.spellings, ["pembrolizumab", "Keytruda", "MK-3475"]);
    assert.deepEqual(folder.shown(uses.locations), EVERYWHERE);
    assert.equal(titleOf(await folder.server.request<Uses>(USES, { reference: "drug:pembrolizumab" })), titleOf(uses));
    assert.equal(await folder.server.request(USES, { reference: "drug:nothing" }), null);
    assert.equal(await folder.server.request(USES, {}), null);
  });
  it("counts the uses of each record", async () => {
    const counts = await folder.server.request<Record<string, number[]>>(COUNTS);
    assert.deepEqual(
      [counts["drug:pembrolizumab"], counts["target:PDCD1"]],
      [
        [5, 3],
        [1, 1],
      ],
    );
  });
  it("follows what is typed and what changes on disk", async () => {
    const typed = "Keytruda and Keytruda\n";
    folder.server.notify("textDocument/didChange", {
      textDocument: { uri: folder.uriOf("arms.md"), version: 2 },
      contentChanges: [{ text: typed }],
    });
    writeFileSync(folder.file("new.md"), "MK-3475");
    rmSync(folder.file("other.qmd"));
    folder.server.notify("workspace/didChangeWatchedFiles", {
      changes: [
        { uri: folder.uriOf("new.md"), type: 1 },
        { uri: folder.uriOf("other.qmd"), type: 3 },
      ],
    });
    const places = await referencesOf(folder.server, {
      textDocument: { uri: folder.uriOf("arms.md") },
      position: { line: 0, character: 1 },
    });
    assert.deepEqual(folder.shown(places!, { "arms.md": typed }), [
      "arms.md: Keytruda",
      "arms.md: Keytruda",
      "new.md: MK-3475",
      "sub/plan.md: Pembrolizumab",
      "sub/plan.md: Keytruda",
    ]);
    // closed without being saved: its file counts again
    folder.server.notify("textDocument/didClose", { textDocument: { uri: folder.uriOf("arms.md") } });
    assert.equal(
      titleOf(await folder.server.request<Uses>(USES, { reference: "drug:pembrolizumab" })),
      "5 uses of pembrolizumab, also as Keytruda, MK-3475, in 3 notes",
    );
  });
  it("lists concepts as symbols, by any name", async () => {
    const symbols = await folder.server.request<WorkspaceSymbol[]>("workspace/symbol", { query: "keytr" });
    assert.deepEqual(
      symbols.map(({ name, containerName }) => [name, containerName]),
      [
        ["pembrolizumab (Keytruda)", "drug · 2 uses"],
        ["pembrolizumab (Keytruda)", "drug · 2 uses"],
        ["pembrolizumab (Keytruda)", "drug · 1 use"],
      ],
    );
    assert.deepEqual(await folder.server.request("workspace/symbol", { query: "sunitinib" }), []);
    assert.deepEqual(await folder.server.request("workspace/symbol", { query: 5 }), []);
  });
  it("draws what the notes of a folder name, each where it stands first", async () => {
    const networkOf = async (name: string) => {
      const { nodes } = await folder.server.request<Network>(VIEW, {
        view: "network",
        folder: path.posix.dirname(folder.uriOf(`${name}x`)),
      });
      return nodes.filter(({ place }) => place).map(({ id, place }) => `${id} ${folder.shown([place!])}`);
    };
    const [all, sub] = [await networkOf(""), await networkOf("sub/")];
    assert.ok(all.includes("drug:pembrolizumab arms.md: Keytruda"), all.join("\n"));
    assert.ok(sub.includes("drug:pembrolizumab sub/plan.md: Pembrolizumab"), sub.join("\n"));
    assert.ok(sub.every((node) => node.includes(" sub/")));
  });
  it("writes one spelling everywhere, after a look", async () => {
    const plan = folder.note("sub/plan.md");
    const place = at(plan, FILES["sub/plan.md"]!, "Pembrolizumab");
    assert.deepEqual(await folder.server.request("textDocument/prepareRename", place), {
      range: rangeOf(FILES["sub/plan.md"]!, "Pembrolizumab"),
      placeholder: "Pembrolizumab",
    });
    const edit = await folder.server.request<WorkspaceEdit>("textDocument/rename", { ...place, newName: "pembrolizumab" });
    const changed = (edit.documentChanges as TextDocumentEdit[]).map(({ textDocument, edits }) => [
      path.basename(textDocument.uri),
      textDocument.version,
      applied(readFileSync(fileURLToPath(textDocument.uri), "utf8"), edits as never),
    ]);
    assert.deepEqual(changed, [
      ["arms.md", null, "# Arms\n\n😀 **pembrolizumab** against PD-1, pembrolizumab before.\n"],
      ["new.md", null, "Pembrolizumab"],
    ]);
    assert.deepEqual(toBeConfirmed(edit), ["Keytruda", "MK-3475", "MK-3475"]);
    const arms = { ...at(folder.note("arms.md"), ARMS, "Keytruda"), newName: "pembrolizumab" };
    assert.deepEqual(toBeConfirmed(await folder.server.request<WorkspaceEdit>("textDocument/rename", arms)), ["MK-3475", "MK-3475"]);
    await assert.rejects(
      folder.server.request("textDocument/rename", { ...place, newName: "bevacizumab" }),
      /“bevacizumab” is no name of pembrolizumab .* such as pembrolizumab, Keytruda, MK-3475/,
    );
    assert.equal(await folder.server.request("textDocument/prepareRename", at(plan, FILES["sub/plan.md"]!, "first")), null);
  });
  it("is told in the user's language, as far as the client has sent that", async () => {
    const texts = { "Use “{0}” for {1}": "„{0}“ für {1} verwenden", "Use “{0}” for {1}, written otherwise": 5 };
    const folder = await serve(ABLE, { "a.md": "Keytruda, MK-3475\n" }, {}, { texts });
    const place = at(folder.note("a.md"), "Keytruda, MK-3475\n", "Keytruda");
    const { changeAnnotations } = await folder.server.request<WorkspaceEdit>("textDocument/rename", { ...place, newName: "pembrolizumab" });
    assert.deepEqual(
      Object.values(changeAnnotations!).map(({ label }) => label),
      ["„pembrolizumab“ für pembrolizumab verwenden", "Use “pembrolizumab” for pembrolizumab, written otherwise"],
    );
  });
});

/** What of an edit an editor has the user confirm. All else it ticks: with nothing ticked, its *Apply* does nothing. */
function toBeConfirmed({ documentChanges, changeAnnotations }: WorkspaceEdit): string[] {
  return (documentChanges as TextDocumentEdit[]).flatMap(({ textDocument, edits }) =>
    (edits as AnnotatedTextEdit[])
      .filter(({ annotationId }) => changeAnnotations![annotationId]!.needsConfirmation)
      .map(({ range }) => textIn(readFileSync(fileURLToPath(textDocument.uri), "utf8"), range)),
  );
}

describe("notebooks of a folder", () => {
  const source = ["# Screen\n", "\n", "With MK-3475"];
  const screen = JSON.stringify({ cells: [{ cell_type: "markdown", metadata: {}, source }], nbformat: 4 }, null, 1);
  const files = { "arms.md": "Keytruda\n", "screen.ipynb": screen, "broken.ipynb": "{", "empty.ipynb": "" };
  it("are read while they are closed, at the places of their files; open, by their cells", async () => {
    const folder = await serve({ ...ABLE, notebookDocument: { synchronization: {} } }, files);
    const place = at(folder.note("arms.md"), files["arms.md"], "Keytruda");
    assert.deepEqual(folder.shown((await referencesOf(folder.server, place))!), ["arms.md: Keytruda", "screen.ipynb: MK-3475"]);
    const edit = await folder.server.request<WorkspaceEdit>("textDocument/rename", { ...place, newName: "pembrolizumab" });
    const changed = edit.documentChanges!.map((change) => (change as TextDocumentEdit).textDocument.uri);
    assert.deepEqual(changed, [folder.uriOf("arms.md")], "JSON is no Markdown");
    const [uri, document] = [folder.uriOf("screen.ipynb"), "vscode-notebook-cell:/screen.ipynb#0"];
    folder.server.notify("notebookDocument/didOpen", {
      notebookDocument: { uri, notebookType: "jupyter-notebook", version: 1, cells: [{ kind: 1, document }] },
      cellTextDocuments: [{ uri: document, languageId: "markdown", version: 1, text: "Keytruda, Keytruda" }],
    });
    const open = (await referencesOf(folder.server, place))!.map((one) => one.uri);
    assert.deepEqual(open, [folder.uriOf("arms.md"), document, document]);
  });
});

describe("within a note", () => {
  const TEXT = "---\ndrugs: [Keytruda]\n---\npembrolizumab and epithelial plasticity (EPX), then EPX and MK-3475.\n";
  let folder: Awaited<ReturnType<typeof serve>>;
  before(async () => {
    folder = await serve(ABLE, { "a.md": TEXT }, { documentSymbols: true, codeLens: true, index: { enabled: false } });
  });
  after(() => folder.server.kill());

  it("highlights a concept by all its names; where it is declared, as what writes it", async () => {
    const place = at(folder.note("a.md"), TEXT, "pembrolizumab");
    const marked = await folder.server.request<DocumentHighlight[]>("textDocument/documentHighlight", place);
    assert.deepEqual(
      marked.map(({ range, kind }) => `${textIn(TEXT, range)} ${kind}`),
      ["Keytruda 3", "pembrolizumab 1", "MK-3475 1"],
    );
    assert.equal(await folder.server.request("textDocument/documentHighlight", at(place, TEXT, "then")), null);
    const used = await folder.server.request<Location[]>("textDocument/references", { ...place, context: { includeDeclaration: false } });
    assert.deepEqual(folder.shown(used), ["a.md: pembrolizumab", "a.md: MK-3475"]);
  });
  it("says that only open notes are read where the index is off", async () => {
    const uses = await folder.server.request<Uses>(USES, at(folder.note("a.md"), TEXT, "pembrolizumab"));
    assert.equal(titleOf(uses), "3 uses of pembrolizumab, also as Keytruda, MK-3475, in 1 note; only open notes were looked at");
  });
  it("goes to the full card", async () => {
    const [link] = await folder.server.request<LocationLink[]>("textDocument/definition", at(folder.note("a.md"), TEXT, "MK-3475"));
    assert.equal(link!.targetUri, "metastasis-notes:/drug/pembrolizumab.md");
    assert.equal(textIn(TEXT, link!.originSelectionRange!), "MK-3475");
  });
  it("offers symbols and lenses once they are wanted", async () => {
    const wanted = new Set<string>();
    for (let i = 0; i < 4; i++) {
      const { registrations } = await folder.server.next<{ registrations: Array<{ method: string }> }>("client/registerCapability");
      for (const { method } of registrations) wanted.add(method);
    }
    assert.ok(wanted.has("textDocument/documentSymbol") && wanted.has("textDocument/codeLens"), [...wanted].join());
    const note = folder.note("a.md");
    const symbols = await folder.server.request<DocumentSymbol[]>("textDocument/documentSymbol", note);
    assert.deepEqual([symbols[0]!.name, symbols[0]!.detail], ["pembrolizumab", "drug · 3 uses"]);
    const [lens] = await folder.server.request<CodeLens[]>("textDocument/codeLens", note);
    const { command } = await folder.server.request<CodeLens>("codeLens/resolve", lens);
    assert.deepEqual(
      [command!.title, command!.command, command!.arguments],
      [
        "pembrolizumab: 3 uses in 1 note",
        FIND_USES,
        ["drug:pembrolizumab", { ...note, position: lens!.range.start }, ["pembrolizumab", 3, 1]],
      ],
    );
    for (const data of [undefined, "1", -1, {}, { uri: "file:///no.md", reference: "drug:none" }])
      assert.deepEqual(await folder.server.request("codeLens/resolve", { ...lens, data }), JSON.parse(JSON.stringify({ ...lens, data })));
  });
});

describe("languages that become notes later", () => {
  it("have their files watched from then on", async () => {
    const settings = { languages: ["markdown"] as string[] };
    const folder = await serve(ABLE, { "a.md": "Keytruda\n", "b.qmd": "nothing\n" }, settings);
    const { server } = folder;
    const used = async () => (await server.request<Uses>(USES, { reference: "drug:pembrolizumab" })).locations.length;
    assert.equal(await used(), 1);
    settings.languages = ["markdown", "quarto"];
    server.notify("workspace/didChangeConfiguration", { settings: null });
    assert.equal(await used(), 1);
    const watched = server.take<{ registrations: object[] }>("client/registerCapability").map((each) => JSON.stringify(each));
    assert.ok(
      watched.some((each) => each.includes(".qmd") && each.includes(".QMD")),
      watched.join("\n"),
    );
  });
});

describe("with names of a lab's own", () => {
  it("finds them, whichever note is asked from or none", async () => {
    const names = "name\tkind\tpreferred\nMB-217\tdrug\t\nbevax\tdrug\tbevacizumab\n";
    const files = { ".metastasis-notes/names.tsv": names, "a.md": "bevax and MB-217\n", "b.md": "bevacizumab or MB-217\n" };
    const folder = await serve(ABLE, files);
    const note = folder.note("a.md");
    const own = (await referencesOf(folder.server, at(note, files["a.md"], "MB-217")))!;
    assert.deepEqual(folder.shown(own), ["a.md: MB-217", "b.md: MB-217"]);
    const known = (await referencesOf(folder.server, at(note, files["a.md"], "bevax")))!;
    assert.deepEqual(folder.shown(known), ["a.md: bevax", "b.md: bevacizumab"]);
    const definition = async (word: string) =>
      (await folder.server.request<LocationLink[]>("textDocument/definition", at(note, files["a.md"], word))).map(
        ({ targetUri, targetRange }) => `${targetUri.replace(/^.*(?=\.metastasis)/, "")} ${targetRange.start.line}`,
      );
    assert.deepEqual(await definition("MB-217"), [".metastasis-notes/names.tsv 1"]);
    assert.deepEqual(await definition("bevax"), ["metastasis-notes:/drug/bevacizumab.md 0", ".metastasis-notes/names.tsv 2"]);
    const symbols = await folder.server.request<WorkspaceSymbol[]>("workspace/symbol", { query: "MB-21" });
    assert.equal(symbols.length, 2);
  });
});

describe("folders that are opened later", () => {
  it("count from then on, with what they have of their own; those that are closed no longer", async () => {
    const first = await serve({ ...ABLE, workspace: { ...ABLE.workspace, workspaceFolders: true } }, { "a.md": "Keytruda\n" });
    const folder = temporaryFolder(
      { ".metastasis-notes/names.tsv": "name\tkind\nMB-217\tdrug\n", "b.md": "MK-3475 and MB-217\n" },
      "notes 2 ",
    );
    const { server } = first;
    const event = { uri: pathToFileURL(folder).href, name: "more" };
    const symbols = async (query: string) =>
      (await server.request<WorkspaceSymbol[]>("workspace/symbol", { query })).map(({ location }) => location.uri.split("/").at(-1));
    const change = (added: object[], removed: object[]) =>
      server.notify("workspace/didChangeWorkspaceFolders", { event: { added, removed } });
    assert.deepEqual(await symbols("pembrolizumab"), ["a.md"]);
    change([event], []);
    assert.deepEqual(await symbols("pembrolizumab"), ["a.md", "b.md"]);
    const note = open(server, `${event.uri}/b.md`, "MK-3475 and MB-217\n");
    const hover = await server.request<{ contents: { value: string } }>("textDocument/hover", {
      ...note,
      position: { line: 0, character: 14 },
    });
    assert.match(hover.contents.value, /MB-217/);
    server.notify("textDocument/didClose", note);
    server.notify("workspace/didChangeWorkspaceFolders", { event: null });
    change([], [event]);
    assert.deepEqual(await symbols("pembrolizumab"), ["a.md"]);
  });
});

describe("folders that are open side by side", () => {
  it("have the names of their own notes found, each as its folder means it: a drug here, a target there", async () => {
    const folders = ["drug\nZQ-31\tdrug", "target\nXK-9\tdrug"].map((said, i) =>
      temporaryFolder(
        { ".metastasis-notes/names.tsv": `name\tkind\nMB-217\t${said}\n`, [`${i}.md`]: "MB-217, ZQ-31 and XK-9; Keytruda\n" },
        `notes ${i} `,
      ),
    );
    const server = startProcess();
    const workspaceFolders = folders.map((folder) => ({ uri: pathToFileURL(folder).href, name: folder }));
    await server.request("initialize", { processId: null, rootUri: null, workspaceFolders, capabilities: {} });
    server.notify("initialized", {});
    const symbols = async (query: string) =>
      (await server.request<SymbolInformation[]>("workspace/symbol", { query })).map(
        ({ name, containerName, location }) => `${location.uri.split("/").at(-1)}: ${name}, ${containerName}`,
      );
    assert.deepEqual(await symbols("MB-217"), ["0.md: MB-217, drug · 1 use", "1.md: MB-217, target · 1 use"]);
    assert.deepEqual(await symbols("ZQ-31"), ["0.md: ZQ-31, drug · 1 use"]);
    assert.deepEqual(await symbols("XK-9"), ["1.md: XK-9, drug · 1 use"]);
    const counts = await server.request<Record<string, number[]>>(COUNTS);
    assert.deepEqual(
      ["drug:pembrolizumab", "drug:mb-217", "target:mb-217", "drug:xk-9"].map((reference) => counts[reference]),
      [
        [2, 2],
        [1, 1],
        [1, 1],
        [1, 1],
      ],
    );
    const network = await server.request<Network>(VIEW, { view: "network", folder: workspaceFolders[1]!.uri });
    assert.deepEqual(
      network.nodes.map(({ label, kind }) => `${label}, ${kind}`),
      ["pembrolizumab, drug", "MB-217, target", "XK-9, drug", "PD-1, target"],
    );
  });
});

describe("before a client that can do little", () => {
  it("looks at the files each time, and gives plain edits and symbols", async () => {
    const folder = await serve({}, { "a.md": "Keytruda\n", "b.md": "p53\n" });
    const place = at(folder.note("a.md"), "Keytruda\n", "Keytruda");
    assert.deepEqual(folder.shown((await referencesOf(folder.server, place))!), ["a.md: Keytruda"]);
    writeFileSync(folder.file("b.md"), "with MK-3475\n");
    assert.deepEqual(folder.shown((await referencesOf(folder.server, place))!), ["a.md: Keytruda", "b.md: MK-3475"]);
    const { changes } = await folder.server.request<WorkspaceEdit>("textDocument/rename", { ...place, newName: "MK-3475" });
    assert.deepEqual(Object.keys(changes!), [folder.uriOf("a.md")]);
    assert.equal(await folder.server.request("textDocument/documentSymbol", place), null);
    assert.deepEqual(await folder.server.request("textDocument/codeLens", place), []);
  });
  it("shows that it reads many notes", async () => {
    const files = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`${String(i).padStart(2, "0")}.md`, "Keytruda\n"]));
    const folder = await serve({ window: { workDoneProgress: true } }, files);
    const found = folder.server.request<Uses>(USES, { reference: "drug:pembrolizumab" });
    const { token } = await folder.server.next<{ token: string }>("window/workDoneProgress/create");
    const begin = await folder.server.next<{ token: string; value: { kind: string } }>("$/progress");
    assert.deepEqual([begin.token, begin.value.kind], [token, "begin"]);
    assert.match(titleOf(await found), /^60 uses .* in 60 notes$/);
    await folder.server.next<{ value: { kind: string } }>("$/progress", ({ value }) => value.kind === "end");
  });
});
