/** Makes the language client and registers what is asked of it: the extension begins here. It knows no drug. */
import * as vscode from "vscode";
import type { BaseLanguageClient, LanguageClientOptions, RevealOutputChannelOn, State } from "vscode-languageclient";
import { version } from "../package.json";
import {
  ACCEPT_WORD,
  ADD_OWN,
  CARD_SCHEME,
  CHANGED,
  type CountedUses,
  FIND_USES,
  type InitializationOptions,
  LIST_FOLDER,
  OPEN_CARD,
  READ_ENCODED,
  READ_FILE,
  type RenameText,
  SETTINGS,
  STATUS,
  type Status,
  USE_READING,
} from "../server/protocol";
import { acceptWord, withAllWords } from "./acceptWord";
import { AutomaticLists } from "./automatic";
import { definedIn, registerCards } from "./cards";
import { withCells } from "./closedNotebooks";
import { offerRestart, setContext } from "./commands";
import { registerExports } from "./exports";
import { HalfTyped } from "./halfTyped";
import { isOwn } from "./noteFile";
import { registerOwnData } from "./ownData";
import { Restarts, versionSkew } from "./restarts";
import { Starts } from "./starts";
import { NAME, StatusItem } from "./status";
import { t } from "./texts";
import { registerTools } from "./tools";
import { registerUses } from "./uses";
import { registerViews } from "./views/views";
import { lensTitle } from "./views/words";

/** The client has a server that has answered. */
const RUNNING: State.Running = 2;
/** The library shows no messages of its own. */
const NEVER: RevealOutputChannelOn.Never = 4;
const DIAGNOSTICS = "textDocument/diagnostic";

/** Commands that the server may put behind a link or a fix. */
const COMMANDS = [ACCEPT_WORD, ADD_OWN, OPEN_CARD, USE_READING, FIND_USES];

/**
 * Starts the extension.
 * @param context the extension's context
 * @param create makes the client for this platform from the common options
 * @returns the running client, which is the caller's to stop; a server that does not start is reported in a message, not thrown
 */
export async function start(
  context: vscode.ExtensionContext,
  create: (options: LanguageClientOptions) => BaseLanguageClient,
): Promise<BaseLanguageClient> {
  const initializationOptions: InitializationOptions = {
    extensionUri: context.extensionUri.toString(),
    themeIcons: true,
    commands: COMMANDS,
    texts: renameTexts(),
    ...(context.storageUri ? { storageUri: context.storageUri.toString() } : {}),
  };
  /** Which documents are notes, of any scheme (files, untitled ones, virtual file systems): all that ask hold this list, which follows the setting. */
  const notes: Array<{ language: string }> = [];
  readLanguages(notes);
  const status = new StatusItem(notes);
  // not before the client has taken in that its server is gone: an answer at once would stop it once more
  const restarts = new Restarts(() => void setTimeout(askToRestart, 0, status));
  // ours: the library's own is emptied whenever the server ends, when somebody wants to read it
  const outputChannel = vscode.window.createOutputChannel(NAME, { log: true });
  const lists = new AutomaticLists(notes);
  const halfTyped = new HalfTyped(() => client.getFeature(DIAGNOSTICS));
  const client = create(optionsOf(notes, lists, halfTyped, outputChannel, restarts, initializationOptions));
  // the library would show some of its errors whatever `revealOutputChannelOn` says
  const log = client.error.bind(client);
  client.error = (message, data) => log(message, data, false);
  const starts = new Starts(client, status, restarts);
  client.onDidChangeState(async ({ newState }) => {
    if (newState !== RUNNING) return;
    restarts.ran();
    changed.fire();
    await askToReload(client);
  });
  readFilesFor(client);
  client.onNotification(STATUS, (loaded: Status) => status.show(loaded));
  /** What was asked of the server may be answered otherwise now. */
  const changed = new vscode.EventEmitter<void>();
  client.onNotification(CHANGED, () => changed.fire());
  context.subscriptions.push(
    status,
    changed,
    outputChannel,
    registerCards(client, context.extensionUri, changed.event),
    registerUses(client),
    registerExports(client, notes),
    registerTools(client),
    registerOwnData(client),
    lists.watch(client),
    halfTyped,
    registerViews(client, notes, context.extensionUri, changed.event),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (!event.affectsConfiguration(`${SETTINGS}.languages`)) return;
      readLanguages(notes);
      status.follow(notes);
      // the library asks for the features of a document by what it was told at the server's start
      void starts.restart();
    }),
    vscode.commands.registerCommand(ACCEPT_WORD, acceptWord),
    vscode.commands.registerCommand("metastasisNotes.showLog", () => outputChannel.show()),
    vscode.commands.registerCommand("metastasisNotes.restart", () => starts.restart()),
  );
  await starts.begin();
  return client;
}

/** What *Rename* says in the user's language, which the editor shows as its own. */
const renameTexts = (): Record<RenameText, string> => ({
  "Use “{0}” for {1}": vscode.l10n.t("Use “{0}” for {1}"),
  "Use “{0}” for {1}, written otherwise": vscode.l10n.t("Use “{0}” for {1}, written otherwise"),
  "Quotations, links, front matter and names that say more stay as they are.": vscode.l10n.t(
    "Quotations, links, front matter and names that say more stay as they are.",
  ),
  "“{0}” is no name of {1} that the dataset knows; use one that is, such as {2}": vscode.l10n.t(
    "“{0}” is no name of {1} that the dataset knows; use one that is, such as {2}",
  ),
  "Nothing is changed, since not all notes were read; ask again, and let the reading end.": vscode.l10n.t(
    "Nothing is changed, since not all notes were read; ask again, and let the reading end.",
  ),
});

