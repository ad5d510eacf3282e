/** The cards of ten records of each kind, as a reader sees them; `EXPECTED=write npm run test:fast` writes them anew. */
import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { KINDS, type Kind } from "../server/dataset/dataset";
import { cardOf } from "../server/features/card";
import { lineCount, print, textLength } from "../server/features/print";
import { ROOT } from "./client";
import { real } from "./example";

/** How many records of each kind. */
const EACH = 10;

/** Records of a kind at even steps through the order of their ids, so that another record changes few of them. */
function chosen(kind: Kind): number[] {
  const dataset = real();
  const all = Array.from({ length: dataset.recordCount }, (_, entity) => entity).filter((entity) => dataset.kind(entity) === kind);
  const idOf = (entity: number) => dataset.record(entity)!.id;
  all.sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
  return all.length <= EACH ? all : Array.from({ length: EACH }, (_, i) => all[Math.floor((i * all.length) / EACH)]!);
}

describe("cards, ten of each kind", () => {
  for (const kind of KINDS.filter((one) => !one.startsWith("known-")))
    it(`of kind ${kind} are as expected, and none is too long`, () => {
      const dataset = real();
      const cards = chosen(kind).map((entity) => {
        const card = cardOf(dataset, entity)!;
        assert.ok(lineCount(card) <= 12 && textLength(card) <= 900, `${dataset.preferredName(entity)} is too long`);
        return print(card, "plaintext");
      });
      const said = `${cards.join("\n\n---\n\n")}\n`;
      const file = path.join(ROOT, "test/cards", `${kind}.txt`);
      if (process.env["EXPECTED"] === "write") writeFileSync(file, said);
      assert.equal(said, existsSync(file) ? readFileSync(file, "utf8") : undefined);
    });
});
