/** Programs beside each other: our server, the no-op one and the spell checkers, asked over IPC. */
import { type ChildProcess, fork } from "node:child_process";
import { on } from "node:events";
import { readFileSync } from "node:fs";
import { quantile } from "./measure";
import type { OwnNames } from "./ownNames";
import type { BenchNote, Place } from "./texts";

/** What one session with a server took, in milliseconds, and its peak memory in MB. */
export interface Session {
  start: number;
  hover: number;
  completion: number;
  keystroke: number;
  memory: number;
  /** From a change of a folder's own names until they are known, and the longest keystroke meanwhile. */
  load: number;
  pause: number;
}

const TYPED = " with sorafenib";
const CAPABILITIES = {
  workspace: { configuration: true, didChangeWatchedFiles: { dynamicRegistration: true } },
  textDocument: {
    hover: { contentFormat: ["markdown"] },
    diagnostic: {},
    completion: {
      completionItem: {
        labelDetailsSupport: true,
        insertReplaceSupport: true,
        resolveSupport: { properties: ["documentation", "detail"] },
      },
      completionList: { itemDefaults: ["editRange", "insertTextFormat", "data"] },
    },
  },
};

/**
 * Starts a server, opens a note, points, and if asked goes on to complete and to type.
 * @param rounds how many hovers and completions; 0 for the start alone
 * @param own names of the folder that the note lies in
 */
export async function session(
  file: string,
  { text, hover, completion, ends }: BenchNote,
  rounds: number,
  own?: OwnNames,
): Promise<Partial<Session>> {
  const begun = performance.now();
  const process = fork(file, ["--node-ipc"], { stdio: ["ignore", "ignore", "inherit", "ipc"] });
  const { request, notify } = speak(process);
  const textDocument = { uri: `${own?.folder ?? "file://"}/note.md` };
  const at = async (work: () => Promise<unknown>) => {
    const from = performance.now();
    await work();
    return performance.now() - from;
  };
  const workspaceFolders = own && [{ uri: own.folder, name: "notes" }];
  await request("initialize", { processId: null, rootUri: null, workspaceFolders, capabilities: CAPABILITIES });
  notify("initialized", {});
  notify("textDocument/didOpen", { textDocument: { ...textDocument, languageId: "markdown", version: 1, text } });
  await request("textDocument/hover", { textDocument, position: hover });
  const start = performance.now() - begun;
  const point: number[] = [];
  const complete: number[] = [];
  const keys: number[] = [];
  for (let i = 0; i < rounds; i++) {
    const position = { ...hover, character: hover.character - 2 + (i % 5) };
    point.push(await at(() => request("textDocument/hover", { textDocument, position })));
    complete.push(await at(() => request("textDocument/completion", { textDocument, position: completion, context: { triggerKind: 1 } })));
  }
  let version = 1;
  let previousResultId: string | undefined;
  const pull = async () => {
    previousResultId = ((await request("textDocument/diagnostic", { textDocument, previousResultId })) as { resultId?: string }).resultId;
  };
  const key = (from: Place, to: Place, text: string) => {
    notify("textDocument/didChange", {
      textDocument: { ...textDocument, version: ++version },
      contentChanges: [{ range: { start: from, end: to }, text }],
    });
    return pull();
  };
  if (rounds > 0) await pull();
  for (const { line, character } of rounds > 0 ? ends : []) {
    const place = (typed: number) => ({ line, character: character + typed });
    for (let i = 0; i < TYPED.length; i++) keys.push(await at(() => key(place(i), place(i), TYPED[i]!)));
    for (let i = TYPED.length; i > 0; i--) keys.push(await at(() => key(place(i - 1), place(i), "")));
  }
  const reread: Partial<Session> = {};
  if (own && rounds > 0) {
    const begun = performance.now();
    const other = { uri: `${own.folder}/other.md` };
    notify("textDocument/didOpen", { textDocument: { ...other, languageId: "markdown", version: 1, text: own.write() } });
    notify("workspace/didChangeWatchedFiles", { changes: [{ uri: own.table, type: 2 }] });
    const asked = { textDocument: other, position: { line: 0, character: 2 } };
    const isKnown = async () => JSON.stringify((await request("textDocument/hover", asked)) ?? "").includes("The last row");
    const times: number[] = [];
    for (let i = 0; !(await isKnown()); i++) {
      const { line, character } = ends[0]!;
      times.push(await at(() => key({ line, character: character + i }, { line, character: character + i }, "x")));
    }
    reread.load = performance.now() - begun;
    reread.pause = Math.max(...times);
  }
  const memory = peakOf(process);
  await ended(process);
  const median = (times: number[]) => quantile(times.slice(times.length >> 2), 0.5);
  return rounds > 0
    ? { start, memory, hover: median(point), completion: median(complete), keystroke: median(keys), ...reread }
    : { start, memory };
}

