/**
 * The list of completions at a place, as the client gets it. It is held as long as the note is not edited, since editors ask about
 * the same place again.
 */
import type { CompletionItem, CompletionItemKind, CompletionItemTag, CompletionList, InsertTextFormat } from "vscode-languageserver";
import type { Client } from "./client";
import type { Dataset } from "./dataset/dataset";
import { type Completion, type Completions, complete } from "./features/completion";
import { summaryWord } from "./features/summaryWord";
import { toRange } from "./lsp";
import type { Note } from "./note/note";
import type { Settings } from "./settings";

/** The lists of a note since its last edit, by offset, and what else they depend on. */
interface Held {
  readonly dataset: Dataset;
  readonly settings: Settings;
  readonly client: Client;
  /** How many blocks were parsed: names in further blocks count once these are. */
  readonly blocks: number;
  readonly lists: Map<number, CompletionList | null>;
}

const heldOf = new WeakMap<Note, Held>();
/** How many lists are held for a note. */
const MOST = 16;

/**
 * The list at a place. Editors ask again for the same one: where it was closed and is opened again, where it is asked for by hand
 * after it had opened by itself, and where several of them look at one note.
 * @param note parsed up to the place
 * @returns nothing where nothing is offered
 */
export function completionList(dataset: Dataset, note: Note, offset: number, settings: Settings, client: Client): CompletionList | null {
  const blocks = note.blocks.count;
  let held = heldOf.get(note);
  if (held?.dataset !== dataset || held.settings !== settings || held.client !== client || held.blocks !== blocks) {
    held = { dataset, settings, client, blocks, lists: new Map() };
    heldOf.set(note, held);
  }
  const known = held.lists.get(offset);
  if (known !== undefined) return known;
  if (held.lists.size === MOST) held.lists.clear();
  const found = complete(dataset, note, offset, settings);
  const list = found ? toCompletionList(note, found, client, (entity) => summaryWord(dataset, entity)) : null;
  held.lists.set(offset, list);
  return list;
}

const PLAIN_TEXT: InsertTextFormat = 1;
const VALUE: CompletionItemKind = 12;
const OUT_OF_USE: CompletionItemTag = 1;

/**
 * Makes the list, with what all items have in common said once for clients that can read that. It is kept small, since it is asked
 * for at every key.
 */
function toCompletionList(
  note: Note,
  { items, to, wordEnd, isIncomplete }: Completions,
  client: Client,
  detailOf: (entity: number) => string,
): CompletionList {
  const rest = note.slice(to, wordEnd).toLowerCase();
  // what stands behind the place is written over where the item ends so: beva|cizumab would become bevacizumabcizumab
  const endOf = (insert: string) => (insert.toLowerCase().endsWith(rest) ? wordEnd : to);
  const rangeOf = (from: number, end: number) => {
    const insert = toRange(note, from, end, client);
    return client.insertReplace ? { insert, replace: toRange(note, from, wordEnd, client) } : insert;
  };
  const [usualFrom, usualEnd] = [items[0]?.from ?? to, endOf(items[0]?.insert ?? "")];
  const usual = rangeOf(usualFrom, usualEnd);
  const toItem = (item: Completion, i: number): CompletionItem => {
    const leads = item.leadsTo === undefined ? "" : `→ ${item.leadsTo}`;
    const summary = item.entity < 0 ? item.kind : detailOf(item.entity);
    const detail = client.lazyDetail || item.entity < 0 ? "" : summary;
    const end = endOf(item.insert);
    const range = item.from === usualFrom && end === usualEnd ? usual : rangeOf(item.from, end);
    const made: CompletionItem = { label: item.label, kind: VALUE, sortText: i < 10 ? `0${i}` : `${i}` };
    if (client.labelDetails && item.kind) made.labelDetails = { description: leads ? leads + summary.slice(item.kind.length) : summary };
    if (detail) made.detail = client.labelDetails || !leads ? detail : `${detail} ${leads}`;
    if (item.deprecated && client.deprecatedTag) made.tags = [OUT_OF_USE];
    if (item.filter !== item.label) made.filterText = item.filter;
    if (!client.itemDefaults) made.insertTextFormat = PLAIN_TEXT;
    // with a shared range the label is what is written, unless another text is given
    if (!client.itemDefaults || range !== usual) made.textEdit = { ...("insert" in range ? range : { range }), newText: item.insert };
    else if (item.label !== item.insert) made.textEditText = item.insert;
    if (item.entity >= 0) made.data = item.entity;
    return made;
  };
  const itemDefaults = client.itemDefaults ? { itemDefaults: { editRange: usual, insertTextFormat: PLAIN_TEXT } } : {};
  return { isIncomplete, ...itemDefaults, items: items.map(toItem) };
}
