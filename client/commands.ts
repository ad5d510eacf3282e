/** Commands whose failures are told: the editor itself would show what was thrown, in a dialog and in the library's words. */
import * as vscode from "vscode";
import { messageOf } from "./messageOf";

/** JSON-RPC's codes of requests that a server does not answer since it has ended: before they were sent, or meanwhile. */
const ENDED: ReadonlySet<unknown> = new Set([-32096, -32097]);

/** Whether something failed since the server has ended; the library's words for that tell nobody anything. */
export const isOfEnd = (error: unknown): boolean => ENDED.has((error as { code?: unknown } | undefined)?.code);

/** Registers a command; what goes wrong in it is told in a message; if the server has ended, with what can be done. */
export function registerCommand(command: string, act: (...given: unknown[]) => unknown): vscode.Disposable {
  return vscode.commands.registerCommand(command, async (...given: unknown[]) => {
    try {
      await act(...given);
    } catch (error) {
      void tell(error);
    }
  });
}

async function tell(error: unknown): Promise<void> {
  if (isOfEnd(error)) return offerRestart(vscode.l10n.t("Metastasis Notes: the server is not running."));
  void vscode.window.showErrorMessage(vscode.l10n.t("Metastasis Notes: {0}", messageOf(error)));
}

export const showLog = (): vscode.Command => ({ title: vscode.l10n.t("Show Log"), command: "metastasisNotes.showLog" });
export const restart = (): vscode.Command => ({ title: vscode.l10n.t("Restart"), command: "metastasisNotes.restart" });

/** Tells why there is no server, and offers to start one or to show the log. */
export async function offerRestart(problem: string): Promise<void> {
  const choices = [restart(), showLog()];
  const chosen = await vscode.window.showErrorMessage(problem, ...choices.map(({ title }) => title));
  const command = choices.find(({ title }) => title === chosen)?.command;
  if (command) await vscode.commands.executeCommand(command);
}

/** Says something that the manifest makes conditions of. @param name without our prefix */
export const setContext = (name: string, value: unknown): void =>
  void vscode.commands.executeCommand("setContext", `metastasisNotes.${name}`, value);
