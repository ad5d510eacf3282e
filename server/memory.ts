/** What V8 is told about memory: flags that may be set while it runs. */
import { setFlagsFromString } from "node:v8";

/**
 * Flags that save memory, each with what V8 does without it. The young generation does not grow: what is found in a note is
 * kept, so that a larger one would fill all the same. Less is inlined: the compiler takes less memory, and what it makes is no
 * slower as a whole.
 */
const SPARING = [
  ["--semi-space-growth-factor=1", "--semi-space-growth-factor=2"],
  ["--max-inlined-bytecode-size-cumulative=300", "--max-inlined-bytecode-size-cumulative=920"],
] as const;

let isSparing = false;

/** Has V8 take less memory than by itself, from now on. */
export function saveMemory(): void {
  isSparing = true;
  for (const [sparing] of SPARING) setFlagsFromString(sparing);
}

/**
 * Does what makes or loads bytecode, which is refused where it was made under other flags: under those that Node started with.
 * @returns what comes of the work; throws what it throws
 */
export function underUsualFlags<Result>(work: () => Result): Result {
  if (!isSparing) return work();
  for (const [, usual] of SPARING) setFlagsFromString(usual);
  try {
    return work();
  } finally {
    saveMemory();
  }
}
