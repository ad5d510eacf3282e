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
  notable: { readonly dataset: Dataset; readonly passages: readonly Passage[] } | undefined;
  /** The passages that decide what the note's abbreviations mean, for one dataset. */
  binding: { readonly dataset: Dataset; readonly passages: readonly Passage[] } | undefined;
  /** The abbreviations that its passages explain otherwise than as proteins, for one dataset. */
  explained: { readonly dataset: Dataset; readonly words: readonly string[] } | undefined;
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

/**
 * Index of the first block from `at` on that does not keep this for a dataset; behind the last if all do. A plain function, since V8
 * does not optimise the steps of a generator.
 */
export function nextUnread(blocks: readonly Block[], key: Kept, dataset: Dataset, at: number): number {
  while (at < blocks.length && blocks[at]![key]?.dataset === dataset) at++;
  return at;
}
