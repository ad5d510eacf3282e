/** The drugs that act on a target or process, or belong to a strategy, pathway or cancer: by their fate, with dates and sources. */
import type { Dataset } from "../../dataset/dataset";
import { type AnyRecord, type DrugRecord, referenceOf } from "../../dataset/records";
import { sourceSpan } from "../cards/sources";
import { fateOf, thingOf, versionOf } from "../export/things";
import { entitiesNamed, NOTICE, nearNames } from "./lookUp";

/**
 * Lists the drugs for something.
 * @param name of a target, family, complex, strategy, process, carrier or cancer, in any spelling
 * @returns a text with a line for each drug; if there are none, a text that says why
 */
export function drugsFor(dataset: Dataset, name: string): string {
  const entities = entitiesNamed(dataset, name);
  const source = `Source: Metastasis Notes, dataset ${versionOf(dataset)}. A drug that is not listed may still exist. ${NOTICE}`;
  if (entities.length === 0) {
    const near = nearNames(dataset, name);
    const similar = near.length > 0 ? ` Similar names: ${near.join(", ")}.` : "";
    return `“${name}” is in no list of the Metastasis Notes dataset ${versionOf(dataset)}.${similar}`;
  }
  return [...entities.map((entity) => drugsOf(dataset, entity)), source].join("\n\n");
}

function drugsOf(dataset: Dataset, entity: number): string {
  const { id, kind, name, record } = thingOf(dataset, entity);
  if (!record) return `${name} (${kind}) is recognised by its name only: the dataset does not say which drugs act on it.`;
  if (record.kind === "drug") return `${name} is a drug itself; look it up instead.`;
  const groups = (record.drugs ?? []).map(([fate, drugs]) =>
    [`### ${fate}`, ...drugs.map((drug) => line(dataset, drug, record))].join("\n"),
  );
  if (groups.length === 0) return `## ${name} (${id})\nThe dataset has no drug for it.`;
  return [`## Drugs for ${name} (${id})`, ...groups].join("\n\n");
}

/** "- cilengitide: blocks integrin αvβ3; discontinued: … (as of 2025-12); failed: CENTRIC 2013 [PMID …]". */
function line(dataset: Dataset, reference: string, about: AnyRecord): string {
  const drug = dataset.recordOf(reference) as DrugRecord | undefined;
  if (!drug) return `- ${dataset.nameOf(reference)}`;
  const self = referenceOf(about);
  const members = new Set([
    self,
    ...("members" in about ? (about.members ?? []) : []).map((one) => (typeof one === "string" ? one : one.ref)),
  ]);
  const mechanisms = drug.mechanisms.filter(({ target }) => members.has(target));
  const does = mechanisms.map(({ verb, target, variant }) => `${verb} ${dataset.nameOf(target)}${variant ? ` ${variant}` : ""}`);
  const said = mechanisms.length > 0 ? mechanisms : drug.regulatory.events;
  const sources = [...new Set(said.flatMap((one) => one.sources))].slice(0, 3).map((source) => sourceSpan(dataset, source).text);
  const parts = [does.join(", "), fateOf(thingOf(dataset, dataset.find(reference)!))].filter(Boolean).join("; ");
  return `- ${drug.preferred_name}: ${parts} [${[...new Set(sources)].join("; ")}]`;
}
