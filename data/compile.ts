/** Compiles records and vocabulary into the compact dataset that the server loads. The same input gives the same bytes. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { buildFoldTable, type FoldTable } from "../server/dataset/fold";
import { writePack } from "../server/dataset/pack";
import { policy } from "../server/dataset/policy";
import { popularity, proposal } from "../server/dataset/proposals";
import { NEVER, rankOf, type Standing } from "../server/dataset/rank";
import { type EncodedName, namesOf } from "../server/dataset/recordNames";
import { type AnyRecord, type DrugRecord, idOf, isProteinKind, referenceOf } from "../server/dataset/records";
import { statusOf } from "../server/dataset/status";
import { checkRecords, printProblem } from "./check";
import { corroborate, readTables } from "./corroborate";
import { joinApprovals } from "./corroborate-approvals";
import { printCorroboration, summaryLine } from "./corroborate-report";
import { checkSources } from "./corroborate-sources";
import { actsOn } from "./described";
import { type EncodedEntity, encode } from "./encode";
import { isEnglish, type VocabularyEntry } from "./entry";
import { joinEvidence } from "./evidence";
import { withHomonyms } from "./homonyms";
import { joinInteractions } from "./interactions";
import { invert } from "./inverse";
import { keysBy } from "./keys";
import { familiesFirst, withPointers } from "./nameMarks";
import { type Problem, readTable } from "./source";
import { readVocabulary, type Vocabulary } from "./vocabulary";

/** Version of the dataset and the day its facts were last looked at; a curator raises both. */
interface About {
  readonly version: string;
  readonly date: string;
}

/**
 * Checks the source files, compares them with the open tables, writes `CORROBORATION.md` and prints every problem.
 * @param data path of `data/`
 * @returns true if there is no problem
 */
export async function check(data: string): Promise<boolean> {
  const fold = buildFoldTable();
  const { records, problems: faults, lost } = checkRecords(data, fold);
  const tables = readTables(data);
  const result = corroborate(records, tables, fold);
  writeAnew(path.join(data, "CORROBORATION.md"), printCorroboration(result));
  // what a record that could not be read cites, or needs a reason for, is still needed
  const isMissed = ({ message }: Problem) => lost.size > 0 && /^no (?:record cites|table contradicts) /.test(message);
  const problems = [...faults, ...[...result.problems, ...checkSources(data, records)].filter((problem) => !isMissed(problem))];
  report(problems);
  console.log(`${records.length} records, ${problems.length} problems`);
  console.log(summaryLine(result));
  return problems.length === 0;
}

/**
 * Compiles `data/` into `out/dataset.bin`.
 * @returns false if something is wrong with the records, which is printed; all that do not break the schema are compiled all the same
 */
export async function compile(data: string, out: string): Promise<boolean> {
  const fold = buildFoldTable();
  const { records: sourced, problems } = checkRecords(data, fold);
  report(problems);
  const own = sourced.map(({ record }) => record);
  const tables = readTables(data);
  const further = joinInteractions(joinEvidence(own, tables, fold), tables.interactions, fold);
  const records = joinApprovals(further, tables.identifiers, fold);
  const about = JSON.parse(readFileSync(path.join(data, "about.json"), "utf8")) as About;
  const file = compileRecords(fold, records, readVocabulary(data), about, readSources(data));
  mkdirSync(out, { recursive: true });
  writeFileSync(path.join(out, "dataset.bin"), file);
  return problems.length === 0;
}

/**
 * Compiles records and vocabulary in memory (tests compile their own small dataset so).
 * @returns the file's bytes
 */
export function compileRecords(
  fold: FoldTable,
  records: readonly AnyRecord[],
  vocabulary: Vocabulary,
  about: About,
  sources: Readonly<Record<string, string>>,
): Uint8Array {
  const draft: Draft = {
    keyOf: keysBy(fold),
    records,
    vocabulary,
    inDictionary: dictionaryWith(vocabulary),
    entities: [],
    names: [],
    partners: [],
  };
  const holders = addRecords(draft);
  for (const entry of vocabulary.entries) addEntry(entry, holders, draft);
  const { keyOf, entities, names, partners } = draft;
  const { words, english, homonyms = [] } = vocabulary;
  const all = withHomonyms(names, entities, homonyms);
  const marked = familiesFirst(entities, withPointers(entities, all, keyOf), keyOf);
  const { sections, count } = encode(fold, { entities, records: records.length, names: marked, words, english, partners });
  const head = {
    ...about,
    records: records.length,
    names: count,
    stems: vocabulary.stems,
    sources,
    hyphenated: hyphenated(records),
    homonyms,
  };
  // the details stand last: they are read one by one
  const isDetail = ([name]: (typeof sections)[number]) => name === "detail";
  return writePack([
    ["about", Buffer.from(JSON.stringify(head))],
    ["references", Buffer.from(records.map(referenceOf).join("\n"))],
    ...sections.filter((section) => !isDetail(section)),
    ...sections.filter(isDetail),
  ]);
}

