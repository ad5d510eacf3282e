/** How the server gets files, from this machine's disk or through the client. */

/** Why a file or folder cannot be read: "is a pipe …". */
export interface Unread {
  readonly problem: string;
}

/** A file's bytes, or why it cannot be read; nothing where there is no such file. */
export type FileRead = Uint8Array | Unread | undefined;
/** The names in a folder, or why it cannot be read; nothing where there is no such folder. */
export type FolderRead = readonly string[] | Unread | undefined;

export interface Files {
  /** Lists a folder. Never rejects. */
  list(uri: string): Promise<FolderRead>;
  /** Reads a file of at most so many bytes. Never rejects, and never waits for a pipe or device. */
  read(uri: string, most: number): Promise<FileRead>;
}

/** The problem of a file that is too large. */
export const tooLarge = (most: number): string => `is larger than ${most / 1e6} MB, which is the most that is read; split it`;
