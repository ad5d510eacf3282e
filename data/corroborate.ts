/** Compares what the records say with independent open tables: drug–target pairs, identifiers and approvals. */
import path from "node:path";
import type { AnyRecord, DrugRecord, Mechanism, TargetRecord } from "../server/dataset/dataset";
import { type FoldTable, foldName, LONGEST } from "../server/dataset/fold";
import { referenceOf } from "./check";
import { type Problem, type Row, readTable, type Sourced } from "./source";

/** The open tables, cut to what concerns our records (`data/SOURCES.md`, "Imported tables"). */
export interface Tables {
  readonly interactions: readonly Row[];
  readonly mechanisms: readonly Row[];
  readonly evidence: readonly Row[];
  readonly identifiers: readonly Row[];
  /** Why we keep what a table contradicts: kind, subject, object, reason; written by hand. */
  readonly reasons: readonly Row[];
}

/**
 * How well a drug–target pair stands, best first: a table has it; a table has its family, complex or member; CIViC has
 * response to the drug by alterations of the target; a table has it for the drug that this one carries; the record names
 * a source of its own; a curator's note or the review alone.
 */
export const VERDICTS = ["exact", "family", "response", "part", "own", "note"] as const;

/** A drug–target pair of a record, compared. */
export interface Pair {
  readonly drug: string;
  readonly target: string;
  readonly action: string;
  readonly verdict: (typeof VERDICTS)[number];
  /** The tables, or the record's own sources, that the verdict rests on. */
  readonly by: readonly string[];
  /** Other members of the target's family that tables name instead; they confirm nothing. */
  readonly others: readonly string[];
  /** Tables that name drug and target together and say no action; they confirm nothing. */
  readonly together: readonly string[];
  /** What tables say that is the opposite: "agonist (RepurposingHub)". */
  readonly against: readonly string[];
  readonly reason?: string;
}

/** A record's identifier beside those of the tables. */
export interface Identifier {
  readonly record: string;
  readonly key: string;
  readonly value: string;
  /** "unknown": no table has one for this record. */
  readonly verdict: "same" | "unknown" | "differs";
  readonly tables: readonly string[];
  readonly reason?: string;
}

/** Whether an agency approved a drug, here and in the tables. */
export interface Approval {
  readonly drug: string;
  readonly agency: string;
  readonly verdict: "both" | "record only" | "table only";
  readonly reason?: string;
}

export interface Corroboration {
  readonly pairs: readonly Pair[];
  readonly identifiers: readonly Identifier[];
  readonly approvals: readonly Approval[];
  /** Contradictions without a written reason, and reasons that nothing needs. */
  readonly problems: readonly Problem[];
}

/** Reads the imported tables and the written reasons below `data/`. */
export function readTables(data: string): Tables {
  const table = (name: string) => readTable(path.join(data, "imported", `${name}.tsv`));
  return {
    interactions: table("interactions"),
    mechanisms: table("mechanisms"),
    evidence: table("evidence"),
    identifiers: table("identifiers"),
    reasons: readTable(path.join(data, REASONS)),
  };
}

const REASONS = "corroboration-reasons.tsv";

/**
 * Compares all records with the tables.
 * @returns every pair, identifier and approval with its verdict, in order of the records
 */
export function corroborate(sourced: readonly Sourced[], tables: Tables, fold: FoldTable): Corroboration {
  const book = bookOf(sourced, fold);
  const said = readHits(tables, book);
  const reasons = new Reasons(tables.reasons);
  const problems: Problem[] = [];
  const identifiersOf = identifierTable(tables.identifiers, book);
  const pairs: Pair[] = [];
  const identifiers: Identifier[] = [];
  const approvals: Approval[] = [];
  for (const { record, file, lineOf } of sourced) {
    const self = referenceOf(record);
    const rows = identifiersOf(record);
    for (const identifier of compareIdentifiers(record, rows)) {
      const reason = identifier.verdict === "differs" ? reasons.take("identifier", self, `${identifier.key}:${identifier.value}`) : undefined;
      identifiers.push({ ...identifier, ...(reason && { reason }) });
      if (identifier.verdict !== "differs" || reason) continue;
      const message = `${identifier.key} is ${identifier.value}, but our tables have ${identifier.tables.join(", ") || "no such id"}; mend it, or write a line "identifier, ${self}, ${identifier.key}:${identifier.value}, why" in ${REASONS}`;
      problems.push({ file, line: lineOf("xrefs", identifier.key), message });
    }
    if (record.kind !== "drug") continue;
    const drug = record as DrugRecord;
    drug.mechanisms.forEach((mechanism, i) => {
      const pair = comparePair(drug, mechanism, said, book);
      const reason = pair.against.length > 0 ? reasons.take("action", self, mechanism.target) : undefined;
      pairs.push({ ...pair, ...(reason && { reason }) });
      if (pair.against.length === 0 || reason) return;
      const message = `${mechanism.action} on ${mechanism.target}, but tables say ${pair.against.join(", ")}; mend it, or write a line "action, ${self}, ${mechanism.target}, why" in ${REASONS}`;
      problems.push({ file, line: lineOf("mechanisms", i), message });
    });
    for (const approval of compareApprovals(drug, rows)) {
      const reason = reasons.take("approval", self, approval.agency);
      approvals.push({ ...approval, ...(reason && { reason }) });
    }
  }
  problems.push(...reasons.unused());
  return { pairs, identifiers, approvals, problems };
}

