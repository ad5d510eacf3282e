/** Which notes name what: a table for each note, with the hash of the text that it was made of. A question is one pass over numbers. */
import { addressKey } from "../addresses";
import type { Dataset } from "../dataset/dataset";
import type { Position } from "../note/lines";
import { ABBREVIATION, DECLARATION, type Table, WIDTH } from "./table";

/** A place in a note: lines and UTF-16 columns, from 0. */
export interface Place {
  readonly start: Position;
  readonly end: Position;
}

/** A use of a concept in some note. */
export interface IndexedUse {
  readonly uri: string;
  readonly name: number;
  readonly range: Place;
  readonly isDeclaration: boolean;
  readonly isAbbreviation: boolean;
}

export class NoteIndex {
  readonly dataset: Dataset;
  /** The notes, by {@link addressKey}. */
  private readonly notes = new Map<string, { readonly uri: string; readonly hash: number; readonly table: Table }>();

  constructor(dataset: Dataset) {
    this.dataset = dataset;
  }

  /** Count of notes. */
  get size(): number {
    return this.notes.size;
  }

  /** The hash of the text that a note's table was made of; nothing for a note that is not held. */
  hashOf(uri: string): number | undefined {
    return this.of(uri)?.hash;
  }

  /** The table of a note and its hash; nothing for a note that is not held. */
  of(uri: string): { readonly hash: number; readonly table: Table } | undefined {
    return this.notes.get(addressKey(uri));
  }

  /** Holds the table of a note, instead of any before. @param hash of the text that it was made of */
  set(uri: string, hash: number, table: Table): void {
    this.notes.set(addressKey(uri), { uri, hash, table });
  }

  /** Forgets a note. */
  delete(uri: string): void {
    this.notes.delete(addressKey(uri));
  }

  /** Forgets all notes whose {@link addressKey} is not among these. */
  keepOnly(keys: ReadonlyMap<string, unknown>): void {
    for (const held of this.notes.keys()) if (!keys.has(held)) this.notes.delete(held);
  }

  /**
   * The uses of a concept in all notes, in the order of their addresses; empty if there are none.
   * @param open tables of open notes as they stand, which count instead of those held for them
   */
  usesOf(entity: number, open: ReadonlyMap<string, Table>): IndexedUse[] {
    const uses: IndexedUse[] = [];
    const { lexicon } = this.dataset;
    for (const [uri, table] of this.tables(open))
      for (let i = 0; i < table.length; i += WIDTH) {
        const name = table[i]!;
        if (lexicon.entity(name) === entity)
          uses.push({
            uri,
            name,
            range: placeAt(table, i),
            isDeclaration: table[i + 5] === DECLARATION,
            isAbbreviation: table[i + 5] === ABBREVIATION,
          });
      }
    return uses.sort((a, b) => (a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : 0));
  }

  /**
   * Counts how often each note names each concept. Makes an object only where one is asked for.
   * @param visit receives a note's address, a concept, how often the note names it, and a function for the place where it first
   *   does
   */
  eachCount(open: ReadonlyMap<string, Table>, visit: (uri: string, entity: number, uses: number, first: () => Place) => void): void {
    const { lexicon } = this.dataset;
    const uses = new Map<number, number>();
    const firsts = new Map<number, number>();
    for (const [uri, table] of this.tables(open)) {
      uses.clear();
      for (let i = 0; i < table.length; i += WIDTH) {
        const entity = lexicon.entity(table[i]!);
        const before = uses.get(entity) ?? 0;
        if (before === 0) firsts.set(entity, i);
        uses.set(entity, before + 1);
      }
      for (const [entity, count] of uses) visit(uri, entity, count, () => placeAt(table, firsts.get(entity)!));
    }
  }

  private *tables(open: ReadonlyMap<string, Table>): Generator<readonly [uri: string, table: Table]> {
    yield* open;
    const keys = new Set([...open.keys()].map(addressKey));
    for (const [key, { uri, table }] of this.notes) if (!keys.has(key)) yield [uri, table];
  }
}

function placeAt(table: Table, i: number): Place {
  return { start: { line: table[i + 1]!, character: table[i + 2]! }, end: { line: table[i + 3]!, character: table[i + 4]! } };
}
