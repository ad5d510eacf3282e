/** The web server as vscode.dev runs it: the bundle with the globals of a web worker and no others. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import vm from "node:vm";
import type { DocumentDiagnosticReport, Hover, MarkupContent } from "vscode-languageserver";
import { BROKEN, LIST_FOLDER, READ_FILE, STATUS, type Status } from "../server/protocol";
import { type Answers, type Client, connect, initialize, open, ROOT, rangeOf, textIn } from "./client";

const script = new vm.Script(readFileSync(path.join(ROOT, "dist/server/browser.js"), "utf8"), { filename: "browser.js" });
const EXTENSION = "https://example.test/extension";

/** What a web worker has beyond the language itself, as far as a server may want it: no process, Buffer, require. */
const WEB = {
  AbortController,
  Event,
  EventTarget,
  MessageChannel,
  TextDecoder,
  TextEncoder,
  URL,
  atob,
  btoa,
  clearInterval,
  clearTimeout,
  console,
  crypto,
  performance,
  queueMicrotask,
  setInterval: (run: () => void, time?: number) => setInterval(callable(run), time),
  setTimeout: (run: () => void, time?: number) => setTimeout(callable(run), time),
};

/** Timers take code as text, too, which no strict policy lets run. */
function callable(run: unknown): () => void {
  if (typeof run !== "function") throw new EvalError("a timer was given a text");
  return run as () => void;
}

/** As under a policy without 'unsafe-eval'. */
const STRICT = { codeGeneration: { strings: false, wasm: false } };

/** Runs the bundle as a worker does. @param breaks receives what is to be called where something is thrown and not caught */
function startWorker(answers: Answers, breaks: Array<(event: never) => void> = []): Client {
  const listeners: Array<(event: { data: unknown }) => void> = [];
  const worker: Record<string, unknown> = {
    ...WEB,
    addEventListener: (type: string, listener: (typeof listeners)[number]) => {
      if (type === "message") listeners.push(listener);
      if (type === "error") breaks.push(listener);
    },
    removeEventListener: () => undefined,
    postMessage: (message: object) => setImmediate(() => client.receive(JSON.parse(JSON.stringify(message)))),
  };
  worker["self"] = worker;
  const context = vm.createContext(worker, STRICT);
  // what is posted arrives as objects of the worker's own: JSON's, and bytes
  const parse = vm.runInContext("(text) => JSON.parse(text)", context) as (text: string) => Record<string, unknown>;
  const bytesOf = vm.runInContext("(bytes) => new Uint8Array(bytes)", context) as (bytes: Uint8Array) => Uint8Array;
  const client = connect((message) => {
    const { result } = message;
    const data = parse(JSON.stringify(result instanceof Uint8Array ? { ...message, result: null } : message));
    if (result instanceof Uint8Array) data["result"] = bytesOf(result);
    setImmediate(() => {
      (worker["onmessage"] as (typeof listeners)[number] | undefined)?.({ data });
      for (const listener of listeners) listener({ data });
    });
  }, answers);
  script.runInContext(context);
  return client;
}

const dataset = (): Buffer => readFileSync(path.join(ROOT, "dist/data/dataset.bin"));

const TEXT = "Patients were treated with **bevacizumab**, then with bevacizumb 10 mg/kg.\n";

/** Opens a note. @returns the card on a name, and the words that are reported */
async function look(client: Client): Promise<{ card: string | undefined; reported: string[] }> {
  const note = open(client, "vscode-vfs://github/lab/notes/a.md", TEXT);
  // findings wait for what folders add; a card on a name that is known without them does not
  const report = await client.request<DocumentDiagnosticReport>("textDocument/diagnostic", note);
  const hover = await client.request<Hover | null>("textDocument/hover", { ...note, position: rangeOf(TEXT, "bevacizumab").start });
  return {
    card: (hover?.contents as MarkupContent | undefined)?.value,
    reported: report.kind === "full" ? report.items.map(({ range }) => textIn(TEXT, range)) : [],
  };
}