/** Whether a pair has a named source of any kind: a table, or one in the record that is more than a curator's note. */
export const isNamed = (pair: Pair): boolean => pair.verdict !== "note";

/** Names of drugs and targets, and who is a member of what. */
interface Book {
  drugs(name: string): readonly string[];
  targets(name: string): readonly string[];
  readonly members: ReadonlyMap<string, ReadonlySet<string>>;
  readonly groups: ReadonlyMap<string, readonly string[]>;
  /** Drugs whose name stands as words inside this drug's name. */
  parts(drug: DrugRecord): readonly string[];
}

const UNUSABLE = new Set(["seed-form", "misspelling"]);

function bookOf(sourced: readonly Sourced[], fold: FoldTable): Book {
  const key = new Uint16Array(LONGEST + 1);
  const keyOf = (text: string) => String.fromCharCode(...key.subarray(0, foldName(fold, text, key)));
  const index = (kinds: readonly string[]) => {
    const found = new Map<string, string[]>();
    for (const { record } of sourced) {
      if (!kinds.includes(record.kind)) continue;
      const names = (record.names ?? []).filter((name) => !UNUSABLE.has(name.type)).map((name) => name.text);
      for (const text of new Set([record.id, record.preferred_name, ...names].map(keyOf))) {
        found.set(text, [...(found.get(text) ?? []), referenceOf(record)]);
      }
    }
    return (name: string) => found.get(keyOf(name)) ?? [];
  };
  const members = new Map<string, Set<string>>();
  for (const { record } of sourced) {
    const refs = ((record as TargetRecord).members ?? []).flatMap((member) => member.ref ?? []);
    if (record.kind === "family" || record.kind === "complex") members.set(referenceOf(record), new Set(refs));
  }
  const groups = new Map<string, string[]>();
  for (const [group, refs] of members) for (const ref of refs) groups.set(ref, [...(groups.get(ref) ?? []), group]);
  const drugs = index(["drug"]);
  const parts = (drug: DrugRecord) =>
    drug.preferred_name.split(" ").flatMap((word) => drugs(word).filter((other) => other !== referenceOf(drug)));
  return { drugs, targets: index(["target", "family", "complex"]), members, groups, parts };
}

/** Something a table says of a drug. */
interface Hit {
  /** What it is said of: references, or the bare symbol of a gene without a record. */
  readonly targets: readonly string[];
  readonly action: string;
  readonly source: string;
  readonly relation: "acts" | "response" | "together";
}

function readHits(tables: Tables, book: Book): ReadonlyMap<string, readonly Hit[]> {
  const hits = new Map<string, Hit[]>();
  const add = (drugName: string, hit: Hit) => {
    for (const drug of book.drugs(drugName)) hits.set(drug, [...(hits.get(drug) ?? []), hit]);
  };
  for (const row of tables.interactions) {
    const [target, action, source] = [row["target"]!, row["action"] ?? "", row["source"]!];
    const inWords = row["relation"] === "name" || row["relation"] === "class";
    const targets = inWords ? book.targets(target) : [`target:${target}`];
    add(row["drug"]!, { targets, action, source, relation: row["relation"] === "association" ? "together" : "acts" });
  }
  for (const row of tables.mechanisms) {
    add(row["drug"]!, { targets: genes(row["targets"]), action: "", source: "DrugMechDB", relation: "acts" });
  }
  for (const row of tables.evidence) {
    const responds = row["evidence_direction"] === "Supports" && row["significance"] === "Sensitivity/Response";
    if (row["evidence_type"] !== "Predictive" || !responds || row["therapy_interaction"]) continue;
    add(row["drug"]!, { targets: genes(row["genes"]), action: "", source: "CIViC", relation: "response" });
  }
  return hits;
}

