import assert from "node:assert/strict";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync, rmSync, watch, writeFileSync } from "node:fs";
import path from "node:path";
import { Script } from "node:vm";
import { loadBundle } from "../server/bytecode";
import { saveMemory } from "../server/engine";
import { ROOT } from "./client";
import { temporaryFolder } from "./temporary";

describe("bundles with bytecode", () => {
  /** A bundle in a folder of its own, for each is loaded once. */
  function bundle(source: string, kept?: Buffer): string {
    const folder = temporaryFolder({ "bundle.js": source, ...(kept ? { "bundle.js.bytecode": kept } : {}) });
    return path.join(folder, "bundle.js");
  }

  /** Loads a bundle. @returns what its function says, and the work that is left for later */
  function load(file: string) {
    const left: Array<() => void> = [];
    const { say } = loadBundle(file, (work) => left.push(work)) as { say(): string };
    return { said: say(), left };
  }

  const source = 'exports.say = () => "one " + [1, 2, 3].map((x) => x * 2).join("-");';
  const said = "one 2-4-6";

  /** What is kept of a bundle. */
  async function kept(text = source): Promise<Buffer> {
    const file = bundle(text);
    const changes = watch(path.dirname(file));
    const { left } = load(file);
    assert.equal(left.length, 1);
    left[0]!();
    while (!existsSync(`${file}.bytecode`)) await once(changes, "change");
    changes.close();
    assert.deepEqual(readdirSync(path.dirname(file)).sort(), ["bundle.js", "bundle.js.bytecode"]);
    return readFileSync(`${file}.bytecode`);
  }

  it("are compiled once: what was kept is taken, and nothing is left to do", async () => {
    assert.deepEqual(load(bundle(source, await kept())), { said, left: [] });
  });
  it("have the same bytecode before and after V8 is told to save memory", async () => {
    const earlier = await kept();
    const code = `(function () { ${source} })`;
    const cachedData = new Script(code).createCachedData();
    saveMemory();
    // under a name of its own, since V8 remembers what it has compiled
    assert.equal(new Script(code, { cachedData, filename: "later" }).cachedDataRejected, true);
    assert.deepEqual(load(bundle(source, earlier)), { said, left: [] });
    assert.deepEqual(load(bundle(source, await kept())), { said, left: [] });
  });
  it("are compiled anew where what was kept is damaged", async () => {
    const whole = await kept();
    const faults: Buffer[] = [Buffer.alloc(0), Buffer.alloc(whole.length), whole.subarray(1), whole.subarray(0, source.length)];
    for (let at = 0; at < whole.length; at += 41) {
      faults.push(Buffer.from(whole), whole.subarray(0, at));
      faults.at(-2)![at]! ^= 0x10;
    }
    for (const fault of faults) {
      const { said: answer, left } = load(bundle(source, fault));
      assert.equal(answer, said);
      assert.equal(left.length, 1, "it is kept anew");
    }
  });
  it("are compiled anew where it is that of another build as long", async () => {
    const { said: answer, left } = load(bundle(source.replace("one", "two"), await kept()));
    assert.equal(answer, "two 2-4-6");
    assert.equal(left.length, 1);
  });
  it("work where nothing can be kept", () => {
    const file = bundle(source);
    const { said: answer, left } = load(file);
    rmSync(path.dirname(file), { recursive: true });
    left[0]!();
    assert.equal(answer, said);
  });
  it("ask for each other, and for what Node has", () => {
    const file = bundle(
      'const { half } = require("./other.js"); exports.word = "whole"; exports.say = () => half() + require("node:path").sep;',
    );
    writeFileSync(
      path.join(path.dirname(file), "other.js"),
      'const whole = require("./bundle.js"); exports.half = () => "half of the " + whole.word;',
    );
    assert.equal(load(file).said, `half of the whole${path.sep}`);
  });
  it("throw what they throw", () => {
    assert.throws(() => loadBundle(bundle('throw new RangeError("of its own")'), () => undefined), /of its own/);
    assert.throws(() => loadBundle(path.join(temporaryFolder(), "none.js"), () => undefined), /ENOENT/);
  });
  it("share values that stay as they are", () => {
    for (const file of readdirSync(path.join(ROOT, "server"), { recursive: true, encoding: "utf8" }))
      if (file.endsWith(".ts")) assert.doesNotMatch(readFileSync(path.join(ROOT, "server", file), "utf8"), /^export (?:let|var) /m, file);
  });
});
