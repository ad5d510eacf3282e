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
  /** Where the word begins for which we last opened a list: none is opened twice but behind a hyphen, so that Escape closes it for good. */
  private opened = "";
  /** Where the word begins for which names were last shown: they stay while the user types on. */
  private shown = "";
  /** The version of the note for which the editor last asked. */
  private asked = 0;
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
      if (!vscode.languages.match(this.notes, event.document)) return;
      const isClosed = this.isPastHyphen(event);
      if (isClosed) {
        void vscode.commands.executeCommand("hideSuggestWidget");
        // behind a number the name is at its end as a rule: "MMP-9"
        if (!/\d/.test(event.contentChanges[0]!.text)) this.opened = "";
      }
      this.forgetTakenBack(event);
      if (!this.typed) return;
      const { typed } = this;
      if (!isWanted(typed.document, isClosed) || placeOf(typed.document, typed.end) === this.opened) return;
      // behind the client's own listener, so that the server knows the letter
      setTimeout(() => void this.open(typed), 0);
    });
  }

  /**
   * Whether a letter or digit was typed behind a hyphen in a word whose names are shown. The editor asks for no others then, neither
   * for the hyphen nor for what is behind it: of the names for "MMP", "MMP-10" would be left, also behind "MMP-9", and of those for
   * "TNF" none behind "TNF-a", but snippets. At a letter a list that the user asked for stays: nobody would open it again.
   */
  private isPastHyphen({ document, contentChanges: [change] }: vscode.TextDocumentChangeEvent): boolean {
    if (!change || !/^[\p{L}\d]$/u.test(change.text) || this.asked !== document.version - 2) return false;
    const { line, character } = change.range.start;
    const place = placeOf(document, change.range.start);
    if (document.lineAt(line).text[character - 1] !== "-" || place !== this.shown) return false;
    return /\d/.test(change.text) || place === this.opened || quickSuggestions(document);
  }

  /** A word that was taken back to its first letter, or over which another is written, was none: what comes instead is a new one. */
  private forgetTakenBack({ document, contentChanges: [change] }: vscode.TextDocumentChangeEvent): void {
    if (!change || change.range.isEmpty || change.text.length > 1) return;
    const { start } = change.range;
    if (wordStart(document, start) !== start.character) return;
    const place = placeOf(document, start);
    if (place === this.opened) this.opened = "";
    if (place === this.shown) this.shown = "";
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
    this.asked = document.version;
    if (place === this.shown) return next();
    const isOpen = this.isOpenStill(document, position, context);
    if (!isOpen && !this.isQuick(document, position, context)) {
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
    const word = wordStart(document, position);
    const others = itemsOf(list).filter((item) => !("data" in item) || item.data === undefined || (isOpen && startOf(item) < word));
    return new vscode.CompletionList(others, true);
  }

  /**
   * Whether a list that was shown at a word goes on into the next one, for which nobody has asked: the editor asks again at that
   * word's first letter, and at the others since there were more names than it got. A name of several words may go on so.
   */
  private isOpenStill(document: vscode.TextDocument, position: vscode.Position, { triggerKind }: vscode.CompletionContext): boolean {
    if (triggerKind === vscode.CompletionTriggerKind.TriggerForIncompleteCompletions) return true;
    const isFirst = position.character - wordStart(document, position) === 1;
    return isFirst && this.shown.startsWith(lineOf(document, position)) && this.isBehindLetter(document, position, SOON);
  }

  /**
   * Whether a request was made by the editor itself: right behind a letter, if its quick suggestions are on, or behind a sign at
   * which it asked others, whose answers came late. In that case it asks everybody for the word that was begun meanwhile.
   */
  private isQuick(document: vscode.TextDocument, position: vscode.Position, { triggerKind }: vscode.CompletionContext): boolean {
    if (triggerKind === vscode.CompletionTriggerKind.TriggerCharacter) return false;
    if (!quickSuggestions(document) && !ASKED_AT.test(document.lineAt(position.line).text.slice(0, position.character))) return false;
    const delay = vscode.workspace.getConfiguration("editor", document).get<number>("quickSuggestionsDelay", 10);
    return this.isBehindLetter(document, position, delay + SOON);
  }

  /** Whether a place is right behind the last letter that was typed, or was so when the editor asked, less than a time ago. */
  private isBehindLetter(document: vscode.TextDocument, position: vscode.Position, limit: number): boolean {
    const { typed } = this;
    if (typed?.document !== document || typed.version !== document.version) return false;
    // the question may come when the next letter is there already
    return position.line === typed.end.line && position.isBeforeOrEqual(typed.end) && Date.now() - typed.at < limit;
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

/** The column at which the word begins that ends at a place. */
function wordStart(document: vscode.TextDocument, { line, character }: vscode.Position): number {
  const before = document.lineAt(line).text.slice(Math.max(0, character - REACH), character);
  return character - /[\p{L}\p{N}-]*$/u.exec(before)![0].length;
}

/** Where the word begins that ends at a place: its line, as `lineOf` says it, and its column. */
const placeOf = (document: vscode.TextDocument, place: vscode.Position): string =>
  `${lineOf(document, place)}${wordStart(document, place)}`;

const lineOf = ({ uri }: vscode.TextDocument, { line }: vscode.Position): string => `${uri.toString()} ${line} `;

/** The column from which on an item replaces text. */
function startOf({ range }: vscode.CompletionItem): number {
  return (range instanceof vscode.Range ? range : range?.inserting)?.start.character ?? Number.POSITIVE_INFINITY;
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
 * @param isClosed whether we have closed the editor's list, so that it does not ask at this letter
 */
function isWanted(document: vscode.TextDocument, isClosed: boolean): boolean {
  if (!vscode.workspace.getConfiguration(SETTINGS, document).get<boolean>("completion.automatic", true)) return false;
  const editor = vscode.workspace.getConfiguration("editor", document);
  const selects = editor.inspect("suggest.selectionMode")?.defaultLanguageValue ?? editor.get("suggest.selectionMode");
  return selects !== "always" && (isClosed || !quickSuggestions(document));
}

/** Whether the editor's own quick suggestions are on for a note's text. */
function quickSuggestions(document: vscode.TextDocument): boolean {
  const quick = vscode.workspace.getConfiguration("editor", document).get<boolean | Record<string, unknown>>("quickSuggestions");
  const inText = typeof quick === "object" ? quick["other"] : quick;
  return inText !== undefined && inText !== false && inText !== "off";
}
