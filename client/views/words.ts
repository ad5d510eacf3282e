/** What the rows of the trees say in the user's language. Names, statuses and sentences stay as records and notes have them. */
import type { CountedUses, Counts, Shown, Uses, ViewRow } from "../../server/protocol";

export type Translate = (text: string, ...values: Array<string | number>) => string;

/** The same with counts as a language writes them, 1,234 or 1.234. A number that is no count is given as a text. */
export const withCounts =
  (t: Translate, language: string): Translate =>
  (text, ...values) =>
    t(text, ...values.map((value) => (typeof value === "number" ? value.toLocaleString(language) : value)));

/** How a row is shown. */
interface Words {
  readonly label: string;
  /** Beside the label: status as a word, a count, the line. */
  readonly description: string;
  /** All of it as a sentence, for tooltips and screen readers. */
  readonly spoken: string;
}

/** @param t gives a text in the user's language */
export function wordsOf(row: ViewRow, t: Translate): Words {
  const { kind, label, range, counts, status, detail, forms } = row;
  if (kind === "place") {
    const line = String((range?.start.line ?? 0) + 1);
    return { label, description: t("line {0}", line), spoken: t("line {0}: {1}", line, label) };
  }
  const count = countsOf(counts, t);
  if (kind === "group") {
    const title = titleOf(row, t);
    return { label: title, description: count, spoken: joined(", ", title, count) };
  }
  const as = forms?.length ? t("as {0}", few(forms)) : "";
  const step = row.step ? t("step {0}", row.step) : t("no fixed step");
  const beside = kind === "process" ? step : count || status || kindOf(row, t);
  return {
    // before a name that may be cut short: steps are told apart by it, and the word stands behind
    label: kind === "process" && row.step && !forms ? `${row.step} · ${label}` : label,
    description: forms ? joined(" · ", t("{0}×", counts?.use ?? 0), status, as) : beside,
    spoken: joined(", ", label, placeOf(row, t), detail, count, as),
  };
}

/** What is said of a record that tables are made of: "step 2 of the metastatic cascade, 49 drugs", "target SNAI1, 1 drug". */
export const choiceWords = (row: Shown, t: Translate): string =>
  joined(", ", row.step ? placeOf(row, t) : kindOf(row, t), countsOf(row.counts, t));

/** The heading of a group. */
function titleOf({ label }: ViewRow, t: Translate): string {
  const titles: Readonly<Record<string, string>> = {
    Drugs: t("Drugs"),
    Targets: t("Targets"),
    "Target families": t("Target families"),
    "Strategies and carriers": t("Strategies and carriers"),
    "Regimens and classes": t("Regimens and classes"),
    Processes: t("Processes"),
    Pathways: t("Pathways"),
    Cancers: t("Cancers"),
    Challenges: t("Challenges"),
    "no step on record": t("no step on record"),
  };
  return titles[label] ?? label;
}

/** What is shown of a record or a name. */
type Thing = Pick<ViewRow, "kind" | "reference" | "symbol" | "step">;

/** Its kind: "target SNAI1". */
const kindOf = ({ kind, symbol }: Thing, t: Translate): string => joined(" ", kindWord(kind, t), symbol);

/** Which step a process is, of all else the kind: "step 2 of the metastatic cascade", "gene without a record". */
function placeOf({ kind, reference, step }: Thing, t: Translate): string {
  if (step) return t("{0} of the metastatic cascade", t("step {0}", step));
  const word = kindWord(kind, t);
  return reference || kind === "known-class" ? word : t("{0} without a record", word);
}

/** What one of a kind is called. */
export function kindWord(kind: ViewRow["kind"], t: Translate): string {
  const words: Readonly<Partial<Record<ViewRow["kind"], string>>> = {
    drug: t("drug"),
    "known-drug": t("drug"),
    target: t("target"),
    "known-gene": t("gene"),
    family: t("target family"),
    "known-family": t("family"),
    complex: t("complex"),
    strategy: t("strategy"),
    nanoplatform: t("carrier"),
    pathway: t("pathway"),
    process: t("process"),
    cancer: t("cancer"),
    challenge: t("challenge"),
    regimen: t("regimen"),
    "known-class": t("drug class"),
  };
  return words[kind] ?? kind;
}

/** "3 strategies, 1 drug", "2 names, 3 uses"; without those of which there are none. */
function countsOf({ name, use, strategy, drug, target }: Counts = {}, t: Translate): string {
  return joined(
    ", ",
    name && counted(name, t("1 name"), t("{0} names", name)),
    use && usesOf(use, t),
    strategy && counted(strategy, t("1 strategy"), t("{0} strategies", strategy)),
    drug && counted(drug, t("1 drug"), t("{0} drugs", drug)),
    target && counted(target, t("1 target"), t("{0} targets", target)),
  );
}

const counted = (count: number, one: string, more: string): string => (count === 1 ? one : more);

const joined = (between: string, ...parts: ReadonlyArray<string | 0 | undefined>): string => parts.filter(Boolean).join(between);

/** "3 uses". */
export const usesOf = (uses: number, t: Translate): string => counted(uses, t("1 use"), t("{0} uses", uses));

/** "3 uses in 1 note". */
export function usesIn(uses: number, notes: number, t: Translate): string {
  if (uses === 1) return t("1 use in 1 note");
  return notes === 1 ? t("{0} uses in 1 note", uses) : t("{0} uses in {1} notes", uses, notes);
}

/** The title of a lens, "bevacizumab: 3 uses in 1 note". */
export const lensTitle = ([name, uses, notes]: CountedUses, t: Translate): string => `${name}: ${usesIn(uses, notes, t)}`;

/** Names that are told of a concept, at most. */
const MOST_NAMES = 4;

const few = (names: readonly string[]): string => names.slice(0, MOST_NAMES).join(", ") + (names.length > MOST_NAMES ? " …" : "");

/** "5 uses of pembrolizumab, also as Keytruda, in 2 notes". */
export function usesTitle({ name, names, locations, isOfOpen }: Uses, t: Translate): string {
  const others = names.filter((other) => other.toLowerCase() !== name.toLowerCase());
  const also = others.length < names.length ? t(", also as {0},", few(others)) : ` ${t("as {0}", few(others))}`;
  const [uses, notes] = [locations.length, new Set(locations.map(({ uri }) => uri)).size];
  const title = t(
    "{0} of {1} in {2}",
    usesOf(uses, t),
    others.length > 0 ? name + also : name,
    counted(notes, t("1 note"), t("{0} notes", notes)),
  );
  return isOfOpen ? title + t("; only open notes were looked at") : title;
}

/** The title over the citations that are doubted. */
export const doubtsTitle = (doubts: number, judged: number, t: Translate): string =>
  counted(
    doubts,
    t("1 of {0} citations shares no concept with its sentence: read, then judge", judged),
    t("{0} of {1} citations share no concept with their sentence: read, then judge", doubts, judged),
  );
