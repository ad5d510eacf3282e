// `npm start`: opens an editor with the extension on a copy of the sample notes, or on a folder of yours.
//   node test/vscode/start.mjs [FOLDER or NOTE] [--port N]
//   node test/vscode/start.mjs --check   opens it in a headless browser, reads a card, and ends; --built: does not build first
import { cpSync, existsSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { findEditor } from "./host.mjs";
import { installed } from "./install.mjs";
import { build, plainEnvironment, start } from "./processes.mjs";
import { launchBrowser, serve, temporaryFolder } from "./served.mjs";
import { hover, noteUrl, openPage } from "./workbench.mjs";

const root = path.join(import.meta.dirname, "../..");
const say = (line) => console.log(line);
const { values, positionals } = parseArgs({
  options: { check: { type: "boolean" }, built: { type: "boolean" }, port: { type: "string" } },
  allowPositionals: true,
});

try {
  await main();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

async function main() {
  if (!values.built) {
    say("building …");
    await build();
  }
  const editor = values.check ? { kind: "served", folder: await installed(say) } : await findEditor(say, { visible: true });
  const { folder, note, remove } = notes();
  try {
    if (editor.kind === "desktop") await inWindow(editor, folder, note);
    else await inBrowser(editor.folder, folder, note);
  } finally {
    await remove?.();
  }
}

/** The folder to open and the note to begin with. */
function notes() {
  const given = positionals[0] && path.resolve(positionals[0]);
  if (given) {
    if (!existsSync(given)) throw new Error(`there is no ${given}`);
    if (statSync(given).isFile()) return { folder: path.dirname(given), note: given };
    const first = readdirSync(given).find((name) => name.endsWith(".md"));
    return { folder: given, note: first && path.join(given, first) };
  }
  const { folder, remove } = temporaryFolder("notes");
  cpSync(path.join(import.meta.dirname, "sample"), folder, { recursive: true });
  return { folder, note: path.join(folder, "welcome.md"), remove };
}

/** VS Code with a profile of its own, until its window is closed. */
async function inWindow({ name, executable }, folder, note) {
  const profile = temporaryFolder("profile");
  const flags = [`--user-data-dir=${path.join(profile.folder, "data")}`, `--extensions-dir=${path.join(profile.folder, "extensions")}`];
  flags.push("--disable-workspace-trust", "--skip-welcome", "--skip-release-notes", "--new-window");
  if (process.getuid?.() === 0) flags.push("--no-sandbox");
  say(`opening ${name}; this ends when its window is closed`);
  await start(executable, [folder, ...(note ? [note] : []), `--extensionDevelopmentPath=${root}`, ...flags], { env: plainEnvironment() })
    .exited;
  await profile.remove();
}

/** The workbench in a browser, until Ctrl+C. */
async function inBrowser(editor, folder, note) {
  say("starting the editor …");
  const server = await serve(editor, { extension: root, port: values.port ? Number(values.port) : undefined });
  const url = noteUrl(server, folder, note);
  if (values.check) await check(editor, url).finally(server.stop);
  else {
    say(
      `\nThe editor with the extension is at\n\n  ${url}\n\nCtrl+C ends it${positionals[0] ? "" : " and drops what you wrote in the sample notes"}.`,
    );
    openForPerson(url);
    await server.exited;
    await server.stop();
  }
}

async function check(editor, url) {
  const browser = await launchBrowser(editor);
  try {
    const page = await openPage(browser, url);
    say("the note is shown");
    const text = await hover(page, "bevacizumab");
    if (!/VEGF/.test(text)) throw new Error(`the card on bevacizumab does not speak of VEGF:\n${text}`);
    say(`the card on bevacizumab is shown: ${text.split("\n")[0]}`);
  } finally {
    await browser.stop();
  }
}

/** Opens the person's own browser, where there is a desktop; the address is printed in any case. */
function openForPerson(url) {
  if (process.env.DISPLAY || process.env.WAYLAND_DISPLAY) start("xdg-open", [url]);
}
