/**
 * What the place of a half-typed name speaks for: the words before it, the list it stands in, the names around it, the column of
 * its table. The numbers are tenths of log-odds, as ranks are (`dataset/rank.ts`), and come from the same abstracts.
 */
import type { Dataset } from "../dataset/dataset";
import { held, heldOnce } from "../dataset/held";
import type { Kind } from "../dataset/records";
import { LETTER } from "../note/letters";
import type { Note } from "../note/note";
import type { Passage } from "../note/passage";
import { mentionsOf } from "../note/reading";
import { sentenceAround } from "../note/sentence";
import type { Role } from "./columns";
import { endingsAt } from "./stems";

/** Kinds that are meant in the same places. */
const ALL = ["drug", "target", "family", "strategy", "concept"] as const;
export type Group = (typeof ALL)[number];

/** The group of each kind. */
export const GROUPS: Readonly<Record<Kind, Group>> = {
  drug: "drug",
  "known-drug": "drug",
  regimen: "drug",
  target: "target",
  "known-gene": "target",
  family: "family",
  complex: "family",
  "known-family": "family",
  strategy: "strategy",
  nanoplatform: "strategy",
  "known-class": "strategy",
  pathway: "concept",
  process: "concept",
  cancer: "concept",
  challenge: "concept",
  "known-abbreviation": "concept",
};

/** What each group gains in a column, and in a slot of the front matter, that is there for it; the others lose. */
const IN_COLUMN = 40;
const COLUMNS: Partial<Record<Role, readonly Group[]>> = {
  drug: ["drug"],
  target: ["target", "family"],
  mechanism: ["strategy", "concept"],
  strategy: ["strategy", "concept"],
  class: ["strategy"],
  cancer: ["concept"],
};

export interface Place {
  /** What each group gains here. */
  readonly groups: Readonly<Record<Group, number>>;
  /** Entities named near the place, with what each gains by it. */
  readonly near: ReadonlyMap<number, number>;
  /** Entities of the list that the name goes on; they do not come twice. */
  readonly listed: ReadonlySet<number>;
  /** What has its abbreviation in brackets behind it, if that is the name: "epidermal growth factor receptor (E". */
  readonly abbreviated: Mentioned | undefined;
  /** Endings of drug names, with what those gain that have them; see stems.ts. */
  readonly endings: ReadonlyMap<string, number>;
  /** Whether a sentence begins here, so that any name has a capital. */
  readonly beginsSentence: boolean;
  /** The item before it in a list, as it is written: "MMP-2" in "MMP-2, M". */
  readonly itemBefore: string | undefined;
}

/** An entity, and what the note calls it at a place. */
export interface Mentioned {
  readonly entity: number;
  readonly text: string;
}

/** How many passages on each side count as near. */
const NEAR = 8;
/** How many characters of the sentence before are looked at. */
const REACH = 200;
/** How many of the words right before the name. */
const PHRASE = 80;

