/**
 * Looks for folders' own data: `.metastasis-notes/` beside a note and in the folders above, and what the setting
 * `metastasisNotes.datasets` names. What is found is read by `workspace/`, a bundle of its own that is loaded when there is
 * something to read.
 */
import { addressOf, folderOf, nameOf, ROOT, workspaceOf } from "./addresses";
import type { Dataset } from "./dataset/dataset";
import { giveWay } from "./giveWay";
import { FOLDER } from "./protocol";
import { isLeftAlone, type Settings, type SettingsByFolder } from "./settings";
import type { Place, Workspace, WorkspaceHost } from "./workspace/workspace";

/** How many folders up own data is looked for. */
const HIGHEST = 32;

/** What is needed to read folders' own data. */
export interface OwnHost extends WorkspaceHost {
  /** Loads the code that reads own data. */
  load(): Promise<{ readonly Workspace: typeof Workspace }>;
}

/** What holds for a note as far as it is read, and whether that is all of it. */
export interface Held {
  readonly settings: Settings;
  readonly data: Dataset | undefined;
  readonly isAll: boolean;
}

export class OwnFolders {
  private readonly host: OwnHost;
  /** The folders that are open in the editor, as URIs without a slash at the end; nothing above them counts. */
  private workspaces: readonly string[];
  private found = new Map<string, Promise<boolean>>();
  /** Where the own data for the notes of each folder lies, until it is looked for again, and what the setting named then. */
  private places = new Map<string, { readonly datasets: Settings["datasets"]; readonly places: Promise<Place[]> }>();
  /** Whether the setting names anything, in any folder. */
  private hasDatasets = false;
  private workspace: Promise<Workspace | undefined> | undefined;
  /** Whether anybody has asked for a dataset. */
  private isBegun = false;
  /** What held last for the notes of a folder in a language, by the client's settings: it answers while a disk is looked at again. */
  private last = new Map<string, { readonly by: Settings; readonly settings: Settings; readonly data: WeakRef<Dataset> | undefined }>();

  constructor(workspaces: readonly string[], host: OwnHost) {
    this.workspaces = workspaces;
    this.host = host;
  }

  /** Folders were opened or closed in the editor. */
  opened(workspaces: readonly string[]): void {
    const before = this.workspaces;
    this.workspaces = workspaces;
    this.last.clear();
    const isIn = (folders: readonly string[], uri: string) => folders.some((folder) => uri.startsWith(`${folder}/`));
    this.forget(({ uri }) => isIn(before, uri) && !isIn(this.workspaces, uri));
    this.changed(true);
  }

  /** The settings have changed. */
  configured(settings: SettingsByFolder): void {
    const named = new Set([...settings].flatMap(([workspace, { datasets }]) => datasets.map((path) => addressOf(path, workspace))));
    this.hasDatasets = named.size > 0;
    this.forget(({ uri, isFolder }) => !isFolder && !named.has(uri));
  }

  /** The settings for a note, with what its folders say; the same object as long as they say the same. */
  async settingsFor(uri: string, settings: Settings): Promise<Settings> {
    const places = await this.placesOf(uri, settings);
    const workspace = places.length > 0 ? await this.loaded() : undefined;
    return workspace ? workspace.settingsFor(places, settings) : settings;
  }

  /**
   * The dataset for a note: the bundled one, with what its folders add.
   * @param language of the note, if it is known
   * @returns nothing if a folder says that documents of this language are no notes, or without a bundled dataset
   */
  async datasetFor(uri: string, settings: Settings, language?: string): Promise<Dataset | undefined> {
    return (await this.allFor(uri, settings, language)).data;
  }

  /**
   * What holds for a note as far as it is read: what its folders said before while they are looked at again, the bundled dataset
   * and the client's settings while they are read for the first time. The first time anybody asks, that reading is not even begun;
   * whoever got less than all asks for the whole afterwards.
   */
  async now(uri: string, settings: Settings, language?: string): Promise<Held> {
    const before = async (): Promise<Held> => {
      const last = this.last.get(keyOf(uri, language));
      const data = last?.data?.deref();
      // documents that are no notes have none
      if (last?.by === settings && (data || !last.data)) return { settings: last.settings, data, isAll: false };
      return { settings, data: await this.host.bundled(), isAll: false };
    };
    if (!this.isBegun) {
      this.isBegun = true;
      return before();
    }
    // what is held already is there before anything else has its turn
    return Promise.race([this.allFor(uri, settings, language), giveWay().then(before)]);
  }

