/**
 * The note: text, lines and its Markdown blocks, kept up to date edit by edit. A note never changes; an edit
 * makes a new one that takes over every block it did not touch, with all that was found in it.
 */
import { type Input, type PartialParse, type Tree, TreeFragment } from "@lezer/common";
import type { Dataset } from "../dataset/dataset";
import { type Bindings, bindingsOf, boundMentions, isBinding } from "./bindings";
import { type FrontMatter, readFrontMatter } from "./frontmatter";
import { frontMatterEnd, inputOf, unreadLines } from "./input";
import { editedLines, lineStartsOf, offsetIn, type Position, placeOf } from "./lines";
import { markdown } from "./markdown";
import { type Mention, reading } from "./mentions";
import { type Passage, passagesOf } from "./prose";
import { readingsOf } from "./readings";
import { lastUpTo } from "./search";

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
 * Looks whether a passage holds something to come back to, and keeps what it finds on the passage.
 * @param tree that of its block
 * @param source the block's text
 */
export type Look = (dataset: Dataset, passage: Passage, tree: Tree, source: string) => boolean;

/** How much further than asked the first parse of a long note goes, in UTF-16 units. */
const AHEAD = 2048;

export class Note {
  readonly uri: string;
  readonly languageId: string;
  readonly version: number;
  readonly text: string;
  private lineStarts: number[] | undefined;
  private lineInput: Input | undefined;
  private breaks = false;
  private unread = 0;
  private head: FrontMatter | undefined;
  /** The head of the note before the last edit; the same as long as its text is. */
  private headBefore: FrontMatter | undefined;
  /** What was parsed last, of this note or of one before it; `edited` is what has changed since. */
  private fragments: readonly TreeFragment[];
  private edited: Edited | undefined;
  private parsedTo = 0;
  private parse: PartialParse | undefined;
  private blocks: readonly Block[];
  private starts: readonly number[] = [];
  private bound: Bindings | undefined;
  /** Bindings of the note before the last edit. */
  private boundBefore: Bindings | undefined;

  private constructor(
    uri: string,
    languageId: string,
    version: number,
    text: string,
    fragments: readonly TreeFragment[],
    blocks: readonly Block[],
  ) {
    this.uri = uri;
    this.languageId = languageId;
    this.version = version;
    this.text = text;
    this.fragments = fragments;
    this.blocks = blocks;
  }

  /** A note as it is opened. */
  static create(uri: string, languageId: string, version: number, text: string): Note {
    return new Note(uri, languageId, version, text, [], []);
  }

  /**
   * The note after edits.
   * @param note the note before them
   * @param changes edits in order, each in terms of the note as the ones before left it; places outside it are moved to its edge
   */
  static update(note: Note, changes: readonly Change[], version: number): Note {
    let { text, fragments, edited } = note;
    let lines: number[] | undefined = note.lines();
    const frontMatter = frontMatterEnd(text);
    for (const change of changes) {
      if (!change.range) {
        text = change.text;
        fragments = [];
        edited = undefined;
        lines = undefined;
        continue;
      }
      lines ??= lineStartsOf(text);
      const a = offsetIn(text, lines, change.range.start);
      const b = offsetIn(text, lines, change.range.end);
      const [from, to] = a <= b ? [a, b] : [b, a];
      const after = text.slice(0, from) + change.text + text.slice(to);
      lines = editedLines(lines, text, after, from, to, change.text.length);
      // the units beside the edit count as changed: a carriage return there may join a line feed or lose it
      edited = joinEdits(edited, Math.max(0, from - 1), Math.min(text.length, to + 1), after.length - text.length);
      text = after;
    }
    if (note.breaks || frontMatterEnd(text) !== frontMatter) fragments = [];
    const next = new Note(note.uri, note.languageId, version, text, fragments, text === "" ? [] : note.blocks);
    next.edited = edited;
    next.boundBefore = note.bound ?? note.boundBefore;
    next.lineStarts = lines;
    next.headBefore = note.head ?? note.headBefore;
    // a reading chosen for a name holds in all blocks
    if (JSON.stringify(readingsOf(note.frontMatter)) === JSON.stringify(readingsOf(next.frontMatter))) return next;
    next.blocks = [];
    return next;
  }

  /** Count of lines; a note has at least one. */
  get lineCount(): number {
    return this.lines().length;
  }

  /** Text of a line, without its line end; empty outside the note. */
  lineAt(line: number): string {
    if (line < 0 || line >= this.lineCount) return "";
    const start = this.offsetAt({ line, character: 0 });
    return this.text.slice(start, this.offsetAt({ line, character: Number.POSITIVE_INFINITY }));
  }

  /** Count of lines that are not read since they, or the run they stand in, are too long for prose. Known once the note was parsed. */
  get unreadLines(): number {
    return this.unread;
  }

  /** What the note's head says; without content where there is none. */
  get frontMatter(): FrontMatter {
    const { headBefore, text } = this;
    if (this.head) return this.head;
    const isSame = headBefore !== undefined && headBefore.end === frontMatterEnd(text) && text.startsWith(headBefore.source);
    this.head = isSame ? headBefore : readFrontMatter(text);
    return this.head;
  }

