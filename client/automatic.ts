/** Opens lists of names by themselves while a name is being typed. The server says whether a name is likely. */
import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { IS_NAME_LIKELY, type PlaceParams, SETTINGS } from "../server/protocol";

/** How far back the word that is typed is looked at, in UTF-16 units. */
const REACH = 80;
/** How soon after a letter the editor's quick suggestions ask, besides their own delay, in milliseconds. People are slower. */
const SOON = 250;
/** A sign, and what is typed soon behind it, at which Markdown's own completions of paths and headings are asked for. */
const ASKED_AT = /[./#].{1,12}$/;

type List = vscode.CompletionItem[] | vscode.CompletionList | null | undefined;

/** A letter or digit that was typed into a note. */
interface Typed {
  readonly document: vscode.TextDocument;
  readonly version: number;
  /** The place behind it. */
  readonly end: vscode.Position;
  readonly at: number;
}

/** Opens lists where the editor does not, and keeps names out of those that the editor opens at every word. */
export class AutomaticLists {
  private typed: Typed | undefined;
  /** Where the word begins for which we last opened a list: none is opened twice, so that Escape closes it for good. */
  private opened = "";
  /** Where the word begins for which names were last shown: they stay while the user types on. */
  private shown = "";
  private client: BaseLanguageClient | undefined;

  private readonly notes: vscode.DocumentSelector;

  /** @param notes which documents are notes */
  constructor(notes: vscode.DocumentSelector) {
    this.notes = notes;
  }

  /** Watches what is typed into notes. @returns what ends the watch */
  watch(client: BaseLanguageClient): vscode.Disposable {
    this.client = client;
    return vscode.workspace.onDidChangeTextDocument((event) => {
      this.typed = letterOf(event);
      if (!this.typed || !vscode.languages.match(this.notes, event.document)) return;
      const { typed } = this;
      if (!isWanted(typed.document) || placeOf(typed.document, typed.end) === this.opened) return;
      // behind the client's own listener, so that the server knows the letter
      setTimeout(() => void this.open(typed), 0);
    });
  }

  /**
   * Answers the editor. A request of its quick suggestions was not made by the user: then names are shown only if one is likely.
   * @param next asks the server
   */
  async provide(
    document: vscode.TextDocument,
    position: vscode.Position,
    context: vscode.CompletionContext,
    next: () => vscode.ProviderResult<List>,
  ): Promise<List> {
    const place = placeOf(document, position);
    if (place === this.shown) return next();
    if (!this.isQuick(document, position, context)) {
      const list = await next();
      if (itemsOf(list).length > 0) this.shown = place;
      return list;
    }
    const [list, isLikely] = await Promise.all([next(), this.isLikely(document, position)]);
    if (isLikely) {
      this.shown = place;
      return list;
    }
    // a name has a number, our keys and directives have none; with more letters a name may be likely
    const others = itemsOf(list).filter((item) => !("data" in item) || item.data === undefined);
    return new vscode.CompletionList(others, true);
  }

  /**
   * Whether a request was made by the editor itself: right behind a letter, if its quick suggestions are on, or behind a sign at
   * which it asked others, whose answers came late. In that case it asks everybody for the word that was begun meanwhile.
   */
  private isQuick(document: vscode.TextDocument, position: vscode.Position, { triggerKind }: vscode.CompletionContext): boolean {
    if (!this.typed || triggerKind === vscode.CompletionTriggerKind.TriggerCharacter) return false;
    if (!quickSuggestions(document) && !ASKED_AT.test(document.lineAt(position.line).text.slice(0, position.character))) return false;
    const { typed } = this;
    const delay = vscode.workspace.getConfiguration("editor", document).get<number>("quickSuggestionsDelay", 10);
    const isLast = typed.document === document && typed.version === document.version;
    // the question may come when the next letter is there already
    const isBehind = isLast && position.line === typed.end.line && position.isBeforeOrEqual(typed.end);
    return isBehind && Date.now() - typed.at < delay + SOON;
  }

  /** Whether a name is likely at a place; false if the server does not answer. */
  private async isLikely(document: vscode.TextDocument, place: vscode.Position): Promise<boolean> {
    if (!this.client) return false;
    const { code2ProtocolConverter: protocol } = this.client;
    // the protocol's own position: a worker would be sent the editor's fields, not its line and character
    const params: PlaceParams = { textDocument: { uri: protocol.asUri(document.uri) }, position: protocol.asPosition(place) };
    return this.client.sendRequest<boolean>(IS_NAME_LIKELY, params).catch(() => false);
  }

  private async open({ document, version, end }: Typed): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    if (editor?.document !== document || editor.selections.length > 1 || !(await this.isLikely(document, end))) return;
    // a server in a worker may answer before the editor has told where the cursor is now
    if (!editor.selection.active.isEqual(end)) await nextSelection();
    const isCurrent = document.version === version && vscode.window.activeTextEditor === editor && editor.selection.active.isEqual(end);
    if (!isCurrent) return;
    this.opened = placeOf(document, end);
    await vscode.commands.executeCommand("editor.action.triggerSuggest", { auto: true });
  }
}

const itemsOf = (list: List): readonly vscode.CompletionItem[] => (Array.isArray(list) ? list : (list?.items ?? []));

/** The letter or digit that a change adds, if the user typed it; undoing does not count. */
function letterOf({ document, contentChanges, reason }: vscode.TextDocumentChangeEvent): Typed | undefined {
  const [change] = contentChanges;
  if (reason !== undefined || !change || contentChanges.length > 1) return undefined;
  if (!/^[\p{L}\p{N}]$/u.test(change.text) || !change.range.isEmpty) return undefined;
  return { document, version: document.version, end: change.range.start.translate(0, change.text.length), at: Date.now() };
}

/** Where the word begins that ends at a place. */
function placeOf(document: vscode.TextDocument, { line, character }: vscode.Position): string {
  const before = document.lineAt(line).text.slice(Math.max(0, character - REACH), character);
  const word = /[\p{L}\p{N}-]*$/u.exec(before)![0];
  return `${document.uri.toString()} ${line} ${character - word.length}`;
}

/** Waits for the next move of a cursor. */
const nextSelection = (): Promise<void> =>
  new Promise((resolve) => {
    const once = vscode.window.onDidChangeTextEditorSelection(() => {
      once.dispose();
      resolve();
    });
  });

/**
 * Whether lists should open: by the setting, and not if the editor's own quick suggestions ask at every word, nor if an item would
 * be selected and take Enter, as in languages without our defaults.
 */
function isWanted(document: vscode.TextDocument): boolean {
  if (!vscode.workspace.getConfiguration(SETTINGS, document).get<boolean>("completion.automatic", true)) return false;
  const editor = vscode.workspace.getConfiguration("editor", document);
  const selects = editor.inspect("suggest.selectionMode")?.defaultLanguageValue ?? editor.get("suggest.selectionMode");
  return selects !== "always" && !quickSuggestions(document);
}

/** Whether the editor's own quick suggestions are on for a note's text. */
function quickSuggestions(document: vscode.TextDocument): boolean {
  const quick = vscode.workspace.getConfiguration("editor", document).get<boolean | Record<string, unknown>>("quickSuggestions");
  const inText = typeof quick === "object" ? quick["other"] : quick;
  return inText !== undefined && inText !== false && inText !== "off";
}
