/** Keeps a word from being reported while it is being typed: the beginnings of a name are no names, and some are near others. */
import * as vscode from "vscode";
import type { vsdiag } from "vscode-languageclient";

/** How long after the last key in it such a word is reported, in milliseconds. */
const QUIET = 2000;

type Report = vsdiag.DocumentDiagnosticReport | null | undefined;
type Renewing = {
  getProvider(document: vscode.TextDocument): { readonly onDidChangeDiagnosticsEmitter: vscode.EventEmitter<void> } | undefined;
};

export class HalfTyped implements vscode.Disposable {
  /** The last edit: the place behind what was typed. */
  private typed: { readonly document: vscode.TextDocument; readonly end: vscode.Position; readonly at: number } | undefined;
  /** Notes of which a finding is kept back, each with the timer for it. */
  private readonly kept = new Map<vscode.TextDocument, ReturnType<typeof setTimeout>>();
  private readonly renewing: () => Renewing;
  private readonly watch: vscode.Disposable;

  /** @param renewing what has the editor ask for findings again */
  constructor(renewing: () => Renewing) {
    this.renewing = renewing;
    this.watch = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges: [change] }) => {
      if (!change) return;
      this.typed = { document, end: document.positionAt(change.rangeOffset + change.text.length), at: Date.now() };
    });
  }

  /**
   * The findings of a note, without that on the word that was typed a moment ago: it comes when the next one is typed, or nobody types.
   * @param previous the id of the report that the editor has
   * @param next asks the server
   */
  async provide(
    document: vscode.TextDocument | vscode.Uri,
    previous: string | undefined,
    next: (previous: string | undefined) => vscode.ProviderResult<vsdiag.DocumentDiagnosticReport>,
  ): Promise<Report> {
    if (document instanceof vscode.Uri) return next(previous);
    // the report that the editor has may be no whole one
    const report = await next(this.kept.has(document) ? undefined : previous);
    if (!report || !("items" in report)) return report;
    clearTimeout(this.kept.get(document));
    this.kept.delete(document);
    const { typed } = this;
    const left = typed?.document === document ? typed.at + QUIET - Date.now() : 0;
    const items = report.items.filter((found) => left <= 0 || !found.range.end.isEqual(typed!.end));
    const again = () => this.renewing().getProvider(document)?.onDidChangeDiagnosticsEmitter.fire();
    if (items.length < report.items.length) this.kept.set(document, setTimeout(again, left));
    return { ...report, items };
  }

  dispose(): void {
    for (const timer of this.kept.values()) clearTimeout(timer);
    this.watch.dispose();
  }
}
