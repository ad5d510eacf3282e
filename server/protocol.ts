/**
 * What client and server say to each other beyond LSP. The one server file that the client imports:
 * plain constants and types, nothing at run time but strings.
 */
import type { Doubt, Network as Drawn, NetworkNode as DrawnNode, Review, Row } from "./features/views/shown";

export type { Choice, Counts, NetworkEdge, Shown } from "./features/views/shown";
export { ALL_ENDINGS } from "./noteNames";

/** LSP's places: lines and columns from 0. */
interface Position {
  line: number;
  character: number;
}
interface Range {
  start: Position;
  end: Position;
}
interface Location {
  uri: string;
  range: Range;
}

/** The section of the editor's settings that is ours. */
export const SETTINGS = "metastasisNotes";

/** `initializationOptions`. Every part may be missing. Our own client sends all but the settings, other editors at most these. */
export interface InitializationOptions {
  /** URI of the extension's folder; the dataset lies under `dist/data/`. Without it the server looks beside itself. */
  extensionUri?: string;
  /** True when the client draws `$(name)` theme icons in hovers; else cards are printed without them. */
  themeIcons?: boolean;
  /** Client commands that code actions and cards may call; a missing one is not offered. */
  commands?: string[];
  /** URI of a folder, outside the workspace, in which the server may keep what it knows of the workspace's notes. */
  storageUri?: string;
  /** What *Rename* says, in the user's language; English without it. */
  texts?: Readonly<Partial<Record<RenameText, string>>>;
  /** Settings, for clients that have no other way to give them; what they are asked or send later is joined with these. */
  metastasisNotes?: unknown;
}

/** What *Rename* says in the editor's own preview and messages, in English; values stand in place of `{0}`. */
export type RenameText =
  | "Use “{0}” for {1}"
  | "Use “{0}” for {1}, written otherwise"
  | "Quotations, links, front matter and names that say more stay as they are."
  | "“{0}” is no name of {1} that the dataset knows; use one that is, such as {2}"
  | "Nothing is changed, since not all notes were read; ask again, and let the reading end.";

/**
 * Client command: accepts a word. Arguments: the word; "user" or "workspace"; the URI of the note it stands in.
 * A workspace that has a word list (`.metastasis-notes/words.txt`) takes it there, else into its settings.
 */
export const ACCEPT_WORD = "metastasisNotes.acceptWord";

/**
 * Client command: writes the stub of a record for a word into the nearest `.metastasis-notes/` and opens it. Arguments, all of
 * which it asks for where they are missing: the word; its kind, "drug"; the URI of the note it stands in.
 */
export const ADD_OWN = "metastasisNotes.addOwn";

/** Client command: opens the full card of a record. Argument: its reference, "drug:bevacizumab"; without one the name at the cursor. */
export const OPEN_CARD = "metastasisNotes.openCard";

/** Client command: writes into a note's front matter which reading a word has in it. Arguments: the note's URI, the word, the reading's name. */
export const USE_READING = "metastasisNotes.useReading";

/** Request, client to server: the edit by which a note's front matter says what a word means in it. Answered with an LSP TextEdit, or null where it cannot be made safely. */
export const READING = "metastasisNotes/reading";

/** Parameter of {@link READING}. */
export interface ReadingParams {
  textDocument: { uri: string };
  /** As it stands in the note. */
  word: string;
  /** The preferred name of what it means. */
  name: string;
}

/**
 * Scheme of the read-only documents that hold full cards, `metastasis-notes:/drug/bevacizumab.md`, and parts of the README:
 * `/help/misspelled-name.md`. Of a workspace of several folders the client says which one's names count: `/in/lab/drug/mb-217.md`.
 */
export const CARD_SCHEME = "metastasis-notes";

/** Request, client to server: what there is to read or copy of a record. Answered with {@link CardText}, or null where there is no record. */
export const CARD = "metastasisNotes/card";

/** Parameter of {@link CARD}: the record by its reference, as the folders of a note know it where one is named, or by a place in an open note. */
export interface CardParams {
  /** The full card, the hover's card as Markdown, a citation as Markdown or as keys (`[@pmid:…]`), or the identifiers. */
  form: "full" | "card" | "citation" | "keys" | "identifiers";
  reference?: string;
  textDocument?: { uri: string };
  position?: Position;
}

