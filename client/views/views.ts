/** The views in the side bar and the commands that go with them. */
import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { registerNetwork } from "../network/panel";
import { registerInsert } from "./insert";
import { registerInThisNote } from "./inThisNote";
import { registerReviewCitations } from "./reviewCitations";
import { registerRowCommands } from "./rows";
import { registerStrategies } from "./strategies";

/**
 * Registers all of them; what they show they ask the server when they are seen.
 * @param extension the extension's folder
 * @param changed says that what was asked may be answered otherwise now
 */
export function registerViews(
  client: BaseLanguageClient,
  notes: vscode.DocumentSelector,
  extension: vscode.Uri,
  changed: vscode.Event<void>,
): vscode.Disposable {
  return vscode.Disposable.from(
    registerStrategies(client, changed),
    registerInThisNote(client, notes, changed),
    registerInsert(client),
    registerReviewCitations(client, notes),
    registerNetwork(client, notes, extension),
    registerRowCommands(client),
  );
}
