/** Wires what LSP asks of single notes to the features, one error boundary around all; what a client says is held here. */
import {
  type ClientCapabilities,
  type Connection,
  type Diagnostic,
  DidChangeConfigurationNotification,
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
  type WorkspaceFoldersChangeEvent,
} from "vscode-languageserver";
import { answerBeyondLsp } from "./beyondLsp";
import { boundary } from "./boundary";
import { type Client, canDo, clientOf, joined, readOptions, sectionOf, workspacesOf } from "./client";
import { filesOf, textOf } from "./clientFiles";
import { ClosedNotes } from "./closedNotes";
import type { Dataset } from "./dataset/dataset";
import { hoverOnName } from "./features/hover";
import { semanticTokens, TOKEN_MODIFIERS, TOKEN_TYPES } from "./features/semanticTokens";
import type { Files } from "./files";
import { later } from "./loadLater";
import { ofFile, toCodeAction, toCompletionList, toDiagnostic, toDocumentation, toFixAll, toHover, toTokenData } from "./lsp";
import { Navigation, navigationCapabilities } from "./navigation";
import type { Note } from "./note/note";
import { NOTEBOOKS, Notebooks } from "./notebooks";
import { openDataset } from "./openDataset";
import { mayBeOwn, OwnFolders, type OwnHost } from "./ownFolders";
import { offsetOf, positionOf } from "./positions";
import { FIX_ALL, type InitializationOptions, SETTINGS, STATUS, type Status } from "./protocol";
import { PulledFindings } from "./pulledFindings";
import { PushedFindings } from "./pushedFindings";
import { type Read, Reading } from "./reading";
import type { Runtime } from "./runtime";
import { DEFAULTS, readSettings, type Settings } from "./settings";
import { changeNote, openNote } from "./sync";
import { Watching } from "./watching";

/** Kinds of code actions that are offered. */
const ACTION_KINDS = ["quickfix", "refactor", FIX_ALL] as const;

