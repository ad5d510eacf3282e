import assert from "node:assert/strict";
import { compileRecords } from "../../data/compile";
import { Dataset } from "../../server/dataset/dataset";
import { extend } from "../../server/dataset/extend";
import { buildFoldTable } from "../../server/dataset/fold";
import { identifiersOf } from "../../server/dataset/identifiers";
import type { OwnData, OwnPart } from "../../server/dataset/own";
import type { AnyRecord } from "../../server/dataset/records";
import { atOnce } from "../../server/giveWay";
import { example, real, records, vocabulary } from "../example";
import { pick, type Random, randomOf, SEED } from "../random";

const part = (data: OwnData, from = "lab"): OwnPart => ({
  from,
  uri: "file:///lab/names.tsv",
  line: 1,
  reference: `${data.kind}:${data.id}`,
  data,
});

const extended = (base: Dataset, ...own: OwnPart[]): Dataset => atOnce(extend(base, own));

/** What stands in a text: each name with the names of its readings, in order. */
const found = ({ lexicon, preferredName }: Dataset, text: string, data: Dataset) =>
  lexicon
    .find(text)
    .map(
      ({ start, end, names }) =>
        `${text.slice(start, end)} ${start} = ${names.map((name) => `${lexicon.name(name)} of ${preferredName.call(data, lexicon.entity(name))}`).join(", ")}`,
    );

const OWN_COUNT = 500;
const PARTS = ["ab", "beva", "ciz", "inte", "grin", "met", "VEG", "β", "X", "-", "-", " ", "7", "12", "mab", "tinib", "alpha ", "c-"];

function randomName(random: Random): string {
  for (;;) {
    const text = Array.from({ length: 2 + random(4) }, () => pick(random, PARTS))
      .join("")
      .trim();
    if (/^\p{L}{2}/u.test(text) && text.length > 3) return text;
  }
}

/** Records with random names; some are names of bundled records. */
function randomRecords(random: Random): AnyRecord[] {
  const taken = records.flatMap(({ names }) => (names ?? []).map(({ text }) => text)).filter((text) => /^\p{L}{4}/u.test(text));
  return Array.from({ length: 1 + random(30) }, (_, i) => {
    const kind = pick(random, ["drug", "target", "strategy"] as const);
    const texts = Array.from({ length: 1 + random(3) }, () => (random(8) === 0 ? pick(random, taken) : randomName(random)));
    const type = { drug: ["inn", "code", "brand", "abbreviation"], target: ["symbol", "prose", "synonym"], strategy: ["prose"] }[kind];
    return {
      id: kind === "target" ? `OWN${i}` : `own-${i}`,
      kind,
      preferred_name: `own record ${i} of ${kind}`,
      modality: "",
      summary: "",
      mechanisms: [],
      strategies: [],
      regulatory: { as_of: "", events: [] },
      review: { checked: "", confidence: "A" },
      names: texts.map((text) => ({ text, type: pick(random, type) })),
    } as unknown as AnyRecord;
  });
}

/** What compiles own records together with the others. */
function compiled(own: readonly AnyRecord[]): Dataset {
  const frequency = new Map(vocabulary.frequency);
  for (const { kind, id, preferred_name } of own) frequency.set((kind === "target" ? id : preferred_name).toLowerCase(), OWN_COUNT);
  const about = { version: "1", date: "2026-11-26" };
  return Dataset.open(compileRecords(buildFoldTable(), [...own, ...records], { ...vocabulary, frequency }, about, {})) as Dataset;
}

