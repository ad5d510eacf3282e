/** Files that the client reads for the server: of a virtual workspace, or all of them where the server is a worker. */
import type { Connection } from "vscode-languageserver";
import { type Files, tooLarge } from "./files";
import { inTime } from "./inTime";
import { LIST_FOLDER, READ_ENCODED, READ_FILE } from "./protocol";
import { textIn } from "./textIn";

/** Greatest size of a text, in bytes. */
const LARGEST_TEXT = 64e6;

/**
 * Reads each file the shortest way: those of this machine here, others through the client.
 * @param own files of this machine, where there are any
 * @param client the client, if it reads files for the server
 */
export function filesOf(own: Files | undefined, client: Pick<Connection, "sendRequest"> | undefined): Files {
  const isOwn = (uri: string) => own !== undefined && (uri.startsWith("file:") || !client);
  const ask = async (method: string, uri: string): Promise<unknown> => client && inTime(client.sendRequest(method, uri));
  return {
    list: async (uri) => {
      if (isOwn(uri)) return own!.list(uri);
      const names = await ask(LIST_FOLDER, uri);
      return Array.isArray(names) ? names.filter((name) => typeof name === "string").sort() : undefined;
    },
    read: async (uri, most) => {
      if (isOwn(uri)) return own!.read(uri, most);
      const file = own ? bytesOf(await ask(READ_ENCODED, uri)) : await ask(READ_FILE, uri);
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
