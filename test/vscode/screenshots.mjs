// `npm run screenshots`: pictures of the extension at work, for the README, into docs/images/. Needs no display.
//   node test/vscode/screenshots.mjs [--theme dark|light|high-contrast] [--out FOLDER] [--vsix FILE] [SCENE …]
//   node test/vscode/screenshots.mjs --note FILE --word WORD --out FILE.png   the card on one word of any note
import { cpSync, mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { installed } from "./install.mjs";
import { run } from "./processes.mjs";
import { launchBrowser, serve, temporaryFolder } from "./served.mjs";
import { boxOf, bringUp, goTo, hover, noteUrl, openPage } from "./workbench.mjs";

const root = path.join(import.meta.dirname, "../..");
const say = (line) => console.log(line);
/** The themes by the names that settings have for them and by the class that the workbench then has. */
const themes = {
  dark: ["Default Dark Modern", "dark_modern"],
  light: ["Default Light Modern", "light_modern"],
  "high-contrast": ["Default High Contrast", "hc_black"],
};

/** Only what is to be seen: the note, the card, the list. */
const bare = {
  "breadcrumbs.enabled": false,
  "editor.fontSize": 15,
  "editor.hover.delay": 100,
  "editor.lineHeight": 26,
  "editor.minimap.enabled": false,
  "editor.occurrencesHighlight": "off",
  "editor.renderLineHighlight": "none",
  "window.autoDetectColorScheme": false,
  "window.commandCenter": false,
  "window.menuBarVisibility": "hidden",
  "workbench.activityBar.location": "hidden",
  "workbench.layoutControl.enabled": false,
  "workbench.tips.enabled": false,
};

/** What is shown in which note: each scene leads to the state and gives the boxes to be in the picture. */
const scenes = {
  hover: ["welcome.md", (page) => pictureOfCard(page, "bevacizumab")],
  "hover-target": ["welcome.md", (page) => pictureOfCard(page, "αvβ3")],
  completion: ["welcome.md", completion],
  "quick-fix": ["welcome.md", quickFix],
  problems: ["welcome.md", problems],
  colours: ["journal-club.md", colours],
  note: ["journal-club.md", inThisNote],
  strategies: ["journal-club.md", strategies],
  network: ["journal-club.md", network],
};

const { values, positionals } = parseArgs({
  options: Object.fromEntries(["theme", "out", "vsix", "note", "word"].map((name) => [name, { type: "string" }])),
  allowPositionals: true,
});
try {
  await main();
} catch (error) {
  console.error(error.stack);
  process.exitCode = 1;
}

async function main() {
  const theme = themes[values.theme ?? "dark"];
  if (!theme) throw new Error(`--theme is one of ${Object.keys(themes).join(", ")}`);
  const unknown = positionals.find((name) => !(name in scenes));
  if (unknown) throw new Error(`there is no scene ${unknown}; there are ${Object.keys(scenes).join(", ")}`);
  if (!values.vsix) {
    const { code, text } = await run(process.execPath, ["esbuild.mjs"], { cwd: root, limit: 600_000 });
    if (code !== 0) throw new Error(text);
  }
  const editor = await installed(say);
  const server = await serve(editor, {
    settings: { ...bare, "workbench.colorTheme": theme[0] },
    ...(values.vsix ? { vsix: values.vsix } : { extension: root }),
  });
  const browser = await launchBrowser(editor);
  try {
    if (values.note) await oneCard(server, browser);
    else for (const name of positionals.length > 0 ? positionals : Object.keys(scenes)) await picture(server, browser, name);
  } finally {
    await browser.stop();
    await server.stop();
  }
}

/** Takes the picture of a scene, in a fresh copy of the sample notes. */
async function picture(server, browser, name) {
  const notes = temporaryFolder("notes");
  try {
    cpSync(path.join(import.meta.dirname, "sample"), notes.folder, { recursive: true });
    const [file, scene] = scenes[name];
    const page = await open(server, browser, notes.folder, path.join(notes.folder, file));
    const theme = values.theme && values.theme !== "dark" ? `-${values.theme}` : "";
    await save(page, path.join(values.out ?? path.join(root, "docs/images"), `${name}${theme}.png`), await scene(page));
    await page.close();
  } finally {
    await notes.remove();
  }
}

async function oneCard(server, browser) {
  if (!values.word || !values.out) throw new Error("--note wants --word WORD and --out FILE.png");
  const note = path.resolve(values.note);
  const page = await open(server, browser, path.dirname(note), note);
  const line =
    readFileSync(note, "utf8")
      .split("\n")
      .findIndex((text) => text.includes(values.word)) + 1;
  if (line === 0) throw new Error(`${values.word} is not in ${values.note}`);
  await goTo(page, line);
  const { y: top } = await page.locator(".editor-instance .monaco-editor").first().boundingBox();
  while ((await boxOf(page, values.word)).y > top + 80) await page.keyboard.press("Control+ArrowDown"); // scrolls: room for the card
  const boxes = await pictureOfCard(page, values.word, say);
  await save(page, values.out, boxes);
}

/** Opens a note alone on the page and waits for the theme, which comes after the text. */
async function open(server, browser, folder, note) {
  const page = await openPage(browser, noteUrl(server, folder, note), 1.5);
  await page.locator(`.monaco-workbench[class*="${themes[values.theme ?? "dark"][1]}"]`).waitFor();
  const sidebar = page.locator(".part.sidebar");
  if (await sidebar.isVisible()) await page.keyboard.press("Control+b");
  await sidebar.waitFor({ state: "hidden" });
  return page;
}

/** Saves the part of a page that holds all the boxes, with a margin. */
async function save(page, file, boxes) {
  const margin = 14;
  const x = Math.max(0, Math.min(...boxes.map((box) => box.x)) - margin);
  const y = Math.max(0, Math.min(...boxes.map((box) => box.y)) - margin);
  const width = Math.min(1200, Math.max(...boxes.map((box) => box.x + box.width)) + margin) - x;
  const height = Math.min(800, Math.max(...boxes.map((box) => box.y + box.height)) + margin) - y;
  mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
  await page.screenshot({ path: file, clip: { x, y, width, height } });
  say(path.relative(process.cwd(), path.resolve(file)));
}

async function pictureOfCard(page, word, tell = () => undefined) {
  tell(await hover(page, word));
  const card = page.locator(".monaco-hover:not(.hidden)").first();
  await stretch(page, card);
  return [await lineOf(page, word), await card.boundingBox()];
}

/** Pulls at the lower edge of a card until all of it is shown; a card above its word has no room for that. */
async function stretch(page, card) {
  const hidden = await card
    .locator(".monaco-scrollable-element")
    .first()
    .evaluate(({ firstElementChild, clientHeight }) => {
      return Math.max(0, firstElementChild.scrollHeight - clientHeight);
    });
  const edge = page.locator(".monaco-resizable-hover .monaco-sash.orthogonal-edge-south:not(.disabled)").first();
  if (hidden === 0 || !(await edge.isVisible())) return;
  const { x, y, width, height } = await card.boundingBox();
  const [across, down] = [x + width / 2, y + height];
  await page.mouse.move(across, y + height / 2);
  await page.mouse.move(across, down, { steps: 3 });
  await page.mouse.down();
  await page.mouse.move(across, down + hidden, { steps: 10 });
  await page.mouse.up();
  await page.mouse.move(across, y + height / 2);
  await page.locator(".monaco-sash.hover").first().waitFor({ state: "detached" });
}

/** The box from the beginning of the line in which a word stands to the word's end. */
async function lineOf(page, word) {
  const { x, y, width, height } = await boxOf(page, word);
  const { x: left } = await page.locator(".editor-instance .view-lines").first().boundingBox();
  return { x: left, y, width: x + width - left, height };
}

async function completion(page) {
  await page.locator(".squiggly-warning").first().waitFor(); // the extension has read the note
  await goTo(page, 8);
  await page.keyboard.type("Second line: pembr", { delay: 40 });
  await page.keyboard.press("Control+Space");
  const list = page.locator(".suggest-widget.visible");
  await list.locator(".monaco-list-row.focused").waitFor();
  await page.keyboard.press("Control+Space"); // opens the card beside the list
  const details = page.locator(".suggest-details-container");
  await details.waitFor();
  return [await lineOf(page, "Second line: pembr"), await list.boundingBox(), await details.boundingBox()];
}

async function quickFix(page) {
  await hover(page, "bevacizumb");
  await page.keyboard.press("Escape");
  const { x, y, width, height } = await boxOf(page, "bevacizumb");
  const menu = page.locator(".context-view .action-widget").first();
  await bringUp(menu.locator(".monaco-list-row.action").first(), async () => {
    await page.mouse.click(x + width / 2, y + height / 2);
    await page.keyboard.press("Control+Period");
  });
  return [await lineOf(page, "bevacizumb 10 mg/kg"), await menu.boundingBox()];
}

async function problems(page) {
  await page.locator(".squiggly-warning").first().waitFor();
  await page.keyboard.press("Control+Shift+KeyM");
  await page.locator(".markers-panel .monaco-list-row", { hasText: "bevacizumb" }).first().waitFor();
  return [{ x: 0, y: 0, width: 1200, height: 800 }];
}

async function colours(page) {
  await hover(page, "bevacizumab"); // the extension has read the note
  await page.keyboard.press("Escape");
  await page.mouse.move(1100, 780);
  return [await page.locator(".editor-instance").first().boundingBox()];
}

async function inThisNote(page) {
  await hover(page, "bevacizumab"); // the extension has read the note
  await page.keyboard.press("Escape");
  await page.mouse.move(1100, 780);
  await runCommand(page, "Metastasis Notes: Focus on In This Note View");
  await row(page, "cilengitide").waitFor();
  return [{ x: 0, y: 0, width: 1200, height: 800 }];
}

async function strategies(page) {
  await runCommand(page, "Metastasis Notes: Focus on Strategies View");
  await row(page, "angiogenesis").waitFor();
  await runCommand(page, "Metastasis Notes: Filter Strategies");
  await page.locator(".quick-input-widget input").first().fill("integrin adhesion");
  await page.keyboard.press("Enter");
  await row(page, "cilengitide").first().waitFor();
  return [{ x: 0, y: 0, width: 1200, height: 800 }];
}

async function network(page) {
  await hover(page, "bevacizumab"); // the extension has read the note
  await page.keyboard.press("Escape");
  await page.mouse.move(1100, 780);
  await runCommand(page, "Metastasis Notes: Show Network");
  await page.locator(".quick-input-list .monaco-list-row", { hasText: "This note" }).first().waitFor();
  await page.keyboard.press("Enter");
  const picture = page.frameLocator("iframe.webview").frameLocator("iframe#active-frame");
  await picture.locator("#list button", { hasText: "bevacizumab" }).first().click();
  await picture.locator("#details h2").waitFor();
  return [{ x: 0, y: 0, width: 1200, height: 800 }];
}

/** A row of a tree in the side bar. */
function row(page, text) {
  return page.locator(".part.sidebar .monaco-list-row", { hasText: text }).first();
}

/** Runs a command by its title. */
async function runCommand(page, title) {
  await page.keyboard.press("F1");
  await page.locator(".quick-input-widget input").first().fill(`>${title}`);
  await page.locator(".quick-input-list .monaco-list-row.focused", { hasText: title }).waitFor();
  await page.keyboard.press("Enter");
}
