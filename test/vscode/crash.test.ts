/** What becomes of notes when the server ends: a process that is killed, in the web a worker that throws. */
import * as vscode from "vscode";
import { matches, openNote, tidy, until, untilFindings } from "./editor";

const TEXT = "Patients were treated with bevacizumb 10 mg/kg.\n";
const FOUND = "warning misspelled-name: bevacizumb";

/** How a server is ended in an extension host. */
export interface Host {
  /** How many servers of ours run. */
  running(): number;
  /** Ends the server as a crash does; resolves once it has ended. */
  crash(): Promise<void>;
  /** Has the server answer nobody any more; where that can be done. */
  hang?(): Promise<void>;
  /** Whether tests and extension have one `vscode` in common, so that a message can be answered for the user. */
  readonly answers: boolean;
}

/** Waits for the next error message, and chooses what is on a button of it. @returns what the message says */
function choosing(button: string): Promise<string> {
  const { showErrorMessage } = vscode.window;
  return new Promise((resolve) => {
    Object.assign(vscode.window, {
      showErrorMessage: async (message: string) => {
        Object.assign(vscode.window, { showErrorMessage });
        resolve(message);
        return button;
      },
    });
  });
}

/** The tests; in the web what starts workers must be held before the extension starts one. */
export function testCrashes(host: Host): void {
  describe("a server that crashes", () => {
    afterEach(tidy);

    it("is started again with what is open, three times; then the user is asked", async () => {
      const note = await openNote(TEXT);
      await untilFindings(note, [FOUND]);
      const count = () => vscode.languages.getDiagnostics(note.uri).length;
      for (let i = 1; i <= 3; i++) {
        await host.crash();
        await until("another one runs", () => host.running() === 1);
        // what is typed meanwhile is not lost
        const edit = new vscode.WorkspaceEdit();
        edit.insert(note.uri, new vscode.Position(0, 0), "Sunitinb 50 mg daily. ");
        await vscode.workspace.applyEdit(edit);
        await until("the new word is reported", () => count() === 1 + i);
      }
      const asked = host.answers ? choosing("Later") : undefined;
      await host.crash();
      if (asked) {
        matches(await asked, /ended again and again/);
        const told = choosing("Restart");
        // which does not fail in the editor's own dialog, in the library's words
        await vscode.commands.executeCommand("metastasisNotes.copyCard");
        matches(await told, /the server is not running/);
      } else {
        await until("findings are taken back", () => count() === 0);
        // the message's button, as a key presses it
        await until("the button starts another one", async () => {
          await vscode.commands.executeCommand("notification.acceptPrimaryAction");
          return host.running() === 1;
        });
      }
      await until("it runs again", () => host.running() === 1);
      await until("it knows the note", () => count() === 4);
      await vscode.commands.executeCommand("metastasisNotes.restart");
      await until("it runs when it is asked to start anew", () => host.running() === 1 && count() === 4);
    });

    it("is started anew when the user asks for it, however often at once and though it hangs", async () => {
      const note = await openNote(TEXT);
      await untilFindings(note, [FOUND]);
      // an old one that ends later must not be taken for the new one, which then would be left behind
      for (const [turn, word] of ["Sunitinb", "Sorafenb"].entries()) {
        await host.hang?.();
        await Promise.all([1, 2].map(() => vscode.commands.executeCommand("metastasisNotes.restart")));
        const edit = new vscode.WorkspaceEdit();
        edit.insert(note.uri, new vscode.Position(0, 0), `${word} 50 mg daily. `);
        await vscode.workspace.applyEdit(edit);
        await until("the new word is reported", () => vscode.languages.getDiagnostics(note.uri).length === turn + 2);
        await until("the old one is gone", () => host.running() === 1);
      }
    });
  });
}
