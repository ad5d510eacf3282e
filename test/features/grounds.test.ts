import assert from "node:assert/strict";
import { findings, groundsOf } from "../../server/features/diagnostics";
import { hasRemarks } from "../../server/features/remarks";
import { atOnce } from "../../server/giveWay";
import { Note } from "../../server/note/note";
import { DEFAULTS } from "../../server/settings";
import { noteOf, real } from "../example";
import { pick, randomOf, SEED } from "../random";

const PIECES = [
  "Patients received bevacizumb 10 mg/kg.", "\n", "\n\n", "\r\n", " ", "- ",
  "| a | pembrolizumabb |\n|---|---|\n| treated with nivolumabb | x |\n", "Bevacizumab (anti-EGFR) was given",
  "Der Patient und die Frau mit dem Kind. ", "Mutations in EFGR were found.", "The early fine-grain response (EFGR) rose.", "x",
]; // biome-ignore format: a list

describe("grounds of findings", () => {
  it(`are the same only where the findings and their places are (seed ${SEED})`, () => {
    const random = randomOf(SEED);
    const dataset = real();
    const said = (note: Note) =>
      findings(dataset, note, DEFAULTS).map(({ from, to, related, ...rest }) =>
        JSON.stringify([
          note.positionAt(from),
          note.positionAt(to),
          related && [note.positionAt(related.from), related.message],
          rest.message,
          rest.level,
        ]),
      );
    let [same, changed] = [0, 0];
    for (let i = 0; i < 60; i++) {
      let note = noteOf(Array.from({ length: 8 }, () => pick(random, PIECES)).join(""));
      for (let k = 0; k < 12; k++) {
        const [before, grounds] = [said(note), atOnce(groundsOf(dataset, note, DEFAULTS))];
        const at = note.positionAt(random(note.text.length + 1));
        const end = note.positionAt(note.offsetAt(at) + random(3));
        note = Note.update(note, [{ range: { start: at, end }, text: pick(random, [...PIECES, "", "", "s", "e"]) }], k + 2);
        for (const _ of note.blocks.readThrough(dataset, hasRemarks));
        const after = atOnce(groundsOf(dataset, note, DEFAULTS));
        assert.ok(grounds && after);
        if (grounds.length === after.length && grounds.every((one, j) => one === after[j])) {
          assert.deepEqual(said(note), before, JSON.stringify(note.text));
          same++;
        } else changed++;
      }
    }
    assert.ok(same > 100 && changed > 100, `${same} the same, ${changed} not`);
  });

  it("are found without a look at what the whole note names, also where a slip may be an abbreviation that it explains", () => {
    const dataset = real();
    const note = noteOf("Mutations in EFGR were found.\n\nMore is known.\n");
    const explained = noteOf(`${note.text}\nThe early fine-grain response (EFGR) rose.\n`);
    for (const one of [note, explained]) one.bindings = () => assert.fail("a key would take as long as the note");
    assert.equal(findings(dataset, note, DEFAULTS)[0]?.word, "EFGR");
    assert.ok(atOnce(groundsOf(dataset, note, DEFAULTS)));
    assert.deepEqual(findings(dataset, explained, DEFAULTS), []);
    assert.notDeepEqual(atOnce(groundsOf(dataset, note, DEFAULTS))?.slice(1), atOnce(groundsOf(dataset, explained, DEFAULTS))?.slice(1));
  });
});
