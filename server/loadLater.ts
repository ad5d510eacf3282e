/** Loads the features that a start does without, when they are first asked for. */

let loading: Promise<typeof import("./later")> | undefined;

/** The features that a start does without. The promise is held, since each import() of a bundled module makes its namespace anew. */
export const later = (): Promise<typeof import("./later")> => {
  loading ??= import("./later");
  return loading;
};
