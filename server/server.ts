/** Wires requests to features: one line for each, one error boundary around all. The only file that talks LSP. */
import {
  type ClientCapabilities,
  type Connection,
  type Diagnostic,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  ErrorCodes,
  type Hover,
  type InitializeParams,
  type InitializeResult,
  MessageType,
  type Position,
  ResponseError,
  ShowMessageNotification,
  TextDocumentSyncKind,
  TextDocuments,
  type TextEdit,
} from "vscode-languageserver";
import { boundary } from "./boundary";
import { type Client, canDo, clientOf, joined, readOptions, sectionOf, workspacesOf } from "./client";
import { Dataset } from "./dataset/dataset";
import { hoverOnName, mentionAt } from "./features/hover";
import { semanticTokens, TOKEN_MODIFIERS, TOKEN_TYPES } from "./features/semanticTokens";
import { toCodeAction, toCompletionList, toDiagnostic, toDocumentation, toFixAll, toHover, toRange, toTokenData } from "./lsp";
import { Navigation, navigationCapabilities } from "./navigation";
import { OUR_KEY } from "./note/frontmatter";
import type { Note } from "./note/note";
import { offsetOf, positionOf } from "./positions";
import {
  CARD,
  type CardParams,
  type CardText,
  EXPORT,
  type Exported,
  type ExportParams,
  FIX_ALL,
  FOLDER,
  type InitializationOptions,
  IS_NAME_LIKELY,
  type PlaceParams,
  READ_FILE,
  READING,
  type ReadingParams,
  SETTINGS,
  STATUS,
  type Status,
  TOOL,
  type ToolParams,
  type ToolText,
  VIEW,
  type ViewParams,
  WORD_LIST,
} from "./protocol";
import { PulledFindings } from "./pulledFindings";
import { type Read, Reading } from "./reading";
import type { Runtime } from "./runtime";
import { DEFAULTS, readSettings, type Settings } from "./settings";
import { changeNote, openNote } from "./sync";
import { WordLists } from "./wordLists";

/** The features that a start does without; loaded when they are first asked for. */
const later = () => import("./later");

/** Kinds of code actions that are offered. */
const ACTION_KINDS = ["quickfix", "refactor", FIX_ALL] as const;

