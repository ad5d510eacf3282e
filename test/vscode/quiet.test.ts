/** Where the extension keeps quiet, through VS Code's own API; run in the desktop and in the web extension host. */
import * as vscode from "vscode";
import { equal, hover, offer, openNote, tidy, undoLater, until, untilFindings } from "./editor";

const TEXT = "Patients were treated with bevacizumb 10 mg/kg, then nivolumab.\n";

/** Waits for a card on a word of a document: what was asked before it is answered by then. */
const untilCard = (note: vscode.TextDocument, word: string) => until(`there is a card on ${word}`, () => hover(note, word));

describe("the extension keeps quiet", () => {
  afterEach(tidy);

  it("on what can only be looked at, as the older side of a comparison: it has cards and no findings", async () => {
    const older = vscode.workspace.registerTextDocumentContentProvider("older", { provideTextDocumentContent: () => TEXT });
    undoLater(() => older.dispose());
    const note = await openNote(TEXT);
    const before = vscode.Uri.from({ scheme: "older", path: note.uri.path });
    await vscode.commands.executeCommand("vscode.diff", before, note.uri);
    await untilFindings(note, ["warning misspelled-name: bevacizumb"]);
    const shown = await until("it is shown", () => vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === "older"));
    await untilCard(shown, "nivolumab");
    equal(vscode.languages.getDiagnostics(before).length, 0, "the count of its findings");
  });

  it("where a letter comes back by undoing: no list opens", async () => {
    const note = await openNote("Then nivolumab and pemb");
    const opened = offer(() => []);
    await untilCard(note, "nivolumab");
    const { end } = note.lineAt(0).range;
    vscode.window.activeTextEditor!.selection = new vscode.Selection(end, end);
    await vscode.commands.executeCommand("deleteLeft");
    await vscode.commands.executeCommand("undo");
    equal(note.getText(), "Then nivolumab and pemb", "the note");
    for (let turn = 0; turn < 3; turn++) await untilCard(note, "nivolumab");
    equal(opened, [], "where the list opened");
  });
});
