/** The list of completions as clients get it: held for a note as it stands, and for nothing else. */
import assert from "node:assert/strict";
import type { CompletionList } from "vscode-languageserver";
import { clientOf } from "../server/client";
import { completionList } from "../server/completionList";
import type { Dataset } from "../server/dataset/dataset";
import { Note } from "../server/note/note";
import { DEFAULTS } from "../server/settings";
import { example, noteOf, real } from "./example";

const CLIENT = clientOf({}, {}, false);
const labels = (list: CompletionList | null): string[] => (list?.items ?? []).map(({ label }) => label);

/** The list at the end of a note, parsed to its end. */
function at(note: Note, dataset: Dataset = example, settings = DEFAULTS, client = CLIENT): CompletionList | null {
  for (const _ of note.blocks.parsing(note.length));
  return completionList(dataset, note, note.length, settings, client);
}

describe("the list at a place", () => {
  it("is the same as long as nothing changes", () => {
    const note = noteOf("with bevac");
    const list = at(note);
    assert.deepEqual(labels(list), ["bevacizumab"]);
    assert.equal(at(note), list);
    const empty = noteOf("with xq");
    assert.equal(at(empty), null);
    assert.equal(at(empty), null);
  });
  it("keeps its order where clients sort it by its texts, also behind the tenth row", () => {
    const { items } = at(noteOf("expression of CD"), real())!;
    const texts = items.map(({ sortText }) => sortText!);
    assert.ok(texts.length > 10);
    assert.deepEqual([...texts].sort(), texts);
  });
  it("is another one after an edit, with other settings and for another client", () => {
    const note = noteOf("with bevac");
    const list = at(note);
    const place = note.positionAt(note.length);
    assert.deepEqual(labels(at(Note.update(note, [{ range: { start: place, end: place }, text: "x" }], 2))), []);
    assert.notEqual(at(note, example, { ...DEFAULTS, completion: { ...DEFAULTS.completion } }), list);
    const able = { textDocument: { completion: { completionList: { itemDefaults: ["editRange", "insertTextFormat"] } } } };
    assert.equal(list?.itemDefaults, undefined);
    assert.notEqual(at(note, example, DEFAULTS, clientOf(able, {}, false))?.itemDefaults, undefined);
    assert.equal(at(note)?.itemDefaults, undefined);
  });
  it("is made anew once more of the note is parsed: names behind the place count, too", () => {
    const head = "Then we gave V";
    const note = noteOf(`${head}\n\n${"Plain words, and more of them.\n\n".repeat(200)}`);
    for (const _ of note.blocks.parsing(head.length));
    const before = note.blocks.count;
    const list = completionList(example, note, head.length, DEFAULTS, CLIENT);
    for (const _ of note.blocks.parsing(note.length));
    assert.ok(note.blocks.count > before, "the note was parsed to its end at once");
    assert.notEqual(completionList(example, note, head.length, DEFAULTS, CLIENT), list);
  });
  it("forgets the places of which nobody asked last, and makes their lists again", () => {
    const note = noteOf("with bevac\n".repeat(40));
    for (const _ of note.blocks.parsing(note.length));
    const ends = Array.from({ length: 40 }, (_, i) => 10 + 11 * i);
    for (const _ of [1, 2])
      for (const end of ends) assert.deepEqual(labels(completionList(example, note, end, DEFAULTS, CLIENT)), ["bevacizumab"]);
  });
  it("writes over what stands behind the place where a name ends so, and over nothing else", () => {
    for (const [before, behind, over] of [
      ["bevac", "izumab", 6],
      ["bevac", "IZUMAB", 6],
      ["bevac", "izumb", 0],
      ["bevac", "", 0],
    ] as const) {
      const note = noteOf(before + behind);
      for (const _ of note.blocks.parsing(note.length));
      const edit = completionList(example, note, before.length, DEFAULTS, CLIENT)?.items[0]?.textEdit;
      assert.ok(edit && "range" in edit);
      assert.equal(edit.range.end.character, before.length + over, behind);
    }
  });
});