describe("what runs in the web", () => {
  it("is held to a strict policy here", () => {
    for (const code of ["eval('1')", "new Function('1')", "(() => {}).constructor('1')"])
      assert.throws(() => vm.runInContext(code, vm.createContext({}, STRICT)), /Code generation from strings disallowed/);
    assert.throws(() => WEB.setTimeout("1" as never), /given a text/);
  });
});

describe("the server in a web worker", () => {
  const capabilities = { textDocument: { diagnostic: {}, hover: { contentFormat: ["markdown" as const] } } };

  it("asks the client for the dataset, and shows cards and findings", async () => {
    const asked: unknown[] = [];
    const read = ([uri]: [string]) => {
      asked.push(uri);
      return dataset();
    };
    const client = startWorker({ [READ_FILE]: read });
    await initialize(client, capabilities, { extensionUri: EXTENSION });
    const { card, reported } = await look(client);
    assert.match(card ?? "", /^\*\*bevacizumab\*\*/);
    assert.deepEqual(reported, ["bevacizumb"]);
    assert.deepEqual(asked, [`${EXTENSION}/dist/data/dataset.bin`]);
    assert.equal(await client.request("shutdown"), null);
  });

  it("has a folder's own names and records read by the client", async () => {
    const folder = "vscode-vfs://github/lab/.metastasis-notes";
    const files: Record<string, string> = {
      [`${folder}/words.txt`]: "bevacizumb\n",
      [`${folder}/ours.yaml`]: "id: bevacizumab\nkind: drug\nsummary: What we use.\n",
    };
    const client = startWorker({
      [READ_FILE]: ([uri]: [string]) => (uri in files ? new TextEncoder().encode(files[uri]) : dataset()),
      [LIST_FOLDER]: ([uri]: [string]) => (uri === folder ? ["ours.yaml", "words.txt"] : null),
    });
    await initialize(client, capabilities, { extensionUri: EXTENSION });
    const { card, reported } = await look(client);
    assert.match(card ?? "", /\*lab says:\* What we use\./);
    assert.deepEqual(reported, []);
  });

  it("says that it is broken where nothing catches what is thrown", async () => {
    const breaks: Array<(event: never) => void> = [];
    const client = startWorker({}, breaks);
    for (const tell of breaks) tell({ message: "thrown in a timer" } as never);
    await client.next(BROKEN);
  });

  const refuse = () => {
    throw new Error("no permission to read it");
  };
  for (const [what, answer, options, reason] of [
    ["refuses to read the dataset", refuse, { extensionUri: EXTENSION }, /no permission to read it/],
    ["answers with no bytes", () => ({ type: "Buffer" }), { extensionUri: EXTENSION }, /did not send the file's bytes/],
    ["sends an empty file", () => new Uint8Array(0), { extensionUri: EXTENSION }, /cut short/],
    ["sends another file", () => new Uint8Array(100), { extensionUri: EXTENSION }, /not a compiled dataset/],
    ["sends the beginning of the file", () => dataset().subarray(0, 20), { extensionUri: EXTENSION }, /cut short/],
    ["sends half of the file", () => dataset().subarray(0, 1e6), { extensionUri: EXTENSION }, /cut short/],
    ["sends a file of another format", () => dataset().fill(99, 4, 5), { extensionUri: EXTENSION }, /has format 99, .*reads format/],
    ["does not say where the extension lies", refuse, {}, /did not say where the extension lies/],
  ] as const) {
    it(`tells a client that ${what}, answers with nothing and lives on`, async () => {
      const client = startWorker({ [READ_FILE]: answer });
      await initialize(client, capabilities, { ...options, commands: [] });
      assert.deepEqual(await look(client), { card: undefined, reported: [] });
      const [message, ...more] = client.take<{ type: number; message: string }>("window/showMessage");
      assert.deepEqual([message?.type, more], [1, []]);
      assert.match(message!.message, /dataset\.bin cannot be used: .*\. Install the extension again/);
      assert.match(message!.message, reason);
      assert.deepEqual((await client.next<Status>(STATUS)).problems, [message!.message]);
      assert.equal(await client.request("shutdown"), null);
    });
  }
});
