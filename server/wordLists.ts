/** The word lists (`.metastasis-notes/words.txt`) of the folders above a note, as the command line reads them: all of them count. */
import { acceptedWordsIn } from "./acceptedWords";
import { FOLDER, WORD_LIST } from "./protocol";
import type { Settings } from "./settings";

/** How many folders up a list is looked for. */
const HIGHEST = 32;

export class WordLists {
  private readonly read: (uri: string) => Promise<string | undefined>;
  /** The folders that are open in the editor: nothing further up counts. URIs without a slash at the end. */
  private readonly workspaces: readonly string[];
  private lists = new Map<string, Promise<readonly string[]>>();
  private merged = new WeakMap<Settings, Map<string, Settings>>();

  /** @param read gives the text of a file, nothing where there is none; it never rejects */
  constructor(workspaces: readonly string[], read: (uri: string) => Promise<string | undefined>) {
    this.workspaces = workspaces.map((uri) => uri.replace(/\/+$/, ""));
    this.read = read;
  }

  /** Forgets what was read: a list has changed. */
  forget(): void {
    this.lists = new Map();
    this.merged = new WeakMap();
  }

  /** The settings for a note: with the words of its lists among the accepted ones; the same object for the same words. */
  async settingsFor(uri: string, settings: Settings): Promise<Settings> {
    const folders = foldersAbove(uri, this.workspaces);
    // what is read now belongs to these, though the lists may be forgotten meanwhile
    const { merged: all, lists } = this;
    const words = (await Promise.all(folders.map((folder) => this.listIn(folder, lists)))).flat();
    if (words.length === 0) return settings;
    const held = all.get(settings) ?? new Map<string, Settings>();
    all.set(settings, held);
    const key = folders[0]!;
    const known = held.get(key);
    if (known) return known;
    const merged = { ...settings, acceptedWords: new Set([...settings.acceptedWords, ...words.map((word) => word.toLowerCase())]) };
    held.set(key, merged);
    return merged;
  }

  private listIn(folder: string, lists: WordLists["lists"]): Promise<readonly string[]> {
    const held = lists.get(folder);
    if (held) return held;
    const list = this.read(`${folder}/${FOLDER}/${WORD_LIST}`).then((text) => (text === undefined ? [] : acceptedWordsIn(text)));
    lists.set(folder, list);
    return list;
  }
}

/** The folders that a note lies in, the nearest first, up to the one that is open in the editor; none for a note without a file. */
function foldersAbove(uri: string, workspaces: readonly string[]): string[] {
  const root = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i.exec(uri)?.[0];
  if (root === undefined) return [];
  const folders: string[] = [];
  for (let at = uri.lastIndexOf("/"); at >= root.length && folders.length < HIGHEST; at = uri.lastIndexOf("/", at - 1)) {
    folders.push(uri.slice(0, at));
    if (workspaces.includes(uri.slice(0, at))) break;
  }
  return folders;
}
