import assert from "node:assert/strict";
import { HeldNotes } from "../server/heldNotes";

describe("notes that are held as they were read", () => {
  /** Asks about notes of so many units one after the other. @returns those that were let go of, in order */
  function rested(...asked: ReadonlyArray<readonly [uri: string, length: number]>): string[] {
    const gone: string[] = [];
    const held = new HeldNotes((uri) => gone.push(uri));
    for (const [uri, length] of asked) held.use(uri, length);
    return gone;
  }
  const many = (count: number, length: number) => Array.from({ length: count }, (_, i) => [`${i}`, length] as const);

  it("are few, however long they are", () => assert.deepEqual(rested(...many(8, 5_000_000)), []));
  it("are many short ones", () => assert.deepEqual(rested(...many(500, 1000)), []));
  it("are those that were asked about last", () => {
    assert.deepEqual(rested(...many(9, 100_000), ["1", 100_000], ...many(10, 100_000).slice(9)), ["0", "2"]);
    const gone = rested(...many(2000, 8000));
    assert.deepEqual(gone, [...gone.keys()].map(String));
    assert.ok(gone.length > 1900 && gone.length < 1992);
  });
  it("do not count when they are closed", () => {
    const gone: string[] = [];
    const held = new HeldNotes((uri) => gone.push(uri));
    for (const [uri, length] of many(2000, 8000)) {
      held.use(uri, length);
      held.delete(uri);
      held.delete(uri);
    }
    assert.deepEqual(gone, []);
  });
});
