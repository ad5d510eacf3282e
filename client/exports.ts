/** Commands that export what notes mention: of the open note into a new document, of a folder into a file. */
import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import {
  ALL_ENDINGS,
  EXPORT,
  EXPORT_CHOICES,
  type Exported,
  type ExportParams,
  LIST_NOTES,
  type ListNotesParams,
} from "../server/protocol";
import { registerCommand } from "./commands";
import { findFiles } from "./findFiles";
import { messageOf } from "./messageOf";
import { cellsBeside, exists, fileOf, folderOf } from "./noteFile";
import { t } from "./texts";
import { activeDocument } from "./views/ask";

type Choice = (typeof EXPORT_CHOICES)[number];

/** Folders that hold no notes. */
const NO_NOTES = "**/{node_modules,.*}/**";

/** What each format is to a user. */
const TITLES: Readonly<Record<Choice["format"], string>> = {
  csv: vscode.l10n.t("Mentions for spreadsheets (CSV)"),
  tsv: vscode.l10n.t("Mentions for scripts (TSV)"),
  bioc: vscode.l10n.t("Mentions as annotations (BioC JSON)"),
  jsonld: vscode.l10n.t("Mentions and what the records say of them (JSON-LD)"),
  graphml: vscode.l10n.t("Network of drugs, targets and processes (GraphML)"),
  glossary: vscode.l10n.t("Glossary (Markdown)"),
  "glossary-csv": vscode.l10n.t("Glossary (CSV)"),
  abbreviations: vscode.l10n.t("Abbreviations (Markdown)"),
  "abbreviations-csv": vscode.l10n.t("Abbreviations (CSV)"),
};

/**
 * Registers the commands. Both take a format and, for other extensions and tests, the URI of the file to write.
 * @param notes which documents are notes
 */
export function registerExports(client: BaseLanguageClient, notes: vscode.DocumentSelector): vscode.Disposable {
  const ask = (params: ExportParams, token?: vscode.CancellationToken) => client.sendRequest<Exported | null>(EXPORT, params, token);
  return vscode.Disposable.from(
    registerCommand("metastasisNotes.exportNote", async (format: unknown) => {
      const document = vscode.window.activeTextEditor?.document ?? activeDocument(notes);
      if (!document) return void vscode.window.showInformationMessage(vscode.l10n.t("Open a note to export what it mentions."));
      const choice = await choose(format);
      const parts = choice && partsOf(document).map(({ uri, name }) => ({ uri: client.code2ProtocolConverter.asUri(uri), name }));
      const exported = parts && (await ask({ format: choice.format, notes: parts }));
      if (!exported) return;
      // the editor keeps the encoding itself
      await showNew(exported.text.replace(/^\ufeff/, ""), fileOf(document.uri), choice);
    }),
    registerCommand("metastasisNotes.exportFolder", async (folder: unknown, format: unknown, target: unknown) => {
      const root = folder instanceof vscode.Uri ? folder : (await vscode.window.showWorkspaceFolderPick())?.uri;
      const choice = root && (await choose(format));
      const file = choice && (target instanceof vscode.Uri ? target : await askForFile(root, choice));
      if (!file) return;
      const found = await notesIn(client, root);
      const uris = found.filter(({ path }) => path !== file.path).sort((a, b) => (a.path < b.path ? -1 : 1));
      const notes = uris.map((uri) => ({ uri: client.code2ProtocolConverter.asUri(uri), name: noteName(uri, root) }));
      if (notes.length === 0) return void vscode.window.showInformationMessage(vscode.l10n.t("There are no notes in {0}.", nameOf(root)));
      const exported = await whileShown(vscode.l10n.t("Exporting mentions"), (token) => ask({ format: choice.format, notes }, token));
      if (!exported) return;
      try {
        await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(exported.text));
      } catch (error) {
        return void vscode.window.showErrorMessage(vscode.l10n.t("{0} could not be written: {1}", file.path, messageOf(error)));
      }
      const names = exported.unread.slice(0, 3).join(", ");
      const unread = exported.unread.length > 0 ? vscode.l10n.t("; not read: {0}", names) : "";
      void vscode.window.showInformationMessage(
        notes.length === 1
          ? vscode.l10n.t("What 1 note mentions is in {0}{1}.", nameOf(file), unread)
          : t("What {0} notes mention is in {1}{2}.", notes.length, nameOf(file), unread),
      );
    }),
  );
}

