/** What the view *Strategies* shows; where tests and extension have one `vscode` in common. To be loaded before the extension starts. */
import * as vscode from "vscode";
import type { ViewRow } from "../../server/protocol";
import { home, matches, openNote, removeLater, tidy, until, writeOwn } from "./editor";

type Provider = vscode.TreeDataProvider<ViewRow>;
let shown: Provider | undefined;
const { createTreeView } = vscode.window;
Object.assign(vscode.window, {
  createTreeView(id: string, options: vscode.TreeViewOptions<ViewRow>) {
    if (id === "metastasisNotes.strategies") shown = options.treeDataProvider;
    return createTreeView(id, options);
  },
});

/** A record's row in the view; nothing where it has none. */
async function itemOf(reference: string, rows?: readonly ViewRow[] | null): Promise<vscode.TreeItem | undefined> {
  for (const row of rows ?? (await shown?.getChildren()) ?? []) {
    if (row.reference === reference) return shown!.getTreeItem(row);
    const below = row.rows && (await itemOf(reference, row.rows));
    if (below) return below;
  }
  return undefined;
}

/** The tests, which may come later. */
export function testStrategies(): void {
  describe("the view Strategies", () => {
    afterEach(tidy);

    it("counts anew what the notes name when names of one's own come", async () => {
      await openNote("Given cilengitide.\n");
      removeLater(vscode.Uri.joinPath(home(), "ours.md"));
      await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(home(), "ours.md"), new TextEncoder().encode("Given ourgitide.\n"));
      await vscode.commands.executeCommand("metastasisNotes.strategies.focus");
      const uses = async () => Number(/(\d+) uses?/.exec(String((await itemOf("drug:cilengitide"))?.description))?.[1] ?? 0);
      const before = await until("the uses are counted", uses);
      await writeOwn("names.tsv", "name\tkind\tpreferred\nourgitide\tdrug\tcilengitide\n");
      await until("the new name is counted", async () => (await uses()) > before);
      const { description, accessibilityInformation } = (await itemOf("drug:cilengitide"))!;
      // in how many notes is said where there is room for it
      matches(String(description), /^discontinued · \d+ uses$/);
      matches(accessibilityInformation!.label, /, \d+ uses in \d+ notes$/);
    });
  });
}
