/** Checks what `misspelled-name` says of a sentence. */
import assert from "node:assert/strict";
import { findings } from "../../server/features/diagnostics";
import { DEFAULTS } from "../../server/settings";
import { example, noteOf, real } from "../example";

/** Checks what is said of a sentence: "word → replacement", or nothing. */
export function check(sentence: string, ...expected: string[]): void {
  checkIn(example, sentence, expected);
}

/** The same with the real dataset; of the replacements only the first counts. */
export function checkReal(sentence: string, ...expected: string[]): void {
  checkIn(real(), sentence, expected, 1);
}

function checkIn(dataset: typeof example, sentence: string, expected: readonly string[], most = 3): void {
  const found = findings(dataset, noteOf(sentence), DEFAULTS).filter(({ rule }) => rule === "misspelled-name");
  assert.deepEqual(
    found.map(({ word, replacements }) => `${word} → ${replacements.slice(0, most).join(", ")}`),
    expected,
    sentence,
  );
  for (const { level, message, word } of found) {
    assert.equal(level, "warning");
    assert.match(
      message,
      /^“[^”]+” is (?:not a known name|hardly meant here): did you mean (the (drug|gene|(target )?family|target|complex|process|pathway|strategy) .+|.+, as in .+|\w+ \w+)\?$/,
    );
    assert.ok(message.startsWith(`“${word}”`), message);
  }
}