// what is done to drugs stands right before their names; the same for genes and proteins
const BEFORE_DRUG =
  /(?:treat\w*(?: \w+)? (?:with|by|of)|therapy with|receiv\w+|giv\w+|administ\w+(?: of)?|doses? of|combin\w+ (?:with|of)|resist\w+ to|respon\w+ to|sensitiv\w+ to|(?:efficacy|tolerability|safety|toxicity|pharmacokinetics|pharmacodynamics|bioavailability|overdose|infusions?|injections?|ingestion|discontinuation|withdrawal) of|phase [\dIiVvAab/]+ (?:trial|study) of|drugs?|agents?|inhibitors?|(?:ant)?agonists?|taking|exposed to|mg|plus|inhibited by)\s+\(?$/i;
const BEFORE_TARGET =
  /(?:(?:inhibit(?:s|ors? of|ion of)|blocks?|blockade of|target(?:s|ing|ed)?|express\w+(?: of)?|levels? of|mutations?(?: \w+)? (?:in|of)|loss of|activat\w+(?: of| by)?|phosphorylat\w+(?: of)?|genes?|proteins?|receptors?|encod\w+|amplification of|role of|binding (?:to|of)|knockdown of|against|isoforms? of|promoters?) [[(]?|\banti-)$/i;
const DRUG_SENTENCE =
  /\b(?:treat(?:ed|ment|ing)|receiv\w+|given|dos(?:e|ed|es|ing)|combin\w+|regimens?|therap\w+|chemotherapy|infus\w+|administ\w+|inhibitors?|agents?|drugs?|resistan\w+|patients?|mg|oral|intravenous|toxicity|efficacy)\b/i;
const GENE_SENTENCE =
  /\b(?:genes?|mRNA|proteins?|exons?|alleles?|promoters?|transcri\w+|express\w*|overexpress\w*|amplif\w+|muta\w+|fusions?|variants?|wild-type|knock\w*|silenc\w+|deplet\w+|signall?ing|pathways?|kinases?|receptors?|ligands?|phospho\w*|(?:up|down)-?regulat\w+|activat\w+|immuno(?:blot|stain)\w*|antibod\w+|isoforms?|transfect\w+|siRNA|polymorphisms?|levels)\b/i;
/** What is between a target and a drug that is said to act on it: "the FGFR inhibitor", "MEK inhibitors such as". */
const AGENT_OF =
  /(?:inhibitors?|antagonists?|agonists?|blockers?|antibod(?:y|ies)|degraders?|modulators?|TKIs?)[,:]? ?(?:\(|such as |including |like |e\.g\.,? )*$/i;
/** The same with the target behind it: "inhibitors of MEK such as". */
const AGENT_ON =
  /(?:inhibitors?|antagonists?|agonists?|blockers?|antibod(?:y|ies)|degraders?|modulators?) (?:of|against) (.{2,40}?),? (?:\(|such as |including |like |e\.g\.,? )$/i;
/** What the agents gain: behind these words names are no more frequent than elsewhere, but nine in ten of the drugs there act on that target. */
const AGENT = 25;
/** What stands between two items of a list. */
const LIST = /^\)?(?: \([^()]{1,20}\))?\s*(?:,|\/|\+|&|-|,? ?and\/or|,? (?:and|or|as well as))\s*$/;
const ITEM_BEFORE = new RegExp(String.raw`([${LETTER}\d][${LETTER}\d-]*)\)?\s*(?:,|\/|\+|&|,? (?:and|or))\s*$`);
/** What ends with a sentence: it may end in a quotation, in brackets or in bold. */
const EARLIER = /^[\s\S]*[.?!]["”’)*_]*(?=\s)/;
/** What may stand before the first word of a sentence: it is bold, in quotation marks or in brackets. */
const OPENS = /^[\s"'“‘„«([\]*_~=–—-]*$/;

type Gains = Partial<Readonly<Record<Group, number>>>;

/**
 * Reads the place of a name that begins at `start` of a passage's text.
 * @param near what entities gain that are named nearby; see {@link namedNear}
 * @param isAlone whether no name is known that began further back, as PI3K/AKT/mTOR did where AKT may begin as well
 * @param role of the column or slot that it stands in
 */
export function placeOf(
  dataset: Dataset,
  passage: Passage,
  start: number,
  near: ReadonlyMap<number, number>,
  isAlone: boolean,
  role?: Role,
): Place {
  const groups = { drug: 0, target: 0, family: 0, strategy: 0, concept: 0 };
  const add = (gains: Gains) => {
    for (const group of ALL) groups[group] += gains[group] ?? 0;
  };
  const before = passage.text.slice(Math.max(0, start - REACH), start);
  const sentence = before.replace(EARLIER, "");
  const rightBefore = sentence.slice(-PHRASE);
  if (BEFORE_DRUG.test(rightBefore)) add({ drug: 15, target: -4, family: -10, strategy: -10, concept: -25 });
  else if (BEFORE_TARGET.test(rightBefore)) add({ drug: -5, target: 7, strategy: -10, concept: -15 });
  if (DRUG_SENTENCE.test(sentence)) add({ drug: 6, family: -3, target: -2 });
  if (GENE_SENTENCE.test(sentence)) add({ drug: -4, family: 6, target: 2 });

  for (const group of (role && COLUMNS[role]) ?? []) groups[group] += IN_COLUMN;

  const named = namedIn(dataset, passage).filter(({ end }) => end <= start);
  const last = named.at(-1);
  const gap = last ? passage.text.slice(last.end, start) : "";
  const isList = last !== undefined && LIST.test(gap);
  const group = last && GROUPS[dataset.kind(last.entity)];
  const acting = last ? withAgents(dataset, passage.text.slice(last.start, start), rightBefore, near) : near;
  if (isList && group === "drug") add({ drug: 11, target: -3, family: -8, strategy: -10, concept: -15 });
  if (isList && group === "target") add({ drug: -5, target: 14, family: -8, strategy: -10, concept: -15 });
  const drugs = named
    .filter((one) => one.start >= start - sentence.length && GROUPS[dataset.kind(one.entity)] === "drug")
    .map(({ text }) => text);
  return {
    groups,
    near: isAlone ? withNext(dataset, rightBefore, acting) : acting,
    listed: isList ? listBefore(passage, named) : NONE,
    abbreviated: last && /^s?,? [([]$/.test(gap) ? last : undefined,
    endings: endingsAt(dataset, sentence, drugs, isList && group === "drug"),
    beginsSentence: OPENS.test(sentence),
    itemBefore: ITEM_BEFORE.exec(sentence)?.[1],
  };
}

/**
 * Adds what the agents gain that act on what stands before their place, "PI3K inhibitors (".
 * @param text from the last name before the place
 * @param rightBefore the last words before it
 */
function withAgents(dataset: Dataset, text: string, rightBefore: string, near: ReadonlyMap<number, number>): ReadonlyMap<number, number> {
  const agent = AGENT_OF.exec(text);
  const target = agent ? text.slice(0, agent.index) : AGENT_ON.exec(rightBefore)?.[1];
  if (target === undefined) return near;
  const gains = new Map(near);
  for (const { names } of dataset.lexicon.find(target))
    for (const [partner, gain] of partnersOf(dataset, dataset.lexicon.entity(names[0]!))) gains.set(partner, gain + AGENT);
  return gains;
}

/** What the next name of a pathway gains that is being spelled out: behind "RAF/" hardly anything comes but MEK. */
const NEXT = 40;
/** A name with what stands between it and the next one of a pathway. */
const JOINED = new RegExp(String.raw`(([${LETTER}\d]+-)?[${LETTER}\d]+)[/–-]$`);

/** Adds what stands behind a name in that of a pathway on record: MEK behind RAF, AKT behind PI3K. */
function withNext(dataset: Dataset, rightBefore: string, near: ReadonlyMap<number, number>): ReadonlyMap<number, number> {
  const [, name, first = ""] = JOINED.exec(rightBefore.toLowerCase()) ?? [];
  const next = name && (nextOf(dataset).get(name) ?? nextOf(dataset).get(name.slice(first.length)));
  if (!next) return near;
  const gains = new Map(near);
  for (const entity of next) gains.set(entity, (gains.get(entity) ?? 0) + NEXT);
  return gains;
}

/** For each name that pathways have before a slash, in small letters, what those behind it stand for. */
const nextOf = heldOnce((dataset): ReadonlyMap<string, ReadonlySet<number>> => {
  const next = new Map<string, Set<number>>();
  for (const entity of dataset.records())
    for (const { text } of (dataset.kind(entity) === "pathway" && dataset.record(entity)?.names) || []) {
      const parts = text.replace(/ .*/, "").toLowerCase().split("/");
      for (const [i, part] of parts.slice(1).entries()) {
        const known = next.get(parts[i]!) ?? new Set();
        next.set(parts[i]!, known);
        for (const name of dataset.lexicon.lookUp(part)) known.add(dataset.lexicon.entity(name));
      }
    }
  return next;
});

const NONE: ReadonlySet<number> = new Set();

/** Entities of the list that ends with the last name. */
function listBefore(passage: Passage, named: readonly Named[]): ReadonlySet<number> {
  const listed = new Set<number>();
  for (let i = named.length - 1; i >= 0; i--) {
    listed.add(named[i]!.entity);
    if (i > 0 && !LIST.test(passage.text.slice(named[i - 1]!.end, named[i]!.start))) break;
  }
  return listed;
}

/** What an entity gains that is named in the note nearby, and one that is named in the sentence. */
const IN_NOTE = 50;
const IN_SENTENCE = 18;
/** What one gains to which the record of one in the sentence refers: a target's drugs, a drug's targets, relatives. */
const PARTNER = 15;
/** And a drug on another member of the target's family. */
const DISTANT_PARTNER = 8;

/** What is named around a place: the names, what each entity gains by it, and what it is called there. */
interface Near {
  readonly names: readonly number[];
  readonly gains: ReadonlyMap<number, number>;
  readonly spelled: ReadonlyMap<number, string>;
}

/** A name in a passage, with what it stands for and as it is written there. */
interface Named extends Mentioned {
  readonly start: number;
  readonly end: number;
  readonly name: number;
}

const namedOf = new WeakMap<Passage, { readonly dataset: Dataset; readonly named: readonly Named[] }>();

/** What is named in a passage; looked up once, since it is near all that is typed around it. */
function namedIn(dataset: Dataset, passage: Passage): readonly Named[] {
  const held = namedOf.get(passage);
  if (held?.dataset === dataset) return held.named;
  const named = mentionsOf(dataset, passage).map(({ start, end, names }): Named => {
    const name = names[0]!;
    return { start, end, name, entity: dataset.lexicon.entity(name), text: passage.text.slice(start, end) };
  });
  namedOf.set(passage, { dataset, named });
  return named;
}

/**
 * What is named around a place.
 * @param at the place in the passage's text; a name that it is in or behind does not count
 * @param offset the place in the note
 */
export function namedNear(dataset: Dataset, note: Note, passage: Passage, at: number, offset: number): Near {
  const names: number[] = [];
  const gains = new Map<number, number>();
  const spelled = new Map<number, string>();
  const company: number[] = [];
  const [sentence] = sentenceAround(passage.text, at, at);
  for (const other of note.blocks.passagesNear(offset, NEAR))
    for (const { start, end, name, entity, text } of namedIn(dataset, other)) {
      const isHere = other === passage && end > sentence && start <= at;
      if (isHere && end >= at) continue;
      // what stands before a hyphen or slash may be the beginning of what is typed
      if (!isHere || /\s/.test(passage.text.slice(end, at))) spelled.set(entity, text);
      if (isHere) company.push(entity);
      if (isHere && gains.has(entity)) continue;
      gains.set(entity, isHere ? IN_SENTENCE : IN_NOTE);
      names.push(name);
    }
  for (const entity of company)
    for (const [partner, gain] of partnersOf(dataset, entity)) {
      if (!gains.has(partner)) names.push(dataset.lexicon.preferred(partner));
      gains.set(partner, Math.max(gain, gains.get(partner) ?? 0));
    }
  return { names, gains, spelled };
}

/** What an entity's partners gain: a target's drugs, a drug's targets, those of a family's members and of its families, relatives. */
const partnersOf = held((dataset, entity): ReadonlyMap<number, number> => {
  const gains = new Map<number, number>();
  const related = [...dataset.related(entity)];
  const isFamily = (one: number) => GROUPS[dataset.kind(one)] === "family";
  for (const kin of related)
    if (GROUPS[dataset.kind(kin)] === "target" ? isFamily(entity) : isFamily(kin))
      for (const partner of [...dataset.related(kin), ...dataset.partners(kin)])
        if (GROUPS[dataset.kind(partner)] === "drug") gains.set(partner, DISTANT_PARTNER);
  for (const partner of [...related, ...dataset.partners(entity)]) gains.set(partner, PARTNER);
  return gains;
});