/** Answer to {@link CARD}. */
export interface CardText {
  /** "drug:bevacizumab". */
  reference: string;
  /** Of its full card, encoded: "/drug/bevacizumab.md". */
  path: string;
  /** The record's preferred name. */
  name: string;
  text: string;
  /** Where folders speak of it: what each is called, the address of the file, the line from 1. */
  own?: ReadonlyArray<{ readonly from: string; readonly uri: string; readonly line: number }>;
}

/** Request, client to server: the names in notes, written for other programs. Answered with {@link Exported}, or null where it was cancelled. */
export const EXPORT = "metastasisNotes/export";

/** Formats of an export, with how their files end and in what language the editor shows them. */
export const EXPORT_CHOICES = [
  { format: "csv", ending: "csv", language: "plaintext" },
  { format: "tsv", ending: "tsv", language: "plaintext" },
  { format: "bioc", ending: "bioc.json", language: "json" },
  { format: "jsonld", ending: "jsonld", language: "json" },
  { format: "graphml", ending: "graphml", language: "xml" },
  { format: "glossary", ending: "glossary.md", language: "markdown" },
  { format: "glossary-csv", ending: "glossary.csv", language: "plaintext" },
  { format: "abbreviations", ending: "abbreviations.md", language: "markdown" },
  { format: "abbreviations-csv", ending: "abbreviations.csv", language: "plaintext" },
] as const;

/** Parameter of {@link EXPORT}. */
export interface ExportParams {
  format: (typeof EXPORT_CHOICES)[number]["format"];
  /** Notes in order, with what the export calls them; those that are not open are read from their files. */
  notes: Array<{ uri: string; name: string }>;
}

/** Answer to {@link EXPORT}. */
export interface Exported {
  text: string;
  /** Names of the notes that could not be read. */
  unread: string[];
}

/** Request, client to server: runs a tool for assistants. Answered with {@link ToolText}. */
export const TOOL = "metastasisNotes/tool";

/** Parameter of {@link TOOL}: the tool's name in `features/tools/tools.ts` and its input as a model sent it. */
export interface ToolParams {
  name: string;
  input: unknown;
  /** The note that the user is at, whose folders' own names count. */
  textDocument?: { uri: string };
}

/** Answer to {@link TOOL}: a text for the model; one that says what is wrong with the input, where something is. */
export interface ToolText {
  text: string;
  isError: boolean;
}

/** The code action that makes all certain fixes of a note, also on saving. */
export const FIX_ALL = "source.fixAll.metastasisNotes";

/** The folder that holds what a project says to us, and its list of accepted words. */
export const FOLDER = ".metastasis-notes";
export const WORD_LIST = "words.txt";
/** The summary of a record that the client has begun for a word: nobody has written it yet, so cards leave it out. */
export const UNSAID = "What it is, in a sentence.";
export const CONFIG = "config.yaml";

/** Notification, client to server: a file in a folder of {@link FOLDER} is shown or saved, whose problems are wanted though no note may have asked for it. Parameter: its URI. */
export const OWN_SHOWN = "metastasisNotes/ownShown";

/** Request, client to server: whether a known name is likely being typed at a place of an open note, so that a list may open by itself. Answered with a boolean. */
export const IS_NAME_LIKELY = "metastasisNotes/isNameLikely";

/** Parameter of {@link IS_NAME_LIKELY}. */
export interface PlaceParams {
  textDocument: { uri: string };
  position: Position;
}

/** Request, client to server: what one of the editor's views or commands shows. What it is answered with stands at each kind of {@link ViewParams}. */
export const VIEW = "metastasisNotes/view";

/** Parameter of {@link VIEW}. */
export type ViewParams =
  /** The tree of strategies as {@link ViewRow}s; with a filter, what answers it. */
  | { view: "strategies"; filter?: string }
  /** What an open note, or the whole notebook of a cell, names, as {@link ViewRow}s. */
  | { view: "note"; textDocument: { uri: string } }
  /** What a table of drugs can be made for, as {@link Shown} records. */
  | { view: "tables" }
  /** A Markdown table of the drugs of a record; null where it has none. */
  | { view: "table"; reference: string }
  /** Sentences that cite what a drug does to a target, as {@link Choice}s; the record by its reference, or by a place in an open note. */
  | { view: "citations"; reference?: string; textDocument?: { uri: string }; position?: Position }
  /** Citations of an open note that are to be looked at, as a {@link CitationReview}; with the texts of BibTeX files. */
  | { view: "reviewCitations"; textDocument: { uri: string }; bibliographies: string[] }
  /** What some notes name and what the records say of each pair, as a {@link Network}: of an open note, of the notes in a folder and those below it, of a record and what it is joined with, or of the whole dataset. */
  | { view: "network"; textDocument?: { uri: string }; folder?: string; reference?: string };

