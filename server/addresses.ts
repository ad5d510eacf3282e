/** Addresses of files and folders, as clients write them. */

/** The address of a folder without a slash at the end, as the addresses of its files begin with it. */
export const withoutSlash = (uri: string): string => uri.replace(/(?<!\/)\/+$/, "");

/** What the path begins behind in an address; virtual file systems may have no authority: memfs:/lab/note.md. */
export const ROOT = /^[a-z][a-z0-9+.-]*:(?:\/\/[^/?#]*)?(?=\/)/i;

/**
 * The file that a note shows in another state, if it lies in an open folder: the older side of a comparison has its path, and a
 * scheme of its own (git:/lab/note.md?…). Else the note's own address, as {@link asOpened} says it.
 */
export function shownFile(uri: string, workspaces: readonly string[]): string {
  if (workspaces.length === 0) return uri;
  const root = ROOT.exec(uri)?.[0];
  const rootOf = (open: string) => ROOT.exec(`${open}/`)?.[0] ?? "";
  const isFile = root === undefined || /^file:/i.test(root) || workspaces.some((open) => rootOf(open) === root);
  if (isFile) return asOpened(uri, workspaces);
  const path = uri.slice(root.length).replace(/[?#].*/s, "");
  let shown: { readonly file: string; readonly depth: number } | undefined;
  for (const open of workspaces) {
    const depth = open.length - rootOf(open).length;
    const file = asOpened(rootOf(open) + path, [open]);
    if (depth > (shown?.depth ?? 0) && file.startsWith(`${open}/`)) shown = { file, depth };
  }
  return shown?.file ?? uri;
}

/**
 * The address of a file in an open folder with that folder's address before it: clients write `c:` or a space in one way for a folder
 * and in another for its files. One in no open folder stays as it is.
 */
function asOpened(uri: string, workspaces: readonly string[]): string {
  if (workspaceOf(uri, workspaces) !== undefined) return uri;
  const key = addressKey(uri);
  const keys = workspaces.map(addressKey);
  const folder = workspaceOf(key, keys);
  if (folder === undefined) return uri;
  const below = key.slice(folder.length + 1).split("/").length;
  return `${workspaces[keys.indexOf(folder)]}/${uri.split("/").slice(-below).join("/")}`;
}

/** The open folder that a note lies in, the innermost of several; nothing for a note outside. */
export const workspaceOf = (uri: string, workspaces: readonly string[]): string | undefined =>
  workspaces.reduce<string | undefined>(
    (found, open) => (uri.startsWith(`${open}/`) && open.length > (found?.length ?? 0) ? open : found),
    undefined,
  );

/**
 * The address of a file or folder of the setting.
 * @param path absolute, an address, or relative to the workspace's folder
 * @returns nothing for a relative one where no folder is open
 */
export function addressOf(path: string, workspace: string | undefined): string | undefined {
  const slashed = path.replaceAll("\\", "/");
  const isAddress = /^[a-z][a-z0-9+.-]+:/i.test(slashed);
  const base = /^(?:\/|[a-z]:)/i.test(slashed) ? "file:///" : workspace && `${workspace}/`;
  try {
    const escaped = isAddress ? slashed : encodeURI(slashed).replace(/[?#]/g, (sign) => (sign === "?" ? "%3F" : "%23"));
    const address = isAddress ? escaped : base && new URL(escaped.replace(/^(?=[a-z]:)/i, "/"), base).href;
    return address && withoutSlash(address);
  } catch {
    return undefined;
  }
}

/** The address of the folder that a note is in, with the slash at its end. */
export const folderOf = (uri: string): string => uri.slice(0, uri.lastIndexOf("/") + 1);

/** The name of a folder or file, from its address. */
export function nameOf(uri: string): string {
  const name = uri.slice(uri.lastIndexOf("/") + 1);
  try {
    return decodeURIComponent(name) || "your notes";
  } catch {
    return name;
  }
}

/**
 * An address without the differences between clients: which characters are escaped, how `file:` goes on, the case of a drive's letter
 * and of the machine that shares a folder.
 */
export function addressKey(uri: string): string {
  let plain = uri;
  try {
    plain = decodeURIComponent(uri);
  } catch {
    // a stray percent sign: as it stands
  }
  return plain
    .replace(/^file:(?:\/\/(?:localhost)?)?\/(?!\/)/i, "file:///")
    .replace(/^file:\/\/(?:\/[A-Z]:|[^/]+)/i, (machine) => machine.toLowerCase());
}
