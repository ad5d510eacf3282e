/**
 * The note: text, lines and its Markdown blocks, kept up to date edit by edit. A note never changes; an edit
 * makes a new one that takes over every block it did not touch, with all that was found in it.
 */
import { type Input, type PartialParse, type Tree, TreeFragment } from "@lezer/common";
import { parser as commonmark, GFM } from "@lezer/markdown";
import type { Dataset } from "../dataset/dataset";
import { type Passage, passagesOf } from "./prose";
import { unknownWords } from "./words";

/** A place in a note: line and UTF-16 column, both from 0. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** An edit: the text that replaces a range, or the whole note where there is no range. */
export interface Change {
  readonly range?: { readonly start: Position; readonly end: Position };
  readonly text: string;
}

/** A top-level block of the note. What is derived from it is kept on it; offsets in it count from its start. */
export interface Block {
  readonly tree: Tree;
  passages: readonly Passage[] | undefined;
  /** The passages with unknown words or directives, for one dataset. */
  notable: { readonly dataset: Dataset; readonly passages: readonly Passage[] } | undefined;
}

const markdown = commonmark.configure(GFM);
/** How much further than asked the first parse of a long note goes, in UTF-16 units. */
const AHEAD = 8192;

export class Note {
  readonly uri: string;
  readonly languageId: string;
  readonly version: number;
  readonly text: string;
  private lineStarts: number[] | undefined;
  private lineInput: Input | undefined;
  private fragments: readonly TreeFragment[];
  private parsedTo = 0;
  private parse: PartialParse | undefined;
  private blocks: readonly Block[];
  private starts: readonly number[] = [];

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
    let { text, fragments } = note;
    let lines: number[] | undefined = note.lines();
    const frontMatter = frontMatterEnd(text);
    for (const change of changes) {
      if (!change.range) {
        text = change.text;
        fragments = [];
        lines = undefined;
        continue;
      }
      lines ??= lineStartsOf(text);
      const a = offsetIn(text, lines, change.range.start);
      const b = offsetIn(text, lines, change.range.end);
      const [from, to] = a <= b ? [a, b] : [b, a];
      const edited = text.slice(0, from) + change.text + text.slice(to);
      lines = editedLines(lines, text, edited, from, to, change.text.length);
      text = edited;
      if (fragments.length > 0) {
        fragments = TreeFragment.applyChanges(fragments, [{ fromA: from, toA: to, fromB: from, toB: from + change.text.length }]);
      }
    }
    if (frontMatterEnd(text) !== frontMatter) fragments = [];
    const next = new Note(note.uri, note.languageId, version, text, fragments, note.blocks);
    next.lineStarts = lines;
    return next;
  }

  /** Count of lines; a note has at least one. */
  get lineCount(): number {
    return this.lines().length;
  }

  /** Offset of a place; one outside the note is moved to the nearest place inside. */
  offsetAt(position: Position): number {
    return offsetIn(this.text, this.lines(), position);
  }

  /** Place of an offset; one outside the note is moved to its edge. */
  positionAt(offset: number): Position {
    const lines = this.lines();
    const at = Math.max(0, Math.min(offset, this.text.length));
    let low = 0;
    let high = lines.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (lines[middle]! <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: at - lines[low]! };
  }

  /**
   * Parses and reads the whole note in small steps, so that a server can answer others between them.
   * What was read is kept; going through it again costs next to nothing.
   */
  *readThrough(dataset: Dataset): Generator<void> {
    while (this.parsedTo < this.text.length) {
      this.parse ??= markdown.startParse(this.input, this.fragments);
      const tree = this.parse.advance();
      if (tree) this.adopt(tree, this.text.length);
      else yield;
    }
    for (let i = 0; i < this.blocks.length; i++) {
      const block = this.blocks[i]!;
      if (block.notable?.dataset === dataset) continue;
      this.notable(block, this.starts[i]!, dataset);
      yield;
    }
  }

  /**
   * Calls `visit` with every passage of prose in order; its offsets count from `start`.
   * A visit that returns false ends it.
   */
  eachPassage(visit: (passage: Passage, start: number) => boolean | undefined): void {
    this.parseTo(this.text.length);
    for (let i = 0; i < this.blocks.length; i++) {
      const start = this.starts[i]!;
      for (const passage of this.passages(this.blocks[i]!, start)) if (visit(passage, start) === false) return;
    }
  }

  /** Like {@link eachPassage}, for the passages alone that hold unknown words or a directive. */
  eachNotable(dataset: Dataset, visit: (passage: Passage, start: number) => void): void {
    this.parseTo(this.text.length);
    for (let i = 0; i < this.blocks.length; i++) {
      const start = this.starts[i]!;
      for (const passage of this.notable(this.blocks[i]!, start, dataset)) visit(passage, start);
    }
  }

  /** The passage of prose at an offset, with the start its offsets count from; nothing where no prose is. Parses no further than needed. */
  passageAt(offset: number): { passage: Passage; start: number } | undefined {
    this.parseTo(offset);
    const { starts } = this;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    const block = this.blocks[low];
    const start = starts[low]!;
    if (!block || offset < start) return undefined;
    for (const passage of this.passages(block, start)) {
      if (start + passage.from <= offset && offset <= start + passage.to) return { passage, start };
    }
    return undefined;
  }

  private passages(block: Block, start: number): readonly Passage[] {
    block.passages ??= passagesOf(block.tree, this.text.slice(start, start + block.tree.length));
    return block.passages;
  }

  private notable(block: Block, start: number, dataset: Dataset): readonly Passage[] {
    if (block.notable?.dataset !== dataset) {
      const passages = this.passages(block, start).filter((passage) => passage.directive || unknownWords(dataset, passage).length > 0);
      block.notable = { dataset, passages };
    }
    return block.notable.passages;
  }

  private get input(): Input {
    this.lineInput ??= inputOf(this.text, this.lines());
    return this.lineInput;
  }

  private lines(): number[] {
    this.lineStarts ??= lineStartsOf(this.text);
    return this.lineStarts;
  }

  /** Parses until the block at `offset` is complete. */
  private parseTo(offset: number): void {
    const { length } = this.text;
    for (let ahead = AHEAD; this.parsedTo < length; ahead *= 2) {
      if (offset < (this.starts.at(-1) ?? 0)) return;
      this.parse ??= markdown.startParse(this.input, this.fragments);
      const stop = Math.max(offset + ahead, this.parse.parsedPos);
      if (stop < length) this.parse.stopAt(stop);
      let tree = this.parse.advance();
      while (!tree) tree = this.parse.advance();
      this.adopt(tree, Math.min(stop, length));
    }
  }

  private adopt(tree: Tree, to: number): void {
    this.parse = undefined;
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
      blocks[i] = kept?.get(trees[i]!) ?? { tree: trees[i]!, passages: undefined, notable: undefined };
    this.blocks = blocks;
    this.starts = starts;
  }
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

