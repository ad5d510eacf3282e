/**
 * The note: its text, lines and Markdown blocks, kept up to date edit by edit. A note never changes; an edit makes a new one,
 * which takes over every block that the edit did not touch, with all that was found in it.
 */
import type { Dataset } from "../dataset/dataset";
import { type Bindings, bindingsOf, boundMentions } from "./bindings";
import { type Parsed, unparsed } from "./block";
import { Blocks } from "./blocks";
import { type FrontMatter, readFrontMatter } from "./frontmatter";
import { frontMatterEnd, grown } from "./input";
import { editedLines, type Lines, lineStartsOf, offsetIn, type Position, placeOf } from "./lines";
import type { Mention } from "./mentions";
import type { Passage } from "./passage";
import { reading } from "./reading";
import { readingsOf } from "./readings";
import { lastUpTo } from "./search";
import { EditedText } from "./text";

/** An edit: the text that replaces a range; without a range it replaces the whole note. */
export interface Change {
  readonly range?: { readonly start: Position; readonly end: Position };
  readonly text: string;
}

export class Note {
  readonly uri: string;
  readonly languageId: string;
  readonly version: number;
  private readonly source: EditedText;
  private lineStarts: Lines | undefined;
  /** The line that was last asked for: it is asked for again and again. */
  private lineHeld = { line: -1, text: "" };
  private head: FrontMatter | undefined;
  /** The front matter before the last edit; it stays the same as long as its text does. */
  private headBefore: FrontMatter | undefined;
  /** Its Markdown, behind the front matter. */
  readonly blocks: Blocks;
  /** For a cell of a notebook: all Markdown cells of that notebook in order. What one of them defines holds in all. */
  beside: readonly Note[] | undefined;
  private bound: Bindings | undefined;
  /** The cells that the bindings were made with. */
  private boundWith: readonly Note[] | undefined;
  /** Bindings of the note before the last edit. */
  private boundBefore: Bindings | undefined;
  private order: Map<Passage, number> | undefined;

  private constructor(uri: string, languageId: string, version: number, source: EditedText, parsed = unparsed(languageId, source)) {
    this.uri = uri;
    this.languageId = languageId;
    this.version = version;
    this.source = source;
    this.blocks = new Blocks(
      languageId,
      source,
      () => this.lines(),
      () => readingsOf(this.frontMatter),
      parsed,
    );
  }

  /** A note as it is opened. */
  static create(uri: string, languageId: string, version: number, text: string): Note {
    return new Note(uri, languageId, version, EditedText.of(text));
  }

  /** All of its text. */
  get text(): string {
    return this.source.toString();
  }

  /** A part of its text. */
  slice(from: number, to: number): string {
    return this.source.slice(from, to);
  }

  /**
   * The note after edits.
   * @param note the note before them
   * @param changes edits in order, each relative to the note as the ones before left it; places outside it are moved to its edge
   */
  static update(note: Note, changes: readonly Change[], version: number): Note {
    let { source } = note;
    let lines = note.lines();
    let parsed: Parsed | undefined = note.blocks.parsed;
    for (const change of changes) {
      if (!change.range) {
        source = EditedText.of(change.text);
        lines = lineStartsOf(change.text);
        parsed = undefined;
        continue;
      }
      const a = offsetIn(source, lines, change.range.start);
      const b = offsetIn(source, lines, change.range.end);
      const [from, to] = a <= b ? [a, b] : [b, a];
      const after = source.edited(from, to, change.text);
      const growth = after.length - source.length;
      // the units beside the edit count as changed: a carriage return there may join a line feed or lose it
      const [first, last] = [Math.max(0, from - 1), Math.min(source.length, to + 1)];
      const held = lines;
      const lineStart = (offset: number) => held[lastUpTo(held.length, (i) => held[i]!, offset)]!;
      parsed &&= {
        outline: parsed.outline.edited(first, last, growth, lineStart),
        edited: parsed.edited && grown(parsed.edited, from, to, growth),
      };
      lines = editedLines(lines, source, after, from, to, change.text.length);
      source = after;
    }
    const next = note.next(version, source, lines, parsed);
    const [before, now] = [note.frontMatter, next.frontMatter];
    // Markdown begins where the head ends, and a reading chosen for a name holds in all blocks
    const isReadAlike =
      now === before || (now.end === before.end && JSON.stringify(readingsOf(now)) === JSON.stringify(readingsOf(before)));
    return isReadAlike ? next : note.next(version, source, lines);
  }

  private next(version: number, source: EditedText, lines: Lines, parsed?: Parsed): Note {
    const next = new Note(this.uri, this.languageId, version, source, parsed);
    next.boundBefore = this.bound ?? this.boundBefore;
    next.lineStarts = lines;
    next.headBefore = this.head ?? this.headBefore;
    return next;
  }

  /**
   * Drops everything that can be found again in the text when asked for. A cell keeps it, since the cells of a notebook are read
   * together.
   */
  rest(): void {
    if (this.beside) return;
    this.blocks.rest();
    this.lineStarts = undefined;
    this.unbind();
  }

  /** Forgets the bindings: other cells may stand before this one now. */
  unbind(): void {
    this.bound = this.boundBefore = this.order = undefined;
  }

  /** Length of its text, in UTF-16 units. */
  get length(): number {
    return this.source.length;
  }

