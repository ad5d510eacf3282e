import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { type Change, Note } from "../../server/note/note";
import { mentionsOf } from "../../server/note/reading";
import { example, noteOf } from "../example";
import { pick, type Random, randomOf, SEED } from "../random";

/** Line starts, found another way than the note finds them. */
function lineStarts(text: string): number[] {
  return [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map((end) => end.index + end[0].length)];
}

/** Whether an offset stands between a carriage return and its line feed: no place a client can name. */
const splitsLineEnd = (text: string, offset: number): boolean => text.slice(offset - 1, offset + 1) === "\r\n";

/** Everything that is read out of a note, as plain data. */
function readAll(note: Note): unknown[] {
  const all: unknown[] = [];
  note.eachPassage((passage, start) => {
    const { from, to, text, segments, directive } = passage;
    const mentions = note.mentions(example, passage).map(({ from, to, names, pointer, definition }) => ({
      text: note.text.slice(start + from, start + to),
      names,
      pointer,
      defined: definition?.longForm,
    }));
    all.push({ from: start + from, to: start + to, text, segments: segments?.map((segment) => ({ ...segment })), directive, mentions });
    return true;
  });
  return all;
}

/** Checks that lines, places and offsets of a note are right, and that it reads as a new one of its text does. */
function check(note: Note, random: Random): void {
  assert.deepEqual(readAll(note), readAll(noteOf(note.text)));
  const { text } = note;
  const starts = lineStarts(text);
  assert.equal(note.lineCount, starts.length);
  for (const [line, start] of starts.entries()) {
    assert.deepEqual(note.positionAt(start), { line, character: 0 });
    assert.equal(note.offsetAt({ line, character: 0 }), start);
    const content = /^[^\r\n]*/.exec(text.slice(start))![0].length;
    assert.equal(note.offsetAt({ line, character: content + 1 + random(100) }), start + content);
    if (line > 200) break;
  }
  for (let i = 0; i < 5; i++) {
    const offset = random(text.length + 1);
    if (splitsLineEnd(text, offset)) continue;
    const line = starts.findLastIndex((start) => start <= offset);
    assert.deepEqual(note.positionAt(offset), { line, character: offset - starts[line]! });
    assert.equal(note.offsetAt({ line, character: offset - starts[line]! }), offset);
  }
}

const samples = path.resolve("test/vscode/sample");
const notes = readdirSync(samples)
  .filter((file) => file.endsWith(".md"))
  .map((file) => readFileSync(path.join(samples, file), "utf8"));
const MIXED = [
  "---\ntitle: nivolumab\n---\n\n# p53 😀\r\n\r\nsunitinib\rmalate \ud83d TGF-β\r\n> sunitinib\r\n> malate\r\n\r\n",
  "| Drug | Target |\n| --- | --- |\n| nivolumab | PD-1 |\n\n1. *p53*\n   - `p53`\n\nSunitinib (SUN).\n\nSUN, then nivolumab (NIV).\n\nNIV and SUN\n\n<div>\np53\n\n</div>\n\n<!-- metastasis-notes: off -->\np53\n",
  '```r\np53\n```\n\n[p53](p53 "p53") $\\alpha_v\\beta_3$ &beta; 患者nivolumab治疗 \ude00\n\n[^1]: p53\n\n    p53\n',
];

const PIECES = [
  "p53", " ", "\n", "\n\n", "\r\n", "\r", "sunitinib\nmalate", "-", "- ", "  ", "> ", "*", "**", "_", "`", "```\n", "~~~", "$", "$$", "|", "| - |\n", "---\n", "...\n", "===\n",
  "# ", "1. ", "    ", "<div>", "</div>\n", "<!--", "-->", "<!-- metastasis-notes: off -->", "[", "](", ")", "[^1]: ", "&beta;", "&", "\\", "@", "#", "%%", "\n%% ", "\n\\begin{verbatim}\n", "\n\\end{verbatim}\n", "+++\na = 1\n", "{{<", "{#", ".md", "😀", "\ud83d", "\ude00",
  "TGF-", "β", "αvβ3", "nivolumab", "sunitinib (SUN)", "single-use needles (SUN)", "SUN", "\t", "\u00ad", "\u2028", "\0", "患者", "https://p53.org", "",
]; // biome-ignore format: a list

