/** Finds files by the ends of their names: by the editor's search or, in a virtual file system that has none, folder by folder. */
import * as vscode from "vscode";

/** How long the editor's search has before folders are read as well, in milliseconds. */
const PATIENCE = 1000;
/** How many folders are read, at most. */
const MOST_FOLDERS = 5000;

/** Schemes whose folders were read to the end while the editor's search said nothing: where nobody searches, it never does. */
const unsearched = new Set<string>();

/**
 * The files in a folder and those below it, as far as the editor's settings exclude none.
 * @param endings what their names end with: ".md"
 * @param exclude a pattern of what is left out besides
 * @param most how many, at most
 */
export async function findFiles(folder: vscode.Uri, endings: readonly string[], exclude?: string, most?: number): Promise<vscode.Uri[]> {
  const { scheme } = folder;
  if (unsearched.has(scheme)) return read(folder, endings, most);
  const end = new vscode.CancellationTokenSource();
  const pattern = new vscode.RelativePattern(folder, `**/*{${endings.join(",")}}`);
  const searched = vscode.workspace.findFiles(pattern, exclude, most, end.token);
  if (scheme === "file") return searched;
  let isSearched = false;
  const search = Promise.resolve(searched).finally(() => {
    isSearched = true;
  });
  const waited = new Promise((resolve) => setTimeout(resolve, PATIENCE));
  const byFolder = waited.then(() => (isSearched ? searched : read(folder, endings, most)));
  const found = await Promise.race([search, byFolder]);
  if (!isSearched) unsearched.add(scheme);
  end.cancel();
  return found;
}

/** Reads folder by folder, without hidden ones, packages and what links lead to. */
async function read(folder: vscode.Uri, endings: readonly string[], most = Number.POSITIVE_INFINITY): Promise<vscode.Uri[]> {
  const found: vscode.Uri[] = [];
  const folders = [folder];
  for (let i = 0; i < folders.length && i < MOST_FOLDERS && found.length < most; i++) {
    const entries = await vscode.workspace.fs.readDirectory(folders[i]!).then(
      (all) => all,
      () => [],
    );
    for (const [name, type] of entries) {
      const uri = vscode.Uri.joinPath(folders[i]!, name);
      if (type === vscode.FileType.Directory && !/^\.|^node_modules$/.test(name)) folders.push(uri);
      else if (type === vscode.FileType.File && endings.some((ending) => name.endsWith(ending))) found.push(uri);
    }
  }
  return found.slice(0, most);
}
