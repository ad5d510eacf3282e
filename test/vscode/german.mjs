// In a German editor all that the extension says of its own is German; names, statuses and findings stay as its sources have them.
import { reviewed, runCommand, whenRead } from "./scenes.mjs";
import { goTo } from "./workbench.mjs";

/** Goes through views, renaming and reviewing on the page of a German workbench with the note journal-club.md. */
export async function inGerman(page) {
  await whenRead(page);
  await views(page);
  await renamed(page);
  await citations(page);
  await page.close();
  console.log("in a German editor views, renaming and reviewing speak German");
}

async function views(page) {
  await shows(page, "In dieser Notiz", /^Wirkstoffe\s*\d+ Namen, \d+ Nennungen/);
  await shows(page, "Strategien", /Schritt 1/);
}

/** Opens a view by its German name and waits for a row. */
async function shows(page, view, row) {
  await runCommand(page, `Metastasis Notes: Focus on ${view} View`);
  await page.locator(`.part.sidebar .monaco-list[aria-label="${view}"] .monaco-list-row`, { hasText: row }).first().waitFor();
}

/** Asks for a name that the drug does not have. */
async function renamed(page) {
  await goTo(page, 6);
  await page.keyboard.press("Home");
  for (let step = 0; step < 5; step++) await page.keyboard.press("ArrowRight"); // "So be|vacizumab"
  await page.keyboard.press("F2");
  const box = page.locator(".rename-box input");
  await box.waitFor();
  await box.fill("Foobar");
  await page.keyboard.press("Enter");
  await page.getByText("„Foobar“ ist kein Name von bevacizumab, den der Datensatz kennt").first().waitFor();
}

async function citations(page) {
  const said = (await (await reviewed(page, "Literaturverweise durchsehen")).textContent()).replaceAll("\u00a0", " ");
  if (!/Zeile 7 handelt von marimastat, MMP-2, MMP-9, der Titel von ulocuplumab\b/.test(said))
    throw new Error(`it speaks no German: ${said}`);
  await page.locator(".quick-input-title", { hasText: "1 von 2 Literaturverweisen hat" }).waitFor();
  await page.keyboard.press("Escape");
}
