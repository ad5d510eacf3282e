/** The cards of ten of each kind, and of names as notes write them, as a reader sees them; `EXPECTED=write npm run test:fast` writes them anew. */
import assert from "node:assert/strict";
import { KINDS, type Kind } from "../server/dataset/records";
import { cardOf } from "../server/features/card";
import { CHARACTERS, LINES } from "../server/features/cards/fit";
import { hoverOnName } from "../server/features/hover";
import { hoverOnUnknown } from "../server/features/hoverOnUnknown";
import { type Card, lineCount, print, textLength } from "../server/features/print";
import { atOnce } from "../server/giveWay";
import { DEFAULTS } from "../server/settings";
import { noteOf, real } from "./example";
import { checkFile } from "./expected";
import { readMarked } from "./marked";

/** How many records of each kind. */
const EACH = 10;

/** Entities of a kind at even steps through the order of their ids or names, so that another one changes few of them. */
function chosen(kind: Kind): number[] {
  const dataset = real();
  const all: number[] = [];
  // what has given all its names to others is known by none
  const isNamed = (entity: number) => dataset.lexicon.entity(dataset.lexicon.preferred(entity)) === entity;
  for (let entity = 0; dataset.has(entity); entity++) if (dataset.kind(entity) === kind && isNamed(entity)) all.push(entity);
  const idOf = (entity: number) => dataset.record(entity)?.id ?? dataset.preferredName(entity);
  all.sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
  return all.length <= EACH ? all : Array.from({ length: EACH }, (_, i) => all[Math.floor((i * all.length) / EACH)]!);
}

/** What a note may say, the cursor at `$0`: how a name matched, variants, several readings, words in no list. */
const WRITTEN = [
  "treated with Keytr$0uda",
  "treated with MK-34$075",
  "anti-PD-$01 antibodies",
  "a MEK inhib$0itor",
  "KRA$0S G12C",
  "BRA$0F V600E",
  "EGF$0R exon 19 deletion",
  "BRA$0F G469A",
  "Vegf$0a in mice",
  "epithelial-mesenchymal transition (EMT).\n\nLoss of EM$0T",
  "acquired resi$0stance of tumours to drugs",
  "treated with VEGF inhibit$0ors",
  "treated with dA$0LA",
  "opening of calcium chan$0nels",
  "Patients were treated with folri$0tinib 10 mg.",
];

/** Compares cards with those on file. */
function checkCards(name: string, cards: readonly Card[]): void {
  for (const card of cards) assert.ok(lineCount(card) <= LINES && textLength(card) <= CHARACTERS, `too long: ${print(card, "plaintext")}`);
  const said = `${cards.map((card) => print(card, "plaintext")).join("\n\n---\n\n")}\n`;
  checkFile(`test/cards/${name}.txt`, said);
}

describe("cards as expected, none too long", () => {
  for (const kind of KINDS.filter((one) => one !== "known-abbreviation"))
    it(`ten of kind ${kind}`, () =>
      checkCards(
        kind,
        chosen(kind).map((entity) => cardOf(real(), entity)!),
      ));
  it("of names as notes write them", () =>
    checkCards(
      "written",
      WRITTEN.map((source) => {
        const { text, cursor } = readMarked(source);
        const note = noteOf(text);
        const hover = hoverOnName(real(), note, cursor!) ?? atOnce(hoverOnUnknown(real(), note, cursor!, DEFAULTS));
        assert.ok(hover, `no card for ${source}`);
        return hover.card;
      }),
    ));
});
