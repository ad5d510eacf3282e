/**
 * Every name, compiled: what it is, which names are spelled in a given way, which begin in a given way. (For names in a text see
 * `scan.ts`, for near spellings `spelling.ts`.)
 *
 * A name is a number: its index in the order of the keys, so that names with equal keys are neighbours. All else stands in columns
 * of bytes; no object is made for a name. ARCHITECTURE.md describes the layout.
 */
import { Entities } from "./entities";
import { type Codes, type FoldTable, foldCodes, foldName, LONGEST, WORD } from "./fold";
import { hash, inFilter } from "./hash";
import { HashSet } from "./hashSet";
import { Keys } from "./keys";
import { type Context, contextOf, letterCaseOf, type NameType, POINTER, type Policy, SAME_KEY, typeOf, VETOED } from "./nameFlags";
import { NameText } from "./nameText";
import { bytes, type Sections, uint16, uint32 } from "./pack";
import { Prefixes } from "./prefixes";
import { type Found, Scanner } from "./scan";
import { Sorts } from "./sorts";

/** The first two codes of a word as one number; the second is 0 where it has one only. */
export const continuation = (first: number, second: number): number => (first << 16) | second;

const HYPHEN = 45;

/** How many letters of a word {@link Lexicon.beginsWord} looks at. */
export const LONGEST_BEGINNING = 6;

export class Lexicon {
  readonly fold: FoldTable;
  /** Count of names. */
  readonly size: number;
  /** All names as they are written, in UTF-8; a name stands there once {@link Lexicon.startOf} or {@link Lexicon.endOf} was asked for it. */
  readonly text: Uint8Array;
  private readonly names: NameText;
  private readonly entities: Entities;
  private readonly sorts: Sorts;
  /** The places where a name goes on behind a word: see {@link Lexicon.goesOn}. */
  private readonly beginnings: HashSet;
  /** Words that are no misspellings: those of English, and those inside known names. */
  private readonly words: HashSet;
  /** Bloom filters of the words inside folders' own names, and of the places where such a name goes on; empty where there are none. */
  private readonly ownWords: Uint32Array;
  private readonly ownBeginnings: Uint32Array;
  /** The beginnings of English words. */
  private readonly wordBeginnings: HashSet;
  private readonly key = new Uint16Array(LONGEST + 1);
  private readonly nameCodes = new Uint16Array(1024);
  private readonly written = { codes: this.nameCodes, length: 0 };
  /** Finds keys among the names. */
  readonly keys: Keys;
  private readonly scanner: Scanner;
  private readonly prefixes: Prefixes;

  /** @param sections the compiled dataset */
  constructor(sections: Sections) {
    this.fold = { kind: bytes(sections, "foldKind"), code: uint16(sections, "foldCode") };
    this.sorts = new Sorts(sections);
    this.size = this.sorts.size;
    this.names = new NameText(sections, this.size);
    this.text = this.names.bytes;
    this.entities = new Entities(sections);
    this.beginnings = new HashSet(bytes(sections, "beginnings"));
    this.words = new HashSet(bytes(sections, "words"));
    this.ownWords = uint32(sections, "ownWords");
    this.ownBeginnings = uint32(sections, "ownBeginnings");
    this.wordBeginnings = new HashSet(bytes(sections, "wordBeginnings"));
    this.keys = new Keys(this, new HashSet(bytes(sections, "keys")), uint32(sections, "ownKeys"));
    this.scanner = new Scanner(this);
    this.prefixes = new Prefixes(this, this.keys, this.sorts);
  }

  /** A name as it is written in the dataset. */
  name(index: number): string {
    const length = this.decode(index);
    // a text decoder costs several times as much
    return String.fromCharCode.apply(null, this.nameCodes.subarray(0, length) as unknown as number[]);
  }

  /** The entity that a name stands for. */
  entity(index: number): number {
    return this.entities.of(index);
  }

  /** The name to show for an entity. */
  preferred(entity: number): number {
    return this.entities.preferred(entity);
  }

  /** The name in words of what has no record and is shown by its symbol; nothing where it has none. Looks through all names. */
  fullName(entity: number): string | undefined {
    const [best] = this.namesOf(entity, "preferred").sort((a, b) => this.rank(a) - this.rank(b));
    return best === undefined ? undefined : this.name(best);
  }

  /** All names of an entity, or those of one type. Looks through all names, which takes a millisecond. */
  namesOf(entity: number, type?: NameType): number[] {
    const found: number[] = [];
    for (let name = 0; name < this.size; name++)
      if ((type === undefined || this.type(name) === type) && this.entities.of(name) === entity) found.push(name);
    return found;
  }

  /** The type of a name. */
  type(index: number): NameType {
    return typeOf(this.sorts.flags(index));
  }

  /** What must stand in the sentence for the name to count. */
  context(index: number): Context {
    return contextOf(this.sorts.flags(index));
  }

  /** Whether words beside it may rule the name out (`not_before`, `not_after` in its record). */
  isVetoed(index: number): boolean {
    return (this.sorts.flags(index) & VETOED) !== 0;
  }

