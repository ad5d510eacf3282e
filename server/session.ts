/** The client at the other end: what it says of itself, read with no trust in its shape, and what is asked of it or told it in return. */
import type { ClientCapabilities, Connection, InitializeParams, WorkspaceFoldersChangeEvent } from "vscode-languageserver";
import { addressOf, nameOf, withoutSlash } from "./addresses";
import { type Client, clientOf } from "./client";
import { type InitializationOptions, SETTINGS } from "./protocol";
import { asText, isGroup, readSettings, type Settings, type SettingsByFolder } from "./settings";

export class Session {
  /** What the client can show and do; nothing before it is initialized. */
  client: Client | undefined;
  capabilities: ClientCapabilities = {};
  options: InitializationOptions = {};
  /** The folders that are open in it, as URIs without a slash at the end. */
  folders: readonly string[] = [];
  isShutDown = false;
  /** The settings that it sent last, of any shape; of use where it cannot be asked for them. */
  sent: unknown;
  private readonly connection: Connection;

  constructor(connection: Connection) {
    this.connection = connection;
  }

  /**
   * Takes what the client says when it starts.
   * @param readme URI of the README, for clients that do not say where the extension lies
   */
  begin(params: InitializeParams, readme: string | undefined): Client {
    const { workspaceFolders, rootUri, rootPath } = params;
    this.capabilities = params.capabilities ?? {};
    this.options = readOptions(params.initializationOptions);
    this.folders = urisOf(
      Array.isArray(workspaceFolders)
        ? workspaceFolders
        : [{ uri: rootUri ?? (typeof rootPath === "string" ? addressOf(rootPath, undefined) : undefined) }],
    );
    this.client = clientOf(this.capabilities, this.options, this.folders.length > 0, readme);
    return this.client;
  }

  /** Folders were opened or closed. */
  foldersChanged(event?: Partial<WorkspaceFoldersChangeEvent>): void {
    const gone = new Set(urisOf(event?.removed));
    this.folders = [...new Set([...this.folders.filter((uri) => !gone.has(uri)), ...urisOf(event?.added)])];
    this.client = { ...this.client!, hasWorkspace: this.folders.length > 0 };
  }

  /**
   * The settings and what is wrong with them: those that the client has now come before those it started with. It is asked once for
   * all folders; where it cannot be asked, or says nothing of a folder, the folder has what holds elsewhere.
   */
  async settings(): Promise<{ settings: SettingsByFolder; problems: string[] }> {
    const { folders } = this;
    const items = [undefined, ...folders].map((scopeUri) => ({ section: SETTINGS, ...(scopeUri === undefined ? {} : { scopeUri }) }));
    const sections: unknown[] = this.capabilities.workspace?.configuration
      ? await this.connection.workspace.getConfiguration(items).catch(() => [])
      : [sectionOf(this.sent)];
    const read = (section: unknown) => readSettings(sectionOf({ [SETTINGS]: this.options.metastasisNotes }, { [SETTINGS]: section }));
    const { settings: usual, problems } = read(sections[0]);
    const settings = new Map<string | undefined, Settings>([[undefined, usual]]);
    const general = asText(sections[0]);
    for (const [i, folder] of folders.entries()) {
      const section = sections[i + 1] ?? sections[0];
      // most say the same: they share one object, and what is made of it
      const here = asText(section) === general ? undefined : read(section);
      settings.set(folder, here?.settings ?? usual);
      const isNew = (problem: string) => !problems.includes(problem);
      problems.push(...(here?.problems.filter(isNew).map((problem) => `${nameOf(folder)}: ${problem}`) ?? []));
    }
    return { settings, problems };
  }

  /** Has the client ask again for what it shows, where it can. */
  refresh(): void {
    const { languages } = this.connection;
    const { diagnostics, semanticTokens } = this.capabilities.workspace ?? {};
    const asked: unknown[] = [];
    if (diagnostics?.refreshSupport) asked.push(languages.diagnostics.refresh());
    if (semanticTokens?.refreshSupport) asked.push(languages.semanticTokens.refresh());
    // a client that refuses will ask when it needs to
    Promise.all(asked).catch(() => undefined);
  }

  /** Tells our own client something; others never asked for it. */
  tell(what: string, params?: unknown): void {
    if (this.options.commands) void this.connection.sendNotification(what, params);
  }
}

/** The initialization options, without what is of no use. */
function readOptions(value: unknown): InitializationOptions {
  const given = isGroup(value) ? value : {};
  const { extensionUri, themeIcons, commands, storageUri, texts } = given as Record<keyof InitializationOptions, unknown>;
  return {
    ...(typeof extensionUri === "string" ? { extensionUri } : {}),
    ...(typeof storageUri === "string" ? { storageUri } : {}),
    ...(isGroup(texts) ? { texts: texts as NonNullable<InitializationOptions["texts"]> } : {}),
    themeIcons: themeIcons === true,
    ...(Array.isArray(commands) ? { commands: commands.filter((command) => typeof command === "string") } : {}),
    metastasisNotes: sectionOf(given),
  };
}

/** Our section of settings that a client sent, of any shape, each before those that come before it; nothing where there is none. */
function sectionOf(...sent: unknown[]): unknown {
  const all: Record<string, unknown> = Object.create(null);
  for (const settings of sent) if (isGroup(settings)) addTo(all, settings, DEPTH);
  return all[SETTINGS];
}

/** How deep groups lie in groups in settings of ours: `metastasisNotes`, `rules`, a rule. What lies deeper is a value of no use. */
const DEPTH = 3;

/** Adds settings to those of a group that was made here, to a group in it where a key has a dot, as editors' own files have them: `rules.brand-name`. */
function addTo(group: Record<string, unknown>, added: Record<string, unknown>, depth: number): void {
  for (const [key, value] of Object.entries(added)) {
    const [name = "", ...rest] = key.split(".");
    const inner = rest.length > 0 ? { [rest.join(".")]: value } : value;
    const before = group[name];
    const held = isGroup(before) ? before : Object.create(null);
    const isRead = isGroup(inner) && depth > 1;
    group[name] = isRead ? held : (inner ?? before);
    if (isRead) addTo(held, inner, depth - 1);
  }
}

/** The addresses of folders, without a slash at the end; none where the client sent no list. */
const urisOf = (folders: unknown): string[] =>
  Array.isArray(folders)
    ? folders
        .map((folder) => folder?.uri)
        .filter((uri) => typeof uri === "string")
        .map(withoutSlash)
    : [];
