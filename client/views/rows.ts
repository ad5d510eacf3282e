/** Rows of the server's trees as the editor shows them, and what can be done with one. */
import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { FIND_USES, OPEN_CARD, type ViewRow } from "../../server/protocol";
import { registerCommand } from "../commands";
import { t } from "../texts";
import { ask } from "./ask";
import { insertText } from "./insert";
import { wordsOf } from "./words";

/** An icon for each kind; the word stands in the description or the group as well. */
const ICONS: Readonly<Record<string, string>> = {
  drug: "beaker",
  "known-drug": "beaker",
  target: "target",
  "known-gene": "target",
  family: "layers",
  "known-family": "layers",
  complex: "symbol-structure",
  process: "milestone",
  pathway: "git-merge",
  strategy: "shield",
  nanoplatform: "package",
  cancer: "pulse",
  challenge: "warning",
  regimen: "list-unordered",
  "known-class": "list-unordered",
};

/** A tree of rows; the views say where they come from. */
export class Rows implements vscode.TreeDataProvider<ViewRow> {
  private readonly changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly parents = new Map<string, ViewRow>();
  private roots: readonly ViewRow[] = [];
  private readonly commandOf: (row: ViewRow) => vscode.Command | undefined;
  private readonly isOpen: (row: ViewRow) => boolean;
  private readonly beside: (row: ViewRow) => { readonly shown: string; readonly spoken: string } | undefined;

  /**
   * @param commandOf what a click on a row does
   * @param isOpen whether a row is shown with the rows below it
   * @param beside what is shown beside a row, where there is room for few words, and what is spoken with it, besides its own words
   */
  constructor(
    commandOf: (row: ViewRow) => vscode.Command | undefined,
    isOpen: (row: ViewRow) => boolean,
    beside: Rows["beside"] = () => undefined,
  ) {
    this.commandOf = commandOf;
    this.isOpen = isOpen;
    this.beside = beside;
  }

  /** Shows other rows. */
  show(roots: readonly ViewRow[]): void {
    this.roots = roots;
    this.parents.clear();
    this.remember(roots);
    this.changed.fire(undefined);
  }

  /** Shows the same rows again, with what is beside them now. */
  refresh(): void {
    this.changed.fire(undefined);
  }

  getChildren(row?: ViewRow): ViewRow[] {
    return [...(row ? (row.rows ?? []) : this.roots)];
  }

  getParent(row: ViewRow): ViewRow | undefined {
    return this.parents.get(row.id);
  }

  getTreeItem(row: ViewRow): vscode.TreeItem {
    const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
    const words = wordsOf(row, t);
    const item = new vscode.TreeItem(words.label, row.rows ? (this.isOpen(row) ? Expanded : Collapsed) : None);
    item.id = `${this.isOpen(row) ? "open" : "shut"} ${row.id}`;
    const beside = this.beside(row);
    const spoken = [words.spoken, beside?.spoken].filter(Boolean).join(", ");
    item.description = [words.description, beside?.shown].filter(Boolean).join(" · ");
    item.tooltip = spoken;
    item.accessibilityInformation = { label: spoken };
    const icon = ICONS[row.kind];
    if (icon) item.iconPath = new vscode.ThemeIcon(icon);
    item.contextValue = [row.kind, row.reference ? "record" : "", row.range ? "placed" : ""].filter(Boolean).join(" ");
    const command = this.commandOf(row);
    if (command) item.command = command;
    return item;
  }

  private remember(rows: readonly ViewRow[], parent?: ViewRow): void {
    for (const row of rows) {
      if (parent) this.parents.set(row.id, parent);
      this.remember(row.rows ?? [], row);
    }
  }
}

/** Opens the card of a row; unlike the command for the name at the cursor it wants no editor. */
export const cardCommand = (row: ViewRow): vscode.Command | undefined =>
  row.reference ? { command: "metastasisNotes.row.openCard", title: vscode.l10n.t("Open Full Card"), arguments: [row] } : undefined;

/** Registers what the rows' context menus do. */
export function registerRowCommands(client: BaseLanguageClient): vscode.Disposable {
  const on = (act: (row: ViewRow) => unknown) => (row: unknown) => (isRow(row) ? act(row) : undefined);
  return vscode.Disposable.from(
    registerCommand(
      "metastasisNotes.row.openCard",
      on(({ reference }) => reference && vscode.commands.executeCommand(OPEN_CARD, reference)),
    ),
    registerCommand(
      "metastasisNotes.row.showNetwork",
      on(({ reference, label }) => reference && vscode.commands.executeCommand("metastasisNotes.showNetwork", reference, label)),
    ),
    registerCommand(
      "metastasisNotes.row.findUses",
      on(({ reference }) => reference && vscode.commands.executeCommand(FIND_USES, reference)),
    ),
    registerCommand(
      "metastasisNotes.row.insertName",
      on(({ label }) => insertText(label)),
    ),
    registerCommand(
      "metastasisNotes.row.copyName",
      on(async ({ label }) => {
        await vscode.env.clipboard.writeText(label);
        vscode.window.setStatusBarMessage(vscode.l10n.t("“{0}” copied", label), 4000);
      }),
    ),
    registerCommand(
      "metastasisNotes.row.insertTable",
      on(async ({ reference, label }) => {
        const table = reference && (await ask<string>(client, { view: "table", reference }));
        if (table) await insertText(table, { asBlock: true });
        else void vscode.window.showInformationMessage(vscode.l10n.t("The dataset has no drugs of {0}.", label));
      }),
    ),
  );
}

const isRow = (row: unknown): row is ViewRow => typeof row === "object" && row !== null && "label" in row && "kind" in row;
