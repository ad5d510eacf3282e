/** Small phrases that all cards share. */
import type { Dataset } from "../../dataset/dataset";
import type { AnyRecord, ConceptRecord, Kind, TargetRecord } from "../../dataset/records";
import { CAPITAL, LETTER } from "../../note/letters";
import type { Line, Span } from "../print";
import type { Draft } from "./fit";

/** How many items of a list are shown before "+4 more". */
export const MOST = 3;

/** The first few of a list, and how many more there are. */
export function few(items: readonly string[], most = MOST, separator = ", "): string {
  const shown = items.slice(0, most).join(separator);
  return items.length > most ? `${shown} +${items.length - most} more` : shown;
}

/** A line of a fact: its label and what is said. */
export const fact = (label: string, ...said: ReadonlyArray<string | Span>): Line => [
  { text: label, style: "label" },
  ...said.map((part) => (typeof part === "string" ? { text: part } : part)),
];

/** What may be said of a record, its label before it, with its rank among the lines of the card and the length to which it may be cut. */
type Fact = readonly [rank: number, label: string, said: string | undefined, atLeast?: number];

/** The lines of facts, without those of which nothing is known. */
export const facts = (...all: readonly Fact[]): Draft[] =>
  all.flatMap(([rank, label, text, atLeast]) => (text ? [{ line: fact(label, atLeast ? { text, atLeast } : text), rank }] : []));

/** Keys of the records as a reader has them: "phase3-negative" → "phase III, negative". */
export const inWords = (key: string): string =>
  key
    .replace(/^phase([123])/, (_, phase: string) => `phase ${"I".repeat(Number(phase))}`)
    .replace(/(?<=I)-(?=negative|positive|mixed)/, ", ")
    .replaceAll("-", " ");

/** How sure a record is, in words. */
export const confidenceText = (confidence: string): string =>
  confidence === "A" ? "confidence A" : `confidence ${confidence}: details to be confirmed`;

/** What a kind is called to a reader, one of it: "drug", "target family", "gene". */
export const kindWord = (kind: Kind): string => CALLED[kind] ?? kind.replace("known-", "");
/** Kinds whose keys are not what a reader calls them. */
const CALLED: Readonly<Partial<Record<Kind, string>>> = { family: "target family", nanoplatform: "carrier", "known-class": "drug class" };

/** The names of references. */
export const namesOf = (dataset: Dataset, references: readonly string[] | undefined): string[] =>
  (references ?? []).map((reference) => dataset.nameOf(reference));

/** What follows a date that lies more than twelve months before the dataset's; else nothing. */
export function age(dataset: Dataset, date: string): string {
  const months = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7) || "12");
  return months(dataset.date) - months(date) > 12 ? ", more than a year ago" : "";
}

/** Whether a name is or has its symbol: "OCT4 (POU5F1)", "MUC16 (CA-125)". */
export const hasSymbol = (name: string, symbol: string): boolean =>
  name === symbol || name.endsWith(`(${symbol})`) || name.startsWith(`${symbol} (`);

/** The symbol of a target's gene, where the target is called otherwise; an id of small letters, as folders give their own, is none. */
export const symbolOf = ({ kind, id, preferred_name }: AnyRecord): string =>
  kind === "target" && !hasSymbol(preferred_name, id) && /[A-Z]/.test(id) ? id : "";

/** The full name of a target, where the target is called otherwise; empty for what has none. */
export function fullNameOf(record: AnyRecord): string {
  const { full_name: full = "" } = record as Partial<TargetRecord>;
  return full === record.preferred_name ? "" : full;
}

/** Which step of the metastatic cascade a process is, from 1; nothing for what is none. */
export const stepOf = (record: AnyRecord): number | undefined => (record as Partial<ConceptRecord>).cascade_order;

/** Whether two names differ in nothing but letter case, signs, a plural, or British and American spelling. */
export function isSame(a: string, b: string): boolean {
  const [one, other] = [bare(a), bare(b)];
  return one === other || `${one}s` === other || one === `${other}s`;
}

/** What parts words; a lab may have names in any script. */
const SIGNS = new RegExp(String.raw`[^${LETTER}\d\u2c00-\uffff]`, "g");
const bare = (name: string): string =>
  name
    .toLowerCase()
    .replace(SIGNS, "")
    .replace(/(?<=l)l(?=ing|ed)|(?<=o)u(?=r)|a(?=em)|a(?=emi)/g, "")
    .replace(/is(?=ation|ed|ing)/g, "iz");

const SENTENCE_END = new RegExp(String.raw`[.!?](?=\s+[${CAPITAL}\d])`);

/** The first sentence of a text; all of it if it has only one. */
export function firstSentence(text: string): string {
  const end = SENTENCE_END.exec(text);
  return end ? text.slice(0, end.index + 1) : text;
}
