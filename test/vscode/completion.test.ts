/** The list of names as a person meets it who types in the editor; run in the desktop and in the web extension host. */
import * as vscode from "vscode";
import { change, changeEditor, equal, matches, offer, offerAs, openNote, rangeOf, tidy, until } from "./editor";

/** What people write between names. */
const ORDINARY = [
  "In vitro, half of the cells met their end within a day. However, co-treated ones grew on; see Table 2.",
  "Anna reads the slides blind, and whoever has the key to the cold room fetches the plates before noon.",
  "Why do some patients relapse after ten quiet years? Perhaps a few cells sleep in the marrow.",
];

describe("the list of names", () => {
  afterEach(tidy);

  it("completes pembr to pembrolizumab", async () => {
    const note = await openNote("Second line: pembr\n");
    const offered = await until("names are offered", async () => {
      const items = await completions(note, rangeOf(note, "pembr").end);
      return items.length > 0 && items;
    });
    equal(offered[0], "pembrolizumab", "the first name offered");
  });

  it("opens the list by itself where a name is typed, and in no ordinary word's way", async function () {
    this.timeout(120_000); // key by key
    const note = await openNote("");
    const opened = offer(() => []);
    for (const paragraph of ORDINARY) await typeKeys(note, `${paragraph}\n\n`);
    equal(opened, [], "where the list opened");
    await typeKeys(note, "Then pemb");
    await until("the list opens", () => opened.length > 0);
    equal(opened[0], "pemb", "what was typed when it opened");
    // nothing is selected in it: the key that accepts finds nothing, so Enter stays a new line
    await vscode.commands.executeCommand("acceptSelectedSuggestion");
    equal(note.lineAt(note.lineCount - 1).text, "Then pemb", "the line");
  });

  it("keeps names out of the lists that the editor opens at every word, where it does", async function () {
    this.timeout(120_000);
    const note = await openNote("");
    // another's item keeps the list open
    const asked = offer((word) => [{ label: `${word}-other`, sortText: "~" }]);
    const take = async (typed: string): Promise<string> => {
      await typeKeys(note, ` ${typed}`);
      await until("the editor asks", () => asked.some((word) => word !== "" && typed.startsWith(word)));
      await acceptFirst();
      return note.getText().split(" ").pop()!;
    };
    await changeEditor("quickSuggestions", { other: "on", comments: "off", strings: "off" });
    matches(await take("the"), /^the$|-other$/);
    await until("a name is offered", async () => (await take("pembr")) === "pembrolizumab");
  });

  it("keeps names out where another's list comes late and the editor asks everybody at the next word", async () => {
    const note = await openNote("");
    let [asked, answer] = [false, () => {}];
    offerAs((_document, _position, _token, { triggerKind }) => {
      asked = true;
      return triggerKind === vscode.CompletionTriggerKind.TriggerCharacter
        ? new Promise((resolve) => {
            answer = () => resolve([]);
          })
        : [];
    }, ".");
    // the editor's own words, of all that is open, are no names of ours
    await changeEditor("wordBasedSuggestions", "off");
    await vscode.commands.executeCommand("type", { text: "They left" });
    await vscode.commands.executeCommand("type", { text: "." });
    await until("the other is asked", () => asked);
    asked = false;
    for (const text of " The v") await vscode.commands.executeCommand("type", { text });
    // while somebody types on
    answer();
    await vscode.commands.executeCommand("type", { text: "i" });
    await until("the editor asks again", () => asked);
    for (let turn = 0; turn < 2; turn++)
      await vscode.commands.executeCommand("vscode.executeHoverProvider", note.uri, new vscode.Position(0, 1));
    await acceptFirst();
    equal(note.getText(), "They left. The vi", "the note");
  });

  it("opens the list again for what is written in place of a word that was taken back", async function () {
    this.timeout(60_000);
    const note = await openNote("");
    const opened = offer(() => []);
    await typeKeys(note, "Then pemb");
    await until("the list opens", () => opened.length > 0);
    for (const _ of "pemb") await vscode.commands.executeCommand("deleteLeft");
    opened.length = 0;
    await typeKeys(note, "cilen");
    await until("the list opens again", () => opened.length > 0);
    equal(opened[0], "cilen".slice(0, opened[0]?.length), "what was typed when it opened");
  });

  it("does not go on into the next word with a list that is open", async function () {
    this.timeout(60_000);
    const note = await openNote("");
    const asked = offer(() => []);
    await typeKeys(note, "We know HIF-1");
    await until("the list opens", () => asked.length > 0);
    await typeKeys(note, "a fell");
    await acceptFirst();
    equal(note.getText(), "We know HIF-1a fell", "the note");
  });

  it("asks for names anew at a letter behind a hyphen: of those for TNF none was left, and snippets were offered alone", async function () {
    this.timeout(60_000);
    const note = await openNote("");
    const asked = offer(() => []);
    await typeKeys(note, "Levels of TNF");
    await until("the list opens", () => asked.length > 0);
    await typeKeys(note, "-a");
    await until("the word's first name is TNF-α", async () => {
      await acceptFirst();
      return note.getText() === "Levels of TNF-α";
    });
  });

  it("leaves a list open behind a hyphen that was asked for where none opens by itself", async function () {
    this.timeout(60_000);
    await change("completion.automatic", false);
    const note = await openNote("");
    const asked = offer(() => []);
    await typeKeys(note, "Loss of VE");
    await vscode.commands.executeCommand("editor.action.triggerSuggest");
    await until("the list opens", () => asked.length > 0);
    await typeKeys(note, "-c");
    await until("its first name is VE-cadherin", async () => {
      await acceptFirst();
      return note.getText() === "Loss of VE-cadherin";
    });
  });

  it("offers the right name first", async () => {
    const note = await openNote("");
    for (const [typed, first] of [
      ["pembr", "pembrolizumab"],
      ["Keytr", "Keytruda"],
      ["LY2157", "LY2157299"],
      ["avb3", "avb3"],
      ["her2", "HER2"],
      ["MMP", "MMP9"],
      ["pd-l1", "PD-L1"],
      ["e-cad", "E-cadherin"],
    ] as const) {
      const edit = new vscode.WorkspaceEdit();
      edit.replace(note.uri, note.lineAt(0).range, `Given ${typed}`);
      await vscode.workspace.applyEdit(edit);
      const offered = await until("names are offered", async () => {
        const items = await completions(note, note.lineAt(0).range.end, typed);
        return items.length > 0 && items;
      });
      equal(offered[0], first, `the first name offered for ${typed}`);
    }
  });
});

