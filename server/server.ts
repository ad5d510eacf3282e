/** Starts the server: what a client says of itself, its notes, settings and folders is held here and handed to those who answer. */
import {
  type ClientCapabilities,
  type Connection,
  DidChangeConfigurationNotification,
  ErrorCodes,
  type InitializeParams,
  type InitializeResult,
  MessageType,
  ResponseError,
  type ServerCapabilities,
  ShowMessageNotification,
  TextDocumentSyncKind,
  TextDocuments,
  type WorkspaceFoldersChangeEvent,
} from "vscode-languageserver";
import { answerBeyondLsp } from "./beyondLsp";
import { boundary } from "./boundary";
import { type Client, clientOf, joined, readOptions, sectionOf, workspacesOf } from "./client";
import { filesOf, textOf } from "./clientFiles";
import { ClosedNotes } from "./closedNotes";
import type { Dataset } from "./dataset/dataset";
import { Datasets } from "./datasets";
import { TOKEN_MODIFIERS, TOKEN_TYPES } from "./features/semanticTokens";
import type { Files } from "./files";
import { inSlices } from "./giveWay";
import { inTime } from "./inTime";
import { later } from "./loadLater";
import { ofFile } from "./lsp";
import { Navigation, navigationCapabilities } from "./navigation";
import type { Note } from "./note/note";
import { ACTION_KINDS, NoteAnswers } from "./noteAnswers";
import { NOTEBOOKS, Notebooks } from "./notebooks";
import { openDataset } from "./openDataset";
import type { OwnHost } from "./ownFolders";
import { CHANGED, type InitializationOptions, SETTINGS, STATUS, type Status } from "./protocol";
import { PushedFindings } from "./pushedFindings";
import { Reading } from "./reading";
import type { Runtime } from "./runtime";
import { readSettings } from "./settings";
import { changeNote, openNote } from "./sync";
import { Watching } from "./watching";

