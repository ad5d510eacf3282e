/** Starts the server: makes its parts, hands each what it needs of the others, and passes on what the client tells. */
import {
  type ClientCapabilities,
  type Connection,
  DidChangeConfigurationNotification,
  ErrorCodes,
  type InitializeResult,
  MessageType,
  ResponseError,
  type ServerCapabilities,
  ShowMessageNotification,
  TextDocumentSyncKind,
  TextDocuments,
} from "vscode-languageserver";
import { answerBeyondLsp } from "./beyondLsp";
import { boundary } from "./boundary";
import type { Client } from "./client";
import { filesOf, textOf } from "./clientFiles";
import { ClosedNotes } from "./closedNotes";
import type { Dataset } from "./dataset/dataset";
import { Datasets } from "./datasets";
import { TOKEN_MODIFIERS, TOKEN_TYPES } from "./features/semanticTokens";
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
import { CHANGED, SETTINGS, STATUS } from "./protocol";
import { PushedFindings } from "./pushedFindings";
import { Reading } from "./reading";
import type { Runtime } from "./runtime";
import { Session } from "./session";
import { changeNote, openNote } from "./sync";
import { tellingUnlisted } from "./unlisted";
import { Watching } from "./watching";

/** The parts of a server, as far as more than one thing makes use of them. */
interface Parts {
  readonly connection: Connection;
  readonly session: Session;
  readonly notes: TextDocuments<Note>;
  readonly datasets: Datasets;
  readonly reading: Reading;
  readonly navigation: Navigation;
  readonly answers: NoteAnswers;
  readonly watching: Watching;
  readonly pushed: PushedFindings;
}

/** Starts the server on a connection. */
export function startServer(connection: Connection, runtime: Runtime): void {
  const parts = makeParts(connection, runtime);
  followClient(parts, runtime);
  followSettings(parts);
  followNotes(parts, new ClosedNotes(runtime.collectGarbage));
  parts.notes.listen(withVersions(connection, (uri) => parts.notes.get(uri)?.version));
  connection.listen();
}

/** Makes the parts, which answer requests from then on. */
function makeParts(connection: Connection, runtime: Runtime): Parts {
  const session = new Session(connection);
  const client = () => session.client!;
  const warn = (message: string) => connection.console.warn(message);
  const notes = new TextDocuments<Note>({
    create: openNote,
    update: (note, changes, version) => changeNote(note, changes, version, session.client?.encoding ?? "utf-16"),
  });
  const noteOf = (uri: string) => notes.get(uri);
  const openNotes = () => notes.all();
  const again = () => refresh(parts);
  const notebooks = new Notebooks(connection, notes, () => {
    answers.settingsChanged();
    again();
  });
  const fileOf = (uri: string) => notebooks.fileOf(uri);
  const datasets = new Datasets({ fileOf, languageOf: (uri) => noteOf(uri)?.languageId });
  const datasetOf = (uri: string) => datasets.of(uri);
  const readAll = async () => (await later()).readForFindings;
  const reading = new Reading(noteOf, datasetOf, readAll, () => client().encoding, warn);
  const readText = (uri: string) => textOf(filesFor(runtime, session, connection), uri);
  const answer = boundary(connection, () => ({ isReady: session.client !== undefined, isShutDown: session.isShutDown }));
  const listing = tellingUnlisted(connection, runtime.listNotes);
  const navigation = new Navigation(connection, answer, () => ({
    capabilities: session.capabilities,
    client: client(),
    reading,
    readText,
    warn,
    settings: (uri) => datasets.settings(uri),
    dataset: () => datasets.ofWorkspace(),
    datasetOf,
    notesAmong: (uris) => datasets.notesAmong(uris),
    openNotes,
    fileOf,
    folders: () => session.folders,
    storageUri: session.options.storageUri,
    texts: session.options.texts,
    ...runtime,
    ...listing,
  }));
  const answers = new NoteAnswers(connection, answer, { client, noteOf, notebooks, reading, datasets, refresh: again });
  const recent = () => answers.dataset();
  const { namedIn } = navigation;
  const asked = { ...runtime, ...listing, client, recent, datasets, namedIn, noteOf, openNotes, reading, readText };
  answerBeyondLsp(connection, answer, asked);
  const watching = new Watching(connection, () => session.capabilities);
  const pushed = new PushedFindings((uri) =>
    answers
      .diagnosticsOf(uri)
      .then((diagnostics) => connection.sendDiagnostics({ uri, diagnostics }))
      .catch((error: unknown) => connection.console.error(`findings failed: ${String(error)}`)),
  );
  const parts: Parts = { connection, session, notes, datasets, reading, navigation, answers, watching, pushed };
  return parts;
}

