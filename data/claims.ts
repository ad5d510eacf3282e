/** Checks the claims in the dataset: the two voices never mix, every source is listed, everything that the review says is covered. */
import path from "node:path";
import { type Claim, idOf, referenceOf } from "../server/dataset/records";
import { inWords } from "../server/workspace/explain";
import { blaming, eachText, type Problem, type Row, readTable, type Sourced } from "./source";

/**
 * Checks what records claim and cite.
 * @param data path of `data/`
 * @returns a problem for each source that is not listed or that nobody else can open, each mix of voices, and each claim of the
 *   review that nothing corrects
 */
export function checkClaims(data: string, records: Sourced[]): Problem[] {
  const problems: Problem[] = [];
  const listed = new Set(readTable(path.join(data, "sources.tsv")).map((row) => row["key"]!));
  for (const sourced of records) {
    const { record } = sourced;
    const blame = blaming(problems, sourced);
    eachText(record, (source, place) => {
      if (place.at(-2) !== "sources") return;
      if (source.startsWith("note:")) blame(place, `${inWords(place)} is ${source}, which nobody else can open; cite what is published`);
      if (/^(src|curator):/.test(source) && !listed.has(source)) {
        blame(
          place,
          `${inWords(place)} is ${source}, which data/sources.tsv does not list; add it there with its licence, or cite another`,
        );
      }
    });
    const ids = new Set(record.claims?.map((claim) => claim.id));
    record.claims?.forEach((claim, i) => {
      if (claim.voice === "curated" && claim.sources.some((source) => source.startsWith("seed:"))) {
        blame(
          ["claims", i],
          `${inWords(["claims", i, "sources"])} cites the review for what we say; cite where it comes from, or make it the review's claim (voice: seed)`,
        );
      }
      if (claim.corrected_by && !ids.has(claim.corrected_by)) {
        blame(["claims", i], `corrected_by names "${claim.corrected_by}", which is no claim of this record; add that claim`);
      }
      if (claim.voice === "seed" && claim.assessment !== "ok" && !claim.corrected_by) {
        blame(
          ["claims", i],
          `the review's claim is assessed ${claim.assessment}, but nothing corrects it; add a curated claim and corrected_by`,
        );
      }
    });
  }
  return problems;
}

/**
 * Checks that every surface form and every claim of the review leads to a record.
 * @param data path of `data/`
 * @param lost ids of records and claims that could not be read; these lead somewhere
 * @returns a problem for each that does not
 */
export function checkCoverage(data: string, records: Sourced[], lost: ReadonlySet<string>): Problem[] {
  const read = (file: string) => readTable(path.join(data, file));
  return [...checkEntities(read(ENTITIES), records, lost), ...checkReviewClaims(read(CLAIMS), records, lost)];
}

const ENTITIES = "seed/entities.tsv";
const CLAIMS = "seed/claims.tsv";

/** What is wrong with the rows on the review's entities. */
function checkEntities(rows: readonly Row[], records: readonly Sourced[], lost: ReadonlySet<string>): Problem[] {
  const problems: Problem[] = [];
  const known = new Map(records.map(({ record }) => [referenceOf(record), record]));
  for (const [i, row] of rows.entries()) {
    const blame = (message: string) => problems.push({ file: ENTITIES, line: i + 2, message: `${row["id"]}${message}` });
    const references = list(row["record"]);
    if (references.some((reference) => lost.has(idOf(reference)))) continue;
    for (const reference of references) if (!known.has(reference)) blame(` leads to ${reference}, which does not exist; write that record`);
    const isCalled = (form: string) =>
      references.some((reference) => known.get(reference)?.names?.some((name) => sameForm(name.text, form)));
    for (const form of list(row["surface_forms"]))
      if (!isCalled(form)) blame(`: no record of ${row["record"]} has the name "${form}"; add it to one`);
  }
  if (rows.length < 151) problems.push({ file: ENTITIES, line: 1, message: `holds ${rows.length} rows; the review has 151 entities` });
  return problems;
}

/** What is wrong with the rows on the review's claims. */
function checkReviewClaims(rows: readonly Row[], records: readonly Sourced[], lost: ReadonlySet<string>): Problem[] {
  const problems: Problem[] = [];
  for (const [i, row] of rows.entries()) {
    const blame = (message: string) => problems.push({ file: CLAIMS, line: i + 2, message: `${row["id"]} ${message}` });
    const standing = records.flatMap(({ record }) => record.claims?.filter((claim) => claim.id === row["id"]) ?? []);
    if (standing.length === 0 && !lost.has(row["id"]!)) blame("stands on no record; add it to the record of its subject or object");
    const cited = list(row["sentences"]).map((id) => `seed:${id}`);
    const isRight = ({ voice, assessment, sources }: Claim) =>
      voice === "seed" && assessment === row["assessment"] && cited.every((id) => sources.includes(id));
    if (!standing.every(isRight)) blame(`must be in the seed's voice, assessed ${row["assessment"]}, with the sources ${cited.join(", ")}`);
  }
  if (rows.length < 85) problems.push({ file: CLAIMS, line: 1, message: `holds ${rows.length} rows; the review makes 85 claims` });
  return problems;
}

const sameForm = (name: string, form: string): boolean =>
  name === form || name.toLowerCase() === form.toLowerCase() || `${name.toLowerCase()}s` === form.toLowerCase();
const list = (cell: string | undefined): string[] =>
  (cell ?? "")
    .split(";")
    .map((part) => part.trim())
    .filter(Boolean);
