/** Why a file could not be read or written, in words. */

/** @param fault what was thrown */
export function reason(fault: unknown): string {
  const { code, message } = fault as { code?: string; message?: string };
  if (code === "ENOENT" || code === "ENOTDIR") return "there is no such file or folder";
  if (code === "EACCES" || code === "EPERM") return "may not be read or written (permissions)";
  if (code === "EISDIR") return "is a folder";
  if (code === "ELOOP") return "is a link that leads to itself";
  return message ?? String(fault);
}
