/** The head of a note: the names it declares, its language, and what it asks of us under `metastasis-notes:`. */
import { frontMatterEnd, markLength } from "./input";
import { newPassage, type Passage } from "./passage";
import { type Fault, type Mapping, readYaml, type Syntax, type Value, type Word } from "./yaml";

/** The kind that a declared name must be of. */
export type SlotKind = "drug" | "target";

export interface FrontMatter {
  /** Offset behind its closing line; 0 if the note has none. */
  readonly end: number;
  /** The text up to there. */
  readonly source: string;
  /** The language that it is written in. Of TOML only the names and the language of the note are read. */
  readonly syntax: Syntax;
  readonly root: Mapping;
  /** The names declared under `drugs:` and `targets:`, as passages whose offsets count from the note's start. */
  readonly slots: readonly Passage[];
  /** The language that `lang:` names, in small letters: "fr"; nothing if it names none. */
  readonly language: string | undefined;
  /** Rules that are switched off in this note; "all" for every one. */
  readonly off: readonly Word[] | "all";
  /** Words that are accepted in this note. */
  readonly accepted: readonly Word[];
  /** Which name an ambiguous one stands for: `TAM: tamoxifen`. */
  readonly readings: ReadonlyArray<readonly [written: Word, meant: Word]>;
  /** The places that cannot be read; of YAML alone, since other syntaxes are a site's generator's to judge. */
  readonly faults: readonly Fault[];
}

/** The key under which the note asks something of us. */
export const OUR_KEY = "metastasis-notes";
/** The keys that may stand under it. */
export const OUR_KEYS = ["off", "accept", "readings"] as const;

/** What the keys declare under which names stand. A map, since a note may have any word for a key: `constructor`. */
const SLOT_KEYS: ReadonlyMap<string, SlotKind> = new Map([
  ["drug", "drug"],
  ["drugs", "drug"],
  ["target", "target"],
  ["targets", "target"],
]);

/** What a key of the front matter declares the names under it to be; nothing for others. */
export const slotKind = (key: string): SlotKind | undefined => SLOT_KEYS.get(key.toLowerCase());

/**
 * Reads the front matter of a note.
 * @param text the whole note
 * @returns one without content where the note has none; never throws
 */