/** Starts the server on a connection. */
export function startServer(connection: Connection, runtime: Runtime): void {
  const notes = new TextDocuments<Note>({
    create: openNote,
    update: (note, changes, version) => changeNote(note, changes, version, client?.encoding ?? "utf-16"),
  });
  const notebooks = new Notebooks(connection, notes);
  let client: Client | undefined;
  let capabilities: ClientCapabilities = {};
  let options: InitializationOptions = {};
  let folders: readonly string[] = [];
  let isShutDown = false;
  let settings: Settings = DEFAULTS;
  let settingsRevision = 0;
  let dataset: Promise<Dataset | undefined> = Promise.resolve(undefined);
  let settingsRead: Promise<void> = Promise.resolve();
  let own: OwnFolders | undefined;
  /** The dataset that was asked last: an item of its list, or the link on its card, is asked for without a note. */
  let recent: Dataset | undefined;
  const reading = new Reading(
    (uri) => notes.get(uri),
    datasetOf,
    async () => (await later()).hasRemarks,
    () => client!.encoding,
    (message) => connection.console.warn(message),
  );
  const pulled = new PulledFindings<Diagnostic>();
  const pushed = new PushedFindings((uri) =>
    diagnosticsOf(uri)
      .then((diagnostics) => connection.sendDiagnostics({ uri, diagnostics }))
      .catch((error: unknown) => connection.console.error(`findings failed: ${String(error)}`)),
  );
  const closed = new ClosedNotes(runtime.collectGarbage);
  const watching = new Watching(connection, () => capabilities);

  /** What was shown in a note as it stands, by place: a mouse that moves over a name asks again and again. */
  let hovers = new WeakMap<Note, Map<string, Hover | null>>();
  const answer = boundary(connection, () => ({ isReady: client !== undefined, isShutDown }));
  const navigation = new Navigation(connection, answer, () => ({
    capabilities,
    client: client!,
    reading,
    readText,
    warn: (message) => connection.console.warn(message),
    settings: () => settingsRead.then(() => settings),
    dataset: datasetOfWorkspace,
    placeOf: (note, offset) => positionOf(note, offset, client!.encoding),
    offsetOf: (note, position) => offsetOf(note, position, client!.encoding),
    openNotes: () => notes.all(),
    fileOf: (uri) => notebooks.fileOf(uri),
    folders: () => folders,
    ...runtime,
  }));

  connection.onInitialize((params: InitializeParams): InitializeResult | ResponseError<{ retry: boolean }> => {
    if (client) return new ResponseError(ErrorCodes.InvalidRequest, "the server is initialized already");
    capabilities = params.capabilities ?? {};
    options = readOptions(params.initializationOptions);
    folders = workspacesOf(params);
    client = clientOf(capabilities, options, folders.length > 0, runtime.readme);
    own = new OwnFolders(folders, ownHost());
    const pull = capabilities.textDocument?.diagnostic !== undefined;
    return {
      serverInfo: { name: "Metastasis Notes", version: runtime.version },
      capabilities: {
        positionEncoding: client.encoding,
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        notebookDocumentSync: NOTEBOOKS,
        hoverProvider: true,
        completionProvider: { resolveProvider: true },
        codeActionProvider: { codeActionKinds: [...ACTION_KINDS] },
        semanticTokensProvider: { legend: { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [...TOKEN_MODIFIERS] }, full: true, range: true },
        ...navigationCapabilities(capabilities),
        ...(capabilities.workspace?.workspaceFolders
          ? { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } }
          : {}),
        ...(pull ? { diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false } } : {}),
      },
    };
  });

  connection.onInitialized(() => {
    if (capabilities.workspace?.workspaceFolders) connection.workspace.onDidChangeWorkspaceFolders(foldersChanged);
    dataset = loadDataset();
    settingsRead = pullSettings();
    watching.begin();
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
      // what is found with a dataset belongs to it, though another one may come meanwhile
      const known = hovers;
      const held = known.get(notes.get(textDocument.uri)!)?.get(placeKey(position));
      if (held !== undefined) return held;
      await settingsRead;
      const now = await own!.datasetNow(textDocument.uri, settings, notes.get(textDocument.uri)?.languageId);
      const look = async (data?: Dataset) => {
        const read = await reading.around(textDocument.uri, position, data);
        return { read, found: read && hoverOnName(read.data, read.note, reading.offsetAt(read.note, position)) };
      };
      let { read, found } = await look(now.data);
      // nobody waits for what folders add to a name that is known without them
      const isAll = now.isAll || !found;
      if (!now.isAll && !found) ({ read, found } = await look());
      if (!read) return null;
      recent = read.data;
      found ??= (await later()).hoverOnUnknown(read.data, read.note, reading.offsetAt(read.note, position), settings);
      const shown = found ? toHover(read.note, found, client!, settings) : null;
      // what stands in a cell may change with another one
      if (!isAll || read.note.beside) return shown;
      const others = known.get(read.note) ?? new Map<string, Hover | null>();
      known.set(read.note, others.set(placeKey(position), shown));
      return shown;
    }),
  );
  answerBeyondLsp(connection, answer, {
    version: runtime.version,
    client: () => client!,
    dataset: async () => recent ?? (await dataset),
    datasetOf,
    datasetOfWorkspace,
    namedIn: (folder) => navigation.namedIn(folder),
    noteOf: (uri) => notes.get(uri),
    reading,
    readText: (uri) => readText(uri),
    settings: () => settingsRead.then(() => settings),
  });
  connection.onCompletion(
    answer("completion", async ({ textDocument, position }) => {
      const { complete, completionDetail } = await later();
      const here = await settingsOf(textDocument.uri);
      const read = await reading.upTo(textDocument.uri, position);
      recent = read?.data;
      const offset = read ? reading.offsetAt(read.note, position) : 0;
      const found = read && complete(read.data, read.note, offset, here);
      return found ? toCompletionList(read.note, found, client!, (entity) => completionDetail(read.data, entity)) : null;
    }),
  );
  connection.onCompletionResolve(
    answer("completion details", async (item) => {
      const { completionCard, completionDetail } = await later();
      const data = recent ?? (await dataset);
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
      const revision = settingsRevision;
      const read = await readWhole(textDocument.uri);
      if (!read) return { kind: "full" as const, items: [] };
      const grounds = async () => (await later()).groundsOf(read.data, read.note, await settingsOf(read.note.uri));
      return pulled.report(textDocument.uri, read.note, revision, previousResultId, grounds, () => diagnosticsIn(read));
    }),
  );
  connection.onDidChangeWatchedFiles((params) => {
    if (navigation.filesChanged(params?.changes) || mayBeOwn(params?.changes, settings)) own?.changed(true);
  });
  connection.onDidChangeConfiguration(({ settings: sent }) => {
    settingsRead = pullSettings(sent as unknown);
    void settingsRead.then(refresh);
  });

  function foldersChanged(event?: Partial<WorkspaceFoldersChangeEvent>): void {
    const urisOf = (changed: unknown) => workspacesOf({ workspaceFolders: changed } as InitializeParams);
    const [gone, come] = [new Set(urisOf(event?.removed ?? [])), urisOf(event?.added ?? [])];
    folders = [...new Set([...folders.filter((uri) => !gone.has(uri)), ...come])];
    client = { ...client!, hasWorkspace: folders.length > 0 };
    own?.opened(folders);
    navigation.foldersChanged();
  }

  const lookAgain = () => {
    if (!watching.isOn) own?.changed(false);
  };
  // a client that watches no files: what folders say is looked at again with each note that is opened or saved
  notes.onDidOpen(lookAgain);
  notes.onDidSave(lookAgain);
  notes.onDidChangeContent(({ document }) => {
    navigation.edited();
    push(document.uri);
  });
  notes.onDidClose(({ document }) => {
    reading.forget(document.uri);
    closed.closed(document.length);
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

  /** What was said of notes may be so no longer. */
  function lookAgainAtAll(): void {
    settingsRevision++;
    hovers = new WeakMap();
    refresh();
  }

  /** A note to be looked at for findings; a cell that defines something else than before has all others looked at again. */
  async function readWhole(uri: string): Promise<Read | undefined> {
    const read = await reading.whole(uri);
    if (read && notebooks.hasChanged(read.note, () => read.note.bindings(read.data))) lookAgainAtAll();
    return read;
  }

  async function diagnosticsOf(uri: string) {
    const read = await readWhole(uri);
    return read ? diagnosticsIn(read) : [];
  }

  /** The settings for a note, with what its folders say. */
  async function settingsOf(uri: string): Promise<Settings> {
    await settingsRead;
    return (await own?.settingsFor(notebooks.fileOf(uri), settings)) ?? settings;
  }

  /** What is asked without a note is asked of the first folder's dataset. */
  function datasetOfWorkspace(): Promise<Dataset | undefined> {
    return folders[0] === undefined ? dataset : datasetOf(`${folders[0]}/note.md`);
  }

  /** The dataset for a note, with what its folders add; nothing where its folders say that it is none. */
  async function datasetOf(uri: string): Promise<Dataset | undefined> {
    await settingsRead;
    return own ? own.datasetFor(notebooks.fileOf(uri), settings, notes.get(uri)?.languageId) : dataset;
  }

  const files = (): Files => filesOf(runtime.files, client?.readsFiles ? connection : undefined);

  const readText = (uri: string): Promise<string | undefined> => textOf(files(), uri);

  const ownHost = (): OwnHost => ({
    ...files(),
    load: runtime.loadWorkspace,
    bundled: () => dataset,
    report: (uri, problems, text) => {
      const lines = text.split(/\r\n|\r|\n/);
      void connection.sendDiagnostics({ uri, diagnostics: problems.map((problem) => ofFile(problem, lines, client!.encoding)) });
    },
    warn: (message) => connection.console.warn(message),
    changed: () => {
      recent = undefined;
      lookAgainAtAll();
    },
  });

  /** For clients that do not pull: findings after every change, none after closing. */
  function push(uri: string): void {
    if (!client || capabilities.textDocument?.diagnostic !== undefined) return;
    pushed.push(uri);
  }

  async function loadDataset(): Promise<Dataset | undefined> {
    const { dataset: opened, status } = await openDataset(() => runtime.readDataset(options));
    const [message] = status.problems;
    if (message) void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Error, message });
    report(status);
    return opened;
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
    watching.also(settings.datasets);
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
