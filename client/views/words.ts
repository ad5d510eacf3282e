/** What the rows of the trees say in the user's language. Names, statuses and sentences stay as records and notes have them. */
import type { Uses, ViewRow } from "../../server/protocol";

export type Translate = (text: string, ...values: Array<string | number>) => string;

/**
 * @param row as the server says it, in English
 * @param t gives a text in the user's language
 */
export function wordsOf(row: ViewRow, t: Translate): Pick<ViewRow, "label" | "description" | "spoken"> {
  const { kind, range } = row;
  if (kind === "place" && range) {
    const line = range.start.line + 1;
    return { ...row, description: t("line {0}", line), spoken: t("line {0}: {1}", line, row.label) };
  }
  const description = withKind(describe(row.description, t), t);
  if (kind !== "group") {
    const said = row.spoken.slice(`${row.label}, `.length);
    return { ...row, description, spoken: `${row.label}, ${withKind(speak(said, t), t)}` };
  }
  const label = titleOf(row, t);
  return { label, description, spoken: `${label}, ${description}` };
}

/** The heading of a group. */
function titleOf({ id, label }: ViewRow, t: Translate): string {
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
    none: t("no step on record"),
  };
  return titles[id] ?? label;
}

/** What says first what kind a record is of: "target SNAI1", "drug, approved". */
function withKind(text: string, t: Translate): string {
  const kinds: Readonly<Record<string, string>> = {
    drug: t("drug"),
    target: t("target"),
    "target family": t("target family"),
    complex: t("complex"),
    strategy: t("strategy"),
    carrier: t("carrier"),
    pathway: t("pathway"),
    process: t("process"),
    cancer: t("cancer"),
    challenge: t("challenge"),
    regimen: t("regimen"),
    "drug class": t("drug class"),
  };
  return text.replace(/^(?:target family|drug class|[a-z]+)(?=,|$| [A-Z])/, (word) => kinds[word] ?? word);
}

/** "step 2", "2× · approved · as Avastin", "3 strategies, 1 target". */
function describe(text: string, t: Translate): string {
  if (text === "no fixed step") return t("no fixed step");
  const step = /^step (\d+)$/.exec(text)?.[1];
  if (step) return t("step {0}", step);
  const [head = "", forms] = text.split(" · as ");
  if (forms !== undefined) return `${head} · ${t("as {0}", forms)}`;
  return text.replace(/(?<=^|, )([\d,]+) (\w+)(?=$|, )/g, (said, count: string, what: string) => counted(count, what, t) ?? said);
}

/** What a screen reader says of a record: "angiogenesis, step 2 of the metastatic cascade, 10 strategies, 1 drug". */
function speak(text: string, t: Translate): string {
  const inCascade = / of the metastatic cascade$/;
  return text
    .split(/, (?=\d+ [a-z]+(?:,|$)|as |step \d|no fixed step)/)
    .map((part) => {
      if (inCascade.test(part)) return t("{0} of the metastatic cascade", describe(part.replace(inCascade, ""), t));
      return part.startsWith("as ") ? t("as {0}", part.slice(3)) : describe(part, t);
    })
    .join(", ");
}

/** What is said of a record that tables are made of: "step 2 of the metastatic cascade, 49 drugs", "target SNAI1, 1 drug". */
export const choiceWords = (text: string, t: Translate): string => withKind(speak(text, t), t);

function counted(count: string, what: string, t: Translate): string | undefined {
  const said: Readonly<Record<string, string>> = {
    name: t("1 name"),
    names: t("{0} names", count),
    use: t("1 use"),
    uses: t("{0} uses", count),
    strategy: t("1 strategy"),
    strategies: t("{0} strategies", count),
    drug: t("1 drug"),
    drugs: t("{0} drugs", count),
    target: t("1 target"),
    targets: t("{0} targets", count),
    note: t("1 note"),
    notes: t("{0} notes", count),
  };
  return said[what];
}

/** "3 uses in 1 note". */
export function usesIn(uses: string | number, notes: string | number, t: Translate): string {
  if (`${uses}` === "1") return t("1 use in 1 note");
  return `${notes}` === "1" ? t("{0} uses in 1 note", uses) : t("{0} uses in {1} notes", uses, notes);
}

/** The title of a lens, "bevacizumab: 3 uses in 1 note", in the user's language. */
export const lensTitle = (title: string, t: Translate): string =>
  title.replace(/: ([\d,]+) uses? in ([\d,]+) notes?/, (_, uses: string, notes: string) => `: ${usesIn(uses, notes, t)}`);

/** Names that are told of a concept, at most. */
const MOST_NAMES = 4;

/** "5 uses of pembrolizumab, also as Keytruda, in 2 notes". */
export function usesTitle({ name, names, locations, isOfOpen }: Uses, t: Translate): string {
  const others = names.filter((other) => other.toLowerCase() !== name.toLowerCase());
  const listed = others.slice(0, MOST_NAMES).join(", ") + (others.length > MOST_NAMES ? " …" : "");
  const also = others.length < names.length ? t(", also as {0},", listed) : ` ${t("as {0}", listed)}`;
  const count = (found: number, one: string) => counted(found.toLocaleString("en"), found === 1 ? one : `${one}s`, t)!;
  const uses = count(locations.length, "use");
  const notes = count(new Set(locations.map(({ uri }) => uri)).size, "note");
  const title = t("{0} of {1} in {2}", uses, others.length > 0 ? name + also : name, notes);
  return isOfOpen ? title + t("; only open notes were looked at") : title;
}
