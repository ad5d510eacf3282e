/**
 * *Review citations*: sentences whose cited reference shares no concept with them. A list for a person to go through, never a
 * finding: a title is thin, and methods are cited rightly where nothing is shared.
 */
import type { Dataset } from "../../dataset/dataset";
import type { Mention } from "../../note/mentions";
import { Note } from "../../note/note";
import { type Citation, citationsIn, referencesOf, titleOf } from "../../note/references";
import type { Doubt, Review } from "./shown";

/**
 * Reviews the citations of a note that has been read, of a cell those of its notebook, any cell of which may list the references:
 * its own list counts first, then the first that has the key.
 * @param titles titles of bibliographies by key, "@smith2019"; they go before the note's own list
 */
export function reviewCitations(dataset: Dataset, opened: Note, titles: ReadonlyMap<string, string> = new Map()): Review {
  const lists = (opened.beside ?? [opened]).map((note) => ({ note, ...referencesOf(note) }));
  const all = new Map([...lists].reverse().flatMap(({ entries }) => [...entries]));
  const told = new Map<string, ReadonlySet<number>>();
  const doubts: Doubt[] = [];
  const missing = new Set<string>();
  let [judged, silent] = [0, 0];
  const review = ({ note, entries, firstLine }: (typeof lists)[number]) => {
    const end = firstLine < note.lineCount ? note.offsetAt({ line: firstLine, character: 0 }) : note.text.length;
    note.eachPassage((passage, start) => {
      if (start + passage.from >= end) return false;
      if (passage.slot || passage.directive) return true;
      const source = note.text.slice(start + passage.from, start + passage.to);
      const citations = citationsIn(source, start + passage.from);
      if (citations.length === 0) return true;
      const mentions = note.mentions(dataset, passage);
      for (const { from, to, cited } of sentencesOf(source, start + passage.from, citations)) {
        const named = mentions.filter((mention) => start + mention.from < to && start + mention.to > from);
        const about = telling(dataset, named);
        for (const [key, citation] of cited) {
          const title = titles.get(key) ?? titleOf(entries.get(key) ?? all.get(key) ?? "");
          if (title === "") missing.add(key);
          else if (about.size === 0) silent++;
          else {
            judged++;
            const titleAbout = told.get(title) ?? conceptsOf(dataset, title);
            told.set(title, titleAbout);
            if (share(dataset, about, titleAbout)) continue;
            const sentence = note.text.slice(from, to).replace(/\s+/g, " ").trim();
            const marker = note.text.slice(citation.from, citation.to);
            const names = (entities: ReadonlySet<number>) => [...entities].map((entity) => dataset.preferredName(entity));
            doubts.push({ place: { note, from, to }, marker, sentence, title, about: names(about), titleAbout: names(titleAbout) });
          }
        }
      }
      return true;
    });
  };
  lists.forEach(review);
  return { doubts, judged, silent, missing: [...missing] };
}

/** What a title is about. */
function conceptsOf(dataset: Dataset, title: string): ReadonlySet<number> {
  const note = Note.create("", "markdown", 0, title);
  const mentions: Mention[] = [];
  note.eachPassage((passage) => mentions.push(...note.mentions(dataset, passage)));
  return telling(dataset, mentions);
}

/** The concepts that tell one paper from another here: not abbreviations without a meaning for us, nor metastasis as such. */
function telling(dataset: Dataset, mentions: readonly Mention[]): ReadonlySet<number> {
  const entities = mentions.map(({ names }) => dataset.lexicon.entity(names[0]!));
  const general = dataset.find("process:metastasis");
  return new Set(entities.filter((entity) => entity !== general && dataset.kind(entity) !== "known-abbreviation"));
}

/** Whether a concept of one is a concept of the other, or stands in the other's record: a drug and its target, a family and its member. */
function share(dataset: Dataset, some: ReadonlySet<number>, others: ReadonlySet<number>): boolean {
  for (const one of some)
    for (const other of others) if (one === other || dataset.related(one).has(other) || dataset.related(other).has(one)) return true;
  return false;
}

interface Sentence {
  readonly from: number;
  readonly to: number;
  /** The keys it cites, each with its place. */
  readonly cited: ReadonlyArray<readonly [key: string, citation: Citation]>;
}

/** Sentences with a citation; one behind the full stop belongs to the sentence before it. */
function sentencesOf(source: string, start: number, citations: readonly Citation[]): Sentence[] {
  let text = source.replace(/[\r\n]/g, " ");
  for (const { from, to } of citations) text = text.slice(0, from - start) + " ".repeat(to - from) + text.slice(to - start);
  return [...SENTENCES.segment(text)].flatMap(({ index, segment }) => {
    const from = start + index;
    const to = from + source.slice(index, index + segment.length).trimEnd().length;
    const own = citations.filter((citation) => citation.from >= from && citation.from < to);
    const cited = own.flatMap((citation) => citation.keys.map((key) => [key, citation] as const));
    return cited.length > 0 ? [{ from, to, cited }] : [];
  });
}

const SENTENCES = new Intl.Segmenter("en", { granularity: "sentence" });
