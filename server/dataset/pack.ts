/**
 * The container of the compiled dataset: named sections of bytes in one file, read in place without a copy.
 * Layout: "MNDS", uint32 format, uint32 count, uint32 checksum of the head, uint32 length of
 * the file, uint32 length of its head, then per section a 16-byte name, uint32 offset,
 * uint32 length; the sections follow, each at a multiple of 8 bytes. Little-endian.
 * The head is all but the last section, which may be read in parts.
 */

/** Format of the file; a reader refuses any other. */
export const FORMAT = 11;
const MAGIC = 0x53444e4d;
/** Length of what stands before the table of sections, in bytes. */
export const HEADER = 24;
const ENTRY = 24;
/** How many words of 32 bits the checksum reads, at most: each is the first that is looked at of its page of memory, and takes some microseconds. */
const SUMMED = 50;

/** Sections by name, as views into one buffer. */
export type Sections = ReadonlyMap<string, Uint8Array>;

/** A file of which only the head is in memory. */
export interface PartlyRead {
  readonly head: Uint8Array;
  /** Length of the whole file. */
  readonly size: number;
  /** Reads bytes from one offset to another; throws when it cannot. */
  read(from: number, to: number): Uint8Array;
}

/** Length of a file's head, as the first {@link HEADER} bytes say it. */
export const headLength = (header: Uint8Array): number => new DataView(header.buffer, header.byteOffset).getUint32(20, true);

/**
 * Joins sections to one file.
 * @param sections name (at most 16 ASCII characters) and bytes of each
 * @returns the file's bytes
 */
export function writePack(sections: ReadonlyArray<readonly [string, Uint8Array]>): Uint8Array {
  let offset = align(HEADER + ENTRY * sections.length);
  const places = sections.map(([, bytes]) => {
    const at = offset;
    offset = align(offset + bytes.length);
    return at;
  });
  const file = new Uint8Array(offset);
  const view = new DataView(file.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, FORMAT, true);
  view.setUint32(8, sections.length, true);
  sections.forEach(([name, bytes], i) => {
    const entry = HEADER + i * ENTRY;
    for (let k = 0; k < name.length && k < 16; k++) file[entry + k] = name.charCodeAt(k);
    view.setUint32(entry + 16, places[i]!, true);
    view.setUint32(entry + 20, bytes.length, true);
    file.set(bytes, places[i]!);
  });
  const head = places.at(-1) ?? file.length;
  view.setUint32(16, file.length, true);
  view.setUint32(20, head, true);
  view.setUint32(12, checksum(file, head), true);
  return file;
}

/**
 * Opens a file written by {@link writePack}.
 * @param file its bytes, at least its head's; copied once if they do not start at a multiple of 8 in their buffer
 * @param size length of the whole file; a section that is not in memory is cut short
 * @returns the sections, or a sentence that says what is wrong with the file
 */
export function readPack(file: Uint8Array, size = file.length): Sections | string {
  if (file.length < HEADER) return "the file is cut short";
  if (file.byteOffset % 8 !== 0) file = file.slice();
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  if (view.getUint32(0, true) !== MAGIC) return "the file is not a compiled dataset";
  const format = view.getUint32(4, true);
  if (format !== FORMAT) return `the file has format ${format}, this version reads format ${FORMAT}`;
  const count = view.getUint32(8, true);
  const head = view.getUint32(20, true);
  if (size < view.getUint32(16, true) || HEADER + count * ENTRY > head || head > file.length) return "the file is cut short";
  const sections = new Map<string, Uint8Array>();
  for (let i = 0; i < count; i++) {
    const entry = HEADER + i * ENTRY;
    let name = "";
    for (let k = 0; k < 16 && file[entry + k] !== 0; k++) name += String.fromCharCode(file[entry + k]!);
    const offset = view.getUint32(entry + 16, true);
    const length = view.getUint32(entry + 20, true);
    if (offset + length > (offset < head ? file.length : size)) return `the file is cut short in its part "${name}"`;
    sections.set(name, file.subarray(offset, offset + length));
  }
  return view.getUint32(12, true) === checksum(file, head) ? sections : "the file is damaged";
}

