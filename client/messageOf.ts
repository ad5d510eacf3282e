/** The message of an error. @param error whatever was thrown */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
