// Runs the editor tests in one of the two extension hosts and counts them.
import { cpSync, createReadStream, mkdirSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";
import { atEnd, plainEnvironment, run } from "./processes.mjs";
import { launchBrowser, remoteUri, serve, temporaryFolder, workbenchUrl } from "./served.mjs";

const root = path.join(import.meta.dirname, "../..");
const tests = { desktop: path.join(root, "dist/test/vscode/suite.js"), web: path.join(root, "dist/test/vscode/suite.browser.js") };

/**
 * Runs the tests in an extension host.
 * @param editor what `findEditor()` found
 * @param host "desktop" (the server in a process of its own) or "web" (all in workers)
 * @param limit the time for it, in milliseconds
 * @returns `code` (0: all passed) and `text`, all that was printed
 */
export async function runSuite(editor, host, limit = 600_000) {
  const notes = temporaryFolder("notes");
  const opened = host === "web" ? severalFolders(notes.folder) : notes.folder;
  cpSync(path.join(import.meta.dirname, "sample"), host === "web" ? path.join(notes.folder, "notes") : notes.folder, { recursive: true });
  try {
    if (editor.kind === "served") return await inBrowser(editor.folder, opened, host, limit);
    const [command, ...args] = [...editor.display, process.execPath, path.join(import.meta.dirname, "desktop.mjs")];
    return await run(command, [...args, editor.executable, opened, host], { limit, env: plainEnvironment() });
  } finally {
    await notes.remove();
  }
}

/** Makes folders that are opened side by side: the suite of the web host runs in such a workspace, the other one in a single folder. */
function severalFolders(folder) {
  for (const name of ["notes", "beside"]) mkdirSync(path.join(folder, name));
  const file = path.join(folder, "lab.code-workspace");
  writeFileSync(file, JSON.stringify({ folders: [{ path: "notes" }, { path: "beside" }], settings: {} }));
  return file;
}

async function inBrowser(installed, notes, host, limit) {
  const server = await serve(installed);
  const files = host === "web" ? await serveFiles(root) : undefined;
  let browser;
  let text = "";
  let timer;
  try {
    browser = await launchBrowser(installed);
    const page = await browser.newPage({ locale: "en-US", viewport: { width: 1200, height: 800 } });
    await page.exposeFunction("codeAutomationLog", (_kind, args) => {
      text += `${plain(args)}\n`;
    });
    const code = new Promise((resolve, reject) => {
      timer = setTimeout(() => reject(new Error(`the tests did not end within ${limit / 1000} s`)), limit);
      page.on("crash", () => reject(new Error("the browser's page crashed")));
      page.exposeFunction("codeAutomationExit", resolve);
    });
    const [payload, development] = files ? [[], overHttp(server, files.port)] : [overServer(server), undefined];
    if (development) await page.addInitScript(developHere, development);
    await page.goto(workbenchUrl(server, notes, [...payload, ["skipWelcome", "true"]]));
    return { code: await code, text: text.slice(Math.max(0, text.search(/^ {2}[✔✘]/m))) };
  } catch (error) {
    return { code: 1, text: `${text}\n${error.stack}\n${server.text()}` };
  } finally {
    clearTimeout(timer);
    await browser?.stop();
    await files?.stop();
    await server.stop();
  }
}

/** The extension and its tests as files of code-server's machine. */
function overServer(server) {
  const uri = (file) => remoteUri(server, file);
  return [
    ["extensionDevelopmentPath", uri(root)],
    ["extensionTestsPath", uri(tests.desktop)],
  ];
}

/** The same over http: workers of extensions that lie on code-server's machine are refused. */
function overHttp(server, port) {
  const uri = (file) => ({ scheme: "http", authority: `127.0.0.1:${server.port}`, path: `/proxy/${port}/${file}`.replace(/\/$/, "") });
  return { extensions: [uri("")], extensionTestsPath: uri(path.relative(root, tests.web).split(path.sep).join("/")) };
}

/** Runs in the page: adds to the workbench's settings what to develop, before it reads them. */
function developHere(development) {
  const observer = new MutationObserver(() => {
    const meta = document.getElementById("vscode-workbench-web-configuration");
    if (!meta) return;
    observer.disconnect();
    const settings = JSON.parse(meta.dataset.settings);
    settings.developmentOptions = { ...settings.developmentOptions, ...development };
    meta.dataset.settings = JSON.stringify(settings);
  });
  observer.observe(document, { childList: true, subtree: true });
}

/** Serves a folder's files on a free port of this machine. */
async function serveFiles(folder) {
  const types = { ".js": "text/javascript", ".json": "application/json", ".map": "application/json" };
  const server = createServer((request, response) => {
    const file = path.join(folder, decodeURIComponent(new URL(request.url, "http://localhost").pathname));
    const isFile = file.startsWith(folder + path.sep) && statSync(file, { throwIfNoEntry: false })?.isFile();
    if (!isFile) return response.writeHead(404).end();
    response.writeHead(200, { "content-type": types[path.extname(file)] ?? "application/octet-stream" });
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const stop = atEnd(async () => {
    server.closeAllConnections();
    server.close();
  });
  return { port: server.address().port, stop };
}

/** What was logged, without the styles that the workbench puts before it. */
function plain([first, ...others]) {
  const styles = String(first).match(/%c/g)?.length ?? 0;
  return [String(first).replaceAll("%c", ""), ...others.slice(styles)].join(" ");
}
