/** Compares the records with independent open tables: drug–target pairs here, identifiers and approvals in the files beside it. */
import path from "node:path";
import type { FoldTable } from "../server/dataset/fold";
import { addTo } from "../server/dataset/lists";
import { type DrugRecord, type Mechanism, referenceOf } from "../server/dataset/records";
import { type Approval, compareApprovals, compareDates, type DatedApproval, datedApprovals } from "./corroborate-approvals";
import { compareIdentifiers, type Identifier, identifierTable } from "./corroborate-identifiers";
import { type Book, bookOf } from "./corroborate-names";
import { isAlone } from "./evidence";
import { type Problem, type Row, readTable, type Sourced, targetsIn } from "./source";

/** The open tables, cut to what concerns our records (`SOURCES.md`, "Imported tables"). */
export interface Tables {
  readonly interactions: readonly Row[];
  readonly mechanisms: readonly Row[];
  readonly evidence: readonly Row[];
  readonly identifiers: readonly Row[];
  /** Decisions of agencies with their dates. */
  readonly approvals: readonly Row[];
  /** Why we keep what a table contradicts: kind, subject, object, reason; written by hand. */
  readonly reasons: readonly Row[];
}

/**
 * How well a pair stands, best first. `exact`: a table has it. `family`: a table has its family or complex, or a member
 * of it. `response`: CIViC has response to the drug where the target is altered. `hand`: only rows written by hand by
 * those who made the tables. `part`: a table has it for the drug that this one carries. `own`: the record names a source
 * of its own. `note`: a curator's note or the review alone.
 */
