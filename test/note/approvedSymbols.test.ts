/** A gene's approved symbol means that gene, whatever else is spelled so. */
import assert from "node:assert/strict";
import { noteOf, real } from "../example";
import { check, namesIn } from "./names";

/** No protein's name goes on behind the symbol here: an "HP protein" is another thing than HP. */
const sentenceOn = (symbol: string): string => `Expression of ${symbol}, measured by qPCR, rose.`;

describe("approved symbols", () => {
  it("are symbols where papers are known to call the gene so, too", () => {
    const { lexicon } = real();
    for (const symbol of ["RB1", "MDM2", "PCNA"])
      assert.equal(lexicon.type(lexicon.lookUp(symbol).find((name) => lexicon.name(name) === symbol)!), "symbol", symbol);
    const found = namesIn(noteOf("RB1 (13q) and NF2 (22q) are lost."), real()).map(({ entity }) => real().preferredName(entity));
    assert.deepEqual(found, ["RB1", "merlin (NF2)"]);
  });
  it("mean their gene where others have them as an alias", () => {
    const dataset = real();
    const { lexicon } = dataset;
    const wrong: string[] = [];
    let count = 0;
    for (let name = 1; name < lexicon.size; name++) {
      const entity = lexicon.entity(name);
      const symbol = lexicon.name(name);
      const isShared = lexicon.isSameKey(name) || (name + 1 < lexicon.size && lexicon.isSameKey(name + 1));
      if (!isShared || dataset.kind(entity) !== "known-gene" || symbol !== dataset.preferredName(entity)) continue;
      if (lexicon.context(name) === "never") continue;
      const genes = lexicon.lookUp(symbol).filter((other) => dataset.kind(lexicon.entity(other)) === "known-gene");
      if (new Set(genes.map((other) => lexicon.entity(other))).size < 2) continue;
      count++;
      const [found] = namesIn(noteOf(sentenceOn(symbol)), dataset);
      if (!found) continue;
      const gene = found.names.find((other) => dataset.kind(lexicon.entity(other)) === "known-gene");
      const meant = gene === undefined ? found.entity : lexicon.entity(gene);
      if (meant !== entity) wrong.push(`${symbol} is read as ${dataset.preferredName(meant)}`);
    }
    assert.ok(count > 30, `${count} symbols`);
    assert.deepEqual(wrong, []);
  });
  it("mean their gene where a computed spelling of another's name is the same", () =>
    check("Expression of ⟦TBR1⟧; ⟦TβR1⟧", "known-gene TBR1", "target:TGFBR1"));
  it("need no word beside them where papers have them as texts, too", () => {
    check("⟦MYCN⟧ status; ⟦NF2⟧ lost; ⟦EGF⟧ was added.", "known-gene MYCN", "target:NF2", "target:EGF");
    check("⟦TNF⟧ rose.", "target:TNF");
  });
});
