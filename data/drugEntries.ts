/** Drugs that have no record, and classes of drugs: which of the names that tables have may be read, and on what condition. */
import type { Stem } from "../server/dataset/dataset";
import type { NameType } from "../server/dataset/nameFlags";
import { longForm } from "../server/note/longForm";
import { asItsMaker, described } from "./described";
import { type Guard, isDoubtful, type VocabularyEntry, type VocabularyName } from "./entry";
import { cellsIn, type Row } from "./source";

interface DrugTables {
  readonly drugs: readonly Row[];
  /** Misspellings on record, by the drug's name. */
  readonly misspellings: ReadonlyMap<string, readonly string[]>;
  /** What a drug is called where that is not the first name that the tables have: its INN, where they put the American name first. */
  readonly titles: ReadonlyMap<string, string>;
  /** In how many of the tables that were read a drug is, by its name in lower case. */
  readonly tables: ReadonlyMap<string, number>;
  readonly guard: Guard;
  /** Trials that name a drug, by its name in lower case. */
  readonly frequency: ReadonlyMap<string, number>;
}

/** The drugs in the order of their table. */
export const drugEntries = (tables: DrugTables): VocabularyEntry[] => tables.drugs.map((row) => drugEntry(row, tables));

/** The letter that tells substances of one name apart as a capital, which the tables write small: vitamin E, amphotericin B. */
const withCapital = (name: string): string => name.replace(/(?<=[a-z]{4} )(?<!\bcytochrome )[a-z]$/, (letter) => letter.toUpperCase());

function drugEntry(row: Row, { misspellings, titles, tables, guard, frequency }: DrugTables): VocabularyEntry {
  const title = titles.get(row["name"]!);
  const others = row["synonyms"]!.split("|").map(typedName);
  const typed = title ? [typedName(`syn:${row["name"]!}`), ...others.filter(({ text }) => text.toLowerCase() !== title)] : others;
  const texts = typed.map(({ text }) => text);
  const descriptions = [row["name"]!, ...texts].flatMap((text) => described(text) ?? []);
  const name = title ?? withCapital(asItsMaker(row["name"]!, descriptions));
  const drug = {
    name,
    listed: row["name"]!,
    isOfOncology: row["oncology"] === "1",
    others: texts.length,
    foreign: foreignForms(name, texts),
  };
  const names = [...textsOf(name, typed, tables)].flatMap(({ text, type }) => drugName(text, type, drug, guard) ?? []);
  if (described(name)) names[0] = { ...names[0]!, context: "never", hidden: true };
  for (const text of misspellings.get(row["name"]!) ?? [])
    names.push({ text, type: "misspelling", letterCase: "insensitive", context: "none", hidden: true });
  const phase = row["max_phase"]!;
  const isInTrials = /^[123]/.test(phase);
  const stage = phase === "approved" ? approvalOf(row) : isInTrials ? `phase ${phase}` : phase;
  return {
    kind: "known-drug",
    preferred: titleOf(name, names),
    detail:
      [descriptions[0]?.phrase || row["kind"] || "drug", stage].filter(Boolean).join(", ") + (title ? ` · also “${row["name"]!}”` : ""),
    names,
    numbers: [Number(row["drugbank_id"]!.slice("DB".length)), Number(row["chembl_id"]!.slice("CHEMBL".length))],
    count: frequency.get(row["name"]!.toLowerCase()),
    tables: tables.get(row["name"]!.toLowerCase()),
    stage: phase === "approved" ? "approved" : isInTrials ? "trials" : undefined,
    on: descriptions.map(({ on }) => on),
  };
}

/** That a drug has been approved, where, and which lists say so; none of them says since when, whether still, or for what. */
function approvalOf(row: Row): string {
  const regions = cellsIn(row["approved_in"]).map((region) => (region === "JP" ? "Japan" : `the ${region}`));
  const lists = cellsIn(row["sources"]).filter((source) => /^(?:ema|fda|medi)$/.test(source));
  return regions.length > 0
    ? `has been approved in ${inWords(regions)} (${inWords(lists.map((list) => list.toUpperCase()))} lists, to 2025; use not on record)`
    : "has been approved (where and for what is not on record)";
}

