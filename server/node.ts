/** The server as a process: stdio, IPC or a pipe, as its arguments say. */
// first, so that reading begins at once

import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { version } from "../package.json";
import { datasetFile } from "./datasetFile";
import { startServer } from "./server";

/** A file's text; nothing where there is none, or where it lies elsewhere than on this machine's disk. */
async function readText(uri: string): Promise<string | undefined> {
  if (!uri.startsWith("file:")) return undefined;
  try {
    const { readFile } = await import("node:fs/promises");
    return await readFile(fileURLToPath(uri), "utf8");
  } catch {
    return undefined;
  }
}

startServer(createConnection(ProposedFeatures.all), {
  version,
  readme: pathToFileURL(path.join(__dirname, "../../README.md")).href,
  readDataset: () => datasetFile,
  readText,
  listNotes: async (folder, endings) => (await import("./noteFiles")).listNotes(folder, endings),
});
