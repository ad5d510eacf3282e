/** Wires what is asked of concepts beyond one place to `acrossNotes.ts`, which is loaded with the first such request. */
import {
  type ClientCapabilities,
  CodeLensRequest,
  type Connection,
  DidChangeWatchedFilesNotification,
  type Disposable,
  DocumentSymbolRequest,
  LSPErrorCodes,
  ResponseError,
  type ServerCapabilities,
} from "vscode-languageserver";
import type { AcrossNotes, Surroundings } from "./acrossNotes";
import type { Answer } from "./boundary";
import type { Dataset } from "./dataset/dataset";
import type { Listed, Memory, Readers } from "./index/backgroundHost";
import { inTime } from "./inTime";
import { later } from "./loadLater";
import { endingsOf } from "./noteNames";
import type { Encoding } from "./positions";
import { COUNTS, FOLDER, LIST_NOTES, USES, type Uses, type UsesParams } from "./protocol";
import type { Settings } from "./settings";
import type { NamedIn } from "./views";

/** What is needed of the server. */
export interface Server extends Omit<Surroundings, "source" | "isWatched" | "begin" | "openReaders" | "memory"> {
  readonly capabilities: ClientCapabilities;
  /** Lists the notes of a folder; nothing where the client must. */
  readonly listNotes?: (folders: readonly string[], endings: readonly string[]) => Promise<Listed[]>;
  /** Starts threads that read the notes of this machine, where there can be any. */
  readonly openReaders?: (dataset: Dataset, encoding: Encoding) => Promise<Readers>;
  /** Keeps what is known of notes in a folder, where that can be. */
  readonly memoryIn?: (folder: string, encoding: Encoding) => Memory;
  /** The folder that the client has for that; nothing where it has none. */
  readonly storageUri: string | undefined;
  readonly readText: (uri: string) => Promise<string | undefined>;
}

/** What is told of features that a client may ask for at all times; those that are off unless a setting is on come later where they can. */
export function navigationCapabilities({ textDocument }: ClientCapabilities): ServerCapabilities {
  return {
    definitionProvider: true,
    documentHighlightProvider: true,
    referencesProvider: true,
    renameProvider: textDocument?.rename?.prepareSupport ? { prepareProvider: true } : true,
    workspaceSymbolProvider: true,
    ...(textDocument?.documentSymbol?.dynamicRegistration ? {} : { documentSymbolProvider: { label: LABEL } }),
    ...(textDocument?.codeLens?.dynamicRegistration ? {} : { codeLensProvider: { resolveProvider: true } }),
  };
}

/** What an outline calls our symbols. */
const LABEL = "Metastasis Notes";

export class Navigation {
  private readonly connection: Connection;
  private readonly server: () => Server;
  private loading: Promise<AcrossNotes> | undefined;
  private loaded: AcrossNotes | undefined;
  /** What of the notes' names the client was asked to watch. */
  private asked: string | undefined;
  /** The same where it does. */
  private watched: string | undefined;
  private watching: Disposable | undefined;
  private readonly registered = new Map<string, Promise<Disposable>>();

  /**
   * @param answer the server's error boundary
   * @param server is asked once the client has said hello
   */
  constructor(connection: Connection, answer: Answer, server: () => Server) {
    this.connection = connection;
    this.server = server;
    const can = () => server().capabilities;
    connection.onDocumentHighlight(answer("highlights", async (at) => (await this.across()).highlights(at)));
    connection.onDefinition(
      answer("definition", async (at) => (await this.across()).definition(at, can().textDocument?.definition?.linkSupport === true)),
    );
    connection.onReferences(
      answer("references", async (params) => (await this.across()).references(params, params.context?.includeDeclaration !== false)),
    );
    connection.onWorkspaceSymbol(
      answer("workspace symbols", async ({ query }) => (await this.across()).workspaceSymbols(String(query ?? ""))),
    );
    connection.onDocumentSymbol(
      answer("document symbols", async ({ textDocument }) => {
        const isNested = can().textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true;
        return (await this.across()).documentSymbols(textDocument.uri, isNested);
      }),
    );
    connection.onCodeLens(answer("code lenses", async ({ textDocument }) => (await this.across()).lenses(textDocument.uri)));
    connection.onCodeLensResolve(answer("code lens", async (lens) => (await this.across()).resolveLens(lens)));
    connection.onPrepareRename(answer("one spelling", async (at) => (await this.across()).prepareRename(at)));
    connection.onRenameRequest(
      answer("one spelling", async (params) => {
        const { documentChanges, changeAnnotationSupport } = can().workspace?.workspaceEdit ?? {};
        const across = await this.across();
        const ability = { annotations: changeAnnotationSupport !== undefined, versions: documentChanges === true };
        const edit = await across.rename(params, String(params.newName), ability);
        return typeof edit === "string" ? new ResponseError<never>(LSPErrorCodes.RequestFailed, edit) : edit;
      }),
    );
    connection.onRequest<Uses | null, never>(
      USES,
      answer<UsesParams, Uses | null>("uses", async (params) => (await this.across()).uses(params)),
    );
    connection.onRequest(
      COUNTS,
      answer("counts", async () => (await this.across()).counts()),
    );
  }

