/** Checks the dataset's source files. It says what is wrong as a colleague would: file, line, fault, cure. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { Ajv, type ValidateFunction } from "ajv";
import type { FoldTable } from "../server/dataset/fold";
import { policy } from "../server/dataset/policy";
import { FOLDERS, idOf, RECORDED, type RegulatoryEvent, referenceOf } from "../server/dataset/records";
import { isApproval, isSupportive } from "../server/dataset/status";
import { explain, inWords, placeOf } from "../server/workspace/explain";
import { checkClaims, checkCoverage } from "./claims";
import { keysBy } from "./keys";
import { blaming, eachText, type Problem, type Records, readRecords, type Sourced } from "./source";

const SCHEMAS = ["common", "drug", "target", "concept", "regimen"];

/**
 * Reads and checks all records.
 * @param data path of `data/`
 * @param fold the fold table, to see which names are spelled alike
 * @returns the records without those that break the schema (`lost` are the ids in these), and every problem found
 */
export function checkRecords(data: string, fold: FoldTable): Records {
  const { records: read, problems, lost } = readRecords(data);
  const validators = loadSchemas(data);
  const records = read.filter((sourced) => {
    const faults = againstSchema(sourced, validators);
    problems.push(...faults);
    const { record, file } = sourced;
    if (faults.length > 0)
      for (const id of [record.id, path.parse(file).name, ...(record.claims ?? []).map((claim) => claim.id)]) lost.add(`${id}`);
    return faults.length === 0;
  });
  problems.push(
    ...checkIds(records),
    ...checkReferences(records, lost),
    ...checkEvents(records),
    ...checkPathways(records),
    ...checkClaims(data, records),
  );
  problems.push(...checkSharedNames(records, fold), ...checkCoverage(data, records, lost));
  return { records, lost, problems: problems.sort((a, b) => a.file.localeCompare(b.file, "en") || a.line - b.line) };
}

/** A problem as a line of text. */
export const printProblem = (problem: Problem): string => `data/${problem.file}:${problem.line}: ${problem.message}`;

function loadSchemas(data: string): Map<string, ValidateFunction> {
  const ajv = new Ajv({ allErrors: true, strict: false, verbose: true });
  for (const name of SCHEMAS) {
    const file = path.join(data, "schema", `${name}.schema.json`);
    if (existsSync(file)) ajv.addSchema(JSON.parse(readFileSync(file, "utf8")) as object, `${name}.schema.json`);
  }
  return new Map(
    SCHEMAS.slice(1).flatMap((name) => (ajv.getSchema(`${name}.schema.json`) ? [[name, ajv.getSchema(`${name}.schema.json`)!]] : [])),
  );
}

const SCHEMA_OF: Readonly<Record<string, string>> = {
  drug: "drug",
  target: "target",
  family: "target",
  complex: "target",
  regimen: "regimen",
};
const CONCEPTS = ["strategy", "nanoplatform", "process", "pathway", "challenge", "cancer"];

function againstSchema(sourced: Sourced, validators: Map<string, ValidateFunction>): Problem[] {
  const { record, file } = sourced;
  const kind: unknown = record.kind;
  const schema = typeof kind === "string" ? (SCHEMA_OF[kind] ?? (CONCEPTS.includes(kind) ? "concept" : undefined)) : undefined;
  if (!schema) {
    const kinds = [...Object.keys(SCHEMA_OF), ...CONCEPTS].join(", ");
    return [{ file, line: sourced.lineOf("kind"), message: `kind is ${JSON.stringify(kind)}; write one of ${kinds}` }];
  }
  const validate = validators.get(schema)!;
  if (validate(record)) return [];
  const errors = (validate.errors ?? []).filter((error) => error.keyword !== "if");
  return errors.map((error) => ({ file, line: sourced.lineOf(...placeOf(error)), message: explain(error) }));
}

