// Uses the views in the workbench as a person with a keyboard does, and saves the picture of the network: node test/vscode/network.mjs [--built]
import { cpSync, existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { readable } from "./contrast.mjs";
import { findEditor } from "./host.mjs";
import { build } from "./processes.mjs";
import { runCommand, showNetwork, whenRead } from "./scenes.mjs";
import { launchBrowser, serve, temporaryFolder } from "./served.mjs";
import { boxOf, goTo, hover, noteUrl, openPage } from "./workbench.mjs";

const root = path.join(import.meta.dirname, "../..");
const say = (line) => console.log(line);

await main();

async function main() {
  if (!process.argv.includes("--built")) await build();
  const editor = await findEditor(say);
  if (editor.kind !== "served") return say("not run: it needs the editor in a browser");
  const notes = temporaryFolder("notes");
  cpSync(path.join(import.meta.dirname, "sample"), notes.folder, { recursive: true });
  const settings = { "window.autoDetectColorScheme": false, "workbench.colorTheme": "Default High Contrast Light" };
  const server = await serve(editor.folder, { extension: root, settings });
  const browser = await launchBrowser(editor.folder);
  try {
    const page = await openPage(browser, noteUrl(server, notes.folder, path.join(notes.folder, "journal-club.md")));
    await whenRead(page);
    await chosen(page);
    for (const view of ["In This Note", "Strategies"]) await focused(page, view);
    const picture = await showNetwork(page, "The notes of this folder");
    await holdsKeyboard(page);
    await seenAtFirst(picture);
    await seenWhole(page, picture);
    await seenInLow(page, picture);
    await byKeyboard(page, picture);
    await found(picture);
    for (const theme of ["light", "dark"]) await seenWell(page, picture, theme);
    for (const format of ["svg", "png"]) await saved(page, picture, notes.folder, format);
    await named(page, notes.folder);
    await toPlace(page, picture);
    await toCard(page, picture);
    await withoutFolder(await openPage(browser, noteUrl(server, undefined, path.join(notes.folder, "journal-club.md"))));
  } finally {
    await browser.stop();
    await server.stop();
    await notes.remove();
  }
}

/** Chooses a reading on a card, which closes then. */
async function chosen(page) {
  await goTo(page, 7);
  await page.keyboard.insertText("MAPK in these tumours.");
  await hover(page, "MAPK");
  const link = page.locator(".monaco-hover:not(.hidden) a", { hasText: "use this one in this note" }).first();
  await link.click();
  await link.waitFor({ state: "hidden" });
  await boxOf(page, "readings: { MAPK: MAPK }");
  say("a reading that is chosen stands in the front matter, and its card is closed");
}

/** Opens a tree by its command: the keyboard is in it, and stays there when the rows come. */
async function focused(page, view) {
  await runCommand(page, `Metastasis Notes: Focus on ${view} View`);
  const tree = page.locator(`.part.sidebar .monaco-list[aria-label="${view}"]`);
  await tree.locator(".monaco-list-row").nth(5).waitFor();
  await page.keyboard.press("ArrowDown");
  if (!(await tree.evaluate((list) => list.contains(document.activeElement)))) throw new Error(`${view} has lost the keyboard`);
  say(`${view} has the keyboard when its rows have come`);
}

/** The picture that was asked for has the keyboard: the next Tab is in it. */
async function holdsKeyboard(page) {
  await page.waitForFunction(() => document.activeElement?.matches("iframe.webview"));
  say("the picture has the keyboard once it is shown");
}

/** Looks at the picture before anybody has moved it: it begins at its left, and its legend can be seen. */
async function seenAtFirst(picture) {
  await picture.locator("#picture .node").first().waitFor();
  const [stage, least] = await picture.locator("#picture").evaluate((all) => {
    const lefts = [...all.querySelectorAll(".node")].map((node) => node.getBoundingClientRect().left);
    return [all.getBoundingClientRect().left, Math.min(...lefts)];
  });
  if (least < stage) throw new Error(`the picture begins ${stage - least} pixels outside its frame`);
  const effect = await picture
    .locator("#legend .shape")
    .first()
    .evaluate((shape) => getComputedStyle(shape).vectorEffect);
  if (effect !== "non-scaling-stroke") throw new Error(`the legend's lines are as thin as its samples are small: ${effect}`);
  say("the picture begins at its left, with a legend that can be seen");
}

/** Makes the window larger: the picture, which nobody has moved, is shown whole. */
async function seenWhole(page, picture) {
  const before = page.viewportSize();
  await page.setViewportSize({ width: 2800, height: 1800 });
  const all = picture.locator("#picture");
  await all.evaluate(async (stage) => {
    const isInside = () => {
      const { left, right } = stage.getBoundingClientRect();
      return [...stage.querySelectorAll(".node")].every((node) => {
        const box = node.getBoundingClientRect();
        return box.left >= left && box.right <= right;
      });
    };
    for (const from = Date.now(); !isInside(); ) {
      if (Date.now() - from > 20_000) throw new Error("a picture that nobody has moved is not shown whole in a larger window");
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  });
  await page.setViewportSize(before);
  say("a larger window shows the whole picture");
}

/** Makes the window as low as at a zoom of 200 %: picture and list keep a height in which something can be seen. */
async function seenInLow(page, picture) {
  const before = page.viewportSize();
  await page.setViewportSize({ width: 640, height: 400 });
  for (const part of ["#picture", "aside"]) {
    const height = await picture.locator(part).evaluate((element) => element.getBoundingClientRect().height);
    if (height < 150) throw new Error(`in a low window ${part} is ${height} pixels high`);
  }
  await page.setViewportSize(before);
  say("a low window scrolls, and leaves the picture its height");
}

/** Searches the list for what is there and what is not, and has it drawn anew. */
async function found(picture) {
  await picture.locator("#find").fill("no such thing");
  await picture.locator("#list", { hasText: "Nothing here has such a name, kind or status." }).waitFor();
  await told(picture, /^0 of \d+ found$/);
  await picture.locator("#find").fill("");
  const selected = await picture.locator("#details h2").textContent();
  await picture
    .locator("#picture .node")
    .first()
    .evaluate((node) => node.setAttribute("data-old", ""));
  await picture.locator("#refresh").click();
  await picture.locator("#picture:not(:has([data-old]))").waitFor();
  await picture.locator("#details h2", { hasText: selected }).waitFor();
  await told(picture, / is selected, with \d+ edges?$/);
  const live = picture.locator("[aria-live], [role=status], [role=alert]");
  if ((await live.count()) !== 1) throw new Error("more than what has changed is read aloud by itself");
  const tree = await picture.locator("#picture").ariaSnapshot();
  if (/^ +- (?!button )/m.test(tree)) throw new Error(`the picture has more for screen readers than its nodes:\n${tree}`);
  say("the list says that nothing is found; what is selected stays so when the picture is drawn anew; changes are told, in few words");
}

/** Measures how well the page can be read in high contrast, with a node selected, nothing selected and many edges; then takes the other theme. */
async function seenWell(page, picture, theme) {
  const all = picture.locator("#picture");
  await picture.locator(`body${theme === "light" ? "" : ":not(.vscode-high-contrast-light)"}.vscode-high-contrast`).waitFor();
  await picture.locator("#find").fill("integrin");
  await picture.locator("#list button", { hasText: "integrin αvβ3" }).first().click();
  await readable(picture, `in high contrast, ${theme}, with a node selected`);
  await picture.locator("#find").fill("");
  await all.locator(".node.selected").focus();
  await page.keyboard.press("Escape");
  await readable(picture, `in high contrast, ${theme}`);
  await all.evaluate((element) => element.classList.add("dense"));
  await readable(picture, `in high contrast, ${theme}, with many edges`);
  await all.evaluate((element) => element.classList.remove("dense"));
  say(`texts and lines can be read in high contrast, ${theme}`);
  await runCommand(page, "Preferences: Toggle between Light/Dark Themes");
}

/** What a screen reader is told: that something has changed and how much there is, not all of it. */
async function told(picture, what) {
  await picture.locator("#said", { hasText: what }).waitFor();
}

/** Goes from node to node by arrow keys, and through the list by Tab and Enter. */
async function byKeyboard(page, picture) {
  const first = picture.locator('#picture [tabindex="0"]');
  await first.waitFor();
  await first.focus();
  const focused = () => picture.locator("#picture .node:focus").getAttribute("data-id");
  const seen = new Set([await focused()]);
  for (const key of ["ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp", "ArrowRight", "ArrowRight", "ArrowDown", "ArrowDown"]) {
    await page.keyboard.press(key);
    seen.add(await focused());
  }
  if (seen.size < 3) throw new Error(`the arrow keys reach ${[...seen].join(", ")} alone`);
  say(`arrow keys reach ${seen.size} nodes`);
  for (let times = 0; times < 6; times++) await page.keyboard.press("+");
  const isSeen = await picture.locator("#picture .node:focus").evaluate((node) => {
    const [box, stage] = [node, document.getElementById("picture")].map((element) => element.getBoundingClientRect());
    return box.right > stage.left && box.left < stage.right && box.bottom > stage.top && box.top < stage.bottom;
  });
  if (!isSeen) throw new Error("what is selected goes out of sight when the picture is made larger");
  await page.keyboard.press("0");
  say("what is selected stays in sight when the picture is made larger");
  const heading = picture.locator("#details h2");
  await heading.waitFor();
  await picture.locator("#find").focus();
  await page.keyboard.type("bevacizumab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await picture.locator("#details h2", { hasText: "bevacizumab" }).waitFor();
  await told(picture, /^bevacizumab is selected, with \d+ edges$/);
  if (!(await picture.locator("#details li").first().textContent()).includes("("))
    throw new Error("the edges of bevacizumab name no source");
  const about = await picture.locator("#details p").first().textContent();
  if (!/^drug, approved, .*\(as of \d{4}-\d\d\)/.test(about)) throw new Error(`the status of bevacizumab has no date: ${about}`);
  // the kind stands in the heading, and is not said again of each
  await picture.locator("#list li", { hasText: /^bevacizumab approved$/ }).waitFor();
  await picture.locator('#details .action[title$="(C)"]').waitFor();
  say("the list leads to bevacizumab, its edges, their sources and the keys");
  await picture.locator("#details li button", { hasText: "VEGF-A" }).first().focus();
  await page.keyboard.press("Enter");
  await picture.locator("#details h2:focus", { hasText: "VEGF-A" }).waitFor();
  say("a name among its edges leads on, and the keyboard stays there");
  const kinds = await picture.locator("#legend > span").allTextContents();
  const order = ["drug", "target", "target family", "complex", "strategy", "carrier", "pathway", "process"];
  const wanted = order.filter((kind) => kinds.some((text) => text.trim() === kind));
  if (kinds.map((text) => text.trim()).join() !== wanted.join()) throw new Error(`the legend says ${kinds.join()}`);
  say("the legend has the order of the list");
}

/** Goes to the place of a node by Enter: the keyboard is in the note then. */
async function toPlace(page, picture) {
  await picture.locator('#picture [data-id="drug:cilengitide"]').focus();
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement?.closest(".editor-instance .monaco-editor"));
  say("Enter leads to the place of a node, and the keyboard with it");
}

/** Opens the card of a node by its key. */
async function toCard(page, picture) {
  await picture.locator('#picture [data-id="drug:bevacizumab"]').focus();
  await page.keyboard.press("c");
  await page.locator(".tab", { hasText: "bevacizumab" }).first().waitFor();
  say("C opens its card");
}

/** Looks at the name that is proposed for the picture of a note. */
async function named(page, folder) {
  await page.locator(".editor-instance .view-lines").first().click();
  const picture = await showNetwork(page, "This note");
  await picture.locator("#title", { hasText: "journal-club.md" }).waitFor();
  await picture.locator("#svg").click();
  const input = page.locator(".quick-input-widget input").first();
  await input.waitFor();
  const wanted = path.join(folder, "network of journal-club.svg");
  await page.waitForFunction(([box, value]) => box.value === value, [await input.elementHandle(), wanted]);
  await page.keyboard.press("Escape");
  say("the picture of a note is proposed to be saved beside it, under its name without the ending");
}

/** Asks for the network in a window without a folder, of which only the open note would be known. */
async function withoutFolder(page) {
  await whenRead(page);
  await runCommand(page, "Metastasis Notes: Show Network");
  const rows = page.locator(".quick-input-list .monaco-list-row");
  await rows.filter({ hasText: "This note" }).waitFor();
  if ((await rows.filter({ hasText: "The notes of this folder" }).count()) > 0)
    throw new Error("a window without a folder offers the network of a folder, which would be that of the open note");
  await page.close();
  say("a window without a folder offers the network of the note, not of its folder");
}

/** Saves the picture by its button and looks at the file. */
async function saved(page, picture, folder, format) {
  const button = picture.locator(`#${format}`);
  await button.focus();
  await page.keyboard.press("Enter");
  const input = page.locator(".quick-input-widget input").first();
  const file = path.join(folder, `picture.${format}`);
  await input.waitFor();
  // the dialog proposes a name once it has read the folder, over what was typed before
  await page.waitForFunction(([box, ending]) => box.value.endsWith(ending), [await input.elementHandle(), `.${format}`]);
  await input.fill(file);
  await input.press("Enter");
  for (const from = Date.now(); !existsSync(file) || readFileSync(file).length === 0; ) {
    if (Date.now() - from > 20_000) throw new Error(`${format} was not written`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const bytes = readFileSync(file);
  const isWhole =
    format === "png"
      ? bytes.toString("latin1", 1, 4) === "PNG" && bytes.readUInt32BE(16) > 400 && bytes.toString("latin1").includes("IEND")
      : /^<svg [^>]*viewBox=[\s\S]*>bevacizumab<[\s\S]*<\/svg>$/.test(bytes.toString()) &&
        !/var\(--/.test(bytes.toString()) &&
        // else the verbs' outlines would hide them
        /paint-order="stroke"/.test(bytes.toString());
  if (!isWhole) throw new Error(`the ${format} that was written is none: ${bytes.toString("latin1", 0, 200)}`);
  say(`saved as ${format}: ${bytes.length} bytes`);
}
