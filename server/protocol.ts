/**
 * What client and server say to each other beyond LSP. The one server file that the client imports:
 * plain constants and types, nothing at run time but strings.
 */

/** The section of the editor's settings that is ours. */
export const SETTINGS = "metastasisNotes";

/** `initializationOptions` of our own client. Every part may be missing: other editors send none of it. */
export interface InitializationOptions {
  /** URI of the extension's folder; the dataset lies under `dist/data/`. Without it the server looks beside itself. */
  extensionUri?: string;
  /** True when the client draws `$(name)` theme icons in hovers; else cards are printed without them. */
  themeIcons?: boolean;
  /** Client commands that code actions may call; a missing one is not offered. */
  commands?: string[];
}

/** Client command: adds a word to `metastasisNotes.acceptedWords`. Argument: the word. */
export const ACCEPT_WORD = "metastasisNotes.acceptWord";

/** Request, server to client: the bytes of a file the server cannot open itself (web). Parameter: its URI. */
export const READ_FILE = "metastasisNotes/readFile";

/** Notification, server to client: what is loaded, for the status item. */
export const STATUS = "metastasisNotes/status";

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
