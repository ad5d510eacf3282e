/** Wires what is asked of concepts beyond one place to `acrossNotes.ts`, which is loaded with the first such request. */
import {
  type ClientCapabilities,
  CodeLensRequest,
  type Connection,
  type Disposable,
  DocumentSymbolRequest,
  LSPErrorCodes,
  ResponseError,
  type ServerCapabilities,
} from "vscode-languageserver";
import type { AcrossNotes } from "./acrossNotes";
import type { Answer } from "./boundary";
import type { Client } from "./client";
import type { Dataset } from "./dataset/dataset";
import { later } from "./loadLater";
import type { Note } from "./note/note";
import { COUNTS, FOLDER, type InitializationOptions, USES, type Uses, type UsesParams } from "./protocol";
import type { Reading } from "./reading";
import type { Runtime } from "./runtime";
import type { Settings, SettingsByFolder } from "./settings";
import type { NamedIn } from "./views";

/** What is needed of the server. */
export interface Server extends Pick<Runtime, "listNotes" | "openReaders" | "memoryIn"> {
  readonly capabilities: ClientCapabilities;
  readonly client: Client;
  readonly reading: Reading;
  /** The client's settings; those of a note's folder, if a note is named. */
  readonly settings: (uri?: string) => Promise<Settings>;
  readonly dataset: () => Promise<Dataset | undefined>;
  /** The dataset for a note, with what its folders add. */
  readonly datasetOf: (uri: string) => Promise<Dataset | undefined>;
  /** Those of some documents that are notes, as their folders say. */
  readonly notesAmong: (uris: readonly string[]) => Promise<readonly string[]>;
  /** The notes that are open. */
  readonly openNotes: () => readonly Note[];
  /** The address of the file that a note lies in. */
  readonly fileOf: (uri: string) => string;
  /** The folders that are open, as URIs. */
  readonly folders: () => readonly string[];
  /** The folder that the client has for what is known of notes; nothing if it has none. */
  readonly storageUri: string | undefined;
  /** What *Rename* says in the user's language, as far as the client has sent it. */
  readonly texts: InitializationOptions["texts"];
  /** The text of a file; nothing where it cannot be read. */
  readonly readText: (uri: string) => Promise<string | undefined>;
  /** Tells the user's log. */
  readonly warn: (message: string) => void;
}

/**
 * The capabilities that the server announces at the start. Features that are off unless a setting is on are announced later, where
 * the client allows that.
 */
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

/** The name of our symbols in an outline. */
const LABEL = "Metastasis Notes";

export class Navigation {
  private readonly connection: Connection;
  private readonly server: () => Server;
  private loading: Promise<AcrossNotes> | undefined;
  private loaded: AcrossNotes | undefined;
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

  /** A note was edited: reading of others waits until nobody types. */
  edited(): void {
    this.loaded?.notes.background.edited();
  }

  /** A note was closed: its file may differ from it. */
  closed(uri: string): void {
    this.loaded?.notes.background.changed(uri);
  }

  /** What the notes of a folder name; see {@link AcrossNotes.namedIn}. */
  readonly namedIn: NamedIn = async (folder) => (await this.across()).namedIn(folder);

  /** Which files are notes may be another matter now: folders were opened or closed, or say otherwise. */
  notesChanged(): void {
    this.loaded?.notes.background.listAnew();
  }

  /** Files have changed. @param changes as the client sent them @returns whether folders' own data may be among them */
  filesChanged(changes: unknown): boolean {
    if (!Array.isArray(changes)) return true;
    let hasOwn = changes.length === 0;
    for (const { uri, type } of changes) {
      if (typeof uri !== "string" || uri.includes(`/${FOLDER}`)) hasOwn = true;
      else if (type === 3) this.loaded?.notes.background.deleted(uri);
      else this.loaded?.notes.background.changed(uri);
    }
    return hasOwn;
  }

  /** The settings were read: features that they switch on are announced, others are withdrawn. */
  configured(settings: SettingsByFolder): void {
    const { capabilities } = this.server();
    const isOn = (feature: "documentSymbols" | "codeLens") => [...settings.values()].some((here) => here[feature]);
    // which files are notes may be another matter now
    this.loaded?.notes.background.listAnew();
    this.offer(isOn("documentSymbols") && capabilities.textDocument?.documentSymbol?.dynamicRegistration, "symbols", () =>
      this.connection.client.register(DocumentSymbolRequest.type, { documentSelector: null, label: LABEL }),
    );
    this.offer(isOn("codeLens") && capabilities.textDocument?.codeLens?.dynamicRegistration, "lenses", () =>
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
    this.loading ??= later().then(({ AcrossNotes }) => {
      this.loaded = new AcrossNotes(this.connection, this.server());
      return this.loaded;
    });
    return this.loading;
  }
}
