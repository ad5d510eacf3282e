/**
 * The top-level Markdown blocks of a note: parsed as far as asked, and after an edit around it only.
 *
 * What stands behind the start of a top-level block depends on the text from there on alone. So a text may be parsed in
 * pieces that begin at such a start, and parsing is done where it comes to one that was there before the edit.
 */
import { type PartialParse, type Tree, TreeBuffer } from "@lezer/common";
import type { MarkdownParser } from "@lezer/markdown";
import { lastUpTo } from "./search";
import type { Input } from "./text";

/** How much further than asked the parser goes, in UTF-16 units, and the factor by which this grows each time that was not enough. */
const AHEAD = 2048;
const GROWTH = 8;
/**
 * How much is parsed in one piece, in UTF-16 units, if no block is longer: the parser puts the tree of a piece together in one step,
 * which takes long where blocks are short.
 */
const PIECE = 1 << 15;

/** Blocks in a row with their starts, complete up to `to`, which is the start of a line. */
interface Run<B> {
  readonly blocks: readonly B[];
  readonly starts: readonly number[];
  readonly to: number;
}

/** The blocks of a text. Offsets are those of the text that it was made for. */
export class Outline<B extends { readonly tree: Tree }> {
  private parsed: Run<B>;
  /** Blocks right before an edit, which may turn out to be the same. */
  private before: ReadonlyArray<readonly [block: B, start: number]> = [];
  /** Blocks from before an edit, in order: where one of a run starts at the top level again, it and those that follow are the same. */
  private behind: ReadonlyArray<Run<B>> = [];
  /** The block that holds the last edit. */
  private replaced: readonly [block: B, start: number] | undefined;
  private parse: { readonly parse: PartialParse; readonly from: number; readonly to: number } | undefined;
  /** Where Markdown begins, a line's start. */
  private readonly origin: number;
  private readonly make: (tree: Tree, replaced: B | undefined) => B;
  private readonly parser: MarkdownParser;

  /**
   * The outline of a text that is not parsed yet.
   * @param origin where Markdown begins in it, a line's start
   * @param make makes a block of its tree; it is told what started there before an edit inside
   */
  constructor(origin: number, make: (tree: Tree, replaced: B | undefined) => B, parser: MarkdownParser) {
    this.parser = parser;
    this.origin = origin;
    this.make = make;
    this.parsed = { blocks: [], starts: [], to: origin };
  }

  /** The blocks that are parsed, in order. */
  get blocks(): readonly B[] {
    return this.parsed.blocks;
  }

  /** How far the text is parsed. */
  get to(): number {
    return this.parsed.to;
  }

  /** Where they start. */
  get starts(): readonly number[] {
    return this.parsed.starts;
  }

  /**
   * The outline after an edit.
   * @param from start of the edit, before all that is not the same
   * @param to its end in the text before it
   * @param growth by how much the text gets longer
   * @param lineStart start of the line that an offset of the text before is in
   */
  edited(from: number, to: number, growth: number, lineStart: (offset: number) => number): Outline<B> {
    const next = new Outline<B>(this.origin, this.make, this.parser);
    const before = [...this.before];
    const behind: Run<B>[] = [];
    next.replaced = this.replaced;
    for (const run of [this.parsed, ...this.behind]) {
      const { blocks, starts } = run;
      const edited = lastUpTo(starts.length, (i) => starts[i]!, from);
      if (edited >= 0 && starts[edited]! + blocks[edited]!.tree.length > from) next.replaced = [blocks[edited]!, starts[edited]!];
      // the block before the one that is edited may take in what follows it
      const previous = blocks[edited - 1];
      const isOver = previous && isClosed(previous.tree, starts[edited - 1]! + previous.tree.length, lineStart(starts[edited]!), lineStart);
      const keep = isOver ? edited : Math.max(0, edited - 1);
      for (let i = keep; i <= edited; i++) before.push([blocks[i]!, starts[i]!]);
      if (keep > 0) {
        const kept = { blocks: blocks.slice(0, keep), starts: starts.slice(0, keep), to: lineStart(starts[keep]!) };
        if (run === this.parsed) next.parsed = kept;
        else behind.push(kept);
      }
      let after = lastUpTo(starts.length, (i) => starts[i]!, to) + 1;
      while (after < starts.length && lineStart(starts[after]!) <= to) after++;
      if (after === starts.length) continue;
      behind.push({ blocks: blocks.slice(after), starts: starts.slice(after).map((start) => start + growth), to: run.to + growth });
    }
    next.before = before.filter(([{ tree }, start]) => start + tree.length < from);
    next.behind = behind;
    return next;
  }