  private async allFor(uri: string, by: Settings, language: string | undefined): Promise<Held> {
    this.isBegun = true;
    const places = await this.placesOf(uri, by);
    const workspace = places.length > 0 ? await this.loaded() : undefined;
    const settings = workspace ? await workspace.settingsFor(places, by) : by;
    const isNote = language === undefined || !isLeftAlone(settings, language);
    const data = isNote ? await (workspace ? workspace.datasetFor(places) : this.host.bundled()) : undefined;
    this.last.set(keyOf(uri, language), { by, settings, data: data && new WeakRef(data) });
    return { settings, data, isAll: true };
  }

  /**
   * Looks at the folders again; until then the answers stay as they were.
   * @param isCertain whether something has changed; if not, {@link OwnHost.changed} is called only if it turns out so
   */
  changed(isCertain: boolean): void {
    const before = this.found;
    this.found = new Map();
    this.places.clear();
    if (!isCertain) void this.lookForNew(before);
    if (this.workspace) void this.workspace.then((workspace) => workspace?.changed(isCertain));
    else if (isCertain) this.host.changed();
  }

  /** Whether changed files may belong to the setting `datasets`, or a folder with own data is gone. */
  mayBeOwn(changes: unknown): boolean {
    const folders = ` ${[...this.found.keys()].join(" ")}`;
    const isOwn = ({ uri, type }: { uri?: unknown; type?: unknown }) =>
      (this.hasDatasets && /\.(?:ya?ml|json|tsv|txt)$/i.test(String(uri))) || (type === 3 && folders.includes(` ${uri}/`));
    return Array.isArray(changes) && changes.some(isOwn);
  }

  /** Tells the host if a folder that had no own data has some now. */
  private async lookForNew(before: ReadonlyMap<string, Promise<boolean>>): Promise<void> {
    for (const [folder, was] of before) if (!(await was) && (await this.isThere(folder))) return this.host.changed();
  }

  private forget(isGone: (place: Place) => boolean): void {
    if (this.workspace) void this.workspace.then((workspace) => workspace?.forget(isGone));
  }

  private loaded(): Promise<Workspace | undefined> {
    this.workspace ??= this.host.load().then(
      ({ Workspace }) => new Workspace(this.host),
      () => undefined,
    );
    return this.workspace;
  }

  /** Where the own data for a note lies, the nearest first; looked for once in each folder. */
  private placesOf(uri: string, { datasets }: Settings): Promise<Place[]> {
    const folder = folderOf(uri);
    const held = this.places.get(folder);
    if (held?.datasets === datasets) return held.places;
    const places = this.lookForPlaces(uri, datasets);
    this.places.set(folder, { datasets, places });
    return places;
  }

  private async lookForPlaces(uri: string, datasets: Settings["datasets"]): Promise<Place[]> {
    const folders = foldersAbove(uri, this.workspaces);
    const own = folders.map((folder): Place => ({ uri: `${folder}/${FOLDER}`, from: nameOf(folder), isFolder: true }));
    const hasOwn = await Promise.all(own.map((place) => this.isThere(place.uri)));
    const places = own.filter((_, i) => hasOwn[i]);
    if (datasets.length === 0) return places;
    const workspace = workspaceOf(uri, this.workspaces);
    for (const path of datasets) {
      const at = addressOf(path, workspace);
      if (at !== undefined && !places.some((place) => place.uri === at)) places.push({ uri: at, from: nameOf(at), isFolder: false });
    }
    return places;
  }

  private isThere(folder: string): Promise<boolean> {
    const held = this.found.get(folder);
    if (held) return held;
    const there = this.host.list(folder).then((names) => names !== undefined);
    this.found.set(folder, there);
    return there;
  }
}

const keyOf = (uri: string, language?: string): string => `${language} ${folderOf(uri)}`;

/** The folders that a note lies in, the nearest first, up to the one that is open in the editor; none for a note without a file. */
function foldersAbove(uri: string, workspaces: readonly string[]): string[] {
  const root = ROOT.exec(uri)?.[0];
  if (root === undefined) return [];
  const folders: string[] = [];
  for (let at = uri.lastIndexOf("/"); at >= root.length && folders.length < HIGHEST; at = uri.lastIndexOf("/", at - 1)) {
    folders.push(uri.slice(0, at));
    if (workspaces.includes(uri.slice(0, at))) break;
  }
  return folders;
}
