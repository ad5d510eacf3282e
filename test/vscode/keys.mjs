// Writes a note in the workbench by keys alone, as a person does, and uses it in German: node test/vscode/keys.mjs [--built]
import { cpSync } from "node:fs";
import path from "node:path";
import { inGerman } from "./german.mjs";
import { findEditor } from "./host.mjs";
import { build } from "./processes.mjs";
import { reviewed, runCommand, whenRead } from "./scenes.mjs";
import { launchBrowser, serve, temporaryFolder } from "./served.mjs";
import { bringUp, goTo, hover, noteUrl, openPage } from "./workbench.mjs";

const root = path.join(import.meta.dirname, "../..");
const say = (line) => console.log(line);
/** What is typed, and what the first item writes. */
const NAMES = [
  ["pembr", "pembrolizumab"],
  ["Keytr", "pembrolizumab"],
  ["LY2157", "galunisertib"],
  ["avb3", "integrin αvβ3"],
];
/** No word of it opens a list. */
const PROSE = "However, both ended with half of the cells, see Table 2.";

await main();

async function main() {
  if (!process.argv.includes("--built")) await build();
  const editor = await findEditor(say);
  if (editor.kind !== "served") return say("not run: it needs the editor in a browser");
  // the German editor has a copy of its own: what is written is saved by itself
  const [notes, others] = [temporaryFolder("notes"), temporaryFolder("notes")];
  for (const { folder } of [notes, others]) cpSync(path.join(import.meta.dirname, "sample"), folder, { recursive: true });
  const server = await serve(editor.folder, { extension: root });
  const browser = await launchBrowser(editor.folder);
  const [url, other] = [notes, others].map(({ folder }) => noteUrl(server, folder, path.join(folder, "journal-club.md")));
  try {
    const page = await openPage(browser, url);
    await whenRead(page);
    await goTo(page, 7);
    await page.keyboard.press("Enter");
    for (const [typed, written] of NAMES) await completed(page, typed, written);
    await undisturbed(page);
    await columnAdded(page);
    await lookedAt(page);
    await linked(page);
    await page.close();
    await inGerman(await openPage(browser, other, 1, "de"));
  } finally {
    await browser.stop();
    await server.stop();
    await notes.remove();
    await others.remove();
  }
}

function list(page) {
  return page.locator(".suggest-widget.visible .monaco-list-row");
}

/** The line that the cursor is in, as the status bar has it. */
async function cursorLine(page) {
  const said = await page.locator(".part.statusbar").textContent();
  return Number(/Ln (\d+),/.exec(said)[1]);
}

/** Waits until the cursor is in a line. */
async function untilAt(page, line) {
  await page.waitForFunction((wanted) => document.querySelector(".part.statusbar").textContent.includes(`Ln ${wanted},`), line);
}

/** Waits until a line of the note, as far as it is in view, is this text. */
async function untilLine(page, text) {
  await page.waitForFunction((wanted) => {
    const lines = [...document.querySelectorAll(".editor-instance .view-line")];
    return lines.some(({ textContent }) => textContent.replaceAll("\u00a0", " ") === wanted);
  }, text);
}

/** Types the beginning of a name: Enter is a new line although a list is open, and behind Arrow Down it takes the first name. */
async function completed(page, typed, written) {
  await page.keyboard.type(`Given ${typed}`, { delay: 40 });
  await list(page).first().waitFor();
  const line = await cursorLine(page);
  await page.keyboard.press("Enter");
  await untilLine(page, `Given ${typed}`);
  await untilAt(page, line + 1);
  await page.keyboard.type(`Given ${typed}`, { delay: 40 });
  await list(page).first().waitFor();
  await page.evaluate(untilAtRest, ".suggest-widget");
  await page.keyboard.press("ArrowDown");
  await page.locator(".suggest-widget.visible .monaco-list-row.focused").waitFor();
  await page.keyboard.press("Enter");
  await untilLine(page, `Given ${written}`);
  await page.keyboard.press("Enter");
  say(`${typed} opens a list in which nothing is selected; Arrow Down and Enter write ${written}`);
}

/** Runs in the page: waits until nothing has changed in a part of the window for a while; a list that is asked for anew drops what was selected. */
function untilAtRest(part) {
  return new Promise((resolve) => {
    let timer;
    const again = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        observer.disconnect();
        resolve();
      }, 400);
    };
    const observer = new MutationObserver(again);
    observer.observe(document.querySelector(part), { subtree: true, childList: true, attributes: true, characterData: true });
    again();
  });
}

