/** Why a file could not be read or written, in words. */

/** @param fault what was thrown */
export function reason(fault: unknown): string {
  const { code, message, path } = fault as { code?: string; message?: string; path?: string };
  if (code === "ENOENT" && path?.includes("\ufffd")) return "is named in bytes that are no UTF-8; rename it";
  if (code === "ENOENT" || code === "ENOTDIR") return "there is no such file or folder";
  if (code === "EACCES" || code === "EPERM") return "may not be read or written (permissions)";
  if (code === "EISDIR") return "is a folder";
  if (code === "ELOOP") return "is a link that leads to itself";
  return message ?? String(fault);
}
