import assert from "node:assert/strict";
import { giveWay } from "../server/giveWay";
import { PushedFindings } from "../server/pushedFindings";

describe("findings that are sent unasked", () => {
  /** What happens in order: "begin a", "end a". `end` ends the search in a note; `quiet` waits until nothing goes on by itself. */
  function inHand() {
    const log: string[] = [];
    const ends = new Map<string, () => void>();
    const pushed = new PushedFindings((uri) => {
      assert.ok(!ends.has(uri), `${uri} is looked at twice at a time`);
      log.push(`begin ${uri}`);
      return new Promise((resolve) => ends.set(uri, resolve));
    });
    const quiet = async () => {
      for (let turns = 0; turns < 8; turns++) await giveWay();
      return log.splice(0);
    };
    const end = (uri: string) => {
      const finish = ends.get(uri)!;
      ends.delete(uri);
      log.push(`end ${uri}`);
      finish();
      return quiet();
    };
    const push = (...uris: string[]) => {
      for (const uri of uris) pushed.push(uri);
    };
    return { push, end, quiet };
  }

  it("are looked for in the note that changed last first, in two at once", async () => {
    const { push, end, quiet } = inHand();
    push("a", "b", "c", "d", "b");
    assert.deepEqual(await quiet(), ["begin b", "begin d"]);
    push("e");
    assert.deepEqual(await quiet(), []);
    assert.deepEqual(await end("d"), ["end d", "begin e"]);
    assert.deepEqual(await end("e"), ["end e", "begin c"]);
    assert.deepEqual(await end("b"), ["end b", "begin a"]);
    assert.deepEqual(await end("c"), ["end c"]);
    assert.deepEqual(await end("a"), ["end a"]);
  });

  it("are looked for again in a note that changes meanwhile", async () => {
    const { push, end, quiet } = inHand();
    push("a");
    assert.deepEqual(await quiet(), ["begin a"]);
    push("a", "a");
    assert.deepEqual(await quiet(), []);
    assert.deepEqual(await end("a"), ["end a", "begin a"]);
    assert.deepEqual(await end("a"), ["end a"]);
  });

  it("wait while many notes are opened one after the other", async () => {
    const { push, quiet } = inHand();
    for (let i = 0; i < 50; i++) {
      push(`${i}`);
      await giveWay();
    }
    assert.deepEqual(await quiet(), ["begin 49", "begin 48"]);
  });
});
