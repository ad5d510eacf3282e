/** `metastasis-notes mcp` before the official client of the Model Context Protocol. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { PROGRAM } from "./cli/program";
import { ROOT } from "./client";
import { checkFile } from "./expected";
import { endWithTest, temporaryFolder, writeFiles } from "./temporary";

describe("metastasis-notes mcp", () => {
  const client = new Client({ name: "test", version: "1" });
  const transport = new StdioClientTransport({ command: process.execPath, args: [PROGRAM, "mcp"], stderr: "pipe" });
  let said = "";
  before(() => {
    transport.stderr?.on("data", (bytes: Buffer) => {
      said += bytes.toString();
    });
    return client.connect(transport);
  });
  after(() => client.close());

  const call = async (name: string, input: Record<string, unknown>) => {
    const { content, isError } = await client.callTool({ name, arguments: input });
    const [part] = content as Array<{ type: string; text: string }>;
    assert.equal(part?.type, "text");
    return { text: part!.text, isError };
  };

  it("says what it is, and that nothing is advice", () => {
    assert.equal(client.getServerVersion()?.name, "metastasis-notes");
    assert.match(client.getInstructions() ?? "", /Quote the date and the source.*not|Nothing here is medical advice/s);
  });

  it("offers three tools that only read", async () => {
    const { tools } = await client.listTools();
    assert.deepEqual(
      tools.map(({ name }) => name),
      ["lookup_drug_or_target", "check_text", "drugs_for"],
    );
    for (const { annotations, description, inputSchema } of tools) {
      assert.deepEqual(annotations, { readOnlyHint: true, openWorldHint: false });
      assert.ok(description && inputSchema.required?.length === 1);
    }
  });

  it("answers calls one after the other, wrong ones among them", async () => {
    const [found, drugs, checked, wrong] = await Promise.all([
      call("lookup_drug_or_target", { name: "Keytruda" }),
      call("drugs_for", { name: "CXCR4" }),
      call("check_text", { text: "We gave bevacizumb 10 mg/kg." }),
      call("lookup_drug_or_target", {}),
    ]);
    assert.match(found.text, /^## pembrolizumab \(drug\)/);
    assert.match(drugs.text, /plerixafor/);
    assert.match(checked.text, /Proposed: bevacizumab/);
    assert.deepEqual([found.isError, wrong.isError], [false, true]);
    assert.equal(said, "");
  });

  it("is shown in docs/assistants.md as it answers; `EXPECTED=write npm run test:fast` writes that anew", async () => {
    const calls: ReadonlyArray<readonly [name: string, input: Record<string, string>]> = [
      ["lookup_drug_or_target", { name: "EMD 121974" }],
      ["drugs_for", { name: "CXCR4" }],
      ["check_text", { text: "We gave bevacizumb 10 mg/kg and then AMD3100." }],
    ];
    const shown: string[] = [];
    for (const [name, input] of calls) {
      const { text } = await call(name, input);
      shown.push(`## ${name}\n\nAsked with \`${JSON.stringify(input)}\`, it answers:\n\n\`\`\`text\n${text}\n\`\`\`\n`);
    }
    const head =
      "# What assistants are told\n\nA transcript of `metastasis-notes mcp`, written by a test (test/mcp.test.ts). The editor's own tools answer the same.\n";
    checkFile("docs/assistants.md", [head, ...shown].join("\n"));
  });

  it("is shown in the README as it answers; `EXPECTED=write` writes that anew", async () => {
    const { text } = await call("drugs_for", { name: "CXCR4" });
    const readme = readFileSync(path.join(ROOT, "README.md"), "utf8");
    const said = readme.replace(/(\n## Assistants\n[\s\S]*?```text\n)[\s\S]*?(?=```)/, (_, head: string) => `${head}${text}\n`);
    checkFile("README.md", said);
  });

  it("says why it ends where a message is too long, and that this is no success", async () => {
    const { status, stderr } = spawnSync(process.execPath, [PROGRAM, "mcp"], { input: "x".repeat(11e6), encoding: "utf8" });
    assert.equal(status, 2);
    assert.match(stderr, /^mcp ended: .*exceeded maximum size/);
  });

  it("answers many at once without a word on standard error", async () => {
    await Promise.all(Array.from({ length: 60 }, () => call("drugs_for", { name: "lung cancer" })));
    assert.equal(said, "");
  });

  /** Takes a second or more to check. */
  const LONG = Array.from({ length: 7000 }, (_, i) => `Patient ${i} got bevacizumb, ${i.toString(36)}orbatinib and EFGR inhibitors.`)
    .join("\n\n")
    .slice(0, 500_000);

  it("answers others while it checks a long text", async () => {
    const order: string[] = [];
    const long = call("check_text", { text: LONG }).then(() => order.push("long"));
    await call("lookup_drug_or_target", { name: "Keytruda" }).then(() => order.push("short"));
    await client.ping().then(() => order.push("ping"));
    await long;
    assert.deepEqual(order, ["short", "ping", "long"]);
  });

  it("gives up the checks that are cancelled: all of these would take a minute", async function () {
    this.timeout(30_000);
    const given = new AbortController();
    const input = { name: "check_text", arguments: { text: LONG } };
    const cancelled = Array.from({ length: 60 }, () => client.callTool(input, undefined, { signal: given.signal }));
    await client.ping();
    given.abort();
    // the first may be done before the others have been sent, on a busy machine some
    const done = (await Promise.allSettled(cancelled)).filter(({ status }) => status === "fulfilled");
    assert.ok(done.length < cancelled.length / 2, `${done.length} were checked`);
    const { text } = await call("check_text", { text: "We gave bevacizumb 10 mg/kg." });
    assert.match(text, /Proposed: bevacizumab/);
    assert.equal(said, "");
  });

  it("knows what its folder has of its own, as it stands at each call", async () => {
    const folder = temporaryFolder();
    const own = (names: string) => writeFiles(folder, { ".metastasis-notes/names.tsv": `name\tkind\tpreferred\n${names}` });
    own("MB-217\tdrug\t\n");
    const other = new Client({ name: "test", version: "1" });
    endWithTest(() => other.close());
    await other.connect(new StdioClientTransport({ command: process.execPath, args: [PROGRAM, "mcp", folder], stderr: "pipe" }));
    const lookUp = async (name: string) =>
      (await other.callTool({ name: "lookup_drug_or_target", arguments: { name } })).content as Array<{ text: string }>;
    assert.match((await lookUp("MB-217"))[0]!.text, /^## MB-217 \(drug\)/);
    own("MB-218\tdrug\t\n");
    assert.match((await lookUp("MB-218"))[0]!.text, /^## MB-218 \(drug\)/);
    assert.doesNotMatch((await lookUp("MB-217"))[0]!.text, /^## MB-217 \(drug\)/);
    // as in the editor, what was good stays while a file is broken
    writeFiles(folder, { ".metastasis-notes/names.tsv": "name\tkind\0\n" });
    assert.match((await lookUp("MB-218"))[0]!.text, /^## MB-218 \(drug\)/);
    rmSync(path.join(folder, ".metastasis-notes"), { recursive: true });
    assert.doesNotMatch((await lookUp("MB-218"))[0]!.text, /^## MB-218 \(drug\)/);
  });
});