function checkIds(records: Sourced[]): Problem[] {
  const problems: Problem[] = [];
  const seen = new Map<string, string>();
  for (const sourced of records) {
    const { record, file } = sourced;
    const blame = blaming(problems, sourced);
    const reference = referenceOf(record);
    const home = FOLDERS[record.kind];
    if (home && file !== `${home}/${record.id}.yaml`)
      blame(["id"], `id is "${record.id}", so the file must be ${home}/${record.id}.yaml; rename one of them`);
    const other = seen.get(reference);
    if (other) blame(["id"], `${reference} is also in ${other}; keep one`);
    seen.set(reference, file);
  }
  return problems;
}

const REFERENCE = new RegExp(`^(?:${RECORDED.join("|")}):[\\w+.-]+$`);

function checkReferences(records: Sourced[], lost: ReadonlySet<string>): Problem[] {
  const known = new Set(records.map(({ record }) => referenceOf(record)));
  const problems: Problem[] = [];
  for (const sourced of records) {
    const blame = blaming(problems, sourced);
    eachText(sourced.record, (reference, place) => {
      if (REFERENCE.test(reference) && !known.has(reference) && !lost.has(idOf(reference))) {
        blame(place, `${inWords(place)} refers to ${reference}, which does not exist; write an existing id or take it out`);
      }
    });
  }
  return problems;
}

/** Checks that a pathway lists the proteins that say they are part of it, and that those it lists say so. */
function checkPathways(records: Sourced[]): Problem[] {
  const problems: Problem[] = [];
  const byId = new Map(records.map((sourced) => [referenceOf(sourced.record), sourced]));
  for (const sourced of records) {
    const { record } = sourced;
    const self = referenceOf(record);
    const blame = blaming(problems, sourced);
    const isIn = (reference: string, key: "members" | "pathways") => {
      const other = byId.get(reference)?.record as { readonly [key in typeof key]?: readonly unknown[] } | undefined;
      return other === undefined || other[key]?.includes(self) === true;
    };
    if (record.kind === "target") {
      for (const pathway of record.pathways ?? [])
        if (!isIn(pathway, "members")) blame(["pathways"], `${pathway} does not list ${self}; add it to its members or take it out here`);
    } else if (record.kind === "pathway") {
      for (const member of record.members ?? [])
        if (member.startsWith("target:") && !isIn(member, "pathways"))
          blame(["members"], `${member} does not say that it is part of ${self}`);
    }
  }
  return problems;
}

/** Whether a date is earlier than another, as far as both are precise: 2025-12 is not before 2025-12-22, nor after. */
const isBefore = (date: string, other: string): boolean => date.slice(0, other.length) < other.slice(0, date.length);

/** Endings of international nonproprietary names, with the modalities that they stand for. */
const STEMS: ReadonlyArray<readonly [ending: RegExp, modality: RegExp]> = [
  [/mab$/i, /^(?:antibody|bispecific_)/],
  [/(?:tinib|ciclib|rafenib|metinib|rasib|parib|lisib)$/i, /^small_molecule$/],
  [/leucel$/i, /^cell_therapy$/],
];

/** Events that are an agency's, and none of the maker or of a trial alone. */
const BY_AGENCY = new Set(["filed", "refused", "application-withdrawn", "approved", "approved-accelerated", "converted-to-full"]);

/** What cards state flatly: what an agency gave, refused or took back, and the result of a pivotal trial. */
const IS_STATED = /^(?:approved|converted|refused|pivotal)|withdrawn$/;

/** Whether an event that cards state flatly has nothing but our own word behind it, and does not say so. */
const isOurWordAlone = ({ event, unconfirmed, sources }: RegulatoryEvent): boolean =>
  IS_STATED.test(event) && !unconfirmed && sources.every((source) => source.startsWith("curator:"));

