/** How drugs without a record act and on which genes, as `lexicon/drug-mechanisms.tsv`, `drug-targets.tsv` and `lab-compounds.tsv` have it: what their one-line cards add. */
import { addTo } from "../server/dataset/lists";
import { few, MOST } from "../server/features/cards/words";
import { cellsIn, type Row } from "./source";

/** The tables' sources and dates, which stand behind whatever is said by them. */
const HUB = "Drug Repurposing Hub, 2020";
const CURATOR = "(curator's note, 2026)";
const GUIDE = "(Guide to Pharmacology, 2022)";
const TABLES: Readonly<Record<string, string>> = {
  drugtarget: "DrugCentral, 2016",
  gdc: "NCI Thesaurus, 2023",
  phox: "pharmOncoX, 2026",
};

/** Up to how many targets are said, all of them then: a longer list is a panel, and its first three are chance. */
const MOST_TARGETS = 6;

interface Mechanisms {
  /** How a drug acts and on what: "BCL inhibitor; targets BCL2, BCL2L1 (Drug Repurposing Hub, 2020)"; nothing where the tables do not say. */
  ofDrug(name: string): string | undefined;
  /**
   * The drugs that a gene's product is a target of, those called after it first, then those of fewest targets: "target of
   * fostamatinib +2 more (…)", by what their cards call them, where that is not the table's name.
   */
  onGene(symbol: string, titles?: ReadonlyMap<string, string>): string | undefined;
}

/**
 * @param rows of the table: a drug, its mechanisms and its targets by symbol
 * @param further rows of further tables on drugs that the first does not know: a drug, its targets and which table has them
 * @param compounds rows of the table of compounds of the laboratory, with how they act, and `gtopdb` as the source where that has it
 * @param frequency trials that name a drug, by its name in lower case
 */
export function readMechanisms(
  rows: readonly Row[],
  further: readonly Row[],
  compounds: readonly Row[],
  frequency: ReadonlyMap<string, number>,
): Mechanisms {
  const ofDrug = new Map(rows.flatMap((row) => (row["mechanisms"] ? [[row["name"]!, `${ways(row)} (${HUB})`]] : [])));
  for (const row of further) if (areFew(row)) ofDrug.set(row["name"]!, `${targetsOf(row)} (${TABLES[row["source"]!]})`);
  for (const { name, acts, source } of compounds) ofDrug.set(name!, `${acts} ${source ? GUIDE : CURATOR}`);
  const onGene = new Map<string, Row[]>();
  for (const row of [...rows, ...further]) for (const symbol of cellsIn(row["targets"])) addTo(onGene, symbol, row);
  const trialsOf = ({ name }: Row) => frequency.get(name!.toLowerCase()) ?? 0;
  // a kinase that is one of thirty on a panel is not what such a drug is given for
  const breadth = (row: Row, symbol: string) => (row["mechanisms"]?.includes(symbol) ? 0 : cellsIn(row["targets"]).length);
  return {
    ofDrug: (name) => ofDrug.get(name),
    onGene: (symbol, titles) => {
      const drugs = onGene.get(symbol)?.sort((a, b) => breadth(a, symbol) - breadth(b, symbol) || trialsOf(b) - trialsOf(a));
      if (!drugs) return undefined;
      const tables = new Set(drugs.slice(0, MOST).map(({ source }) => TABLES[source!] ?? HUB));
      return `target of ${few(drugs.map(({ name }) => titles?.get(name!) ?? name!))} (${[...tables].join("; ")})`;
    },
  };
}

const areFew = (row: Row): boolean => cellsIn(row["targets"]).length <= MOST_TARGETS;
const targetsOf = (row: Row): string => `targets ${cellsIn(row["targets"]).join(", ")}`;

/** How a row's drug acts, and on what, unless its class says that: "EGFR inhibitor". */
function ways(row: Row): string {
  const mechanisms = row["mechanisms"]!;
  const targets = cellsIn(row["targets"]);
  const isSaid = !areFew(row) || targets.every((symbol) => mechanisms.includes(symbol));
  return [few(cellsIn(mechanisms)), ...(isSaid ? [] : [targetsOf(row)])].join("; ");
}
