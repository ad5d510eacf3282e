/** Starts the server as a process: `process.ts` is loaded while the dataset's head is read. */
import path from "node:path";
import { loadBundle } from "./bytecode";
// runs first, so that reading begins at once
import { datasetFile } from "./datasetFile";
import { compileQuickly, saveMemory } from "./engine";
import type * as Process from "./process";

(loadBundle(path.join(__dirname, "process.js")) as typeof Process).serve(datasetFile);
// not before: Node's own modules have bytecode made under its usual flags
compileQuickly();
saveMemory();
