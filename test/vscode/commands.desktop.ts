/** Each command that the palette has, wherever somebody may be; where tests and extension have one `vscode` in common. */
import * as vscode from "vscode";
import { contributes } from "../../package.json";
import { equal, openNote, openUntitled, tidy, undoLater, until } from "./editor";
import { memory } from "./memory";

const NOTE = "Then cilengitide was given.\n";
/** What asks or tells, which a test neither sees nor answers. */
const ASKING = ["showQuickPick", "showInputBox", "showSaveDialog", "showWorkspaceFolderPick"] as const;
const TELLING = ["showErrorMessage", "showWarningMessage", "showInformationMessage"] as const;
/** Those that act without a word, or end the server. */
const SILENT = /restart|clearFilter|\.row\./;

/** Where somebody may be. */
const PLACES: Readonly<Record<string, () => Promise<unknown>>> = {
  "no editor": async () => undefined,
  "a file that is no note": () => shown({ language: "json", content: "{}" }),
  "a note without a file": () => openUntitled(NOTE),
  "an empty note": () => openNote(""),
  "a note that can only be read": () => shown(memory({ "/lab/note.md": NOTE }, { isReadonly: true })("/lab/note.md")),
  "a document that the editor makes": () => {
    const provider = vscode.workspace.registerTextDocumentContentProvider("older", { provideTextDocumentContent: () => NOTE });
    undoLater(() => provider.dispose());
    return shown(vscode.Uri.parse("older:/note.md"));
  },
  "a full card": async () => {
    await vscode.commands.executeCommand("metastasisNotes.openCard", "drug:cilengitide");
    await until("the card is shown", () => vscode.window.tabGroups.activeTabGroup.activeTab?.input instanceof vscode.TabInputCustom);
  },
};

async function shown(what: vscode.Uri | { language: string; content: string }): Promise<void> {
  const document = await (what instanceof vscode.Uri ? vscode.workspace.openTextDocument(what) : vscode.workspace.openTextDocument(what));
  await vscode.window.showTextDocument(document);
}

const tabs = () => JSON.stringify(vscode.window.tabGroups.all.map((group) => group.tabs.map(({ label }) => label)));

/** What a command asks, tells and opens. */
async function outcome(command: string): Promise<string[]> {
  const said: string[] = [];
  const kept = Object.fromEntries([...ASKING, ...TELLING].map((name) => [name, vscode.window[name]]));
  const noted = (name: string) => async (what?: unknown) => void said.push(`${name} ${typeof what === "string" ? what : ""}`);
  Object.assign(vscode.window, Object.fromEntries(Object.keys(kept).map((name) => [name, noted(name)])));
  const before = tabs();
  try {
    await vscode.commands.executeCommand(command);
  } catch (error) {
    said.push(`throws ${error}`);
  } finally {
    Object.assign(vscode.window, kept);
  }
  return tabs() === before ? said : [...said, "opens a tab"];
}

/** The tests. */
export function testCommands(): void {
  describe("each command", () => {
    afterEach(tidy);

    for (const [place, go] of Object.entries(PLACES))
      it(`neither fails nor keeps silent in ${place}`, async () => {
        await go();
        for (const { command } of contributes.commands) {
          if (SILENT.test(command) || command.endsWith("showLog")) continue;
          const [first = "nothing", ...others] = await outcome(command);
          if (/^(?:throws|showErrorMessage|nothing)/.test(first) || others.length > 0)
            throw new Error(`${command}: ${[first, ...others].join("; ")}`);
          if (first !== "opens a tab") continue;
          await tidy();
          await go();
        }
      }).timeout(120_000);

    it("that inserts says at once that no note is open, before it asks what", async () => {
      equal(await outcome("metastasisNotes.insertDrugTable"), ["showInformationMessage Open the note into which it is to be inserted."]);
    });

    it("that draws a network offers that of the note beside a card", async () => {
      await openNote(NOTE);
      await PLACES["a full card"]!();
      const { showQuickPick } = vscode.window;
      let offered: string[] = [];
      Object.assign(vscode.window, {
        showQuickPick: async (items: readonly vscode.QuickPickItem[]) => {
          offered = items.map(({ label }) => label);
        },
      });
      await vscode.commands.executeCommand("metastasisNotes.showNetwork");
      Object.assign(vscode.window, { showQuickPick });
      equal(offered[0], "This note", "what is offered first");
    });
  });
}
