/** Notes in memory, for tests of the index over them. */
import { Background } from "../../server/index/background";
import type { BackgroundHost, KeptNote, Listed, Memory, NoteSource, Progress } from "../../server/index/backgroundHost";
import type { NoteIndex } from "../../server/index/noteIndex";
import { example } from "../example";

export const BEVACIZUMAB = example.find("drug:bevacizumab")!;
export const SILENT: Progress = { isCancelled: false, report: () => undefined, end: () => undefined };

/** A workspace in memory; counts what is asked of it. */
export class Workspace implements NoteSource {
  readonly files = new Map<string, { text: string; stamp: string | undefined }>();
  readonly read_: string[] = [];
  lists = 0;
  constructor(files: Readonly<Record<string, string>>) {
    for (const [name, text] of Object.entries(files)) this.files.set(`file:///w/${name}.md`, { text, stamp: "1" });
  }
  async list(): Promise<Listed[]> {
    this.lists++;
    return [...this.files].map(([uri, { stamp }]) => (stamp === undefined ? { uri } : { uri, stamp }));
  }
  async read(uri: string): Promise<string | undefined> {
    this.read_.push(uri.slice(10, -3));
    return this.files.get(uri)?.text;
  }
  /** The notes that were read since it was last asked. */
  taken(): string {
    return this.read_.splice(0).join(" ");
  }
}

/** A workspace of so many notes, n0, n1 and so on, each with one use. */
export const manyNotes = (count: number): Workspace =>
  new Workspace(Object.fromEntries(Array.from({ length: count }, (_, i) => [`n${i}`, `Avastin ${i}`])));

/** What one session keeps for the next. */
export class Kept implements Memory {
  notes: readonly KeptNote[] = [];
  async recall(): Promise<readonly KeptNote[]> {
    return this.notes;
  }
  async keep(_: unknown, notes: readonly KeptNote[]): Promise<void> {
    this.notes = structuredClone(notes);
  }
}

/** A background that is told of changes, where a test does not say otherwise. @param most how much it holds */
export const backgroundOf = (
  source: NoteSource,
  others: Partial<BackgroundHost> = {},
  most?: { indexes: number; notes: number },
): Background => new Background({ source, isWatched: () => true, begin: async () => SILENT, warn: () => undefined, ...others }, most);

/** "a:2 b:1": how often each note names bevacizumab. */
export function usesIn(index: NoteIndex, open: ReadonlyMap<string, Uint32Array> = new Map()): string {
  const counts = new Map<string, number>();
  for (const { uri } of index.usesOf(BEVACIZUMAB, open)) counts.set(uri, (counts.get(uri) ?? 0) + 1);
  return [...counts].map(([uri, count]) => `${uri.slice(10, -3)}:${count}`).join(" ");
}
