/** What the editor tests need of the editor: notes, settings and findings, and waiting for them. */
import * as vscode from "vscode";

/** Waits until a condition gives something; an empty value, `false` included, means "not yet". A busy machine is slow, and no fault. */
export async function until<T>(what: string, condition: () => T | Thenable<T>, limit = 50_000): Promise<Exclude<NonNullable<T>, false>> {
  for (const from = Date.now(); ; ) {
    const value = await condition();
    if (value) return value as Exclude<NonNullable<T>, false>;
    if (Date.now() - from > limit) throw new Error(`waited ${limit / 1000} s in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** Throws unless both are the same, compared as JSON. */
export function equal(actual: unknown, expected: unknown, what = "value"): void {
  const [is, should] = [JSON.stringify(actual, null, 2), JSON.stringify(expected, null, 2)];
  if (is !== should) throw new Error(`${what} is\n${is}\nand should be\n${should}`);
}

/** Throws unless a text matches. */
export function matches(text: string, pattern: RegExp): void {
  if (!pattern.test(text)) throw new Error(`${pattern} is not in\n${text}`);
}

let count = 0;

/** Opens a new note in the workspace's folder, or in a folder below it, and shows it. */
export async function openNote(text: string, below = "."): Promise<vscode.TextDocument> {
  count += 1;
  const file = vscode.Uri.joinPath(home(), below, `test-${count}.md`);
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
  return show(await vscode.workspace.openTextDocument(file));
}

/** Opens a new note that is in no file and shows it. */
export const openUntitled = async (content: string): Promise<vscode.TextDocument> =>
  show(await vscode.workspace.openTextDocument({ language: "markdown", content }));

/** Makes a word list in the workspace's folder, until `tidy()`. */
export const openWordList = (text: string): Promise<vscode.Uri> => writeOwn("words.txt", text);

/** Writes a file of own data in the workspace's folder, or in a folder below it, until `tidy()`. */
export async function writeOwn(name: string, text: string, below = "."): Promise<vscode.Uri> {
  const folder = vscode.Uri.joinPath(home(), below, ".metastasis-notes");
  removeLater(below === "." ? folder : vscode.Uri.joinPath(home(), below));
  const file = vscode.Uri.joinPath(folder, name);
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
  return file;
}

/** Has `tidy()` remove what is made. */
export function removeLater(uri: vscode.Uri): void {
  if (!made.some((other) => other.toString() === uri.toString())) made.push(uri);
}

const made: vscode.Uri[] = [];

/** The workspace's folder. */
export function home(): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (!folder) throw new Error("no folder is open");
  return folder;
}

async function show(note: vscode.TextDocument): Promise<vscode.TextDocument> {
  await vscode.window.showTextDocument(note, { preview: false });
  return note;
}

/** Closes what is open, drops what is unsaved, removes the notes and puts the settings back. */
export async function tidy(): Promise<void> {
  while (vscode.window.activeTextEditor) await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  await vscode.commands.executeCommand("workbench.action.closeAllEditors");
  for (const undo of undoing.splice(0)) await undo();
  for (const one of made.splice(0)) await vscode.workspace.fs.delete(one, { recursive: true });
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (!folder) return;
  for (const [name] of await vscode.workspace.fs.readDirectory(folder))
    if (/^test-\d+\.md$/.test(name)) await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder, name));
}

const undoing: Array<() => unknown> = [];

/** Has `tidy()` undo what a test has set or registered. */
export const undoLater = (undo: () => unknown): void => void undoing.push(undo);

/** Changes a setting of the workspace until `tidy()`. */
export async function change(name: string, value: unknown): Promise<void> {
  restoreLater(name);
  await set(`metastasisNotes.${name}`, value);
}

/** Has `tidy()` put back a setting of the workspace that the extension will change. */
export const restoreLater = (name: string): void => undoLater(() => set(`metastasisNotes.${name}`, undefined));

/** Changes a setting of the editor for notes until `tidy()`. */
export async function changeEditor(name: string, value: unknown): Promise<void> {
  const change = (to: unknown) => set(`editor.${name}`, to, { languageId: "markdown" });
  undoLater(() => change(undefined));
  await change(value);
}

const set = (name: string, value: unknown, scope?: { languageId: string }): Thenable<void> =>
  vscode.workspace.getConfiguration(undefined, scope).update(name, value, vscode.ConfigurationTarget.Workspace, scope !== undefined);

/** Offers items for words beside ours until `tidy()`. @returns the words that it was asked for, one by one */
export function offer(itemsFor: (word: string) => vscode.CompletionItem[]): string[] {
  const asked: string[] = [];
  offerAs((document, position) => {
    const word = document.getText(document.getWordRangeAtPosition(position));
    asked.push(word);
    return itemsFor(word);
  });
  return asked;
}

/** Has a provider offer items beside ours until `tidy()`. @param triggers characters that open its list */
export function offerAs(provideCompletionItems: vscode.CompletionItemProvider["provideCompletionItems"], ...triggers: string[]): void {
  const provider = vscode.languages.registerCompletionItemProvider("markdown", { provideCompletionItems }, ...triggers);
  undoLater(() => provider.dispose());
}

/** Where a word stands in a note, by its first occurrence. */
export function rangeOf(note: vscode.TextDocument, word: string): vscode.Range {
  const offset = note.getText().indexOf(word);
  if (offset < 0) throw new Error(`${word} is not in the note`);
  return new vscode.Range(note.positionAt(offset), note.positionAt(offset + word.length));
}

/** Puts the cursor before a word of a note, which is shown for that. */
export async function select(note: vscode.TextDocument, word: string): Promise<void> {
  const { start } = rangeOf(note, word);
  (await vscode.window.showTextDocument(note)).selection = new vscode.Selection(start, start);
}

/** The card on a word; nothing where there is none. */
export async function hover(note: vscode.TextDocument, word: string): Promise<vscode.Hover | undefined> {
  const place = rangeOf(note, word).start.translate(0, 1);
  return (await vscode.commands.executeCommand<vscode.Hover[]>("vscode.executeHoverProvider", note.uri, place))[0];
}

/** What a card says, as Markdown; empty where there is none. */
export const textOf = (card: vscode.Hover | undefined): string =>
  (card?.contents ?? []).map((part) => (part as vscode.MarkdownString).value).join("\n");

/** A finding as text: `warning misspelled-name: bevacizumb`. */
export function findings(note: vscode.TextDocument): string[] {
  return diagnostics(note).map((found) => {
    const severity = vscode.DiagnosticSeverity[found.severity].toLowerCase();
    return `${severity} ${ruleOf(found)}: ${note.getText(found.range)}`;
  });
}

/** Waits until a note's findings are these, given as `findings()` gives them. */
export async function untilFindings(note: vscode.TextDocument, expected: string[]): Promise<void> {
  const same = () => JSON.stringify(findings(note)) === JSON.stringify(expected);
  await until("the findings come", same).catch(() => equal(findings(note), expected, "the list of findings"));
}

/** The quick fixes offered at a word. */
export async function fixes(note: vscode.TextDocument, word: string): Promise<vscode.CodeAction[]> {
  const kind = vscode.CodeActionKind.QuickFix.value;
  const command = "vscode.executeCodeActionProvider";
  const resolved = 20;
  return vscode.commands.executeCommand<vscode.CodeAction[]>(command, note.uri, rangeOf(note, word), kind, resolved);
}

/** Applies a fix as the editor does: its change first, then its command. */
export async function apply(fix: vscode.CodeAction): Promise<void> {
  if (fix.edit) await vscode.workspace.applyEdit(fix.edit);
  if (fix.command) await vscode.commands.executeCommand(fix.command.command, ...(fix.command.arguments ?? []));
}

/** The coloured names of a note: `drug: bevacizumab`. */
export async function colours(note: vscode.TextDocument): Promise<string[]> {
  const ask = <T>(what: string) => vscode.commands.executeCommand<T | undefined>(`vscode.provideDocumentSemanticTokens${what}`, note.uri);
  const legend = await ask<vscode.SemanticTokensLegend>("Legend");
  const tokens = await ask<vscode.SemanticTokens>("");
  const found: string[] = [];
  let line = 0;
  let column = 0;
  for (let at = 0; at < (tokens?.data.length ?? 0); at += 5) {
    const [lines = 0, columns = 0, length = 0, type = 0] = tokens?.data.subarray(at, at + 4) ?? [];
    column = lines > 0 ? columns : column + columns;
    line += lines;
    found.push(`${legend?.tokenTypes[type]}: ${note.getText(new vscode.Range(line, column, line, column + length))}`);
  }
  return found;
}

const diagnostics = (note: vscode.TextDocument): vscode.Diagnostic[] =>
  vscode.languages.getDiagnostics(note.uri).filter((found) => /misspelled-name|unknown-drug-name/.test(ruleOf(found)));

function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === "object" ? code.value : (code ?? ""));
}
