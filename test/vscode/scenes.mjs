// What the pictures of screenshots.mjs show, and how a person comes to it.
import { boxOf, bringUp, fillQuickInput, goTo, hover } from "./workbench.mjs";

/** What is shown in which note: each scene leads to the state and gives the boxes to be in the picture. */
export const scenes = {
  hover: ["welcome.md", (page) => pictureOfCard(page, "bevacizumab")],
  "hover-target": ["welcome.md", (page) => pictureOfCard(page, "αvβ3")],
  completion: ["welcome.md", completion],
  "quick-fix": ["welcome.md", quickFix],
  problems: ["welcome.md", problems],
  colours: ["journal-club.md", colours],
  note: ["journal-club.md", inThisNote],
  strategies: ["journal-club.md", strategies],
  network: ["journal-club.md", network],
  "network-dataset": ["journal-club.md", networkOfDataset],
  "review-citations": ["journal-club.md", reviewCitations],
};

/** A line for each card of `--all`, and the word in it that is pointed at. */
export const cards = [
  ["drug", "cilengitide", "Cilengitide was cilengitide from the start."],
  ["drug-withdrawn", "tazemetostat", "Then came tazemetostat."],
  ["drug-elsewhere", "disulfiram", "A trial of disulfiram."],
  ["target", "VEGF-A", "Levels of VEGF-A were high."],
  ["target-variant", "KRAS", "The variant KRAS G12C was found."],
  ["family", "integrins", "Binding to integrins was lost."],
  ["complex", "αvβ3", "Binding to αvβ3 was lost."],
  ["process", "angiogenesis", "Signs of angiogenesis."],
  ["pathway", "PI3K/AKT/mTOR", "The PI3K/AKT/mTOR pathway was active."],
  ["strategy", "integrin blockade", "On integrin blockade."],
  ["nanoplatform", "lipid nanoparticles", "Carried by lipid nanoparticles."],
  ["cancer", "melanoma", "In patients with melanoma."],
  ["challenge", "T-cell exhaustion", "Signs of T-cell exhaustion."],
  ["regimen", "FOLFOX", "Given FOLFOX before."],
  ["known-drug", "ranibizumab", "Given ranibizumab before."],
  ["known-gene", "ACTB", "Expression of ACTB was even."],
  ["known-family", "annexins", "Binding of annexins was even."],
  ["known-class", "antibacterial agent", "Given an antibacterial agent before."],
  ["readings", "VEGF inhibitors", "Patients were treated with VEGF inhibitors."],
  ["unknown", "folritinib", "Patients were treated with folritinib 10 mg."],
];
/** What is typed for each list of `--all`. */
export const typed = ["pembr", "Keytr", "LY2157", "avb3", "her2", "MMP", "pd-l1", "e-cad"];

/** Points at a word. @returns the boxes of its line and of its card */
export async function pictureOfCard(page, word, tell = () => undefined) {
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
export async function lineOf(page, word) {
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
  const details = page.locator(".suggest-details-container");
  await bringUp(details, () => page.keyboard.press("Control+Space")); // opens the card beside the list
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
  await whenRead(page);
  return [await page.locator(".editor-instance").first().boundingBox()];
}

async function inThisNote(page) {
  await whenRead(page);
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
  // the view of the note has a row of each drug as well: what goes shows that the filter has been at work
  await row(page, "lymphangiogenesis").waitFor({ state: "detached" });
  return [{ x: 0, y: 0, width: 1200, height: 800 }];
}

async function network(page) {
  await whenRead(page);
  const picture = await showNetwork(page, "This note");
  await picture.locator("#list button", { hasText: "bevacizumab" }).first().click();
  await picture.locator("#details h2").waitFor();
  return [{ x: 0, y: 0, width: 1200, height: 800 }];
}

/** As many nodes as are ever drawn. */
async function networkOfDataset(page) {
  await whenRead(page);
  const picture = await showNetwork(page, "The dataset");
  await picture.locator("#picture .node").first().waitFor();
  await picture.locator("#fit").click();
  return [{ x: 0, y: 0, width: 1200, height: 800 }];
}

/** A sentence with a reference of its own, and one with a reference about something else. */
const CITED = `Marimastat blocks MMP-2 and MMP-9 [1]. Anlotinib blocks VEGFR2 and FGFR1 [2].

## References

1. "Ulocuplumab (BMS-936564 / MDX1338), a fully human anti-CXCR4 antibody," Oncotarget, 2016.
2. "Anlotinib as a molecular targeted therapy for tumors," Oncol Lett, 2020.
`;

async function reviewCitations(page) {
  await whenRead(page);
  await reviewed(page, "Review Citations");
  return [{ x: 0, y: 0, width: 1200, height: 800 }];
}

/** Writes sentences with citations into a note and has them reviewed. @returns the row of the one that is doubted */
export async function reviewed(page, title) {
  await goTo(page, 7); // is empty: of a line that is wrapped, End would be the end of its first part
  await page.keyboard.insertText(CITED);
  await runCommand(page, `Metastasis Notes: ${title}`);
  const row = page.locator(".quick-input-list .monaco-list-row", { hasText: "Ulocuplumab" }).first();
  await row.waitFor();
  return row;
}

/** Waits until the extension has read the note, and leaves it as it was. */
export async function whenRead(page) {
  await hover(page, "bevacizumab");
  await page.keyboard.press("Escape");
  await page.mouse.move(1100, 780);
}

/** Shows the network of what the list calls so, in this letter case. @returns the frame that it is drawn in */
export async function showNetwork(page, of) {
  await runCommand(page, "Metastasis Notes: Show Network");
  await page
    .locator(".quick-input-list .monaco-list-row", { hasText: new RegExp(of) })
    .first()
    .click();
  return page.frameLocator("iframe.webview").frameLocator("iframe#active-frame");
}

/** A row of a tree in the side bar. */
function row(page, text) {
  return page.locator(".part.sidebar .monaco-list-row", { hasText: text }).first();
}

/** Runs a command by its title. */
export async function runCommand(page, title) {
  await fillQuickInput(page, "F1", `>${title}`);
  await page.locator(".quick-input-list .monaco-list-row.focused", { hasText: title }).waitFor();
  await page.keyboard.press("Enter");
}