const VERDICTS = ["exact", "family", "response", "hand", "part", "own", "note"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** A drug–target pair of a record, compared. */
export interface Pair {
  /** References: "drug:imatinib", "target:KIT". */
  readonly drug: string;
  readonly target: string;
  readonly action: string;
  readonly verdict: Verdict;
  /** The tables, or the record's own sources, that the verdict rests on. */
  readonly by: readonly string[];
  /** Other members of the target's family that tables name; they confirm nothing. */
  readonly others: readonly string[];
  /** Tables that name drug and target together but say no action; they confirm nothing. */
  readonly together: readonly string[];
  /** The opposite actions that tables have: "agonist (RepurposingHub)". */
  readonly against: readonly string[];
  /** Whether anything with a name stands behind it: a table that was not written by hand, or a source in the record. */
  readonly isNamed: boolean;
  /** The written reason why it stands although tables contradict it. */
  readonly reason?: string;
}

export interface Corroboration {
  readonly pairs: readonly Pair[];
  readonly identifiers: readonly Identifier[];
  readonly approvals: readonly Approval[];
  readonly dates: readonly DatedApproval[];
  /** Contradictions without a written reason, and written reasons without a contradiction. */
  readonly problems: readonly Problem[];
}

const REASONS = "corroboration-reasons.tsv";

/** Reads the imported tables and the written reasons below `data/`. */
export function readTables(data: string): Tables {
  const table = (name: string) => readTable(path.join(data, "imported", `${name}.tsv`));
  return {
    interactions: table("interactions"),
    mechanisms: table("mechanisms"),
    evidence: table("evidence"),
    identifiers: table("identifiers"),
    approvals: table("approvals"),
    reasons: readTable(path.join(data, REASONS)),
  };
}

/**
 * Compares all records with the tables.
 * @returns every pair, identifier and approval with its verdict, in order of the records
 */
export function corroborate(sourced: readonly Sourced[], tables: Tables, fold: FoldTable): Corroboration {
  const book = bookOf(
    sourced.map(({ record }) => record),
    fold,
  );
  const said = readHits(tables, book);
  const known = new Set(sourced.map(({ record }) => referenceOf(record)));
  const rowsOf = identifierTable(tables.identifiers, book);
  const datedOf = datedApprovals(tables.approvals, book);
  const reasons = new Reasons(tables.reasons);
  const pairs: Pair[] = [];
  const identifiers: Identifier[] = [];
  const approvals: Approval[] = [];
  const dates: DatedApproval[] = [];
  const problems: Problem[] = [];
  for (const { record, file, lineOf } of sourced) {
    const self = referenceOf(record);
    /** The written reason for a contradiction; without one it becomes a problem. */
    const judge = (kind: string, object: string, place: Array<string | number>, fault: string) => {
      const reason = reasons.take(kind, self, object);
      const message = `${fault}; mend it, or write why it stands in ${REASONS}: ${kind}, ${self}, ${object}, reason`;
      if (!reason) problems.push({ file, line: lineOf(...place), message });
      return reason ? { reason } : {};
    };
    const rows = rowsOf(record);
    for (const identifier of compareIdentifiers(record, rows)) {
      const { key, value, tables: ids } = identifier;
      const fault = `${key} is ${value}, but our tables have ${ids.join(", ") || "no such id"}`;
      const differs = identifier.verdict === "differs";
      identifiers.push({ ...identifier, ...(differs && judge("identifier", `${key}:${value}`, ["xrefs", key], fault)) });
    }
    if (record.kind !== "drug") continue;
    for (const [i, mechanism] of record.mechanisms.entries()) {
      const pair = comparePair(record, mechanism, said, book);
      const fault = `the action on ${pair.target} is ${pair.action}, but tables say ${pair.against.join(", ")}`;
      pairs.push({ ...pair, ...(pair.against.length > 0 && judge("action", pair.target, ["mechanisms", i], fault)) });
    }
    for (const { target, by } of lackingPairs(record, said, book, known)) {
      judge("target", target, ["mechanisms"], `${by.join(" and ")} have it act on ${target}, which the record does not name`);
    }
    for (const approval of compareApprovals(record, rows)) {
      // our records list every approval by the FDA; those of others that have no date anywhere are joined at build time
      const lacks = approval.verdict === "table only" && approval.agency === "FDA";
      const fault = "no event says that the FDA approved it, but our tables do";
      approvals.push({ ...approval, ...(lacks && judge("approval", approval.agency, ["regulatory"], fault)) });
    }
    for (const dated of compareDates(record, datedOf(record))) {
      const { agency, event, brand, date } = dated;
      const fault = `no event says that the ${agency} ${event} it on ${date} (${brand}), but our tables do`;
      const differs = dated.verdict === "differs";
      dates.push({ ...dated, ...(differs && judge("date", `${agency}:${brand}`, ["regulatory"], fault)) });
    }
  }
  problems.push(...reasons.unused());
  return { pairs, identifiers, approvals, dates, problems };
}

/** Something a table says of a drug. */
interface Hit {
  /** What it is said of: references, with a record or without. */
  readonly targets: readonly string[];
  readonly action: string;
  readonly source: string;
  readonly relation: "acts" | "hand" | "response" | "together";
}
type Hits = ReadonlyMap<string, readonly Hit[]>;

/** The sources of rows that the makers of the tables wrote themselves, or copied from a drug's parent antibody. */
const BY_HAND = new Set(["curated", "from-parent-antibody"]);

function readHits(tables: Tables, book: Book): Hits {
  const hits = new Map<string, Hit[]>();
  const add = (drugName: string, hit: Hit) => {
    for (const drug of book.drugs(drugName)) addTo(hits, drug, hit);
  };
  for (const { drug, target, relation, action = "", source } of tables.interactions) {
    // names and classes of drugs say a target in words ("Anti-GARP Monoclonal Antibody"), other rows as a symbol
    const targets = relation === "name" || relation === "class" ? book.targets(target!) : [`target:${target}`];
    const kind = relation === "association" ? "together" : BY_HAND.has(source!) ? "hand" : "acts";
    add(drug!, { targets, action, source: source!, relation: kind });
  }
  for (const row of tables.mechanisms) {
    add(row["drug"]!, { targets: targetsIn(row["targets"]), action: "", source: "DrugMechDB", relation: "acts" });
  }
  for (const row of tables.evidence) {
    const responds = row["significance"] === "Sensitivity/Response" && row["evidence_direction"] === "Supports";
    if (row["evidence_type"] !== "Predictive" || !responds || !isAlone(row)) continue;
    add(row["drug"]!, { targets: targetsIn(row["genes"]), action: "", source: "CIViC", relation: "response" });
  }
  return hits;
}

function comparePair(drug: DrugRecord, { target, action, sources }: Mechanism, said: Hits, book: Book): Pair {
  const hits = said.get(referenceOf(drug)) ?? [];
  const groups = book.groups.get(target) ?? [];
  const kin = new Set([...(book.members.get(target) ?? []), ...groups]);
  const siblings = new Set(groups.flatMap((group) => [...book.members.get(group)!]));
  const isSelf = (ref: string) => ref === target;
  const isKin = (ref: string) => kin.has(ref);
  const sourcesOf = (list: readonly Hit[], relation: Hit["relation"], isMeant: (ref: string) => boolean) =>
    sorted(list.filter((hit) => hit.relation === relation && hit.targets.some(isMeant)).map((hit) => hit.source));
  const carried = book.parts(drug).flatMap((part) => said.get(part) ?? []);
  const grounds: Readonly<Record<Verdict, readonly string[]>> = {
    exact: sourcesOf(hits, "acts", isSelf),
    family: sourcesOf(hits, "acts", isKin),
    response: sourcesOf(hits, "response", isSelf),
    hand: sourcesOf(hits, "hand", (ref) => isSelf(ref) || isKin(ref)),
    part: sourcesOf(carried, "acts", isSelf),
    own: sources.filter((source) => !/^(curator|seed|src):/.test(source)),
    note: [],
  };
  const verdict = VERDICTS.find((one) => grounds[one].length > 0) ?? "note";
  const isNamed = VERDICTS.some((one) => one !== "hand" && grounds[one].length > 0);
  const acts = hits.filter((hit) => hit.relation === "acts" || hit.relation === "hand");
  const named = acts.flatMap((hit) => hit.targets);
  const opposite = acts.filter((hit) => sign(hit.action) * sign(action) < 0 && hit.targets.some((ref) => isSelf(ref) || isKin(ref)));
  return {
    drug: referenceOf(drug),
    target,
    action,
    verdict,
    by: grounds[verdict],
    others: sorted(named.filter((ref) => siblings.has(ref) && !isSelf(ref) && !isKin(ref))),
    together: sourcesOf(hits, "together", isSelf),
    against: sorted(opposite.map((hit) => `${hit.action} (${hit.source})`)),
    isNamed,
  };
}

/** What is wrong when two tables that were made apart have a drug act on a target with a record, and its own does not name it. */
function lackingPairs(drug: DrugRecord, said: Hits, book: Book, known: ReadonlySet<string>): Array<{ target: string; by: string[] }> {
  const { mechanisms } = drug;
  if (mechanisms.length === 0) return [];
  const named = new Set(
    mechanisms.flatMap(({ target }) => [target, ...(book.members.get(target) ?? []), ...(book.groups.get(target) ?? [])]),
  );
  const tables = new Map<string, string[]>();
  for (const { targets, source, relation } of said.get(referenceOf(drug)) ?? []) {
    // words of names and classes may mean several, and DrugCentral's own sources are one table
    if (relation === "acts" && targets.length === 1) addTo(tables, targets[0]!, source.replace(/:.*/, ""));
  }
  return [...tables]
    .map(([target, sources]) => ({ target, by: sorted(sources) }))
    .filter(({ target, by }) => by.length > 1 && known.has(target) && !named.has(target));
}

const LOWERS = /inhib|antagonist|block|decreas|negative|degrad|antisense|rnai|inverse agonist/i;
const RAISES = /agonist|activator|increas|positive|stimul|induc|opener/i;
/** The direction of an action: -1 if it holds the target back, 1 if it drives it, 0 if neither (binding, carrying, a vaccine's antigen). */
const sign = (action: string): number => (LOWERS.test(action) ? -1 : RAISES.test(action) ? 1 : 0);

/** The written reasons. It tells which of them nothing needs. */
class Reasons {
  private readonly rows: readonly Row[];
  private readonly taken = new Set<Row>();

  constructor(rows: readonly Row[]) {
    this.rows = rows;
  }

  /** The reason for a contradiction; nothing if none is written. */
  take(kind: string, subject: string, object: string): string | undefined {
    const row = this.rows.find((one) => one["kind"] === kind && one["subject"] === subject && one["object"] === object);
    if (row) this.taken.add(row);
    return row?.["reason"] || undefined;
  }

  /** A problem for each reason that was not taken. */
  unused(): Problem[] {
    return this.rows.flatMap((row, i) => {
      const message = `no table contradicts ${row["subject"]} on ${row["object"]} (${row["kind"]}); take the line out`;
      return this.taken.has(row) ? [] : [{ file: REASONS, line: i + 2, message }];
    });
  }
}

const sorted = (list: readonly string[]): string[] => [...new Set(list)].sort();
