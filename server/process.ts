/** The server on this process's stdio, IPC or a pipe, as its arguments say. */
import { readFile } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { version } from "../package.json";
import type { PartlyRead } from "./dataset/pack";
import { startServer } from "./server";

/** Starts the server. @param dataset the compiled dataset; rejects with a reason where it cannot be read */
export function serve(dataset: Promise<PartlyRead>): void {
  startServer(createConnection(ProposedFeatures.all), {
    version,
    readme: pathToFileURL(path.join(__dirname, "../../README.md")).href,
    readDataset: () => dataset,
    readText,
    listNotes: async (folder, endings) => (await import("./noteFiles")).listNotes(folder, endings),
  });
}

/** A file's text; nothing where there is none, or where it lies elsewhere than on this machine's disk. */
function readText(uri: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    try {
      readFile(fileURLToPath(uri), "utf8", (error, text) => resolve(error ? undefined : text));
    } catch {
      resolve(undefined);
    }
  });
}
