/** What cards can do: open as read-only documents, be copied, choose a reading for a note. */
import * as vscode from "vscode";
import type { BaseLanguageClient, TextEdit } from "vscode-languageclient";
import { CARD, CARD_SCHEME, type CardParams, type CardText, OPEN_CARD, READING, type ReadingParams, USE_READING } from "../server/protocol";

/** Commands that copy something, by what it is to the server and to the user. */
const COPIES: ReadonlyArray<readonly [command: string, form: CardParams["form"], what: string]> = [
  ["metastasisNotes.copyCard", "card", "The card"],
  ["metastasisNotes.copyCitation", "citation", "The citation"],
  ["metastasisNotes.copyCitationKeys", "keys", "The citation keys"],
  ["metastasisNotes.copyIdentifiers", "identifiers", "The identifiers"],
];

/** Registers the documents and the commands. */
export function registerCards(client: BaseLanguageClient): vscode.Disposable {
  const ask = (params: CardParams) => client.sendRequest<CardText | null>(CARD, params);
  return vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(CARD_SCHEME, {
      provideTextDocumentContent: async (uri) => {
        const reference = referenceOf(uri);
        return (await ask({ form: "full", reference }))?.text ?? `There is no record ${reference} in this dataset.\n`;
      },
    }),
    vscode.commands.registerCommand(OPEN_CARD, async (reference: unknown) => {
      const found = typeof reference === "string" ? reference : (await atCursor(ask, "identifiers"))?.reference;
      if (found) await show(uriOf(found));
    }),
    vscode.commands.registerCommand(USE_READING, async (uri: unknown, word: unknown, name: unknown) => {
      if (typeof uri !== "string" || typeof word !== "string" || typeof name !== "string") return;
      const params: ReadingParams = { textDocument: { uri }, word, name };
      const edit = await client.sendRequest<TextEdit | null>(READING, params);
      const changes = new vscode.WorkspaceEdit();
      if (edit) changes.set(vscode.Uri.parse(uri), [client.protocol2CodeConverter.asTextEdit(edit)]);
      if (edit && (await vscode.workspace.applyEdit(changes)))
        vscode.window.setStatusBarMessage(`In this note “${word}” means ${name}`, 4000);
      else
        void vscode.window.showErrorMessage(
          `The front matter of this note cannot be written. Write into it: metastasis-notes: { readings: { ${word}: ${name} } }`,
        );
    }),
    ...COPIES.map(([command, form, what]) =>
      vscode.commands.registerCommand(command, async () => {
        const found = await atCursor(ask, form);
        if (!found) return;
        if (found.text === "") return void vscode.window.showInformationMessage(`The record of ${found.name} cites no paper and no trial.`);
        await vscode.env.clipboard.writeText(found.text);
        vscode.window.setStatusBarMessage(`${what} of ${found.name} copied`, 4000);
      }),
    ),
  );
}

/** Asks for the record of the name at the cursor; says so where there is none. */
async function atCursor(ask: (params: CardParams) => Promise<CardText | null>, form: CardParams["form"]): Promise<CardText | undefined> {
  const editor = vscode.window.activeTextEditor;
  const uri = editor?.document.uri.toString();
  // numbers, not the editor's own object: a worker would be sent its fields, not its lines and characters
  const { line = 0, character = 0 } = editor?.selection.active ?? {};
  const found = uri ? await ask({ form, textDocument: { uri }, position: { line, character } }) : null;
  if (!found) void vscode.window.showInformationMessage("Put the cursor on a name with a card: a drug, a target, a strategy.");
  return found ?? undefined;
}

/** Shows a card beside the note: rendered, or as text where Markdown cannot be rendered. */
async function show(uri: vscode.Uri): Promise<void> {
  try {
    await vscode.commands.executeCommand("markdown.showPreviewToSide", uri);
  } catch {
    await vscode.window.showTextDocument(uri, { preview: true, viewColumn: vscode.ViewColumn.Beside });
  }
}

/** "drug:bevacizumab" ↔ `metastasis-notes:/drug/bevacizumab.md`. */
function uriOf(reference: string): vscode.Uri {
  const colon = reference.indexOf(":");
  return vscode.Uri.from({ scheme: CARD_SCHEME, path: `/${reference.slice(0, colon)}/${reference.slice(colon + 1)}.md` });
}

function referenceOf({ path }: vscode.Uri): string {
  const [, kind, id] = /^\/([^/]+)\/(.+)\.md$/.exec(path) ?? [];
  return kind && id ? `${kind}:${id}` : path;
}
