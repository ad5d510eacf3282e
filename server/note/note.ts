/**
 * The note: text, lines and its Markdown blocks, kept up to date edit by edit. A note never changes; an edit
 * makes a new one that takes over every block it did not touch, with all that was found in it.
 */
import type { Tree } from "@lezer/common";
import type { Dataset } from "../dataset/dataset";
import { type Bindings, bindingsOf, boundMentions, isBinding } from "./bindings";
import { type FrontMatter, readFrontMatter } from "./frontmatter";
import { frontMatterEnd, grown, inputOf, NOTHING, type Part, unreadLines } from "./input";
import { editedLines, type Lines, lineStartsOf, offsetIn, type Position, placeOf } from "./lines";
import { parserFor } from "./markdown";
import { type Mention, reading } from "./mentions";
import { Outline } from "./outline";
import type { Passage } from "./passage";
import { passagesOf } from "./prose";
import { readingsOf } from "./readings";
import { lastUpTo } from "./search";
import { EditedText, type Text } from "./text";

/** An edit: the text that replaces a range, or the whole note where there is no range. */
export interface Change {
  readonly range?: { readonly start: Position; readonly end: Position };
  readonly text: string;
}

/** A top-level block of the note. What is derived from it is kept on it; offsets in it count from its start. */
export interface Block {
  readonly tree: Tree;
  passages: readonly Passage[] | undefined;
  /** The passages with a directive, or with something that was looked for, for one dataset. */
  notable: { readonly dataset: Dataset; readonly passages: readonly Passage[] } | undefined;
  /** The passages that have a say in what the note's abbreviations mean, for one dataset. */
  binding: { readonly dataset: Dataset; readonly passages: readonly Passage[] } | undefined;
}

/**
 * Looks whether a passage holds something to come back to, at once or in small steps, and keeps what it finds on the passage.
 * @param tree that of its block
 * @param source the block's text
 */
export type Look = (dataset: Dataset, passage: Passage, tree: Tree, source: string) => boolean | Generator<void, boolean>;

/** What is farther from a place, in UTF-16 units, is not near it. */
const FAR = 1 << 13;

const newBlock = (tree: Tree): Block => ({ tree, passages: undefined, notable: undefined, binding: undefined });

export class Note {
  readonly uri: string;
  readonly languageId: string;
  readonly version: number;
  private readonly source: EditedText;
  private lineStarts: Lines | undefined;
  /** The line that was asked for last: it is asked for again and again. */
  private lineHeld = { line: -1, text: "" };
  private parserInput: Text | undefined;
  /** The part of the text that was edited since all of its lines were known to be read; nothing where that is not known. */
  private edited: Part | undefined;
  private breaks = false;
  private unread = 0;
  private head: FrontMatter | undefined;
  /** The head of the note before the last edit; the same as long as its text is. */
  private headBefore: FrontMatter | undefined;
  private outline: Outline<Block>;
  /** Where it is a cell of a notebook: all of its Markdown cells in order. What one of them defines holds in all. */
  beside: readonly Note[] | undefined;
  private bound: Bindings | undefined;
  /** The cells that were beside it then. */
  private boundWith: readonly Note[] | undefined;
  /** Bindings of the note before the last edit. */
  private boundBefore: Bindings | undefined;
  private order: Map<Passage, number> | undefined;

  private constructor(uri: string, languageId: string, version: number, source: EditedText, outline: Outline<Block>) {
    this.uri = uri;
    this.languageId = languageId;
    this.version = version;
    this.source = source;
    this.outline = outline;
  }

