/** What cards can do: open as read-only documents, be copied, choose a reading for a note. */
import * as vscode from "vscode";
import type { BaseLanguageClient, TextEdit } from "vscode-languageclient";
import { CARD, CARD_SCHEME, type CardParams, type CardText, OPEN_CARD, READING, type ReadingParams, USE_READING } from "../server/protocol";
import { registerCardFiles } from "./cardFiles";
import { registerCommand } from "./commands";
import { placeAtCursor } from "./cursor";
import { helpOn, readmeBy } from "./help";

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
    const reference = referenceOf(uri);
    return (await ask({ form: "full", reference }))?.text ?? `${vscode.l10n.t("There is no record {0} in this dataset.", reference)}\n`;
  };
  return vscode.Disposable.from(
    registerCardFiles(textOf, changed),
    registerCommand(OPEN_CARD, async (reference: unknown) => {
      const found = typeof reference === "string" ? reference : (await atCursor("identifiers"))?.reference;
      if (found) await show(uriOf(found));
    }),
    registerCommand(USE_READING, async (uri: unknown, word: unknown, name: unknown) => {
      if (typeof uri !== "string" || typeof word !== "string" || typeof name !== "string") return;
      const params: ReadingParams = { textDocument: { uri }, word, name };
      const edit = await client.sendRequest<TextEdit | null>(READING, params);
      const changes = new vscode.WorkspaceEdit();
      if (edit) changes.set(vscode.Uri.parse(uri), [client.protocol2CodeConverter.asTextEdit(edit)]);
      if (edit && (await vscode.workspace.applyEdit(changes)))
        vscode.window.setStatusBarMessage(vscode.l10n.t("In this note “{0}” means {1}", word, name), 4000);
      else
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

/** "drug:bevacizumab" ↔ `metastasis-notes:/drug/bevacizumab.md`. */
function uriOf(reference: string): vscode.Uri {
  const colon = reference.indexOf(":");
  return vscode.Uri.from({ scheme: CARD_SCHEME, path: `/${reference.slice(0, colon)}/${reference.slice(colon + 1)}.md` });
}

function referenceOf({ path }: vscode.Uri): string {
  const [, kind, id] = /^\/([^/]+)\/(.+)\.md$/.exec(path) ?? [];
  return kind && id ? `${kind}:${id}` : path;
}
