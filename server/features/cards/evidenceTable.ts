/** The evidence on a full card: CIViC's items with their counts, and the ways of action of DrugMechDB. */
import type { Dataset } from "../../dataset/dataset";
import type { Evidence } from "../../dataset/records";
import { escapeMarkdown as plain } from "../print";
import { cardLink, itemOf, listOf, section } from "./markdown";

/** Two sections at most; none where the tables have nothing. */
export function evidenceSections(dataset: Dataset, evidence: Evidence | undefined): string[] {
  if (!evidence) return [];
  const counts = evidence.levels.map(([level, supporting, against]) => `level ${level}: ${supporting} for, ${against} against`);
  const items = evidence.items.map(([level, supports, significance, disease, profile, therapy, rating, pmid]) => {
    const about = [disease, profile, therapy && `given as ${therapy}`, rating > 0 ? `rated ${rating} of 5` : ""];
    const what = `**level ${plain(level)}**, ${supports ? "for" : "against"} ${plain(significance.toLowerCase())}`;
    return itemOf(dataset, what, plain(about.filter(Boolean).join(" · ")), pmid ? [`pmid:${pmid}`] : []);
  });
  const total = evidence.levels.reduce((sum, [, supporting, against]) => sum + supporting + against, 0);
  const said = (count: number, which: string) =>
    count > 0 ? [`${count} of those ${which} ${count === 1 ? "is" : "are"} on resistance`] : [];
  const resistance = [...said(evidence.resistance, "for"), ...said(evidence.denied ?? 0, "against")];
  const about = [
    `${plain([...counts, ...resistance].join(" · "))}.`,
    `An item is about a molecular profile in a disease, never about a drug alone.${total > items.length ? ` The best ${items.length} of ${total}:` : ""}`,
  ];
  const mechanisms = evidence.mechanisms.map(({ drug, disease, targets, pmids, id }) => {
    const acts = targets.map((target) => (target.includes(":") ? cardLink(dataset, target) : plain(target))).join(", ");
    const sources = pmids.map((pmid) => `pmid:${pmid}`);
    return `${itemOf(dataset, plain(`${drug} · ${disease}`), acts, sources)} · ${plain(id)}`;
  });
  return [
    items.length > 0 ? section("Evidence (CIViC)", `${about.join(" ")}\n\n${listOf(items)}`) : "",
    section("Ways of action (DrugMechDB)", listOf(mechanisms)),
  ];
}