/** Types ordinary words, then a name: when its list is there, what was asked at the words has been answered, and none may have opened. */
async function undisturbed(page) {
  await page.evaluate(watchLists, PROSE.split(" ")[0]);
  await page.keyboard.type(`${PROSE} Then pembr`, { delay: 100 });
  await list(page).first().waitFor();
  const opened = await page.evaluate(() => globalThis.listsOpened);
  const early = opened.filter((text) => !text.startsWith(`${PROSE} Then pem`));
  if (opened.length === 0 || early.length > 0) throw new Error(`lists have opened behind: ${early.join("; ") || "nothing"}`);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Enter");
  say("ordinary words open none");
}

/** Runs in the page: notes, each time that a list opens, what then stands in the line that begins so. */
function watchLists(beginning) {
  globalThis.listsOpened = [];
  let isOpen = false;
  new MutationObserver(() => {
    const wasOpen = isOpen;
    isOpen = document.querySelector(".suggest-widget.visible .monaco-list-row") !== null;
    if (wasOpen || !isOpen) return;
    const texts = [...document.querySelectorAll(".editor-instance .view-line")].map((line) => line.textContent.replaceAll("\u00a0", " "));
    globalThis.listsOpened.push(texts.find((text) => text.startsWith(beginning)) ?? "");
  }).observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ["class"] });
}

/** Waits until what is typed goes into this part of the window. */
async function inside(page, part) {
  await page.waitForFunction((selector) => document.activeElement.closest(selector) !== null, part);
}

/** Asks for what can be done in a table, and takes a column of it, by keys alone. */
async function columnAdded(page) {
  await page.keyboard.insertText("\n| Drug | Note |\n|---|---|\n| bevacizumab | ours |");
  const wanted = page.locator(".context-view .action-widget .monaco-list-row.action.focused", { hasText: "Add column: targets" });
  const menu = page.locator(".context-view .action-widget .monaco-list-row.action");
  await bringUp(menu.first(), () => page.keyboard.press("Control+Period"));
  for (let step = await menu.count(); step > 0 && !(await wanted.isVisible()); step--) await page.keyboard.press("ArrowDown");
  await wanted.waitFor();
  await page.keyboard.press("Enter");
  await untilLine(page, "| bevacizumab | ours | VEGF-A |");
  await inside(page, ".editor-instance");
  say("a column is added to a table by keys");
}

/** Reviews citations: the list has the keyboard, Escape leads back to where it was, Enter to the sentence, which is selected. */
async function lookedAt(page) {
  const quick = page.locator(".quick-input-widget");
  const [line, row] = [7, await reviewed(page, "Review Citations")];
  const said = (await row.textContent()).replaceAll("\u00a0", " ");
  if (!/line 7 is about marimastat, MMP-2, MMP-9, the title about ulocuplumab\b.*: Marimastat blocks/.test(said))
    throw new Error(`what is said of the doubted citation: ${said}`);
  await untilAt(page, line); // the sentence is shown while its row is active
  await page.keyboard.press("Escape");
  await quick.waitFor({ state: "hidden" });
  await untilAt(page, 13);
  await inside(page, ".editor-instance");
  await runCommand(page, "Metastasis Notes: Review Citations");
  await inside(page, ".quick-input-widget"); // the row alone may be that of the list that was here before
  await row.waitFor();
  await page.keyboard.press("Enter");
  await quick.waitFor({ state: "hidden" });
  await untilAt(page, line);
  // "Marimastat blocks MMP-2 and MMP-9 [1]." without the space behind it
  const selected = page.locator(".part.statusbar", { hasText: "(38 selected)" });
  await selected.waitFor();
  await inside(page, ".editor-instance");
  await page.keyboard.press("ArrowLeft");
  await selected.waitFor({ state: "hidden" });
  say("citations are reviewed by keys: what both are about, Escape leads back, Enter to the sentence");
}

/** Follows the link of a card to the full one: the card, which would lie over it, is closed. */
async function linked(page) {
  await hover(page, "bevacizumab");
  const link = page.locator(".monaco-hover:not(.hidden) a", { hasText: "bevacizumab" }).first();
  await link.click();
  await page.locator(".tab", { hasText: "bevacizumab" }).first().waitFor();
  await link.waitFor({ state: "hidden" });
  say("a card leads to the full one, and is closed");
}
