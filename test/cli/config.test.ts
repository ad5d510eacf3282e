/** How loud rules are: `.metastasis-notes/config.yaml`, `--config` and `--rule`. */
import assert from "node:assert/strict";
import { readConfig } from "../../server/config";
import { DOSE, inFolder, inside, run } from "./run";

const FILE = ".metastasis-notes/config.yaml";
const rules = (level: string): string => `rules:\n  misspelled-name: ${level}\n`;

describe("config.yaml", () => {
  const check = (text: string, expected: object, ...problems: string[]) => {
    const read = readConfig(text);
    assert.deepEqual(read.rules, expected);
    assert.deepEqual(
      read.problems.map(({ line, column, message }) => `${line}:${column} ${message}`.replace(/; (the rules are|there are) .*/, "")),
      problems,
    );
  };

  it("holds severities of rules", () =>
    check("# ours\nrules:\n  misspelled-name: error\n  unknown-drug-name: off\n", {
      "misspelled-name": "error",
      "unknown-drug-name": "off",
    }));
  it("may be JSON, have a byte-order mark, and Windows' line ends", () => {
    check('{"rules": {"misspelled-name": "hint"}}', { "misspelled-name": "hint" });
    for (const end of ["\r\n", "\r"]) check(`\ufeff${rules("hint").replaceAll("\n", end)}`, { "misspelled-name": "hint" });
  });
  it("may be empty", () => {
    for (const text of ["", "# nothing\n", "rules:\n", "---\n"]) check(text, {});
  });
  it("holds what only the editor reads", () => check("languages: [markdown]\ncompletion: { prefer: symbol }\n", {}));
  it("is sound but for what is told", () => {
    check(
      `${rules("hint")}  mispelled: error\n  unknown-drug-name: loud\n`,
      { "misspelled-name": "hint" },
      "3:3 there is no rule “mispelled”",
      "4:3 unknown-drug-name must be one of error, warning, information, hint, off",
    );
    check(`rule: 1\n${rules("off")}`, { "misspelled-name": "off" }, "1:1 there is no setting “rule”");
    check("completion: { prefer: symbols }\n", {}, "1:15 prefer must be one of name, symbol, asTyped");
    check("rules: error\n", {}, "1:8 rules must be names with values, such as “misspelled-name: error”");
    check("- rules\n", {}, "1:1 the configuration must be names with values, such as “rules: { misspelled-name: error }”");
    check("rules:\n  misspelled-name: [error]\n", {}, "2:3 misspelled-name must be one of error, warning, information, hint, off");
  });
  it("is not read where it is too long, and a hundred problems of it are told", () => {
    const many = Array.from({ length: 1000 }, (_, i) => `k${i}: 1\n`).join("");
    assert.equal(readConfig(many).problems.length, 100);
    check(many.repeat(3), {}, "1:1 the configuration is longer than 20000 characters, and is not read; shorten it");
  });
  it("leaves out of a list what is no language, each told at its place", () => {
    const { languages, problems } = readConfig("languages:\n  - markdown\n  - en\n  - [mdx]\n  -\n  - quarto\n");
    assert.deepEqual(languages, ["markdown", "quarto"]);
    assert.deepEqual(
      problems.map(({ line, message }) => [line, message.split(" is ")[0]]),
      [
        [3, "“en”"],
        [4, "“[mdx]”"],
        [5, "“”"],
      ],
    );
    assert.equal(readConfig("languages: [en]\n").languages, undefined);
    assert.deepEqual(readConfig("languages: []\n").languages, []);
  });
  it("that is no YAML is told at its place", () => {
    const { problems } = readConfig("rules:\n  misspelled-name: {error\n");
    assert.match(problems[0]!.message, /^this is no YAML: a \{ above is not closed; end its list with \}/);
    assert.equal(problems[0]!.line, 3);
    assert.match(readConfig("rules:\n\tmisspelled-name: off\n").problems[0]!.message, /tabs .*; indent with spaces$/);
    check(
      `${rules("hint")}---\n${rules("off")}`,
      { "misspelled-name": "hint" },
      "3:1 this is no YAML: “---” begins another document here, and only the first counts; keep one",
    );
  });
});

describe("the severity of a rule", () => {
  const { at, write, json, fails } = inFolder();
  const level = async (...args: string[]) => (await json(...args))[0]?.severity ?? "off";

  it("comes from the nearest configuration that names it", async () => {
    write(FILE, rules("error"));
    write(`quiet/${FILE}`, rules("off"));
    write(`other/${FILE}`, "rules: { unknown-drug-name: off }\n");
    assert.equal(await level(write("other/a.md"), "--rule", "unknown-drug-name=off"), "warning");
    write(".git/HEAD", "");
    assert.equal(await level(write("a.md")), "error");
    assert.equal(await level(write("other/a.md")), "error");
    assert.equal(await level(write("quiet/deep/a.md")), "off");
  });

  it("comes from --config instead, and from --rule before all", async () => {
    write(FILE, rules("error"));
    const [file, config] = [write("a.md"), write("other.yaml", rules("information"))];
    assert.equal(await level(file, "--config", config), "information");
    assert.equal(await level(file, "--rule=misspelled-name=error", "--rule=unknown-drug-name=off", "--config", config), "error");
    assert.equal(await level(file, "--rule", "misspelled-name=off"), "off");
    assert.deepEqual(await run("check", "--rule", "misspelled-name=off", file), { status: 0, out: "", error: "" });
  });

  it("is the same in whatever order notes and folders are named", async () => {
    write(FILE, rules("error"));
    const [note, all] = [write("sub/a.md"), at("")];
    const levelOfB = async (...given: string[]) => (await json(...given)).find(({ file }) => file.endsWith("b.md"))?.severity;
    write("sub/b.md");
    assert.deepEqual([await levelOfB(all, note), await levelOfB(note, all)], ["error", "error"]);
  });

  it("is what it was where a configuration is broken, which is told once", async () => {
    const config = write(FILE, "rules:\n  misspelled-name: loud\n");
    for (const name of ["a.md", "b.md", "c/d.md"]) write(name);
    const { status, out, error } = await run("check", at(""));
    assert.equal(error, `${config}:2:3: misspelled-name must be one of error, warning, information, hint, off.\n`);
    assert.equal(out.match(/ warning /g)?.length, 3);
    assert.equal(status, 2);
  });

  it("is what it was where --config is not there", () =>
    fails("missing.yaml: there is no such file or folder", write("a.md", DOSE), "--config", at("missing.yaml")));
  it("is what it was where --config is the current folder, which is named", async () => {
    const { status, error } = await inside(at(""), () => run("check", write("a.md", DOSE), "--config", "."));
    assert.deepEqual([status, error], [2, ".: is a folder, and a file is wanted; rename it\n"]);
  });
});