/** From hello to goodbye, with the folders that are open meanwhile. */
function followClient(parts: Parts, runtime: Runtime): void {
  const { connection, session, datasets, navigation, watching } = parts;
  connection.onInitialize((params): InitializeResult | ResponseError<{ retry: boolean }> => {
    if (session.client) return new ResponseError(ErrorCodes.InvalidRequest, "the server is initialized already");
    const capabilities = capabilitiesFor(session.begin(params, runtime.readme), session.capabilities);
    datasets.begin(session.folders, {
      ...filesFor(runtime, session, connection),
      ...ownHost(connection, runtime, () => session.client!),
      warn: (message) => connection.console.warn(message),
      changed: () => datasetsChanged(parts),
    });
    return { serverInfo: { name: "Metastasis Notes", version: runtime.version }, capabilities };
  });
  const readAgain = () => datasets.awaits(inTime(readSettings(parts), () => refresh(parts)));
  connection.onInitialized(() => {
    const { workspace } = session.capabilities;
    if (workspace?.workspaceFolders)
      connection.workspace.onDidChangeWorkspaceFolders((event) => {
        session.foldersChanged(event);
        // what is shown is asked for again by `opened`, and waits for the settings of the new folders
        readAgain();
        datasets.opened(session.folders);
        navigation.notesChanged();
        session.tell(CHANGED);
      });
    datasets.loads(loadDataset(connection, runtime, session));
    readAgain();
    watching.begin();
    if (workspace?.didChangeConfiguration?.dynamicRegistration)
      connection.client.register(DidChangeConfigurationNotification.type, { section: SETTINGS }).catch(() => undefined);
  });
  connection.onShutdown(() => {
    if (!session.client) throw new ResponseError(ErrorCodes.ServerNotInitialized, "shutdown came before initialize");
    session.isShutDown = true;
  });
}

/** What the user and folders say may change at any time. */
function followSettings(parts: Parts): void {
  const { connection, session, datasets, navigation } = parts;
  connection.onDidChangeWatchedFiles((params) => {
    datasets.filesChanged(params?.changes, navigation.filesChanged(params?.changes));
  });
  connection.onDidChangeConfiguration(({ settings }) => {
    session.sent = settings;
    const read = readSettings(parts);
    datasets.awaits(inTime(read));
    void read.then(() => {
      refresh(parts);
      // whether all notes count in the views is a setting too
      session.tell(CHANGED);
    });
  });
}

/** Notes are opened, edited, saved and closed. */
function followNotes(parts: Parts, memory: ClosedNotes): void {
  const { notes, datasets, reading, navigation, answers, watching } = parts;
  // a client that watches no files: what folders say is looked at again with each note that is opened or saved
  const lookAgain = () => {
    if (!watching.isOn) datasets.lookAgain();
  };
  notes.onDidOpen(lookAgain);
  notes.onDidSave(lookAgain);
  notes.onDidChangeContent(({ document }) => {
    navigation.edited();
    push(parts, document.uri);
  });
  notes.onDidClose(({ document }) => {
    reading.forget(document.uri);
    memory.closed(document.length);
    answers.forget(document.uri);
    navigation.closed(document.uri);
    push(parts, document.uri);
  });
}

/** For clients that do not pull: findings after every change, none after closing. */
function push({ session, pushed }: Parts, uri: string): void {
  if (session.client && !pullsFindings(session.capabilities)) pushed.push(uri);
}

async function readSettings({ connection, session, datasets, navigation, answers, watching }: Parts): Promise<void> {
  const { settings, problems } = await session.settings();
  watching.also([...new Set([...settings.values()].flatMap((here) => here.datasets))]);
  datasets.configured(settings);
  navigation.configured(settings);
  answers.settingsChanged();
  for (const problem of problems) connection.console.warn(problem);
}

/** After a change of settings or data: what is shown is asked for again. */
function refresh(parts: Parts): void {
  parts.session.refresh();
  for (const uri of parts.notes.keys()) push(parts, uri);
}

/** What folders add to the dataset is something else. */
function datasetsChanged(parts: Parts): void {
  parts.answers.datasetsChanged();
  parts.navigation.notesChanged();
  refresh(parts);
  parts.session.tell(CHANGED);
}

/** The files of this machine, or those that the client reads for the server. */
const filesFor = (runtime: Runtime, session: Session, connection: Connection) =>
  filesOf(runtime.files, session.client?.readsFiles ? connection : undefined);

/** A connection whose changes all have a version: older clients write none, or null, and the library would drop what was typed. */
const withVersions = (connection: Connection, versionOf: (uri: string) => number | undefined): Connection => ({
  ...connection,
  onDidChangeTextDocument: (take) =>
    connection.onDidChangeTextDocument(({ textDocument, contentChanges }) => {
      const version = textDocument.version ?? versionOf(textDocument.uri) ?? 0;
      return take({ textDocument: { ...textDocument, version }, contentChanges });
    }),
});

/** What it takes to serve folders' own data, but for their files. */
function ownHost(connection: Connection, runtime: Runtime, client: () => Client): Pick<OwnHost, "load" | "prepare" | "report"> {
  return {
    load: runtime.loadWorkspace,
    prepare: async (data) => inSlices((await later()).spellingOf(data).making()),
    report: (uri, problems, text) => {
      const lines = text.split(/\r\n|\r|\n/);
      void connection.sendDiagnostics({ uri, diagnostics: problems.map((problem) => ofFile(problem, lines, client())) });
    },
  };
}

/** Loads the bundled dataset and tells the client what came of it. @returns nothing where it cannot be used */
async function loadDataset(connection: Connection, runtime: Runtime, session: Session): Promise<Dataset | undefined> {
  const { dataset, status } = await openDataset(() => runtime.readDataset(session.options));
  const [message] = status.problems;
  if (message) void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Error, message });
  session.tell(STATUS, status);
  return dataset;
}

/** Whether a client asks for findings; others are sent them. */
const pullsFindings = ({ textDocument }: ClientCapabilities): boolean => textDocument?.diagnostic !== undefined;

/** What is told a client that the server can do. */
function capabilitiesFor({ encoding }: Client, theirs: ClientCapabilities): ServerCapabilities {
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
    ...(pullsFindings(theirs) ? { diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false } } : {}),
  };
}
