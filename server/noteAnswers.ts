/** Answers requests about single notes: hovers, completion, fixes, colours and findings. Holds what was shown last. */
import type {
  CodeAction,
  CodeActionParams,
  CompletionItem,
  CompletionList,
  Connection,
  Diagnostic,
  DocumentDiagnosticReport,
  Hover,
  Position,
  Range,
  SemanticTokens,
} from "vscode-languageserver";
import { folderOf } from "./addresses";
import type { Answer } from "./boundary";
import { type Client, canDo } from "./client";
import type { Dataset } from "./dataset/dataset";
import type { Datasets } from "./datasets";
import type { Finding } from "./features/diagnostics";
import { hoverOnName } from "./features/hover";
import { semanticTokens } from "./features/semanticTokens";
import { giveWay, inSlices, whileWanted } from "./giveWay";
import { inTime, SOON } from "./inTime";
import { later } from "./loadLater";
import { toCodeAction, toDiagnostic, toDocumentation, toFixAll, toHover, toTokenData } from "./lsp";
import type { Note } from "./note/note";
import type { Notebooks } from "./notebooks";
import { FIX_ALL } from "./protocol";
import { PulledFindings } from "./pulledFindings";
import type { Read, Reading } from "./reading";

/** Kinds of code actions that are offered. */
export const ACTION_KINDS = ["quickfix", "refactor", FIX_ALL] as const;

/** How many findings of a note are sent, hints last: editors show no more, and a table may repeat a term 100,000 times. */
const MOST = 2000;

/** What is needed of the server. */
interface Answering {
  client(): Client;
  /** The open note of an address. */
  noteOf(uri: string): Note | undefined;
  readonly notebooks: Notebooks;
  readonly reading: Reading;
  readonly datasets: Datasets;
  /** Has the client ask again for what it shows. */
  refresh(): void;
}

export class NoteAnswers {
  private readonly server: Answering;
  private readonly pulled = new PulledFindings<Diagnostic>();
  /** Hovers that were shown since the last edit of a note, by offset: a mouse that moves over a name asks again and again. */
  private hovers = new WeakMap<Note, Map<number, Hover | null>>();
  /** The dataset of the last hover or list. When a link on a card is followed, no note is named. */
  private recent: Dataset | undefined;
  /** The dataset of the last list. Its items come back with numbers of entities, which only this dataset knows. */
  private listed: Dataset | undefined;
  private revision = 0;
  /** Folders whose own data was waited for in vain, and is not there yet. */
  private readonly late = new Set<string>();

  /** @param answer the error boundary */
  constructor(connection: Connection, answer: Answer, server: Answering) {
    this.server = server;
    const { semanticTokens: colours, diagnostics } = connection.languages;
    connection.onHover(answer("hover", ({ textDocument, position }) => this.hover(textDocument.uri, position)));
    connection.onCompletion(answer("completion", ({ textDocument, position }) => this.completion(textDocument.uri, position)));
    connection.onCompletionResolve(answer("completion details", (item) => this.resolved(item)));
    connection.onCodeAction(answer("code actions", (params) => this.codeActions(params)));
    colours.on(answer("semantic tokens", ({ textDocument }) => this.tokens(textDocument.uri)));
    colours.onRange(answer("semantic tokens", ({ textDocument, range }) => this.tokensIn(textDocument.uri, range)));
    diagnostics.on(answer("findings", ({ textDocument, previousResultId }) => this.report(textDocument.uri, previousResultId)));
  }

  /** The findings of a note; empty where it is not open. */
  async diagnosticsOf(uri: string): Promise<Diagnostic[]> {
    const read = await this.readWhole(uri);
    return read ? this.diagnosticsIn(read) : [];
  }

  /** The dataset of the last hover or list; before any, that of the first folder; nothing if none could be loaded. */
  async dataset(): Promise<Dataset | undefined> {
    return this.recent ?? (await this.server.datasets.ofWorkspace());
  }

  /** Forgets a note that is closed. */
  forget(uri: string): void {
    this.pulled.forget(uri);
  }