/** "the EU, Japan and the US". */
const inWords = (parts: readonly string[]): string => parts.join(", ").replace(/, (?=[^,]*$)/, " and ");

/** A text that may be a drug's name. */
interface Typed {
  readonly text: string;
  readonly type: NameType;
}

const TYPES: Readonly<Record<string, NameType>> = { brand: "brand", code: "code", syn: "synonym" };

/** "brand:Erbitux" as a text and its type; no text where it is written otherwise. */
function typedName(cell: string): Typed {
  const [, prefix = "syn", text = ""] = /^(brand|code|syn):(.+)$/.exec(cell) ?? [];
  return { text, type: TYPES[prefix]! };
}

/** The texts by which a drug may be called: the preferred one, then those of the table; behind each name in words what prose makes of it. */
function* textsOf(name: string, typed: readonly Typed[], tables: DrugTables["tables"]): Generator<Typed> {
  const seen = new Set([name]);
  function* inProse(text: string): Generator<Typed> {
    for (const plain of [plainName(text), parted(text, tables)]) {
      // a mirror image has not the name of the mixture: (-)-propranolol is no propranolol
      if (!seen.has(plain) && plain !== text && !tables.has(plain.toLowerCase())) yield { text: plain, type: "synonym" };
      seen.add(plain);
    }
  }
  yield { text: name, type: /\d{3}/.test(name) ? "code" : "inn" };
  const whole = described(name);
  if (whole) yield { text: whole.code, type: "code" };
  yield* inProse(name);
  for (const one of typed) {
    const isSynonym = one.type === "synonym";
    if (
      one.text === "" ||
      described(one.text) ||
      (isSynonym && (namesClass(one.text) || isExplained(one.text) || namesTwo(one.text, tables)))
    )
      continue;
    yield one;
    if (isSynonym) yield* inProse(one.text);
  }
}

/** What is known of a drug beside the name in question. */
interface NamedDrug {
  readonly name: string;
  /** What the tables call it first; an American writes that as often. */
  readonly listed: string;
  readonly isOfOncology: boolean;
  /** How many names it has beside that. */
  readonly others: number;
  /** Its names in other languages. */
  readonly foreign: ReadonlySet<string>;
}

/** What the name of an acid's salt gains beside other further names: it is written as often as the acid's. */
const SALT = 1.5;

/** A code that in small letters is a word of two letters and a number: "on a grid at 101 points". */
const SMALL_WORD = /^(?:A[MNST]|BE|BY|DO|GO|HE|I[FNST]|M[EY]|NO|O[FNR]|SO|TO|U[PS]|WE) \d/;

/** A drug's name, with what must speak for it; nothing where it is too short, or prose means something else by it. */
function drugName(text: string, type: NameType, drug: NamedDrug, guard: Guard): VocabularyName | undefined {
  if (text.replace(/-/g, "").length < 3 || guard.noDrugs.has(text)) return undefined;
  const doubtful = isDoubtfulName(text, type, drug, guard);
  // what is short means other things in other cases (tPA and TPA, IdeS), and so do a sugar and an amino acid: D-Tag, L-Asp, δ-ALA
  const isExact =
    doubtful ||
    SMALL_WORD.test(text) ||
    /^(?:[A-Z0-9-]{2,5}|[A-Z][a-z]{1,2}[A-Z]|[DL]-[A-Za-z][a-z]{2}|[a-zα-ω]-?[A-Z]{2,3}s?)$/.test(text);
  const letterCase = type === "brand" ? "initial" : isExact ? "exact" : "insensitive";
  // a word with a number is a name among the codes of the tables: coenzyme Q10, vitamin B12
  const isShortCode =
    (type === "code" && text.replace(/\D/g, "").length < 3 && !/[a-z]{6}/.test(text)) ||
    // nor are two letters and a digit more than a label: PP1 is a phosphatase, too
    (type !== "brand" && /^[A-Za-z]{1,2}-?\d$/.test(text));
  const context = doubtful || isShortCode ? "drug" : "none";
  // the more names a drug has, the less often each of them is written; but an acid's salt is what is given: valproate, folate
  const isSalt = text.toLowerCase() === drug.name.replace(/ic acid$/, "ate");
  const gain = text === drug.name || text === drug.listed ? 0 : isSalt ? SALT : -0.4 * Math.log(drug.others) - (type === "brand" ? 1 : 0);
  const written = type === "synonym" && !isExact ? inSmallLetters(text, guard) : text;
  return { text: written, type, letterCase, context, hidden: drug.foreign.has(text), gain };
}

