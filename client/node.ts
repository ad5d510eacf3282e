/** Desktop and remote entry: the server runs in a process of its own. */
import type { ExtensionContext } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { start, stop } from "./extension";

let client: BaseLanguageClient | undefined;

/** Ends a server that hangs at once: where it ended later, the library would take the end of the old one for that of the new. */
class Client extends LanguageClient {
  override async stop(timeout?: number): Promise<void> {
    const server = this.serverProcess;
    try {
      await super.stop(timeout);
    } catch (error) {
      if (server?.kill("SIGKILL")) await new Promise((closed) => server.once("close", closed));
      throw error;
    }
  }
}

/** Called by the editor with the first note. */
export async function activate(context: ExtensionContext): Promise<void> {
  const module = context.asAbsolutePath("dist/server/node.js");
  const server = { run: { module, transport: TransportKind.ipc }, debug: { module, transport: TransportKind.ipc } };
  client = await start(context, (options) => new Client("metastasisNotes", "Metastasis Notes", server, options));
}

/** Ends the server; the editor waits for it. */
export const deactivate = (): Promise<void> => stop(client);