  /** The settings have changed, and with them what holds for notes. */
  settingsChanged(): void {
    this.revision++;
    this.hovers = new WeakMap();
  }

  /** What folders add to the dataset has changed. */
  datasetsChanged(): void {
    this.recent = this.listed = undefined;
    this.settingsChanged();
  }

  /**
   * Waits for an answer that needs a folder's own data, which may be large or lie on a slow disk: for a moment ({@link SOON}) the first time,
   * then not at all until it has come once. @returns nothing where it did not come in time
   */
  private async soon<T>(uri: string, answer: Promise<T>): Promise<T | undefined> {
    // what fails is told, as it is where nobody waits
    const outcome = answer.then(
      (value) => () => value,
      (error: unknown) => () => {
        throw error;
      },
    );
    const folder = folderOf(uri);
    const held = await inTime(outcome, () => this.late.delete(folder), this.late.has(folder) ? 0 : SOON);
    if (!held) this.late.add(folder);
    return held?.();
  }

  private async hover(uri: string, position: Position): Promise<Hover | null> {
    const { reading, noteOf, datasets, client } = this.server;
    // what is found with a dataset belongs to it, though another one may come meanwhile
    const known = this.hovers;
    const before = noteOf(uri);
    const held = before && known.get(before)?.get(reading.offsetAt(before, position));
    if (held !== undefined) return held;
    const now = await datasets.now(uri);
    // what this answer does without is read behind it; what fails is told by the next
    const readAll = () =>
      void giveWay()
        .then(() => datasets.of(uri))
        .catch(() => undefined);
    if (!now.data) {
      if (!now.isAll) readAll();
      return null;
    }
    const look = async (data?: Dataset) => {
      const read = await reading.around(uri, position, data);
      const offset = read ? reading.offsetAt(read.note, position) : 0;
      return { read, offset, found: read && hoverOnName(read.data, read.note, offset) };
    };
    let { read, offset, found } = await look(now.data);
    // nobody waits for what folders add to a name that is known without them
    const isAll = now.isAll || !found;
    if (!now.isAll && !found) {
      const all = await this.soon(uri, look());
      // many names, or a slow disk: what is no name now may be one then
      if (!all) return null;
      ({ read, offset, found } = all);
    }
    if (!isAll) readAll();
    if (!read) return null;
    this.recent = read.data;
    const steps = found ? undefined : (await later()).hoverOnUnknown(read.data, read.note, offset, await datasets.settingsOf(uri));
    // whoever types on asks again
    if (steps) found = await inSlices(whileWanted(steps, () => noteOf(uri) === read.note));
    const shown = found ? toHover(read.note, found, client(), now.settings) : null;
    // what stands in a cell may change with another one
    if (!isAll || read.note.beside) return shown;
    const others = known.get(read.note) ?? new Map<number, Hover | null>();
    known.set(read.note, others.set(offset, shown));
    return shown;
  }

  private async completion(uri: string, position: Position): Promise<CompletionList | null> {
    const { reading, datasets, client } = this.server;
    const { completionList } = await later();
    // until what folders add is read, the list is made without it, and asked for again at each letter
    const held = await this.soon(uri, Promise.all([datasets.settingsOf(uri), datasets.of(uri)]));
    const now = held ? undefined : await datasets.now(uri);
    const [here, data] = held ?? [now!.settings, now!.data];
    const read = data && (await reading.upTo(uri, position, data));
    this.recent = this.listed = read?.data;
    const list = read ? completionList(read.data, read.note, reading.offsetAt(read.note, position), here, client()) : null;
    if (held) return list;
    return list ? { ...list, isIncomplete: true } : { isIncomplete: true, items: [] };
  }