/** A picture's content, with the place where each node is named first. */
export interface Network extends Omit<Drawn, "nodes"> {
  nodes: readonly NetworkNode[];
}
export interface NetworkNode extends DrawnNode {
  place?: Location;
}

/** What came of reviewing a note's citations. */
export interface CitationReview extends Omit<Review, "doubts"> {
  doubts: ReadonlyArray<Omit<Doubt, "place"> & Placed>;
}

/** Where something stands in a note; in a notebook in which cell. */
export interface Placed {
  range: Range;
  uri?: string;
}

/** A row of a tree, with where it stands, or first stands. */
export interface ViewRow extends Omit<Row, "place" | "rows">, Partial<Placed> {
  rows?: readonly ViewRow[];
}

/**
 * Client command: shows the uses of a concept in all notes. Arguments: a record's reference, and the {@link PlaceParams} of the mention
 * beside which they are shown; without these the name at the cursor, and the cursor. Behind a lens also the {@link CountedUses} in its title.
 */
export const FIND_USES = "metastasisNotes.findUses";

/** What the title of a lens says. */
export type CountedUses = readonly [name: string, uses: number, notes: number];

/** Client command: asks for one spelling of the concept at the cursor and writes it in all notes, after a preview. */
export const ONE_SPELLING = "metastasisNotes.useOneSpelling";

/** Request, client to server: the uses of a concept in all notes. Answered with {@link Uses}, or null where there is no such concept. */
export const USES = "metastasisNotes/uses";

/** Parameter of {@link USES}: a record by its reference, as the folders of an open note know it, or a concept by a place in one. */
export interface UsesParams {
  reference?: string;
  textDocument?: { uri: string };
  position?: Position;
}

/** Answer to {@link USES}. */
export interface Uses {
  /** The concept's preferred name. */
  name: string;
  /** The names that notes call it by, the commonest first. */
  names: string[];
  /** The names that may stand for it everywhere: the preferred one, then those that are used, the commonest first. */
  spellings: string[];
  /** LSP locations, by note. */
  locations: Location[];
  /** Only open notes were looked at: no folder is open, or the user wants no index. */
  isOfOpen?: true;
}

/** Request, client to server: how often the notes name each record. Answered with `{ "drug:bevacizumab": [uses, notes] }`. */
export const COUNTS = "metastasisNotes/counts";

/**
 * Request, both ways: the notes in a folder. A server in a worker asks since it has no disk, a client since it does not know what
 * git leaves out. Answered with their URIs; null where the server cannot list them either.
 */
export const LIST_NOTES = "metastasisNotes/listNotes";

/** Parameter of {@link LIST_NOTES}. */
export interface ListNotesParams {
  /** URI of the folder. */
  folder: string;
  /** URI of the workspace's folder that it lies in. */
  workspace?: string;
  /** Of notes' names, with their dots. */
  endings: readonly string[];
}

/** Request, server to client: the bytes of a file that the server cannot open itself. Parameter: its URI; an error where there is none. */
export const READ_FILE = "metastasisNotes/readFile";

/** The same for a server that is a process, as base64: what goes between processes is JSON, which has no bytes. */
export const READ_ENCODED = "metastasisNotes/readEncoded";

/** Request, server to client: the names in a folder that the server cannot open itself. Parameter: its URI; null where there is none. */
export const LIST_FOLDER = "metastasisNotes/listFolder";

/** A worker says that something in it was thrown and not caught, which would have ended a process: it is to be started again. */
export const BROKEN = "metastasisNotes/broken";

/** Notification, server to client: what is loaded, for the status item. */
export const STATUS = "metastasisNotes/status";

/** Notification, server to client: what folders add to the dataset is something else; cards and views that are shown are to be asked for again. */
export const CHANGED = "metastasisNotes/changed";

/** Parameter of {@link STATUS}. */
export interface Status {
  /** Version of the dataset, "2026.11"; empty when none could be loaded. */
  version: string;
  /** Day the dataset was made, "2026-11-26". */
  date: string;
  /** Count of records with a card. */
  records: number;
  /** Count of names that are recognised. */
  names: number;
  /** One sentence a problem, each naming the thing and the cure; empty when all is well. */
  problems: string[];
}
