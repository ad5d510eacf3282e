/** What went wrong, in words. @param error what was thrown */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
