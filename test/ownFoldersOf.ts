/** Folders with names and words of their own, over files in memory. */
import type { Dataset } from "../server/dataset/dataset";
import type { Unread } from "../server/files";
import { OwnFolders } from "../server/ownFolders";
import { DEFAULTS, type Settings } from "../server/settings";
import { type Problem, Workspace } from "../server/workspace/workspace";
import { example } from "./example";

/** Folders over a few files; may be changed while they live. */
export function foldersOf(
  files: Record<string, string | Uint8Array | Unread>,
  workspaces: readonly string[] = [],
  datasets: readonly string[] = [],
  bundled: Dataset = example,
) {
  const asked: string[] = [];
  const problems = new Map<string, readonly Problem[]>();
  const warnings: string[] = [];
  let changed = (): void => undefined;
  let isSlow = false;
  const folders = new OwnFolders(workspaces, {
    list: async (uri) => {
      asked.push(uri);
      if (isSlow) await new Promise(() => undefined);
      const unread = files[uri];
      if (unread && typeof unread === "object" && "problem" in unread) return unread;
      const names = Object.keys(files)
        .filter((file) => file.startsWith(`${uri}/`))
        .map((file) => file.slice(uri.length + 1));
      return names.length > 0 ? names : undefined;
    },
    read: async (uri) => {
      const file = files[uri];
      return typeof file === "string" ? new TextEncoder().encode(file) : file;
    },
    load: async () => ({ Workspace }),
    bundled: async () => bundled,
    report: (uri, found) => problems.set(uri, found),
    warn: (message) => warnings.push(message),
    changed: () => changed(),
  });
  /** Waits until what is there now is read. */
  const readAnew = () =>
    new Promise<void>((resolve) => {
      changed = resolve;
      folders.changed(true);
    });
  const settings: Settings = { ...DEFAULTS, acceptedWords: new Set(["mine"]) };
  const wordsFor = async (uri: string) => [...(await folders.settingsFor(uri, settings)).acceptedWords];
  const lookUp = async (uri: string, word: string) => {
    const data = (await folders.datasetFor(uri, { ...DEFAULTS, datasets }))!;
    return data.lexicon
      .lookUp(word)
      .map((name) => data.record(data.lexicon.entity(name))?.summary ?? data.preferredName(data.lexicon.entity(name)));
  };
  const problemsOf = (uri: string) =>
    (problems.get(uri) ?? []).map(({ line, from, to, message }) => `${line + 1}:${from + 1}-${to + 1} ${message}`);
  /** From now on no folder answers. */
  const slowDown = () => {
    isSlow = true;
  };
  return { folders, slowDown, files, asked, warnings, wordsFor, lookUp, problemsOf, readAnew };
}
