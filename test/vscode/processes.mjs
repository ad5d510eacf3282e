// Starts other programs and ends them, with all that they started, when we end: normally, by a time limit or by Ctrl+C.
import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import path from "node:path";

const windows = process.platform === "win32";
const endings = new Set();

/** Has `ending` called when this process is interrupted; the returned function calls it at once instead. */
export function atEnd(ending) {
  endings.add(ending);
  return async () => {
    if (endings.delete(ending)) await ending();
  };
}

/** Removes a folder; one that is still written to is tried again, one that stays is no reason to fail. */
export function removeFolder(folder) {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  } catch {}
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.once(signal, async () => {
    for (const ending of [...endings].reverse()) await Promise.resolve(ending()).catch(() => undefined);
    process.exit(130);
  });
}

/**
 * Starts a program in a process group of its own.
 * @param options `spawn`'s, and `onText(text)`, called with what it prints
 * @returns `exited` (resolves with the exit code, or 1), `text()` (all it printed) and `stop()`
 */
export function start(command, args, { onText, ...options } = {}) {
  const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"], detached: !windows, ...options });
  let text = "";
  const read = (chunk) => {
    text += chunk;
    onText?.(String(chunk));
  };
  child.stdout?.setEncoding("utf8").on("data", read);
  child.stderr?.setEncoding("utf8").on("data", read);
  const exited = new Promise((resolve) => {
    child.once("error", (error) => {
      read(`${error.message}\n`);
      resolve(1);
    });
    child.once("close", (code) => resolve(code ?? 1));
  });
  const stop = atEnd(async () => {
    send(child, "SIGTERM");
    const killer = setTimeout(() => send(child, "SIGKILL"), 5000);
    await exited;
    clearTimeout(killer);
  });
  exited.then(stop);
  return { exited, stop, text: () => text };
}

/** Runs a program to its end. @returns its exit code and all that it printed; a program over `limit` milliseconds is ended */
export async function run(command, args, { limit = 120_000, ...options } = {}) {
  const program = start(command, args, options);
  let late = "";
  const timer = setTimeout(() => {
    late = `\n${command} was ended after ${limit / 1000} s\n`;
    program.stop();
  }, limit);
  const code = await program.exited;
  clearTimeout(timer);
  return { code: late ? 1 : code, text: program.text() + late };
}

/** Builds the product and its tests; throws where that fails. */
export async function build() {
  const { code, text } = await run(process.execPath, ["esbuild.mjs"], { cwd: path.join(import.meta.dirname, "../.."), limit: 600_000 });
  if (code !== 0) throw new Error(text);
}

function send(child, signal) {
  if (child.pid === undefined) return;
  if (windows) spawn("taskkill", ["/pid", String(child.pid), "/T", "/F"], { stdio: "ignore" });
  else {
    try {
      process.kill(-child.pid, signal);
    } catch {}
  }
}

/** The environment without what `npm run` and an editor's terminal put there for the programs that they start. */
export function plainEnvironment() {
  const left = /^(npm_(package|lifecycle|command|node_execpath|config_local_prefix|config_prefix)|VSCODE_|ELECTRON_|CODE_SERVER_)/i;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !left.test(name)));
}
