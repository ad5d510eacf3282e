/**
 * One spelling for a concept: what stands in its place wherever it is called otherwise. Left as they are: quotations,
 * links, the front matter, what explains a name by another ("pembrolizumab (Keytruda)"), and whatever says more than the
 * name does: a salt, a biosimilar, a mouse's gene, `p-AKT`, markup inside a name.
 */
import type { Dataset } from "../dataset/dataset";
import { atOnce } from "../giveWay";
import type { Mention } from "../note/mentions";
import type { Note } from "../note/note";
import { type Passage, sourceRange, textOffset } from "../note/passage";
import { isQuoted, linkPart } from "../note/quoted";
import { reading } from "../note/reading";
import type { Fix } from "./codeActions";
import { smallColumns } from "./columnCase";
import type { Edit } from "./frontMatterEdits";
import { keptBars } from "./keptBars";
import { conceptAt } from "./uses";
import { beginsSentence, capitalized } from "./written";

/** Types of names that say more than which record is meant. */
const SAYS_MORE: ReadonlySet<string> = new Set(["salt", "mouse-symbol", "misspelling"]);
/** The end of a biosimilar's name: bevacizumab-awwb. */
const BIOSIMILAR = /\p{Ll}{4}-[a-z]{4}$/u;
/** How far beside a name another of the same record explains it, in UTF-16 units. */
const BESIDE = 4;

/** Whether a text is a name by which a concept may be called everywhere; a class also in its plural. */
export const isSpelling = (dataset: Dataset, entity: number, text: string): boolean =>
  isName(dataset, entity, singular(dataset, entity, text));

function isName({ lexicon }: Dataset, entity: number, text: string): boolean {
  // with a space for a hyphen, "beta blocker", where a text may have that
  const loose = text.includes(" ") ? lexicon.find(text).filter(({ start, end }) => end - start === text.length) : [];
  const names = [...lexicon.lookUp(text), ...loose.flatMap((found) => found.names)];
  return !BIOSIMILAR.test(text) && names.some((name) => lexicon.entity(name) === entity && !SAYS_MORE.has(lexicon.type(name)));
}

const isClass = (dataset: Dataset, entity: number): boolean => dataset.kind(entity) === "known-class";

/** A class's name without the s of its plural; what is a name with it, and other names, as they are. */
const singular = (dataset: Dataset, entity: number, text: string): string =>
  isClass(dataset, entity) && text.endsWith("s") && !isName(dataset, entity, text) ? text.slice(0, -1) : text;

/**
 * The edits that call a concept by one name throughout a note.
 * @param spelling a name of the concept; see {@link isSpelling}
 * @param known offsets of all places in the note that name the concept, if they are known: then the rest of the note is not read
 * @returns in order; empty if nothing needs to change
 */
export function unify(dataset: Dataset, note: Note, entity: number, spelling: string, known?: readonly Known[]): Edit[] {
  return editsOf(dataset, entity, spelling, atOnce(changeable(dataset, note, entity, known)));
}

function editsOf(dataset: Dataset, entity: number, spelling: string, uses: readonly Changeable[]): Edit[] {
  const edits: Edit[] = [];
  const one = singular(dataset, entity, spelling);
  for (const { from, to, text, isFirst } of uses) {
    const replacement = replacementFor(dataset, entity, text, one, isFirst);
    if (replacement !== undefined && replacement !== text) edits.push({ from, to, text: replacement });
  }
  return edits;
}

/**
 * Refactorings at an offset where the note spells a concept in several ways: the spelling there, and the preferred one, for the whole
 * note. Found in small steps.
 */
export function* spellingActions(dataset: Dataset, note: Note, offset: number): Generator<void, Fix[]> {
  const concept = conceptAt(dataset, note, offset);
  if (!concept) return [];
  const uses = yield* changeable(dataset, note, concept.entity);
  const spelt = new Set(uses.map(({ text }) => text.toLowerCase()));
  if (spelt.size < 2) return [];
  const preferred = dataset.preferredName(concept.entity);
  const written = note.text.slice(concept.from, concept.to);
  const here = written.toLowerCase() === preferred.toLowerCase() ? preferred : written;
  return [...new Set([here, preferred])].flatMap((spelling): Fix[] => {
    if (!isSpelling(dataset, concept.entity, spelling)) return [];
    const edits = keptBars(note.text, editsOf(dataset, concept.entity, spelling, uses));
    const title = `Use one spelling for ${preferred} in this note: “${spelling}”`;
    return edits.length > 0 ? [{ does: "edit", title, kind: "refactor", edits }] : [];
  });
}

/** Offsets of a name in a note. */
interface Place {
  readonly from: number;
  readonly to: number;
}

