/**
 * Lets everything else have its turn: messages that came, timers that are due. A timer would not do: in Node those that
 * become due while others run are run with them, so that two tasks in slices of some milliseconds would read no message
 * until both are done.
 */
export const giveWay = (): Promise<void> =>
  new Promise((resolve) => {
    if (typeof setImmediate === "function") setImmediate(resolve);
    else setTimeout(resolve, 0);
  });
