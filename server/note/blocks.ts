/** The Markdown blocks of a note's text: parsed and read as far as asked, each with what was found in it. */
import type { Tree } from "@lezer/common";
import type { Dataset } from "../dataset/dataset";
import { explainedIn, hasDefinitions, isBinding } from "./bindings";
import { type Block, foundOf, type Kept, type Notable, nextUnread, notableIn, type Parsed, unparsed } from "./block";
import { carryOver } from "./carry";
import { inputOf, NOTHING, unreadLines } from "./input";
import type { Lines } from "./lines";
import type { Outline } from "./outline";
import { holds, type Passage } from "./passage";
import { passagesOf } from "./prose";
import { type Reading, reading } from "./reading";
import type { Readings } from "./readings";
import { lastUpTo } from "./search";
import type { EditedText, Input } from "./text";

/**
 * Looks for something in a passage, at once or in small steps, and keeps what it finds on the passage.
 * @param tree that of its block
 * @param source the block's text
 */
export type Look = (dataset: Dataset, passage: Passage, tree: Tree, source: string) => boolean | Generator<void, boolean>;

/** A line that quotes, perhaps in an item of a list. */
const QUOTE = /^[ \t\d.)*+-]*>/m;

/** How much text is read in one go, in UTF-16 units. */
const BATCH = 1 << 14;

/** Text farther away than this, in UTF-16 units, is not near. */
const FAR = 1 << 13;

export class Blocks {
  private readonly languageId: string;
  private readonly source: EditedText;
  private readonly lines: () => Lines;
  private readonly readings: () => Readings | undefined;
  private held: Parsed;
  private parserInput: Input | undefined;
  private breaks = false;
  private unread = 0;
  /** What {@link Blocks.readThrough} found last, and in which blocks. */
  private noted: { readonly dataset: Dataset; readonly blocks: readonly Block[]; readonly passages: readonly Notable[] } | undefined;
  /** The block that was asked for last by its start. */
  private last: { readonly tree: Tree; readonly source: string } | undefined;

  /**
   * @param lines the lines of the text
   * @param readings those that the note chooses for its names
   * @param held what is already parsed of the text
   */
  constructor(languageId: string, source: EditedText, lines: () => Lines, readings: () => Readings | undefined, held: Parsed) {
    this.languageId = languageId;
    this.source = source;
    this.lines = lines;
    this.readings = readings;
    this.held = held;
  }

  /** What is parsed, so that an edit can go on from there. */
  get parsed(): Parsed {
    // lines that end a run move with every edit before them: what was parsed with others is of no use
    if (this.breaks) return unparsed(this.languageId, this.source);
    if (this.parserInput === undefined) return this.held;
    return { outline: this.outline, edited: this.unread === 0 ? NOTHING : undefined };
  }

  /** How many blocks are parsed; none after {@link Blocks.rest}. */
  get count(): number {
    return this.outline.blocks.length;
  }

  /**
   * How many lines are not read, because they or the lines without a break around them are too long for prose. Known once the note
   * was parsed.
   */
  get unreadLines(): number {
    return this.unread;
  }

  /** Drops everything that can be found again when asked for. */
  rest(): void {
    this.held = unparsed(this.languageId, this.source);
    this.parserInput = this.last = this.noted = undefined;
  }

  /** Parses in small steps until the block at `offset` is complete. Several may go on at once. */
  *parsing(offset: number): Generator<void> {
    // of a note with a million lines each of the two takes long
    if (this.parserInput === undefined) {
      yield void this.lines();
      yield void this.input;
    }
    yield* this.outline.parsing(this.input, offset);
  }

  /**
   * Parses and reads all blocks in small steps, so that a server can answer others between them. To go through blocks that were
   * read before takes hardly any time.
   */
  *readThrough(dataset: Dataset, look: Look): Generator<void> {
    yield* this.parsing(this.source.length);
    const { blocks, starts } = this.outline;
    for (let next = nextUnread(blocks, "notable", dataset, 0); next < blocks.length; ) {
      // each step for many blocks: a processor that goes through all steps for one after the other fetches their code again and again
      const batch: number[] = [];
      for (let size = 0; next < blocks.length && size < BATCH; next = nextUnread(blocks, "notable", dataset, next + 1)) {
        batch.push(next);
        size += blocks[next]!.tree.length;
      }
      for (const i of batch) {
        this.passagesOf(blocks[i]!, starts[i]!);
        yield;
      }
      for (const i of batch)
        for (const passage of blocks[i]!.passages!) {
          reading(dataset, passage);
          yield;
        }
      for (const i of batch) yield* this.looking(blocks[i]!, starts[i]!, dataset, look);
    }
    // a note that was put to rest meanwhile holds other blocks
    if (blocks === this.outline.blocks) this.noted = { dataset, blocks, passages: notableIn(blocks, starts) };
  }

