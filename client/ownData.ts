/** A folder's own names and records: commands that begin them, and that show where a name comes from. */
import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { ADD_OWN, CARD, type CardParams, type CardText, FOLDER, OWN_SHOWN, UNSAID } from "../server/protocol";
import { acceptWord } from "./acceptWord";
import { registerCommand } from "./commands";
import { placeAtCursor } from "./cursor";
import { areSeveral, exists, fileOf, folderOf, isOwn } from "./noteFile";
import { kindWord } from "./views/words";

/** What a word may be added as a record of. */
const KINDS = ["drug", "target", "family", "complex", "process", "strategy", "nanoplatform"] as const;

const TABLE = "names.tsv";
const FIRST_ROWS =
  "name\tkind\tpreferred\tnote\n# a name in a row; these begin with # and are not read\n# MB-217\tdrug\t\tour lead compound\n# metablocker\tdrug\tMB-217\t\n";

/** Registers the commands. */
export function registerOwnData(client: BaseLanguageClient): vscode.Disposable {
  return vscode.Disposable.from(
    registerCommand(ADD_OWN, add),
    registerCommand("metastasisNotes.newDataset", newDataset),
    registerCommand("metastasisNotes.showOrigin", () => showOrigin(client)),
    vscode.workspace.onDidOpenTextDocument((document) => tellShown(client, document)),
    vscode.workspace.onDidSaveTextDocument((document) => tellShown(client, document)),
    client.onDidChangeState(() => {
      for (const document of vscode.workspace.textDocuments) tellShown(client, document);
    }),
  );
}

/**
 * Has the server look at a folder's own file that is open or was saved: without a note nothing else asks for it, and a window that has
 * just been opened, or a system that can watch no more files, does not tell of changes.
 */
function tellShown(client: BaseLanguageClient, { uri }: vscode.TextDocument): void {
  if (!client.isRunning() || uri.path.split("/").at(-2) !== FOLDER || !isOwn(uri)) return;
  // a server that stops just then is asked again when it has started
  client.sendNotification(OWN_SHOWN, uri.toString()).catch(() => undefined);
}

/** Adds a word, by default that at the cursor, as a record of its own, and opens this. */
async function add(given: unknown, wanted: unknown, uri: unknown): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const word = typeof given === "string" ? given.trim() : editor ? wordAt(editor) : "";
  if (word === "")
    return void vscode.window.showInformationMessage(vscode.l10n.t("Put the cursor on the word that is to be added, or select it."));
  const kind = typeof wanted === "string" ? wanted : await pickKind(word);
  if (kind === undefined) return;
  const note = typeof uri === "string" ? vscode.Uri.parse(uri) : editor?.document.uri;
  if (kind === "word") return acceptWord(word, "workspace", note?.toString());
  const folder = await folderFor(note);
  if (!folder) return;
  const id = idOf(word, kind);
  const file = vscode.Uri.joinPath(folder, `${id}.yaml`);
  if (!(await exists(file))) await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(stub(id, kind, word)));
  const shown = await vscode.window.showTextDocument(file, { preview: false });
  const { document } = shown;
  const at = document.getText().indexOf(UNSAID);
  if (at < 0) return;
  shown.selection = new vscode.Selection(document.positionAt(at), document.positionAt(at + UNSAID.length));
}

/** What is selected, else the word at the cursor with its hyphens and digits. */
function wordAt({ document, selection }: vscode.TextEditor): string {
  const range = selection.isEmpty ? document.getWordRangeAtPosition(selection.active, /[\p{L}\p{N}]+(?:[-/.][\p{L}\p{N}]+)*/u) : selection;
  const text = range ? document.getText(range).trim() : "";
  return text.replace(/(?<!\s)\s*[\r\n]\s*/g, " ").slice(0, 120);
}

async function pickKind(word: string): Promise<string | undefined> {
  const records = KINDS.map((kind) => ({ label: kindWord(kind, vscode.l10n.t), value: kind }));
  const items = [...records, { label: vscode.l10n.t("word that is never reported"), value: "word" }];
  return (await vscode.window.showQuickPick(items, { title: vscode.l10n.t("Add “{0}” as …", word) }))?.value;
}

