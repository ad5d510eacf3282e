/** The page of the view *Network* before anything is drawn: its frame, buttons and texts. */
import * as vscode from "vscode";

/**
 * The page: it may run its one script and use its one style sheet, and can load nothing else.
 * @param extension the extension's folder
 */
export function pageFor(webview: vscode.Webview, extension: vscode.Uri): string {
  const nonce = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
  const address = (file: string) => webview.asWebviewUri(vscode.Uri.joinPath(extension, "dist/client", file)).toString();
  const { language } = vscode.env;
  const translations = escaped(JSON.stringify(vscode.l10n.bundle ?? {}));
  const all = escaped(vscode.l10n.t("Show all"));
  const larger = escaped(vscode.l10n.t("Larger"));
  const smaller = escaped(vscode.l10n.t("Smaller"));
  const keys = vscode.l10n.t(
    "Picture of the network. Arrow keys go from node to node, Enter to the place, C to the card. All of it is in the list beside.",
  );
  const nothing = vscode.l10n.t("Nothing is named here that the dataset knows: no drug, target, pathway, process or strategy.");
  return `<!DOCTYPE html>
<html lang="${escaped(language)}">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'nonce-${nonce}'; style-src ${webview.cspSource}; img-src data:">
  <link rel="stylesheet" href="${address("network.style.css")}">
  <title>${escaped(vscode.l10n.t("Network"))}</title>
</head>
<body data-texts="${translations}">
  <header>
    <h1 id="title"></h1> <span id="count"></span>
    <button id="fit" title="${all} (0)">${all}</button>
    <button id="in" title="${larger} (+)" aria-label="${larger}">+</button>
    <button id="out" title="${smaller} (-)" aria-label="${smaller}">−</button>
    <button id="refresh">${escaped(vscode.l10n.t("Refresh"))}</button>
    <button id="svg">${escaped(vscode.l10n.t("Save SVG"))}</button>
    <button id="png">${escaped(vscode.l10n.t("Save PNG"))}</button>
  </header>
  <div id="stage">
    <svg id="picture" role="group" aria-label="${escaped(keys)}">
      <defs><marker id="arrow" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path class="arrow" d="M0 0.5L8 4L0 7.5z"/></marker></defs>
    </svg>
    <p id="empty" hidden>${escaped(nothing)}</p>
  </div>
  <div id="legend" role="group" aria-label="${escaped(vscode.l10n.t("Legend"))}"></div>
  <aside aria-label="${escaped(vscode.l10n.t("List of the network"))}">
    <div id="details"></div>
    <p><label for="find">${escaped(vscode.l10n.t("Find"))}</label> <input id="find" type="search" placeholder="${escaped(vscode.l10n.t("name, kind or status"))}"></p>
    <div id="list"></div>
  </aside>
  <p id="said" role="status"></p>
  <script nonce="${nonce}" src="${address("network.js")}"></script>
</body>
</html>`;
}

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
