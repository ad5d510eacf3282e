import assert from "node:assert/strict";
import type { Dataset } from "../../server/dataset/dataset";
import type { Mention } from "../../server/note/mentions";
import type { Note } from "../../server/note/note";
import { example, noteOf, real } from "../example";
import { readBrackets, withBrackets } from "../marked";

/** The names of a note in order, with offsets in the note and the entity that each means first. */
export function namesIn(note: Note, dataset: Dataset = example): Array<Mention & { entity: number }> {
  const found: Array<Mention & { entity: number }> = [];
  note.eachPassage((passage, start) => {
    for (const mention of note.mentions(dataset, passage))
      found.push({ ...mention, from: start + mention.from, to: start + mention.to, entity: dataset.lexicon.entity(mention.names[0]!) });
    return true;
  });
  return found;
}

/**
 * Checks that the names in brackets are found in a note, and what they stand for, the likeliest reading first: the
 * reference of a record, or the kind and name of a vocabulary entry.
 * @param all whether names without a record count, too
 */
function checkNames(source: string, expected: readonly string[], all: boolean): void {
  const dataset = real();
  const { text } = readBrackets(source);
  const counts = (entity: number) => dataset.hasRecord(entity) || (all && dataset.kind(entity) !== "known-abbreviation");
  const found = namesIn(noteOf(text), dataset).filter(({ entity, pointer }) => !pointer && counts(entity));
  const meant = found.map(({ entity }) => {
    const record = dataset.record(entity);
    return record ? `${record.kind}:${record.id}` : `${dataset.kind(entity)} ${dataset.preferredName(entity)}`;
  });
  assert.equal(withBrackets(text, found), source);
  assert.deepEqual(meant, expected, source);
}

/** Checks the names of a note, those that are only recognised too. */
export const check = (source: string, ...expected: string[]) => checkNames(source, expected, true);
/** Checks those with a record. */
export const checkRecords = (source: string, ...expected: string[]) => checkNames(source, expected, false);

/** Checks that the names of a text are those, each as "written → what it means". */
export function checkMeant(text: string, ...expected: string[]): void {
  const dataset = real();
  const found = namesIn(noteOf(text), dataset).filter(({ entity, pointer }) => !pointer && dataset.kind(entity) !== "known-abbreviation");
  assert.deepEqual(
    found.map(({ from, to, entity }) => `${text.slice(from, to)} → ${dataset.preferredName(entity)}`),
    expected,
    text,
  );
}

/** Checks what a text means by some words: the preferred name each stands for, or nothing. */
export function checkReadings(text: string, expected: Readonly<Record<string, string | undefined>>): void {
  const dataset = real();
  const found = namesIn(noteOf(text), dataset).filter(({ pointer }) => !pointer);
  for (const [word, meant] of Object.entries(expected)) {
    const at = text.indexOf(word);
    assert.ok(at >= 0, word);
    const name = found.find(({ from, to }) => from < at + word.length && at < to);
    assert.equal(name && dataset.preferredName(name.entity), meant, `${word} in: ${text}`);
  }
}
