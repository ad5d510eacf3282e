/** The command *Review Citations*: a list of the sentences whose reference seems to be about something else, to go through one by one. */
import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { CitationReview } from "../../server/protocol";
import { showPlace } from "../closedNotebooks";
import { registerCommand } from "../commands";
import { findFiles } from "../findFiles";
import { fileOf, folderOf } from "../noteFile";
import { t } from "../texts";
import { activeDocument, ask } from "./ask";
import { doubtsTitle } from "./words";

/** How many BibTeX files are read, at most, and the greatest size of one, in bytes. */
const MOST_FILES = 20;
const LARGEST = 8_000_000;

type Doubt = CitationReview["doubts"][number];

/** Registers the command. */
export function registerReviewCitations(client: BaseLanguageClient, notes: vscode.DocumentSelector): vscode.Disposable {
  return registerCommand("metastasisNotes.reviewCitations", async () => {
    const document = activeDocument(notes);
    if (!document) return void vscode.window.showInformationMessage(vscode.l10n.t("Open the note whose citations are to be reviewed."));
    const textDocument = { uri: client.code2ProtocolConverter.asUri(document.uri) };
    const bibliographies = await bibliographiesFor(fileOf(document.uri));
    const review = await ask<CitationReview>(client, { view: "reviewCitations", textDocument, bibliographies });
    if (review) await show(client, document.uri, review);
  });
}

async function show(client: BaseLanguageClient, note: vscode.Uri, review: CitationReview): Promise<void> {
  const { doubts, judged, silent, missing } = review;
  const looked = judged === 1 ? vscode.l10n.t("1 citation looked at") : t("{0} citations looked at", judged);
  const notes = [
    silent > 0 ? t("{0} not judged, for their sentence names nothing known", silent) : "",
    missing.length > 0
      ? vscode.l10n.t("no reference found for {0}", missing.slice(0, 5).join(", ") + (missing.length > 5 ? " …" : ""))
      : "",
  ].filter(Boolean);
  if (doubts.length === 0) {
    const result =
      judged > 0
        ? vscode.l10n.t("each shares a concept with its sentence")
        : vscode.l10n.t("a list of references in the note, or a .bib file, is needed");
    // what is not judged has its reference
    const said = judged === 0 && silent > 0 ? "" : `: ${result}`;
    return void vscode.window.showInformationMessage(`${[looked, ...notes].join("; ")}${said}.`);
  }
  const before = vscode.window.activeTextEditor;
  const selection = before?.selection;
  const pick = vscode.window.createQuickPick<vscode.QuickPickItem & { doubt: Doubt }>();
  pick.title = doubtsTitle(doubts.length, judged, t);
  pick.placeholder = notes.join("; ") || vscode.l10n.t("Arrow keys show the sentence, Enter goes there, Escape goes back");
  pick.matchOnDetail = true;
  pick.ignoreFocusOut = true;
  pick.items = doubts.map((doubt) => ({ label: `${doubt.marker} ${doubt.title}`, detail: comparison(doubt), doubt }));
  const { protocol2CodeConverter: converter } = client;
  const reveal = ({ uri, range }: Doubt, preserveFocus: boolean) =>
    showPlace(uri ? converter.asUri(uri) : note, converter.asRange(range), { preserveFocus });
  let taken: Doubt | undefined;
  pick.onDidChangeActive(([item]) => item && reveal(item.doubt, true));
  pick.onDidAccept(() => {
    taken = pick.activeItems[0]?.doubt;
    pick.hide();
  });
  // not before it has gone: as it goes, it gives the keyboard back to what had it
  pick.onDidHide(() => {
    if (taken) void reveal(taken, false);
    else if (before && selection) void showPlace(before.document.uri, selection);
    pick.dispose();
  });
  pick.show();
}

/** What the two are about, before the sentence: titles are long, and a line is cut at its end. */
function comparison({ range, about, titleAbout, sentence }: Doubt): string {
  const [line, ofSentence] = [range.start.line + 1, about.join(", ")];
  return titleAbout.length > 0
    ? vscode.l10n.t("line {0} is about {1}, the title about {2}: {3}", line, ofSentence, titleAbout.join(", "), sentence)
    : vscode.l10n.t("line {0} is about {1}, the title names nothing known: {2}", line, ofSentence, sentence);
}

/** The texts of the BibTeX files of a note's workspace folder, those nearest to the note first. */
async function bibliographiesFor(note: vscode.Uri): Promise<string[]> {
  const folder = folderOf(note);
  if (!folder) return [];
  const files = await findFiles(folder.uri, [".bib"], "**/node_modules/**", MOST_FILES);
  const shared = ({ path }: vscode.Uri) => [...path].findIndex((sign, i) => sign !== note.path[i]);
  files.sort((a, b) => shared(b) - shared(a) || a.path.localeCompare(b.path));
  // one that cannot be read, as a link that leads nowhere, keeps no other from being read
  const texts = await Promise.all(files.map((file) => textOf(file).catch(() => "")));
  return texts.filter(Boolean);
}

async function textOf(file: vscode.Uri): Promise<string> {
  const { size } = await vscode.workspace.fs.stat(file);
  return size > LARGEST ? "" : new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
}