function speak(process: ChildProcess) {
  const waiting = new Map<number, { readonly resolve: (result: unknown) => void; readonly reject: (error: Error) => void }>();
  let last = 0;
  process.once("exit", (code) => {
    for (const { reject } of waiting.values()) reject(new Error(`the server ended with ${code}`));
  });
  process.on("message", ({ id, method, params, result, error }: Message) => {
    if (method === undefined) {
      waiting.get(id!)?.resolve(result ?? error);
      waiting.delete(id!);
    } else if (id !== undefined)
      process.send({
        jsonrpc: "2.0",
        id,
        result: method === "workspace/configuration" ? (params as { items: unknown[] }).items.map(() => null) : null,
      });
  });
  return {
    notify: (method: string, params: object) => void process.send({ jsonrpc: "2.0", method, params }),
    request: (method: string, params: object): Promise<unknown> =>
      new Promise((resolve, reject) => {
        const id = ++last;
        waiting.set(id, { resolve, reject });
        process.send({ jsonrpc: "2.0", id, method, params });
      }),
  };
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: unknown;
}

/** Peak memory of a process in MB; nothing where the system does not tell. */
function peakOf({ pid }: ChildProcess): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))![1]) / 1024;
  } catch {
    return Number.NaN;
  }
}

const ended = (process: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    process.removeAllListeners("exit").once("exit", () => resolve());
    process.kill("SIGKILL");
  });

/** What a spell checker took: from its start to the first text checked, for texts, and for suggestions. */
export interface Checked {
  readonly start: number;
  readonly texts: readonly number[];
  readonly suggestions: readonly number[];
  /** What it suggested for each word. */
  readonly found: ReadonlyArray<readonly string[]>;
  readonly memory: number;
}

/** The spell checkers that could be had, by name. */
export type Peers = ReadonlyMap<string, Checked>;

/**
 * Runs a spell checker of `peers/` in a process of its own.
 * @param texts what it checks, the first one also as its first
 * @param words what it suggests for
 */
export async function checker(
  program: string,
  peer: string,
  names: string,
  texts: readonly string[],
  words: readonly string[],
): Promise<Checked> {
  const begun = performance.now();
  const process = fork(program, [peer, names], { stdio: ["ignore", "ignore", "pipe", "ipc"] });
  let said = "";
  process.stderr?.on("data", (text) => {
    said += text;
  });
  const answers = on(process, "message");
  process.once("exit", () => void answers.throw?.(new Error(said.trim().split("\n").at(-1) || `${peer} ended`)));
  const answer = async () => (await answers.next()).value[0] as { ms: number & number[]; found: string[][] };
  const ask = (question: object) => {
    process.send(question);
    return answer();
  };
  await answer();
  await ask({ text: texts[0] });
  const start = performance.now() - begun;
  const times: number[] = [];
  for (const text of texts) {
    const each: number[] = [];
    for (let i = 0; i < 3; i++) each.push((await ask({ text })).ms);
    times.push(Math.min(...each));
  }
  const { ms, found } = await ask({ words });
  const memory = peakOf(process);
  await ended(process);
  return { start, texts: times, suggestions: ms, found, memory };
}
