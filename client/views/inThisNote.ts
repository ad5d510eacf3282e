/** The view *In this note*: what the active note names. It follows the editor, and asks only while it is seen. */
import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { CARD_SCHEME, type ViewRow } from "../../server/protocol";
import { showPlace } from "../closedNotebooks";
import { setContext } from "../commands";
import { fileOf } from "../noteFile";
import { activeDocument, ask, visibleNote } from "./ask";
import { Rows } from "./rows";

/** How long nothing must be typed before the note is asked for anew, in milliseconds. */
const QUIET = 400;
/**
 * For the words of an empty view: `none` where there is no note, `read` where there is one that names nothing. Else nothing is
 * said: words that rows soon replace are untrue, and the keyboard's place goes with them.
 */
const NOTE = "note";

/**
 * Registers the view.
 * @param notes which documents are notes
 * @param changed says that what was asked may be answered otherwise now
 */
export function registerInThisNote(
  client: BaseLanguageClient,
  notes: vscode.DocumentSelector,
  changed: vscode.Event<void>,
): vscode.Disposable {
  let shown: vscode.TextDocument | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;
  const rows = new Rows(
    (row) => (row.range ? { command: "metastasisNotes.goToPlace", title: vscode.l10n.t("Go to Place"), arguments: [row] } : undefined),
    (row) => row.kind === "group",
  );
  const view = vscode.window.createTreeView("metastasisNotes.note", { treeDataProvider: rows, showCollapseAll: true });

  function later(delay: number): void {
    if (!view.visible) return;
    clearTimeout(timer);
    timer = setTimeout(() => void load(), delay);
  }

  async function load(): Promise<void> {
    const turn = ++asked;
    const document = activeDocument(notes) ?? (shown && !shown.isClosed ? shown : visibleNote(notes));
    const params = document && { view: "note" as const, textDocument: { uri: client.code2ProtocolConverter.asUri(document.uri) } };
    const found = params ? await ask<ViewRow[]>(client, params).catch(() => undefined) : [];
    // without an answer it is not said that the note names nothing
    if (turn !== asked || !found) return;
    setContext(NOTE, !document ? "none" : found.length > 0 ? "named" : "read");
    shown = document;
    rows.show(found);
    // the editor takes no notice of one that is deleted
    view.description = document?.uri.path.split("/").at(-1) ?? "";
  }

  async function goTo(row: ViewRow): Promise<void> {
    if (!shown || !row.range) return;
    const uri = row.uri ? client.protocol2CodeConverter.asUri(row.uri) : shown.uri;
    await showPlace(uri, client.protocol2CodeConverter.asRange(row.range), { preserveFocus: false });
  }

  return vscode.Disposable.from(
    view,
    view.onDidChangeVisibility(() => later(0)),
    changed(() => later(0)),
    vscode.window.onDidChangeActiveTextEditor((editor) => {
      // cards and output panels are no notes: the last note stays
      if (editor && editor.document.uri.scheme !== CARD_SCHEME) later(50);
    }),
    vscode.window.onDidChangeActiveNotebookEditor(() => later(50)),
    vscode.window.onDidChangeNotebookEditorSelection(() => later(50)),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      // of a notebook any cell
      if (shown && fileOf(document.uri) === fileOf(shown.uri)) later(QUIET);
    }),
    vscode.workspace.onDidCloseTextDocument((document) => {
      if (document === shown) later(0);
    }),
    vscode.commands.registerCommand("metastasisNotes.goToPlace", goTo),
    { dispose: () => clearTimeout(timer) },
  );
}
