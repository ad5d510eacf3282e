/** The server as a process: stdio, IPC or a pipe, as its arguments say. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { version } from "../package.json";
import { startServer } from "./server";

const file = path.join(__dirname, "../data/dataset.bin");

startServer(createConnection(ProposedFeatures.all), { version, readDataset: async () => readFileSync(file) });
