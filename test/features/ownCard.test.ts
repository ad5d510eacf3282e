/** What folders say on cards: a third voice beside the review's and ours. */
import assert from "node:assert/strict";
import type { Dataset } from "../../server/dataset/dataset";
import { extend } from "../../server/dataset/extend";
import type { OwnData, OwnPart } from "../../server/dataset/own";
import { type DrugRecord, KINDS } from "../../server/dataset/records";
import { cardOf, cardOfReadings } from "../../server/features/card";
import { valueFor } from "../../server/features/columns";
import { citation } from "../../server/features/copy";
import { fateOf, thingOf } from "../../server/features/export/things";
import { fullCard } from "../../server/features/fullCard";
import { print } from "../../server/features/print";
import { runTool } from "../../server/features/tools/tools";
import { shown } from "../../server/features/views/tree";
import { atOnce } from "../../server/giveWay";
import { example } from "../example";

function withOwn(...parts: ReadonlyArray<readonly [from: string, data: OwnData]>): Dataset {
  const own = parts.map(
    ([from, data]): OwnPart => ({ from, uri: `file:///${from}/records.yaml`, line: 1, reference: `${data.kind}:${data.id}`, data }),
  );
  return atOnce(extend(example, own));
}

/** The lines of a card, as plain text. */
const lines = (data: Dataset, reference: string): string[] => print(cardOf(data, data.find(reference)!)!, "plaintext").split(/\n+/);
const source = ["note:notebook 12, page 4"];

