/** What the folders of a workspace say: read, kept up to date, and joined to the dataset and the settings of each note. */
import type { Dataset } from "../dataset/dataset";
import { extend } from "../dataset/extend";
import type { OwnPart } from "../dataset/own";
import type { Files } from "../files";
import { inSlices } from "../giveWay";
import type { Settings } from "../settings";
import { withSaid } from "./ownSettings";
import { Source } from "./source";

/** What other code imports from here. In Node this file and all that it imports are a bundle of their own, `dist/server/workspace.js`. */
export { readConfig } from "../config";
export { extend } from "../dataset/extend";
export { LARGEST, NOTHING, type OwnFile, ownFilesOf, readOwnFile } from "./ownFile";
export { withSaid } from "./ownSettings";
export { sharedIds } from "./sharedIds";
export { unknown } from "./source";

/** A place with own data. */
export interface Place {
  /** Address of a folder, or of a single file. */
  readonly uri: string;
  /** Its name, for readers. */
  readonly from: string;
  /** Whether it is a folder `.metastasis-notes`, whose settings count as well; otherwise it may be a folder or a file. */
  readonly isFolder: boolean;
}

/** A problem in a file: where, what, and the cure. Lines and UTF-16 columns from 0. */
export interface Problem {
  readonly line: number;
  readonly from: number;
  readonly to: number;
  readonly message: string;
  /** Whether that part is read all the same. */
  readonly isRead?: boolean;
}

export interface WorkspaceHost extends Files {
  /** The bundled dataset, once it is loaded; nothing where it cannot be. */
  bundled(): Promise<Dataset | undefined>;
  /** Makes ahead what a dataset would make when first asked, so that whoever types need not wait for it. */
  prepare?(dataset: Dataset): Promise<void>;
  /** Reports the problems of a file with this text; an empty list takes earlier ones back. */
  report(uri: string, problems: readonly Problem[], text: string): void;
  /** Tells the user's log. */
  warn(message: string): void;
  /** Is called when earlier answers may no longer hold. */
  changed(): void;
}

/** A dataset for some places, and what it was made of. */
interface Held {
  readonly sources: readonly Source[];
  parts: readonly OwnPart[];
  data: Promise<Dataset | undefined>;
}

/**
 * How many extended datasets are held: those that were asked for last. Each takes some megabytes; one that is made anew for each
 * request, where the notes of more folders are asked about by turns, takes more of them until it is cleared away.
 */
const MOST_HELD = 16;
/** How long changes that go on are waited for, in milliseconds, before what was read last is taken. */
const LONGEST_CHANGE = 2000;

export class Workspace {
  private readonly host: WorkspaceHost;
  private readonly sources = new Map<string, Source>();
  private readonly held = new Map<string, Held>();
  /** Places of the setting whose user was told that nothing is there. */
  private readonly missed = new Set<string>();
  private isStale = false;
  /** Whether a place was read for the first time. */
  private isNew = false;
  /** Whether a change must be told when all is read. */
  private isChanged = false;
  private reading: Promise<void> | undefined;
  private merged = new WeakMap<Settings, Map<string, Settings>>();

  constructor(host: WorkspaceHost) {
    this.host = host;
  }

  /**
   * The bundled dataset with what places add, the nearest first; the same object as long as they say the same. Nothing without a
   * bundled dataset.
   */
  async datasetFor(places: readonly Place[]): Promise<Dataset | undefined> {
    const sources = await this.sourcesOf(places);
    const key = places.map(({ uri }) => uri).join("\n");
    let held = this.held.get(key);
    if (!held || held.sources.some((source, i) => source !== sources[i])) {
      const parts = partsOf(sources);
      held = { sources, parts, data: this.built(parts) };
    }
    this.held.delete(key);
    this.held.set(key, held);
    let most = MOST_HELD;
    for (const [old, { parts }] of [...this.held].reverse()) if (parts.length > 0 && --most < 0) this.held.delete(old);
    return held.data;
  }

