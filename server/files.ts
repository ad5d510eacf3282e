/** How the server comes by files, on this machine's disk or through the client. */

/** A file's bytes; a sentence that says why it cannot be read ("is a pipe …"); nothing where there is no such file. */
export type FileRead = Uint8Array | { readonly problem: string } | undefined;

export interface Files {
  /** The names in a folder; nothing where there is no such folder. Never rejects. */
  list(uri: string): Promise<readonly string[] | undefined>;
  /** Reads a file of at most so many bytes. Never rejects, and never waits for what is no plain file. */
  read(uri: string, most: number): Promise<FileRead>;
}

/** What is said of a file that is too large. */
export const tooLarge = (most: number): string => `is larger than ${most / 1e6} MB, which is the most that is read; split it`;