function randomPlace(random: Random, text: string): number {
  const offset = random(4) === 0 ? pick(random, [0, text.length]) : random(text.length + 1);
  return splitsLineEnd(text, offset) ? offset + 1 : offset;
}

/** A random edit of a text, as a client would send it, and the text after it. */
function randomEdit(random: Random, text: string): { change: Change; edited: string } {
  const starts = lineStarts(text);
  const position = (offset: number) => {
    const line = starts.findLastIndex((start) => start <= offset);
    return { line, character: offset - starts[line]! };
  };
  const a = randomPlace(random, text);
  const reach = pick(random, [0, 0, 0, 1, 2, 20, 400]);
  const end = Math.min(text.length, a + random(reach + 1));
  const b = splitsLineEnd(text, end) ? end + 1 : end;
  let insert = "";
  for (let count = random(4); count > 0; count--) insert += pick(random, PIECES);
  if (random(30) === 0) insert = pick(random, [...notes, ...MIXED]);
  const range = random(10) === 0 ? { start: position(b), end: position(a) } : { start: position(a), end: position(b) };
  return { change: { range, text: insert }, edited: text.slice(0, a) + insert + text.slice(b) };
}

/** Edits a note again and again, and looks after each edit at one place or at all of it. */
function editAndCheck(random: Random, text: string, rounds: number): void {
  let note = noteOf(text);
  for (let round = 0; round < rounds; round++) {
    const { change, edited } = randomEdit(random, text);
    if (edited === "") continue;
    note = Note.update(note, [change], round);
    text = edited;
    assert.equal(note.text, text);
    // a note may be let go of at any time
    if (random(8) === 0) note.rest();
    if (random(3) === 0) check(note, random);
    else note.passageAt(random(text.length + 1));
  }
  check(note, random);
}