/** Starts the server on a connection. */
export function startServer(connection: Connection, runtime: Runtime): void {
  const notes = new TextDocuments<Note>({
    create: openNote,
    update: (note, changes, version) => changeNote(note, changes, version, client?.encoding ?? "utf-16"),
  });
  let client: Client | undefined;
  let capabilities: ClientCapabilities = {};
  let options: InitializationOptions = {};
  let folders: readonly string[] = [];
  let isShutDown = false;
  let settings: Settings = DEFAULTS;
  let settingsRevision = 0;
  let dataset: Promise<Dataset | undefined> = Promise.resolve(undefined);
  let settingsRead: Promise<void> = Promise.resolve();
  let wordLists = new WordLists([], async () => undefined);
  const reading = new Reading(
    (uri) => notes.get(uri),
    () => dataset,
    async () => (await later()).hasRemarks,
    () => client!.encoding,
    (message) => connection.console.warn(message),
  );
  const pulled = new PulledFindings<Diagnostic>();

  /** What was shown in a note as it stands, by place: a mouse that moves over a name asks again and again. */
  let hovers = new WeakMap<Note, Map<string, Hover | null>>();
  const answer = boundary(connection, () => ({ isReady: client !== undefined, isShutDown }));
  const navigation = new Navigation(connection, answer, () => ({
    ...{ capabilities, client: client!, reading, readText, warn: (message: string) => connection.console.warn(message) },
    settings: () => settingsRead.then(() => settings),
    dataset: () => dataset,
    placeOf: (note, offset) => positionOf(note, offset, client!.encoding),
    offsetOf: (note, position) => offsetOf(note, position, client!.encoding),
    openNotes: () => notes.all(),
    folders: () => folders,
    ...(runtime.listNotes ? { listNotes: runtime.listNotes } : {}),
  }));

  connection.onInitialize((params: InitializeParams): InitializeResult | ResponseError<{ retry: boolean }> => {
    if (client) return new ResponseError(ErrorCodes.InvalidRequest, "the server is initialized already");
    capabilities = params.capabilities ?? {};
    options = readOptions(params.initializationOptions);
    folders = workspacesOf(params);
    client = clientOf(capabilities, options, folders.length > 0, runtime.readme);
    wordLists = new WordLists(folders, readText);
    const pull = capabilities.textDocument?.diagnostic !== undefined;
    return {
      serverInfo: { name: "Metastasis Notes", version: runtime.version },
      capabilities: {
        positionEncoding: client.encoding,
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        hoverProvider: true,
        completionProvider: { resolveProvider: true },
        codeActionProvider: { codeActionKinds: [...ACTION_KINDS] },
        semanticTokensProvider: { legend: { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [...TOKEN_MODIFIERS] }, full: true, range: true },
        ...navigationCapabilities(capabilities),
        ...(pull ? { diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false } } : {}),
      },
    };
  });

  connection.onInitialized(() => {
    dataset = loadDataset();
    settingsRead = pullSettings();
    if (capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration) {
      const watchers = [{ globPattern: `**/${FOLDER}/${WORD_LIST}` }];
      connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(() => undefined);
    }
    if (capabilities.workspace?.didChangeConfiguration?.dynamicRegistration) {
      connection.client.register(DidChangeConfigurationNotification.type, { section: SETTINGS }).catch(() => undefined);
    }
  });
  connection.onShutdown(() => {
    if (!client) throw new ResponseError(ErrorCodes.ServerNotInitialized, "shutdown came before initialize");
    isShutDown = true;
  });

  connection.onHover(
    answer("hover", async ({ textDocument, position }) => {
      const held = hovers.get(notes.get(textDocument.uri)!)?.get(placeKey(position));
      if (held !== undefined) return held;
      const read = await reading.around(textDocument.uri, position);
      await settingsRead;
      if (!read) return null;
      const offset = reading.offsetAt(read.note, position);
      const found = hoverOnName(read.data, read.note, offset) ?? (await later()).hoverOnUnknown(read.data, read.note, offset, settings);
      const shown = found ? toHover(read.note, found, client!, settings) : null;
      const others = hovers.get(read.note) ?? new Map<string, Hover | null>();
      hovers.set(read.note, others.set(placeKey(position), shown));
      return shown;
    }),
  );
  connection.onRequest(
    CARD,
    answer("card", async ({ form, reference, textDocument, position }: CardParams): Promise<CardText | null> => {
      const { cardText } = await later();
      const data = await dataset;
      if (reference !== undefined) {
        const entity = data?.find(reference);
        return data && entity !== undefined ? cardText(data, entity, form) : null;
      }
      const read = textDocument && position ? await reading.around(textDocument.uri, position) : undefined;
      const mention = read && mentionAt(read.data, read.note, reading.offsetAt(read.note, position!));
      return mention ? cardText(read.data, read.data.lexicon.entity(mention.names[0]!), form) : null;
    }),
  );
  connection.onRequest<unknown, never>(
    VIEW,
    answer<ViewParams, unknown>("view", async (params: ViewParams) => (await later()).view(params, await dataset, reading)),
  );
  connection.onRequest<Exported | null, never>(
    EXPORT,
    answer<ExportParams, Exported | null>("export", async (params, token) => {
      const source = { version: runtime.version, open: (uri: string) => notes.get(uri), readText, token };
      return (await later()).exportOpen(await dataset, params, source);
    }),
  );
  connection.onRequest<ToolText, never>(
    TOOL,
    answer<ToolParams, ToolText>("tool", async ({ name, input }) => (await later()).runTool(await dataset, name, input)),
  );
  connection.onRequest<TextEdit | null, never>(
    READING,
    answer("reading", async ({ textDocument, word, name }: ReadingParams): Promise<TextEdit | null> => {
      const { addToMapping } = await later();
      const note = notes.get(textDocument.uri);
      const edit = note && addToMapping(note, [OUR_KEY, "readings"], word, name);
      return edit ? { range: toRange(note, edit.from, edit.to, client!), newText: edit.text } : null;
    }),
  );
  connection.onCompletion(
    answer("completion", async ({ textDocument, position }) => {
      const { complete, completeDirective, completionDetail, NO_ENTITY } = await later();
      await settingsRead;
      const read = await reading.upTo(textDocument.uri, position);
      const offset = read ? reading.offsetAt(read.note, position) : 0;
      const found = read && (completeDirective(read.note, offset) ?? complete(read.data, read.note, offset, settings));
      const detail = (entity: number) => (entity === NO_ENTITY ? "" : completionDetail(read!.data, entity));
      return found ? toCompletionList(read.note, found, client!, detail) : null;
    }),
  );
  connection.onRequest<boolean, never>(
    IS_NAME_LIKELY,
    answer<PlaceParams, boolean>("completion by itself", async ({ textDocument, position }) => {
      const { opensByItself } = await later();
      await settingsRead;
      const read = await reading.upTo(textDocument.uri, position);
      return read !== undefined && opensByItself(read.data, read.note, reading.offsetAt(read.note, position), settings);
    }),
  );
  connection.onCompletionResolve(
    answer("completion details", async (item) => {
      const { completionCard, completionDetail } = await later();
      const data = await dataset;
      const entity = item.data as number;
      if (!data || !Number.isInteger(entity) || !data.has(entity)) return item;
      const card = completionCard(data, entity);
      const detail = { detail: completionDetail(data, entity) };
      return { ...detail, ...item, ...(card ? { documentation: toDocumentation(card, client!) } : {}) };
    }),
  );
  connection.onCodeAction(
    answer("code actions", async ({ textDocument, range, context }) => {
      const isWanted = (kind: string) => !context?.only || context.only.some((asked) => asked === "" || `${kind}.`.startsWith(`${asked}.`));
      if (!ACTION_KINDS.some(isWanted)) return [];
      const { certainEdits, findings, fixes, spellingActions, tableActions } = await later();
      const read = await reading.whole(textDocument.uri);
      if (!read) return [];
      const { data, note } = read;
      const found = findings(data, note, await settingsOf(note.uri));
      // a fix of the whole note is for those who ask for it
      const all = context?.only && isWanted(FIX_ALL) ? toFixAll(note, certainEdits(found), client!) : [];
      const [from, to] = [reading.offsetAt(note, range.start), reading.offsetAt(note, range.end)];
      const offered = [
        ...fixes(data, note, found, from, to),
        ...spellingActions(data, note, from),
        ...tableActions(data, note, from),
      ].filter((fix) => isWanted(fix.kind) && canDo(fix, client!));
      return [...offered.map((fix) => toCodeAction(note, fix, context?.diagnostics ?? [], client!)), ...all];
    }),
  );
  connection.languages.semanticTokens.on(answer("semantic tokens", async ({ textDocument }) => ({ data: await tokens(textDocument.uri) })));
  connection.languages.semanticTokens.onRange(
    answer("semantic tokens", async ({ textDocument, range }) => {
      const note = notes.get(textDocument.uri);
      return { data: note ? await tokens(textDocument.uri, reading.offsetAt(note, range.start), reading.offsetAt(note, range.end)) : [] };
    }),
  );
  connection.languages.diagnostics.on(
    answer("findings", async ({ textDocument, previousResultId }) => {
      const read = await reading.whole(textDocument.uri);
      if (!read) return { kind: "full" as const, items: [] };
      const find = () => diagnosticsIn(read);
      return pulled.report(textDocument.uri, read.note, settingsRevision, previousResultId, find);
    }),
  );
  connection.onDidChangeWatchedFiles((params) => {
    if (!navigation.filesChanged(params?.changes)) return;
    wordLists.forget();
    settingsRevision++;
    hovers = new WeakMap();
    refresh();
  });
  connection.onDidChangeConfiguration(({ settings: sent }) => {
    settingsRead = pullSettings(sent as unknown);
    void settingsRead.then(refresh);
  });

  notes.onDidOpen(() => {
    // a client that watches no files: a list is looked at again with each note that is opened
    if (!capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration) wordLists.forget();
  });
  notes.onDidChangeContent(({ document }) => {
    navigation.edited();
    push(document.uri);
  });
  notes.onDidClose(({ document }) => {
    reading.forget(document.uri);
    pulled.forget(document.uri);
    navigation.closed(document.uri);
    push(document.uri);
  });
  notes.listen(connection);
  connection.listen();

  async function tokens(uri: string, from?: number, to?: number): Promise<number[]> {
    await settingsRead;
    const read = settings.semanticColours ? await reading.whole(uri) : undefined;
    return read ? toTokenData(read.note, semanticTokens(read.data, read.note, from, to), client!) : [];
  }

  async function diagnosticsIn({ data, note }: Read) {
    const { findings } = await later();
    return findings(data, note, await settingsOf(note.uri)).map((finding) => toDiagnostic(note, finding, client!));
  }

  async function diagnosticsOf(uri: string) {
    const read = await reading.whole(uri);
    return read ? diagnosticsIn(read) : [];
  }

  /** The settings for a note, with the word lists of its folders. */
  async function settingsOf(uri: string): Promise<Settings> {
    await settingsRead;
    return wordLists.settingsFor(uri, settings);
  }

  /** A file's text: read here, else by the client; nothing where there is none. */
  async function readText(uri: string): Promise<string | undefined> {
    const own = await runtime.readText?.(uri);
    if (own !== undefined || !client?.readsFiles || (runtime.readText && uri.startsWith("file:"))) return own;
    const file: unknown = await connection.sendRequest(READ_FILE, uri).catch(() => undefined);
    // what holds NULs is no text
    return file instanceof Uint8Array && !file.includes(0) ? new TextDecoder().decode(file) : undefined;
  }

  /** For clients that do not pull: findings after every change, none after closing. */
  function push(uri: string): void {
    if (!client || capabilities.textDocument?.diagnostic !== undefined) return;
    diagnosticsOf(uri)
      .then((diagnostics) => connection.sendDiagnostics({ uri, diagnostics }))
      .catch((error: unknown) => connection.console.error(`findings failed: ${String(error)}`));
  }

  async function loadDataset(): Promise<Dataset | undefined> {
    let problem: string;
    try {
      const opened = Dataset.open(await runtime.readDataset(options));
      if (typeof opened !== "string") {
        report({ version: opened.version, date: opened.date, records: opened.recordCount, names: opened.lexicon.size, problems: [] });
        return opened;
      }
      problem = opened;
    } catch (error) {
      problem = error instanceof Error ? error.message : String(error);
    }
    const message = `The dataset dist/data/dataset.bin cannot be used: ${problem}. Install the extension again, or run its build.`;
    void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Error, message });
    report({ version: "", date: "", records: 0, names: 0, problems: [message] });
    return undefined;
  }

  /** Our own client shows it; others never asked for it. */
  function report(status: Status): void {
    if (options.commands) void connection.sendNotification(STATUS, status);
  }

  async function pullSettings(sent?: unknown): Promise<void> {
    const section = capabilities.workspace?.configuration
      ? ((await connection.workspace.getConfiguration(SETTINGS).catch(() => undefined)) as unknown)
      : sectionOf(sent);
    const read = readSettings(joined(options.metastasisNotes, section));
    settings = read.settings;
    navigation.configured(settings);
    settingsRevision++;
    hovers = new WeakMap();
    for (const problem of read.problems) connection.console.warn(problem);
  }

  /** After a change of settings: what is shown is asked for again. */
  function refresh(): void {
    const asked: unknown[] = [];
    if (capabilities.workspace?.diagnostics?.refreshSupport) asked.push(connection.languages.diagnostics.refresh());
    if (capabilities.workspace?.semanticTokens?.refreshSupport) asked.push(connection.languages.semanticTokens.refresh());
    // a client that refuses will ask when it needs to
    Promise.all(asked).catch(() => undefined);
    for (const uri of notes.keys()) push(uri);
  }
}

const placeKey = ({ line, character }: Position): string => `${line}:${character}`;
