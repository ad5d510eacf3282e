// Uses the workbench in a browser as a person does: opens a note, points at a word, reads the card.
import { remoteUri, workbenchUrl } from "./served.mjs";

/** The address at which the workbench opens a folder and a note in it; without a note the folder alone. */
export function noteUrl(server, folder, note) {
  const payload = [["skipWelcome", "true"]];
  if (note) payload.unshift(["openFile", remoteUri(server, note)]);
  return workbenchUrl(server, folder, payload);
}

/**
 * Opens an address in a new page of 1200 by 800 (times `scale`) pixels and waits for a note's text.
 * @param language what a language pack would set: extensions speak it, the workbench itself, which has no pack, stays English
 */
export async function openPage(browser, url, scale = 1, language = "en") {
  const page = await browser.newPage({ locale: "en-US", viewport: { width: 1200, height: 800 }, deviceScaleFactor: scale });
  await page.addInitScript((code) => {
    if (code !== "en") globalThis._VSCODE_NLS_LANGUAGE = code;
  }, language);
  page.setDefaultTimeout(60_000);
  await page.goto(url);
  await page.locator(".editor-instance .view-line").first().waitFor();
  return page;
}

/** Does something, again if need be, until what it should bring up is shown. */
export const bringUp = (locator, act, limit) => again(act, (options) => locator.waitFor(options), limit);

/** Opens the field above the window by a key and writes into it; it is opened again where something else has closed it. */
export async function fillQuickInput(page, key, text) {
  const input = page.locator(".quick-input-widget input").first();
  await again(
    () => page.keyboard.press(key),
    (options) => input.fill(text, options),
  );
}

/** Does something until what follows from it comes within three seconds. */
async function again(act, follows, limit = 60_000) {
  for (const from = Date.now(); ; ) {
    await act();
    try {
      return await follows({ timeout: 3000 });
    } catch (error) {
      if (Date.now() - from > limit) throw error;
    }
  }
}

/** Points at a word until its card shows. @returns the card's text */
export async function hover(page, word) {
  const contents = page.locator(".monaco-hover:not(.hidden) .hover-contents");
  const card = contents.filter({ hasNotText: /^Loading/ }).first();
  await bringUp(card, async () => {
    const { x, y, width, height } = await boxOf(page, word);
    await page.mouse.move(x + width / 2, Math.max(0, y - 60));
    await page.mouse.move(x + width / 2, y + height / 2, { steps: 4 });
  });
  // biome-ignore lint/performance/useDomNodeTextContent: keeps the lines of the card apart
  return card.innerText();
}

/** Where a word stands on the page, by its first occurrence in the lines in view; waits until that is above a height, where one is given. */
export async function boxOf(page, word, above) {
  const found = await page.waitForFunction(findWord, [word, above]);
  return found.jsonValue();
}

/** Runs in the page: a word may be spread over several pieces of a line, each with its own colour. */
function findWord([word, above]) {
  for (const line of document.querySelectorAll(".editor-instance .view-line")) {
    const start = line.textContent.replaceAll("\u00a0", " ").indexOf(word);
    if (start < 0) continue;
    const range = document.createRange();
    const pieces = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    let passed = 0;
    for (let piece = pieces.nextNode(); piece; piece = pieces.nextNode()) {
      const inPiece = (offset) => offset >= passed && offset <= passed + piece.length;
      if (inPiece(start)) range.setStart(piece, start - passed);
      if (inPiece(start + word.length)) {
        range.setEnd(piece, start + word.length - passed);
        const { x, y, width, height } = range.getBoundingClientRect();
        return above === undefined || y < above ? { x, y, width, height } : undefined;
      }
      passed += piece.length;
    }
  }
  return undefined;
}

/** Puts the cursor at the end of a line, counted from 1, and brings the line into the middle. */
export async function goTo(page, line) {
  // the first lines in view may lie beneath others: any place of the text will do
  const { x, y, width, height } = await page.locator(".editor-instance .monaco-editor").first().boundingBox();
  await page.mouse.click(x + width * 0.8, y + height * 0.9);
  await fillQuickInput(page, "Control+g", `:${line}`);
  await page.keyboard.press("Enter");
  await page.locator(".quick-input-widget").waitFor({ state: "hidden" });
  await page.keyboard.press("End");
}