/** A dataset that is being made: what it is made of, and what is done so far. */
interface Draft {
  readonly keyOf: (text: string) => string;
  readonly records: readonly AnyRecord[];
  readonly vocabulary: Vocabulary;
  readonly inDictionary: NonNullable<Standing["inDictionary"]>;
  /** The entities: those with records first, in the order of the records. */
  readonly entities: EncodedEntity[];
  readonly names: EncodedName[];
  /** Records, and drugs without one that act on them. */
  readonly partners: Array<readonly [record: number, drug: number]>;
}

function dictionaryWith({ english, namesInDictionaries }: Vocabulary): Draft["inDictionary"] {
  const large = new Set(english.map((word) => word.toLowerCase()));
  return (text) => (isEnglish(text, large) ? "large" : namesInDictionaries?.has(text.toLowerCase()) ? "largest" : undefined);
}

/**
 * A part of a record as it is shipped: nothing of what only the making of the dataset reads, which is the gene's symbol in the mouse
 * and the letter case in which a name counts.
 */
function shipped(part: string, value: unknown): unknown {
  const isCaseAlone = part === "match" && Object.keys(value as object).join() === "case";
  return part === "species" || part === "case" || isCaseAlone ? undefined : value;
}

/** Adds the records with their names. @returns which of them has a name, by its key */
function addRecords({ keyOf, records, vocabulary, inDictionary, entities, names }: Draft): ReadonlyMap<string, number> {
  /** Whether a record lists a computed spelling itself, with rules of its own for the same letter case. */
  const isWritten = (record: AnyRecord, variant: EncodedName) =>
    record.names?.some(
      (own) =>
        own.type !== "seed-form" && keyOf(own.text) === keyOf(variant.text) && policy(own, record.kind).letterCase === variant.letterCase,
    );
  // an approved symbol beats another gene's computed spelling: TBR1 is no TβR1
  const symbols = new Set(
    vocabulary.entries.flatMap(({ names: all }) => all.flatMap(({ text, type }) => (type === "symbol" ? [keyOf(text)] : []))),
  );
  const isAnothers = (key: string, record: AnyRecord) => symbols.has(key) && key !== keyOf(record.id);
  const holders = new Map<string, number>();
  const inverse = invert(records, vocabulary.frequency);
  records.forEach((record, entity) => {
    const detail = JSON.stringify({ ...record, ...inverse.get(referenceOf(record)) }, shipped);
    entities.push({ kind: record.kind, preferred: record.preferred_name, detail });
    for (const name of namesOf(record, entity, { ...standingOf(record, vocabulary), inDictionary })) {
      if (name.type === "variant" && (isWritten(record, name) || isAnothers(keyOf(name.text), record))) continue;
      names.push(name);
      const key = keyOf(name.text);
      // a name that two records share is the one's whose symbol it is: MET, the kinase
      if (records[holders.get(key) ?? entity]!.id !== name.text || record.id === name.text) holders.set(key, entity);
    }
  });
  return holders;
}

