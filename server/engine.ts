/** Flags of V8 that suit the work here; they may be set while it runs. */
import { setFlagsFromString } from "node:v8";

/** A flag as we set it, and as V8 has it otherwise. */
type Flag = readonly [string, string];

/** The compiler inlines less: the code is as fast here, and takes less time and memory to make. */
const INLINING: Flag = ["--max-inlined-bytecode-size-cumulative=150", "--max-inlined-bytecode-size-cumulative=920"];
/** The young generation does not grow: what is found in a note is kept, so a larger one would fill up as well, and take seven MB. */
const GROWTH: Flag = ["--semi-space-growth-factor=1", "--semi-space-growth-factor=2"];

/** A thread compiles a function when it is needed, and throws away what is no longer used, itself: no helper does so beside its work. */
const ALONE = ["--no-concurrent-recompilation", "--no-parallel-scavenge"];

const held = new Set<Flag>();

/** Has V8 compile faster from now on, in this thread and those that it starts. */
export const compileQuickly = (): void => hold(INLINING);

/** Has V8 use less memory from now on, which suits a program that runs long and does little at a time. */
export const saveMemory = (): void => hold(GROWTH);

/** Has threads started from now on do without V8's helpers: where all processors are busy, these take the threads' time and are late. */
export function workAlone(): void {
  for (const flag of ALONE) setFlagsFromString(flag);
}

/**
 * Does some work that makes or loads bytecode, under the flags that Node started with: bytecode made under other flags is refused.
 * @returns the result of the work; throws what it throws
 */
export function underUsualFlags<Result>(work: () => Result): Result {
  for (const [, usual] of held) setFlagsFromString(usual);
  try {
    return work();
  } finally {
    for (const [set] of held) setFlagsFromString(set);
  }
}

function hold(flag: Flag): void {
  held.add(flag);
  setFlagsFromString(flag[0]);
}
