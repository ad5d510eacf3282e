/** How the server gets files, from this machine's disk or through the client. */

/** A file's bytes; a sentence that says why it cannot be read ("is a pipe …"); nothing where there is no such file. */
export type FileRead = Uint8Array | { readonly problem: string } | undefined;

export interface Files {
  /** The names in a folder; nothing where there is no such folder. Never rejects. */
  list(uri: string): Promise<readonly string[] | undefined>;
  /** Reads a file of at most so many bytes. Never rejects, and never waits for a pipe or device. */
  read(uri: string, most: number): Promise<FileRead>;
}

/** The problem of a file that is too large. */
export const tooLarge = (most: number): string => `is larger than ${most / 1e6} MB, which is the most that is read; split it`;
