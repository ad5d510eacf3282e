// Runs the editor tests in VS Code itself: node desktop.mjs EXECUTABLE FOLDER desktop|web. A program of its own so that it can be ended.
import path from "node:path";
import { runTests } from "@vscode/test-electron";
import { temporaryFolder } from "./served.mjs";

const [vscodeExecutablePath, folder, host] = process.argv.slice(2);
const root = path.join(import.meta.dirname, "../..");
const profile = temporaryFolder("profile");
const flags = [`--user-data-dir=${path.join(profile.folder, "data")}`, `--extensions-dir=${path.join(profile.folder, "extensions")}`];
if (host === "web") flags.push("--extensionDevelopmentKind=web");
try {
  await runTests({
    vscodeExecutablePath,
    extensionDevelopmentPath: root,
    extensionTestsPath: path.join(root, "dist/test/vscode", host === "web" ? "suite.browser.js" : "suite.js"),
    launchArgs: [folder, "--disable-extensions", ...flags],
  });
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await profile.remove();
}