describe("note", () => {
  it(`edited is what it is from scratch (seed ${SEED})`, () => {
    const random = randomOf(SEED);
    for (const text of [...notes, ...MIXED, ""]) for (let i = 0; i < 2; i++) editAndCheck(random, text, 20);
  });
  it("edited letter by letter is what it is from scratch", () => {
    const random = randomOf(1);
    for (const text of MIXED) {
      let note = noteOf("");
      for (const [i, unit] of text.split("").entries()) {
        const end = note.positionAt(note.text.length);
        note = Note.update(note, [{ range: { start: end, end }, text: unit }], i);
        if (i % 7 === 0) check(note, random);
      }
      check(note, random);
      while (note.text.length > 7) {
        const end = note.positionAt(splitsLineEnd(note.text, 1) ? 2 : 1);
        note = Note.update(note, [{ range: { start: note.positionAt(0), end }, text: "" }], 0);
        if (note.text.length % 7 === 0) check(note, random);
      }
    }
  });
  it(`takes several edits at once, each in terms of the one before (seed ${SEED})`, () => {
    const random = randomOf(SEED);
    for (let text of [...notes, ...MIXED]) {
      const note = noteOf(text);
      const changes = Array.from({ length: 8 }, () => {
        const { change, edited } = randomEdit(random, text);
        text = edited;
        return change;
      });
      const updated = Note.update(note, changes, 2);
      assert.equal(updated.text, text);
      check(updated, random);
    }
  });
  it("keeps what was found in the blocks that an edit does not touch", () => {
    const passages = (note: Note) => {
      const found: unknown[] = [];
      note.eachPassage((passage) => void found.push(passage));
      return found;
    };
    const note = noteOf("# one\n\ntwo *p53*\n\n- three\n- four\n\nfive\n\nsix\n");
    const before = passages(note);
    const place = { line: 5, character: 6 };
    const after = passages(Note.update(note, [{ range: { start: place, end: place }, text: "x" }], 2));
    assert.deepEqual(
      after.map((passage) => before.includes(passage)),
      [true, true, false, false, true, true],
    );
  });
  it("keeps what it defines over an edit elsewhere, and defines anew what is edited", () => {
    const note = noteOf("Sunitinib (SUN) was given.\n\nSUN works.\n");
    const before = note.bindings(example);
    const edit = (line: number, start: number, end: number, text: string) =>
      Note.update(note, [{ range: { start: { line, character: start }, end: { line, character: end } }, text }], 2);
    assert.equal(edit(2, 9, 9, "!").bindings(example), before);
    const again = edit(0, 0, 9, "Single-use needles");
    assert.deepEqual(readAll(again), readAll(noteOf(again.text)));
  });
  it("defines an abbreviation twice, in a list that was edited: the first definition holds before the list all the same", () => {
    let note = noteOf("Sunitinib (SUN) was given.\n\nSUN works.\n\n- Single-use needles (SUN) were bought.\n- Thanks\n");
    for (const line of [5, 2]) {
      readAll(note);
      const end = note.positionAt(note.offsetAt({ line, character: 99 }));
      note = Note.update(note, [{ range: { start: end, end }, text: " Yes." }], 2);
    }
    assert.deepEqual(readAll(note), readAll(noteOf(note.text)));
  });
  it("emptied holds nothing", () => {
    const note = noteOf("nivolumab");
    assert.equal(readAll(note).length, 1);
    assert.deepEqual(readAll(Note.update(note, [{ text: "" }], 2)), []);
  });
  it("edited twice before it is read is what it is from scratch", () => {
    const text = `${"a".repeat(130)}\n\nsunitinib\n- malate\n`;
    const place = (line: number, from: number, to: number) => ({ start: { line, character: from }, end: { line, character: to } });
    const edits: Change[] = [
      { range: place(3, 1, 2), text: "" },
      { range: place(0, 0, 0), text: "b" },
    ];
    const together = noteOf(text);
    readAll(together);
    check(Note.update(together, edits, 2), randomOf(1));
    let note = noteOf(text);
    readAll(note);
    for (const edit of edits) note = Note.update(note, [edit], note.version + 1);
    check(note, randomOf(1));
  });
  it("takes a change without a range as the whole text, among others", () => {
    const start = { line: 0, character: 0 };
    const note = Note.update(
      noteOf(notes[0]!),
      [
        { text: "p53\r\nx" },
        { range: { start, end: start }, text: "# " },
        { range: { start: { line: 1, character: 0 }, end: { line: 9, character: 9 } }, text: "PD-1" },
      ],
      2,
    );
    assert.equal(note.text, "# p53\r\nPD-1");
    assert.equal(note.version, 2);
    check(note, randomOf(1));
  });
  it("may have hundreds of thousands of lines that end in carriage returns: nothing was found in a note of so many", () => {
    for (const end of ["\r\n", "\r"]) assert.equal(noteOf(`a${end}`.repeat(400_000)).lineCount, 400_001);
  });
  it("moves places outside to its edge", () => {
    const note = noteOf("ab\r\ncd\n");
    const places: Array<[number, number, number]> = [
      [0, 9, 2], [0, -1, 0], [-1, 5, 0], [1, 2, 6], [1, 9, 6], [2, 0, 7], [2, 5, 7], [3, 0, 7], [99, 0, 7], [0, Number.NaN, 0], [Number.NaN, 1, 0], [0, Number.POSITIVE_INFINITY, 2], [0, 1.5, 1], [0.5, 1, 1],
    ]; // biome-ignore format: a table
    for (const [line, character, offset] of places) assert.equal(note.offsetAt({ line, character }), offset, `${line}:${character}`);
    assert.deepEqual(note.positionAt(-5), { line: 0, character: 0 });
    assert.deepEqual(note.positionAt(99), { line: 2, character: 0 });
    assert.deepEqual(noteOf("").positionAt(3), { line: 0, character: 0 });
    assert.equal(noteOf("").lineCount, 1);
  });
});

/** A note of some 200,000 units: the samples again and again, with a code block that spans a good part of it. */
function longNote(random: Random): string {
  let text = `---\ntitle: p53\n---\n\np53\n${"p53 ".repeat(5000)}\np53\n`;
  while (text.length < 90_000) text += `\n${pick(random, [...notes, ...MIXED.map((mixed) => mixed.replace(/[\ud83d\ude00]/gu, ""))])}\n`;
  text += `\n\`\`\`\n${"p53 is code\n".repeat(1500)}\`\`\`\n`;
  while (text.length < 200_000) text += `\n${pick(random, notes)}\n`;
  return text;
}

