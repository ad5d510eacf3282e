/** Web entry (vscode.dev): the server runs in a worker. */
import { type ExtensionContext, Uri } from "vscode";
import { LanguageClient } from "vscode-languageclient/browser";
import { start } from "./extension";

export async function activate(context: ExtensionContext): Promise<void> {
  const script = Uri.joinPath(context.extensionUri, "dist/server/browser.js");
  const worker = new Worker(script.toString(true));
  await start(context, (options) => new LanguageClient("metastasisNotes", "Metastasis Notes", worker, options));
  context.subscriptions.push({ dispose: () => worker.terminate() });
}