/** A further name as dictionaries have its first word, "phencyclidine": the tables give each a capital. */
function inSmallLetters(text: string, { english, capitalised, namesInDictionaries }: Guard): string {
  const [word] = /^[A-Z][a-z]{3,}(?= |$)/.exec(text) ?? [];
  const small = word?.toLowerCase();
  if (!word || !small || capitalised.has(word) || !(english.has(small) || namesInDictionaries.has(small))) return text;
  return small + text.slice(word.length);
}

/**
 * Whether a name hardly is one, or is a brand that is an English word; a word with a capital (Prozac) is the brand itself. Other
 * English words in the table are substances (aspirin, glucose): its makers took the rest out (SOURCES.md, "Filtered").
 */
function isDoubtfulName(text: string, type: NameType, { isOfOncology }: NamedDrug, guard: Guard): boolean {
  if (text.replace(/(?<=^\D+)-(?=\D+$)/, "").length <= 3) return true;
  // four capitals abbreviate other things, too (GABA, EDTA), but for those of our field (ATRA, CDDP)
  if (type === "synonym" && /^[A-Z]{4}$/.test(text) && !isOfOncology) return true;
  if (type === "brand" && guard.people.has(text)) return true;
  if (type === "inn" || (type === "brand" && guard.capitalised.has(text))) return false;
  return isDoubtful(text, guard) && (type !== "synonym" || text.replace(/\P{L}/gu, "").length < 5);
}

/** Whether a name is one by the rules of chemistry, of locants and brackets: "4-[4-(4-fluorophenyl)-2-[4-[(R)-methylsulfinyl]phenyl]…". */
const isSystematic = (text: string): boolean => text.length >= 25 && /\d/.test(text) && (text.match(/[-,()[\]{}]/g) ?? []).length >= 4;

/** What a card calls a drug: its name or, where that is systematic, the short one that people use: a code first. */
function titleOf(name: string, names: readonly VocabularyName[]): string {
  if (!isSystematic(name)) return name;
  const short = names.filter(({ text, type, context }) => text.length < 25 && type !== "misspelling" && context !== "never");
  return (short.find(({ type }) => type === "code") ?? short[0])?.text ?? name;
}

/**
 * Of names that differ in their last vowels alone (Pethidine, Pethidin, Pethidinum, Petidina), those that are not the English one:
 * the preferred name where it is among them, else what ends in -e, else the first.
 */
function foreignForms(preferred: string, texts: readonly string[]): ReadonlySet<string> {
  const chosen = new Map<string, string>();
  const stemOf = (text: string) => text.toLowerCase().replace(/(?:um|us|[aeiou])$/, "");
  for (const text of [preferred, ...texts]) {
    const stem = stemOf(text);
    const held = chosen.get(stem);
    if (held === undefined || (held !== preferred && text.endsWith("e") && !held.endsWith("e"))) chosen.set(stem, text);
  }
  return new Set(texts.filter((text) => chosen.get(stemOf(text)) !== text));
}

/**
 * A substance's name as prose has it: without the mirror image meant, that an ion is meant, or which end of a protein a
 * peptide is ("(−)-noradrenaline", "lithium cation", "cholecystokinin C-terminal octapeptide"); an INN's alfa as alpha.
 */
const plainName = (text: string): string =>
  text
    .replace(/^st\. /i, "St ")
    .replace(/^\((?:±|\+|[-−]|\+\/[-−]|[RS]|DL?|L)\)-(?=[a-z]{5})/i, "")
    .replace(/(?<=^[a-z]{4,}) (?:cat|an)?ion$/i, "")
    .replace(/ [CN]-terminal(?= \p{L}+$)/u, "")
    .replace(/(?<=[a-z]{4} )alfa\b/i, "alpha");