  /** Offset of a place; one outside the note is moved to the nearest place inside. */
  offsetAt(position: Position): number {
    return offsetIn(this.text, this.lines(), position);
  }

  /** Place of an offset; one outside the note is moved to its edge. */
  positionAt(offset: number): Position {
    return placeOf(this.text, this.lines(), offset);
  }

  /**
   * Parses and reads the whole note in small steps, so that a server can answer others between them.
   * What was read is kept; going through it again costs next to nothing.
   */
  *readThrough(dataset: Dataset, look: Look): Generator<void> {
    yield* this.parsing(this.text.length);
    for (let i = 0; i < this.blocks.length; i++) {
      const block = this.blocks[i]!;
      if (block.notable?.dataset === dataset) continue;
      this.notable(block, this.starts[i]!, dataset, look);
      yield;
    }
  }

  /**
   * Calls `visit` with every passage of prose in order, names declared in the front matter first; its offsets count
   * from `start`. A visit that returns false ends it.
   */
  eachPassage(visit: (passage: Passage, start: number) => boolean | undefined): void {
    for (const slot of this.frontMatter.slots) if (visit(slot, 0) === false) return;
    this.parseTo(this.text.length);
    for (let i = 0; i < this.blocks.length; i++) {
      const start = this.starts[i]!;
      for (const passage of this.passages(this.blocks[i]!, start)) if (visit(passage, start) === false) return;
    }
  }

  /** The tree and text of the block that starts at an offset; nothing where none does. */
  blockAt(start: number): { tree: Tree; source: string } | undefined {
    const index = lastUpTo(this.starts.length, (i) => this.starts[i]!, start);
    const tree = this.starts[index] === start ? this.blocks[index]!.tree : undefined;
    return tree && { tree, source: this.text.slice(start, start + tree.length) };
  }

  /** Calls `visit` with the passages of the blocks in which `look` finds something, and those with a directive. */
  eachNotable(dataset: Dataset, look: Look, visit: (passage: Passage, start: number) => void): void {
    this.parseTo(this.text.length);
    for (let i = 0; i < this.blocks.length; i++) {
      const start = this.starts[i]!;
      for (const passage of this.notable(this.blocks[i]!, start, dataset, look)) visit(passage, start);
    }
  }

  /** The passage of prose at an offset, with the start its offsets count from; nothing where no prose is. Parses no further than needed. */
  passageAt(offset: number): { passage: Passage; start: number } | undefined {
    if (offset < this.frontMatter.end) {
      const slot = this.frontMatter.slots.find(({ from, to }) => from <= offset && offset <= to);
      return slot && { passage: slot, start: 0 };
    }
    this.parseTo(offset);
    const index = lastUpTo(this.starts.length, (i) => this.starts[i]!, offset);
    const block = this.blocks[index];
    if (!block) return undefined;
    const start = this.starts[index]!;
    for (const passage of this.passages(block, start)) {
      if (start + passage.from <= offset && offset <= start + passage.to) return { passage, start };
    }
    return undefined;
  }

  /** What the note as a whole says of its names. Reads what was not read yet: {@link readThrough} does so in steps. */
  bindings(dataset: Dataset): Bindings {
    if (this.bound?.dataset === dataset) return this.bound;
    this.parseTo(this.text.length);
    const binding = this.blocks.flatMap((block, i) => this.bindingPassages(block, this.starts[i]!, dataset));
    const isMentioned = (entity: number, otherThan: number) =>
      this.blocks.some((block, i) =>
        this.passages(block, this.starts[i]!).some((passage) =>
          reading(dataset, passage).mentions.some(({ names: [name] }) => name !== otherThan && dataset.lexicon.entity(name!) === entity),
        ),
      );
    this.bound = bindingsOf(dataset, binding, isMentioned, this.boundBefore);
    return this.bound;
  }

  /** The names in one of the note's passages, as its sentences and the note as a whole speak for them. */
  mentions(dataset: Dataset, passage: Passage): readonly Mention[] {
    return boundMentions(dataset, passage, this.bindings(dataset));
  }

  private bindingPassages(block: Block, start: number, dataset: Dataset): readonly Passage[] {
    if (block.binding?.dataset !== dataset) {
      const passages = this.passages(block, start).filter((passage) => isBinding(reading(dataset, passage)));
      block.binding = { dataset, passages };
    }
    return block.binding.passages;
  }

  /** Passages around an offset, in what is parsed already: at most so many on each side, and not beyond as many blocks. */
  passagesNear(offset: number, most: number): Passage[] {
    const index = lastUpTo(this.starts.length, (i) => this.starts[i]!, offset);
    const near: Passage[] = [];
    for (let i = Math.max(0, index - most); i <= index + most && i < this.starts.length; i++) {
      const passages = this.passages(this.blocks[i]!, this.starts[i]!);
      const at = lastUpTo(passages.length, (k) => passages[k]!.from, offset - this.starts[i]!);
      near.push(...passages.slice(Math.max(0, at - most), at + most));
    }
    return near;
  }

