/** A top-level block of a note's text, with what is kept on it, and the outline that holds all of them. */
import type { Tree } from "@lezer/common";
import type { Dataset } from "../dataset/dataset";
import { frontMatterEnd, type Part } from "./input";
import { parserFor } from "./markdown";
import { Outline } from "./outline";
import type { Passage } from "./passage";
import type { Text } from "./text";

/** A block. What is found in it is kept on it; its offsets count from its start. */
export interface Block {
  readonly tree: Tree;
  passages: readonly Passage[] | undefined;
  /** Whether a quotation may stand in it. */
  isQuoting: boolean;
  /** The block that stood in its place before an edit, until its own passages are known. */
  before: Block | undefined;
  /** The passages with a directive or with something that was looked for, for one dataset. */
  notable: Found<Passage> | undefined;
  /** The passages that decide what the note's abbreviations mean, for one dataset. */
  binding: Found<Passage> | undefined;
  /** The abbreviations that its passages explain otherwise than as proteins, for one dataset. */
  explained: Found<string> | undefined;
}

/** What is parsed of a text, so that an edit can go on from there. */
export interface Parsed {
  readonly outline: Outline<Block>;
  /** The part of the text that was edited since all of its lines were known to be short enough to be read; nothing if that is not known. */
  readonly edited: Part | undefined;
}

/** A text of which nothing is parsed yet. */
export const unparsed = (languageId: string, text: Text): Parsed => ({
  outline: new Outline(frontMatterEnd(text), newBlock, parserFor(languageId)),
  edited: undefined,
});

const newBlock = (tree: Tree, replaced: Block | undefined): Block => ({
  tree,
  passages: undefined,
  isQuoting: false,
  before: replaced?.passages ? replaced : replaced?.before,
  notable: undefined,
  binding: undefined,
  explained: undefined,
});

/** What is kept on a block of its reading with a dataset. */
export type Kept = "notable" | "binding" | "explained";

/** What was found in a block with a dataset. */
interface Found<T> {
  readonly dataset: Dataset;
  readonly list: readonly T[];
}

/** What was found in most blocks: to go through a long note then fetches no memory but the blocks' own. */
let nothing: Found<never> | undefined;

/** What was found in a block, to be kept on it. */
export function foundOf<T>(dataset: Dataset, list: readonly T[]): Found<T> {
  if (nothing?.dataset !== dataset) nothing = { dataset, list: [] };
  return list.length > 0 ? { dataset, list } : nothing;
}

/**
 * Index of the first block from `at` on that does not keep this for a dataset; behind the last if all do. A plain function, since V8
 * does not optimise the steps of a generator.
 */
export function nextUnread(blocks: readonly Block[], key: Kept, dataset: Dataset, at: number): number {
  while (at < blocks.length && blocks[at]![key]?.dataset === dataset) at++;
  return at;
}

/** A passage in which something was found, with the start that its offsets count from. */
export type Notable = readonly [passage: Passage, start: number];

/** The notable passages of blocks that are all read. A function of its own, so that V8 need not optimise more for this loop, which every key runs. */
export function notableIn(blocks: readonly Block[], starts: readonly number[]): Notable[] {
  const found: Notable[] = [];
  for (let i = 0; i < blocks.length; i++) {
    const { list } = blocks[i]!.notable!;
    for (let k = 0; k < list.length; k++) found.push([list[k]!, starts[i]!]);
  }
  return found;
}