/** Starts the server on a connection. */
export function startServer(connection: Connection, runtime: Runtime): void {
  const notes = new TextDocuments<Note>({
    create: openNote,
    update: (note, changes, version) => changeNote(note, changes, version, client?.encoding ?? "utf-16"),
  });
  const notebooks = new Notebooks(connection, notes, () => {
    answers.settingsChanged();
    refresh();
  });
  let client: Client | undefined;
  let capabilities: ClientCapabilities = {};
  let options: InitializationOptions = {};
  let folders: readonly string[] = [];
  let isShutDown = false;
  const datasets = new Datasets({ fileOf: (uri) => notebooks.fileOf(uri), languageOf: (uri) => notes.get(uri)?.languageId });
  const reading = new Reading(
    (uri) => notes.get(uri),
    (uri) => datasets.of(uri),
    async () => (await later()).hasRemarks,
    () => client!.encoding,
    (message) => connection.console.warn(message),
  );
  const pushed = new PushedFindings((uri) =>
    answers
      .diagnosticsOf(uri)
      .then((diagnostics) => connection.sendDiagnostics({ uri, diagnostics }))
      .catch((error: unknown) => connection.console.error(`findings failed: ${String(error)}`)),
  );
  const closed = new ClosedNotes(runtime.collectGarbage);
  const watching = new Watching(connection, () => capabilities);

  const answer = boundary(connection, () => ({ isReady: client !== undefined, isShutDown }));
  const navigation = new Navigation(connection, answer, () => ({
    capabilities,
    client: client!,
    reading,
    readText,
    warn: (message) => connection.console.warn(message),
    settings: () => datasets.settings(),
    dataset: () => datasets.ofWorkspace(),
    openNotes: () => notes.all(),
    fileOf: (uri) => notebooks.fileOf(uri),
    folders: () => folders,
    storageUri: options.storageUri,
    ...runtime,
  }));

  connection.onInitialize((params: InitializeParams): InitializeResult | ResponseError<{ retry: boolean }> => {
    if (client) return new ResponseError(ErrorCodes.InvalidRequest, "the server is initialized already");
    capabilities = params.capabilities ?? {};
    options = readOptions(params.initializationOptions);
    folders = workspacesOf(params);
    client = clientOf(capabilities, options, folders.length > 0, runtime.readme);
    datasets.begin(folders, ownHost());
    const serverInfo = { name: "Metastasis Notes", version: runtime.version };
    return { serverInfo, capabilities: capabilitiesFor(capabilities, client) };
  });

  connection.onInitialized(() => {
    if (capabilities.workspace?.workspaceFolders) connection.workspace.onDidChangeWorkspaceFolders(foldersChanged);
    datasets.loads(loadDataset());
    datasets.awaits(inTime(pullSettings(), refresh));
    watching.begin();
    if (capabilities.workspace?.didChangeConfiguration?.dynamicRegistration) {
      connection.client.register(DidChangeConfigurationNotification.type, { section: SETTINGS }).catch(() => undefined);
    }
  });
  connection.onShutdown(() => {
    if (!client) throw new ResponseError(ErrorCodes.ServerNotInitialized, "shutdown came before initialize");
    isShutDown = true;
  });

  const answers = new NoteAnswers(connection, answer, {
    client: () => client!,
    noteOf: (uri) => notes.get(uri),
    notebooks,
    reading,
    datasets,
    refresh,
  });
  answerBeyondLsp(connection, answer, {
    ...runtime,
    client: () => client!,
    recent: () => answers.dataset(),
    datasets,
    namedIn: (folder) => navigation.namedIn(folder),
    noteOf: (uri) => notes.get(uri),
    openNotes: () => notes.all(),
    reading,
    readText,
  });
  connection.onDidChangeWatchedFiles((params) => {
    datasets.filesChanged(params?.changes, navigation.filesChanged(params?.changes));
  });
  connection.onDidChangeConfiguration(({ settings: sent }) => {
    const read = pullSettings(sent as unknown);
    datasets.awaits(inTime(read));
    void read.then(refresh);
  });

  function foldersChanged(event?: Partial<WorkspaceFoldersChangeEvent>): void {
    const urisOf = (changed: unknown) => workspacesOf({ workspaceFolders: changed } as InitializeParams);
    const [gone, come] = [new Set(urisOf(event?.removed ?? [])), urisOf(event?.added ?? [])];
    folders = [...new Set([...folders.filter((uri) => !gone.has(uri)), ...come])];
    client = { ...client!, hasWorkspace: folders.length > 0 };
    datasets.opened(folders);
    navigation.foldersChanged();
  }

  const lookAgain = () => {
    if (!watching.isOn) datasets.lookAgain();
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
    answers.forget(document.uri);
    navigation.closed(document.uri);
    push(document.uri);
  });
  notes.listen(connection);
  connection.listen();

  function files(): Files {
    return filesOf(runtime.files, client?.readsFiles ? connection : undefined);
  }

  function readText(uri: string): Promise<string | undefined> {
    return textOf(files(), uri);
  }

  const ownHost = (): Omit<OwnHost, "bundled"> => ({
    ...files(),
    load: runtime.loadWorkspace,
    prepare: async (data) => inSlices((await later()).spellingOf(data).making()),
    report: (uri, problems, text) => {
      const lines = text.split(/\r\n|\r|\n/);
      void connection.sendDiagnostics({ uri, diagnostics: problems.map((problem) => ofFile(problem, lines, client!)) });
    },
    warn: (message) => connection.console.warn(message),
    changed: () => {
      answers.datasetsChanged();
      refresh();
      if (options.commands) void connection.sendNotification(CHANGED);
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
    watching.also(read.settings.datasets);
    datasets.configured(read.settings);
    navigation.configured(read.settings);
    answers.settingsChanged();
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

/** What is told a client that the server can do. */
function capabilitiesFor(theirs: ClientCapabilities, { encoding }: Client): ServerCapabilities {
  const isPulling = theirs.textDocument?.diagnostic !== undefined;
  const workspaceFolders = { supported: true, changeNotifications: true };
  return {
    positionEncoding: encoding,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    notebookDocumentSync: NOTEBOOKS,
    hoverProvider: true,
    completionProvider: { resolveProvider: true },
    codeActionProvider: { codeActionKinds: [...ACTION_KINDS] },
    semanticTokensProvider: { legend: { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [...TOKEN_MODIFIERS] }, full: true, range: true },
    ...navigationCapabilities(theirs),
    ...(theirs.workspace?.workspaceFolders ? { workspace: { workspaceFolders } } : {}),
    ...(isPulling ? { diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false } } : {}),
  };
}