/** The notes in a folder and those below it: without what git leaves out where the server reads the disk, else what the editor finds. */
async function notesIn(client: BaseLanguageClient, folder: vscode.Uri): Promise<vscode.Uri[]> {
  const { code2ProtocolConverter: server, protocol2CodeConverter: editor } = client;
  const params: ListNotesParams = {
    folder: server.asUri(folder),
    workspace: server.asUri(folderOf(folder)?.uri ?? folder),
    endings: ALL_ENDINGS,
  };
  const listed = await client.sendRequest<string[] | null>(LIST_NOTES, params);
  if (listed) return listed.map((uri) => editor.asUri(uri));
  return findFiles(folder, ALL_ENDINGS, NO_NOTES);
}

/** What an export calls a note: its path in its folder; outside all folders the file's name, for its path tells where somebody lives. */
function noteName(uri: vscode.Uri, exported?: vscode.Uri): string {
  const file = fileOf(uri);
  if (vscode.workspace.getWorkspaceFolder(file)) return nameOf(file);
  const from = exported && file.path.startsWith(exported.path) ? exported.path.length : file.path.lastIndexOf("/");
  return file.path.slice(from).replace(/^\/+/, "");
}

const nameOf = (uri: vscode.Uri): string => vscode.workspace.asRelativePath(fileOf(uri), false);

/**
 * Shows an export as a new document, which is saved beside its note under the note's name; as one without a name where the note is
 * in no file or in another file system than the folder that is open, or a file is called so.
 */
async function showNew(content: string, note: vscode.Uri, { ending, language }: Choice): Promise<void> {
  const file = note.with({ path: `${note.path.replace(/\.[^./]+$/, "")}.${ending}` });
  // what has a name and is not saved yet is saved in the file system of the first folder, whichever its note lies in
  const isHere = note.scheme === (vscode.workspace.workspaceFolders?.[0]?.uri.scheme ?? "file");
  const isFree = isHere && vscode.workspace.fs.isWritableFileSystem(note.scheme) && !(await exists(file));
  const named = isFree ? file.with({ scheme: "untitled" }) : undefined;
  const document = await (named ? vscode.workspace.openTextDocument(named) : vscode.workspace.openTextDocument({ content, language }));
  const editor = await vscode.window.showTextDocument(document);
  if (!named) return;
  const all = new vscode.Range(new vscode.Position(0, 0), document.positionAt(document.getText().length));
  await editor.edit((edit) => {
    edit.replace(all, content);
    if (content.includes("\r\n")) edit.setEndOfLine(vscode.EndOfLine.CRLF);
  });
}

/** A note as it is exported: of a notebook all cells that are notes, with their numbers: "screen.ipynb#3". */
function partsOf({ uri, languageId }: vscode.TextDocument): Array<{ uri: vscode.Uri; name: string }> {
  const name = noteName(uri);
  const cells = cellsBeside(uri).flatMap(({ document, index }) =>
    document.languageId === languageId ? [{ uri: document.uri, name: `${name}#${index + 1}` }] : [],
  );
  return cells.length > 0 ? cells : [{ uri, name }];
}

/** The format that was given, else one that the user picks; nothing where none is. */
async function choose(format: unknown): Promise<Choice | undefined> {
  const given = EXPORT_CHOICES.find((choice) => choice.format === format);
  if (given) return given;
  const items = EXPORT_CHOICES.map((choice) => ({ label: TITLES[choice.format], choice }));
  return (await vscode.window.showQuickPick(items, { title: vscode.l10n.t("What to export") }))?.choice;
}

const askForFile = (folder: vscode.Uri, { ending }: Choice): Thenable<vscode.Uri | undefined> =>
  vscode.window.showSaveDialog({ defaultUri: vscode.Uri.joinPath(folder, `mentions.${ending}`), title: vscode.l10n.t("Export mentions") });

/** Does something that may take long, with a button that cancels it; nothing where it was cancelled. */
const whileShown = <T>(title: string, work: (token: vscode.CancellationToken) => Promise<T>): Thenable<T | undefined> =>
  vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title, cancellable: true }, (_, token) =>
    work(token).catch((error: unknown) => {
      if (!token.isCancellationRequested) throw error;
      return undefined;
    }),
  );
