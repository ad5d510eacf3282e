/** The server on this process's stdio, IPC or a pipe, as its arguments say. */
import path from "node:path";
import { pathToFileURL } from "node:url";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { version } from "../package.json";
import type { PartlyRead } from "./dataset/pack";
import { disk } from "./disk";
import { collectGarbage } from "./garbage";
import { startServer } from "./server";

/** Starts the server. @param dataset the compiled dataset; rejects with a reason where it cannot be read */
export function serve(dataset: Promise<PartlyRead>): void {
  const connection = createConnection(ProposedFeatures.all);
  // Node would end the process, and with it the notes that are open
  process.on("unhandledRejection", (reason) => {
    connection.console.error(`something failed that nobody waited for: ${reason instanceof Error ? reason.stack : String(reason)}`);
  });
  startServer(connection, {
    version,
    readme: pathToFileURL(path.join(__dirname, "../../README.md")).href,
    readDataset: () => dataset,
    files: disk,
    collectGarbage,
    loadWorkspace: () => import("./workspace/workspace"),
    listNotes: async (...about) => (await import("./noteFiles")).listNotes(...about),
    memoryIn: (folder, encoding) => ({
      recall: async (data) => (await import("./noteFiles")).keptNotes(folder, data, encoding),
      keep: async (data, notes) => (await import("./noteFiles")).keepNotes(folder, data, encoding, notes),
    }),
    openReaders: async (data, encoding) => (await import("./noteThreads")).openReaders(data, encoding),
  });
}
