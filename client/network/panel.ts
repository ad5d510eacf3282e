/** The view *Network*: a panel beside the note with the picture of what notes, a record or the dataset say. */
import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { type Network, OPEN_CARD, type ViewParams } from "../../server/protocol";
import { columnOf, showPlace, withCells } from "../closedNotebooks";
import { registerCommand } from "../commands";
import { messageOf } from "../messageOf";
import { fileOf, folderOf } from "../noteFile";
import { activeDocument, ask, visibleNote } from "../views/ask";
import { chooseWithDrugs } from "../views/insert";
import { pageFor } from "./html";
import type { Said } from "./messages";

/** What a picture is of. */
interface Subject {
  readonly title: string;
  /** What the server is asked. */
  readonly params: Extract<ViewParams, { view: "network" }>;
}

/** Registers the command `metastasisNotes.showNetwork`; with a record's reference and name it shows what the dataset joins with that. */
export function registerNetwork(client: BaseLanguageClient, notes: vscode.DocumentSelector, extension: vscode.Uri): vscode.Disposable {
  const { protocol2CodeConverter: protocol } = client;
  let panel: vscode.WebviewPanel | undefined;
  let subject: Subject | undefined;
  let shown: Network | undefined;

  async function open(wanted: Subject): Promise<void> {
    subject = wanted;
    if (panel) {
      panel.reveal();
      return load();
    }
    const roots = [vscode.Uri.joinPath(extension, "dist/client")];
    panel = vscode.window.createWebviewPanel("metastasisNotes.network", vscode.l10n.t("Network"), vscode.ViewColumn.Beside, {
      enableScripts: true,
      localResourceRoots: roots,
      retainContextWhenHidden: true,
    });
    panel.onDidDispose(() => {
      panel = undefined;
    });
    panel.webview.onDidReceiveMessage((said: Said) => void answer(said));
    panel.webview.html = pageFor(panel.webview, extension);
  }

  async function load(): Promise<void> {
    if (!panel || !subject) return;
    const { title, params } = subject;
    const network = await ask<Network>(client, params).catch(() => undefined);
    if (!panel || subject.title !== title) return;
    if (!network)
      return void vscode.window.showWarningMessage(
        vscode.l10n.t("The network of {0} cannot be drawn: the note is closed, or the server does not answer.", title),
      );
    show(title, network);
  }

  function show(title: string, network: Network): void {
    shown = network;
    if (!panel) return;
    // not the note's own name alone, which its tab has
    panel.title = vscode.l10n.t("Network: {0}", title);
    void panel.webview.postMessage({ type: "network", title, network });
  }

  /** Notes and folders have other addresses now: the picture is called as they are, and leads there. */
  function follow(files: vscode.FileRenameEvent["files"]): void {
    if (!subject || !shown) return;
    const moved = (address: string) => client.code2ProtocolConverter.asUri(movedBy(files, protocol.asUri(address)));
    const { textDocument, folder } = subject.params;
    if (textDocument) subject = aboutNote(client, protocol.asUri(moved(textDocument.uri)));
    else if (folder) subject = aboutFolder(client, protocol.asUri(moved(folder)));
    const nodes = shown.nodes.map(({ place, ...node }) => (place ? { ...node, place: { ...place, uri: moved(place.uri) } } : node));
    show(subject.title, { ...shown, nodes });
  }

  async function answer(said: Said): Promise<void> {
    if (said.type === "ready" || said.type === "refresh") return load();
    if (said.type === "failed") return void vscode.window.showErrorMessage(said.what);
    if (said.type === "save") return save(said.format, said.data, subject && placeFor(client, subject, said.format));
    if (said.type !== "place") return void vscode.commands.executeCommand(OPEN_CARD, said.id);
    const placeIn = (network: Network | undefined) => network?.nodes.find(({ id }) => id === said.id)?.place;
    const place = await withCells(
      async (isAgain) => placeIn(isAgain && subject ? await ask<Network>(client, subject.params) : shown),
      (there) => (there ? [protocol.asUri(there.uri)] : []),
    );
    if (!place) return void vscode.commands.executeCommand(OPEN_CARD, said.id);
    const uri = protocol.asUri(place.uri);
    await showPlace(uri, protocol.asRange(place.range), {
      preserveFocus: said.stays === true,
      viewColumn: columnOf(uri) ?? vscode.ViewColumn.One,
    });
  }

  return vscode.Disposable.from(
    registerCommand("metastasisNotes.showNetwork", async (reference: unknown, label: unknown) => {
      const given = typeof reference === "string" ? aboutRecord(reference, typeof label === "string" ? label : reference) : undefined;
      const wanted = given ?? (await choose(client, notes));
      if (wanted) await open(wanted);
    }),
    vscode.workspace.onDidRenameFiles(({ files }) => follow(files)),
    { dispose: () => panel?.dispose() },
  );
}

