/** *Rename* and *Use One Spelling*: one spelling for a concept in all notes, as an edit that the client makes. */
import type { AnnotatedTextEdit, TextEdit, WorkspaceEdit } from "vscode-languageserver";
import { addressKey } from "./addresses";
import type { Dataset } from "./dataset/dataset";
import { textHash } from "./dataset/hash";
import { addTo } from "./dataset/lists";
import { keptBars } from "./features/keptBars";
import { isSpelling, unify } from "./features/oneSpelling";
import { spellingsOf } from "./features/usesInWords";
import type { IndexedUse } from "./index/noteIndex";
import type { Server } from "./navigation";
import { Note } from "./note/note";
import { isNotebook, languageOf } from "./noteNames";
import type { RenameText } from "./protocol";

/** Names that are told of a concept, at most, where one is refused. */
const MOST_NAMES = 4;

/** What a client understands in an edit of several documents. */
export interface EditAbility {
  /** Whether edits may be shown before they are made. */
  readonly annotations: boolean;
  /** Whether edits may name the version of a document. */
  readonly versions: boolean;
}

/** The uses of a concept in all notes, and the hash of the text in which those of a note were found. */
interface Found {
  readonly uses: readonly IndexedUse[];
  hashOf(uri: string): number | undefined;
}

/** What is changed in a note. */
interface Change {
  readonly uri: string;
  /** The version of the note; none if it is not open. */
  readonly version: number | null;
  readonly edits: ReadonlyArray<TextEdit | AnnotatedTextEdit>;
}

/** What is renamed, how it is written at the place that was pointed at, and the new spelling. */
interface Wanted {
  readonly entity: number;
  readonly pointedAt: string;
  readonly spelling: string;
}

/** Which changes belong together: those of the spelling that was pointed at, and those of the others. */
const [SAME, OTHERS] = ["one-spelling", "other-spellings"];

type Notes = Pick<Server, "openNotes" | "readText" | "warn" | "reading" | "texts">;

/** A text in the user's language, in English where the client has sent none. */
export function sayIn(texts: Notes["texts"], text: RenameText, ...values: readonly string[]): string {
  const said = texts?.[text];
  return (typeof said === "string" ? said : text).replace(/\{(\d)\}/g, (_, i) => values[Number(i)] ?? "");
}

/**
 * Writes one spelling for a concept wherever notes name it. An editor that shows changes before it makes them has those ticked
 * that need no confirmation: the spelling that was pointed at.
 * @returns a sentence where the spelling is none of the concept's: the notes would lose what they speak of
 */
export async function rename(
  data: Dataset,
  { entity, pointedAt, spelling }: Wanted,
  found: Found,
  notes: Notes,
  can: EditAbility,
): Promise<WorkspaceEdit | string> {
  const { reading } = notes;
  const say = (text: RenameText, ...values: readonly string[]) => sayIn(notes.texts, text, ...values);
  const name = data.preferredName(entity);
  if (!isSpelling(data, entity, spelling)) {
    const others = spellingsOf(data, entity, found.uses).slice(0, MOST_NAMES).join(", ");
    return say("“{0}” is no name of {1} that the dataset knows; use one that is, such as {2}", spelling, name, others);
  }
  const open = new Map(notes.openNotes().map((one) => [addressKey(one.uri), one]));
  const annotationOf = (written: string) => (written.toLowerCase() === pointedAt.toLowerCase() ? SAME : OTHERS);
  const changes: Change[] = [];
  for (const [uri, uses] of byNote(found.uses)) {
    const held = open.get(addressKey(uri));
    const note = held ?? (await closedNote(uri, notes));
    if (!note) continue;
    // the index knows the places of the text that it has read
    const isKnown = !held && found.hashOf(uri) === textHash(note.text);
    const places = uses.map(({ range: { start, end }, isAbbreviation }) => ({
      from: reading.offsetAt(note, start),
      to: reading.offsetAt(note, end),
      isAbbreviation,
    }));
    if (isKnown && places.every(({ from, to }) => note.text.slice(from, to) === spelling)) continue;
    const words = unify(data, note, entity, spelling, isKnown ? places : undefined);
    const edits = keptBars(note.text, words).map(({ from, to, text: newText }, i) => ({
      range: reading.rangeOf(note, from, to),
      newText,
      ...(can.annotations ? { annotationId: annotationOf(note.text.slice(from, words[i]!.to)) } : {}),
    }));
    if (edits.length > 0) changes.push({ uri, version: held ? held.version : null, edits });
  }
  const description = say("Quotations, links, front matter and names that say more stay as they are.");
  return editOf(changes, can, {
    [SAME]: { label: say("Use “{0}” for {1}", spelling, name), description },
    [OTHERS]: {
      label: say("Use “{0}” for {1}, written otherwise", spelling, name),
      description,
      needsConfirmation: changes.length > 1,
    },
  });
}

/** A note that is not open, as its file has it; nothing where it stays as it is. */
async function closedNote(uri: string, { readText, warn }: Notes): Promise<Note | undefined> {
  // a notebook is changed by the editor that has opened it, cell by cell
  const text = isNotebook(uri) ? undefined : await readText(uri);
  if (text === undefined) return undefined;
  if (!text.includes("\ufffd")) return Note.create(uri, languageOf(uri), 0, text);
  warn(`${uri} stays as it is: it holds bytes that are no UTF-8, which an editor would lose; save it as UTF-8.`);
  return undefined;
}

function editOf(
  changes: readonly Change[],
  { annotations, versions }: EditAbility,
  changeAnnotations: NonNullable<WorkspaceEdit["changeAnnotations"]>,
): WorkspaceEdit {
  if (!versions) return { changes: Object.fromEntries(changes.map(({ uri, edits }) => [uri, [...edits]])) };
  return {
    documentChanges: changes.map(({ uri, version, edits }) => ({ textDocument: { uri, version }, edits: [...edits] })),
    ...(annotations ? { changeAnnotations } : {}),
  };
}

function byNote(all: readonly IndexedUse[]): Map<string, IndexedUse[]> {
  const notes = new Map<string, IndexedUse[]>();
  for (const use of all) addTo(notes, use.uri, use);
  return notes;
}