  /** Reads in small steps what {@link Blocks.binding} needs. */
  readBinding(dataset: Dataset): Generator<void> {
    return this.inSteps("binding", dataset, isBinding, (block, start) => this.bindingOf(block, start, dataset));
  }

  /** Reads in small steps what {@link Blocks.addExplained} tells. */
  readExplained(dataset: Dataset): Generator<void> {
    return this.inSteps("explained", dataset, hasDefinitions, (block, start) => this.explainedIn(block, start, dataset));
  }

  /**
   * Calls `visit` with all passages in order, each with the start its offsets count from; a visit that returns false ends it. Parses
   * not much further than it goes.
   */
  eachPassage(visit: (passage: Passage, start: number) => unknown): void {
    const { input, outline } = this;
    for (let i = 0; i < outline.blocks.length || outline.to < input.length; ) {
      if (i === outline.blocks.length) for (const _ of outline.parsing(input, 2 * outline.to));
      for (; i < outline.blocks.length; i++) {
        const start = outline.starts[i]!;
        for (const passage of this.passagesOf(outline.blocks[i]!, start)) if (visit(passage, start) === false) return;
      }
    }
  }

  /** As {@link Blocks.eachPassage}, in small steps; parses to the end. */
  *visiting(visit: (passage: Passage, start: number) => unknown): Generator<void> {
    yield* this.parsing(this.source.length);
    const { blocks, starts } = this.outline;
    for (let i = 0; i < blocks.length; i++)
      for (const passage of this.passagesOf(blocks[i]!, starts[i]!)) {
        if (visit(passage, starts[i]!) === false) return;
        yield;
      }
  }

  /** The passages that decide what the note's abbreviations mean, in order. */
  *binding(dataset: Dataset): Generator<Passage> {
    this.parseTo(this.source.length);
    const { blocks, starts } = this.outline;
    for (let i = 0; i < blocks.length; i++) yield* this.bindingOf(blocks[i]!, starts[i]!, dataset);
  }

  /** Adds the abbreviations that the note explains, and that are no proteins. Quick, since it is asked at each key. */
  addExplained(dataset: Dataset, explained: Set<string>): void {
    this.parseTo(this.source.length);
    const { blocks, starts } = this.outline;
    for (let i = 0; i < blocks.length; i++) {
      const words = this.explainedIn(blocks[i]!, starts[i]!, dataset);
      for (let k = 0; k < words.length; k++) explained.add(words[k]!);
    }
  }

  /** The passages in which `look` finds something, and those with a directive, in order. */
  notable(dataset: Dataset, look: Look): readonly Notable[] {
    // asked several times at each key
    if (this.noted?.dataset !== dataset || this.noted.blocks !== this.outline.blocks) for (const _ of this.readThrough(dataset, look));
    return this.noted!.passages;
  }

  /** The tree and text of the block that starts at an offset; nothing where none does. */
  startingAt(start: number): { readonly tree: Tree; readonly source: string } | undefined {
    const { starts, blocks } = this.outline;
    const index = lastUpTo(starts.length, (i) => starts[i]!, start);
    const tree = starts[index] === start ? blocks[index]!.tree : undefined;
    // each of a list's many passages asks for the text of the same block, which an edit has left in pieces
    if (tree && this.last?.tree !== tree) this.last = { tree, source: this.source.slice(start, start + tree.length) };
    return tree && this.last;
  }

  /** The passage at an offset, with the start that its offsets count from; nothing outside prose. Parses no further than needed. */
  passageAt(offset: number): { passage: Passage; start: number } | undefined {
    this.parseTo(offset);
    const index = lastUpTo(this.outline.starts.length, (i) => this.outline.starts[i]!, offset);
    const block = this.outline.blocks[index];
    if (!block) return undefined;
    const start = this.outline.starts[index]!;
    const there = this.passagesOf(block, start).filter(({ from, to }) => start + from <= offset && offset <= start + to);
    // a name that a link declares stands inside another passage, and so do cells between the lines of another
    const passage =
      there.find(({ slot }) => slot) ?? (there.length > 1 ? there.find((one) => holds(one, offset - start)) : undefined) ?? there[0];
    return passage && { passage, start };
  }

