/** The status item: what is loaded, or what is wrong. */
import * as vscode from "vscode";
import { version } from "../package.json";
import type { Status } from "../server/protocol";
import { restart, showLog } from "./commands";
import { t } from "./texts";

export const NAME = "Metastasis Notes";

export class StatusItem implements vscode.Disposable {
  private readonly item: vscode.LanguageStatusItem;

  /** @param notes which documents are notes, beside which it stands */
  constructor(notes: vscode.DocumentSelector) {
    this.item = vscode.languages.createLanguageStatusItem("metastasisNotes.status", notes);
    this.item.name = NAME;
    this.item.text = NAME;
    this.item.busy = true;
    this.item.command = showLog();
  }

  /** Stands beside other documents. */
  follow(notes: vscode.DocumentSelector): void {
    this.item.selector = notes;
  }

  /** Shows what the server has loaded. */
  show({ date, records, problems: [problem] }: Status): void {
    // short: what is wider than the rest of the window is cut off
    const detail = t("dataset of {0}, {1} records", date, records);
    if (problem) this.tell(problem);
    else this.set(vscode.LanguageStatusSeverity.Information, `${NAME} ${version}`, detail);
  }

  /** Shows that there is no server, and offers to start one, since a message that tells why is soon closed. */
  stopped(): void {
    this.set(vscode.LanguageStatusSeverity.Error, vscode.l10n.t("Metastasis Notes: not running"), "", restart());
  }

  private tell(problem: string): void {
    this.set(vscode.LanguageStatusSeverity.Error, vscode.l10n.t("Metastasis Notes: problem"), problem);
  }

  private set(severity: vscode.LanguageStatusSeverity, text: string, detail: string, command = showLog()): void {
    Object.assign(this.item, { busy: false, severity, text, detail, command });
  }

  dispose(): void {
    this.item.dispose();
  }
}
