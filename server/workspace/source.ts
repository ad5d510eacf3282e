/** A place with own data, a folder or a single file, kept up to date. */
import type { ConfigRead } from "../config";
import type { OwnPart } from "../dataset/own";
import { inSlices } from "../giveWay";
import { isOwnFile, LARGEST, NOTHING, type OwnFile, readOwnFile } from "./ownFile";
import { plainText } from "./text";
import type { Place, WorkspaceHost } from "./workspace";

/** A folder holds no more files that are read. */
const MOST_FILES = 500;

export class Source {
  private readonly place: Place;
  private readonly host: WorkspaceHost;
  private files: ReadonlyMap<string, OwnFile> = new Map();
  private first: Promise<boolean> | undefined;
  private turn: Promise<boolean> | undefined;
  /** Grows with each change of what it says. */
  revision = 0;

  constructor(place: Place, host: WorkspaceHost) {
    this.place = place;
    this.host = host;
  }

  /** Waits until it was read once. */
  async opened(): Promise<void> {
    await (this.first ?? this.read());
  }

  /** Looks at its files, and reads those that are not what they were; says whether one is not. */
  read(): Promise<boolean> {
    this.turn = (this.turn ?? Promise.resolve(false)).then(() => this.readFiles());
    this.first ??= this.turn;
    return this.turn;
  }

  /** What it says, in the order of its files. */
  parts(): OwnPart[] {
    return [...this.files.values()].flatMap(({ parts }) => parts);
  }

  /** The words that it accepts. */
  words(): string[] {
    return [...this.files.values()].flatMap(({ words }) => words);
  }

  /** What it says of rules and settings; nothing where it has no `config.yaml`. */
  config(): ConfigRead | undefined {
    return [...this.files.values()].find(({ config }) => config)?.config;
  }

  private async readFiles(): Promise<boolean> {
    const { uri, isFolder } = this.place;
    const names = await this.host.list(uri);
    const wanted = names?.filter((name) => isOwnFile(name, this.place)) ?? (isFolder ? [] : [""]);
    const files = new Map<string, OwnFile>();
    for (const [i, name] of wanted.entries()) {
      const address = this.addressOf(name);
      const many = { problem: `is not read, for its folder holds more than ${MOST_FILES} files; join some of them` };
      const read = i < MOST_FILES ? await this.host.read(address, LARGEST) : many;
      if (read === undefined) continue;
      const held = this.files.get(name) ?? NOTHING;
      const steps = readOwnFile(this.place, address, name || address, read, held, await this.host.bundled());
      const file = await inSlices(steps);
      if (file !== held && (file.problems.length > 0 || held.problems.length > 0))
        this.host.report(address, file.problems, plainText(read));
      files.set(name, file);
    }
    for (const [name, { problems }] of this.files)
      if (problems.length > 0 && !files.has(name)) this.host.report(this.addressOf(name), [], "");
    const before = [...this.files.values()];
    this.files = files;
    const isChanged = before.length !== files.size || [...files.values()].some((file, i) => file !== before[i]);
    if (isChanged) this.revision++;
    return isChanged;
  }

  /** The address of a file; that of the place itself for no name. */
  private addressOf(name: string): string {
    return name === "" ? this.place.uri : `${this.place.uri}/${encodeURIComponent(name)}`;
  }
}
