/** Those who gave way, in the order in which they go on. */
const waiting: Array<() => void> = [];

/** Does something in the next turn of the event loop. */
const inNextTurn = (work: () => void): void => {
  if (typeof setImmediate === "function") setImmediate(work);
  else setTimeout(work, 0);
};

function next(): void {
  waiting.shift()?.();
  if (waiting.length > 0) inNextTurn(next);
}

/**
 * Lets everything else have its turn: messages that came, timers that are due. Of several who gave way one goes on in each turn: all
 * in a row, each for some milliseconds, or with an answer to be made of what they waited for, would read no message until the last is
 * done.
 */
export const giveWay = (): Promise<void> =>
  new Promise((resolve) => {
    waiting.push(resolve);
    if (waiting.length === 1) inNextTurn(next);
  });

/** How long a slice of work that nobody waits for may take, in milliseconds. */
const SLICE = 8;
/** How many turns others have after a slice: a message takes some until it is answered. */
const TURNS = 2;

/**
 * Goes through the steps of a long piece of work, and gives way between slices of it.
 * @param slice how long a slice may take, in milliseconds
 * @returns the result; rejects with what the work throws
 */
export async function inSlices<T>(steps: Generator<void, T>, slice = SLICE): Promise<T> {
  for (;;) {
    const began = performance.now();
    do {
      const { done, value } = steps.next();
      if (done) return value as T;
    } while (performance.now() - began < slice);
    for (let turn = 0; turn < TURNS; turn++) await giveWay();
  }
}

/**
 * Goes through the steps of a piece of work without a pause, where nobody waits for anything else.
 * @returns the result
 */
export function atOnce<T>(steps: Generator<void, T>): T {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** The steps of a piece of work that end without a result as soon as nobody wants it any more. */
export function* whileWanted<T>(steps: Generator<void, T>, isWanted: () => boolean): Generator<void, T | undefined> {
  for (;;) {
    if (!isWanted()) return undefined;
    const { done, value } = steps.next();
    if (done) return value as T;
    yield;
  }
}