async function acceptFirst(): Promise<void> {
  await vscode.commands.executeCommand("selectFirstSuggestion");
  await vscode.commands.executeCommand("acceptSelectedSuggestion");
}

/** Types key by key at the note's end; each key waits for the server's answer to the one before. */
async function typeKeys(note: vscode.TextDocument, text: string): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document !== note) throw new Error("the note is not the one that is typed into");
  const end = note.lineAt(note.lineCount - 1).range.end;
  editor.selection = new vscode.Selection(end, end);
  for (const key of text) {
    await vscode.commands.executeCommand("type", { text: key });
    // requests are answered in turn: what comes after the client's own question has been answered behind it
    for (let turn = 0; turn < 2; turn++)
      await vscode.commands.executeCommand("vscode.executeHoverProvider", note.uri, editor.selection.active);
  }
}

/** The names offered for the half word before a position, best first. */
async function completions(note: vscode.TextDocument, position: vscode.Position, piece?: string): Promise<string[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>("vscode.executeCompletionItemProvider", note.uri, position);
  const typed = (piece ?? note.getText(note.getWordRangeAtPosition(position))).toLowerCase();
  return list.items
    .filter((item) => (item.filterText ?? labelOf(item)).toLowerCase().startsWith(typed))
    .sort((a, b) => ((a.sortText ?? labelOf(a)) < (b.sortText ?? labelOf(b)) ? -1 : 1))
    .map(labelOf);
}

const labelOf = ({ label }: vscode.CompletionItem): string => (typeof label === "string" ? label : label.label);
