/** Answers that may never come: of a client, or of a disk far away. */

/** How long a client's answer is waited for, in milliseconds. */
const PATIENCE = 5000;
/** How long hovers and lists, which somebody looks for, wait for a client's settings or for what folders add, in milliseconds. */
export const SOON = 1500;

/**
 * Waits for an answer, but not for ever.
 * @param late is called if it comes later
 * @param patience how long it is waited for, in milliseconds
 * @param instead what is answered if it takes too long
 * @returns the answer; nothing if it is refused
 */
export function inTime<T, L = undefined>(
  answer: Promise<T>,
  late?: () => void,
  patience = PATIENCE,
  instead?: L,
): Promise<T | L | undefined> {
  return new Promise((resolve) => {
    const end = setTimeout(() => {
      resolve(instead);
      answer.then(late, () => undefined);
    }, patience);
    const done = (value?: T) => {
      clearTimeout(end);
      resolve(value);
    };
    answer.then(done, () => done());
  });
}
