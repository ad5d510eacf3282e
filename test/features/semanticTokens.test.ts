import assert from "node:assert/strict";
import type { Dataset } from "../../server/dataset/dataset";
import { semanticTokens } from "../../server/features/semanticTokens";
import { atOnce } from "../../server/giveWay";
import { example, noteOf, real } from "../example";
import { readBrackets, withBrackets } from "../marked";

/** Checks that the names in brackets are coloured, in this order with these types, and nothing else is. */
function check(source: string, ...types: string[]): void {
  checkIn(example, source, ...types);
}

function checkIn(dataset: Dataset, source: string, ...types: string[]): void {
  const { text } = readBrackets(source);
  const tokens = atOnce(semanticTokens(dataset, noteOf(text)));
  assert.equal(withBrackets(text, tokens), source);
  assert.deepEqual(
    tokens.map(({ type, modifiers }) => [type, ...modifiers].join(" ")),
    types,
    source,
  );
}

describe("semantic tokens", () => {
  it("have the type of the record", () => {
    check("⟦nivolumab⟧ and ⟦Avastin⟧, then ⟦FOLFOX⟧", "drug record", "drug record", "drug record");
    check("⟦p53⟧, ⟦TGF-β⟧ and ⟦αvβ3⟧", "target record", "target family record", "target family record");
    check("⟦angiogenesis⟧ by ⟦anti-VEGF therapy⟧ in ⟦LNPs⟧", "process record", "strategy record", "strategy record");
  });
  it("tell what has a record from what is only recognised", () => check("⟦befotertinib⟧, ⟦FLG⟧, PFS, befotertnib", "drug", "target"));
  it("are a class's where it is named after a substance or where its plural speaks of drugs", () => {
    checkIn(real(), "⟦barbiturates⟧, ⟦NSAIDs⟧ and ⟦anticoagulants⟧ such as a ⟦barbiturate⟧", "drug", "drug", "drug", "drug");
    checkIn(real(), "an anticoagulant effect, analgesic drugs and kinase inhibitors");
  });
  it("are those of any class among drugs, and where labels speak of interactions", () => {
    checkIn(real(), "⟦antihypertensive drugs⟧, ⟦diuretics⟧ and ⟦warfarin⟧", "drug", "drug", "drug");
    checkIn(real(), "⟦Warfarin⟧ may potentiate ⟦neuromuscular blocking agents⟧ or an ⟦MAOI⟧.", "drug", "drug", "drug");
    checkIn(real(), "Antihypertensive drugs are sold. He took an MAOI or none.");
  });
  it("are none of a substance that a state of the body is called after", () => {
    checkIn(real(), "iron overload, mineralocorticoid excess and lactose intolerance, then ⟦iron⟧", "drug");
  });
  it("are in order in a table that is drawn with lines, and cover no cell beside a name of two lines", () => {
    const line = "+-------+-----------+";
    check(
      `${line}\n| nivo- | ⟦FOLFOX⟧    |\n| lumab | a         |\n| ⟦p53⟧   | ⟦nivolumab⟧ |\n${line}`,
      "drug record",
      "target record",
      "drug record",
    );
  });
  it("leave plain what points or counts in some sentences only", () => {
    check("loss of ⟦E-cadherin⟧ in cells", "target record");
    check("adhesion of tumours, acquired resistance in cancer, drug resistance and colorectal cancer");
  });
  it("reach to the end of the word in the plural", () => {
    checkIn(real(), "⟦VEGFR inhibitors⟧ and a ⟦VEGFR inhibitor⟧", "strategy record", "strategy record");
  });
  it("span markup inside a name", () => {
    check("> ⟦p53⟧", "target record");
    check("⟦**nivo**lumab⟧ and ⟦sunitinib\nmalate⟧", "drug record", "drug record");
  });
  it("are those of the part that is asked for, and all of them are the sum of their parts", () => {
    const text = "# nivolumab\n\nsunitinib and p53\n\n- Avastin\n- HER2\n\n`p53`\n\nTGF-β";
    const note = noteOf(text);
    const all = atOnce(semanticTokens(example, note));
    assert.equal(all.length, 6);
    for (let at = 0; at < text.length; at += 3) {
      const inside = (tokens: typeof all) => tokens.filter(({ from, to }) => to > at && from < at + 3);
      assert.deepEqual(inside(atOnce(semanticTokens(example, note, at, at + 3))), inside(all));
    }
    assert.deepEqual(atOnce(semanticTokens(example, noteOf(""))), []);
  });
  it("never overlap", () => {
    const text = "trastuzumab deruxtecan/HER2 loss of E-cadherin in cells p53p53 αvβ3 integrin αvβ3 ".repeat(20);
    let end = 0;
    for (const { from, to } of atOnce(semanticTokens(example, noteOf(text)))) {
      assert.ok(from >= end && to > from);
      end = to;
    }
  });
});
