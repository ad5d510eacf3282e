/** Desktop and remote entry: the server runs in a process of its own. */
import { commands, type ExtensionContext } from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { start } from "./extension";

export async function activate(context: ExtensionContext): Promise<void> {
  const module = context.asAbsolutePath("dist/server/node.js");
  const server = { run: { module, transport: TransportKind.ipc }, debug: { module, transport: TransportKind.ipc } };
  await start(context, (options) => {
    const client = new LanguageClient("metastasisNotes", "Metastasis Notes", server, options);
    context.subscriptions.push(commands.registerCommand("metastasisNotes.restart", () => client.restart()));
    return client;
  });
}
