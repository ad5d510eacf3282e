/** Requests to a client that may never answer them. */

/** A client that has not answered in this time, in milliseconds, is waited for no longer. */
const PATIENCE = 5000;

/**
 * What a client answers in time; nothing where it does not, or refuses.
 * @param late is called where it answers later
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
