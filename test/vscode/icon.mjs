// Draws docs/images/icon.png, which the marketplaces show, from icon.svg beside it: node test/vscode/icon.mjs
import { readFileSync } from "node:fs";
import path from "node:path";
import { installed } from "./install.mjs";
import { launchBrowser } from "./served.mjs";

const folder = path.join(import.meta.dirname, "../../docs/images");
/** Width and height in pixels: the marketplaces want 128 at least, and screens have two for each. */
const SIZE = 256;

const browser = await launchBrowser(await installed((line) => console.log(line)));
try {
  const page = await browser.newPage({ viewport: { width: SIZE, height: SIZE } });
  await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${readFileSync(path.join(folder, "icon.svg"), "utf8")}`);
  await page.screenshot({ path: path.join(folder, "icon.png"), omitBackground: true });
} finally {
  await browser.stop();
}
