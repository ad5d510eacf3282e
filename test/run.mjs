// `npm test`: builds, checks and runs every test; the last line says how many passed and failed.
//   node test/run.mjs --fast     the inner loop: without the editor, and without the tests that start programs or are long
//   node test/run.mjs --units    without the editor
//   node test/run.mjs --editor   builds, then only those in the editor
import { readdirSync } from "node:fs";
import path from "node:path";
import { run } from "./vscode/processes.mjs";

const root = path.join(import.meta.dirname, "..");
const args = process.argv.slice(2);
const [fast, units, editorOnly] = ["--fast", "--units", "--editor"].map((option) => args.includes(option));
const total = { passed: 0, failed: 0 };
/** How long a program may take before it is taken for one that hangs, in milliseconds: a busy machine is slow, and no fault. */
const HANGS = 900_000;

/** Tests that start programs. */
const STARTING =
  /^(server[\\/]\w+|ownServer|hostile|restarts|security|cli|browser|manifest|corroborate|navigation|manyNotes|mcp|package|editors|notebooks)\.test\.mjs$/;
/** Tests that start threads, go through all records, or try long at random. */
const LONG =
  /(^|[\\/])(card|carry|cli[\\/](check|fix|export|files|formats|baseline|ownData)|data|extend|grounds|ignored|input|keptIndex|note[\\/](note|reading|markdown)|hashSet|oneSpelling|records|fullCard|cards|regexes|slow|spelling|fuzz|layout|recordNames|lexicon|strategyTree|threads)\.test\.mjs$/;
/** Unit tests run in two programs at once, of about the same length: which files are whose. */
const SHARES = {
  starting: (file) => STARTING.test(file),
  others: (file) => !STARTING.test(file),
  even: (file, i) => !STARTING.test(file) && !LONG.test(file) && i % 2 === 0,
  odd: (file, i) => !STARTING.test(file) && !LONG.test(file) && i % 2 === 1,
};

if (args[0] === "--unit") await unitTests(SHARES[args[1]]);
else {
  await runAll().catch((error) => {
    console.log(error.stack);
    total.failed += 1;
  });
  if (total.passed === 0) total.failed ||= 1;
  console.log(`${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed > 0 ? 1 : 0;
}

async function runAll() {
  const building = step("build", () => check(["esbuild.mjs", ...(fast ? ["--tests"] : [])]), false);
  const others = editorOnly
    ? []
    : [
        step("types", () => check(["node_modules/typescript/bin/tsc"])),
        step("types of the page", () => check(["node_modules/typescript/bin/tsc", "-p", "client/network/page"])),
        step("lint", () => check(["node_modules/@biomejs/biome/bin/biome", "check", "--error-on-warnings"])),
        // all unit tests look at the data as well; in the inner loop `npm run data:check` does
        ...(fast || units ? [] : [building.then(() => step("data", () => check(["esbuild.mjs", "--data-check"])))]),
      ];
  const built = await building;
  if (!fast && !units) await Promise.all(others);
  if (!built) return console.log("✘ the tests were not run, for the build failed");
  if (!editorOnly)
    await Promise.all(
      (fast ? ["even", "odd"] : ["others", "starting"]).map((share, i) =>
        step(i === 0 ? "unit tests" : "more unit tests", async () =>
          counted(await program(["--enable-source-maps", "test/run.mjs", "--unit", share], HANGS)),
        ),
      ),
    );
  await Promise.all(others);
  if (!fast && !units) await editorTests();
}

/** The tests in a real editor, once in each extension host, and a look at the page as a person sees it. */
async function editorTests() {
  const { findEditor } = await import("./vscode/host.mjs");
  const { runSuite } = await import("./vscode/suites.mjs");
  let editor;
  const find = async () => {
    editor = await findEditor((line) => console.log(`  ${line}`));
    return { passed: 1, failed: 0, about: editor.name };
  };
  if (!(await step("an editor", find, false))) return;
  for (const host of ["desktop", "web"]) await step(`editor tests, ${host} host`, async () => counted(await runSuite(editor, host)));
  if (editor.kind !== "served") return;
  await step("a note in the workbench", () => check(["test/vscode/start.mjs", "--check", "--built"]));
  await step("the network in the workbench", () => check(["test/vscode/network.mjs", "--built"]));
  await step("the keyboard in the workbench", () => check(["test/vscode/keys.mjs", "--built"]));
}

/**
 * Does a step and prints a line about it; what was printed by a step that failed follows.
 * @param work gives `passed`, `failed` and perhaps `text` (what it printed) and `about` (for the line)
 * @param counts whether what passed counts; what failed always does
 * @returns whether nothing failed
 */
async function step(name, work, counts = true) {
  const from = performance.now();
  const { passed, failed, text = "", about = "" } = await work().catch((error) => ({ passed: 0, failed: 1, text: error.stack }));
  const time = `${((performance.now() - from) / 1000).toFixed(1)} s`;
  const numbers = about || (passed + failed > 1 ? `${passed} passed${failed > 0 ? `, ${failed} failed` : ""}` : "");
  console.log(`${failed > 0 ? "✘" : "✔"} ${name.padEnd(28)}${time.padStart(8)}  ${numbers}`.trimEnd());
  if (failed > 0) console.log(`\n${text.replace(/^\n+/, "").trimEnd()}\n`);
  if (counts) total.passed += passed;
  total.failed += failed;
  return failed === 0;
}

/** Runs one of our programs. @returns its exit code and what it printed */
function program(command, limit) {
  return run(process.execPath, command, { cwd: root, limit });
}

/** A program that tells by its exit code whether all is well. */
async function check(command) {
  const { code, text } = await program(command, HANGS);
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, text };
}

/** Reads the counts out of what a test run printed; a run that broke off counts as one failure. */
function counted({ code, text }) {
  const [last, ...numbers] = /(\d+) passed, (\d+) failed$/m.exec(text) ?? ["", 0, 0];
  const [passed, failed] = numbers.map(Number);
  if (failed > 0) return { passed, failed, text: text.replace(/^ {2}✔.*\n/gm, "").replace(last, "") };
  if (code === 0 && passed > 0) return { passed, failed };
  return { passed, failed: 1, text: `${text.split("\n").slice(-30).join("\n")}\nThe run broke off, with exit code ${code}.` };
}

/** Runs mocha over the built tests in this process. */
async function unitTests(isMine) {
  const { default: Mocha } = await import("mocha");
  const { runAndReport } = await import("../dist/test/report.mjs");
  const mocha = new Mocha({ ui: "bdd", timeout: 120_000, forbidOnly: true });
  const folder = path.join(root, "dist/test");
  const files = readdirSync(folder, { recursive: true }).filter((file) => file.endsWith(".test.mjs") && !file.startsWith("vscode"));
  for (const file of files.sort().filter(isMine)) mocha.addFile(path.join(folder, file));
  await mocha.loadFilesAsync();
  await runAndReport(mocha).catch(() => {
    process.exitCode = 1;
  });
}
