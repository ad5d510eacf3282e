/** The server as a web worker. The client reads the dataset for it. */
import { BrowserMessageReader, BrowserMessageWriter, createConnection, ProposedFeatures } from "vscode-languageserver/browser";
import { version } from "../package.json";
import { BROKEN, type InitializationOptions, READ_FILE } from "./protocol";
import { startServer } from "./server";

const worker = self as unknown as DedicatedWorkerGlobalScope;
const connection = createConnection(ProposedFeatures.all, new BrowserMessageReader(worker), new BrowserMessageWriter(worker));

for (const what of ["error", "unhandledrejection"])
  worker.addEventListener(what, () => worker.postMessage({ jsonrpc: "2.0", method: BROKEN }));

async function readDataset({ extensionUri }: InitializationOptions): Promise<Uint8Array> {
  if (!extensionUri) throw new Error("the client did not say where the extension lies (initializationOptions.extensionUri)");
  const file: unknown = await connection.sendRequest(READ_FILE, `${extensionUri}/dist/data/dataset.bin`);
  if (file instanceof Uint8Array) return file;
  throw new Error("the client did not send the file's bytes");
}

startServer(connection, { version, readDataset, loadWorkspace: () => import("./workspace/workspace") });
