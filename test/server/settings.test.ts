/** The server as editors meet it, over stdio: settings that the client is asked for, sends, or gives at the start. */
import assert from "node:assert/strict";
import { ableServer, completionsOf, findingsOf, type Log, nextUri, print, printTokens, serverFor } from "../asking";
import { type Answers, open } from "../client";

describe("the server with the user's settings", () => {
  const answers: Answers = { "workspace/configuration": () => [null] };
  const { server, opened } = ableServer(answers);
  const text = "Patients were treated with bevacizumb 10 mg/kg and foltinib 5 mg, then EGFR and Keytr";

  /** Changes the settings. @returns what can be seen of them, and what was logged */
  async function behaviour(settings: unknown) {
    answers["workspace/configuration"] = () => [settings];
    server().take("window/logMessage");
    server().notify("workspace/didChangeConfiguration", { settings: { metastasisNotes: { semanticColours: "is not read" } } });
    const note = opened(text);
    const seen = {
      findings: print(text, await findingsOf(server(), note)),
      completion: (await completionsOf(server(), note, text, "Keytr"))!.items[0]!.textEdit!.newText,
      tokens: printTokens(text, await server().request("textDocument/semanticTokens/full", note)),
    };
    return { seen, logged: server().take<Log>("window/logMessage") };
  }

  const usual = {
    findings: ["warning misspelled-name: bevacizumb", "warning unknown-drug-name: foltinib"],
    completion: "pembrolizumab",
    tokens: ["target: EGFR"],
  };
  const rules = (misspelled: unknown, unknown?: unknown) => ({
    rules: { "misspelled-name": misspelled, "unknown-drug-name": unknown },
  });

  for (const [what, settings, seen] of [
    ["none", null, {}],
    ["empty", {}, {}],
    ["accepted words", { acceptedWords: ["Bevacizumb", " foltinib "] }, { findings: [] }],
    ["names as typed", { completion: { prefer: "asTyped" } }, { completion: "Keytruda" }],
    ["no colours", { semanticColours: false }, { tokens: [] }],
    ["an error", rules("error"), { findings: ["error misspelled-name: bevacizumb", usual.findings[1]] }],
    ["a hint", rules("hint"), { findings: ["hint misspelled-name: bevacizumb", usual.findings[1]] }],
    ["a rule off", rules("warning", "off"), { findings: usual.findings.slice(0, 1) }],
    ["both rules off", rules("off", "off"), { findings: [] }],
    ["both by keys with dots", { "rules.misspelled-name": "off", rules: { "unknown-drug-name": "off" } }, { findings: [] }],
  ] as const) {
    it(`follows them: ${what}`, async () => assert.deepEqual(await behaviour(settings), { seen: { ...usual, ...seen }, logged: [] }));
  }

  for (const [name, settings] of [
    ["metastasisNotes.acceptedWords", { acceptedWords: "bevacizumb" }],
    ["metastasisNotes.acceptedWords", { acceptedWords: { bevacizumb: true } }],
    ["metastasisNotes.acceptedWords[1]", { acceptedWords: ["word", 5] }],
    ["metastasisNotes.datasets[0]", { datasets: [""] }],
    ["metastasisNotes.languages[1]", { languages: ["markdown", {}, "quarto", "rmd", "mdx"] }],
    ["metastasisNotes.rules.mispelled-name", { rules: { "mispelled-name": "off" } }],
    ["metastasisNotes.completion.prefer", { completion: { prefer: "both" } }],
    ["metastasisNotes.completion.prefer", { completion: { prefer: ["asTyped"] } }],
    ["metastasisNotes.completion", { completion: "asTyped" }],
    ["metastasisNotes.semanticColours", { semanticColours: "no" }],
    ["metastasisNotes.semanticColours", { semanticColours: 0 }],
    ["metastasisNotes.rules.misspelled-name", rules("loud")],
    ["metastasisNotes.rules.unknown-drug-name", rules("warning", false)],
    ["metastasisNotes.rules", { rules: "off" }],
    ["metastasisNotes.rules", { rules: ["misspelled-name"] }],
    ["metastasisNotes", "off"],
  ] as const) {
    it(`names what cannot be used, its cure, and uses the default: ${JSON.stringify(settings)}`, async () => {
      const { seen, logged } = await behaviour(settings);
      assert.deepEqual(seen, usual);
      assert.deepEqual(
        logged.map(({ type, message }) => [type, message.startsWith(`${name} is `), /; it must be /.test(message)]),
        [[2, true, true]],
      );
    });
  }

  it("asks the client to look anew after a change", async () => {
    for (const method of ["workspace/diagnostic/refresh", "workspace/semanticTokens/refresh"]) server().take(method);
    await behaviour(null);
    await server().next("workspace/diagnostic/refresh");
    await server().next("workspace/semanticTokens/refresh");
  });
});

describe("the server before a client that gives settings as it starts", () => {
  const start = { metastasisNotes: { rules: { "brand-name": "hint", "misspelled-name": "off" }, semanticColours: "is told" } };
  const { server } = serverFor({ textDocument: { diagnostic: {} } }, start);

  it("takes them, tells what is of no use, and joins with them what it is sent later", async () => {
    assert.match((await server().next<Log>("window/logMessage")).message, /^metastasisNotes\.semanticColours is "is told"/);
    const text = "Avastin alone. Patients were treated with bevacizumb 10 mg/kg.\n";
    const found = async () => print(text, await findingsOf(server(), open(server(), nextUri(), text)));
    assert.deepEqual(await found(), ["hint brand-name: Avastin"]);
    server().notify("workspace/didChangeConfiguration", { settings: { metastasisNotes: { rules: { "misspelled-name": "error" } } } });
    assert.deepEqual(await found(), ["hint brand-name: Avastin", "error misspelled-name: bevacizumb"]);
    server().notify("workspace/didChangeConfiguration", { settings: null });
    assert.deepEqual(await found(), ["hint brand-name: Avastin"]);
  });
});
