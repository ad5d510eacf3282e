/** The server from its start to its end, with a broken dataset too. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Diagnostic, DocumentDiagnosticReport } from "vscode-languageserver";
import { ACCEPT_WORD, STATUS, type Status, VIEW } from "../../server/protocol";
import { ABLE, actionsOn, cardOf, DOSE, everything, findingsOf, hoverOn, type Log, nextUri, OPTIONS, print } from "../asking";
import { initialize, open, ROOT, type ServerProcess, startProcess } from "../client";
import { ABLE as ABLE_ACROSS, referencesOf, serve } from "../notesFolder";
import { temporaryFolder } from "../temporary";

const INVALID_REQUEST = -32600;
const NOT_INITIALIZED = -32002;

describe("the server in its life", () => {
  /** Throws unless the server lives and knows names. */
  async function checkAlive(server: ServerProcess): Promise<void> {
    const text = "bevacizumab";
    assert.match(cardOf(await hoverOn(server, open(server, nextUri(), text), text, text)), /bevacizumab/);
  }

  it("refuses what comes before initialize, a second one, and what comes after shutdown; then ends with 0", async () => {
    const server = startProcess();
    const nothing = { textDocument: { uri: "file:///a.md" }, position: { line: 0, character: 0 } };
    for (const method of ["hover", "completion", "diagnostic", "semanticTokens/full"])
      await assert.rejects(server.request(`textDocument/${method}`, nothing), { code: NOT_INITIALIZED });

    await initialize(server, ABLE, OPTIONS);
    const note = open(server, "file:///a.md", DOSE);
    await assert.rejects(server.request("initialize", { capabilities: {} }), { code: INVALID_REQUEST });
    assert.deepEqual(print(DOSE, await findingsOf(server, note)), ["warning misspelled-name: bevacizumb"]);
    assert.equal((await actionsOn(server, note, DOSE, "bevacizumb"))[0]?.title, "Replace with “bevacizumab”");

    assert.equal(await server.request("shutdown"), null);
    await assert.rejects(hoverOn(server, note, DOSE, "bevacizumb"), { code: INVALID_REQUEST });
    server.notify("exit");
    assert.equal(await server.exit, 0);
  });

  it("refuses shutdown before initialize, and works after it", async () => {
    const server = startProcess();
    await server.request("shutdown").catch(({ code }) => assert.equal(code, NOT_INITIALIZED));
    await initialize(server);
    await checkAlive(server);
  });

  it("ends when its client leaves: with 0 after shutdown, else with 1", async () => {
    const [closed, lost, left] = [startProcess(), startProcess(), startProcess()];
    for (const server of [closed, lost, left]) await server.request("initialize", { capabilities: {} });
    await closed.request("shutdown");
    for (const server of [closed, lost]) server.hangUp();
    left.notify("exit");
    assert.deepEqual([await closed.exit, await lost.exit, await left.exit], [0, 1, 1]);
  });

  it("takes no report of an earlier server for one of its own, when it was started again", async () => {
    const reportOf = async (text: string, before: object = {}) => {
      const server = startProcess();
      await initialize(server, ABLE);
      return server.request<DocumentDiagnosticReport>("textDocument/diagnostic", { ...open(server, "file:///a.md", text), ...before });
    };
    const { resultId } = await reportOf("Nothing.");
    const { kind } = await reportOf(DOSE, { previousResultId: resultId });
    assert.equal(kind, "full");
  });

  it("takes options of the wrong type for none", async () => {
    const server = startProcess();
    await initialize(server, ABLE, { extensionUri: 5, themeIcons: "yes", commands: ACCEPT_WORD });
    const text = `${DOSE}bevacizumab`;
    const note = open(server, "file:///a.md", text);
    const offered = await actionsOn(server, note, text, "bevacizumb");
    assert.ok(offered.length > 0 && offered.every(({ command }) => command === undefined));
    assert.match(cardOf(await hoverOn(server, note, text, "bevacizumab")), /^\*\*approved\*\*/m);
  });

  it("lives on when the client refuses whatever it is asked", async () => {
    const asked = [
      "workspace/configuration",
      "client/registerCapability",
      "workspace/diagnostic/refresh",
      "workspace/semanticTokens/refresh",
    ];
    const server = startProcess(Object.fromEntries(asked.map((method) => [method, refuse])));
    await initialize(server, ABLE);
    server.notify("workspace/didChangeConfiguration", { settings: null });
    for (const method of asked) await server.next(method);
    await checkAlive(server);
    await checkAlive(server);
  });

  it("waits no longer than some seconds for a client that does not answer, and takes what it answers later", async () => {
    const text = "Keytruda and bevacizumb 5 mg\n";
    const files = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`${i}.md`, text]));
    const unanswered = async (method: string) => {
      let say: ((result: unknown) => void) | undefined;
      const answer = new Promise((resolve) => {
        say = resolve;
      });
      const folder = await serve(ABLE_ACROSS, files, {}, {}, { [method]: () => answer });
      const note = folder.note("0.md");
      const uses = await referencesOf(folder.server, { ...note, position: { line: 0, character: 3 } });
      assert.equal(uses?.length, 40, method);
      return { ...folder, say: say! };
    };
    const folders = await Promise.all(
      ["window/workDoneProgress/create", "client/registerCapability", "workspace/configuration"].map(unanswered),
    );
    const { server, say } = folders.at(-1)!;
    const found = async () =>
      print(text, (await server.next<{ diagnostics: Diagnostic[] }>("textDocument/publishDiagnostics")).diagnostics);
    assert.deepEqual(await found(), ["warning misspelled-name: bevacizumb"]);
    say([{ rules: { "misspelled-name": "error" } }]);
    assert.deepEqual(await found(), ["error misspelled-name: bevacizumb"]);
  });

  it("shows the card of a name, though a place without numbers was asked for before", async () => {
    const server = startProcess();
    await initialize(server, ABLE);
    const note = open(server, nextUri(), "given bevacizumab");
    const hover = (place: object) => server.request("textDocument/hover", { ...note, position: place });
    await hover({ line: "0", character: "8" });
    assert.ok(await hover({ line: 0, character: 8 }));
  });

  describe("with a dataset that is", () => {
    const faults: ReadonlyArray<[what: string, bytes: (whole: Buffer) => Buffer | undefined]> = [
      ["missing", () => undefined],
      ["cut short", (whole) => whole.subarray(0, whole.length / 2)],
      ["another file", () => Buffer.from("PK\u0003\u0004 this is another kind of file, of some length")],
      [
        "overwritten in its second half",
        (whole) => Buffer.concat([whole.subarray(0, whole.length / 2), Buffer.alloc(whole.length / 2, 0xff)]),
      ],
    ];
    const fileOf = (name: string) => readFileSync(path.join(ROOT, "dist", name));
    const programs = ["server/node.js", "server/process.js", "server/later.js"];

    for (const [what, bytesOf] of faults) {
      it(`${what}: it says so, answers with nothing and lives on`, async () => {
        const bytes = bytesOf(fileOf("data/dataset.bin"));
        const files = Object.fromEntries(programs.map((name) => [name, fileOf(name)]));
        const root = temporaryFolder({ ...files, ...(bytes ? { "data/dataset.bin": bytes } : {}) });
        // a client may refuse to show what it is asked to show
        const server = startProcess({ "window/showMessageRequest": refuse }, path.join(root, "server/node.js"));
        await initialize(server, ABLE, OPTIONS);
        const note = open(server, "file:///a.md", `${DOSE}Keytruda`);
        assert.deepEqual(await everything(server, note), [null, null, [], { data: [] }, { data: [] }, []]);
        const views = ["strategies", "tables", "table", "reviewCitations", "network"].map((view) =>
          server.request(VIEW, { view, ...note, reference: "drug:sunitinib", bibliographies: [] }),
        );
        assert.deepEqual(await Promise.all(views), [[], [], null, null, null]);
        const [message, ...more] = server.take<Log>("window/showMessage");
        assert.deepEqual([message?.type, more], [1, []]);
        assert.match(message!.message, /dataset\.bin cannot be used: .*\. Install the extension again/);
        assert.deepEqual((await server.next<Status>(STATUS)).problems, [message!.message]);
        assert.equal(await server.request("shutdown"), null);
      });
    }
  });
});

function refuse(): never {
  throw new Error("refused");
}
