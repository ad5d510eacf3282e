/** Requests to a client that may never answer them. */

/** How long a client's answer is waited for, in milliseconds. */
const PATIENCE = 5000;

/**
 * Waits for a client's answer, but not for ever.
 * @param late is called if it answers later
 * @returns the answer; nothing if it refuses or takes too long
 */
export function inTime<T>(answer: Promise<T>, late?: () => void): Promise<T | undefined> {
  return new Promise((resolve) => {
    const end = setTimeout(() => {
      resolve(undefined);
      answer.then(late, () => undefined);
    }, PATIENCE);
    const done = (value?: T) => {
      clearTimeout(end);
      resolve(value);
    };
    answer.then(done, () => done());
  });
}
