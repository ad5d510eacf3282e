/** Any name of any record, in the forms that prose gives it, leads from a sentence to that record's card. */
import assert from "node:assert/strict";
import { policy } from "../../server/dataset/policy";
import type { AnyRecord } from "../../server/dataset/records";
import { hoverOnName, mentionAt } from "../../server/features/hover";
import { noteOf, real } from "../example";
import { pick, randomOf } from "../random";

const SEEDS = (process.env["SEED"] ?? "20261126,20261127,20261128").split(",").map(Number);
const HOW_MANY = Number(process.env["NAMES"] ?? 400);

/** A sentence that speaks of each kind of thing; the name stands for `{}`. */
const SENTENCES: Readonly<Record<"drug" | "target" | "other", readonly string[]>> = {
  drug: ["Patients were treated with {} for metastatic disease.", "Treatment with {} slowed the growth of lung metastases."],
  target: ["Expression of {} rose in the metastases.", "Cells with {} mutations invaded more often."],
  other: ["In patients with metastatic tumours {} was looked at.", "Trials in metastatic cancer have looked at {} and at survival."],
};
const GREEK: ReadonlyArray<readonly [letter: string, name: string]> = [
  ["α", "alpha"],
  ["β", "beta"],
  ["γ", "gamma"],
  ["κ", "kappa"],
];
const all = (text: string, pairs: ReadonlyArray<readonly [from: string | RegExp, to: string]>): string =>
  pairs.reduce((changed, [from, to]) => changed.replaceAll(from, to), text);

/** The forms of a name; each is tried where it changes the name. */
const FORMS: ReadonlyArray<readonly [what: string, make: (text: string) => string]> = [
  ["as it is", (text) => text],
  ["with non-breaking hyphens", (text) => all(text, [["-", "\u2011"]])],
  ["with en dashes", (text) => all(text, [["-", "\u2013"]])],
  ["without the hyphen before a number", (text) => text.replace(/(?<=[A-Za-z])-(?=\d)/g, "")],
  ["with a space before a number", (text) => text.replace(/(?<=[A-Za-z])-(?=\d)/g, " ")],
  ["with Greek letters spelled out", (text) => all(text, GREEK)],
  [
    "with Greek letters",
    (text) =>
      all(
        text,
        GREEK.map(([letter, name]) => [new RegExp(`\\b${name}\\b`, "g"), letter] as const),
      ),
  ],
  ["with a capital", (text) => (/^[a-z]{5,}/.test(text) ? text[0]!.toUpperCase() + text.slice(1) : text)],
];

const ASIDE: ReadonlySet<string | undefined> = new Set(["never", "rearranged"]);
/** Names that only point, are wrong on purpose, or by their record never count in prose by themselves, or only of fused kinases. */
const isUsable = (name: NonNullable<AnyRecord["names"]>[number], record: AnyRecord): boolean =>
  name.type !== "seed-form" && name.type !== "misspelling" && !ASIDE.has(policy(name, record.kind).context);

/** Whether a word beside the place of a name is one beside which the name does not count, by its record. */
const isVetoed = (sentence: string, { match }: NonNullable<AnyRecord["names"]>[number]): boolean => {
  const [before, after] = sentence.split("{}").map((part) => part.trim().split(" "));
  return Boolean(match?.not_after?.includes(before!.at(-1)!) || match?.not_before?.includes(after![0]!));
};

describe("names of records", () => {
  for (const seed of SEEDS) {
    it(`lead from a sentence to their card: ${HOW_MANY} by seed ${seed}`, () => {
      const dataset = real();
      const random = randomOf(seed);
      const wrong: string[] = [];
      for (let i = 0; i < HOW_MANY; i++) {
        const record = dataset.record(random(dataset.recordCount))!;
        const names = (record.names ?? []).filter((name) => isUsable(name, record));
        if (names.length === 0) continue;
        const name = pick(random, names);
        const { text, shared_with: shared = [] } = name;
        const forms = FORMS.filter(([, make], j) => j === 0 || make(text) !== text);
        const [what, make] = pick(random, forms);
        const written = make(text);
        const isProtein = record.kind === "target" || record.kind === "family" || record.kind === "complex";
        const needsDrug = record.kind === "drug" || policy(name, record.kind).context === "drug";
        const sentences = SENTENCES[isProtein ? "target" : needsDrug ? "drug" : "other"];
        const sentence = pick(random, sentences);
        if (isVetoed(sentence, name)) continue;
        const at = sentence.indexOf("{}");
        const note = noteOf(sentence.replace("{}", written));
        const self = `${record.kind}:${record.id}`;
        const cursor = at + Math.floor(written.length / 2);
        const found = (mentionAt(dataset, note, cursor)?.names ?? []).map((name) => {
          const reading = dataset.record(dataset.lexicon.entity(name));
          return reading ? `${reading.kind}:${reading.id}` : dataset.preferredName(dataset.lexicon.entity(name));
        });
        const isFirst = found[0] === self || (found.includes(self) && shared.includes(found[0]!));
        const card = hoverOnName(dataset, note, cursor);
        if (!isFirst || !card || card.from > at || card.to < at + written.length)
          wrong.push(`${self}: ${written} (${what}) gives ${found.join(" | ") || "nothing"}`);
      }
      assert.deepEqual(wrong, []);
    });
  }
});