  /**
   * Parses in small steps until the block at `offset` is complete. Several may go on at once; they share the parse.
   * @param text the outline's text, with line feeds alone as line ends
   */
  *parsing(text: Input, offset: number): Generator<void> {
    let reach = AHEAD;
    let most = PIECE;
    while (this.parsed.to < text.length && offset >= this.parsed.to) {
      this.parse ??= this.startParse(text, offset, reach, most);
      const { parse, from, to } = this.parse;
      const tree = parse.advance();
      if (tree && this.parse?.parse === parse) {
        this.parse = undefined;
        this.adopt(text, tree, from, to);
        reach *= GROWTH;
        most = this.parsed.to > from ? PIECE : most * GROWTH;
      }
      yield;
    }
  }

  private startParse(text: Input, offset: number, reach: number, most: number) {
    const from = this.parsed.to;
    // at first no further than to the first line of the block in which the parser may find back to what was there
    const known = this.behind[0]?.starts[0];
    const first = known !== undefined && known < offset ? known : offset + AHEAD;
    const wanted = Math.min(reach > AHEAD ? from + reach : first, from + most);
    const end = wanted < text.length ? text.indexOf("\n", wanted) : -1;
    const to = end < 0 ? text.length : end + 1;
    return { parse: this.parser.startParse(text.slice(from, to)), from, to };
  }

  /** Takes the blocks of a piece of the text, but for the last one where the text goes on: it may do so, too. */
  private adopt(text: Input, tree: Tree, from: number, to: number): void {
    const found: Array<readonly [tree: Tree, start: number]> = [];
    collectBlocks(tree, from, found);
    const blocks: B[] = [];
    const starts: number[] = [];
    const take = (run: Run<B>) => {
      this.parsed = {
        blocks: this.parsed.blocks.concat(blocks, run.blocks),
        starts: this.parsed.starts.concat(starts, run.starts),
        to: run.to,
      };
    };
    for (const [i, [block, start]] of found.entries()) {
      while (this.behind.length > 0 && this.behind[0]!.starts.at(-1)! < start) this.behind = this.behind.slice(1);
      const run = this.behind[0];
      const same = run ? lastUpTo(run.starts.length, (k) => run.starts[k]!, start) : -1;
      if (run?.starts[same] === start) {
        take(same === 0 ? run : { blocks: run.blocks.slice(same), starts: run.starts.slice(same), to: run.to });
        this.behind = this.behind.slice(1);
        return;
      }
      if (i === found.length - 1 && to < text.length) {
        take({ ...NONE, to: text.lastIndexOf("\n", start - 1) + 1 });
        return;
      }
      const held = this.before.find(([{ tree }, place]) => place === start && isSame(tree, block));
      blocks.push(held ? held[0] : this.make(block, this.takeReplaced(start)));
      starts.push(start);
    }
    take({ ...NONE, to });
  }

  /** The block that started at a place before the edit inside it; it is given once, and nothing then or at other places. */
  private takeReplaced(at: number): B | undefined {
    if (this.replaced?.[1] !== at) return undefined;
    const [block] = this.replaced;
    this.replaced = undefined;
    return block;
  }
}

const NONE = { blocks: [], starts: [] };

/** Blocks that a blank line ends, whatever follows. */
const ENDED = /^(?:Paragraph|Table|Blockquote|ATXHeading\d|SetextHeading\d)$/;

/** Whether nothing that follows on the line at `next` can belong to a block that ends at `end`: a blank line is between. */
const isClosed = (tree: Tree, end: number, next: number, lineStart: (offset: number) => number): boolean =>
  ENDED.test(tree.type.name) && lineStart(next - 1) > end;

/** The blocks of a document tree, through the nameless nodes that balance it. */
function collectBlocks(tree: Tree, from: number, found: Array<readonly [tree: Tree, start: number]>): void {
  for (const [i, child] of (tree.children as Tree[]).entries()) {
    const start = from + tree.positions[i]!;
    if (child.type.isAnonymous) collectBlocks(child, start, found);
    else found.push([child, start]);
  }
}

/** How deep trees are compared: marks may be nested by thousands, which would overflow the stack. */
const DEEPEST = 200;

/** Whether two trees have the same content. Of deep ones it is not known, and they are taken for different. */
function isSame(a: Tree | TreeBuffer, b: Tree | TreeBuffer, depth = 0): boolean {
  if (depth > DEEPEST || a.length !== b.length || a instanceof TreeBuffer !== b instanceof TreeBuffer) return false;
  if (a instanceof TreeBuffer || b instanceof TreeBuffer) {
    const [one, other] = [(a as TreeBuffer).buffer, (b as TreeBuffer).buffer];
    return one.length === other.length && one.every((value, i) => value === other[i]);
  }
  if (a.type !== b.type || a.children.length !== b.children.length) return false;
  return a.children.every((child, i) => a.positions[i] === b.positions[i] && isSame(child, b.children[i]!, depth + 1));
}