  /** Count of lines; a note has at least one. */
  get lineCount(): number {
    return this.lines().length;
  }

  /** Text of a line, without its line end; empty outside the note. */
  lineAt(line: number): string {
    if (line < 0 || line >= this.lineCount) return "";
    if (line !== this.lineHeld.line) {
      const start = this.offsetAt({ line, character: 0 });
      this.lineHeld = { line, text: this.source.slice(start, this.offsetAt({ line, character: Number.POSITIVE_INFINITY })) };
    }
    return this.lineHeld.text;
  }

  /** The note's front matter; one without content if it has none. */
  get frontMatter(): FrontMatter {
    const { headBefore, source } = this;
    if (this.head) return this.head;
    const isSame = headBefore !== undefined && headBefore.end === frontMatterEnd(source) && source.startsWith(headBefore.source);
    this.head = isSame ? headBefore : readFrontMatter(this.text);
    return this.head;
  }

  /** Offset of a place; one outside the note is moved to the nearest place inside. */
  offsetAt(position: Position): number {
    return offsetIn(this.source, this.lines(), position);
  }

  /** Place of an offset; one outside the note is moved to its edge. */
  positionAt(offset: number): Position {
    return placeOf(this.source, this.lines(), offset);
  }

  /**
   * Calls `visit` with every passage of prose in order, names declared in the front matter first; its offsets count
   * from `start`. A visit that returns false ends it.
   */
  eachPassage(visit: (passage: Passage, start: number) => unknown): void {
    for (const slot of this.frontMatter.slots) if (visit(slot, 0) === false) return;
    this.blocks.eachPassage(visit);
  }

  /** As {@link Note.eachPassage}, in small steps; parses to the end. */
  *visiting(visit: (passage: Passage, start: number) => unknown): Generator<void> {
    for (const slot of this.frontMatter.slots) if (visit(slot, 0) === false) return;
    yield* this.blocks.visiting(visit);
  }

  /** The passage of prose at an offset, with the start its offsets count from; nothing where no prose is. Parses no further than needed. */
  passageAt(offset: number): { passage: Passage; start: number } | undefined {
    if (offset < this.frontMatter.end) {
      const slot = this.frontMatter.slots.find(({ from, to }) => from <= offset && offset <= to);
      return slot && { passage: slot, start: 0 };
    }
    return this.blocks.passageAt(offset);
  }

  /** Reads in small steps what {@link Note.bindings} needs. */
  *readBindings(dataset: Dataset): Generator<void> {
    for (const { blocks } of this.beside ?? [this]) yield* blocks.readBinding(dataset);
  }

  /** Reads in small steps what {@link Note.explained} tells. */
  *readExplained(dataset: Dataset): Generator<void> {
    for (const { blocks } of this.beside ?? [this]) yield* blocks.readExplained(dataset);
  }

  /** Reads in small steps what {@link Note.mentions} tells of all passages. */
  *readMentions(dataset: Dataset): Generator<void> {
    yield* this.readBindings(dataset);
    const passages: Passage[] = [];
    this.eachPassage((passage) => passages.push(passage));
    for (const passage of passages) {
      this.mentions(dataset, passage);
      yield;
    }
  }

  /** What the note as a whole, with the cells beside it, says of its names. Reads what was not read yet. */
  bindings(dataset: Dataset): Bindings {
    if (this.bound?.dataset === dataset && this.boundWith === this.beside) return this.bound;
    const notes = this.beside ?? [this];
    const isMentioned = (entity: number, otherThan: number) => {
      const isIt = ({ names: [name] }: Mention) => name !== otherThan && dataset.lexicon.entity(name!) === entity;
      return notes.some(({ blocks }) => {
        let isFound = false;
        blocks.eachPassage((passage) => {
          isFound = reading(dataset, passage).mentions.some(isIt);
          return !isFound;
        });
        return isFound;
      });
    };
    const binding = notes.flatMap(({ blocks }) => [...blocks.binding(dataset)]);
    this.bound = bindingsOf(dataset, binding, isMentioned, this.bound ?? this.boundBefore);
    this.boundWith = this.beside;
    this.order = undefined;
    return this.bound;
  }

  /** The abbreviations that the note explains somewhere, or another cell of its notebook, and that are no proteins. */
  explained(dataset: Dataset): ReadonlySet<string> {
    const explained = new Set<string>();
    for (const { blocks } of this.beside ?? [this]) blocks.addExplained(dataset, explained);
    return explained;
  }

  /** The names in one of the note's passages, with what the note as a whole says of them. */
  mentions(dataset: Dataset, passage: Passage): readonly Mention[] {
    return boundMentions(dataset, passage, this.bindings(dataset), (other) => this.orderOf(other));
  }

  /** The place of a passage among all; counted once, and only for a note that defines an abbreviation twice. */
  private orderOf(passage: Passage): number {
    if (!this.order) {
      const order = new Map<Passage, number>();
      for (const { blocks } of this.beside ?? [this]) blocks.eachPassage((one) => order.set(one, order.size));
      this.order = order;
    }
    return this.order.get(passage) ?? -1;
  }

  private lines(): Lines {
    this.lineStarts ??= lineStartsOf(this.text);
    return this.lineStarts;
  }
}