/** How the client works, on whatever platform. */
function optionsOf(
  documentSelector: NonNullable<LanguageClientOptions["documentSelector"]>,
  lists: AutomaticLists,
  halfTyped: HalfTyped,
  outputChannel: vscode.LogOutputChannel,
  errorHandler: Restarts,
  initializationOptions: InitializationOptions,
): LanguageClientOptions {
  return {
    outputChannel,
    errorHandler,
    // what goes wrong is in the log; what the user should know of it we say in one message
    initializationFailedHandler: () => false,
    revealOutputChannelOn: NEVER,
    documentSelector,
    initializationOptions,
    // full cards are shown as Markdown, but are no notes
    middleware: {
      didOpen: async (document, next) => (document.uri.scheme === CARD_SCHEME ? undefined : next(document)),
      // what can only be looked at, as the older side of a comparison, is not to be mended: its findings would be listed twice
      provideDiagnostics: (document, previous, token, next) =>
        isOwn(document instanceof vscode.Uri ? document : document.uri)
          ? halfTyped.provide(document, previous, (last) => next(document, last, token))
          : undefined,
      provideCompletionItem: (document, position, context, token, next) =>
        lists.provide(document, position, context, () => next(document, position, context, token)),
      provideDefinition: async (document, position, token, next) => definedIn(await next(document, position, token), document.uri),
      provideReferences: (document, position, options, token, next) =>
        withCells(
          () => next(document, position, options, token),
          (places) => (places ?? []).map(({ uri }) => uri),
        ),
      provideWorkspaceSymbols: (query, token, next) =>
        withCells(
          () => next(query, token),
          (symbols) => (symbols ?? []).map(({ location }) => location.uri),
        ),
      resolveCodeLens: async (lens, token, next) => {
        const found = await next(lens, token);
        const said: CountedUses | undefined = found?.command?.arguments?.[2];
        if (said) found!.command!.title = lensTitle(said, t);
        return found;
      },
      // all that the server shows the progress of, in English; the library hands on these parameters alone
      handleWorkDoneProgress: (token, params, next) => {
        if (params.kind === "begin") params.title = vscode.l10n.t("Reading notes");
        next(token, params);
      },
      workspace: { configuration: async (params, token, next) => withAllWords(await next(params, token), params.items) },
    },
    markdown: { isTrusted: { enabledCommands: COMMANDS }, supportHtml: false, supportThemeIcons: true },
    diagnosticPullOptions: { onChange: true, onTabs: true },
  };
}

/** Reads files and folders for the server, which may have no disk. */
function readFilesFor(client: BaseLanguageClient): void {
  const read = (uri: string) => vscode.workspace.fs.readFile(vscode.Uri.parse(uri));
  client.onRequest(READ_FILE, read);
  client.onRequest(READ_ENCODED, async (uri: string) => {
    let text = "";
    for (const byte of await read(uri)) text += String.fromCharCode(byte);
    return btoa(text);
  });
  client.onRequest(LIST_FOLDER, (uri: string) =>
    vscode.workspace.fs.readDirectory(vscode.Uri.parse(uri)).then(
      (entries) => entries.map(([name]) => name),
      () => null,
    ),
  );
}

/** The server stays down: one message, with what can be done. */
async function askToRestart(status: StatusItem): Promise<void> {
  status.stopped();
  const problem = vscode.l10n.t("The server has ended again and again and is not started any more. Your notes are as they were.");
  await offerRestart(`${NAME}: ${problem}`);
}

/** Asks to reload the window where its server is another version than the client: the extension was updated meanwhile. */
async function askToReload(client: BaseLanguageClient): Promise<void> {
  const other = versionSkew(version, client.initializeResult?.serverInfo?.version);
  if (!other) return;
  const reload = vscode.l10n.t("Reload Window");
  const told = vscode.l10n.t(
    "Metastasis Notes was updated: this window runs {0}, its server is {1}. Reload the window to have both alike.",
    version,
    other,
  );
  if ((await vscode.window.showWarningMessage(told, reload)) === reload)
    await vscode.commands.executeCommand("workbench.action.reloadWindow");
}

/** Ends the server; one that did not start, or hangs, is no reason to keep the editor waiting. */
export async function stop(client: BaseLanguageClient | undefined): Promise<void> {
  await client?.dispose(2000).catch(() => undefined);
}

/** Fills a list with the languages of notes, as the setting has them; commands for notes are offered in these. */
function readLanguages(notes: Array<{ language: string }>): void {
  const settings = vscode.workspace.getConfiguration(SETTINGS);
  const named = (value: unknown) =>
    Array.isArray(value) ? value.filter((language) => typeof language === "string" && language !== "") : [];
  const set: string[] = named(settings.get("languages"));
  const languages = set.length > 0 ? set : named(settings.inspect("languages")?.defaultValue);
  notes.splice(0, notes.length, ...languages.map((language) => ({ language })));
  setContext("languages", languages);
}
