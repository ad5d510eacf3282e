/** A minimal language client for tests: over stdio to a process, or over any other way to pass messages. */
import { spawn } from "node:child_process";
import path from "node:path";
import type { ClientCapabilities, InitializeResult, Range, TextEdit } from "vscode-languageserver";
import { StreamMessageReader, StreamMessageWriter } from "vscode-languageserver/node";
import { endWithTest } from "./temporary";

/** The checkout. */
export const ROOT = __dirname.slice(0, __dirname.lastIndexOf(path.join("dist", "test")));

/** A message of JSON-RPC. */
export interface Message {
  readonly id?: number | string | null;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

/** What the server is told when it asks, by method, at once or once a promise says it; other requests are answered with null. */
export type Answers = Record<string, (params: never) => unknown>;

export interface Client {
  /** Sends a request. @returns its result; an error of the server is thrown with its `code` */
  request<R>(method: string, params?: unknown): Promise<R>;
  notify(method: string, params?: unknown): void;
  /** Takes the first message of this method that was not taken yet, or waits for it. @returns its params */
  next<P>(method: string, where?: (params: P) => boolean): Promise<P>;
  /** Takes all messages of this method that came and were not taken. @returns their params */
  take<P>(method: string): P[];
  /** Cancels the request that was sent last. */
  cancel(): void;
  /** Is to be called with every message of the server. */
  receive(message: Message): void;
  /** Is to be called when no message will come any more: what is waited for fails. */
  end(reason: string): void;
}

/**
 * A client that sends with `send` and is given what comes by `receive`.
 * @param answers may be changed while the client lives
 */
export function connect(send: (message: Message & { readonly jsonrpc: "2.0" }) => void, answers: Answers = {}): Client {
  const requests = new Map<number, { resolve(result: never): void; reject(error: Error): void }>();
  const waiting = new Set<{ method: string; take(params: unknown): boolean; reject(error: Error): void }>();
  const kept: Message[] = [];
  let count = 0;
  let ended: Error | undefined;
  return {
    request: (method, params) =>
      new Promise((resolve, reject) => {
        if (ended) return reject(ended);
        count += 1;
        requests.set(count, { resolve, reject });
        send({ jsonrpc: "2.0", id: count, method, params });
      }),
    notify: (method, params) => send({ jsonrpc: "2.0", method, params }),
    next<P>(method: string, where: (params: P) => boolean = () => true): Promise<P> {
      const index = kept.findIndex((message) => message.method === method && where(message.params as P));
      if (index >= 0) return Promise.resolve(kept.splice(index, 1)[0]!.params as P);
      return new Promise((resolve, reject) => {
        if (ended) return reject(ended);
        const take = (params: unknown): boolean => {
          if (!where(params as P)) return false;
          resolve(params as P);
          return true;
        };
        waiting.add({ method, take, reject });
      });
    },
    take<P>(method: string): P[] {
      const taken = kept.filter((message) => message.method === method);
      for (const message of taken) kept.splice(kept.indexOf(message), 1);
      return taken.map((message) => message.params as P);
    },
    cancel: () => send({ jsonrpc: "2.0", method: "$/cancelRequest", params: { id: count } }),
    receive(message) {
      const { id, method, params, result, error } = message;
      if (method === undefined) {
        const request = requests.get(id as number);
        requests.delete(id as number);
        if (error) request?.reject(Object.assign(new Error(error.message), { code: error.code }));
        else request?.resolve(result as never);
        return;
      }
      if (id !== undefined) answer(id, answers[method], params);
      for (const wish of waiting) {
        if (wish.method !== method || !wish.take(params)) continue;
        waiting.delete(wish);
        return;
      }
      kept.push(message);
    },
    end(reason) {
      ended = new Error(reason);
      for (const wish of [...requests.values(), ...waiting]) wish.reject(ended);
      requests.clear();
      waiting.clear();
    },
  };

  function answer(id: number | string | null, give: Answers[string] | undefined, params: unknown): void {
    try {
      const result = give?.(params as never) ?? null;
      if (result instanceof Promise) void result.then((later) => send({ jsonrpc: "2.0", id, result: later }));
      else send({ jsonrpc: "2.0", id, result });
    } catch (error) {
      send({ jsonrpc: "2.0", id, error: { code: -32603, message: (error as Error).message } });
    }
  }
}

/** A server in a process of its own. */
export interface ServerProcess extends Client {
  /** Exit code, once it has ended; null when a signal ended it. */
  readonly exit: Promise<number | null>;
  /** Closes the server's input. */
  hangUp(): void;
  kill(): void;
}

/**
 * Starts a server over stdio, which ends with the test that starts it.
 * @param script its script; the built server when not given
 */
export function startProcess(answers: Answers = {}, script = path.join(ROOT, "dist/server/node.js")): ServerProcess {
  const child = spawn(process.execPath, [script, "--stdio"], { stdio: ["pipe", "pipe", "pipe"] });
  const writer = new StreamMessageWriter(child.stdin);
  const client = connect((message) => void writer.write(message).catch(() => undefined), answers);
  let errors = "";
  child.stderr.on("data", (part: Buffer) => {
    errors += part.toString();
  });
  endWithTest(() => child.kill("SIGKILL"));
  child.stdin.on("error", () => undefined); // the server may end while it is spoken to
  const reader = new StreamMessageReader(child.stdout);
  // the reader would wait for the rest of a message amid which the server was killed, and the tests would not end
  reader.partialMessageTimeout = 0;
  reader.listen((message) => client.receive(message as Message));
  const exit = new Promise<number | null>((resolve) => {
    child.on("close", (code) => {
      client.end(`the server has ended with ${code}\n${errors.slice(-1000)}`); // the first lines may hold a whole bundle
      resolve(code);
    });
  });
  return { ...client, exit, hangUp: () => child.stdin.end(), kill: () => child.kill("SIGKILL") };
}

/** Says hello: `initialize` and `initialized`. */
export async function initialize(
  client: Client,
  capabilities: ClientCapabilities = {},
  initializationOptions: unknown = undefined,
): Promise<InitializeResult> {
  const workspaceFolders = [{ uri: "file:///notes", name: "notes" }];
  const params = { processId: null, rootUri: null, workspaceFolders, capabilities, initializationOptions };
  const result = await client.request<InitializeResult>("initialize", params);
  client.notify("initialized", {});
  return result;
}

/** Opens a note. @returns what requests about it begin with */
export function open(client: Client, uri: string, text: unknown, languageId = "markdown"): { textDocument: { uri: string } } {
  client.notify("textDocument/didOpen", { textDocument: { uri, languageId, version: 1, text } });
  return { textDocument: { uri } };
}

/** Where a word stands in a text, by its first occurrence; columns in UTF-16 units. */
export function rangeOf(text: string, word: string): Range {
  const from = text.indexOf(word);
  if (from < 0) throw new Error(`${JSON.stringify(word)} is not in the text`);
  return { start: positionAt(text, from), end: positionAt(text, from + word.length) };
}

/** The text in a range. */
export function textIn(text: string, { start, end }: Range): string {
  return text.slice(offsetAt(text, start), offsetAt(text, end));
}

/** A text after edits, none of which touch another. */
export function applied(text: string, edits: readonly TextEdit[]): string {
  const ordered = [...edits].sort((a, b) => offsetAt(text, b.range.start) - offsetAt(text, a.range.start));
  for (const { range, newText } of ordered)
    text = text.slice(0, offsetAt(text, range.start)) + newText + text.slice(offsetAt(text, range.end));
  return text;
}

const LINE_END = /\r\n|\r|\n/g;

function positionAt(text: string, offset: number): Range["start"] {
  const ends = [...text.matchAll(LINE_END)].map((found) => found.index + found[0].length).filter((end) => end <= offset);
  return { line: ends.length, character: offset - (ends.at(-1) ?? 0) };
}

function offsetAt(text: string, { line, character }: Range["start"]): number {
  const starts = [0, ...[...text.matchAll(LINE_END)].map((found) => found.index + found[0].length)];
  return starts[line]! + character;
}
