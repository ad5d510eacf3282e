/** How drugs without a record act and on which genes, as `lexicon/drug-mechanisms.tsv` and `lab-compounds.tsv` have it: what their one-line cards add. */
import { addTo } from "../server/dataset/lists";
import { few } from "../server/features/cards/words";
import { cellsIn, type Row } from "./source";

/** The tables' sources and dates, which stand behind whatever is said by them. */
const HUB = "(Drug Repurposing Hub, 2020)";
const CURATOR = "(curator's note, 2026)";
const GUIDE = "(Guide to Pharmacology, 2022)";

interface Mechanisms {
  /** How a drug acts: "HDAC inhibitor (Drug Repurposing Hub, 2020)"; nothing where the table does not say, or only on what. */
  ofDrug(name: string): string | undefined;
  /**
   * The drugs that a gene's product is a target of, those called after it first, then those of fewest targets: "target of
   * fostamatinib +2 more (…)", by what their cards call them, where that is not the table's name.
   */
  onGene(symbol: string, titles?: ReadonlyMap<string, string>): string | undefined;
}

/**
 * @param rows of the table: a drug, its mechanisms and its targets by symbol
 * @param compounds rows of the table of compounds of the laboratory, with how they act, and `gtopdb` as the source where that has it
 * @param frequency trials that name a drug, by its name in lower case
 */
export function readMechanisms(rows: readonly Row[], compounds: readonly Row[], frequency: ReadonlyMap<string, number>): Mechanisms {
  const ofDrug = new Map(rows.flatMap((row) => (row["mechanisms"] ? [[row["name"]!, inShort(cellsIn(row["mechanisms"]))]] : [])));
  for (const { name, acts, source } of compounds) ofDrug.set(name!, `${acts} ${source ? GUIDE : CURATOR}`);
  const onGene = new Map<string, Row[]>();
  for (const row of rows) for (const symbol of cellsIn(row["targets"])) addTo(onGene, symbol, row);
  const trialsOf = ({ name }: Row) => frequency.get(name!.toLowerCase()) ?? 0;
  // a kinase that is one of thirty on a panel is not what such a drug is given for
  const breadth = (row: Row, symbol: string) => (row["mechanisms"]!.includes(symbol) ? 0 : cellsIn(row["targets"]).length);
  return {
    ofDrug: (name) => ofDrug.get(name),
    onGene: (symbol, titles) => {
      const drugs = onGene.get(symbol)?.sort((a, b) => breadth(a, symbol) - breadth(b, symbol) || trialsOf(b) - trialsOf(a));
      return drugs && `target of ${inShort(drugs.map(({ name }) => titles?.get(name!) ?? name!))}`;
    },
  };
}

const inShort = (things: readonly string[]): string => `${few(things)} ${HUB}`;
