/**
 * What is tried at random. Each target does one thing with random input and throws where the product does what it must
 * not: throws itself, answers with places outside the note, or otherwise after edits than when it is opened afresh.
 */
import assert from "node:assert/strict";
import { acceptedWordsIn } from "../../server/acceptedWords";
import { readConfig } from "../../server/config";
import type { Dataset } from "../../server/dataset/dataset";
import { extend } from "../../server/dataset/extend";
import type { OwnPart } from "../../server/dataset/own";
import type { AnyRecord, Name } from "../../server/dataset/records";
import { cardOf } from "../../server/features/card";
import { certainEdits, fixes } from "../../server/features/codeActions";
import { complete } from "../../server/features/completion";
import { findings } from "../../server/features/diagnostics";
import { fullCard } from "../../server/features/fullCard";
import { hoverOnName } from "../../server/features/hover";
import { hoverOnUnknown } from "../../server/features/hoverOnUnknown";
import { print } from "../../server/features/print";
import { semanticTokens } from "../../server/features/semanticTokens";
import { tableActions } from "../../server/features/tableActions";
import { atOnce } from "../../server/giveWay";
import type { Note } from "../../server/note/note";
import { LEVELS, RULES, readSettings, type Settings } from "../../server/settings";
import { changeNote } from "../../server/sync";
import { readData } from "../../server/workspace/dataFile";
import { compiled, example, noteOf, opened, real } from "../example";
import { pick, type Random } from "../random";
import { ownFile } from "./own";
import { json, markdown, piece, slip } from "./texts";

/** One thing to try; throws where it finds a fault. */
export type Target = (random: Random) => void;