  /** Whether a name only points to its entity ("VEGF inhibitors"), so that names inside it count as well. */
  isPointer(index: number): boolean {
    return (this.sorts.flags(index) & POINTER) !== 0;
  }

  /** Order among completions, 0 (first) to 255 (never offered). */
  rank(index: number): number {
    return this.sorts.rank(index);
  }

  /** Whether a word is an ordinary one (American or British English, or part of a known name), in any letter case. */
  isWord(word: string): boolean {
    return this.isWordHash(hash(this.key, foldName(this.fold, word, this.key)));
  }

  /** Whether a word is spelled like a name, whatever its case or context. */
  isName(word: string): boolean {
    return this.lookUp(word).length > 0;
  }

  /** Whether a word is neither an ordinary one nor a name. */
  isUnknown(word: string): boolean {
    return !this.isWord(word) && !this.isName(word);
  }

  /**
   * Whether an English word begins with these letters; names of people and places count only if the first is a capital. Looks at
   * the first {@link LONGEST_BEGINNING} letters; false for fewer than three.
   */
  beginsWord(beginning: string): boolean {
    const length = Math.min(foldName(this.fold, beginning, this.key), LONGEST_BEGINNING);
    if (length < 3) return false;
    const h = hash(this.key, length);
    const isCapital = beginning[0] !== beginning[0]!.toLowerCase();
    return this.wordBeginnings.has(h) || (isCapital && this.wordBeginnings.has(h, 1));
  }

  /** Whether a hash is that of an ordinary word's key. */
  isWordHash(h: number): boolean {
    // a look behind a filter's end would make every later look slow
    return this.words.has(h) || (this.ownWords.length > 0 && inFilter(this.ownWords, h));
  }

  /** Whether a name may go on, behind a key with this hash, with a word that begins with these two codes; if false, certainly none does. */
  goesOn(h: number, first: number, second: number): boolean {
    const next = continuation(first, second);
    return this.beginnings.has(h, next) || (this.ownBeginnings.length > 0 && inFilter(this.ownBeginnings, h, next));
  }

  /** Whether a name has the same key as the one before it. */
  isSameKey(index: number): boolean {
    return (this.sorts.flags(index) & SAME_KEY) !== 0;
  }

  /** What letter case a name asks for. */
  letterCase(index: number): Policy["letterCase"] {
    return letterCaseOf(this.sorts.flags(index));
  }

  /** The names in a text and its unknown words; see {@link Scanner.scan}. */
  scan(text: string) {
    return this.scanner.scan(text);
  }

  /** The names in a text. */
  find(text: string): readonly Found[] {
    return this.scanner.scan(text).names;
  }

  /** All names that are spelled like `word`, whatever their case or context; empty when there is none. */
  lookUp(word: string): number[] {
    const length = foldName(this.fold, word, this.key);
    const names: number[] = [];
    for (let name = this.keys.first(this.key, length, hash(this.key, length)); name >= 0 && name < this.size; name++) {
      if (names.length > 0 && !this.isSameKey(name)) break;
      names.push(name);
    }
    return names;
  }

  /** The names that begin as was typed; see {@link Prefixes.complete}. */
  complete(beginning: string, limit: number, also: readonly number[] = []): number[] {
    return this.prefixes.complete(beginning, limit, also);
  }

  /** The UTF-16 codes of a name as it is written, and how many they are. The next call overwrites them. */
  codesOf(name: number): { readonly codes: Codes; readonly length: number } {
    this.written.length = this.decode(name);
    return this.written;
  }

  /** Folds a name of the lexicon; returns the length of its key. */
  keyOf(name: number, into: Codes): number {
    const { text, fold } = this;
    let size = 0;
    for (let at = this.names.start(name), end = this.names.end(name); at < end; at++) {
      const b = text[at]!;
      if (b < 0x80 && fold.kind[b] === WORD) into[size++] = fold.code[b]!;
      // a hyphen folds to nothing; any other character has its rules
      else if (b !== HYPHEN) return foldCodes(fold, this.nameCodes, this.decode(name), into);
    }
    return size;
  }

  /** Where a name starts among the bytes of all names. */
  startOf(name: number): number {
    return this.names.start(name);
  }

  /** Where it ends. */
  endOf(name: number): number {
    return this.names.end(name);
  }

  /** Decodes a name's UTF-8 into `nameCodes`; returns its length in UTF-16 units. */
  private decode(name: number): number {
    const { text, nameCodes } = this;
    const end = this.names.end(name);
    let length = 0;
    for (let at = this.names.start(name); at < end && length < nameCodes.length; ) {
      const b = text[at++]!;
      if (b < 0x80) nameCodes[length++] = b;
      else if (b < 0xe0) nameCodes[length++] = ((b & 0x1f) << 6) | (text[at++]! & 0x3f);
      else {
        const code = b < 0xf0 ? ((b & 0x0f) << 12) | ((text[at]! & 0x3f) << 6) | (text[at + 1]! & 0x3f) : 0xfffd;
        nameCodes[length++] = code;
        at += b < 0xf0 ? 2 : 3;
      }
    }
    return length;
  }
}
