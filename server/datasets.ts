/**
 * Which dataset and which settings hold for a note: the bundled dataset and the client's settings, completed by the folders of the
 * note.
 */
import { folderOf, nameOf, shownFile, workspaceOf } from "./addresses";
import type { Dataset } from "./dataset/dataset";
import { inTime, SOON } from "./inTime";
import { languageOf } from "./noteNames";
import { type Held, OwnFolders, type OwnHost } from "./ownFolders";
import { FOLDER } from "./protocol";
import { DEFAULTS, isLeftAlone, type Settings, type SettingsByFolder } from "./settings";

/** What is known of notes by their address. */
interface Open {
  /** The address of the file that a note is, or is a cell of. */
  fileOf(uri: string): string;
  /** The language of an open note. */
  languageOf(uri: string): string | undefined;
}

export class Datasets {
  private readonly open: Open;
  private folders: readonly string[] = [];
  private held: SettingsByFolder = new Map();
  private settingsRead: Promise<void> = Promise.resolve();
  private bundled: Promise<Dataset | undefined> = Promise.resolve(undefined);
  private own: OwnFolders | undefined;

  constructor(open: Open) {
    this.open = open;
  }

  /** Serves the folders that are open in the client, as URIs without a slash at the end. */
  begin(folders: readonly string[], host: Omit<OwnHost, "bundled">): void {
    this.folders = folders;
    this.own = new OwnFolders(folders, { ...host, bundled: () => this.bundled });
  }

  /** Gives the bundled dataset, once it is loaded; nothing where it cannot be used. */
  loads(bundled: Promise<Dataset | undefined>): void {
    this.bundled = bundled;
  }

  /** Makes all later questions wait until the settings are read. */
  awaits(settingsRead: Promise<void>): void {
    this.settingsRead = settingsRead;
  }

  /** The settings have changed. */
  configured(settings: SettingsByFolder): void {
    this.held = settings;
    this.own?.configured(settings);
  }

  /** Other folders were opened or closed. @param folders those that are open now */
  opened(folders: readonly string[]): void {
    this.folders = folders;
    this.own?.opened(folders);
  }

  /** Files were changed. @param areOwn whether some of them certainly hold folders' own data */
  filesChanged(changes: unknown, areOwn: boolean): void {
    if (areOwn || this.own?.mayBeOwn(changes)) this.own?.changed(true);
  }

  /** Reads folders' own data again, which may have changed without notice. */
  lookAgain(): void {
    this.own?.changed(false);
  }

  /** A file of own data is shown or saved: what its folder says is read again, and its problems told, though no note may ask for it. */
  async shown(uri: string): Promise<void> {
    const folder = folderOf(uri).slice(0, -1);
    if (nameOf(folder) !== FOLDER) return;
    this.lookAgain();
    await this.of(`${folderOf(folder)}note.md`);
  }

  /** The client's settings, once they are read. @param uri a note; those of its folder are meant then */
  async settings(uri?: string): Promise<Settings> {
    await this.settingsRead;
    return this.heldFor(uri);
  }

  /** The settings for a note as the client said them last. */
  private heldFor(uri?: string): Settings {
    const folder = uri === undefined ? undefined : workspaceOf(this.fileOf(uri), this.folders);
    return this.held.get(folder) ?? this.held.get(undefined) ?? DEFAULTS;
  }

  /** What a note's words are accepted in, besides itself: of several open folders the one that it lies in, since they share nothing. */
  acceptsIn(uri: string): "folder" | "workspace" {
    return this.folders.length > 1 && workspaceOf(this.fileOf(uri), this.folders) !== undefined ? "folder" : "workspace";
  }

  /** The settings for a note: the client's, with what the note's folders say. */
  async settingsOf(uri: string): Promise<Settings> {
    const settings = await this.settings(uri);
    return (await this.own?.settingsFor(this.fileOf(uri), settings)) ?? settings;
  }

  /** Whether a document is a note, as its folders say: an open one by its language, another by its name. */
  async isNote(uri: string): Promise<boolean> {
    return (await this.notesAmong([uri])).length > 0;
  }

  /** Those of some documents that are notes, in their order. Each folder is asked once for each language. */
  async notesAmong(uris: readonly string[]): Promise<string[]> {
    const known = new Map<string, boolean>();
    const notes: string[] = [];
    for (const uri of uris) {
      const language = this.open.languageOf(uri) ?? languageOf(uri);
      const key = `${language} ${folderOf(uri)}`;
      const isNote = known.get(key) ?? !isLeftAlone(await this.settingsOf(uri), language);
      known.set(key, isNote);
      if (isNote) notes.push(uri);
    }
    return notes;
  }

  /** The dataset for a note, with what its folders add; nothing if they say that it is no note, or if no dataset could be loaded. */
  async of(uri: string): Promise<Dataset | undefined> {
    const settings = await this.settings(uri);
    return this.own ? this.own.datasetFor(this.fileOf(uri), settings, this.open.languageOf(uri)) : this.bundled;
  }

  /** The dataset and the settings for a note as far as they are read, which a client may be slow to say, and whether that is all. */
  async now(uri: string): Promise<Held> {
    const settings = (await inTime(this.settings(uri), undefined, SOON)) ?? this.heldFor(uri);
    return this.own!.now(this.fileOf(uri), settings, this.open.languageOf(uri));
  }

  /** The address by which a note is in a folder. */
  private fileOf(uri: string): string {
    return shownFile(this.open.fileOf(uri), this.folders);
  }

  /** The dataset for questions that name no note: that of the first folder; nothing if none could be loaded. */
  ofWorkspace(): Promise<Dataset | undefined> {
    const [first] = this.folders;
    return first === undefined ? this.bundled : this.of(`${first}/note.md`);
  }
}
