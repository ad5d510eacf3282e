/** The place of the cursor, in the form for the server. */
import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { PlaceParams } from "../server/protocol";

/**
 * The place of the cursor in the active editor; nothing if there is none. A plain object: a worker would be sent the fields of the
 * editor's own object, not its line and character.
 */
export function placeAtCursor({ code2ProtocolConverter: protocol }: BaseLanguageClient): PlaceParams | undefined {
  const editor = vscode.window.activeTextEditor;
  return (
    editor && {
      textDocument: { uri: protocol.asUri(editor.document.uri) },
      position: protocol.asPosition(editor.selection.active),
    }
  );
}