/** A place that is known to name the concept, and whether by an abbreviation that the note defines. */
interface Known extends Place {
  readonly isAbbreviation: boolean;
}

interface Changeable extends Place {
  readonly text: string;
  /** It begins a sentence, or a cell in a column whose names have capitals. */
  readonly isFirst: boolean;
}

function* changeable(dataset: Dataset, note: Note, entity: number, known?: readonly Known[]): Generator<void, Changeable[]> {
  const found: Changeable[] = [];
  const isSmall = smallColumns(dataset, note);
  const look = (passage: Passage, start: number, named: readonly Named[]) => {
    const block = note.blocks.startingAt(start);
    for (const one of named) {
      const { pointer, definition } = one;
      const text = passage.text.slice(one.start, one.end);
      const [from, to] = [start + one.from, start + one.to];
      if (pointer || definition || !block || note.text.slice(from, to) !== text || isExplained(passage, one, named)) continue;
      if (isQuoted(block.tree, block.source, passage, one.from) || linkPart(block.tree, block.source, one.from, one.to)) continue;
      const isFirst = beginsSentence(passage.text, one.start) && !(one.start === 0 && isSmall(passage, from));
      found.push({ from, to, text, isFirst });
    }
  };
  const isMeant = ({ names }: Pick<Mention, "names">) => dataset.lexicon.entity(names[0]!) === entity;
  if (known)
    for (const [passage, { start, places }] of passagesOf(note, known)) look(passage, start, namedAt(dataset, passage, places, isMeant));
  else
    yield* note.visiting((passage, start) => {
      if (!passage.slot) look(passage, start, note.mentions(dataset, passage).filter(isMeant));
    });
  return found;
}

/** A name of the concept in a passage. */
type Named = Pick<Mention, "start" | "end" | "from" | "to"> & { readonly pointer?: boolean; readonly definition?: unknown };

/** The passages that hold places of a note, each with where its offsets count from and with its places, which count from there. */
function passagesOf(note: Note, known: readonly Known[]): Map<Passage, { readonly start: number; readonly places: Known[] }> {
  const found = new Map<Passage, { readonly start: number; readonly places: Known[] }>();
  for (const { from, to, isAbbreviation } of known) {
    const { passage, start } = note.passageAt(from) ?? {};
    if (!passage || start === undefined || passage.slot) continue;
    const held = found.get(passage) ?? { start, places: [] };
    found.set(passage, held);
    held.places.push({ from: from - start, to: to - start, isAbbreviation });
  }
  return found;
}

/** What stands at known places of a passage: names by its own sentences, or since the note has others of the concept, and abbreviations. */
function namedAt(
  dataset: Dataset,
  passage: Passage,
  places: readonly Known[],
  isMeant: (name: Pick<Mention, "names">) => boolean,
): Named[] {
  const { mentions, pending } = reading(dataset, passage);
  const all: Named[] = mentions.filter(isMeant);
  for (const one of pending) if (isMeant(one)) all.push({ ...one, ...sourceRange(passage, one.start, one.end) });
  return places.flatMap(({ from, to, isAbbreviation }): Named | [] => {
    if (!isAbbreviation) return all.find((one) => one.from === from && one.to === to) ?? [];
    return { start: textOffset(passage, from), end: textOffset(passage, to), from, to, definition: true };
  });
}

/** Whether another name of the same concept stands beside it, in brackets or around them. */
function isExplained({ text }: Passage, one: Named, named: readonly Named[]): boolean {
  return named.some((other) => {
    if (other === one) return false;
    const between = other.start >= one.end ? text.slice(one.end, other.start) : text.slice(other.end, one.start);
    return between.length <= BESIDE && /[([]/.test(between);
  });
}

/** What is written for a name; nothing where it is to stay. */
function replacementFor(dataset: Dataset, entity: number, text: string, spelling: string, isFirst: boolean): string | undefined {
  if (!isSpelling(dataset, entity, text)) return undefined;
  const isOfClass = isClass(dataset, entity);
  if (isOfClass && !text.endsWith("s") && spelling.endsWith("s")) return undefined;
  const isPlural = text.endsWith("s") && !spelling.endsWith("s") && (isOfClass || isSpelling(dataset, entity, text.slice(0, -1)));
  if (isPlural && !isSpelling(dataset, entity, `${spelling}s`)) return undefined;
  const wanted = isPlural ? `${spelling}s` : spelling;
  // a word's capital is no other spelling
  if (text.toLowerCase() === wanted.toLowerCase() && /^\p{L}[\p{Ll}\s-]+$/u.test(text)) return undefined;
  const isCapital = isFirst && text[0] !== text[0]!.toLowerCase();
  return isCapital ? capitalized(wanted) : wanted;
}