export const TARGETS: Readonly<Record<string, Target>> = {
  /** A random note under random edits says what a fresh note of its text says. */
  notes(random) {
    const { settings } = readSettings(json(random));
    let note = noteOf(markdown(random, 3 + random(60)));
    for (let i = random(6); i >= 0; i--) {
      const place = () => ({ line: random(note.lineCount + 1), character: random(60) });
      const edits = Array.from({ length: 1 + random(3) }, () => ({
        range: { start: place(), end: place() },
        text: random(3) ? piece(random) : "",
      }));
      if (random(2)) everything(real(), note, settings, random(note.text.length + 1));
      note = changeNote(note, edits, i, pick(random, ["utf-16", "utf-8"]));
    }
    const offset = random(note.text.length + 1);
    assert.deepEqual(everything(real(), note, settings, offset), everything(real(), noteOf(note.text), settings, offset));
  },

  /** Records with names of any letters compile, are found where they are written, and have cards within bounds. */
  datasets(random) {
    const named = Array.from({ length: 1 + random(5) }, (_, i) => record(random, i));
    const dataset = opened(compiled(named));
    for (const { id, names = [] } of named) {
      const entity = dataset.find(`drug:${id}`);
      assert.ok(entity !== undefined, `drug:${id} is not found`);
      assert.ok(fullCard(dataset, dataset.record(entity)!).length > 0);
      const text = `Given ${names[0]!.text} 10 mg, ${markdown(random, 4)}`;
      everything(dataset, noteOf(text), readSettings({}).settings, 7);
    }
  },

  /** A folder's own files, sound or broken, are read; what is wrong has a place; cards and findings hold with what they say. */
  own(random) {
    const base = random(10) === 0 ? real() : example;
    const files = Array.from({ length: 1 + random(3) }, () => ownFile(random));
    const parts = files.flatMap(({ name, text }, i): OwnPart[] => {
      const { records, problems, pointers } = atOnce(readData(name, text, base));
      const lines = text.split(/\r\n|\r|\n/);
      for (const { line, from, to } of [...problems, ...pointers])
        assert.ok(line >= 0 && line < Math.max(1, lines.length) && from >= 0 && from < to, `a problem is at ${line}:${from}–${to}`);
      for (const { message } of problems) assert.match(message, /^.+[.!?]$/s);
      return records.map((record) => ({ from: `folder ${i}`, uri: `file:///${name}`, ...record }));
    });
    const dataset = atOnce(extend(base, parts));
    const names = parts.flatMap(({ data }) => [data.preferred_name, ...(data.names ?? []).map(({ text }) => text)]);
    const notes = [
      markdown(random, 20),
      ...names.slice(0, 12).map((name) => `Given ${name} 10 mg/kg, ${name} was approved. ${markdown(random, 3)}`),
    ];
    const { settings } = readSettings({});
    for (const text of notes) everything(dataset, noteOf(text), settings, Math.min(text.length, 8));
    for (const { data } of parts) {
      const entity = dataset.find(`${data.kind}:${data.id}`);
      assert.ok(entity !== undefined, `${data.kind}:${data.id} is not found`);
      for (const other of [entity, ...dataset.related(entity)]) {
        const record = dataset.record(other);
        if (!record) continue;
        const card = print(cardOf(dataset, other)!, "markdown");
        assert.ok(card.length <= 2400, `the card is too long:\n${card}`);
        for (const said of [card, fullCard(dataset, record)])
          assert.doesNotMatch(said, /(?<!\\)\]\((?!\.\.\/|https?:\/\/|command:metastasisNotes\.)|(?<!\\)!\[|(?<!\\)<(?:img|script|i|b)\b/);
      }
    }
  },

  /** Settings, word lists and configurations of any shape are read, and what is wrong with them has a place. */
  settings(random) {
    const { settings, problems } = readSettings(
      random(3) ? { rules: json(random), card: json(random), completion: json(random), acceptedWords: json(random) } : json(random),
    );
    for (const rule of RULES) assert.ok(LEVELS.includes(settings.rules[rule]), `${rule} is ${settings.rules[rule]}`);
    for (const problem of problems) assert.match(problem, /^metastasisNotes.* (?:must be|is used)/s);
    const text = random(2)
      ? markdown(random, random(20))
      : `rules:\n  ${pick(random, RULES)}: ${piece(random)}\n${piece(random)}: ${piece(random)}\n`;
    for (const word of acceptedWordsIn(text)) assert.equal(word, word.trim());
    const read = readConfig(text);
    for (const level of Object.values(read.rules)) assert.ok(LEVELS.includes(level));
    for (const { line, column, message } of read.problems) assert.ok(line > 0 && column > 0 && message !== "");
  },
};

function record(random: Random, i: number): AnyRecord {
  const name = (type: Name["type"]): Name => {
    const text = `${slip(random, pick(random, ["sunitinib", "anti-PD-1", "LY 215-7299", "α-β", "x"]))}${random(3) ? "" : piece(random)}`
      .replace(/\s+/g, " ")
      .trim();
    return { type, text: /[\p{L}\p{N}]/u.test(text) ? text : `d${i}` };
  };
  const names = [name("inn"), ...Array.from({ length: random(4) }, () => name(pick(random, ["brand", "code", "synonym"])))];
  return {
    id: `d${i}`,
    kind: "drug",
    preferred_name: names[0]!.text,
    modality: "small_molecule",
    summary: markdown(random, random(30)) || "None.",
    names,
    mechanisms: [],
    strategies: [],
    regulatory: { as_of: "2026-11", events: [{ date: "2006", agency: "FDA", event: "approved", sources: ["curator:domain"] }] },
    review: { checked: "2026-11", confidence: "A" },
  } as AnyRecord;
}

/** All that is said of a note; throws where a place lies outside it or a card is too long. */
function everything(dataset: Dataset, note: Note, settings: Settings, offset: number): unknown {
  const found = findings(dataset, note, settings);
  const hovered = hoverOnName(dataset, note, offset) ?? atOnce(hoverOnUnknown(dataset, note, offset, settings));
  const completions = complete(dataset, note, offset, settings);
  const tokens = atOnce(semanticTokens(dataset, note));
  const offered = [...fixes(dataset, note, found, [offset, offset]), ...tableActions(dataset, note, offset)];
  const within = (what: string, from: number, to: number) =>
    assert.ok(from >= 0 && from <= to && to <= note.text.length, `${what} is at ${from}–${to} of ${note.text.length}`);
  for (const { rule, from, to } of found) within(rule, from, to);
  for (const { from, to } of tokens) within("a token", from, to);
  for (const fix of offered) if (fix.does === "edit") for (const { from, to } of fix.edits) within(fix.title, from, to);
  for (const { from, to } of certainEdits(note, found)) within("a certain fix", from, to);
  if (completions) within("the completed word", Math.min(completions.to, ...completions.items.map(({ from }) => from)), completions.to);
  if (hovered) {
    within("the hover", hovered.from, hovered.to);
    const card = print(hovered.card, "markdown");
    assert.ok(card.split("\n").length <= 24 && print(hovered.card, "plaintext").length <= 1200, `the card is too long:\n${card}`);
  }
  return { found, tokens, hovered, offered, items: completions?.items };
}