/** A checksum over some words of the head, in a large one about one in each 64 kB: it tells another text, a conversion, and a part that was never written. */
function checksum(file: Uint8Array, head: number): number {
  const words = new Uint32Array(file.buffer, file.byteOffset, head >> 2);
  const step = Math.max(61, (words.length / SUMMED) | 1);
  let sum = words.length;
  for (let i = HEADER >> 2; i < words.length; i += step) sum = (Math.imul(sum, 31) + words[i]!) >>> 0;
  return sum;
}

/** A section as 32-bit numbers; empty when it is not there. */
export function uint32(sections: Sections, name: string): Uint32Array {
  const bytes = sections.get(name);
  return bytes ? new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 2) : new Uint32Array(0);
}

/** A section as 16-bit numbers; empty when it is not there. */
export function uint16(sections: Sections, name: string): Uint16Array {
  const bytes = sections.get(name);
  return bytes ? new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 1) : new Uint16Array(0);
}

/** A section as bytes; empty when it is not there. */
export function bytes(sections: Sections, name: string): Uint8Array {
  return sections.get(name) ?? new Uint8Array(0);
}

/** How many names make a block, which is read as a whole when one of them is first asked for. */
export const BLOCK = 128;

/** What the numbers of each block come to. */
export function blockSums(numbers: ArrayLike<number>, block: number): number[] {
  const found = new Array<number>(Math.ceil(numbers.length / block)).fill(0);
  for (let i = 0; i < numbers.length; i++) found[Math.floor(i / block)]! += numbers[i]!;
  return found;
}

/** Numbers as bytes, two for each. @throws where one needs more */
export function inTwoBytes(numbers: readonly number[]): Uint8Array {
  const large = numbers.find((number) => number > 0xffff);
  if (large !== undefined) throw new Error(`${large} does not fit into two bytes`);
  return new Uint8Array(Uint16Array.from(numbers).buffer);
}

/** Writes ascending numbers as bytes: the difference to the number before; 255 means that the next byte is added. */
export function stepsOf(numbers: readonly number[]): Uint8Array {
  return Uint8Array.from(
    numbers.flatMap((number, i) => {
      const step = number - (i === 0 ? 0 : numbers[i - 1]!);
      return [...Array<number>(Math.floor(step / 255)).fill(255), step % 255];
    }),
  );
}

/** Reads the numbers that {@link stepsOf} wrote. */
export function numbersOf(steps: Uint8Array): Uint32Array {
  const numbers = new Uint32Array(steps.length);
  let [count, number] = [0, 0];
  for (const step of steps) {
    number += step;
    if (step < 255) numbers[count++] = number;
  }
  return numbers.subarray(0, count);
}

/** Bytes of a number in {@link columnsOf}. */
export const COLUMNS = 3;

/** Writes numbers of at most so many bytes byte by byte: the lowest bytes of all numbers first, then the next ones. Packages compress these better. */
export function columnsOf(numbers: readonly number[], count = COLUMNS): Uint8Array {
  const columns = new Uint8Array(numbers.length * count);
  for (let i = 0; i < columns.length; i++) columns[i] = numbers[i % numbers.length]! >> (8 * Math.floor(i / numbers.length));
  return columns;
}

/** A number of those that {@link columnsOf} wrote. */
export function inColumns(columns: Uint8Array, i: number): number {
  const count = columns.length / COLUMNS;
  return columns[i]! | (columns[i + count]! << 8) | (columns[i + 2 * count]! << 16);
}

/** The offsets of parts, from where the first one starts and their lengths; the last is where the last part ends. */
export function sums(lengths: Uint8Array | Uint16Array | Uint32Array, start = 0): Uint32Array {
  const offsets = new Uint32Array(lengths.length + 1);
  offsets[0] = start;
  for (let i = 0; i < lengths.length; i++) offsets[i + 1] = offsets[i]! + lengths[i]!;
  return offsets;
}

const align = (n: number): number => (n + 7) & ~7;