describe("a folder's record", () => {
  it("that stands alone is what the folder says", () => {
    const claims = [{ text: "Half-life in mice is about six hours.", sources: source }];
    const data = withOwn([
      "bone",
      { id: "mb-217", kind: "drug", preferred_name: "MB-217", summary: "Our lead.", class: "CXCR4 antagonist", claims },
    ]);
    assert.deepEqual(lines(data, "drug:mb-217"), [
      "MB-217 · drug · CXCR4 antagonist",
      "Our lead.",
      "bone says: Half-life in mice is about six hours. notebook 12, page 4",
      "record of “bone”",
    ]);
  });
  it("that adds to a bundled one leaves both voices as they are, and speaks with its own", () => {
    const claims = [{ text: "In our model it does nothing.", sources: source }];
    const data = withOwn(["bone", { id: "bevacizumab", kind: "drug", summary: "We use it weekly.", claims }]);
    const [before, after] = [lines(example, "drug:bevacizumab"), lines(data, "drug:bevacizumab")];
    assert.deepEqual(
      after.filter((line) => line.startsWith("bone says:")),
      ["bone says: We use it weekly.", "bone says: In our model it does nothing. notebook 12, page 4"],
    );
    for (const line of before.filter((each) => /^(?:The review says|We say)/.test(each))) assert.ok(after.includes(line), line);
  });
  it("that does not say what became of a drug shows no empty date, wherever a status stands", () => {
    const data = withOwn(["bone", { id: "mb-217", kind: "drug", preferred_name: "MB-217" }]);
    const entity = data.find("drug:mb-217")!;
    const record = data.record(entity) as DrugRecord;
    const known = atOnce(runTool(data, "lookup_drug_or_target", { name: "MB-217" })).text;
    for (const text of [
      citation(data, record),
      shown(record).detail!,
      fateOf(thingOf(data, entity)),
      valueFor(data, record, "status")!,
      known,
    ])
      assert.match(text, /status unknown(?! ?\()/);
  });
  it("that is a copy of the bundled one says nothing twice", () => {
    const copy = example.record(example.find("drug:bevacizumab")!) as unknown as OwnData;
    assert.deepEqual(lines(withOwn(["bone", copy]), "drug:bevacizumab"), lines(example, "drug:bevacizumab"));
  });
  it("that has another status shows both", () => {
    const regulatory = { as_of: "2026-11", events: [{ date: "2026-10", agency: "FDA", event: "discontinued", sources: source }] };
    const data = withOwn(["bone", { id: "bevacizumab", kind: "drug", regulatory }]);
    const shown = lines(data, "drug:bevacizumab");
    assert.equal(shown[1], lines(example, "drug:bevacizumab")[1]);
    assert.match(shown.join("\n"), /bone says: discontinued.* as of 2026-11; this is not the status above/);
  });
  it("of a drug stands on the cards of what it acts on and belongs to, under the folder's name", () => {
    const acts = [{ target: "target:VEGFA", action: "INHIBITOR", verb: "blocks", primary: true, sources: source }] as const;
    const strategy = [...example.records()].map((entity) => example.record(entity)!).find(({ kind }) => kind === "strategy")!;
    const data = withOwn([
      "bone",
      { id: "mb-217", kind: "drug", preferred_name: "MB-217", mechanisms: acts, strategies: [`strategy:${strategy.id}`, "strategy:none"] },
    ]);
    for (const reference of ["target:VEGFA", `strategy:${strategy.id}`]) {
      assert.match(lines(data, reference).join("\n"), /^Drugs: .*of bone: MB-217/m);
      assert.match(fullCard(data, data.record(data.find(reference)!)!), /of bone[^\n]*MB-217/);
      assert.doesNotMatch(lines(example, reference).join("\n"), /of bone/);
    }
  });
  it("of a target has no symbol where its id is none", () => {
    const data = withOwn(
      ["bone", { id: "mb-217", kind: "target", preferred_name: "MB-217" }],
      ["bone", { id: "MBR1", kind: "target", preferred_name: "MB receptor" }],
    );
    assert.equal(lines(data, "target:mb-217")[0], "MB-217 · target");
    assert.equal(lines(data, "target:MBR1")[0], "MB receptor (MBR1) · target");
    assert.match(fullCard(data, data.record(data.find("target:mb-217")!)!), /^# MB-217\n\ntarget\n/);
  });
  it("of another folder under the same id is shown as well", () => {
    const data = withOwn(
      ["bone", { id: "mb-217", kind: "drug", preferred_name: "MB-217", summary: "A CXCR4 antagonist." }],
      ["lung", { id: "mb-217", kind: "drug", preferred_name: "MB-217", summary: "A placebo." }],
    );
    assert.deepEqual(lines(data, "drug:mb-217").slice(1, 3), ["A CXCR4 antagonist.", "lung says: A placebo."]);
  });
  it("whose name is another's too is one of its readings, and comes first", () => {
    const data = withOwn(["bone", { id: "ours", kind: "target", preferred_name: "bevacizumab", summary: "Our receptor." }]);
    const card = print(cardOfReadings(data, data.lexicon.lookUp("bevacizumab"))!, "plaintext");
    assert.match(card, /has 2 readings/);
    assert.match(card, /1\. bevacizumab · target of “bone” · Our receptor\.[\s\S]*2\. bevacizumab · drug · /);
    const unsaid = withOwn(["bone", { id: "ours", kind: "target", preferred_name: "bevacizumab" }]);
    const [, first] = print(cardOfReadings(unsaid, unsaid.lexicon.lookUp("bevacizumab"))!, "plaintext").split(/\n+/);
    assert.equal(first, "1. bevacizumab · target of “bone”");
  });
  it("of any kind has a card, whatever its schema lets it say", () => {
    const regulatory = { as_of: "2026-11", events: [{ date: "2026-10", event: "discontinued", sources: source }] };
    const mechanisms = [{ target: "target:NONE", action: "INHIBITOR", verb: "blocks", primary: true, sources: source }];
    for (const kind of KINDS.slice(0, KINDS.indexOf("known-drug"))) {
      const all = { kind, regulatory, mechanisms, members: ["target:NONE", { ref: "target:VEGFA" }], strategies: ["strategy:none"] };
      for (const id of ["x1", ...example.records()].map((entity) => (typeof entity === "string" ? entity : example.record(entity)!.id))) {
        const data = withOwn(["bone", { preferred_name: "XQ-77", ...all, id } as unknown as OwnData]);
        const entity = data.find(`${kind}:${id}`)!;
        assert.ok(cardOf(data, entity), `${kind}:${id}`);
        assert.ok(fullCard(data, data.record(entity)!).length > 0);
      }
    }
  });
  it("cannot act: its marks are shown as they are written", () => {
    const summary = "[c](command:x) <img src=x> ![p](https://evil.invalid/p.png) [j](javascript:alert(1))";
    const data = withOwn([
      "b<i>one",
      { id: "mb-217", kind: "drug", preferred_name: "MB-217", summary, claims: [{ text: summary, sources: ["web:javascript:alert(1)"] }] },
    ]);
    const entity = data.find("drug:mb-217")!;
    for (const text of [print(cardOf(data, entity)!, "markdown"), fullCard(data, data.record(entity)!)])
      assert.doesNotMatch(text, /(?<!\\)\]\((?!\.\.\/|https?:\/\/)|(?<!\\)!\[|(?<!\\)<i/);
  });
  it("has a full card that says whose it is", () => {
    const data = withOwn([
      "bone",
      { id: "mb-217", kind: "drug", preferred_name: "MB-217", claims: [{ text: "Half-life is six hours.", sources: source }] },
    ]);
    const text = fullCard(data, data.record(data.find("drug:mb-217")!)!);
    assert.match(text, /## What bone says\n\n- Half-life is six hours\. notebook 12, page 4/);
    assert.match(text, /A record of “bone”, not of the dataset/);
  });
  it("has on the full card all that its hover says beside the dataset, with agencies and sources, and nothing twice", () => {
    const regulatory = { as_of: "2026-11", events: [{ date: "2026-10", agency: "FDA", event: "approved", sources: source }] };
    const mechanisms = [{ target: "target:KRAS", action: "INHIBITOR", verb: "inhibits", primary: true, sources: source }] as const;
    const data = withOwn(
      ["bone", { id: "bevacizumab", kind: "drug", preferred_name: "Beva", regulatory, mechanisms }],
      ["bone", { id: "mb-217", kind: "drug", preferred_name: "MB-217", regulatory, mechanisms }],
    );
    const full = (reference: string) => fullCard(data, data.record(data.find(reference)!)!);
    const said = ["It is called Beva.", "**2026-10** FDA approved (notebook 12, page 4)", "inhibits KRAS (notebook 12, page 4)"];
    const [, section] = full("drug:bevacizumab").split("## What bone says\n\n");
    assert.deepEqual(section?.split("\n").slice(0, 4), [...said.map((line) => `- ${line}`), ""]);
    assert.equal(full("drug:mb-217").split("FDA approved").length, 2);
  });
});
