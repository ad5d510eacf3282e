/** Files that the client reads for the server: of a virtual workspace, or all of them where the server is a worker. */
import type { Connection } from "vscode-languageserver";
import { type Files, tooLarge, type Unread } from "./files";
import { inTime } from "./inTime";
import { LIST_FOLDER, READ_ENCODED, READ_FILE } from "./protocol";
import { textIn } from "./textIn";

/** How long a file system far away is waited for, in milliseconds: nobody waits for it but findings, which must not rest on half of the names. */
const PATIENCE = 60_000;
/** What is told of a file or folder that did not come. */
const LATE: Unread = { problem: "did not come in time; see whether its file system is connected, and reload the window" };
/** Greatest size of a text, in bytes. */
const LARGEST_TEXT = 64e6;

/**
 * Reads each file the shortest way: those of this machine here, others through the client.
 * @param own files of this machine, where there are any
 * @param client the client, if it reads files for the server
 * @param patience how long it is waited for, in milliseconds
 */
export function filesOf(own: Files | undefined, client: Pick<Connection, "sendRequest"> | undefined, patience = PATIENCE): Files {
  const isOwn = (uri: string) => own !== undefined && (uri.startsWith("file:") || !client);
  /** What the client answers, nothing where it refuses; or that it did not answer. */
  const ask = async (method: string, uri: string): Promise<unknown> =>
    client && inTime(client.sendRequest<unknown>(method, uri), undefined, patience, LATE);
  return {
    list: async (uri) => {
      if (isOwn(uri)) return own!.list(uri);
      const names = await ask(LIST_FOLDER, uri);
      if (names === LATE) return LATE;
      return Array.isArray(names) ? names.filter((name) => typeof name === "string").sort() : undefined;
    },
    read: async (uri, most) => {
      if (isOwn(uri)) return own!.read(uri, most);
      const said = await ask(own ? READ_ENCODED : READ_FILE, uri);
      if (said === LATE) return LATE;
      const file = own ? bytesOf(said) : said;
      if (!(file instanceof Uint8Array)) return undefined;
      return file.length > most ? { problem: tooLarge(most) } : file;
    },
  };
}

const bytesOf = (encoded: unknown): Uint8Array | undefined =>
  typeof encoded === "string" ? Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0)) : undefined;

/** The text of a file; nothing where there is none. */
export async function textOf(files: Files, uri: string): Promise<string | undefined> {
  const file = await files.read(uri, LARGEST_TEXT);
  return file instanceof Uint8Array ? textIn(file) : undefined;
}