describe("extended dataset", () => {
  it(`says what one compiled of all would, SEED=${SEED}`, () => {
    const random = randomOf(SEED);
    const known = new Set(vocabulary.entries.flatMap(({ names }) => names.flatMap(({ text }) => example.lexicon.lookUp(text))));
    for (let round = 0; round < 15; round++) {
      // what the vocabulary knows is another test's
      const own = randomRecords(random).filter(({ names }) =>
        names!.every(({ text }) => !example.lexicon.lookUp(text).some((name) => known.has(name))),
      );
      const [whole, data] = [compiled(own), extended(example, ...own.map((record) => part(record as unknown as OwnData)))];
      const texts = [...own, ...records].flatMap(({ names }) => (names ?? []).map(({ text }) => text));
      for (let i = 0; i < 60; i++) {
        const text = Array.from({ length: 1 + random(8) }, () => (random(3) === 0 ? randomName(random) : pick(random, texts))).join(
          pick(random, [" ", " and ", ", ", "-"]),
        );
        assert.deepEqual(found(data, text, data), found(whole, text, whole), text);
      }
      const said = (one: Dataset, names: readonly number[]) =>
        names.map((name) => `${one.lexicon.name(name)} of ${one.preferredName(one.lexicon.entity(name))}`);
      for (const text of texts) {
        assert.deepEqual(said(data, data.lexicon.lookUp(text)), said(whole, whole.lexicon.lookUp(text)), text);
        const beginning = text.slice(0, 1 + random(text.length));
        assert.deepEqual(said(data, data.lexicon.complete(beginning, 20)), said(whole, whole.lexicon.complete(beginning, 20)), beginning);
      }
      for (const { id, kind } of records) {
        const [before, after] = [example.find(`${kind}:${id}`)!, data.find(`${kind}:${id}`)!];
        assert.deepEqual([after, data.record(after)], [before, example.record(before)]);
      }
    }
  }).timeout(20_000);

  it("leaves identifiers as they were where a folder has a record of a drug that is only recognised", () => {
    const base = real();
    const drugs: number[] = [];
    for (let entity = base.recordCount; drugs.length < 9; entity++)
      if (base.kind(entity) === "known-drug" && identifiersOf(base, entity).chembl !== "") drugs.push(entity);
    const own = extended(base, part({ id: "ours", kind: "drug", preferred_name: base.preferredName(drugs[0]!) }));
    assert.equal(own.kind(drugs[0]!), "drug");
    for (const entity of drugs) assert.deepEqual(identifiersOf(own, entity), identifiersOf(base, entity));
  });
  it("adds names and claims to a bundled record, which keeps its number", () => {
    const claims = [{ text: "Half-life in our mice is 20 days.", sources: ["note:notebook 3, p. 12"] }];
    const data = extended(example, part({ id: "bevacizumab", kind: "drug", names: [{ text: "MB-217", type: "code" }], claims }));
    const entity = data.find("drug:bevacizumab")!;
    assert.equal(entity, example.find("drug:bevacizumab"));
    assert.equal(data.lexicon.entity(data.lexicon.lookUp("MB217")[0]!), entity);
    const record = data.record(entity)!;
    assert.deepEqual(record.claims?.at(-1), { ...claims[0], voice: "own", from: "lab" });
    assert.deepEqual(record.claims?.slice(0, -1), example.record(entity)!.claims);
  });

  it("makes a record of what is only recognised", () => {
    const entry = vocabulary.entries.find(({ kind }) => kind === "known-drug")!;
    const data = extended(example, part({ id: "ours", kind: "drug", preferred_name: entry.preferred, summary: "Ours." }));
    const before = example.lexicon.entity(example.lexicon.lookUp(entry.preferred)[0]!);
    assert.equal(data.find("drug:ours"), before);
    assert.equal(data.record(before)?.summary, "Ours.");
    assert.equal(data.kind(before), "drug");
    assert.equal(example.kind(before), "known-drug");
  });

  it("takes no word of an own name for a misspelling", () => {
    const text = "stromaplast";
    assert.ok(example.lexicon.scan(text).unknown.length > 0);
    const data = extended(example, part({ id: "STRP", kind: "target", names: [{ text: "stromaplast factor 3", type: "prose" }] }));
    assert.deepEqual(data.lexicon.scan(text).unknown, []);
  });

  it("takes 20,000 names in small steps", () => {
    const base = real();
    const own = Array.from({ length: 20_000 }, (_, i) => part({ id: `mb-${i}`, kind: "drug", preferred_name: `MB-${i * 7}` }));
    let steps = 0;
    const going = extend(base, own);
    for (;;) {
      const { done, value } = going.next();
      steps++;
      if (!done) continue;
      const data = value as Dataset;
      assert.ok(steps > 100);
      for (const i of [0, 1, 777, 19_999]) {
        const [name] = data.lexicon.lookUp(`MB ${i * 7}`);
        assert.equal(data.preferredName(data.lexicon.entity(name!)), `MB-${i * 7}`);
        assert.equal(data.find(`drug:mb-${i}`), data.lexicon.entity(name!));
      }
      assert.equal(data.lexicon.size, base.lexicon.size + 20_000);
      break;
    }
  }).timeout(20_000);
});
