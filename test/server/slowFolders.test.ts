/** The server where folders answer late, or not at all: nobody waits for them, and what is left out is told. */
import assert from "node:assert/strict";
import { existsSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { filesOf } from "../../server/clientFiles";
import type { Files, Unread } from "../../server/files";
import { LIST_FOLDER, READ_ENCODED, USES, type Uses } from "../../server/protocol";
import { ABLE, cardOf, completionsOf, hoverOn, ownCardOf } from "../asking";
import { type Answers, open, ROOT, type ServerProcess, startProcess } from "../client";
import { temporaryFolder } from "../temporary";

const TABLE = "name\tkind\tpreferred\tnote\nMB-217\tdrug\t\tOur lead.\n";
const TEXT = "Keytruda and MB-217 for mice, pembr\n";

/** A server with one open folder. @param patch code that runs before it, to change what Node's file system does */
async function serverIn(uri: string, answers: Answers, patch?: string): Promise<ServerProcess> {
  const script = path.join(ROOT, "dist/server/node.js");
  const patched = patch && path.join(temporaryFolder({ "start.js": `${patch}\nrequire(${JSON.stringify(script)});\n` }), "start.js");
  const server = startProcess(answers, patched);
  const params = { processId: null, rootUri: null, workspaceFolders: [{ uri, name: "lab" }], capabilities: ABLE };
  await server.request("initialize", { ...params, initializationOptions: { commands: [], extensionUri: "file:///extension" } });
  server.notify("initialized", {});
  return server;
}

/** That names and lists are answered while the folder is not, and its own names once it is. @param answer has the folder answer */
async function check(server: ServerProcess, uri: string, answer: () => void, isWaitedFor: () => boolean): Promise<void> {
  const note = open(server, uri, TEXT);
  assert.match(cardOf(await hoverOn(server, note, TEXT, "Keytruda")), /pembrolizumab/i);
  // nothing is said of what may be a name of the folder's
  assert.equal(await hoverOn(server, note, TEXT, "MB-217"), null);
  const list = await completionsOf(server, note, TEXT, "pembr");
  assert.deepEqual([list!.items[0]!.label, list!.isIncomplete], ["pembrolizumab", true]);
  assert.ok(!isWaitedFor());
  answer();
  assert.match(await ownCardOf(server, note, TEXT, "MB-217"), /Our lead\./);
}

describe("a folder that answers late", () => {
  it("in a virtual file system holds up neither hovers nor lists", async () => {
    let isAnswered = false;
    let answer: () => void = () => assert.fail("too early");
    let answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const names = async (uri: string) => {
      await answered;
      isAnswered = true;
      return uri === "memfs:/lab/.metastasis-notes" ? ["names.tsv"] : null;
    };
    const server = await serverIn("memfs:/lab", {
      [LIST_FOLDER]: ([uri]: [string]) => names(uri),
      [READ_ENCODED]: () => Buffer.from(TABLE).toString("base64"),
    });
    await check(
      server,
      "memfs:/lab/a.md",
      () => answer(),
      () => isAnswered,
    );
    // while it is looked at again, what it said before answers
    answered = new Promise(() => undefined);
    server.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: "memfs:/lab/.metastasis-notes/names.tsv", type: 2 }] });
    const text = "MB-217 and Keytruda, MB-2\n";
    const note = open(server, "memfs:/lab/a.md", text);
    assert.match(cardOf(await hoverOn(server, note, text, "MB-217")), /Our lead\./);
    const list = await completionsOf(server, note, text, ", MB-2");
    assert.deepEqual([list!.items[0]!.label, list!.isIncomplete], ["MB-217", true]);
  });

  it("on a disk holds up neither hovers nor lists, though a file there is slow to be opened", async () => {
    const folder = temporaryFolder({ ".metastasis-notes/names.tsv": TABLE });
    const [go, waited] = ["go", "waited"].map((name) => path.join(folder, name)) as [string, string];
    const patch = `const fs = require("node:fs");
const isSlow = (file) => String(file).endsWith("names.tsv");
const { stat, statSync } = fs;
fs.statSync = (file, ...more) => {
  if (isSlow(file)) {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 3000);
    fs.writeFileSync(${JSON.stringify(waited)}, "");
  }
  return statSync(file, ...more);
};
fs.stat = (file, ...more) => {
  if (!isSlow(file) || fs.existsSync(${JSON.stringify(go)})) return stat(file, ...more);
  setTimeout(() => fs.stat(file, ...more), 10);
};`;
    const server = await serverIn(pathToFileURL(folder).href, {}, patch);
    await check(
      server,
      pathToFileURL(path.join(folder, "a.md")).href,
      () => writeFileSync(go, ""),
      () => existsSync(waited),
    );
  });
});

describe("a client that never says its settings", () => {
  it("is not waited for by hovers and lists as long as by findings", async () => {
    const folder = temporaryFolder({ "a.md": TEXT });
    const uri = pathToFileURL(folder).href;
    const server = await serverIn(uri, { "workspace/configuration": () => new Promise(() => undefined) });
    let areFound = false;
    const note = open(server, `${uri}/a.md`, TEXT);
    const found = server.request("textDocument/diagnostic", note).then(() => {
      areFound = true;
    });
    assert.match(cardOf(await hoverOn(server, note, TEXT, "Keytruda")), /pembrolizumab/i);
    const list = await completionsOf(server, note, TEXT, "pembr");
    assert.deepEqual([list!.items[0]!.label, list!.isIncomplete, areFound], ["pembrolizumab", true, false]);
    await found;
  });
});

describe("a file system that never answers", () => {
  it("is told at its files and folders, whose last good state stays; one that refuses has none", async () => {
    const late = filesOf(undefined, { sendRequest: () => new Promise<never>(() => undefined) }, 1);
    const refusing = filesOf(undefined, { sendRequest: () => Promise.reject(new Error("no")) }, 1000);
    const all = (files: Files) => Promise.all([files.list("memfs:/lab"), files.read("memfs:/lab/a.tsv", 10)]);
    for (const said of await all(late)) assert.match((said as Unread).problem, /^did not come in time; see whether/);
    assert.deepEqual(await all(refusing), [undefined, undefined]);
  });
});

describe("folders that cannot be listed", () => {
  it("are told once, and the notes of the others have their uses", async () => {
    const folder = temporaryFolder({ "a.md": "Keytruda\n", "closed/b.md": "Keytruda\n", "shut/c.md": "Keytruda\n" });
    const patch = `const promises = require("node:fs/promises");
const { readdir } = promises;
promises.readdir = async (folder, ...more) => {
  if (/(?:closed|shut)$/.test(String(folder))) throw Object.assign(new Error("no"), { code: "EACCES" });
  return readdir(folder, ...more);
};`;
    const server = await serverIn(pathToFileURL(folder).href, {}, patch);
    for (let i = 0; i < 2; i++) {
      const { locations } = await server.request<Uses>(USES, { reference: "drug:pembrolizumab" });
      assert.equal(locations.length, 1);
    }
    assert.deepEqual(
      server.take<{ message: string }>("window/showMessage").map(({ message }) => message),
      [
        `The folder ${path.join(folder, "closed")} may not be read; change its permissions. Its notes are left out of uses, symbols, counts and exports. So are those of 1 further folder, which the log names.`,
      ],
    );
  });
});