async function choose(client: BaseLanguageClient, notes: vscode.DocumentSelector): Promise<Subject | undefined> {
  // what is active may be a card, or the picture itself
  const document = activeDocument(notes) ?? visibleNote(notes);
  // without a note, those that are open; of a folder that is not, only its open notes would be known
  const open = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri);
  const folders = !document ? open : folderOf(document.uri) ? [vscode.Uri.joinPath(fileOf(document.uri), "..")] : [];
  const choices: Array<vscode.QuickPickItem & { subject: () => Promise<Subject | undefined> }> = [];
  const offer = (label: string, description: string, subject: () => Promise<Subject | undefined>) =>
    choices.push({ label, description, subject });
  if (document) offer(vscode.l10n.t("This note"), nameOf(document.uri), async () => aboutNote(client, document.uri));
  for (const folder of folders)
    offer(vscode.l10n.t("The notes of this folder"), folderName(folder), async () => aboutFolder(client, folder));
  offer(vscode.l10n.t("A step, strategy or target"), vscode.l10n.t("and what the dataset joins with it"), () => chooseRecord(client));
  offer(vscode.l10n.t("The dataset"), vscode.l10n.t("what is joined most"), async () => ({
    title: vscode.l10n.t("The dataset"),
    params: { view: "network" },
  }));
  const chosen = await vscode.window.showQuickPick(choices, { title: vscode.l10n.t("Show network of …") });
  return chosen?.subject();
}

async function chooseRecord(client: BaseLanguageClient): Promise<Subject | undefined> {
  const chosen = await chooseWithDrugs(client, vscode.l10n.t("Show network around …"));
  return chosen && aboutRecord(chosen.value, chosen.label);
}

const nameOf = ({ path }: vscode.Uri): string => path.split("/").at(-1) ?? "";
/** What a folder is called: one that is open may have a name of its own, and a drive has no other. */
const folderName = (folder: vscode.Uri): string =>
  vscode.workspace.workspaceFolders?.find(({ uri }) => uri.toString() === folder.toString())?.name ?? nameOf(folder);

const aboutNote = ({ code2ProtocolConverter: protocol }: BaseLanguageClient, note: vscode.Uri): Subject => ({
  title: nameOf(note),
  params: { view: "network", textDocument: { uri: protocol.asUri(note) } },
});

const aboutFolder = ({ code2ProtocolConverter: protocol }: BaseLanguageClient, folder: vscode.Uri): Subject => ({
  title: vscode.l10n.t("Notes in {0}", folderName(folder)),
  params: { view: "network", folder: protocol.asUri(folder) },
});

/** Where something lies after renames of files and folders. */
function movedBy(files: vscode.FileRenameEvent["files"], uri: vscode.Uri): vscode.Uri {
  const renamed = files.find(({ oldUri: { path } }) => uri.path === path || uri.path.startsWith(`${path}/`));
  return renamed ? uri.with({ path: renamed.newUri.path + uri.path.slice(renamed.oldUri.path.length) }) : uri;
}

const aboutRecord = (reference: string, title: string): Subject => ({ title, params: { view: "network", reference } });

/** Where the picture is proposed to be saved: beside its note, in its folder, else in the first one that is open. */
function placeFor(client: BaseLanguageClient, { title, params }: Subject, format: string): vscode.Uri | undefined {
  const { textDocument, folder } = params;
  const { protocol2CodeConverter: protocol } = client;
  const near = textDocument ? vscode.Uri.joinPath(fileOf(protocol.asUri(textDocument.uri)), "..") : folder && protocol.asUri(folder);
  const home = near && near.scheme !== "untitled" ? near : vscode.workspace.workspaceFolders?.[0]?.uri;
  const what = textDocument ? title.replace(/\.[^./]+$/, "") : title;
  return home && vscode.Uri.joinPath(home, `${vscode.l10n.t("network of {0}", what).replace(/[^\p{L}\p{N}. -]/gu, "_")}.${format}`);
}

async function save(format: "svg" | "png", data: string | Uint8Array, defaultUri: vscode.Uri | undefined): Promise<void> {
  const file = await vscode.window.showSaveDialog({
    ...(defaultUri ? { defaultUri } : {}),
    filters: { [vscode.l10n.t("{0} picture", format.toUpperCase())]: [format] },
  });
  if (!file) return;
  try {
    await vscode.workspace.fs.writeFile(file, typeof data === "string" ? new TextEncoder().encode(data) : new Uint8Array(data));
    vscode.window.setStatusBarMessage(vscode.l10n.t("Saved {0}", file.path.split("/").at(-1) ?? ""), 4000);
  } catch (error) {
    void vscode.window.showErrorMessage(vscode.l10n.t("{0} could not be written: {1}", file.path, messageOf(error)));
  }
}
