/** What is made of all of a note is made in small steps, between which a server answers others: at least one for each of its passages. */
import assert from "node:assert/strict";
import type { Client } from "../../server/client";
import { conceptsIn } from "../../server/features/conceptSymbols";
import { findingSteps, groundsOf } from "../../server/features/diagnostics";
import { spellingActions } from "../../server/features/oneSpelling";
import { semanticTokens } from "../../server/features/semanticTokens";
import { usesOf } from "../../server/features/uses";
import { atOnce } from "../../server/giveWay";
import { tableOf } from "../../server/index/table";
import { toTokenData } from "../../server/lsp";
import { DEFAULTS } from "../../server/settings";
import { example, noteOf } from "../example";

/** How many passages the notes have. */
const PASSAGES = 300;
const HOUSE_STYLE = { ...DEFAULTS, rules: { ...DEFAULTS.rules, "inconsistent-form": "hint", "brand-name": "hint" } } as const;
const NOTES = {
  paragraphs: noteOf("Avastin or bevacizumab, not bevacizumb.\n\n".repeat(PASSAGES)),
  "one list": noteOf("- Avastin or bevacizumab, not bevacizumb.\n".repeat(PASSAGES)),
};

describe("small steps", () => {
  for (const [kind, note] of Object.entries(NOTES)) {
    const entity = example.lexicon.entity(example.lexicon.lookUp("bevacizumab")[0]!);
    const tokens = atOnce(semanticTokens(example, note));
    const tasks: Readonly<Record<string, Generator<void, unknown>>> = {
      findings: findingSteps(example, note, DEFAULTS),
      "findings of house style": findingSteps(example, note, HOUSE_STYLE),
      "grounds of findings": groundsOf(example, note, DEFAULTS),
      colours: semanticTokens(example, note),
      "numbers of colours": toTokenData(note, tokens, { encoding: "utf-16" } as Client),
      concepts: conceptsIn(example, note),
      uses: usesOf(example, note, entity),
      "the index": tableOf(example, note),
      "actions on spelling": spellingActions(example, note, note.text.indexOf("bevacizumab")),
    };
    for (const [what, steps] of Object.entries(tasks))
      it(`are those of ${what} in ${kind}`, () => {
        let count = 0;
        let step = steps.next();
        for (; !step.done; step = steps.next()) count++;
        assert.ok(count >= PASSAGES, `${count} steps`);
        assert.ok(step.value, "it makes something");
      });
  }
  it("are those in which a text with lone carriage returns is prepared", () => {
    const note = noteOf("\r".repeat(1000));
    const first = note.blocks.parsing(0);
    assert.equal(first.next().done, false);
    assert.equal(first.next().done, false);
    assert.equal(note.blocks.count, 0);
  });
});

describe("a text with carriage returns", () => {
  it("has each lone one for a line end, also in a row before a line feed", () => {
    const plain = noteOf("# Avastin\n\n\nbevacizumab\n\n# HER2\n");
    const returns = noteOf("# Avastin\r\r\rbevacizumab\r\r\n# HER2\r");
    const places = (note: typeof plain) => atOnce(conceptsIn(example, note)).map(({ from }) => note.positionAt(from));
    assert.equal(places(plain).length, 2);
    assert.deepEqual(places(returns), places(plain));
  });
});
