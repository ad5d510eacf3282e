/** Web entry (vscode.dev): the server runs in a worker. */
import { type ExtensionContext, Uri } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient, type MessageTransports } from "vscode-languageclient/browser";
import { start, stop } from "./extension";
import { endingWith } from "./worker";

let client: BaseLanguageClient | undefined;
let worker: Worker | undefined;

/** Called by the editor with the first note. */
export async function activate(context: ExtensionContext): Promise<void> {
  const script = Uri.joinPath(context.extensionUri, "dist/server/browser.js").toString(true);
  const startWorker = async (): Promise<MessageTransports> => {
    worker?.terminate();
    worker = new Worker(script);
    return { reader: endingWith(worker, new BrowserMessageReader(worker)), writer: new BrowserMessageWriter(worker) };
  };
  client = await start(context, (options) => new LanguageClient("metastasisNotes", "Metastasis Notes", startWorker, options));
}

/** Ends the server and its worker; the editor waits for it. */
export async function deactivate(): Promise<void> {
  await stop(client);
  worker?.terminate();
}
