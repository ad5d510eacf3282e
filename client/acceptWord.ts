/** Accepts words: for the user, or for the folder of the workspace that the note lies in, in its word list if it has one. */
import * as vscode from "vscode";
import { FOLDER, SETTINGS, WORD_LIST } from "../server/protocol";
import { messageOf } from "./messageOf";
import { areSeveral, exists, folderOf } from "./noteFile";

const { Global, Workspace, WorkspaceFolder } = vscode.ConfigurationTarget;

/**
 * The command `metastasisNotes.acceptWord`. If something goes wrong, a message says so.
 * @param word the word
 * @param scope "user" or "workspace"; by default the workspace if a folder is open, else the user
 * @param uri the note that the word stands in; of several folders it is the note's own that accepts it, for they share nothing
 */
export async function acceptWord(word: unknown, scope?: unknown, uri?: unknown): Promise<void> {
  if (typeof word !== "string" || word.trim() === "") return;
  const isForWorkspace = scope !== "user" && vscode.workspace.workspaceFolders !== undefined;
  // the words of a folder count for no note outside it, one without a file among them
  const folder = typeof uri === "string" ? folderOf(vscode.Uri.parse(uri)) : vscode.workspace.workspaceFolders?.[0];
  try {
    const list = isForWorkspace && folder ? await wordList(folder) : undefined;
    if (list) await addToList(list, word);
    else if (isForWorkspace && folder && areSeveral()) await addToSettings(word, WorkspaceFolder, folder);
    else await addToSettings(word, isForWorkspace ? Workspace : Global);
  } catch (error) {
    void vscode.window.showErrorMessage(vscode.l10n.t("“{0}” could not be accepted: {1}", word, messageOf(error)));
  }
}

/** The word list of a folder; nothing where it has none. */
async function wordList({ uri }: vscode.WorkspaceFolder): Promise<vscode.Uri | undefined> {
  const list = vscode.Uri.joinPath(uri, FOLDER, WORD_LIST);
  return (await exists(list)) ? list : undefined;
}

/**
 * Adds a line to a word list as it is on disk, since an editor may show an older state. If somebody is editing the list, their
 * changes are saved as well.
 */
async function addToList(list: vscode.Uri, word: string): Promise<void> {
  const edited = vscode.workspace.textDocuments.find((document) => document.isDirty && document.uri.toString() === list.toString());
  const text =
    edited?.getText() ?? new TextDecoder("utf-8", { ignoreBOM: true, fatal: true }).decode(await vscode.workspace.fs.readFile(list));
  if (text.split(/\r\n|\r|\n/).some((line) => line.trim() === word)) return;
  const line = `${text === "" || text.endsWith("\n") ? "" : "\n"}${word}\n`;
  if (!edited) return vscode.workspace.fs.writeFile(list, new TextEncoder().encode(text + line));
  const edit = new vscode.WorkspaceEdit();
  edit.insert(list, edited.positionAt(text.length), line);
  if (!(await vscode.workspace.applyEdit(edit)) || !(await edited.save())) throw new Error(`${FOLDER}/${WORD_LIST} cannot be written`);
}

async function addToSettings(word: string, target: vscode.ConfigurationTarget, folder?: vscode.WorkspaceFolder): Promise<void> {
  const settings = vscode.workspace.getConfiguration(SETTINGS, folder);
  const found = settings.inspect<unknown>("acceptedWords");
  const held = (folder ? found?.workspaceFolderValue : target === Workspace ? found?.workspaceValue : found?.globalValue) ?? [];
  if (!Array.isArray(held)) throw new Error(vscode.l10n.t("the setting {0} is no list; mend it first", `${SETTINGS}.acceptedWords`));
  if (held.includes(word)) return;
  await settings.update(
    "acceptedWords",
    [...held, word].sort((a, b) => String(a).localeCompare(String(b), "en")),
    target,
  );
}

/**
 * The settings for the server. Where the editor lets a workspace's or a folder's words replace the user's, they are joined.
 * @param items what the server has asked for, in the order of the sections
 */
export function withAllWords<T>(sections: T, items: ReadonlyArray<{ readonly scopeUri?: string }>): T | unknown[] {
  if (!Array.isArray(sections)) return sections;
  return sections.map((section, i) => {
    if (typeof section !== "object" || section === null || !("acceptedWords" in section)) return section;
    const scope = items[i]?.scopeUri;
    const found = vscode.workspace.getConfiguration(SETTINGS, scope ? vscode.Uri.parse(scope) : null).inspect<unknown>("acceptedWords");
    const lists = [found?.globalValue, found?.workspaceValue, found?.workspaceFolderValue].filter(Array.isArray);
    return lists.length < 2 ? section : { ...section, acceptedWords: [...new Set(lists.flat())] };
  });
}