function comparePair(drug: DrugRecord, { target, action, sources }: Mechanism, said: ReadonlyMap<string, readonly Hit[]>, book: Book): Pair {
  const hits = said.get(referenceOf(drug)) ?? [];
  const acts = hits.filter((hit) => hit.relation === "acts");
  const groups = book.groups.get(target) ?? [];
  const kin = new Set([...(book.members.get(target) ?? []), ...groups]);
  const siblings = new Set(groups.flatMap((group) => [...book.members.get(group)!]).filter((ref) => ref !== target));
  const names = (list: readonly Hit[], wanted: (ref: string) => boolean) =>
    unique(list.filter((hit) => hit.targets.some(wanted)).map((hit) => hit.source));
  const isSelf = (ref: string) => ref === target;
  const isKin = (ref: string) => kin.has(ref);
  const carried = book.parts(drug).flatMap((part) => (said.get(part) ?? []).filter((hit) => hit.relation === "acts"));
  const found: ReadonlyArray<readonly [Pair["verdict"], readonly string[]]> = [
    ["exact", names(acts, isSelf)],
    ["family", names(acts, isKin)],
    ["response", names(hits.filter((hit) => hit.relation === "response"), isSelf)],
    ["part", names(carried, isSelf)],
    ["own", sources.filter((source) => !/^(curator|seed|src):/.test(source))],
  ];
  const [verdict, by] = found.find(([, list]) => list.length > 0) ?? (["note", []] as const);
  const against = acts.filter((hit) => sign(hit.action) * sign(action) < 0 && hit.targets.some((ref) => isSelf(ref) || isKin(ref)));
  return {
    drug: drug.id,
    target,
    action,
    verdict,
    by,
    others: unique(acts.flatMap((hit) => hit.targets.filter((ref) => siblings.has(ref) && !isKin(ref)))),
    together: names(hits.filter((hit) => hit.relation === "together"), isSelf),
    against: unique(against.map((hit) => `${hit.action} (${hit.source})`)),
  };
}

const LOWERS = /inhib|antagonist|block|decreas|negative|degrad|antisense|rnai|inverse agonist/i;
const RAISES = /agonist|activator|increas|positive|stimul|induc|opener/i;
/** -1 for what holds a target back, 1 for what drives it, 0 for what does neither (binding, carrying, a vaccine's antigen). */
const sign = (action: string): number => (LOWERS.test(action) ? -1 : RAISES.test(action) ? 1 : 0);

/** Where tables keep an identifier under the name of the record's key. */
const KEYS = ["chembl", "drugbank", "pubchem_cid", "unii", "mesh", "rxnorm", "atc", "hgnc", "entrez", "ensembl", "uniprot", "famplex"];

function identifierTable(rows: readonly Row[], book: Book): (record: AnyRecord) => readonly Row[] {
  const held = new Map<string, Row[]>();
  const add = (reference: string, row: Row) => held.set(reference, [...(held.get(reference) ?? []), row]);
  const families = rows.filter((row) => row["famplex"]);
  for (const row of rows) {
    if (row["kind"] === "drug") for (const drug of book.drugs(row["name"]!)) add(drug, row);
    else if (row["kind"] === "target") add(`target:${row["name"]}`, row);
  }
  return (record) => {
    const famplex = record.xrefs?.["famplex"];
    const own = held.get(referenceOf(record)) ?? [];
    // without names in common a family is found by its id alone: the tables can only say that there is such an id
    return famplex ? [...own, ...families] : own;
  };
}

function compareIdentifiers(record: AnyRecord, rows: readonly Row[]): Identifier[] {
  return Object.entries(record.xrefs ?? {}).flatMap(([key, values]) => {
    if (!KEYS.includes(key)) return [];
    const tables = unique(rows.flatMap((row) => split(row[key])));
    return [values].flat().map((value): Identifier => {
      const verdict = tables.includes(value) ? "same" : tables.length === 0 ? "unknown" : "differs";
      return { record: referenceOf(record), key, value, verdict, tables: key === "famplex" ? [] : tables };
    });
  });
}

const AGENCIES: ReadonlyArray<readonly [agency: string, region: string]> = [
  ["FDA", "US"],
  ["EMA", "EU"],
  ["PMDA", "JP"],
];

function compareApprovals(drug: DrugRecord, rows: readonly Row[]): Approval[] {
  const regions = new Set(rows.flatMap((row) => split(row["approved_in"])));
  return AGENCIES.flatMap(([agency, region]): Approval[] => {
    const here = drug.regulatory.events.some((event) => event.agency === agency && event.event.startsWith("approved"));
    const there = regions.has(region);
    if (!here && !there) return [];
    return [{ drug: drug.id, agency, verdict: here && there ? "both" : here ? "record only" : "table only" }];
  });
}

/** The written reasons; what nobody took is told. */
class Reasons {
  private readonly taken = new Set<Row>();
  constructor(private readonly rows: readonly Row[]) {}

  take(kind: string, subject: string, object: string): string | undefined {
    const row = this.rows.find((one) => one["kind"] === kind && one["subject"] === subject && one["object"] === object);
    if (row) this.taken.add(row);
    return row?.["reason"] || undefined;
  }

  unused(): Problem[] {
    return this.rows.flatMap((row, i) => {
      if (this.taken.has(row)) return [];
      const message = `nothing contradicts ${row["subject"]}, ${row["object"]} (${row["kind"]}) any more; take the line out`;
      return [{ file: REASONS, line: i + 2, message }];
    });
  }
}

const split = (cell: string | undefined): string[] => (cell ?? "").split("|").filter(Boolean);
const genes = (cell: string | undefined): string[] => split(cell).map((symbol) => `target:${symbol}`);
const unique = (list: readonly string[]): string[] => [...new Set(list)].sort();
