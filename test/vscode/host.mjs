// Finds the editor that tests and `npm start` run in: VS Code where there is one, else a download, else code-server.
import { spawnSync } from "node:child_process";
import { existsSync, realpathSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { installed } from "./install.mjs";

const cache = path.join(import.meta.dirname, "../../.vscode-test");
const found = new Map();

/**
 * The editor to use; looked for once in a run.
 * @param say prints a line of progress
 * @param options `visible`: a window that a person sees is wanted, so a virtual display will not do
 * @returns `{ kind: "desktop", name, executable, display }`, `display` being the command to put before the executable,
 *   or `{ kind: "served", name, folder }`, `folder` being where code-server and the browser are installed
 */
export function findEditor(say, { visible = false } = {}) {
  if (!found.has(visible)) found.set(visible, search(say, visible));
  return found.get(visible);
}

async function search(say, visible) {
  const display = displayFor(visible);
  const given = process.env.VSCODE_EXECUTABLE_PATH;
  if (given && !existsSync(given)) throw new Error(`VSCODE_EXECUTABLE_PATH names no file: ${given}`);
  if (given && !display) throw new Error("VSCODE_EXECUTABLE_PATH is set, but there is no display: install xvfb");
  if (display) {
    const executable = given ?? onPath() ?? (await downloaded(say));
    if (executable) return { kind: "desktop", name: `VS Code (${executable})`, executable, display };
  }
  return { kind: "served", name: "code-server", folder: await installed(say) };
}

/** What to put before a program so that it has a display; undefined where there can be none. */
function displayFor(visible) {
  if (process.platform !== "linux" || process.env.DISPLAY || process.env.WAYLAND_DISPLAY) return [];
  const virtual = !visible && which("xvfb-run");
  return virtual ? [virtual, "-a"] : undefined;
}

/** The program behind the command `code`, which only tells a running editor what to open. */
function onPath() {
  const command = which(process.platform === "win32" ? "code.cmd" : "code");
  if (!command) return undefined;
  const folder = path.dirname(realpathSync(command));
  const beside = { win32: ["../Code.exe"], darwin: ["../../../MacOS/Code", "../../../MacOS/Electron"] }[process.platform] ?? ["../code"];
  return [...beside.map((name) => path.join(folder, name)), "/snap/code/current/usr/share/code/code"].find(runs);
}

/** VS Code from its makers' servers, into the cache folder; undefined where they do not answer or it does not run here. */
async function downloaded(say) {
  const { downloadAndUnzipVSCode } = createRequire(import.meta.url)("@vscode/test-electron");
  const report = ({ stage, totalBytes, bytesSoFar }) => {
    if (stage === "downloading" && bytesSoFar === 0)
      say(`downloading VS Code into .vscode-test/ (once; ${(totalBytes / 1e6).toFixed(0)} MB)`);
  };
  try {
    const options = { version: "stable", cachePath: cache, timeout: 6000, reporter: { report, error: () => undefined } };
    const executable = await downloadAndUnzipVSCode(options);
    if (runs(executable)) return executable;
    say("VS Code lacks libraries of this machine's system");
  } catch {
    say("VS Code's download servers do not answer");
  }
  return undefined;
}

/** Whether an executable is there and its libraries are. */
function runs(executable) {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: "1" };
  return existsSync(executable) && spawnSync(executable, ["-e", "0"], { env, timeout: 20_000, stdio: "ignore" }).status === 0;
}

function which(command) {
  const folders = (process.env.PATH ?? "").split(path.delimiter).filter(Boolean);
  return folders.map((folder) => path.join(folder, command)).find((file) => existsSync(file));
}
