/** A place with own data, a folder or a single file, that is kept up to date. */
import type { ConfigRead } from "../config";
import type { OwnPart } from "../dataset/own";
import type { Unread } from "../files";
import { inSlices } from "../giveWay";
import type { Pointer } from "./dataFile";
import { LARGEST, NOTHING, type OwnFile, ownFilesOf, readOwnFile } from "./ownFile";
import { sharedIds } from "./sharedIds";
import { plainText } from "./text";
import type { Place, Problem, WorkspaceHost } from "./workspace";

/** The problem of a record that refers to an unknown one. The record counts all the same. */
export const unknown = ({ reference, ...at }: Pointer): Problem => ({
  ...at,
  message: `There is no ${reference}, neither in the dataset nor in your folders; write the id of one that is, or a record with this one.`,
  isRead: true,
});

export class Source {
  readonly place: Place;
  private readonly host: WorkspaceHost;
  private files: ReadonlyMap<string, OwnFile> = new Map();
  /** The records and names that it adds, in the order of its files. */
  parts: readonly OwnPart[] = [];
  /** The problems that were told of each file. */
  private told = new Map<string, string>();
  private isOpen = false;
  private first: Promise<boolean> | undefined;
  private turn: Promise<boolean> | undefined;
  /** Whether the setting names this place, but nothing is there. */
  isMissing = false;
  /** A number that grows with each change of what it says. */
  revision = 0;

  constructor(place: Place, host: WorkspaceHost) {
    this.place = place;
    this.host = host;
  }

  /** Waits until it was read once. @returns whether it had not been read before */
  async opened(): Promise<boolean> {
    const isNew = !this.isOpen;
    await (this.first ?? this.read());
    this.isOpen = true;
    return isNew;
  }

  /** Looks at its files, and reads those that have changed. @returns whether one has changed */
  read(): Promise<boolean> {
    this.turn = (this.turn ?? Promise.resolve(false)).then(() => this.readFiles());
    this.first ??= this.turn;
    return this.turn;
  }

  /** The words that it accepts. */
  words(): string[] {
    return [...this.files.values()].flatMap(({ words }) => words);
  }

  /** Its configuration; nothing without a `config.yaml`. */
  config(): ConfigRead | undefined {
    return [...this.files.values()].find(({ config }) => config)?.config;
  }

  /**
   * Reports the problems of its files, where they are not the same as before.
   * @param isKnown whether there is a record that a folder's record may refer to
   */
  tell(isKnown: (reference: string) => boolean): void {
    const before = this.told;
    this.told = new Map();
    const shared = sharedIds(this.parts);
    for (const [name, { was, problems, pointers }] of this.files) {
      const ofIds = shared.get(this.addressOf(name)) ?? [];
      const all = [...problems, ...ofIds, ...pointers.filter(({ reference }) => !isKnown(reference)).map(unknown)];
      if (all.length === 0) continue;
      this.told.set(name, JSON.stringify(all));
      if (this.told.get(name) !== before.get(name)) this.host.report(this.addressOf(name), all, plainText(was));
    }
    for (const name of before.keys()) if (!this.told.has(name)) this.host.report(this.addressOf(name), [], "");
  }

  /** Takes back the problems that were reported. */
  takeBack(): void {
    for (const name of this.told.keys()) this.host.report(this.addressOf(name), [], "");
    this.told.clear();
  }

  private async readFiles(): Promise<boolean> {
    const { uri, isFolder } = this.place;
    const list = await this.host.list(uri);
    const names = list && "problem" in list ? undefined : list;
    // a folder that cannot be read has its problem under its own address, and what was good of its files stays
    const unread = isFolder && list !== names ? (list as Unread) : undefined;
    const wanted = names ? ownFilesOf(names, this.place) : { read: isFolder && !unread ? [] : [""], problem: "" };
    const files = new Map<string, OwnFile>(unread && this.files);
    this.isMissing = false;
    for (const name of wanted.left === undefined ? wanted.read : [...wanted.read, wanted.left]) {
      const address = this.addressOf(name);
      const read = unread ?? (name === wanted.left ? wanted : await this.host.read(address, LARGEST));
      if (read === undefined) {
        this.isMissing ||= name === "";
        continue;
      }
      const held = this.files.get(name) ?? NOTHING;
      const steps = readOwnFile(this.place, address, name || address, read, held, await this.host.bundled());
      const file = await inSlices(steps).catch((error: unknown): OwnFile => {
        const message = `This could not be read (${String(error)}); please report it, with the file.`;
        return { ...held, was: read instanceof Uint8Array ? read : read.problem, problems: [{ line: 0, from: 0, to: 1, message }] };
      });
      files.set(name, file);
    }
    const before = [...this.files.values()];
    this.files = files;
    const isChanged = before.length !== files.size || [...files.values()].some((file, i) => file !== before[i]);
    if (isChanged) {
      this.revision++;
      this.parts = [...files.values()].flatMap(({ parts }) => parts);
    }
    return isChanged;
  }

  /** The address of a file; without a name that of the place itself. */
  private addressOf(name: string): string {
    return name === "" ? this.place.uri : `${this.place.uri}/${encodeURIComponent(name)}`;
  }
}
