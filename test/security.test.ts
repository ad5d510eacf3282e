/** What the product must never do: speak to a network, or run code made of data. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { initialize, open, ROOT, startProcess } from "./client";
import { temporaryFolder } from "./temporary";

const bundles = ["dist/server", "dist/client"].flatMap((folder) =>
  readdirSync(path.join(ROOT, folder))
    .filter((file) => file.endsWith(".js"))
    .map((file) => path.join(folder, file)),
);

/** Run before a program: a network that throws whoever touches it, in this thread and in its workers. */
const BLOCKED = `
const refuse = (what) => () => { process.stderr.write("NETWORK: " + what + "\\n"); throw new Error("the network is blocked: " + what); };
for (const [name, calls] of Object.entries({
  net: ["connect", "createConnection", "createServer"], tls: ["connect", "createServer"], dgram: ["createSocket"],
  http: ["request", "get", "createServer"], https: ["request", "get", "createServer"], http2: ["connect", "createServer"],
  dns: ["lookup", "resolve", "resolve4", "resolve6"],
})) { const module = require(name); for (const call of calls) module[call] = refuse(name + "." + call); }
require("net").Socket.prototype.connect = refuse("Socket.connect");
for (const name of ["fetch", "WebSocket", "EventSource"]) globalThis[name] = refuse(name);
`;

describe("security", () => {
  for (const file of bundles) {
    it(`${file} makes no code of data`, () => {
      const code = readFileSync(path.join(ROOT, file), "utf8");
      assert.doesNotMatch(code, /(?<![\w$.])eval\(|\bnew Function\b|(?<![\w$.])Function\(/);
      assert.doesNotMatch(code, /\bset(?:Timeout|Interval)\(\s*["'`]/);
    });
  }
  for (const file of bundles.filter((file) => file.startsWith("dist/server"))) {
    it(`${file} has no part that speaks to a network`, () => {
      const code = readFileSync(path.join(ROOT, file), "utf8");
      // the library's pipes and sockets, by which an editor that starts the server may want to be spoken to, are of the module net
      assert.doesNotMatch(code, /require\("(?:node:)?(?:https?|http2|tls|dgram|dns)(?:\/\w+)?"\)|\bXMLHttpRequest\b|\bsendBeacon\b/);
      assert.doesNotMatch(code, /(?<![\w$.])fetch\(|\bnew (?:WebSocket|EventSource)\b/);
    });
  }

  describe("under a blocked network", () => {
    let folder: string;
    before(() => {
      folder = temporaryFolder({ "blocked.cjs": BLOCKED, "note.md": "Treated with bevacizumb 10 mg/kg, see https://example.org.\n" });
    });
    const run = (args: readonly string[], input = "") =>
      spawnSync(process.execPath, ["--require", path.join(folder, "blocked.cjs"), ...args], { input, encoding: "utf8", cwd: folder });

    it("the command line does all it does", () => {
      const { stdout, stderr, status } = run([path.join(ROOT, "dist/server/cli.js"), "check", "note.md"]);
      assert.match(stdout, /bevacizumb/);
      assert.deepEqual([stderr.includes("NETWORK"), status], [false, 1]);
      assert.match(run([path.join(ROOT, "dist/server/cli.js"), "lookup", "bevacizumab"]).stdout, /approved/);
    });

    it("the server does all it does", async () => {
      const script = path.join(folder, "server.cjs");
      writeFileSync(script, `require("./blocked.cjs"); require(${JSON.stringify(path.join(ROOT, "dist/server/node.js"))});`);
      const server = startProcess({}, script);
      await initialize(server, { textDocument: { diagnostic: {} } });
      const note = open(server, pathToFileURL(path.join(folder, "note.md")).href, "Given bevacizumb 10 mg/kg and sunit");
      const position = { line: 0, character: 35 };
      assert.match(JSON.stringify(await server.request("textDocument/diagnostic", note)), /bevacizumb/);
      assert.match(JSON.stringify(await server.request("textDocument/completion", { ...note, position })), /sunitinib/);
      assert.match(JSON.stringify(await server.request("metastasisNotes/card", { form: "full", reference: "drug:bevacizumab" })), /FDA/);
    });
  });
});
