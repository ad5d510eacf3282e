/** The message of an error, without the names of errors that the editor's file systems put before it. @param error whatever was thrown */
export const messageOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(/^(?:\w* ?\(?(?:FileSystem)?Error\)?: )+/, "");
