import assert from "node:assert/strict";
import type { Hover } from "vscode-languageserver";
import { initialize, open, startProcess } from "./client";
import { TARGETS } from "./fuzz/targets";
import { json, markdown } from "./fuzz/texts";
import { tryAtRandom } from "./fuzz/try";
import { pick, randomOf, SEED } from "./random";

/** How often each target is tried here; `npm run fuzz` goes on for as long as you like. */
const TRIES: Readonly<Record<string, number>> = { notes: 60, datasets: 15, own: 25, settings: 300 };

const METHODS = "hover completion codeAction diagnostic semanticTokens/full semanticTokens/range didOpen didChange didClose didSave"
  .split(" ")
  .map((name) => `textDocument/${name}`);
const OTHERS = [
  ..."completionItem/resolve workspace/didChangeConfiguration workspace/didChangeWatchedFiles initialize $/setTrace".split(" "),
  ..."metastasisNotes/card metastasisNotes/reading metastasisNotes/isNameLikely no/such".split(" "),
];

describe("at random", () => {
  for (const target of Object.keys(TARGETS))
    it(`${target}, ${TRIES[target]} tries from seed ${SEED}`, () => {
      tryAtRandom(target, SEED, (tries) => tries < TRIES[target]!);
    });

  describe("messages", () => {
    it(`of any shape are answered, and nothing is lost, 400 from seed ${SEED}`, async () => {
      const random = randomOf(SEED);
      const server = startProcess();
      await initialize(server, { textDocument: { diagnostic: {} } });
      const note = open(server, "file:///notes/kept.md", "bevacizumab");
      const answers: Array<Promise<unknown>> = [];
      for (let i = 0; i < 400; i++) {
        const method = pick(random, [...METHODS, ...OTHERS]);
        const at = { line: random(3), character: random(30) };
        const sound = {
          textDocument: { uri: pick(random, ["file:///a.md", "file:///b.md"]), text: markdown(random, 9), version: i },
          position: at,
          range: { start: at, end: at },
        };
        const params = random(3) === 0 ? json(random) : { ...sound, ...(random(3) === 0 ? (json(random) as object) : {}) };
        if (/did[A-Z]|setTrace/.test(method)) server.notify(method, params);
        else {
          answers.push(server.request(method, params).catch(({ code }) => assert.ok(Number.isInteger(code))));
          if (random(4) === 0) server.cancel();
        }
      }
      await Promise.all(answers);
      const shown = await server.request<Hover>("textDocument/hover", { ...note, position: { line: 0, character: 3 } });
      assert.match(JSON.stringify(shown), /bevacizumab/);
    });
  });
});
