/** The view *Strategies*: what is done against each step of metastasis. */
import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { COUNTS, type ViewRow } from "../../server/protocol";
import { setContext } from "../commands";
import { t } from "../texts";
import { ask } from "./ask";
import { cardCommand, Rows } from "./rows";
import { usesIn, usesOf } from "./words";

/** A filtered row with more rows than this is shown shut. */
const SHOWN_WHOLE = 30;
/** So long nothing is said of a tree that is not there yet, in milliseconds: the keyboard's place would go with the words. */
const SOON = 3000;

/**
 * Registers the view and its filter.
 * @param client the client, which may still be starting
 * @param changed says that what was asked may be answered otherwise now
 */
export function registerStrategies(client: BaseLanguageClient, changed: vscode.Event<void>): vscode.Disposable {
  let filter = "";
  let asked = 0;
  let counted = 0;
  /** Whether what is shown is what the server says. */
  let isCurrent = false;
  /** How often the notes name each record, and how many notes do. */
  let counts: Readonly<Record<string, readonly [uses: number, notes: number]>> = {};
  // a click on what has a card opens it; what is filtered is shown whole, down to what answers
  const rows = new Rows(
    (row) => (row.rows ? undefined : cardCommand(row)),
    (row) => filter !== "" && (row.rows?.length ?? 0) <= SHOWN_WHOLE,
    ({ reference }) => {
      const [uses, notes] = counts[reference ?? ""] ?? [0, 0];
      return uses === 0 ? undefined : { shown: usesOf(uses, t), spoken: usesIn(uses, notes, t) };
    },
  );
  const view = vscode.window.createTreeView("metastasisNotes.strategies", { treeDataProvider: rows, showCollapseAll: true });

  async function load(): Promise<void> {
    const turn = ++asked;
    const tell = (isLate: boolean) => turn === asked && setContext("strategies.isLate", isLate);
    const timer = setTimeout(tell, SOON, true);
    const found = await ask<ViewRow[]>(client, { view: "strategies", filter }).catch(() => undefined);
    // a server that does not answer is asked again when it can be
    if (turn !== asked || !found) return;
    clearTimeout(timer);
    tell(false);
    isCurrent = true;
    rows.show(found);
    view.description = filter;
    setContext("strategies.isFiltered", filter !== "");
  }

  /** Counts come later than the tree: all notes are read for them. */
  async function count(): Promise<void> {
    const turn = ++counted;
    const found = await client.sendRequest<typeof counts>(COUNTS).catch(() => counts);
    if (turn !== counted) return;
    counts = found;
    rows.refresh();
  }

  async function setFilter(text: string): Promise<void> {
    filter = text.trim();
    await load();
  }

  async function seen(): Promise<void> {
    if (!isCurrent) await load();
    await count();
  }

  const visible = view.onDidChangeVisibility(() => {
    if (view.visible) void seen();
  });
  if (view.visible) void seen();
  return vscode.Disposable.from(
    view,
    visible,
    changed(() => {
      isCurrent = false;
      if (view.visible) void seen();
    }),
    vscode.commands.registerCommand("metastasisNotes.strategies.filter", async (text: unknown) => {
      if (typeof text === "string") return setFilter(text);
      const typed = await vscode.window.showInputBox({
        title: vscode.l10n.t("Filter Strategies"),
        value: filter,
        prompt: vscode.l10n.t(
          "Any name, brand or code of a step, strategy, drug or target; a status such as discontinued. All words must be found.",
        ),
        placeHolder: vscode.l10n.t("for example: integrin discontinued"),
      });
      if (typed === undefined) return;
      await setFilter(typed);
      await vscode.commands.executeCommand("metastasisNotes.strategies.focus");
    }),
    vscode.commands.registerCommand("metastasisNotes.strategies.clearFilter", () => setFilter("")),
  );
}
