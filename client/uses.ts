/** Uses of a concept in all notes, shown in the editor's own list; one spelling for it; the notes that only the editor can list. */
import * as vscode from "vscode";
import type { BaseLanguageClient, Location } from "vscode-languageclient";
import {
  FIND_USES,
  LIST_NOTES,
  type ListNotesParams,
  ONE_SPELLING,
  type PlaceParams,
  USES,
  type Uses,
  type UsesParams,
} from "../server/protocol";
import { showPlace, withCells } from "./closedNotebooks";
import { registerCommand } from "./commands";
import { placeAtCursor } from "./cursor";
import { findFiles } from "./findFiles";
import { fileOf, isWritable, tellUnwritten } from "./noteFile";
import { t } from "./texts";
import { usesTitle } from "./views/words";

/** Registers the commands, and answers the server. */
export function registerUses(client: BaseLanguageClient): vscode.Disposable {
  client.onRequest(LIST_NOTES, async ({ folder, endings }: ListNotesParams) =>
    (await findFiles(vscode.Uri.parse(folder), endings)).map((uri) => client.code2ProtocolConverter.asUri(uri)),
  );
  const { protocol2CodeConverter: editor } = client;
  const ask = async (
    reference: unknown,
    place: PlaceParams | undefined,
    filesOf: (uses: Uses | null) => vscode.Uri[],
  ): Promise<(Uses & { readonly title: string }) | undefined> => {
    const params: UsesParams | undefined = typeof reference === "string" ? { ...place, reference } : place;
    const found = await withCells(async () => (params ? await client.sendRequest<Uses | null>(USES, params) : null), filesOf);
    if (!found) void vscode.window.showInformationMessage(vscode.l10n.t("Put the cursor on a name: a drug, a target, a strategy."));
    return found ? { ...found, title: usesTitle(found, t) } : undefined;
  };
  return vscode.Disposable.from(
    registerCommand(FIND_USES, async (reference?: unknown, mention?: unknown) => {
      // menus give arguments of their own
      const of = typeof reference === "string" ? (mention as PlaceParams | undefined) : undefined;
      const found = await ask(reference, of ?? placeAtCursor(client), (uses) =>
        (uses?.locations ?? []).map(({ uri }) => editor.asUri(uri)),
      );
      if (!found) return;
      vscode.window.setStatusBarMessage(found.title, 8000);
      const [first] = found.locations;
      if (!first) return void vscode.window.showInformationMessage(found.title);
      const locations = found.locations.map((location: Location) => editor.asLocation(location));
      const show = (uri: vscode.Uri, position: vscode.Position) =>
        vscode.commands.executeCommand("editor.action.showReferences", uri, position, locations);
      if (of) return void (await show(editor.asUri(of.textDocument.uri), editor.asPosition(of.position)));
      if (!vscode.window.activeTextEditor) await showPlace(editor.asUri(first.uri), editor.asRange(first.range));
      // a notebook whose cells are only shown has none
      const { document, selection } = vscode.window.activeTextEditor ?? {};
      if (document && selection) await show(document.uri, selection.active);
    }),
    registerCommand(ONE_SPELLING, async () => {
      const active = vscode.window.activeTextEditor;
      // notebooks that are not open keep their spellings: there is no need to open them
      const found = await ask(undefined, placeAtCursor(client), () => []);
      if (!active || !found) return;
      // of one there is nothing to choose
      if (found.spellings.length === 1)
        return void vscode.window.showInformationMessage(
          vscode.l10n.t("{0}: there is only one spelling. Rename Symbol writes another name.", found.title),
        );
      const { document, selection } = active;
      const spelling = await vscode.window.showQuickPick(found.spellings, {
        title: vscode.l10n.t("Use One Spelling for {0}", found.name),
        placeHolder: vscode.l10n.t("{0}. Which is to stand everywhere?", found.title),
      });
      if (spelling === undefined) return;
      const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
        "vscode.executeDocumentRenameProvider",
        document.uri,
        selection.active,
        spelling,
      );
      const [fixed] = edit.entries().find(([uri]) => !isWritable(uri)) ?? [];
      if (fixed) return tellUnwritten(fixed);
      if (!(await isWanted(edit, spelling)) || !(await vscode.workspace.applyEdit(confirmed(edit), { isRefactoring: true }))) return;
      vscode.window.setStatusBarMessage(vscode.l10n.t("“{0}” is written; quotations, links and closed notebooks stay", spelling), 8000);
    }),
  );
}

/** How many notes are listed in a question, at most. */
const LISTED = 12;

/** Asks before several notes are changed. */
async function isWanted(edit: vscode.WorkspaceEdit, spelling: string): Promise<boolean> {
  const places = new Map<string, number>();
  for (const [uri, { length }] of edit.entries()) {
    const note = vscode.workspace.asRelativePath(fileOf(uri));
    places.set(note, (places.get(note) ?? 0) + length);
  }
  if (places.size < 2) return true;
  const lines = [...places].map(([note, count]) => `${note}: ${count}`);
  const detail = lines.length > LISTED ? [...lines.slice(0, LISTED), "…"] : lines;
  const question = t("Write “{0}” in {1} notes?", spelling, places.size);
  const change = vscode.l10n.t("Change");
  return (await vscode.window.showInformationMessage(question, { modal: true, detail: detail.join("\n") }, change)) === change;
}

/** An edit of which nothing is to be confirmed any more: the editor's own preview leaves unticked what is. */
function confirmed(edit: vscode.WorkspaceEdit): vscode.WorkspaceEdit {
  const plain = new vscode.WorkspaceEdit();
  for (const [uri, edits] of edit.entries()) plain.set(uri, edits);
  return plain;
}