  /** Forgets places that no longer count, and takes back the problems of their files. */
  forget(isGone: (place: Place) => boolean): void {
    const gone = [...this.sources].filter(([, { place }]) => isGone(place));
    for (const [uri, source] of gone) {
      source.takeBack();
      this.sources.delete(uri);
      this.missed.delete(uri);
    }
    const sources = new Set(gone.map(([, source]) => source));
    for (const [key, held] of this.held) if (held.sources.some((source) => sources.has(source))) this.held.delete(key);
  }

  /** The settings with what places say; the same object as long as they say the same. */
  async settingsFor(places: readonly Place[], settings: Settings): Promise<Settings> {
    const sources = await this.sourcesOf(places);
    const key = places.map(({ uri }, i) => `${sources[i]!.revision} ${uri}`).join("\n");
    const held = this.merged.get(settings) ?? new Map<string, Settings>();
    this.merged.set(settings, held);
    const known =
      held.get(key) ??
      withSaid(
        settings,
        sources.map((source) => ({ words: source.words(), config: source.config() })),
      );
    held.set(key, known);
    return known;
  }

  /**
   * Reads all places again; until that is done, the answers stay as they were. Waits for changes that come meanwhile, but not for
   * ever: a program may write all the time.
   * @param isCertain whether something has changed; if not, that is told only if it turns out so
   */
  changed(isCertain: boolean): void {
    this.isStale = true;
    this.isChanged ||= isCertain;
    this.reading ??= this.readAnew().finally(() => {
      this.reading = undefined;
      if (this.isStale) this.changed(false);
    });
  }

  private async readAnew(): Promise<void> {
    const until = performance.now() + LONGEST_CHANGE;
    while (this.isStale) {
      this.isStale = false;
      for (const source of this.sources.values()) if (await source.read()) this.isChanged = true;
      const isLate = performance.now() > until;
      if (this.isStale && !isLate) continue;
      this.tell();
      for (const held of this.held.values()) {
        const parts = partsOf(held.sources);
        if (parts.length === held.parts.length && parts.every((part, i) => part === held.parts[i])) continue;
        const data = await this.built(parts);
        held.parts = parts;
        held.data = Promise.resolve(data);
      }
      if (isLate) break;
    }
    if (!this.isChanged) return;
    this.isChanged = false;
    this.merged = new WeakMap();
    this.host.changed();
  }

  private async built(parts: readonly OwnPart[]): Promise<Dataset | undefined> {
    const bundled = await this.host.bundled();
    if (!bundled || parts.length === 0) return bundled;
    try {
      const made = await inSlices(extend(bundled, parts));
      await this.host.prepare?.(made);
      return made;
    } catch (error) {
      this.host.warn(`what ${parts[0]!.from} has of its own cannot be joined to the dataset, which serves without it: ${String(error)}`);
      return bundled;
    }
  }

  private async sourcesOf(places: readonly Place[]): Promise<Source[]> {
    const sources = places.map((place) => {
      const source = this.sources.get(place.uri) ?? new Source(place, this.host);
      this.sources.set(place.uri, source);
      return source;
    });
    for (const source of sources) if (await source.opened()) this.isNew = true;
    if (this.isNew) this.tell();
    return sources;
  }

  /** Reports the problems of the files of all places. A record may refer to one of any folder that is read. */
  private tell(): void {
    this.isNew = false;
    let own: ReadonlySet<string> | undefined;
    const isKnown = (reference: string): boolean => {
      own ??= new Set(partsOf([...this.sources.values()]).map((part) => part.reference));
      return own.has(reference);
    };
    for (const source of this.sources.values()) source.tell(isKnown);
    for (const [uri, { isMissing }] of this.sources) {
      if (isMissing && !this.missed.has(uri))
        this.host.warn(`metastasisNotes.datasets: nothing is at ${uri}; mend the setting, or put a file or folder there.`);
      if (isMissing) this.missed.add(uri);
      else this.missed.delete(uri);
    }
  }
}

const partsOf = (sources: readonly Source[]): OwnPart[] => sources.flatMap(({ parts }) => parts);
