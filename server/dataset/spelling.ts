/** Finds the names that are spelled nearly like a word. */
import type { Dataset } from "./dataset";
import { foldName, LONGEST } from "./fold";
import { hash } from "./hash";
import type { Lexicon } from "./lexicon";
import type { Sections } from "./pack";
import { slipCost } from "./slips";
import { type Nearest, type Shape, SpellingIndex } from "./spellingIndex";

/** A name near a misspelling. */
export interface Near {
  readonly name: number;
  /** What is proposed for the word: the name, or one word of it where it has several. */
  readonly text: string;
  /** Edits between the two: letters inserted, dropped, replaced, or swapped with their neighbour. */
  readonly distance: number;
  /** How unlikely it is that this was meant, in bits; only the order counts. */
  readonly cost: number;
  /** How unlikely the slip alone is, however well known the name is. */
  readonly slip: number;
}

/** How much it counts how well known a name is, against how likely the slip is. */
const WEIGHT = 0.6;

/** How many words are remembered. */
const MOST_HELD = 4096;

/** The search for near spellings in a dataset; made when it is first asked for. */
export const spellingOf = (dataset: Dataset): Spelling => (dataset.spelling ??= new Spelling(dataset.lexicon, dataset.sections));

/** The names nearest to a word, within two edits, the likeliest first, at most so many; empty where there is none. */
export const namesNear = (dataset: Dataset, word: string, most: number): string[] =>
  [...new Set(Array.from(spellingOf(dataset).nearest(word, 2), ({ name }) => dataset.lexicon.name(name)))].slice(0, most);

export class Spelling {
  private readonly lexicon: Lexicon;
  private readonly index: SpellingIndex;
  /** What was found for earlier words: a note has the same unknown words again and again. */
  private readonly held = new Map<string, readonly Near[]>();
  private readonly key = new Uint16Array(LONGEST + 1);
  private readonly edited = new Uint16Array(LONGEST + 1);
  private readonly other = new Uint16Array(LONGEST + 1);

  constructor(lexicon: Lexicon, sections: Sections) {
    this.lexicon = lexicon;
    this.index = new SpellingIndex(lexicon, sections);
  }

  /** Makes the index before it is asked for, in small steps. */
  making(): Generator<void> {
    return this.index.making();
  }

  /**
   * The names nearest to a word, by Damerau-Levenshtein distance (optimal string alignment) on folded keys.
   * @param word one word
   * @param most greatest distance looked for
   * @param shape what is looked among; the first letter must be equal, but in symbols, where it may be the slip
   * @returns the names of the smallest distance found, the likeliest first; empty when none is so near
   */
  nearest(word: string, most: number, shape: Shape = "word"): readonly Near[] {
    const asked = `${shape} ${most} ${word}`;
    let found = this.held.get(asked);
    if (!found) {
      found = this.search(word, most, shape);
      if (this.held.size >= MOST_HELD) this.held.clear();
      this.held.set(asked, found);
    }
    return found;
  }

  private search(word: string, most: number, shape: Shape): Near[] {
    const { index, key, lexicon } = this;
    const length = foldName(lexicon.fold, word, key);
    const first = key[0]!;
    if (length === 0 || first < 97 || first > 122) return [];
    const found: Nearest = { distance: most, written: [] };
    index.find(key, length, shape, first, found);
    const near: Near[] = [];
    if (shape === "symbol" && most > 0 && (found.distance > 0 || found.written.length === 0)) {
      this.firstLetter(length, near);
      if (near.length > 0 && found.distance > 1) found.written.length = 0;
      // one edit of the first letter was looked for already
      else if (near.length === 0 && found.written.length === 0 && most > 1)
        for (let letter = 97; letter <= 122; letter++) if (letter !== first) index.find(key, length, shape, letter, found);
    }
    found.written.sort((a, b) => a.at - b.at);
    for (const written of found.written) {
      const name = index.nameAt(written.at);
      const start = written.at - lexicon.startOf(name);
      const text = shape === "part" ? lexicon.name(name).slice(start, start + written.length) : lexicon.name(name);
      index.keyAt(written.at, written.length, this.other);
      near.push(this.near(name, text, found.distance, length, written.length));
    }
    near.sort((a, b) => a.cost - b.cost || a.name - b.name || a.text.length - b.text.length);
    const texts = new Set<string>();
    return near.filter(({ text }) => texts.size < texts.add(text).size);
  }

  /** Adds the symbols that one edit of the first letter makes. `key` holds the word's key. */
  private firstLetter(length: number, found: Near[]): void {
    const { key, lexicon, index, edited } = this;
    const take = (size: number) => {
      let name = lexicon.keys.first(edited, size, hash(edited, size));
      for (; name >= 0 && name < lexicon.size; name++) {
        if (index.knownOf(name) > 0) found.push(this.near(name, lexicon.name(name), 1, length, lexicon.keyOf(name, this.other)));
        if (name + 1 >= lexicon.size || !lexicon.isSameKey(name + 1)) break;
      }
    };
    edited.set(key.subarray(1, length));
    take(length - 1);
    if (length > 1 && key[0] !== key[1]) {
      edited.set(key.subarray(0, length));
      edited[0] = key[1]!;
      edited[1] = key[0]!;
      take(length);
    }
    // another letter in its place, then one before it
    for (const added of [0, 1]) {
      edited.set(key.subarray(0, length), added);
      for (let letter = 97; letter <= 122; letter++) {
        edited[0] = letter;
        if (letter !== key[0]) take(length + added);
      }
    }
  }

  private near(name: number, written: string, distance: number, length: number, otherLength: number): Near {
    const slip = slipCost(this.key, length, this.other, otherLength);
    const cost = slip - WEIGHT * this.index.knownOf(name);
    // in a gene's further names hyphens come and go (IL-6, IL6); in approved symbols they do not (HLA-A)
    const text = /^[A-Z0-9-]+$/.test(written) && this.lexicon.type(name) !== "symbol" ? written.replaceAll("-", "") : written;
    return { name, text, distance, cost, slip };
  }
}
