/** What cards can do: open as read-only documents, be copied, choose a reading for a note. */
import * as vscode from "vscode";
import type { BaseLanguageClient, TextEdit } from "vscode-languageclient";
import { CARD, CARD_SCHEME, type CardParams, type CardText, OPEN_CARD, READING, type ReadingParams, USE_READING } from "../server/protocol";
import { registerCardFiles } from "./cardFiles";
import { registerCommand } from "./commands";
import { placeAtCursor } from "./cursor";
import { helpOn, readmeBy } from "./help";
import { areSeveral, folderOf, isWritable } from "./noteFile";

/** Commands that copy something, by what it is to the server and to the user. */
const COPIES: ReadonlyArray<readonly [command: string, form: CardParams["form"], said: (name: string) => string]> = [
  ["metastasisNotes.copyCard", "card", (name) => vscode.l10n.t("The card of {0} is copied", name)],
  ["metastasisNotes.copyCitation", "citation", (name) => vscode.l10n.t("The citation of {0} is copied", name)],
  ["metastasisNotes.copyCitationKeys", "keys", (name) => vscode.l10n.t("The citation keys of {0} are copied", name)],
  ["metastasisNotes.copyIdentifiers", "identifiers", (name) => vscode.l10n.t("The identifiers of {0} are copied", name)],
];

/**
 * Registers the cards and the commands.
 * @param extension the extension's folder
 * @param changed says that what was asked may be answered otherwise now
 */
export function registerCards(client: BaseLanguageClient, extension: vscode.Uri, changed: vscode.Event<void>): vscode.Disposable {
  const ask = (params: CardParams) => client.sendRequest<CardText | null>(CARD, params);
  /** Asks for the record of the name at the cursor; says so where there is none. */
  const atCursor = async (form: CardParams["form"]): Promise<CardText | undefined> => {
    const place = placeAtCursor(client);
    const found = place ? await ask({ form, ...place }) : null;
    if (!found)
      void vscode.window.showInformationMessage(vscode.l10n.t("Put the cursor on a name with a card: a drug, a target, a strategy."));
    return found ?? undefined;
  };
  const textOf = async (uri: vscode.Uri): Promise<string> => {
    const heading = /^\/help\/(.+)\.md$/.exec(uri.path)?.[1];
    if (heading) return helpOn(heading, await readmeBy((name) => vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension, name))));
    const { reference, folder } = readCardPath(uri.path);
    const found = await ask({ form: "full", reference, ...noteIn(client, folder) });
    return found?.text ?? `${vscode.l10n.t("There is no record {0} in this dataset.", reference)}\n`;
  };
  return vscode.Disposable.from(
    registerCardFiles(textOf, changed),
    registerCommand(OPEN_CARD, async (reference: unknown) => {
      const folder = folderHere();
      const isGiven = typeof reference === "string";
      const found = isGiven ? await ask({ form: "identifiers", reference, ...noteIn(client, folder) }) : await atCursor("identifiers");
      const path = found ? decodeURIComponent(found.path) : isGiven && `/${reference.replace(":", "/")}.md`;
      if (!path) return;
      // before another editor is active: a card whose link was clicked would lie over the full one
      await closeHover();
      await show(inFolder(vscode.Uri.from({ scheme: CARD_SCHEME, path }), folder));
    }),
    registerCommand(USE_READING, async (uri: unknown, word: unknown, name: unknown) => {
      if (typeof uri !== "string" || typeof word !== "string" || typeof name !== "string") return;
      const params: ReadingParams = { textDocument: { uri }, word, name };
      const edit = await client.sendRequest<TextEdit | null>(READING, params);
      const changes = new vscode.WorkspaceEdit();
      if (edit) changes.set(vscode.Uri.parse(uri), [client.protocol2CodeConverter.asTextEdit(edit)]);
      if (edit && isWritable(vscode.Uri.parse(uri)) && (await vscode.workspace.applyEdit(changes))) {
        vscode.window.setStatusBarMessage(vscode.l10n.t("In this note “{0}” means {1}", word, name), 4000);
        await closeHover(); // the card still asks which one is meant
      } else
        void vscode.window.showErrorMessage(
          vscode.l10n.t(
            "The front matter of this note cannot be written. Write into it: metastasis-notes: { readings: { {0}: {1} } }",
            word,
            name,
          ),
        );
    }),
    ...COPIES.map(([command, form, said]) =>
      registerCommand(command, async () => {
        const found = await atCursor(form);
        if (!found) return;
        if (found.text === "")
          return void vscode.window.showInformationMessage(vscode.l10n.t("The record of {0} cites no paper and no trial.", found.name));
        await vscode.env.clipboard.writeText(found.text);
        vscode.window.setStatusBarMessage(said(found.name), 4000);
      }),
    ),
  );
}

