/** The server before settings, addresses, folders and own data that nobody should send: it answers all the same. */
import assert from "node:assert/strict";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { ClientCapabilities, Hover, PublishDiagnosticsParams } from "vscode-languageserver";
import { CARD, COUNTS, EXPORT, EXPORT_CHOICES, IS_NAME_LIKELY, LIST_NOTES, READING, TOOL, USES, VIEW } from "../server/protocol";
import { readSettings } from "../server/settings";
import { type Answers, initialize, open, ROOT, type ServerProcess, startProcess } from "./client";
import { temporaryFolder } from "./temporary";

const TEXT = "Patients got bevacizumab and MB-217.\n";

describe("a server", () => {
  let folder: string;
  let server: ServerProcess;
  let answers: Answers;
  beforeEach(async () => {
    folder = temporaryFolder();
    mkdirSync(path.join(folder, ".metastasis-notes"));
    answers = { "workspace/configuration": () => [null] };
    server = startProcess(answers);
    await server.request("initialize", {
      processId: null,
      rootUri: null,
      workspaceFolders: [{ uri: pathToFileURL(folder).href, name: "notes" }],
      capabilities: {
        workspace: {
          configuration: true,
          workspaceFolders: true,
          didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
        },
        textDocument: { diagnostic: {}, hover: { contentFormat: ["plaintext"] } },
      },
    });
    server.notify("initialized", {});
  });

  const uriOf = (file: string) => pathToFileURL(path.join(folder, file)).href;
  const write = (name: string, text: string) => {
    writeFileSync(path.join(folder, ".metastasis-notes", name), text);
    server.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: uriOf(`.metastasis-notes/${name}`), type: 1 }] });
  };
  const hoverOn = async (note: ReturnType<typeof open>, character: number): Promise<string> =>
    JSON.stringify(
      (await server.request<Hover | null>("textDocument/hover", { ...note, position: { line: 0, character } }))?.contents ?? "",
    );
  /** Checks that a note is served. */
  const lives = async (uri = uriOf("a.md")) => assert.match(await hoverOn(open(server, uri, TEXT), 16), /bevacizumab/);
  /** What failed that nobody waited for. */
  const unawaited = () => server.take<{ message: string }>("window/logMessage").filter(({ message }) => /nobody waited/.test(message));
  const settled = (asked: ReadonlyArray<Promise<unknown>>) => Promise.allSettled(asked);

  it("lives when something fails that nobody waits for, and says so", async () => {
    const script = path.join(folder, "failing.cjs");
    const bundle = JSON.stringify(path.join(ROOT, "dist/server/node.js"));
    writeFileSync(script, `require(${bundle}); setTimeout(() => Promise.reject(new Error("nobody waits")), 1);`);
    const failing = startProcess({}, script);
    await initialize(failing);
    const { message } = await failing.next<{ message: string }>("window/logMessage", ({ message }) => /nobody waits/.test(message));
    assert.match(message, /^something failed that nobody waited for: Error: nobody waits/);
    await failing.request("shutdown");
  });

  it("lives with datasets of the settings that are no addresses", async () => {
    const datasets = [
      ...[
        "file:///x/%E0%A4%A",
        "file:///x/%",
        "%",
        "%%%/names.tsv",
        "C:\\lab\\names.tsv",
        "\\\\server\\share",
        "http://[",
        "https://x/y.tsv",
      ],
      ...[
        "?",
        "#",
        "\0",
        "\ud800",
        "a\0b.tsv",
        "~/x.tsv",
        "../../..",
        "/",
        ".",
        "a".repeat(5000),
        "file:",
        "file://host/x",
        "[",
        "{a,b}",
        "**",
      ],
    ];
    for (let i = 0; i < 2; i++) {
      answers["workspace/configuration"] = () => [{ datasets: i === 0 ? datasets : datasets.slice(3) }];
      server.notify("workspace/didChangeConfiguration", { settings: null });
      await lives();
    }
  });

  it("lives with settings of any size and depth, and follows those among them that it knows", async () => {
    const many = Object.fromEntries(Array.from({ length: 50_000 }, (_, i) => [`other${i}`, i]));
    const dotted = Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`rules.other${i}`, "off"]));
    const dots = Object.fromEntries([20_000, 20_001].map((count) => [`a${".b".repeat(count)}`, 1]));
    answers["workspace/configuration"] = () => [{ ...many, ...dotted, ...dots, "rules.misspelled-name": "off" }];
    server.notify("workspace/didChangeConfiguration", { settings: null });
    await lives();
    const { items } = await server.request<{ items: unknown[] }>("textDocument/diagnostic", open(server, uriOf("b.md"), "bevacizumb\n"));
    assert.deepEqual(items, []);
    assert.deepEqual(unawaited(), []);
    // JSON may lie deeper than it can be written
    let deep: unknown = {};
    for (let i = 0; i < 20_000; i++) deep = { a: deep };
    const { settings, problems } = readSettings({ rules: { "brand-name": deep, "misspelled-name": "off" } });
    assert.deepEqual([settings.rules["brand-name"], settings.rules["misspelled-name"]], ["off", "off"]);
    assert.match(problems[0]!, /^metastasisNotes\.rules\.brand-name is object; it must be one of /);
  });

  it("lives with requests for notes whose address is no text, and nothing fails behind the answer", async () => {
    for (const textDocument of [{ uri: {} }, { uri: 5 }, { uri: [] }, { uri: null }])
      for (const method of ["hover", "completion", "diagnostic", "references", "semanticTokens/full", "codeLens"])
        await settled([server.request(`textDocument/${method}`, { textDocument, position: { line: 0, character: 0 }, context: {} })]);
    await lives();
    assert.deepEqual(unawaited(), []);
  });

  it("begins with capabilities of the wrong types, as if they were not there", async () => {
    const completion = {
      completionItem: { documentationFormat: {}, tagSupport: { valueSet: 5 }, resolveSupport: { properties: 7 } },
      completionList: { itemDefaults: 5 },
    };
    const findings = { tagSupport: { valueSet: 5 } };
    const textDocument = {
      hover: { contentFormat: 5 },
      completion,
      diagnostic: null,
      publishDiagnostics: findings,
      codeAction: 5,
      rename: 5,
    };
    const other = startProcess();
    await initialize(other, {
      general: { positionEncodings: 5 },
      textDocument,
      workspace: { workspaceEdit: 5 },
    } as unknown as ClientCapabilities);
    const note = open(other, "file:///notes/a.md", TEXT);
    const hover = await other.request<Hover | null>("textDocument/hover", { ...note, position: { line: 0, character: 16 } });
    assert.match(JSON.stringify(hover), /bevacizumab/);
    await other.request("shutdown");
  });

  it("lives with addresses of notes that are none", async () => {
    const uris = [
      "file:///%E0%A4%A", "file://host/share/x.md", "c:\\x.md", "", "untitled:Untitled-1", "vscode-vfs://github/a/b.md",
      "file:///a/../b.md",
    ]; // biome-ignore format: a list
    for (const uri of [...uris, 5, null, {}, [], "file:///\0.md", `file:///${"a/".repeat(5000)}b.md`] as string[]) {
      const note = open(server, uri, TEXT);
      await settled([
        hoverOn(note, 16),
        server.request("textDocument/diagnostic", note),
        server.request("textDocument/references", { ...note, position: { line: 0, character: 16 }, context: {} }),
      ]);
      server.notify("textDocument/didClose", note);
    }
    await lives();
  });

  it("lives with changes of folders and files in no known shape", async () => {
    for (const event of [
      null,
      {},
      { removed: 5, added: null },
      { removed: [{ uri: 5 }, null], added: [{ uri: {} }, "x"] },
      { added: [{ uri: "nonsense" }] },
    ])
      server.notify("workspace/didChangeWorkspaceFolders", { event });
    for (const changes of [null, {}, [null], [{ uri: 5, type: "x" }], [{}], ["x"], [{ uri: "%E0%A4%A", type: 2 }]])
      server.notify("workspace/didChangeWatchedFiles", { changes });
    for (const params of [null, [], { files: null }, { files: [null, { uri: 5 }, { oldUri: {}, newUri: 5 }] }])
      for (const method of ["workspace/didCreateFiles", "workspace/didRenameFiles", "workspace/didDeleteFiles"])
        server.notify(method, params ?? undefined);
    await lives();
  });

  it("lives with requests of our own client in no known shape", async () => {
    const note = open(server, uriOf("a.md"), TEXT);
    const wrong = [
      null,
      undefined,
      5,
      "x",
      [],
      {},
      { form: "x", reference: "__proto__" },
      { form: "full", reference: 5 },
      { ...note, position: {} },
      { view: "x" },
      { tool: "x", input: null },
      { name: "__proto__" },
      { uris: [5, null] },
      { reference: `drug:${"x".repeat(100_000)}` },
      { folder: uriOf(""), endings: null },
      { folder: uriOf(""), endings: [5], workspace: 5 },
      { folder: uriOf(""), endings: [".md"], workspace: "file:///elsewhere/%00" },
      { folder: "file://host/%", endings: [".md"] },
    ];
    for (const method of [
      CARD,
      READING,
      EXPORT,
      TOOL,
      IS_NAME_LIKELY,
      LIST_NOTES,
      VIEW,
      USES,
      COUNTS,
      "completionItem/resolve",
      "workspace/executeCommand",
      "codeLens/resolve",
      "workspace/symbol",
    ])
      await settled(wrong.map((params) => server.request(method, params)));
    await lives();
  });

  it("lives with records that are parts of themselves, in all that shows them", async () => {
    const records = [
      "id: ring-a\nkind: family\npreferred_name: ring alpha\nmembers: [{ ref: 'family:ring-b', role: member }]",
      "id: ring-b\nkind: family\npreferred_name: ring beta\nmembers: [{ ref: 'family:ring-a', role: member }, { ref: 'family:ring-b', role: member }]",
      "id: ring-c\nkind: complex\npreferred_name: ring gamma\nmembers: [{ ref: 'complex:ring-c', role: member }]",
      "id: ring-d\nkind: drug\npreferred_name: MB-217\nstrategies: ['strategy:ring-e']\nplatform: 'nanoplatform:ring-g'\nsee_also: ['drug:ring-d']",
      "id: ring-e\nkind: strategy\npreferred_name: ring strategy\nparents: ['strategy:ring-e']\ncombines: ['strategy:ring-e']\nacts_on: ['process:ring-h']",
      "id: ring-g\nkind: nanoplatform\npreferred_name: ring carrier\nparents: ['nanoplatform:ring-g']",
      "id: ring-h\nkind: process\npreferred_name: ring process\nparents: ['process:ring-h']",
      "id: ring-f\nkind: pathway\npreferred_name: ring pathway\nmembers: ['pathway:ring-f']",
      "id: constructor\nkind: drug\npreferred_name: constructor9",
      "id: __proto__\nkind: drug\npreferred_name: toString9",
    ];
    for (const [i, record] of records.entries()) write(`${i}.yaml`, `${record}\n`);
    const note = open(
      server,
      uriOf("a.md"),
      `${TEXT}ring alpha, ring beta, ring gamma, ring strategy, ring pathway, constructor9, toString9\n`,
    );
    // hovers wait for own names no longer than a moment, findings do
    await server.request("textDocument/diagnostic", note);
    assert.match(await hoverOn(note, 30), /MB-217/);
    const { textDocument } = note;
    const ids = [
      "family:ring-a", "family:ring-b", "complex:ring-c", "drug:ring-d", "strategy:ring-e", "nanoplatform:ring-g", "process:ring-h",
    ]; // biome-ignore format: a list
    const asked = [...ids, "pathway:ring-f", "drug:constructor"].flatMap((reference) => [
      ...["full", "card", "citation", "keys", "identifiers"].map((form): [string, object] => [CARD, { form, reference, textDocument }]),
      ...["table", "citations", "network"].map((view): [string, object] => [VIEW, { view, reference, textDocument }]),
    ]);
    for (const view of ["strategies", "note", "tables", "network"]) asked.push([VIEW, { view, textDocument }]);
    for (const { format } of EXPORT_CHOICES) asked.push([EXPORT, { format, notes: [{ uri: textDocument.uri, name: "a" }] }]);
    for (const name of ["lookup_drug_or_target", "drugs_for", "check_text"])
      for (const word of ["ring alpha", "ring strategy", "MB-217"])
        asked.push([TOOL, { name, input: { name: word, names: [word], text: word, target: word, strategy: word }, textDocument }]);
    for (const method of ["diagnostic", "semanticTokens/full"]) asked.push([`textDocument/${method}`, note]);
    for (const [method, params] of asked)
      await server.request(method, params).catch((error: Error) => assert.fail(`${method} ${JSON.stringify(params)}: ${error.message}`));
    await lives();
  });

  it("lives with a folder of own data that is a file, names that are none, and one that goes while it is read", async () => {
    for (const name of ["a%20b.yaml", "ü#?.yaml", "%E0%A4%A.yaml", "a\nb.yaml", " .yaml", ".yaml"]) write(name, "id: [\n");
    await lives();
    rmSync(path.join(folder, ".metastasis-notes"), { recursive: true });
    await lives();
    writeFileSync(path.join(folder, ".metastasis-notes"), "I am a file");
    server.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: uriOf(".metastasis-notes"), type: 1 }] });
    await lives();
    const isOfFolder = ({ uri, diagnostics }: PublishDiagnosticsParams) => uri === uriOf(".metastasis-notes") && diagnostics.length > 0;
    const { diagnostics } = await server.next<PublishDiagnosticsParams>("textDocument/publishDiagnostics", isOfFolder);
    assert.match(String(diagnostics[0]!.message), /is a file, and a folder is wanted; rename it/);
    rmSync(path.join(folder, ".metastasis-notes"));
    for (let i = 0; i < 5; i++) {
      mkdirSync(path.join(folder, ".metastasis-notes"));
      for (let k = 0; k < 50; k++) write(`${k}.yaml`, `id: mb-${k}\nkind: drug\npreferred_name: MB-${k}00\n`);
      const hover = lives(uriOf(`${i}.md`));
      rmSync(path.join(folder, ".metastasis-notes"), { recursive: true });
      server.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: uriOf(".metastasis-notes"), type: 3 }] });
      await hover;
    }
    await lives();
  });
});