/** A record to be filled in. */
const stub = (id: string, kind: string, word: string): string =>
  [
    "# A record of your own: what you fill in stands on its card. The README of Metastasis Notes says more.",
    `id: ${JSON.stringify(id)}`,
    `kind: ${kind}`,
    `preferred_name: ${JSON.stringify(word)}`,
    // a block: no sign in a sentence, neither a colon nor a quote, means anything to YAML in it
    "summary: >-",
    `  ${UNSAID}`,
    "# names:",
    '#   - { text: "another name", type: synonym }',
    "# claims:",
    '#   - { text: "What we found.", sources: ["note:notebook 12, page 4"] }',
    "",
  ].join("\n");

/** "MB-217" → "mb-217"; targets keep their capitals, as symbols do. */
function idOf(word: string, kind: string): string {
  const isSymbol = kind === "target" || kind === "family" || kind === "complex";
  const plain = (isSymbol ? word : word.toLowerCase()).normalize("NFKD").replace(/\p{M}/gu, "");
  const id = plain.replace(/[^A-Za-z0-9]+/g, "-").replace(/^-|-$/g, "");
  return id || `own-${[...word].map((sign) => sign.codePointAt(0)!.toString(16)).join("-")}`;
}

/**
 * The folder that takes the records of a note: the nearest that is there, else a new one in the workspace's folder. Of several
 * folders the user chooses one for a note that lies in none; nothing where they choose none.
 */
async function folderFor(note: vscode.Uri | undefined): Promise<vscode.Uri | undefined> {
  const here = note && folderOf(note);
  const home = here ?? (areSeveral() ? await vscode.window.showWorkspaceFolderPick() : vscode.workspace.workspaceFolders?.[0]);
  if (!home && areSeveral()) return undefined;
  if (!home) throw new Error(vscode.l10n.t("open a folder first: own records lie in it, beside the notes"));
  for (let at = note && fileOf(note); at && at.path.length > home.uri.path.length; ) {
    at = vscode.Uri.joinPath(at, "..");
    const folder = vscode.Uri.joinPath(at, FOLDER);
    if (at.path.startsWith(home.uri.path) && (await exists(folder))) return folder;
  }
  return vscode.Uri.joinPath(home.uri, FOLDER);
}

/** Makes a table of names in the folder of the note that is shown, and opens it. */
async function newDataset(): Promise<void> {
  const folder = await folderFor(vscode.window.activeTextEditor?.document.uri);
  if (!folder) return;
  const table = vscode.Uri.joinPath(folder, TABLE);
  if (!(await exists(table))) await vscode.workspace.fs.writeFile(table, new TextEncoder().encode(FIRST_ROWS));
  const shown = await vscode.window.showTextDocument(table, { preview: false });
  const { end } = shown.document.lineAt(shown.document.lineCount - 1).range;
  shown.selection = new vscode.Selection(end, end);
}

/** Opens the place where the name at the cursor is written down. */
async function showOrigin(client: BaseLanguageClient): Promise<void> {
  const place = placeAtCursor(client);
  const params: CardParams = { form: "identifiers", ...place };
  const found = place && (await client.sendRequest<CardText | null>(CARD, params));
  const own = found?.own ?? [];
  if (own.length === 0) {
    const what = found
      ? vscode.l10n.t("{0} has its record in the dataset, and no folder adds to it.", found.name)
      : vscode.l10n.t("Put the cursor on a name with a card: a drug, a target, a strategy.");
    return void vscode.window.showInformationMessage(what);
  }
  const items = own.map((place) => ({
    ...place,
    label: place.from,
    description: vscode.workspace.asRelativePath(vscode.Uri.parse(place.uri)),
  }));
  const chosen =
    items.length === 1 ? items[0] : await vscode.window.showQuickPick(items, { title: vscode.l10n.t("{0}, said by", found!.name) });
  if (!chosen) return;
  const shown = await vscode.window.showTextDocument(vscode.Uri.parse(chosen.uri), { preview: false });
  const start = new vscode.Position(chosen.line - 1, 0);
  shown.selection = new vscode.Selection(start, start);
  shown.revealRange(new vscode.Range(start, start));
}
