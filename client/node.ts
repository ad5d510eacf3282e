/** Desktop and remote entry: the server runs in a process of its own. */
import type { ExtensionContext } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { start, stop } from "./extension";

let client: BaseLanguageClient | undefined;

/** Called by the editor with the first note. */
export async function activate(context: ExtensionContext): Promise<void> {
  const module = context.asAbsolutePath("dist/server/node.js");
  const server = { run: { module, transport: TransportKind.ipc }, debug: { module, transport: TransportKind.ipc } };
  client = await start(context, (options) => new LanguageClient("metastasisNotes", "Metastasis Notes", server, options));
}

/** The editor waits for it: no server is left behind. */
export const deactivate = (): Promise<void> => stop(client);