  /** A note was edited: notes are read on when nobody types. */
  edited(): void {
    this.loaded?.background.edited();
  }

  /** A note is open no longer: its file may say otherwise. */
  closed(uri: string): void {
    this.loaded?.background.changed(uri);
  }

  /** What the notes of a folder name. */
  readonly namedIn: NamedIn = async (folder) => (await this.across()).namedIn(folder);

  /** Other folders are open. */
  foldersChanged(): void {
    this.loaded?.background.listAnew();
  }

  /** Files have changed. @returns whether files that are ours may be among them */
  filesChanged(changes: unknown): boolean {
    if (!Array.isArray(changes)) return true;
    let hasOwn = changes.length === 0;
    for (const { uri, type } of changes) {
      if (typeof uri !== "string" || uri.includes(`/${FOLDER}`)) hasOwn = true;
      else if (type === 3) this.loaded?.background.deleted(uri);
      else this.loaded?.background.changed(uri);
    }
    return hasOwn;
  }

  /** The settings were read: what is off unless wanted is offered, or no longer. */
  configured({ documentSymbols, codeLens }: Settings): void {
    const { capabilities } = this.server();
    // which files are notes may be another matter now
    this.loaded?.background.listAnew();
    this.offer(documentSymbols && capabilities.textDocument?.documentSymbol?.dynamicRegistration, "symbols", () =>
      this.connection.client.register(DocumentSymbolRequest.type, { documentSelector: null, label: LABEL }),
    );
    this.offer(codeLens && capabilities.textDocument?.codeLens?.dynamicRegistration, "lenses", () =>
      this.connection.client.register(CodeLensRequest.type, { documentSelector: null, resolveProvider: true }),
    );
  }

  private offer(isWanted: boolean | undefined, what: string, register: () => Promise<Disposable>): void {
    const held = this.registered.get(what);
    if (isWanted && !held) {
      const registered = register();
      this.registered.set(what, registered);
      // a client that refuses has no use for it
      registered.catch(() => undefined);
    } else if (!isWanted && held) {
      this.registered.delete(what);
      held.then((one) => one.dispose()).catch(() => undefined);
    }
  }

  private across(): Promise<AcrossNotes> {
    this.loading ??= later().then(({ AcrossNotes, beginReading }) => {
      const server = this.server();
      const shows = server.capabilities.window?.workDoneProgress === true;
      const source = { list: () => this.list(), read: server.readText };
      const { openReaders, memoryIn, storageUri } = server;
      this.loaded = new AcrossNotes({
        ...{ ...server, source, isWatched: () => this.watched !== undefined, begin: beginReading(this.connection, shows) },
        openReaders: openReaders && ((dataset) => openReaders(dataset, server.client.encoding)),
        memory: storageUri?.startsWith("file:") ? memoryIn?.(storageUri, server.client.encoding) : undefined,
      });
      return this.loaded;
    });
    return this.loading;
  }

  /** All notes of the workspace: listed here, or by the client where only that can. */
  private async list(): Promise<readonly Listed[]> {
    const { client, listNotes, folders, settings, capabilities } = this.server();
    const endings = endingsOf((await settings()).languages);
    // letter case counts in patterns
    const globPattern = `**/*{${[...endings, ...endings.map((ending) => ending.toUpperCase())].join(",")}}`;
    if (this.asked !== globPattern && capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration) await this.watch(globPattern);
    const onDisk = listNotes ? folders().filter((folder) => folder.startsWith("file:")) : [];
    const others = folders().filter((folder) => !onDisk.includes(folder));
    const lists = others.map(async (folder): Promise<readonly Listed[]> => {
      const uris: unknown = client.readsFiles ? await this.connection.sendRequest(LIST_NOTES, { folder, endings }) : [];
      return Array.isArray(uris) ? uris.filter((uri) => typeof uri === "string").map((uri) => ({ uri })) : [];
    });
    if (listNotes && onDisk.length > 0) lists.push(listNotes(onDisk, endings));
    return (await Promise.all(lists.map((list) => list.catch(() => [])))).flat();
  }

  private async watch(globPattern: string): Promise<void> {
    // with all that goes, for with a folder its notes go and nobody names them
    const watchers = [{ globPattern }, { globPattern: "**/.gitignore" }, { globPattern: "**/*", kind: 4 as const }];
    const { watching } = this;
    this.asked = globPattern;
    this.watched = this.watching = undefined;
    const registered = this.connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).then((one) => {
      this.watching = one;
      this.watched = globPattern;
    });
    await inTime(registered);
    watching?.dispose();
  }
}
