/**
 * Loads our bundles with the bytecode that V8 made of them at an earlier start: to compile them is a quarter of a start. The
 * bytecode lies beside each bundle, once for each copy of the product. If it cannot be written, is damaged, or belongs to another
 * build or another V8, the bundle is compiled as usual.
 */
import { closeSync, fstatSync, openSync, readSync, rename, unlink, writeFile } from "node:fs";
import path from "node:path";
import { Script } from "node:vm";
import { underUsualFlags } from "./engine";

/**
 * How long a bundle runs before its bytecode is written, in milliseconds. By then it holds all that a start and the first answers
 * need, and few sessions are shorter.
 */
const DELAY = 1000;

type Run = (exports: object, require: (name: string) => unknown, module: object, file: string, folder: string) => void;

const loaded = new Map<string, { readonly exports: object }>();

/**
 * Loads a bundle, and those beside it that it asks for, once.
 * @param file its path
 * @param later does some work when the first answers are given
 * @returns what it exports; throws what it throws
 */
export function loadBundle(file: string, later = (work: () => void): unknown => setTimeout(work, DELAY).unref()): object {
  const held = loaded.get(file);
  if (held) return held.exports;
  const module = { exports: {} };
  loaded.set(file, module);
  const source = asFunction(file);
  const kept = `${file}.bytecode`;
  const cachedData = readKept(kept, source);
  const script = underUsualFlags(() => new Script(source.toString(), { filename: file, ...(cachedData ? { cachedData } : {}) }));
  const folder = path.dirname(file);
  const requireFrom = (name: string) => (name.startsWith("./") ? loadBundle(path.join(folder, name), later) : require(name));
  (script.runInThisContext() as Run)(module.exports, requireFrom, module, file, folder);
  const bytecode = () => underUsualFlags(() => script.createCachedData());
  if (!cachedData || script.cachedDataRejected) later(() => keep(kept, source, bytecode()));
  return module.exports;
}

/** A bundle as a function of what modules find in their scope; read into its place there, since each copy of it takes a start's time. */
function asFunction(file: string): Buffer {
  const descriptor = openSync(file, "r");
  try {
    const { size } = fstatSync(descriptor);
    const source = Buffer.allocUnsafe(HEAD.length + size + TAIL.length);
    HEAD.copy(source);
    const end = HEAD.length + readSync(descriptor, source, HEAD.length, size, 0);
    return source.subarray(0, end + TAIL.copy(source, end));
  } finally {
    closeSync(descriptor);
  }
}
const HEAD = Buffer.from("(function(exports,require,module,__filename,__dirname){");
const TAIL = Buffer.from("\n})");

/** How many bytes are compared at once: the whole file would take two megabytes at the moment when most memory is in use. */
const PART = 1 << 16;

/**
 * The bytecode that {@link keep} wrote for a bundle; nothing if it belongs to another bundle or is damaged. V8 itself compares
 * only the bundle's length, and would run damaged bytecode.
 */
function readKept(file: string, source: Buffer): Buffer | undefined {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(file, "r");
    const length = (fstatSync(descriptor).size - source.length) / 2;
    if (!(length > 0) || !Number.isInteger(length) || !isAt(descriptor, 0, source)) return undefined;
    const bytecode = Buffer.allocUnsafe(length);
    const count = readSync(descriptor, bytecode, 0, length, source.length);
    return count === length && isAt(descriptor, source.length + length, bytecode) ? bytecode : undefined;
  } catch {
    return undefined;
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** Whether bytes stand at an offset of a file. */
function isAt(descriptor: number, offset: number, bytes: Buffer): boolean {
  const part = Buffer.allocUnsafe(PART);
  for (let at = 0; at < bytes.length; at += PART) {
    const wanted = bytes.subarray(at, at + PART);
    const count = readSync(descriptor, part, 0, wanted.length, offset + at);
    if (!part.subarray(0, count).equals(wanted)) return false;
  }
  return true;
}

/** Writes the bundle that the bytecode was made of, then the bytecode twice; if that fails, nothing is written. */
function keep(file: string, source: Buffer, bytecode: Buffer): void {
  // whole or not at all, though others may do the same
  const written = `${file}.${process.pid}`;
  const giveUp = () => unlink(written, () => undefined);
  writeFile(written, Buffer.concat([source, bytecode, bytecode]), (error) => {
    if (error) giveUp();
    else rename(written, file, (failed) => failed && giveUp());
  });
}
