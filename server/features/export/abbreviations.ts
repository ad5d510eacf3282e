/** Short forms in notes with what they stand for: as the note itself explains them, else by the dataset. */
import type { Dataset } from "../../dataset/dataset";
import type { TargetRecord } from "../../dataset/records";
import { LONGEST_ABBREVIATION } from "../../note/definitions";
import { longForm } from "../../note/longForm";
import { table } from "../cards/markdown";
import { isSame } from "../cards/words";
import { escapeMarkdown as plain } from "../print";
import type { NamedSpan, NoteMentions } from "./noteMentions";
import { BYTE_ORDER_MARK, csvRow } from "./spreadsheet";
import { type Thing, thingOf, versionOf } from "./things";
import { atEnd, type Writer } from "./writer";

interface Abbreviation {
  readonly short: string;
  readonly long: string;
  /** Who says so. */
  readonly by: "note" | "dataset";
  readonly thing: Thing | undefined;
  readonly file: string;
  readonly line: number;
}

/** Kinds whose symbols and synonyms stand for a full name; of all others only abbreviations do. */
const HAS_FULL_NAME: ReadonlySet<string> = new Set(["target", "gene", "family", "complex"]);

/** The abbreviations of notes; one that two notes explain differently stands there twice. */
class Abbreviations {
  private readonly found = new Map<string, Abbreviation>();
  private readonly longForms = new Map<string, string | undefined>();

  add({ dataset, file, passages, definitions }: NoteMentions): void {
    const explained = new Set(definitions.map(({ short }) => short));
    for (const { short, long, place, entity } of definitions) {
      // the same, written otherwise, explains nothing: "anti PD-1" behind "Anti-PD1"
      if (bare(short).toLowerCase() === bare(long).toLowerCase()) continue;
      const thing = entity === undefined ? undefined : thingOf(dataset, entity);
      this.keep({ short, long, by: "note", thing, file, line: place.line });
    }
    for (const name of passages.flatMap(({ names }) => names)) {
      const long = explained.has(name.text) ? undefined : this.byDataset(dataset, name);
      const thing = thingOf(dataset, name.entity);
      if (long !== undefined) this.keep({ short: name.text, long, by: "dataset", thing, file, line: name.from.line });
    }
  }

  /** What the dataset says of a short form, looked up once. */
  private byDataset(dataset: Dataset, name: NamedSpan): string | undefined {
    const key = `${name.text}\n${name.entity}`;
    if (!this.longForms.has(key)) this.longForms.set(key, longFormOf(dataset, name));
    return this.longForms.get(key);
  }

  /** All abbreviations, in alphabetical order. */
  all(): Abbreviation[] {
    return [...this.found.values()].sort((a, b) => a.short.localeCompare(b.short, "en") || a.long.localeCompare(b.long, "en"));
  }

  private keep(found: Abbreviation): void {
    const key = `${found.short}\n${found.long.toLowerCase()}`;
    if (!this.found.has(key)) this.found.set(key, found);
  }
}

/** What a short form stands for by the dataset; nothing for what is no short form, or has no longer one on record. */
function longFormOf(dataset: Dataset, { text, matched, nameType, entity }: NamedSpan): string | undefined {
  const { record, kind, name } = thingOf(dataset, entity);
  const hasFullName = HAS_FULL_NAME.has(kind);
  const isShort = nameType === "abbreviation" || hasFullName;
  if (!isShort || text.length > LONGEST_ABBREVIATION || /\s/.test(text) || !/\p{Lu}.*[\p{Lu}\d]/u.test(text)) return undefined;
  // "phospho-AKT" is no short form, AKT is
  if (!isSame(text, matched)) return undefined;
  const { lexicon } = dataset;
  const full = record ? ((record as TargetRecord).full_name ?? name) : lexicon.fullName(entity);
  const others = hasFullName ? lexicon.namesOf(entity).map((one) => inSentence(lexicon.name(one))) : [];
  // a symbol explains no other one: a long form has a word in it, and not the short form itself, "HER2/neu" for HER-2
  const long = [...(record?.names?.map((one) => one.text) ?? []), full ?? "", ...others].filter(
    (one) => /\p{Ll}{3}/u.test(one) && !bare(one).includes(bare(text)),
  );
  const fitting = long.filter((one) => longForm(text, one) === one.length);
  // one without another short form in it, "PDCD1 ligand 1", comes first
  const fits = fitting.find((one) => !/\p{Lu}{2}/u.test(one)) ?? fitting[0];
  // what has another letter in it says more than the name of a cancer or strategy: mCRPC, of prostate cancer
  return fits ?? (hasFullName || kind === "drug" ? long.find((one) => one === full) : undefined);
}

/** A name with a small letter first, as in a sentence. */
const inSentence = (name: string): string => name.replace(/^\p{Lu}(?=\p{Ll}{2})/u, (first) => first.toLowerCase());

/** A text without what may stand between its words. */
const bare = (text: string): string => text.replace(/[\s-]/g, "");

/** As a Markdown table. */
export const abbreviationsWriter = (dataset: Dataset): Writer =>
  writer((all) => {
    const rows = all.map(({ short, long, by, file, line, thing }) =>
      [short, long, by === "note" ? `the note, ${file}:${line}` : `dataset ${dataset.version}`, thing?.name ?? ""].map(plain),
    );
    const head = ["Short", "Long", "By", "Known as"];
    return `# Abbreviations\n\n${rows.length > 0 ? table(head, rows) : "None is used."}\n`;
  });

/** As a table for spreadsheets. */
export const abbreviationsCsvWriter = (dataset: Dataset): Writer =>
  writer((all) => {
    const rows = all.map(({ short, long, by, thing, file, line }) =>
      csvRow([short, long, by, thing?.name ?? "", thing?.kind ?? "", thing?.id ?? "", file, line, versionOf(dataset)]),
    );
    return BYTE_ORDER_MARK + csvRow(["short", "long", "by", "name", "kind", "id", "file", "line", "dataset"]) + rows.join("");
  });

function writer(write: (all: readonly Abbreviation[]) => string): Writer {
  const abbreviations = new Abbreviations();
  return atEnd(
    (note) => abbreviations.add(note),
    () => write(abbreviations.all()),
  );
}