  /** Passages around an offset among what is already parsed: at most so many on each side, within as many blocks, and none far away. */
  passagesNear(offset: number, most: number): Passage[] {
    const { blocks, starts } = this.outline;
    const index = lastUpTo(starts.length, (i) => starts[i]!, offset);
    const near: Passage[] = [];
    for (let i = Math.max(0, index - most); i <= index + most && i < starts.length; i++) {
      const start = starts[i]!;
      if (start + blocks[i]!.tree.length < offset - FAR || start > offset + FAR) continue;
      const passages = this.passagesOf(blocks[i]!, start);
      const at = lastUpTo(passages.length, (k) => passages[k]!.from, offset - start);
      const here = passages.slice(Math.max(0, at - most), at + most);
      near.push(...here.filter(({ from, to }) => start + to > offset - FAR && start + from < offset + FAR));
    }
    return near;
  }

  private passagesOf(block: Block, start: number): readonly Passage[] {
    if (!block.passages) {
      const source = this.source.slice(start, start + block.tree.length);
      block.passages = passagesOf(block.tree, source);
      block.isQuoting = source.includes(">") && QUOTE.test(source);
      if (block.before) carryOver(block.before, block.passages, block.isQuoting);
      block.before = undefined;
      const readings = this.readings();
      if (readings) for (const passage of block.passages) passage.readings = readings;
    }
    return block.passages;
  }

  /**
   * Parses all blocks, and reads those on which what is asked for is not kept.
   * @param ask finds in a passage what `read` then needs of it: a list may be one block with all of the note in it
   */
  private *inSteps(
    key: Kept,
    dataset: Dataset,
    ask: (found: Reading) => unknown,
    read: (block: Block, start: number) => void,
  ): Generator<void> {
    yield* this.parsing(this.source.length);
    const { blocks, starts } = this.outline;
    for (let i = nextUnread(blocks, key, dataset, 0); i < blocks.length; i = nextUnread(blocks, key, dataset, i + 1)) {
      const passages = this.passagesOf(blocks[i]!, starts[i]!);
      if (passages.length === 0) yield;
      for (const passage of passages) {
        ask(reading(dataset, passage));
        yield;
      }
      read(blocks[i]!, starts[i]!);
    }
  }

  private bindingOf(block: Block, start: number, dataset: Dataset): readonly Passage[] {
    if (block.binding?.dataset !== dataset) {
      const passages = this.passagesOf(block, start).filter((passage) => isBinding(reading(dataset, passage)));
      block.binding = foundOf(dataset, passages);
    }
    return block.binding.list;
  }

  private explainedIn(block: Block, start: number, dataset: Dataset): readonly string[] {
    if (block.explained?.dataset !== dataset) block.explained = foundOf(dataset, explainedIn(dataset, this.passagesOf(block, start)));
    return block.explained.list;
  }

  /** Looks at the passages of a block, once for each dataset, and keeps its `notable` ones on it. */
  private *looking(block: Block, start: number, dataset: Dataset, look: Look): Generator<void> {
    const source = this.source.slice(start, start + block.tree.length);
    const passages: Passage[] = [];
    for (const passage of this.passagesOf(block, start)) {
      const looked = look(dataset, passage, block.tree, source);
      if ((typeof looked === "boolean" ? looked : yield* looked) || passage.directive) passages.push(passage);
      yield;
    }
    block.notable = foundOf(dataset, passages);
    this.noted = undefined;
  }

  private get outline(): Outline<Block> {
    return this.held.outline;
  }

  /** The text as the parser reads it; as long as the text itself. */
  private get input(): Input {
    if (this.parserInput === undefined) {
      const { source } = this;
      const { unread, breaks } = unreadLines(source, this.lines(), this.held.edited);
      if (breaks) this.held = unparsed(this.languageId, source);
      this.breaks = breaks;
      this.unread = unread.length;
      this.parserInput = unread.length > 0 || source.mayHaveReturn ? inputOf(source, this.lines(), unread) : source;
    }
    return this.parserInput;
  }

  private parseTo(offset: number): void {
    for (const _ of this.parsing(offset));
  }
}
