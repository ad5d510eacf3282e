/** The server as a process: stdio, IPC or a pipe, as its arguments say. */
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { version } from "../package.json";
import { startServer } from "./server";

const file = path.join(__dirname, "../data/dataset.bin");

/** A file's text; nothing where there is none, or where it lies elsewhere than on this machine's disk. */
async function readText(uri: string): Promise<string | undefined> {
  if (!uri.startsWith("file:")) return undefined;
  try {
    return await readFile(fileURLToPath(uri), "utf8");
  } catch {
    return undefined;
  }
}

startServer(createConnection(ProposedFeatures.all), {
  version,
  readme: pathToFileURL(path.join(__dirname, "../../README.md")).href,
  readDataset: async () => readFileSync(file),
  readText,
});
