/** The views in the side bar and the commands that go with them. */
import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { registerInsert } from "./insert";
import { registerInThisNote } from "./inThisNote";
import { registerReviewCitations } from "./reviewCitations";
import { registerRowCommands } from "./rows";
import { registerStrategies } from "./strategies";

/** Registers all of them; what they show they ask the server when they are seen. */
export function registerViews(client: BaseLanguageClient, notes: vscode.DocumentSelector): vscode.Disposable {
  return vscode.Disposable.from(
    registerStrategies(client),
    registerInThisNote(client, notes),
    registerInsert(client),
    registerReviewCitations(client, notes),
    registerRowCommands(client),
  );
}