export function readFrontMatter(text: string): FrontMatter {
  const end = frontMatterEnd(text);
  const source = text.slice(0, end);
  const first = markLength(source);
  const syntax = ({ "+": "toml", "{": "json" } as const)[source[first] ?? ""] ?? "yaml";
  const from = end > 0 && syntax !== "json" ? source.indexOf("\n") + 1 : first;
  const closing = /(?:---|\.\.\.|\+{3}|$)[ \t]*(?:\r?\n)?$/.exec(source)?.index ?? 0;
  // what TOML says before its tables is YAML with another sign
  const yaml = syntax === "toml" ? source.replace(/^\[[\s\S]*/m, "") : source;
  const { root, faults } = readYaml(yaml, from, Math.max(from, Math.min(closing, yaml.length)), syntax);
  const ours = valueAt(root, OUR_KEY);
  const [off, accept, readings] = OUR_KEYS.map((key) => (ours?.kind === "mapping" ? valueAt(ours, key) : undefined));
  const language = valueAt(root, "lang") ?? valueAt(root, "language");
  return {
    end,
    source,
    root,
    slots: root.entries.flatMap(({ key, value }) => slotsOf(slotKind(key.text), value)),
    language: language?.kind === "word" ? language.text.toLowerCase() : undefined,
    off: wordsOf(off).some(({ text }) => /^(?:true|yes|all)$/i.test(text))
      ? "all"
      : wordsOf(off).filter((word) => !/^(?:false|no)$/i.test(word.text)),
    accepted: wordsOf(accept),
    readings:
      readings?.kind === "mapping"
        ? readings.entries.flatMap(({ key, value }) => (value?.kind === "word" ? [[key, value] as const] : []))
        : [],
    syntax,
    faults: syntax === "yaml" ? [...faults, ...strangers(ours, off, accept, readings)] : [],
  };
}

/** The value of a key; nothing where it has none. The last of several counts. */
export const valueAt = (mapping: Mapping, key: string): Value | undefined =>
  mapping.entries.findLast((entry) => entry.key.text.toLowerCase() === key)?.value;

/** The words of a value: those of a list, or the only one. */
const wordsOf = (value: Value | undefined): Word[] =>
  value?.kind === "word"
    ? value.text === ""
      ? []
      : [value]
    : value?.kind === "list"
      ? value.items.filter((item) => item.kind === "word")
      : [];

function slotsOf(slot: SlotKind | undefined, value: Value | undefined): Passage[] {
  if (!slot) return [];
  return namesOf(value).flatMap((word) => {
    if (UNSET.test(word.text) || TEMPLATE.test(word.text)) return [];
    // `[[Sunitinib|Sutent]]` is a link of Obsidian: its target is the name
    const [, open, target] = /^(\[\[)?([^|\]#]*)(?:[|#][^\]]*)?(?:\]\])?$/.exec(word.text) ?? [];
    const name = target?.trim();
    if (!name) return [];
    const from = word.from + word.text.indexOf(name, open?.length ?? 0);
    return [newPassage(from, from + name.length, name, undefined, slot)];
  });
}

/**
 * What stands where nothing is declared, or not yet: YAML's null, what people write for it, what an arm without a drug is given,
 * and values of keys that mean something else there: dates, amounts, addresses, true.
 */
const UNSET =
  /^(?:null|drugs?|targets?|genes?|x{2,}|none|nil|n[/.]?a\.?|tb[acd]|to ?do|unknown|all|any|other|others|various|several|mixed|true|false|yes|no|_\w+|\w+:\/\/\S+|(?:placebo|vehicle|sham|isotype|saline|no treatment|(?:best )?supportive care|standard of care|controls?)(?: controls?)?|[^A-Za-z\u0080-\u1fff]+)$/i;
/** What a template is to fill in, `{{drug}}`, `<drug>`, `<% tp.drug %>`, and what JSON writes by its code. */
const TEMPLATE = /[{}\\]|<%|^<.*>$/;
/** Keys of a mapping that say a name; another mapping has names as its keys. */
const NAMING: ReadonlySet<string> = new Set(["name", "gene", "inn", "symbol", ...SLOT_KEYS.keys()]);

/** Keys that say what part the names behind them have: `primary: a`. */
const PART =
  /^(?:(?:non-?)?primary|secondary|main|other|first|second|third|(?:neo)?adjuvant|combo|combin\w+|backbone|partners?|control|comparators?|prior|previous|current|planned|approved|investigational|readout|marker|(?:on|off)-?target)\b/i;

/**
 * The names in a value: the words of a list, those of lists in it too, since YAML reads `[[a]]` as such; of mappings what they
 * call a name (`- name: a`) or give a part, else their keys (`a: 50 mg`). A word alone may hold several: `drugs: a, b`.
 */
function namesOf(value: Value | undefined): Word[] {
  if (value?.kind === "list") return value.items.flatMap((item) => (item.kind === "word" ? [item] : namesOf(item)));
  if (value?.kind === "mapping") {
    const named = value.entries.find(({ key }) => NAMING.has(key.text.toLowerCase()));
    return named ? namesOf(named.value) : value.entries.flatMap(({ key, value }) => (PART.test(key.text) ? namesOf(value) : [key]));
  }
  if (value?.kind !== "word") return [];
  const words: Word[] = [];
  for (const part of value.text.matchAll(/(?:[^,;]|,(?! ))+/g)) {
    const text = part[0].trim();
    const from = value.from + part.index + part[0].indexOf(text);
    if (text !== "") words.push({ kind: "word", text, from, to: from + text.length });
  }
  return words;
}

/** What stands under our key in a form that we cannot read, such as a mapping in place of a list; empty if all is well. */
function strangers(ours: Value | undefined, off: Value | undefined, accept: Value | undefined, readings: Value | undefined): Fault[] {
  if (!ours) return [];
  if (ours.kind !== "mapping")
    return [{ ...placeOf(ours), message: `${OUR_KEY} holds ${OUR_KEYS.join(", ")}, each on a line of its own.` }];
  const faults: Fault[] = [];
  if (off?.kind === "mapping") faults.push({ ...placeOf(off), message: "off is a list of rules: off: [brand-name]." });
  if (accept?.kind === "mapping") faults.push({ ...placeOf(accept), message: "accept is a list of words: accept: [word]." });
  if (readings && readings.kind !== "mapping")
    faults.push({ ...placeOf(readings), message: "readings says what a name stands for: readings: { TAM: tamoxifen }." });
  return faults;
}

const placeOf = (value: Value) => ({ from: value.from, to: value.kind === "word" ? value.to : Math.min(value.to, value.from + 40) });
