/** The editor's tools for language-model assistants: they ask our server, on this machine, and only read. */
import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { TOOL, type ToolParams, type ToolText } from "../server/protocol";

/** What the editor's API has since 1.95, which is newer than the oldest editor that we run in. */
interface LanguageModelApi {
  readonly lm?: { registerTool?(name: string, tool: object): vscode.Disposable };
  readonly LanguageModelTextPart?: new (text: string) => object;
  readonly LanguageModelToolResult?: new (parts: readonly object[]) => object;
}

/** Tools by their names in package.json, with the server's name for each and what a user is asked and told. */
export const TOOLS = [
  ["metastasisNotes_lookup", "lookup_drug_or_target", (what: string) => vscode.l10n.t("Look up “{0}”", what), "name"],
  ["metastasisNotes_checkText", "check_text", (what: string) => vscode.l10n.t("Check the names in “{0}”", what), "text"],
  ["metastasisNotes_drugsFor", "drugs_for", (what: string) => vscode.l10n.t("List the drugs for “{0}”", what), "name"],
] as const;

/** Registers the tools; where the editor has none, nothing is done. */
export function registerTools(client: BaseLanguageClient): vscode.Disposable {
  const { lm, LanguageModelTextPart: Part, LanguageModelToolResult: Result } = vscode as unknown as LanguageModelApi;
  if (!lm?.registerTool || !Part || !Result) return vscode.Disposable.from();
  const registered = TOOLS.map(([tool, name, saying, key]) =>
    lm.registerTool!(tool, {
      prepareInvocation: ({ input }: { input: Readonly<Record<string, unknown>> }) => {
        const given = String(input?.[key] ?? "");
        const what = given.length > 60 ? `${given.slice(0, 60)}…` : given;
        const title = saying(what);
        const message = vscode.l10n.t("In the Metastasis Notes dataset, which is read on this machine; nothing is sent or changed.");
        return { invocationMessage: title, confirmationMessages: { title, message } };
      },
      invoke: async ({ input }: { input: unknown }, token: vscode.CancellationToken) => {
        const document = vscode.window.activeTextEditor?.document;
        const at = document && { textDocument: { uri: client.code2ProtocolConverter.asUri(document.uri) } };
        const params: ToolParams = { name, input, ...at };
        const { text } = await client.sendRequest<ToolText>(TOOL, params, token);
        return new Result([new Part(text)]);
      },
    }),
  );
  return vscode.Disposable.from(...registered);
}
