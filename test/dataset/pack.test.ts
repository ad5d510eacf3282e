import assert from "node:assert/strict";
import { Dataset } from "../../server/dataset/dataset";
import { bytes, FORMAT, numbersOf, readPack, stepsOf, uint16, uint32, writePack } from "../../server/dataset/pack";
import { compiled, records } from "../example";
import { randomOf, SEED } from "../random";

const file = compiled(records);

/** A file with one 32-bit number of its header changed. */
function withHeader(offset: number, value: number): Uint8Array {
  const changed = file.slice();
  new DataView(changed.buffer).setUint32(offset, value, true);
  return changed;
}

/** Checks that a file is refused with a sentence, by the container and by the dataset. */
function check(broken: Uint8Array, expected: RegExp): void {
  const sections = readPack(broken);
  assert.ok(typeof sections === "string" && expected.test(sections), String(sections));
  assert.equal(Dataset.open(broken), sections);
}

describe("pack", () => {
  it("gives back what was written, from any place in a buffer", () => {
    const written = writePack([
      ["one", Uint8Array.of(1, 2, 3)],
      ["a name of sixteen", Uint8Array.of(4)],
      ["numbers", new Uint8Array(Uint32Array.of(7, 1 << 31).buffer)],
      ["none", new Uint8Array(0)],
    ]);
    for (const shift of [0, 1, 4, 8]) {
      const moved = new Uint8Array(written.length + shift).subarray(shift);
      moved.set(written);
      const sections = readPack(moved);
      if (typeof sections === "string") throw new Error(sections);
      assert.deepEqual([...bytes(sections, "one")], [1, 2, 3]);
      assert.deepEqual([...bytes(sections, "a name of sixtee")], [4]);
      assert.deepEqual([...uint32(sections, "numbers")], [7, 2147483648]);
      assert.deepEqual([...uint16(sections, "numbers")], [7, 0, 0, 32768]);
      assert.equal(bytes(sections, "none").length + bytes(sections, "missing").length + uint32(sections, "missing").length, 0);
    }
  });
  it("says that a file is no dataset", () => {
    check(withHeader(0, 0), /not a compiled dataset/);
    check(new TextEncoder().encode("<!doctype html><title>404</title>"), /not a compiled dataset/);
  });
  it("says which format it has and which one is read", () =>
    check(withHeader(4, FORMAT + 1), new RegExp(`format ${FORMAT + 1}.*format ${FORMAT}`)));
  it("says that a file is cut short, wherever it ends", () => {
    const lastByte = file.length - 8;
    for (let length = 0; length < lastByte; length += length < 600 ? 1 : 4099) check(file.slice(0, length), /cut short|damaged/);
    check(withHeader(8, 0xffffffff), /cut short|damaged/);
    const entry = Buffer.from(file).indexOf("about\0");
    check(withHeader(entry + 16, 0xfffffff0), /cut short|damaged/);
    check(withHeader(entry + 20, 0xffffffff), /cut short|damaged/);
  });
  it(`never throws, whatever byte is wrong (seed ${SEED})`, () => {
    const random = randomOf(SEED);
    for (let i = 0; i < 200; i++) {
      const changed = file.slice();
      for (let count = random(3); count >= 0; count--) changed[random(random(2) === 0 ? 800 : file.length)] = random(256);
      Dataset.open(changed);
    }
  });
  it("says that parts are missing", () => assert.equal(typeof Dataset.open(writePack([])), "string"));
});

describe("steps", () => {
  function check(...numbers: number[]): void {
    assert.deepEqual([...numbersOf(stepsOf(numbers))], numbers);
  }
  it("are the numbers again, whatever lies between them", () => {
    check();
    check(0, 0, 1);
    check(254, 508, 763, 1018, 1019);
    check(255, 511, 200_000, 200_000);
  });
});
