/** Which dataset and which settings hold for a note: what is bundled and what the client says, with what the note's folders add. */
import type { Dataset } from "./dataset/dataset";
import { OwnFolders, type OwnHost } from "./ownFolders";
import { DEFAULTS, type Settings } from "./settings";

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
  private held: Settings = DEFAULTS;
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

  /** What is asked from now on waits until the settings are read. */
  awaits(settingsRead: Promise<void>): void {
    this.settingsRead = settingsRead;
  }

  /** Other settings hold from now on. */
  configured(settings: Settings): void {
    this.held = settings;
    this.own?.configured(settings);
  }

  /** Other folders are open from now on. */
  opened(folders: readonly string[]): void {
    this.folders = folders;
    this.own?.opened(folders);
  }

  /** Files were changed. @param areOwn whether some of them are known to be what folders have of their own */
  filesChanged(changes: unknown, areOwn: boolean): void {
    if (areOwn || this.own?.mayBeOwn(changes, this.held)) this.own?.changed(true);
  }

  /** Looks again at what folders have of their own, which may have changed untold. */
  lookAgain(): void {
    this.own?.changed(false);
  }

  /** The client's settings, once they are read. */
  async settings(): Promise<Settings> {
    await this.settingsRead;
    return this.held;
  }

  /** The settings for a note, with what its folders say. */
  async settingsOf(uri: string): Promise<Settings> {
    const settings = await this.settings();
    return (await this.own?.settingsFor(this.open.fileOf(uri), settings)) ?? settings;
  }

  /** The dataset for a note, with what its folders add; nothing where they say that it is none. */
  async of(uri: string): Promise<Dataset | undefined> {
    const settings = await this.settings();
    return this.own ? this.own.datasetFor(this.open.fileOf(uri), settings, this.open.languageOf(uri)) : this.bundled;
  }

  /** The dataset for a note as far as it is there, and whether that is all of it. */
  async now(uri: string): Promise<{ readonly data: Dataset | undefined; readonly isAll: boolean }> {
    const settings = await this.settings();
    return this.own!.datasetNow(this.open.fileOf(uri), settings, this.open.languageOf(uri));
  }

  /** The dataset for what is asked without a note: that of the first folder. */
  ofWorkspace(): Promise<Dataset | undefined> {
    const [first] = this.folders;
    return first === undefined ? this.bundled : this.of(`${first}/note.md`);
  }
}
