import assert from "node:assert/strict";
import { isSame } from "../../server/features/cards/words";

describe("two names on a card", () => {
  for (const [one, other, same] of [
    ["MK-3475", "MK 3475", true],
    ["tumour vaccine", "tumor vaccines", true],
    ["PD-L1", "PD-L2", false],
    // a lab may have names in any script
    ["药物一", "药物二", false],
  ] as const)
    it(`${one} and ${other} are ${same ? "one" : "two"}`, () => assert.equal(isSame(one, other), same));
});