  private passages(block: Block, start: number): readonly Passage[] {
    if (!block.passages) {
      block.passages = passagesOf(block.tree, this.text.slice(start, start + block.tree.length));
      const readings = readingsOf(this.frontMatter);
      if (readings) for (const passage of block.passages) passage.readings = readings;
    }
    return block.passages;
  }

  private notable(block: Block, start: number, dataset: Dataset, look: Look): readonly Passage[] {
    if (block.notable?.dataset !== dataset) {
      const source = this.text.slice(start, start + block.tree.length);
      const passages = this.passages(block, start).filter((passage) => look(dataset, passage, block.tree, source) || passage.directive);
      block.notable = { dataset, passages };
    }
    return block.notable.passages;
  }

  private get input(): Input {
    if (!this.lineInput) {
      const { unread, breaks } = unreadLines(this.text, this.lines());
      // lines that end a run move with every edit before them: what was parsed with others is of no use
      if (breaks) this.fragments = [];
      this.breaks = breaks;
      this.unread = unread.length;
      this.lineInput = inputOf(this.text, this.lines(), unread);
    }
    return this.lineInput;
  }

  private lines(): number[] {
    this.lineStarts ??= lineStartsOf(this.text);
    return this.lineStarts;
  }

  /**
   * Parses in small steps until the block at `offset` is complete: first a little beyond it, and to the end where
   * that was not enough. Several may go on at once; they share the parse.
   */
  *parsing(offset: number): Generator<void> {
    const { length } = this.text;
    let stop: number | undefined = offset + AHEAD;
    while (this.parsedTo < length && offset >= (this.starts.at(-1) ?? 0)) {
      const parse = this.parse ?? this.startParse();
      this.parse = parse;
      if (stop !== undefined && stop < length && parse.stoppedAt === null) parse.stopAt(Math.max(stop, parse.parsedPos));
      stop = undefined;
      const tree = parse.advance();
      if (!tree) yield;
      else if (this.parse === parse) this.adopt(tree, Math.min(parse.stoppedAt ?? length, length));
    }
  }

  private parseTo(offset: number): void {
    for (const _ of this.parsing(offset));
  }

  private startParse(): PartialParse {
    const { input, edited, fragments } = this;
    return markdown.startParse(input, edited && fragments.length > 0 ? TreeFragment.applyChanges(fragments, [edited]) : fragments);
  }

  private adopt(tree: Tree, to: number): void {
    this.parse = undefined;
    this.edited = undefined;
    this.parsedTo = to;
    this.fragments = TreeFragment.addTree(tree, [], to < this.text.length);
    this.takeBlocks(tree);
  }

  /** Takes the tree's blocks, keeping those that are the same tree as before. */
  private takeBlocks(tree: Tree): void {
    const trees: Tree[] = [];
    const starts: number[] = [];
    collectBlocks(tree, 0, trees, starts);
    const old = this.blocks;
    const blocks: Block[] = new Array(trees.length);
    let front = 0;
    while (front < trees.length && old[front]?.tree === trees[front]) {
      blocks[front] = old[front]!;
      front++;
    }
    let back = 1;
    while (trees.length - back >= front && old.length - back >= front && old[old.length - back]!.tree === trees[trees.length - back]) {
      blocks[trees.length - back] = old[old.length - back]!;
      back++;
    }
    const kept =
      old.length - back >= front ? new Map(old.slice(front, old.length - back + 1).map((block) => [block.tree, block])) : undefined;
    for (let i = front; i <= trees.length - back; i++)
      blocks[i] = kept?.get(trees[i]!) ?? { tree: trees[i]!, passages: undefined, notable: undefined, binding: undefined };
    this.blocks = blocks;
    this.starts = starts;
  }
}

/** A range of the text that was parsed, and what it has become: [fromA, toA) is now [fromB, toB). */
interface Edited {
  readonly fromA: number;
  readonly toA: number;
  readonly fromB: number;
  readonly toB: number;
}

/**
 * The range of all edits so far and one more.
 * @param from start of the new edit, in the text as it is after the others
 * @param to its end there
 * @param growth by how much the text gets longer
 */
function joinEdits(before: Edited | undefined, from: number, to: number, growth: number): Edited {
  if (!before) return { fromA: from, toA: to, fromB: from, toB: to + growth };
  const fromB = Math.min(before.fromB, from);
  const toB = Math.max(before.toB, to);
  return { fromA: before.fromA - (before.fromB - fromB), toA: before.toA + (toB - before.toB), fromB, toB: toB + growth };
}

/** The blocks of a document tree, through the nameless nodes that balance it. */
function collectBlocks(tree: Tree, from: number, trees: Tree[], starts: number[]): void {
  for (let i = 0; i < tree.children.length; i++) {
    const child = tree.children[i] as Tree;
    const start = from + tree.positions[i]!;
    if (child.type.isAnonymous) collectBlocks(child, start, trees, starts);
    else {
      trees.push(child);
      starts.push(start);
    }
  }
}
