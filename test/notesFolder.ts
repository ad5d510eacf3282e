/** A server on a folder of its own with notes, as editors open it. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { ClientCapabilities, Location } from "vscode-languageserver";
import { FIND_USES, type InitializationOptions, OPEN_CARD } from "../server/protocol";
import { type Answers, open, rangeOf, type ServerProcess, startProcess, textIn } from "./client";
import { temporaryFolder, writeFiles } from "./temporary";

export const ABLE: ClientCapabilities = {
  window: { workDoneProgress: true },
  workspace: {
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} },
  },
  textDocument: {
    definition: { linkSupport: true },
    rename: { prepareSupport: true },
    documentSymbol: { dynamicRegistration: true, hierarchicalDocumentSymbolSupport: true },
    codeLens: { dynamicRegistration: true },
  },
};

export const FILES: Readonly<Record<string, string>> = {
  "arms.md": "# Arms\n\n😀 **Keytruda** against PD-1, MK-3475 before.\n",
  "sub/plan.md": "Pembrolizumab first.\n\n> Keytruda helps\n",
  "other.qmd": "pembrolizumab again\n",
  ".gitignore": "drafts/\n",
  "drafts/old.md": "Keytruda\n",
  "node_modules/x/README.md": "Keytruda\n",
  "table.csv": "Keytruda\n",
};

/** A server on a folder of its own with these notes. */
export async function serve(
  capabilities: ClientCapabilities,
  files = FILES,
  settings: object = {},
  {
    folder = temporaryFolder({}, "notes (1) "),
    slash = "",
    ...options
  }: { folder?: string; slash?: string } & Pick<InitializationOptions, "storageUri"> & { texts?: object } = {},
  more: Answers = {},
) {
  writeFiles(folder, files);
  const answers: Answers = { "workspace/configuration": () => [settings], ...more };
  const server = startProcess(answers);
  const uri = pathToFileURL(folder).href;
  const params = { processId: null, rootUri: null, workspaceFolders: [{ uri: uri + slash, name: "notes" }], capabilities };
  await server.request("initialize", { ...params, initializationOptions: { ...options, commands: [OPEN_CARD, FIND_USES] } });
  server.notify("initialized", {});
  const uriOf = (name: string) => pathToFileURL(path.join(folder, name)).href;
  return {
    server,
    folder,
    uriOf,
    file: (name: string) => path.join(folder, name),
    /** Opens one of the notes. */
    note: (name: string, text = files[name]!) => open(server, uriOf(name), text),
    /** "arms.md: Keytruda" for each place. */
    shown: (places: readonly Location[], texts: Readonly<Record<string, string>> = {}) =>
      places.map(({ uri: at, range }) => {
        const name = path.relative(folder, fileURLToPath(at)).split(path.sep).join("/");
        return `${name}: ${textIn(texts[name] ?? readFileSync(fileURLToPath(at), "utf8"), range)}`;
      }),
  };
}

export const at = (note: { textDocument: { uri: string } }, text: string, word: string) => ({ ...note, position: rangeOf(text, word).end });
export const referencesOf = (server: ServerProcess, place: object): Promise<Location[] | null> =>
  server.request("textDocument/references", { ...place, context: { includeDeclaration: true } });
