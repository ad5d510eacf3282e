/** What V8 is told of the work it is given here: flags that may be set while it runs. */
import { setFlagsFromString } from "node:v8";

/** A flag as it is set, and as V8 has it by itself. */
type Flag = readonly [string, string];

/** The compiler copies fewer functions into their callers: what it makes is as fast here, and it takes less time and memory to make it. */
const INLINING: Flag = ["--max-inlined-bytecode-size-cumulative=150", "--max-inlined-bytecode-size-cumulative=920"];
/** The young generation does not grow: what is found in a note is kept, so that a larger one would fill all the same. */
const GROWTH: Flag = ["--semi-space-growth-factor=1", "--semi-space-growth-factor=2"];

/** Threads that are started from now on compile a function when it is due, and not beside their work. */
const COMPILING = "--no-concurrent-recompilation";

const held = new Set<Flag>();

/** Has V8 compile in less time, from now on, in this thread and those that it starts. */
export const compileQuickly = (): void => hold(INLINING);

/** Has V8 take less memory, from now on, which suits a program that runs for long and does little at a time. */
export const saveMemory = (): void => hold(GROWTH);

/**
 * Has threads that are started from now on make functions fast as soon as they are worth it: where all processors are at work,
 * a compiler beside them takes their time and is late.
 */
export const compileInTurn = (): void => setFlagsFromString(COMPILING);

/**
 * Does what makes or loads bytecode, which is refused where it was made under other flags: under those that Node started with.
 * @returns what comes of the work; throws what it throws
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
