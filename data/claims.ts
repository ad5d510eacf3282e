/** Checks what the dataset claims: two voices that never mix, every source listed, everything that the review says covered. */
import path from "node:path";
import { referenceOf } from "../server/dataset/records";
import { inWords } from "../server/workspace/explain";
import { blaming, eachText, type Problem, readTable, type Sourced } from "./source";

/**
 * What is wrong with what records claim and cite: a source that is listed nowhere or that nobody else can open, voices that mix,
 * a claim of the review that nothing corrects.
 * @param data path of `data/`
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
 * Every surface form and every claim of the review leads to a record.
 * @param lost ids of records and claims that could not be read; these lead somewhere
 */
export function checkCoverage(data: string, records: Sourced[], lost: ReadonlySet<string>): Problem[] {
  const problems: Problem[] = [];
  const known = new Map(records.map(({ record }) => [referenceOf(record), record]));
  const entities = readTable(path.join(data, "seed/entities.tsv"));
  entities.forEach((row, i) => {
    const file = "seed/entities.tsv";
    if (list(row["record"]).some((reference) => lost.has(reference.slice(reference.indexOf(":") + 1)))) return;
    const holders = list(row["record"]).map((reference) => {
      const record = known.get(reference);
      if (!record)
        problems.push({ file, line: i + 2, message: `${row["id"]} leads to ${reference}, which does not exist; write that record` });
      return record;
    });
    for (const form of list(row["surface_forms"])) {
      if (!holders.some((record) => record?.names?.some((name) => sameForm(name.text, form)))) {
        problems.push({ file, line: i + 2, message: `${row["id"]}: no record of ${row["record"]} has the name "${form}"; add it to one` });
      }
    }
  });
  const claims = readTable(path.join(data, "seed/claims.tsv"));
  claims.forEach((row, i) => {
    const file = "seed/claims.tsv";
    const standing = records.flatMap(({ record }) => record.claims?.filter((claim) => claim.id === row["id"]) ?? []);
    if (standing.length === 0 && !lost.has(row["id"]!))
      problems.push({ file, line: i + 2, message: `${row["id"]} stands on no record; add it to the record of its subject or object` });
    for (const claim of standing) {
      const cited = list(row["sentences"]).map((id) => `seed:${id}`);
      if (claim.voice !== "seed" || claim.assessment !== row["assessment"] || !cited.every((id) => claim.sources.includes(id))) {
        problems.push({
          file,
          line: i + 2,
          message: `${row["id"]} must be in the seed's voice, assessed ${row["assessment"]}, with the sources ${cited.join(", ")}`,
        });
        break;
      }
    }
  });
  if (entities.length < 151)
    problems.push({ file: "seed/entities.tsv", line: 1, message: `holds ${entities.length} rows; the review has 151 entities` });
  if (claims.length < 85)
    problems.push({ file: "seed/claims.tsv", line: 1, message: `holds ${claims.length} rows; the review makes 85 claims` });
  return problems;
}

const sameForm = (name: string, form: string): boolean =>
  name === form || name.toLowerCase() === form.toLowerCase() || `${name.toLowerCase()}s` === form.toLowerCase();
const list = (cell: string | undefined): string[] =>
  (cell ?? "")
    .split(";")
    .map((part) => part.trim())
    .filter(Boolean);
