/** What becomes of notes when the server ends. Desktop only: in the browser the server is a worker, which ends with its page. */
import { execFileSync } from "node:child_process";
import * as vscode from "vscode";
import { openNote, tidy, until, untilFindings } from "./editor";

const TEXT = "Patients were treated with bevacizumb 10 mg/kg.\n";
const FOUND = "warning misspelled-name: bevacizumb";

/** Processes of our server that this extension host has started. */
function servers(): number[] {
  const lines = execFileSync("ps", ["-A", "-o", "pid=,ppid=,args="], { encoding: "utf8" }).split("\n");
  return lines.flatMap((line) => {
    const [, pid, parent, command] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return Number(parent) === process.pid && /dist.server.node\.js/.test(command!) ? [Number(pid)] : [];
  });
}

/** Ends the server as a crash does. @returns its process id */
async function crash(): Promise<number> {
  const [pid] = await until("a server runs", () => (servers().length > 0 ? servers() : undefined));
  process.kill(pid!, "SIGKILL");
  await until("it has ended", () => !servers().includes(pid!));
  return pid!;
}

describe("a server that crashes", () => {
  afterEach(tidy);

  it("is started again with what is open, three times; then by the command", async () => {
    const note = await openNote(TEXT);
    await untilFindings(note, [FOUND]);
    for (let i = 1; i <= 3; i++) {
      await crash();
      await until("another one runs", () => servers().length === 1);
      // what is typed meanwhile is not lost
      const edit = new vscode.WorkspaceEdit();
      edit.insert(note.uri, new vscode.Position(0, 0), "Sunitinb 50 mg daily. ");
      await vscode.workspace.applyEdit(edit);
      await until("the new word is reported", () => vscode.languages.getDiagnostics(note.uri).length === 1 + i);
    }
    await crash();
    await new Promise((resolve) => setTimeout(resolve, 500));
    if (servers().length > 0) throw new Error("a fourth one was started without asking");
    await vscode.commands.executeCommand("metastasisNotes.restart");
    await until("it runs again", () => servers().length === 1);
    await until("it knows the note", () => vscode.languages.getDiagnostics(note.uri).length === 4);
  });
});
