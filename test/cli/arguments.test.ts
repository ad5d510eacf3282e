/** How the command line is used, and what it says when it is used otherwise. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { version } from "../../package.json";
import { FORMATS, HELP } from "../../server/cli/arguments";
import { ROOT } from "../client";
import { run } from "./run";

describe("the command line tells how it is used:", () => {
  for (const args of [["--help"], ["-h"], ["check", "--help"], ["--help", "--version"]])
    it(args.join(" "), async () => {
      assert.deepEqual(await run(...args), { status: 0, out: HELP, error: "" });
    });

  it("the help names every option and every format", () => {
    const source = readFileSync(path.join(ROOT, "server/cli/arguments.ts"), "utf8");
    const options = [...source.matchAll(/^ {8}"?([a-z-]+)"?: \{ type: /gm)].map(([, name]) => `--${name}`);
    assert.ok(options.length >= 11, String(options));
    for (const part of [...options, ...FORMATS, "Exit status: 0"]) assert.ok(HELP.includes(part), part);
    for (const line of HELP.split("\n")) assert.ok(line.length <= 120, line);
  });

  it("mcp of a folder that is not there", async () => {
    assert.deepEqual(await run("mcp", "nowhere"), { status: 2, out: "", error: "nowhere: there is no such folder\n" });
    const { error } = await run("mcp", __filename);
    assert.match(error, /: is no folder; name the one that the notes are in\n$/);
  });

  it("--version", async () => {
    const { status, out, error } = await run("--version");
    assert.deepEqual([status, error], [0, ""]);
    assert.match(
      out,
      new RegExp(`^metastasis-notes ${version.replaceAll(".", "\\.")}, dataset \\d{4}\\.\\d{2} of \\d{4}-\\d{2}-\\d{2}\\n$`),
    );
  });

  for (const [args, reason] of [
    [[], "say what to do: check, "],
    [["lint"], "unknown command “lint”"],
    [["check"], "no files given"],
    [["check", "-notes.md"], "unknown option -n; write ./ before a file whose name begins so"],
    [["lookup"], "no name given"],
    [["check", ""], "an argument is empty"],
    [["lookup", ""], "an argument is empty"],
    [["check", "--baseline", "", "a.md"], "an argument is empty"],
    [["check", "--stdin-filepath", "a.md", "b.md"], "--stdin-filepath goes with -"],
    [["export", "--fix", "a.md"], "--fix does not go with export"],
    [["stats", "--rule", "brand-name=error", "a.md"], "--rule does not go with stats"],
    [["lookup", "--severity=error", "bevacizumab"], "--severity does not go with lookup"],
    [["mcp", "--format", "json"], "--format does not go with mcp"],
    [["check", "--format", "xml", "a.md"], "unknown format “xml”"],
    [["export", "--format", "xlsx", "a.md"], "unknown format “xlsx”; export has tsv, csv, bioc"],
    [["check", "--format"], "--format wants a value\n"],
    [["check", "--format", "--fix", "a.md"], "--format wants a value\n"],
    [["check", "--loud", "a.md"], "unknown option --loud\n"],
    [["check", "-x", "a.md"], "unknown option -x; write "],
    [["check", "--it's so", "a.md"], "unknown option --it's so\n"],
    [["check", "--=x", "a.md"], "unknown option --=x\n"],
    [["check", "--help=yes", "a.md"], "--help takes no value\n"],
    [["check", "--severity", "off", "a.md"], "unknown severity “off”"],
    [["check", "--rule", "misspelled-name", "a.md"], "--rule misspelled-name: write it as"],
    [["check", "--rule", "misspelled-name=loud", "a.md"], "misspelled-name must be one of error, warning"],
    [["check", "--rule", "mispelled=error", "a.md"], "there is no rule “mispelled”"],
    [["check", "--dry-run", "a.md"], "--dry-run goes with --fix"],
    [["check", "--fix", "--dry-run", "--format", "json", "a.md"], "goes with no --format"],
    [["check", "--fix", "--format", "json", "a.md", "-"], "goes with no --format"],
    [["check", "--fix", "--write-baseline", "b", "a.md"], "do not go together"],
    [["check", "--baseline", "a", "--write-baseline", "b", "a.md"], "do not go together"],
  ] as const)
    it(`when it is called as ${["metastasis-notes", ...args].join(" ")}`, async () => {
      const { status, out, error } = await run(...args);
      assert.deepEqual([status, out], [2, ""]);
      assert.ok(error.includes(reason), error);
      assert.match(error, /--help/);
    });
});
