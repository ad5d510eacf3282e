/**
 * One spelling for a concept: what stands in its place wherever it is called otherwise. Left as they are: quotations,
 * links, the front matter, what explains a name by another ("pembrolizumab (Keytruda)"), and whatever says more than the
 * name does: a salt, a biosimilar, a mouse's gene, `p-AKT`, markup inside a name.
 */
import type { Dataset } from "../dataset/dataset";
import type { Mention } from "../note/mentions";
import type { Note } from "../note/note";
import type { Passage } from "../note/prose";
import { isLinked, isQuoted } from "../note/quoted";
import type { Fix } from "./codeActions";
import type { Edit } from "./frontMatterEdits";
import { conceptAt, eachUse, type Use } from "./uses";

/** Types of names that say more than which record is meant. */
const SAYS_MORE: ReadonlySet<string> = new Set(["salt", "mouse-symbol", "misspelling"]);
/** The end of a biosimilar's name: bevacizumab-awwb. */
const BIOSIMILAR = /\p{Ll}{4}-[a-z]{4}$/u;
/** How far beside a name another of the same record explains it, in UTF-16 units. */
const BESIDE = 4;

/** Whether a text is a name of a concept by which it may be called everywhere. */
export function isSpelling({ lexicon }: Dataset, entity: number, text: string): boolean {
  return (
    !BIOSIMILAR.test(text) && lexicon.lookUp(text).some((name) => lexicon.entity(name) === entity && !SAYS_MORE.has(lexicon.type(name)))
  );
}

/**
 * The edits that call a concept by one name throughout a note.
 * @param spelling a name of the concept; see {@link isSpelling}
 * @returns in order; empty where nothing is called otherwise
 */
export function unify(dataset: Dataset, note: Note, entity: number, spelling: string): Edit[] {
  const edits: Edit[] = [];
  const uses = changeable(dataset, note, entity);
  for (const { from, to, text, isFirst } of uses) {
    const replacement = replacementFor(dataset, entity, text, spelling, isFirst);
    if (replacement !== undefined && replacement !== text) edits.push({ from, to, text: replacement });
  }
  return edits;
}

/** Refactorings at an offset where the note spells a concept in several ways: the spelling there, and the preferred one, for the whole note. */
export function spellingActions(dataset: Dataset, note: Note, offset: number): Fix[] {
  const concept = conceptAt(dataset, note, offset);
  if (!concept) return [];
  const spelt = new Set(changeable(dataset, note, concept.entity).map(({ text }) => text.toLowerCase()));
  if (spelt.size < 2) return [];
  const preferred = dataset.preferredName(concept.entity);
  const written = note.text.slice(concept.from, concept.to);
  const here = written.toLowerCase() === preferred.toLowerCase() ? preferred : written;
  return [...new Set([here, preferred])].flatMap((spelling): Fix[] => {
    if (!isSpelling(dataset, concept.entity, spelling)) return [];
    const edits = unify(dataset, note, concept.entity, spelling);
    const title = `Use one spelling for ${preferred} in this note: “${spelling}”`;
    return edits.length > 0 ? [{ does: "edit", title, kind: "refactor", edits }] : [];
  });
}

interface Changeable {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** It begins a sentence. */
  readonly isFirst: boolean;
}

function changeable(dataset: Dataset, note: Note, entity: number): Changeable[] {
  const found: Changeable[] = [];
  eachUse(dataset, note, (use, passage, mention, start) => {
    if (use.entity !== entity || use.isDeclaration || mention.pointer || mention.definition) return;
    const text = passage.text.slice(mention.start, mention.end);
    const block = note.blockAt(start);
    if (!block || note.text.slice(use.from, use.to) !== text || isExplained(dataset, note, passage, mention, use)) return;
    if (isQuoted(block.tree, block.source, passage, mention.from) || isLinked(block.tree, block.source, mention.from)) return;
    found.push({ from: use.from, to: use.to, text, isFirst: /(?:^|[.!?:]\s+)$/.test(passage.text.slice(0, mention.start)) });
  });
  return found;
}

/** Whether another name of the same concept stands beside it, in brackets or around them. */
function isExplained(dataset: Dataset, note: Note, passage: Passage, mention: Mention, { entity }: Use): boolean {
  const { text } = passage;
  return note.mentions(dataset, passage).some((other) => {
    if (other === mention || dataset.lexicon.entity(other.names[0]!) !== entity) return false;
    const between = other.start >= mention.end ? text.slice(mention.end, other.start) : text.slice(other.end, mention.start);
    return between.length <= BESIDE && /[([]/.test(between);
  });
}

/** What is written for a name; nothing where it is to stay. */
function replacementFor(dataset: Dataset, entity: number, text: string, spelling: string, isFirst: boolean): string | undefined {
  if (!isSpelling(dataset, entity, text)) return undefined;
  const isPlural = text.endsWith("s") && !spelling.endsWith("s") && isSpelling(dataset, entity, text.slice(0, -1));
  if (isPlural && !isSpelling(dataset, entity, `${spelling}s`)) return undefined;
  const wanted = isPlural ? `${spelling}s` : spelling;
  // a word's capital is no other spelling
  if (text.toLowerCase() === wanted.toLowerCase() && /^\p{L}[\p{Ll}\s-]+$/u.test(text)) return undefined;
  const isCapital = isFirst && text[0] !== text[0]!.toLowerCase();
  return isCapital && /^[a-z]{3}/.test(wanted) ? wanted[0]!.toUpperCase() + wanted.slice(1) : wanted;
}
