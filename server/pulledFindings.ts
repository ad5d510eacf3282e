/** Tells whether the client already has a note's findings, so that a long list is not sent twice. */

import { textHash } from "./dataset/hash";

/** The answer to a client that asks for findings: the findings, or that they are the same as before. */
export type Report<T> =
  | { readonly kind: "full"; readonly resultId: string; readonly items: T[] }
  | { readonly kind: "unchanged"; readonly resultId: string };

export class PulledFindings<T> {
  /** When this server began: a client may have reports of an earlier server with the same numbers. */
  private readonly began = Date.now().toString(36);
  /** A number for every state of every note: a note that is opened again is another one, whatever its version. */
  private readonly numbers = new WeakMap<object, number>();
  private lastNumber = 0;
  /** What a client was told last, by the note's address. */
  private readonly lastSaid = new Map<string, Said>();

  /**
   * Answers a client that asks for a note's findings.
   * @param uri the note's address
   * @param note its state: the same object as long as it is not edited
   * @param revision of the settings
   * @param previous the id of the report that the client has
   * @param grounds all that the findings depend on: if it is the same, so are they; nothing if that is not known
   * @param find finds them; not called if nothing has changed
   */
  async report(
    uri: string,
    note: object,
    revision: number,
    previous: string | undefined,
    grounds: () => Promise<Grounds | undefined>,
    find: () => Promise<T[]>,
  ): Promise<Report<T>> {
    const resultId = `${this.began}.${this.numberOf(note)}.${revision}`;
    if (previous === resultId) return { kind: "unchanged", resultId };
    const before = this.lastSaid.get(uri);
    const last = before?.resultId === previous ? before : undefined;
    const here = await grounds();
    if (last && last.revision === revision && isSame(last.grounds, here)) {
      this.lastSaid.set(uri, { ...last, resultId });
      return { kind: "unchanged", resultId };
    }
    const items = await find();
    const said = textHash(JSON.stringify(items));
    this.lastSaid.set(uri, { resultId, revision, grounds: here, said });
    return last?.said === said ? { kind: "unchanged", resultId } : { kind: "full", resultId, items };
  }

  /** Forgets a note that is closed. */
  forget(uri: string): void {
    this.lastSaid.delete(uri);
  }

  private numberOf(note: object): number {
    const number = this.numbers.get(note) ?? ++this.lastNumber;
    this.numbers.set(note, number);
    return number;
  }
}

type Grounds = readonly unknown[];

interface Said {
  readonly resultId: string;
  readonly revision: number;
  readonly grounds: Grounds | undefined;
  /** The hash of the findings. */
  readonly said: number;
}

const isSame = (one: Grounds | undefined, other: Grounds | undefined): boolean =>
  one !== undefined && one.length === other?.length && one.every((value, i) => value === other[i]);
