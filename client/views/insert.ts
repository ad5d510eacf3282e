/** The commands that put a table of drugs, or a citation, into the note. */
import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { CARD_SCHEME, type Choice, type Shown } from "../../server/protocol";
import { registerCommand } from "../commands";
import { placeAtCursor } from "../cursor";
import { tellUnwritten } from "../noteFile";
import { t } from "../texts";
import { ask } from "./ask";
import { blockAt, citationAt, keptApart, type Lines } from "./places";
import { choiceWords } from "./words";

/** Registers the commands. */
export function registerInsert(client: BaseLanguageClient): vscode.Disposable {
  return vscode.Disposable.from(
    registerCommand("metastasisNotes.insertDrugTable", async (reference: unknown) => {
      // nobody is asked first and refused then
      if (!writtenEditor()) return tellToOpen();
      const chosen = typeof reference === "string" ? reference : await chooseTable(client);
      const table = chosen && (await ask<string>(client, { view: "table", reference: chosen }));
      if (table) await insertText(table, { asBlock: true });
    }),
    registerCommand("metastasisNotes.insertCitation", async () => {
      const editor = vscode.window.activeTextEditor;
      const cursor = placeAtCursor(client);
      const found = (cursor && (await ask<Choice[]>(client, { view: "citations", ...cursor }))) ?? [];
      if (!editor || found.length === 0)
        return void vscode.window.showInformationMessage(
          vscode.l10n.t("Put the cursor on a drug or target whose record says what acts on what."),
        );
      const chosen = await choose(found, vscode.l10n.t("Insert citation for what a drug does to a target"));
      if (!chosen) return;
      const { line, character } = editor.selection.end;
      const { text, ...place } = citationAt(linesOf(editor.document), line, character, chosen.value);
      await insertText(text, { at: new vscode.Position(place.line, place.character) });
    }),
  );
}

const linesOf =
  (document: vscode.TextDocument): Lines =>
  (line) =>
    line >= 0 && line < document.lineCount ? document.lineAt(line).text : undefined;

async function chooseTable(client: BaseLanguageClient): Promise<string | undefined> {
  return (await chooseWithDrugs(client, vscode.l10n.t("Insert table of the drugs of a step, strategy or target")))?.value;
}

/** Has one of the records that have drugs chosen; its value is the reference. */
export const chooseWithDrugs = (client: BaseLanguageClient, title: string): Promise<Choice | undefined> =>
  choose(tableChoices(client), title);

async function tableChoices(client: BaseLanguageClient): Promise<Choice[]> {
  const found = (await ask<Shown[]>(client, { view: "tables" })) ?? [];
  return found.map((row) => ({ label: row.label, description: choiceWords(row, t), value: row.reference ?? "" }));
}

async function choose(choices: readonly Choice[] | Promise<readonly Choice[]>, title: string): Promise<Choice | undefined> {
  return vscode.window.showQuickPick<Choice>(Promise.resolve(choices), {
    title,
    matchOnDescription: true,
    placeHolder: vscode.l10n.t("Type a part of its name"),
  });
}

/** Where and how a text is inserted. */
interface Way {
  /** On lines of its own below the cursor's, with an empty line on either side. */
  readonly asBlock?: boolean;
  /** Where; else the selection is replaced, and what touches it is kept apart. */
  readonly at?: vscode.Position;
}

/** The editor that is or was last active, of those that are no cards and no output. */
const writtenEditor = (): vscode.TextEditor | undefined =>
  [vscode.window.activeTextEditor ?? [], vscode.window.visibleTextEditors]
    .flat()
    .find(({ document: { uri } }) => uri.scheme !== CARD_SCHEME && uri.scheme !== "output");

const tellToOpen = (): void => void vscode.window.showInformationMessage(vscode.l10n.t("Open the note into which it is to be inserted."));

/** Puts a text into the note that is or was last active; says so where there is none. */
export async function insertText(text: string, { asBlock, at }: Way = {}): Promise<void> {
  const editor = writtenEditor();
  if (!editor) return tellToOpen();
  const { document } = editor;
  const block = asBlock ? blockAt(linesOf(document), editor.selection.active.line, text) : undefined;
  const place = block ? new vscode.Position(block.line, block.character) : at;
  const { start, end } = editor.selection;
  const apart = keptApart(
    document.lineAt(start.line).text.slice(0, start.character),
    text,
    document.lineAt(end.line).text.slice(end.character),
  );
  const written = block?.text ?? (at ? text : apart);
  const { version } = document;
  const isDone = await editor.edit((edit) => (place ? edit.insert(place, written) : edit.replace(editor.selection, written)));
  // of a note that can only be read the editor says so too
  if (!isDone || document.version === version) return tellUnwritten(document.uri);
  await vscode.window.showTextDocument(document, editor.viewColumn);
  // behind a long list it may be far below the cursor
  if (place) editor.revealRange(new vscode.Range(place, place.translate(2)), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