  /** A note as it is opened. */
  static create(uri: string, languageId: string, version: number, text: string): Note {
    return new Note(uri, languageId, version, EditedText.of(text), unparsed(languageId, text));
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
   * @param changes edits in order, each in terms of the note as the ones before left it; places outside it are moved to its edge
   */
  static update(note: Note, changes: readonly Change[], version: number): Note {
    let { source, outline } = note;
    let edited = note.parserInput === undefined ? note.edited : note.unread === 0 ? NOTHING : undefined;
    let lines = note.lines();
    for (const change of changes) {
      if (!change.range) {
        source = EditedText.of(change.text);
        lines = lineStartsOf(change.text);
        outline = unparsed(note.languageId, source);
        edited = undefined;
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
      outline = outline.edited(first, last, growth, (offset) => held[lastUpTo(held.length, (i) => held[i]!, offset)]!);
      lines = editedLines(lines, source, after, from, to, change.text.length);
      edited &&= grown(edited, from, to, growth);
      source = after;
    }
    if (note.breaks || frontMatterEnd(source) !== frontMatterEnd(note.source)) outline = unparsed(note.languageId, source);
    const next = new Note(note.uri, note.languageId, version, source, outline);
    next.boundBefore = note.bound ?? note.boundBefore;
    next.lineStarts = lines;
    next.edited = edited;
    next.headBefore = note.head ?? note.headBefore;
    // a reading chosen for a name holds in all blocks
    if (JSON.stringify(readingsOf(note.frontMatter)) === JSON.stringify(readingsOf(next.frontMatter))) return next;
    next.outline = unparsed(note.languageId, source);
    return next;
  }

  /** Lets go of all that is found again in its text when it is asked for. Cells are read together, and keep theirs. */
  rest(): void {
    if (this.beside) return;
    this.outline = unparsed(this.languageId, this.source);
    this.parserInput = this.edited = this.lineStarts = undefined;
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

  /** Count of the blocks that are parsed: more as the note is read, none once it rests. */
  get blockCount(): number {
    return this.outline.blocks.length;
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

  /** Count of lines that are not read since they, or the run they stand in, are too long for prose. Known once the note was parsed. */
  get unreadLines(): number {
    return this.unread;
  }

  /** What the note's head says; without content where there is none. */
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
   * Parses and reads the whole note in small steps, so that a server can answer others between them.
   * What was read is kept; going through it again costs next to nothing.
   */
  *readThrough(dataset: Dataset, look: Look): Generator<void> {
    yield* this.parsing(this.source.length);
    const { blocks, starts } = this.outline;
    for (let i = 0; i < blocks.length; i++) {
      if (blocks[i]!.notable?.dataset !== dataset) yield* this.looking(blocks[i]!, starts[i]!, dataset, look);
    }
  }

  /**
   * Calls `visit` with every passage of prose in order, names declared in the front matter first; its offsets count
   * from `start`. A visit that returns false ends it.
   */
  eachPassage(visit: (passage: Passage, start: number) => boolean | undefined): void {
    for (const slot of this.frontMatter.slots) if (visit(slot, 0) === false) return;
    this.parseTo(this.source.length);
    for (let i = 0; i < this.outline.blocks.length; i++) {
      const start = this.outline.starts[i]!;
      for (const passage of this.passages(this.outline.blocks[i]!, start)) if (visit(passage, start) === false) return;
    }
  }

  /** The tree and text of the block that starts at an offset; nothing where none does. */
  blockAt(start: number): { tree: Tree; source: string } | undefined {
    const index = lastUpTo(this.outline.starts.length, (i) => this.outline.starts[i]!, start);
    const tree = this.outline.starts[index] === start ? this.outline.blocks[index]!.tree : undefined;
    return tree && { tree, source: this.source.slice(start, start + tree.length) };
  }

  /** Calls `visit` with the passages of the blocks in which `look` finds something, and those with a directive. */
  eachNotable(dataset: Dataset, look: Look, visit: (passage: Passage, start: number) => void): void {
    this.parseTo(this.source.length);
    const { blocks, starts } = this.outline;
    for (let i = 0; i < blocks.length; i++) {
      const block = blocks[i]!;
      if (block.notable?.dataset !== dataset) for (const _ of this.looking(block, starts[i]!, dataset, look));
      const { passages } = block.notable!;
      if (passages.length > 0) for (const passage of passages) visit(passage, starts[i]!);
    }
  }

  /** The passage of prose at an offset, with the start its offsets count from; nothing where no prose is. Parses no further than needed. */
  passageAt(offset: number): { passage: Passage; start: number } | undefined {
    if (offset < this.frontMatter.end) {
      const slot = this.frontMatter.slots.find(({ from, to }) => from <= offset && offset <= to);
      return slot && { passage: slot, start: 0 };
    }
    this.parseTo(offset);
    const index = lastUpTo(this.outline.starts.length, (i) => this.outline.starts[i]!, offset);
    const block = this.outline.blocks[index];
    if (!block) return undefined;
    const start = this.outline.starts[index]!;
    const there = this.passages(block, start).filter(({ from, to }) => start + from <= offset && offset <= start + to);
    // a name that a link declares stands inside another passage
    const passage = there.find(({ slot }) => slot) ?? there[0];
    return passage && { passage, start };
  }

  /** Reads in small steps what {@link bindings} asks of the whole note. */
  *readBindings(dataset: Dataset): Generator<void> {
    for (const note of this.beside ?? [this]) {
      yield* note.parsing(note.source.length);
      const { blocks, starts } = note.outline;
      for (let i = 0; i < blocks.length; i++) {
        if (blocks[i]!.binding?.dataset === dataset) continue;
        note.bindingPassages(blocks[i]!, starts[i]!, dataset);
        yield;
      }
    }
  }

  /** What the note as a whole, with the cells beside it, says of its names. Reads what was not read yet. */
  bindings(dataset: Dataset): Bindings {
    if (this.bound?.dataset === dataset && this.boundWith === this.beside) return this.bound;
    const notes = this.beside ?? [this];
    const passages = function* (of: (note: Note, block: Block, start: number) => readonly Passage[]): Generator<Passage> {
      for (const note of notes) for (const [i, block] of note.outline.blocks.entries()) yield* of(note, block, note.outline.starts[i]!);
    };
    for (const note of notes) note.parseTo(note.source.length);
    const binding = [...passages((note, block, start) => note.bindingPassages(block, start, dataset))];
    const isMentioned = (entity: number, otherThan: number) => {
      for (const passage of passages((note, block, start) => note.passages(block, start)))
        if (reading(dataset, passage).mentions.some(({ names: [name] }) => name !== otherThan && dataset.lexicon.entity(name!) === entity))
          return true;
      return false;
    };
    this.bound = bindingsOf(dataset, binding, isMentioned, this.bound ?? this.boundBefore);
    this.boundWith = this.beside;
    this.order = undefined;
    return this.bound;
  }

  /** The names in one of the note's passages, as its sentences and the note as a whole speak for them. */
  mentions(dataset: Dataset, passage: Passage): readonly Mention[] {
    return boundMentions(dataset, passage, this.bindings(dataset), (other) => this.orderOf(other));
  }

  /** The place of a passage among all; counted once, and only for a note that defines an abbreviation twice. */
  private orderOf(passage: Passage): number {
    if (!this.order) {
      this.order = new Map();
      for (const note of this.beside ?? [this])
        for (const [i, block] of note.outline.blocks.entries())
          for (const one of note.passages(block, note.outline.starts[i]!)) this.order.set(one, this.order.size);
    }
    return this.order.get(passage) ?? -1;
  }

  private bindingPassages(block: Block, start: number, dataset: Dataset): readonly Passage[] {
    if (block.binding?.dataset !== dataset) {
      const passages = this.passages(block, start).filter((passage) => isBinding(reading(dataset, passage)));
      block.binding = { dataset, passages };
    }
    return block.binding.passages;
  }

  /** Passages around an offset, in what is parsed already: at most so many on each side, not beyond as many blocks, and none far away. */
  passagesNear(offset: number, most: number): Passage[] {
    const { blocks, starts } = this.outline;
    const index = lastUpTo(starts.length, (i) => starts[i]!, offset);
    const near: Passage[] = [];
    for (let i = Math.max(0, index - most); i <= index + most && i < starts.length; i++) {
      const start = starts[i]!;
      if (start + blocks[i]!.tree.length < offset - FAR || start > offset + FAR) continue;
      const passages = this.passages(blocks[i]!, start);
      const at = lastUpTo(passages.length, (k) => passages[k]!.from, offset - start);
      const here = passages.slice(Math.max(0, at - most), at + most);
      near.push(...here.filter(({ from, to }) => start + to > offset - FAR && start + from < offset + FAR));
    }
    return near;
  }

  private passages(block: Block, start: number): readonly Passage[] {
    if (!block.passages) {
      block.passages = passagesOf(block.tree, this.source.slice(start, start + block.tree.length));
      const readings = readingsOf(this.frontMatter);
      if (readings) for (const passage of block.passages) passage.readings = readings;
    }
    return block.passages;
  }

  /** Looks at the passages of a block, which is done once for each dataset; the block's `notable` are kept on it. */
  private *looking(block: Block, start: number, dataset: Dataset, look: Look): Generator<void> {
    const source = this.source.slice(start, start + block.tree.length);
    const passages: Passage[] = [];
    for (const passage of this.passages(block, start)) {
      const looked = look(dataset, passage, block.tree, source);
      if ((typeof looked === "boolean" ? looked : yield* looked) || passage.directive) passages.push(passage);
      yield;
    }
    block.notable = { dataset, passages };
  }

  /** What the parser reads; as long as the text. */
  private get input(): Text {
    if (this.parserInput === undefined) {
      const { source } = this;
      const { unread, breaks } = unreadLines(source, this.lines(), this.edited);
      // lines that end a run move with every edit before them: what was parsed with others is of no use
      if (breaks) this.outline = unparsed(this.languageId, source);
      this.breaks = breaks;
      this.unread = unread.length;
      this.parserInput = unread.length > 0 || source.mayHaveReturn ? inputOf(this.text, this.lines(), unread) : source;
    }
    return this.parserInput;
  }

  private lines(): Lines {
    this.lineStarts ??= lineStartsOf(this.text);
    return this.lineStarts;
  }

  /** Parses in small steps until the block at `offset` is complete. Several may go on at once. */
  *parsing(offset: number): Generator<void> {
    const { input } = this;
    yield* this.outline.parsing(input, offset);
  }

  private parseTo(offset: number): void {
    for (const _ of this.parsing(offset));
  }
}

const unparsed = (languageId: string, text: Text): Outline<Block> => new Outline(frontMatterEnd(text), newBlock, parserFor(languageId));