/** Adds an entity that is known by name only. If a record is the same thing, it only gives that record further names. */
function addEntry(
  entry: VocabularyEntry,
  holders: ReadonlyMap<string, number>,
  { keyOf, records, vocabulary, inDictionary, entities, names, partners }: Draft,
): void {
  const main = entry.names[0]!;
  const held = entry.names.map((name) => holders.get(keyOf(name.text)));
  // a family is the record's whatever it is called first there
  const holder =
    (entry.kind === "known-family" ? held : []).find((one) => one !== undefined && fits(entry.kind, records[one]!, main.text)) ?? held[0];
  const isRecord = holder !== undefined && fits(entry.kind, records[holder]!, main.text);
  if (holder !== undefined && !isRecord && entry.kind === "known-abbreviation") return;
  const entity = isRecord ? holder : entities.length;
  if (!isRecord) {
    const proteinOf = (text: string) => {
      const record = holders.get(keyOf(text));
      return record !== undefined && isProteinKind(records[record]!.kind) ? record : undefined;
    };
    entities.push({ kind: entry.kind, preferred: entry.preferred, detail: entry.detail, numbers: entry.numbers });
    for (const record of new Set(entry.on?.flatMap((on) => actsOn(on, proteinOf)))) partners.push([record, entity]);
  }
  const spokenOf = (text: string) => popularity(Math.max(entry.count ?? 0, vocabulary.frequency?.get(text.toLowerCase()) ?? 0));
  const { kind, count = 0, stage, tables } = isRecord ? standingOf(records[holder]!, vocabulary) : entry;
  const standing = { kind, count, stage, tables, inDictionary };
  for (const [i, name] of entry.names.entries()) {
    if (held[i] !== undefined) {
      // what a record is called stands for it alone; the entry keeps its title for its card
      if (!isRecord && name === main) names.push({ ...name, entity, context: "never", rank: NEVER, proposed: 0 });
      continue;
    }
    // the names are many and of several shapes, which a spread copies slowly
    const { text, type, letterCase, context, pointer } = name;
    const isPreferred = !isRecord && text === entry.preferred;
    // what a record does not name itself is seldom written
    const gain = (name.gain ?? 0) - (isRecord ? 1 : 0);
    const rank = name.hidden ? NEVER : rankOf(text, type, isPreferred, standing, gain);
    // forms of other languages are not; the first word of two is: inotuzumab
    const isProposed = !name.hidden || type !== "synonym" || main.text.startsWith(`${text} `);
    const proposed = isProposed ? proposal(name, entry.kind, spokenOf(text)) : 0;
    names.push({ text, entity, type, letterCase, context, rank, proposed, pointer });
  }
}

/** The beginnings of symbols that records write with a hyphen before the number (MMP-9, IL-6), at least twice: these are written so. */
function hyphenated(records: readonly AnyRecord[]): string[] {
  const count = new Map<string, number>();
  for (const { kind, preferred_name: name } of records) {
    const stem = kind === "target" ? /^([A-Z]+)-\d+$/.exec(name)?.[1] : undefined;
    if (stem) count.set(stem, (count.get(stem) ?? 0) + 1);
  }
  return [...count].filter(([, times]) => times > 1).map(([stem]) => stem);
}

/** Whether a vocabulary entry is the same thing as a record of the same name. */
function fits(kind: string, record: AnyRecord, name: string): boolean {
  if (kind === "known-drug") return record.kind === "drug";
  if (kind === "known-family") return record.kind === "family" || record.kind === "complex";
  return kind === "known-gene" && record.kind === "target" && record.id === name;
}

/** What a record's names are ranked by. */
function standingOf(record: AnyRecord, { frequency, tables }: Vocabulary): Standing {
  const spokenOf = (name: string) => frequency?.get(name.toLowerCase()) ?? 0;
  const { kind } = record;
  if (kind === "drug") {
    const status = statusOf(record as DrugRecord).word;
    const stage = status.startsWith("approved") || status === "withdrawn" ? "approved" : status === "in trials" ? "trials" : undefined;
    return { kind, count: spokenOf(record.preferred_name), stage, tables: tables?.get(record.preferred_name.toLowerCase()) };
  }
  if (kind !== "family" && kind !== "complex") return { kind, count: kind === "target" ? spokenOf(record.id) : 0 };
  const members = record.members ?? [];
  return { kind, count: members.reduce((sum, member) => sum + spokenOf(idOf(member.ref)), 0) };
}

/** What source keys stand for, as cards print them. */
function readSources(data: string): Record<string, string> {
  return Object.fromEntries(readTable(path.join(data, "sources.tsv")).map((row) => [row["key"]!, row["title"]!]));
}

/** Writes a generated file of the repository if it has changed, and says so. */
function writeAnew(file: string, text: string): void {
  if (existsSync(file) && readFileSync(file, "utf8") === text) return;
  writeFileSync(file, text);
  console.log(`${path.basename(file)} was out of date and is written anew`);
}

function report(problems: readonly Problem[]): void {
  for (const problem of problems) console.error(printProblem(problem));
}