/** Closes the hover of the active note, which has the keyboard once something in it was clicked; older editors leave it open. */
async function closeHover(): Promise<void> {
  await vscode.commands.executeCommand("editor.action.hideHover").then(undefined, () => undefined);
}

/**
 * Shows a card where one is shown, else beside the note; it is rendered, as the manifest's associations of editors say.
 * Each has a tab that stays: the editor goes back to no tab that another one took over.
 */
async function show(uri: vscode.Uri): Promise<void> {
  const shown = vscode.window.tabGroups.all.find(({ activeTab }) => activeTab && isCard(activeTab));
  await vscode.commands.executeCommand("vscode.open", uri, {
    preview: false,
    viewColumn: shown?.viewColumn ?? vscode.ViewColumn.Beside,
  });
}

const isCard = ({ input }: vscode.Tab): boolean =>
  (input instanceof vscode.TabInputCustom || input instanceof vscode.TabInputText) && input.uri.scheme === CARD_SCHEME;

/** What a path says: the record's reference, and which folder's names count. */
function readCardPath(path: string): { readonly reference: string; readonly folder: vscode.WorkspaceFolder | undefined } {
  const steps = path.replace(/\.md$/, "").split("/").slice(1);
  const name = steps[0] === "in" ? steps[1] : undefined;
  const [kind, said = ""] = steps.slice(name === undefined ? 0 : 2);
  const id = said.endsWith(")") ? said.slice(said.lastIndexOf("(") + 1, -1) : said;
  return { reference: `${kind}:${id}`, folder: vscode.workspace.workspaceFolders?.find((folder) => nameOf(folder) === name) };
}

/** The folder whose names count here: that of the note that is active, or seen, where there are several. */
function folderHere(): vscode.WorkspaceFolder | undefined {
  const editors = [vscode.window.activeTextEditor ?? [], vscode.window.visibleTextEditors].flat();
  return editors.map(({ document }) => folderOf(document.uri)).find((folder) => folder !== undefined);
}

/** A note of a folder, as one to ask about; none where there is one folder at most. */
const noteIn = (client: BaseLanguageClient, folder: vscode.WorkspaceFolder | undefined): Pick<CardParams, "textDocument"> =>
  folder && areSeveral() ? { textDocument: { uri: client.code2ProtocolConverter.asUri(vscode.Uri.joinPath(folder.uri, "note.md")) } } : {};

/** The address of a card as a folder's notes know it: two folders may have records of one id. */
const inFolder = (card: vscode.Uri, folder: vscode.WorkspaceFolder | undefined): vscode.Uri =>
  folder && areSeveral() ? card.with({ path: `/in/${nameOf(folder)}${card.path}` }) : card;

/** What a folder is called in addresses: its name, with its number where another has the same. */
function nameOf({ name, index }: vscode.WorkspaceFolder): string {
  const isFirst = vscode.workspace.workspaceFolders?.find((folder) => folder.name === name)?.index === index;
  return (isFirst ? name : `${name} ${index + 1}`).replaceAll("/", "-");
}

/** What a name's definition leads to, with cards as the folder of the note knows them. */
export function definedIn(
  found: vscode.Definition | vscode.LocationLink[] | null | undefined,
  note: vscode.Uri,
): vscode.Definition | vscode.LocationLink[] | null | undefined {
  if (!Array.isArray(found) || !areSeveral()) return found;
  const folder = folderOf(note);
  return found.map((one: vscode.Location | vscode.LocationLink) =>
    "targetUri" in one && one.targetUri.scheme === CARD_SCHEME ? { ...one, targetUri: inFolder(one.targetUri, folder) } : one,
  ) as vscode.LocationLink[];
}