/** What is wrong with an event, given those before it: nothing can be taken back or made full that its agency never gave. */
function againstEarlier(event: RegulatoryEvent, earlier: readonly RegulatoryEvent[]): string[] {
  const { agency = "none", event: what, date } = event;
  if (agency === "none") return BY_AGENCY.has(what) ? [`the event of ${date} (${what}) needs the agency that decided or decides`] : [];
  const given = earlier.filter((one) => one.agency === agency && isApproval(one));
  if (/withdrawn$/.test(what) && what !== "application-withdrawn" && given.length === 0)
    return [`${agency} takes back on ${date} what no event before has it approve; add that approval`];
  if (what === "converted-to-full" && !given.some((one) => one.event === "approved-accelerated"))
    return [`${agency} makes an approval full on ${date}, yet no event before is approved-accelerated; one of them must be`];
  const same = earlier.find(
    (one) =>
      one.agency === agency && one.event === what && one.date === date && one.indication === event.indication && one.trial === event.trial,
  );
  return same ? [`the event of ${date} (${agency}, ${what}) stands twice; keep one`] : [];
}

function checkEvents(records: Sourced[]): Problem[] {
  const problems: Problem[] = [];
  for (const sourced of records) {
    const { record } = sourced;
    const blame = blaming(problems, sourced);
    if (record.kind !== "drug") continue;
    const { events, as_of: asOf } = record.regulatory;
    events.forEach((event, i) => {
      const before = events[i - 1];
      if (before && isBefore(event.date, before.date)) {
        blame(["regulatory", "events", i], `the event of ${event.date} stands after that of ${before.date}; put them in order of date`);
      }
      if (isApproval(event) && event.indication && event.oncology === undefined) {
        blame(["regulatory", "events", i], "the approval names a use; say by oncology: true or false whether it is in oncology");
      }
      if (isSupportive(event) && (event.oncology !== false || !isApproval(event))) {
        blame(["regulatory", "events", i], "supportive is for an approval with oncology: false");
      }
      if (isOurWordAlone(event)) {
        blame(
          ["regulatory", "events", i],
          `the event of ${event.date} (${event.event}) rests on a curator's note alone; cite what says it, or write unconfirmed: true`,
        );
      }
      for (const fault of againstEarlier(event, events.slice(0, i))) blame(["regulatory", "events", i], fault);
      if (isBefore(asOf, event.date)) {
        blame(["regulatory", "events", i], `the event of ${event.date} is later than the look-up of ${asOf}; set as_of to when you looked`);
      }
    });
    const stem = STEMS.find(([ending]) => ending.test(record.preferred_name));
    if (stem && !stem[1].test(record.modality)) {
      blame(["modality"], `modality is ${record.modality}, which does not go with the ending of ${record.preferred_name}`);
    }
    const approved = events.some(isApproval);
    if (
      /\bapproved\b/i.test(record.summary) &&
      !/\bnot approved|never approved|no approv|unapproved|not been approved/i.test(record.summary) &&
      !approved
    ) {
      blame(["summary"], "the summary says approved, but no event does; add the approval event or change the summary");
    }
  }
  return problems;
}

/** Checks that a name which two records would both take in the same text is declared with shared_with. */
function checkSharedNames(records: Sourced[], fold: FoldTable): Problem[] {
  const problems: Problem[] = [];
  const keyOf = keysBy(fold);
  const holders = new Map<string, Array<{ sourced: Sourced; index: number; text: string; exact: boolean }>>();
  for (const sourced of records) {
    const blame = blaming(problems, sourced);
    sourced.record.names?.forEach((name, index) => {
      const spelled = keyOf(name.text);
      const { letterCase, context } = policy(name, sourced.record.kind);
      if (spelled === "" || context === "never") return;
      const held = holders.get(spelled) ?? [];
      for (const other of held) {
        if (other.sourced === sourced || (other.exact && letterCase === "exact" && other.text !== name.text)) continue;
        const theirs = other.sourced.record;
        const declared =
          name.shared_with?.includes(referenceOf(theirs)) ||
          theirs.names?.[other.index]?.shared_with?.includes(referenceOf(sourced.record));
        if (!declared) {
          blame(
            ["names", index],
            `the name "${name.text}" is also a name of ${referenceOf(theirs)} (${other.sourced.file}); take it from one of them, or declare it with shared_with: ["${referenceOf(theirs)}"]`,
          );
        }
      }
      held.push({ sourced, index, text: name.text, exact: letterCase === "exact" });
      holders.set(spelled, held);
    });
  }
  return problems;
}
