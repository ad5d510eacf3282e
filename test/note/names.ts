import assert from "node:assert/strict";
import { noteOf, real } from "../example";
import { type Range, readBrackets, withBrackets } from "../marked";

/**
 * Checks that the names in brackets are found in a note, and what they stand for, the likeliest reading first: the
 * reference of a record, or the kind and name of a vocabulary entry.
 * @param all whether names without a record count, too
 */
function checkNames(source: string, expected: readonly string[], all: boolean): void {
  const dataset = real();
  const { text } = readBrackets(source);
  const note = noteOf(text);
  const ranges: Range[] = [];
  const found: string[] = [];
  note.eachPassage((passage, start) => {
    for (const { from, to, names, pointer } of note.mentions(dataset, passage)) {
      const entity = dataset.lexicon.entity(names[0]!);
      const record = dataset.record(entity);
      if (pointer || !(record || (all && dataset.kind(entity) !== "known-abbreviation"))) continue;
      ranges.push({ from: start + from, to: start + to });
      found.push(record ? `${record.kind}:${record.id}` : `${dataset.kind(entity)} ${dataset.preferredName(entity)}`);
    }
    return true;
  });
  assert.equal(withBrackets(text, ranges), source);
  assert.deepEqual(found, expected, source);
}

/** Checks the names of a note, those that are only recognised too. */
export const check = (source: string, ...expected: string[]) => checkNames(source, expected, true);
/** Checks those with a record. */
export const checkRecords = (source: string, ...expected: string[]) => checkNames(source, expected, false);
