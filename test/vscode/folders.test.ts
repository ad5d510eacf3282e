/** Folders that are open side by side, each with settings of its own. */
import * as vscode from "vscode";
import { exists } from "../../client/noteFile";
import { colours, equal, openNote, rangeOf, removeLater, tidy, undoLater, until, untilFindings } from "./editor";
import { memory } from "./memory";

const TEXT = "Patients were treated with bevacizumb 10 mg/kg and foltinib 5 mg; EGFR.\n";

/** Changes a setting of the second folder until `tidy()`. */
async function changeBeside(folder: vscode.WorkspaceFolder, name: string, value: unknown): Promise<void> {
  const set = (to: unknown) =>
    vscode.workspace.getConfiguration("metastasisNotes", folder).update(name, to, vscode.ConfigurationTarget.WorkspaceFolder);
  undoLater(() => set(undefined));
  await set(value);
}

describe("folders side by side", () => {
  afterEach(tidy);

  it("have settings of their own, which are not the other's", async () => {
    const [, beside] = vscode.workspace.workspaceFolders!;
    await vscode.workspace.getConfiguration("metastasisNotes").update("acceptedWords", ["foltinib"], vscode.ConfigurationTarget.Workspace);
    undoLater(() =>
      vscode.workspace.getConfiguration("metastasisNotes").update("acceptedWords", undefined, vscode.ConfigurationTarget.Workspace),
    );
    const here = await openNote(TEXT);
    await untilFindings(here, ["warning misspelled-name: bevacizumb"]);
    const there = await openNote(TEXT, `../${beside!.name}`);
    removeLater(there.uri);
    await untilFindings(there, ["warning misspelled-name: bevacizumb"]);
    await changeBeside(beside!, "rules.misspelled-name", "error");
    await untilFindings(there, ["error misspelled-name: bevacizumb"]);
    // the words of a folder are joined with those of the workspace
    await changeBeside(beside!, "acceptedWords", ["bevacizumb"]);
    await untilFindings(there, []);
    await changeBeside(beside!, "semanticColours", false);
    await until("the colours are gone", async () => (await colours(there)).length === 0);
    equal(await colours(here), ["target: EGFR"], "the colours of the other folder");
    await untilFindings(here, ["warning misspelled-name: bevacizumb"]);
  });

  it("are asked for which one of them gets names of its own where no note says so", async () => {
    const [here, beside] = vscode.workspace.workspaceFolders!.map(({ uri }) => vscode.Uri.joinPath(uri, ".metastasis-notes"));
    removeLater(here!);
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    const done = vscode.commands.executeCommand("metastasisNotes.newDataset");
    await until("the table of the folder that was chosen is shown", async () => {
      await vscode.commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
      return vscode.window.activeTextEditor?.document.uri.path === `${here!.path}/names.tsv`;
    });
    await done;
    equal(await exists(beside!), false, "whether the other folder has some");
  });

  it("may lie in a virtual file system that nobody searches, and all notes are found then as well", async () => {
    const at = memory({ "/lab/bone/note.md": "Then cilengitide.\n" });
    const { length } = vscode.workspace.workspaceFolders!;
    vscode.workspace.updateWorkspaceFolders(length, 0, { uri: at("/lab") });
    undoLater(() => vscode.workspace.updateWorkspaceFolders(length, 1));
    await until("the folder is open", () => vscode.workspace.workspaceFolders!.length > length);
    const note = await openNote("Given cilengitide.\n");
    await until("both are found", async () => {
      const places = await vscode.commands.executeCommand<vscode.Location[]>(
        "vscode.executeReferenceProvider",
        note.uri,
        rangeOf(note, "cilengitide").end,
      );
      return [note.uri, at("/lab/bone/note.md")].every((wanted) => places.some(({ uri }) => uri.toString() === wanted.toString()));
    });
  });
});
