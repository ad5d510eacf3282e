// `npm run screenshots`: pictures of the extension at work, for the README, into docs/images/. Needs no display.
//   node test/vscode/screenshots.mjs [--theme dark|light|high-contrast] [--out FOLDER] [--vsix FILE] [SCENE …]
//   node test/vscode/screenshots.mjs --all [--out FOLDER]   all scenes, a card of each kind and the lists of completions in all
//                                                           themes, into dist/screenshots/, to be looked at; not for git.
//                                                           As a scene, cards and lists together are called cards
//   node test/vscode/screenshots.mjs --note FILE --word WORD --out FILE.png   the card on one word of any note
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { installed } from "./install.mjs";
import { build } from "./processes.mjs";
import { cards, lineOf, pictureOfCard, scenes, typed } from "./scenes.mjs";
import { launchBrowser, serve, temporaryFolder } from "./served.mjs";
import { boxOf, bringUp, goTo, noteUrl, openPage } from "./workbench.mjs";

const root = path.join(import.meta.dirname, "../..");
/** The scenes that the README shows. */
const IN_README = ["hover", "completion", "quick-fix"];
/** All cards and lists of completions, which share a page. */
const CARDS = "cards";
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
  // a list that opened by itself has nothing selected, and Ctrl+Space would only open its details
  "metastasisNotes.completion.automatic": false,
  "window.autoDetectColorScheme": false,
  "window.commandCenter": false,
  "window.menuBarVisibility": "hidden",
  "workbench.activityBar.location": "hidden",
  "workbench.layoutControl.enabled": false,
  "workbench.tips.enabled": false,
};

const { values, positionals } = parseArgs({
  options: {
    ...Object.fromEntries(["theme", "out", "vsix", "note", "word"].map((name) => [name, { type: "string" }])),
    all: { type: "boolean" },
  },
  allowPositionals: true,
});
await main();

async function main() {
  const known = [...Object.keys(scenes), CARDS];
  const unknown = positionals.find((name) => !known.includes(name));
  if (unknown) throw new Error(`there is no scene ${unknown}; there are ${known.join(", ")}`);
  const names = positionals.length > 0 ? positionals : values.all ? known : IN_README;
  if (values.theme && !(values.theme in themes)) throw new Error(`--theme is one of ${Object.keys(themes).join(", ")}`);
  if (!values.vsix) await build();
  const editor = await installed(say);
  const wanted = values.all && !values.theme ? Object.keys(themes) : [values.theme ?? "dark"];
  for (const theme of wanted) {
    const server = await serve(editor, {
      settings: { ...bare, "workbench.colorTheme": themes[theme][0] },
      ...(values.vsix ? { vsix: values.vsix } : { extension: root }),
    });
    const browser = await launchBrowser(editor);
    try {
      const shot = {
        server,
        browser,
        theme,
        out: path.resolve(values.out ?? path.join(root, values.all ? "dist/screenshots" : "docs/images")),
      };
      if (values.note) await oneCard(shot);
      else for (const name of names) await (name === CARDS ? cardsAndLists(shot) : picture(shot, name));
    } finally {
      await browser.stop();
      await server.stop();
    }
  }
}

/** Takes the picture of a scene, in a fresh copy of the sample notes. */
async function picture(shot, name) {
  const notes = temporaryFolder("notes");
  try {
    cpSync(path.join(import.meta.dirname, "sample"), notes.folder, { recursive: true });
    const [file, scene] = scenes[name];
    const page = await open(shot, notes.folder, path.join(notes.folder, file));
    await save(page, fileOf(shot, name), await scene(page));
    await page.close();
  } finally {
    await notes.remove();
  }
}

/** The file of a picture; the dark theme's, which the README shows, has the plain name. */
function fileOf({ out, theme }, name) {
  return path.join(out, `${name}${theme === "dark" ? "" : `-${theme}`}.png`);
}

/** Takes a picture of each card and of each list of completions, all on one page. */
async function cardsAndLists(shot) {
  const notes = temporaryFolder("notes");
  try {
    const note = path.join(notes.folder, "cards.md");
    // room below each line: a card above its word could not be pulled longer; and above it, where the pointer comes from: no other name
    writeFileSync(note, `${cards.map(([, , line]) => line).join("\n\n\n\n")}\n\n\n\nGiven \n${"\n".repeat(40)}`);
    const page = await open(shot, notes.folder, note);
    for (const [i, [name, word]] of cards.entries()) {
      await toTop(page, 4 * i + 1, word);
      await save(page, fileOf(shot, `card-${name}`), await pictureOfCard(page, word));
      await page.keyboard.press("Escape");
      await page.mouse.move(1100, 780);
      await page.locator(".monaco-hover:not(.hidden) .hover-contents").first().waitFor({ state: "hidden" });
    }
    await toTop(page, 4 * cards.length + 1, "Given");
    for (const text of typed) {
      await page.keyboard.type(text, { delay: 40 });
      const list = page.locator(".suggest-widget.visible");
      await bringUp(list.locator(".monaco-list-row").first(), () => page.keyboard.press("Control+Space"));
      await save(page, fileOf(shot, `list-${text}`), [await lineOf(page, text), await list.boundingBox()]);
      await page.keyboard.press("Escape");
      for (const _ of text) await page.keyboard.press("Backspace");
    }
    await page.close();
  } finally {
    await notes.remove();
  }
}

/** Scrolls until the line of a word is near the top: room for what is shown beneath it. */
async function toTop(page, line, word) {
  await goTo(page, line);
  const { y: top } = await page.locator(".editor-instance .monaco-editor").first().boundingBox();
  let { y } = await boxOf(page, word);
  for (let step = 0; step < 60 && y > top + 80; step++) {
    await page.keyboard.press("Control+ArrowDown");
    ({ y } = await boxOf(page, word, y)); // no faster than the page scrolls
  }
}

async function oneCard(shot) {
  if (!values.word || !values.out) throw new Error("--note wants --word WORD and --out FILE.png");
  const note = path.resolve(values.note);
  const page = await open(shot, path.dirname(note), note);
  const line =
    readFileSync(note, "utf8")
      .split("\n")
      .findIndex((text) => text.includes(values.word)) + 1;
  if (line === 0) throw new Error(`${values.word} is not in ${values.note}`);
  await toTop(page, line, values.word);
  const boxes = await pictureOfCard(page, values.word, say);
  await save(page, values.out, boxes);
}

/** Opens a note alone on the page and waits for the theme, which comes after the text. */
async function open({ server, browser, theme }, folder, note) {
  const page = await openPage(browser, noteUrl(server, folder, note), 1.25);
  await page.locator(`.monaco-workbench[class*="${themes[theme][1]}"]`).waitFor();
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