  /** Completes an item of the last list with the card that is shown beside it. */
  private async resolved(item: CompletionItem): Promise<CompletionItem> {
    const { cardOf, summaryWord } = await later();
    const data = this.listed ?? (await this.server.datasets.ofWorkspace());
    const entity = item.data as number;
    if (!data || !Number.isInteger(entity) || !data.has(entity)) return item;
    const card = cardOf(data, entity);
    const detail = { detail: summaryWord(data, entity) };
    return { ...detail, ...item, ...(card ? { documentation: toDocumentation(card, this.server.client()) } : {}) };
  }

  private async codeActions({ textDocument, range, context }: CodeActionParams): Promise<CodeAction[]> {
    const { reading, datasets } = this.server;
    const isWanted = (kind: string) => !context?.only || context.only.some((asked) => asked === "" || `${kind}.`.startsWith(`${asked}.`));
    if (!ACTION_KINDS.some(isWanted)) return [];
    const { certainEdits, findingSteps, fixes, spellingActions, tableActions } = await later();
    const read = await reading.whole(textDocument.uri);
    if (!read) return [];
    const { data, note } = read;
    const client = this.server.client();
    const found = await inSlices(findingSteps(data, note, await datasets.settingsOf(note.uri)));
    // a fix of the whole note is for those who ask for it
    const all = context?.only && isWanted(FIX_ALL) ? toFixAll(note, certainEdits(note, found), client) : [];
    if (!isWanted("quickfix") && !isWanted("refactor")) return all;
    const [from, to] = [reading.offsetAt(note, range.start), reading.offsetAt(note, range.end)];
    const offered = [
      ...fixes(data, note, found, [from, to], datasets.acceptsIn(note.uri)),
      ...(await inSlices(spellingActions(data, note, from))),
      ...tableActions(data, note, from),
    ];
    const possible = offered.filter((fix) => isWanted(fix.kind) && canDo(fix, client));
    return [...possible.map((fix) => toCodeAction(note, fix, context?.diagnostics ?? [], client)), ...all];
  }

  private async tokens(uri: string, from?: number, to?: number): Promise<SemanticTokens> {
    const { reading, client, datasets } = this.server;
    const read = (await datasets.settings(uri)).semanticColours ? await reading.whole(uri) : undefined;
    if (!read) return { data: [] };
    const tokens = await inSlices(semanticTokens(read.data, read.note, from, to));
    return { data: await inSlices(toTokenData(read.note, tokens, client())) };
  }

  private async tokensIn(uri: string, { start, end }: Range): Promise<SemanticTokens> {
    const { reading, noteOf } = this.server;
    const note = noteOf(uri);
    return note ? this.tokens(uri, reading.offsetAt(note, start), reading.offsetAt(note, end)) : { data: [] };
  }

  /** The findings of a note for a client that asks, or the answer that they are the same as before. */
  private async report(uri: string, previous: string | undefined): Promise<DocumentDiagnosticReport> {
    const { revision } = this;
    const read = await this.readWhole(uri);
    if (!read) return { kind: "full", items: [] };
    const { groundsOf } = await later();
    const grounds = async () => inSlices(groundsOf(read.data, read.note, await this.server.datasets.settingsOf(read.note.uri)));
    return this.pulled.report(uri, read.note, revision, previous, grounds, () => this.diagnosticsIn(read));
  }

  private async diagnosticsIn({ data, note }: Read): Promise<Diagnostic[]> {
    const { findingSteps } = await later();
    const found = await inSlices(findingSteps(data, note, await this.server.datasets.settingsOf(note.uri)));
    const isHint = ({ level }: Finding) => Number(level === "hint");
    const shown = found.length > MOST ? found.sort((a, b) => isHint(a) - isHint(b)).slice(0, MOST) : found;
    return shown.map((finding) => toDiagnostic(note, finding, this.server.client()));
  }

  /** Reads a note for its findings; nothing if that cannot be. If it is a cell that now defines something else, all others are read again. */
  private async readWhole(uri: string): Promise<Read | undefined> {
    const { reading, notebooks, refresh } = this.server;
    const read = await reading.checked(uri);
    if (!read || !notebooks.hasChanged(read.note, () => read.note.bindings(read.data))) return read;
    this.settingsChanged();
    refresh();
    return read;
  }
}
