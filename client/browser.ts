/** Web entry (vscode.dev): the server runs in a worker. */
import { type ExtensionContext, Uri } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { LanguageClient } from "vscode-languageclient/browser";
import { start, stop } from "./extension";

let client: BaseLanguageClient | undefined;
let worker: Worker | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const script = Uri.joinPath(context.extensionUri, "dist/server/browser.js");
  const own = new Worker(script.toString(true));
  worker = own;
  client = await start(context, (options) => new LanguageClient("metastasisNotes", "Metastasis Notes", own, options), false);
}

export async function deactivate(): Promise<void> {
  await stop(client);
  worker?.terminate();
}