/** A name whose first part American labels write apart, where the rest is a drug by itself: "ethinyl estradiol". */
function parted(text: string, tables: DrugTables["tables"]): string {
  const [, radical, rest] = /^(ethinyl|methyl|acetyl|hydroxy)([a-z]{6,})$/i.exec(text) ?? [];
  return rest && tables.has(rest.replace(/^oe/, "e")) ? `${radical} ${rest}` : text;
}

/** Whether a text names two drugs that are given together: prose speaks of each, "artemether/lumefantrine". */
const namesTwo = (text: string, tables: DrugTables["tables"]): boolean =>
  /^[a-z-]+\/[a-z-]+$/i.test(text) && text.split("/").every((part) => tables.has(part.toLowerCase()));

/** Whether a text is a name and its abbreviation: "acidic fibroblast growth factor (aFGF)" is two names to a note. */
function isExplained(text: string): boolean {
  const [, name, abbreviation] = /^(.+\S) \(([A-Za-z\d-]{2,10})\)$/.exec(text) ?? [];
  return name !== undefined && longForm(abbreviation!, name) === name.length;
}

/** Whether a synonym only says what the drug is against, as others are, too: "HER-2/neu inhibitor", "anti-CD80 monoclonal antibody". */
const namesClass = (text: string): boolean =>
  /^(?:[Aa]nti-\S+(?: \S+)?|[A-Z][\w/-]*[A-Z][\w/-]*) (?:[Mm]onoclonal )?(?:[Aa]ntibody|inhibitor|antagonist|agonist|blocker)$/.test(text);

/** The classes of drugs, and those that endings of drug names say ("taxane"), but for what is a drug's own name, too ("erythropoietin"). */
export function drugClasses(rows: readonly Row[], stems: readonly Stem[], drugs: ReadonlyMap<string, unknown>): VocabularyEntry[] {
  const listed = new Set(rows.flatMap((row) => [row["term"]!, ...cellsIn(row["names"])]).map((name) => name.toLowerCase()));
  const isNew = (text: string) => !/\s/.test(text) && !listed.has(text.toLowerCase()) && !drugs.has(text.toLowerCase());
  const said = new Set(stems.flatMap(([, meaning, alone]) => (alone && isNew(meaning) ? [meaning] : [])));
  return [
    ...rows.map((row) => classEntry([row["term"]!, ...cellsIn(row["names"])], cellsIn(row["sources"]).includes("curated"))),
    ...[...said].map((meaning) => classEntry([meaning], false)),
  ];
}

/** American spellings in the names of classes, and the British ones. */
const BRITISH: ReadonlyArray<readonly [RegExp, string]> = [
  [/(?<=glyc|lip(?:id)?)emi(?=[ac])/g, "aemi"],
  [/anesth/g, "anaesth"],
  [/estrogen/g, "oestrogen"],
  [/analog(?!\p{L})/gu, "analogue"],
  [/(?<=\p{L}{3})iz(?=e|ing)/gu, "is"],
  [/tumor/g, "tumour"],
  [/sulf(?=on|a)/g, "sulph"],
  [/diarrhea/g, "diarrhoea"],
  [/hem(?=ostatic)/g, "haem"],
];

const inBritain = (text: string): string => BRITISH.reduce((turned, [pattern, by]) => turned.replace(pattern, by), text);

/**
 * A class of drugs: "VEGFR inhibitor". One that people speak of as such is more than its target, "ACE inhibitor".
 * @param names the preferred one first
 */
function classEntry(names: readonly string[], isUsual: boolean): VocabularyEntry {
  return {
    kind: "known-class",
    preferred: names[0]!,
    detail: "class of drugs",
    names: [...new Set([...names, ...(isUsual ? names.map(inBritain) : [])])].map((text, i) => {
      const isAbbreviation = /^[A-Z][A-Z\d-]+s?$/.test(text);
      const type = isAbbreviation ? "abbreviation" : !isUsual ? "prose" : i === 0 ? "preferred" : "synonym";
      return { text, type, letterCase: isAbbreviation ? "exact" : "insensitive", context: "none", ...(isUsual && { pointer: false }) };
    }),
  };
}