/** Longest line that is read, in UTF-16 units. What is longer is no prose (data, minified text), and slow to parse. */
const LONGEST_LINE = 20_000;

/** What the parser reads: the text with its front matter and overlong lines blank, and lone carriage returns as line ends. */
function inputOf(text: string, lines: readonly number[]): Input {
  let read = text.includes("\r") && /\r(?!\n)/.test(text) ? text.replace(/\r(?!\n)/g, "\n") : text;
  for (let i = 0; i < lines.length; i++) {
    const start = lines[i]!;
    const size = (lines[i + 1] ?? text.length) - start;
    if (size > LONGEST_LINE) read = `${read.slice(0, start)}${" ".repeat(size - 1)}${read.slice(start + size - 1)}`;
  }
  const end = frontMatterEnd(text);
  if (end === 0)
    return { length: read.length, lineChunks: false, chunk: (from) => read.slice(from), read: (from, to) => read.slice(from, to) };
  const blank = "\n".repeat(end);
  return {
    length: read.length,
    lineChunks: false,
    chunk: (from) => (from < end ? blank.slice(from) : read.slice(from)),
    read: (from, to) => blank.slice(from, to) + read.slice(Math.max(from, end), Math.max(to, end)),
  };
}

/** Offset after the front matter (`---` … `---` or `...`), 0 when there is none. */
export function frontMatterEnd(text: string): number {
  if (!text.startsWith("---")) return 0;
  if (!/^---[ \t]*\r?\n/.test(text)) return 0;
  const closing = /^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/gm;
  closing.lastIndex = 3;
  const found = closing.exec(text);
  return found ? found.index + found[0].length : 0;
}

function lineStartsOf(text: string): number[] {
  const starts = [0];
  addLineStarts(text, 0, text.length, starts);
  return starts;
}

/** Appends the starts of the lines that begin after a line end in [from, to). */
function addLineStarts(text: string, from: number, to: number, starts: number[]): void {
  for (let i = from; i < to; i++) {
    const c = text.charCodeAt(i);
    if (c === 10) starts.push(i + 1);
    else if (c === 13 && text.charCodeAt(i + 1) !== 10) starts.push(i + 1);
  }
}

/** Line starts after an edit that replaced [from, to) by `inserted` units. */
function editedLines(lines: readonly number[], before: string, after: string, from: number, to: number, inserted: number): number[] {
  // a carriage return at the edit's edge may join a line feed or lose it: look at the units around as well
  const start = Math.max(0, from - 1);
  const shift = after.length - before.length;
  let keep = lines.length;
  while (keep > 1 && lines[keep - 1]! > start) keep--;
  let resume = keep;
  while (resume < lines.length && lines[resume]! <= to + 1) resume++;
  const edited = lines.slice(0, keep);
  addLineStarts(after, start, Math.min(after.length, from + inserted + 1), edited);
  const last = edited.at(-1)!;
  for (let i = resume; i < lines.length; i++) {
    const moved = lines[i]! + shift;
    if (moved > last) edited.push(moved);
  }
  return edited;
}

function offsetIn(text: string, lines: readonly number[], position: Position): number {
  const { line, character } = position;
  if (!(line >= 0)) return 0;
  if (line >= lines.length) return text.length;
  const start = lines[Math.floor(line)]!;
  const next = lines[Math.floor(line) + 1];
  let end = next ?? text.length;
  if (next !== undefined) {
    if (text.charCodeAt(end - 1) === 10 && text.charCodeAt(end - 2) === 13 && end - 2 >= start) end -= 2;
    else end -= 1;
  }
  const column = Number.isFinite(character) ? Math.floor(character) : character > 0 ? end - start : 0;
  return Math.max(start, Math.min(start + column, end));
}