describe("long note", () => {
  /** Checks that a place is read as it is in the note parsed to its end. */
  function check(note: Note, whole: Note, offset: number): void {
    const [found, expected] = [note.passageAt(offset), whole.passageAt(offset)];
    const plain = (place: typeof found) =>
      place && { from: place.start + place.passage.from, to: place.start + place.passage.to, text: place.passage.text };
    assert.deepEqual(plain(found), plain(expected), `at ${offset}`);
  }

  it("is not read where a line is too long or too far in", () => {
    const filler = "word\n\n".repeat(5000);
    const unread = [`${" ".repeat(201)}- p53`, `p53 ${"x".repeat(20_000)}`];
    const note = noteOf([filler, ...unread, `${" ".repeat(190)}\n`, "- p53"].join("\n"));
    const found: string[] = [];
    note.eachPassage((passage) => void (/p53/.test(passage.text) && found.push(passage.text)));
    assert.equal(note.blocks.unreadLines, unread.length);
    assert.deepEqual(found, ["p53"]);
  });
  it("is put together in many steps where it has tens of thousands of blocks", () => {
    for (const block of ["a\n=\n", "a\n\n"]) {
      const count = 30_000;
      const { blocks } = noteOf(block.repeat(count));
      let [before, most] = [0, 0];
      for (const _ of blocks.parsing(block.length * count)) {
        most = Math.max(most, blocks.count - before);
        before = blocks.count;
      }
      assert.ok(blocks.count >= count - 2 && Math.max(most, blocks.count - before) < count / 2, `${most} of ${blocks.count}`);
    }
  });
  it("is parsed to its end where a block is longer than what is parsed at once", () => {
    const list = "- one\n\n".repeat(10_000);
    const text = `# First\n\n${list}# Second\n\n${list}Last.\n`;
    const found: string[] = [];
    noteOf(text).eachPassage(({ text }) => found.push(text));
    assert.equal(found.length, 20_003);
    assert.deepEqual([found[0]!.trim(), found[10_001]!.trim(), found.at(-1)], ["First", "Second", "Last."]);
  });
  it("is parsed no further than its passages are gone through", () => {
    const note = noteOf("Patients got Avastin.\n\n".repeat(5000));
    let visited = 0;
    note.eachPassage(() => ++visited < 500);
    assert.ok(note.blocks.count >= 500 && note.blocks.count < 2500, String(note.blocks.count));
    note.eachPassage(() => ++visited);
    assert.deepEqual([visited, note.blocks.count], [5500, 5000]);
  });
  it("is read in steps where a paragraph is very long", () => {
    const line = "Patients with *HER2*-positive tumours got **beva**cizumab 10 mg/kg and $\\alpha_v\\beta_3$ was inhibited";
    for (const end of [".\n", ". ", "\n", " "]) {
      const text = Array.from({ length: 150 }, () => line).join(end);
      const found: string[] = [];
      let passages = 0;
      noteOf(text).eachPassage((passage, start) => {
        passages++;
        assert.ok(passage.text.length < 9000);
        for (const { from, to } of mentionsOf(example, passage)) found.push(text.slice(start + from, start + to));
        return true;
      });
      assert.equal(passages, 2, JSON.stringify(end));
      assert.equal(found.filter((name) => name === "**beva**cizumab").length, 150, JSON.stringify(end));
    }
  });
  it(`is read in part as it is read in whole (seed ${SEED})`, () => {
    const random = randomOf(SEED);
    const text = longNote(random);
    const whole = noteOf(text);
    whole.eachPassage(() => true);
    for (let i = 0; i < 3; i++) {
      const note = noteOf(text);
      for (let place = random(8); place >= 0; place--) check(note, whole, random(text.length + 1));
    }
    const note = noteOf(text);
    for (let offset = 0; offset <= text.length; offset += 2997) check(note, whole, offset);
  });
  it(`edited while read in part is what it is from scratch (seed ${SEED})`, () => {
    const random = randomOf(SEED + 1);
    let text = longNote(random);
    let note = noteOf(text);
    for (let round = 0; round < 8; round++) {
      note.passageAt(random(random(2) === 0 ? 5000 : text.length));
      const { change, edited } = randomEdit(random, text);
      note = Note.update(note, [change], round);
      text = edited;
    }
    const whole = noteOf(text);
    whole.eachPassage(() => true);
    for (let place = 0; place < 8; place++) check(note, whole, random(text.length + 1));
    assert.deepEqual(readAll(note), readAll(whole));
  });
});
