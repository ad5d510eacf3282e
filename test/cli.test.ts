/** The command line, and that it says what the editor says. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { copyFileSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Diagnostic, Hover, MarkupContent, SemanticTokens } from "vscode-languageserver";
import { STATUS, type Status } from "../server/protocol";
import { findingsOf, tokensIn } from "./asking";
import { PROGRAM, runProgram } from "./cli/program";
import { DOSE, type Found, inFolder, run } from "./cli/run";
import { initialize, open, ROOT, type ServerProcess, startProcess, textIn } from "./client";
import { checkFile } from "./expected";
import { temporaryFolder, writeFiles } from "./temporary";

const TEXTS = path.join(ROOT, "test/texts");

const LINE_ENDS = { LF: "\n", CRLF: "\r\n", CR: "\r" };
const SEVERITIES = ["", "error", "warning", "information", "hint"];

describe("the program", () => {
  const { at, write, inside } = inFolder();

  it("checks, from the folder where it is called", () => {
    write("notes/a.md");
    const { status, out, error } = runProgram(["check", "."], { cwd: at("") });
    assert.match(out, /^notes.a\.md:1:28 warning /);
    assert.deepEqual([status, error], [1, ""]);
  });

  it("leaves a note as it was where the mended one cannot be written", () => {
    // no system has a full disk at hand, but a limit for files is the same to a program; Windows has none
    if (process.platform === "win32") return;
    const text = `${DOSE}${"And so on.\n".repeat(2000)}`;
    const file = write("a.md", text);
    const command = `ulimit -f 8; exec "${process.execPath}" "${PROGRAM}" check --fix a.md`;
    const { status, stderr, stdout } = spawnSync("sh", ["-c", command], { cwd: at("") });
    assert.deepEqual([status, readFileSync(file, "utf8") === text], [2, true]);
    assert.match(stderr.toString(), /^a\.md: the fixes cannot be written: .*\n$/);
    assert.match(stdout.toString(), /bevacizumb/);
  });

  it("says that the folder where it is called is gone, and not that it has findings", () => {
    // Windows lets nobody take it away
    if (process.platform === "win32") return;
    const command = `mkdir gone && cd gone && rmdir ../gone && exec "${process.execPath}" "${PROGRAM}" check a.md`;
    const { status, stderr } = spawnSync("sh", ["-c", command], { cwd: at("") });
    assert.deepEqual([status, stderr.toString()], [2, "The current folder is not there any more; change to one that is.\n"]);
  });

  it("reads standard input", () => {
    assert.match(runProgram(["check", "-"], { input: DOSE }).out, /^<stdin>:1:28 /);
  });

  it("says the same of many notes, on several threads, as of each, in order", async () => {
    write("deep/.metastasis-notes/config.yaml", "rules: { misspelled-name: error }\n");
    write("deep/.metastasis-notes/words.txt", "foltinib\n");
    for (let i = 0; i < 400; i++)
      write(`${i % 3 ? "deep/" : ""}${i}.md`, i % 7 === 0 ? "\0" : i % 5 === 0 ? `${DOSE}Treated with foltinib.\n` : "Nothing.\n");
    const named = Array.from({ length: 400 }, (_, i) => `${i % 3 ? "deep/" : ""}${i}.md`);
    for (const paths of [["."], named]) {
      const one = await inside(() => run("check", "--format=json", ...paths));
      const many = runProgram(["check", "--format=json", ...paths], { cwd: at("") });
      assert.deepEqual(many, one);
      assert.ok(JSON.parse(many.out).length > 60);
    }
  });

  it("exports many notes, on several threads, as it does one by one", async () => {
    write("deep/.metastasis-notes/names.tsv", "name\tkind\nfoltinib\tdrug\n");
    for (let i = 0; i < 100; i++) write(`${i % 3 ? "deep/" : ""}${i}.md`, i % 9 === 0 ? "\0" : "Given foltinib, then *Keytruda* (MK).\n");
    for (const command of [
      ["export", "--format=jsonld"],
      ["export", "--format=bioc"],
      ["stats", "--format=json"],
    ]) {
      const one = await inside(() => run(...command, "."));
      assert.deepEqual(runProgram([...command, "."], { cwd: at("") }), one);
      assert.ok(one.status === 2 && one.out.includes("foltinib"));
    }
  });

  it("has no colours where none are wanted or shown", () => {
    const file = write("a.md");
    for (const env of [{}, { NO_COLOR: "1" }, { TERM: "dumb" }])
      assert.ok(!runProgram(["check", file], { env: { ...process.env, ...env } }).out.includes("\x1b"));
  });

  it("stops quietly when nobody reads on, and not as if nothing were found", () => {
    if (process.platform === "win32") return;
    const letters = [..."abcdefghijklmnopqrst"];
    const text = letters.flatMap((a) => letters.map((b) => `treated with fo${a}${b}oltinib\n\n`)).join("");
    for (let i = 0; i < 5; i++) write(`${i}.md`, text);
    const command = `("${process.execPath}" "${PROGRAM}" check .; echo $? >&2) | head -n 1`;
    const { stderr } = spawnSync("sh", ["-c", command], { cwd: at("") });
    assert.equal(stderr.toString(), "2\n");
  });

  it("tells that its output cannot be written", () => {
    if (process.platform !== "linux") return;
    write("a.md");
    const { status, stderr } = spawnSync("sh", ["-c", `"${process.execPath}" "${PROGRAM}" check . > /dev/full`], { cwd: at("") });
    assert.match(stderr.toString(), /^the output cannot be written: ENOSPC[^\n]*\n$/);
    assert.equal(status, 2);
  });

  it("names the dataset when it cannot be read, and the cure", () => {
    const program = write("dist/server/cli.js");
    for (const file of ["cli.js", "workspace.js"]) copyFileSync(path.join(path.dirname(PROGRAM), file), at(`dist/server/${file}`));
    for (const bytes of [undefined, "another file, of some length"]) {
      if (bytes !== undefined) write("dist/data/dataset.bin", bytes);
      const { status, out, error } = runProgram(["check", write("a.md")], {}, program);
      assert.deepEqual([status, out], [2, ""]);
      assert.match(error, /^The dataset .*dataset\.bin cannot be (used|read): .*\. Install again, or run the build\.\n$/);
    }
  });
});

/** Whole notes, and everything said of them: `EXPECTED=write npx mocha dist/test/cli.test.mjs` writes that down anew. */
describe("of a whole note", () => {
  const texts = readdirSync(TEXTS).filter((file) => file.endsWith(".md"));
  let server: ServerProcess;
  let date: string;
  let folder: string;
  let fromFolder: Found[];

  before(async () => {
    server = startProcess();
    folder = temporaryFolder();
    for (const [kind, end] of Object.entries(LINE_ENDS))
      for (const file of texts)
        writeFiles(folder, { [`${kind}/${file}`]: readFileSync(path.join(TEXTS, file), "utf8").replaceAll("\n", end) });
    fromFolder = JSON.parse((await run("check", "--format", "json", folder)).out) as Found[];
    const formats = { hover: { contentFormat: ["plaintext" as const] }, diagnostic: {} };
    await initialize(server, { textDocument: formats }, { commands: [] });
    ({ date } = await server.next<Status>(STATUS));
  });
  after(() => server.kill());

  for (const file of texts) {
    const text = readFileSync(path.join(TEXTS, file), "utf8");

    it(`the editor says what is expected: ${file}`, async () => {
      const said = (await everythingSaid(server, `file:///${file}`, text)).replaceAll(date, "<date of the dataset>");
      checkFile(`test/texts/${file.replace(/\.md$/, ".expected")}`, said);
    });

    for (const [kind, end] of Object.entries(LINE_ENDS)) {
      it(`the editor and the command line say the same: ${file} with ${kind}`, async () => {
        const found = await findingsOf(server, open(server, `file:///${kind}/${file}`, text.replaceAll("\n", end)));
        const fromEditor = found
          .filter(({ severity }) => severity !== 4)
          .map(({ range: { start, end: to }, severity, code, message }) => ({
            line: start.line + 1,
            column: start.character + 1,
            endLine: to.line + 1,
            endColumn: to.character + 1,
            severity: SEVERITIES[severity!],
            code,
            message,
          }));
        const fromProgram = fromFolder
          .filter((each) => each.file === path.join(folder, kind, file))
          .map(({ file: _, replacements: __, word: ___, dataset: ____, ...rest }) => rest);
        assert.deepEqual(fromProgram, fromEditor);
      });
    }
  }

  it("there is one for what is expected, and the other way round", () => {
    const expected = readdirSync(TEXTS).filter((file) => file.endsWith(".expected"));
    assert.deepEqual(expected.map((file) => file.replace(".expected", ".md")).sort(), texts.sort());
  });
});

/** A line for each name and each finding: place, what it is (a colour, "name" where it has none), word, first line of the card or message. */
async function everythingSaid(server: ServerProcess, uri: string, text: string): Promise<string> {
  const note = open(server, uri, text);
  const found = await findingsOf(server, note);
  const { data } = await server.request<SemanticTokens>("textDocument/semanticTokens/full", note);
  const colours = new Map<string, string>();
  for (const { type, line, character, length } of tokensIn(data)) colours.set(`${line}:${character}:${length}`, type);
  const words = text
    .split("\n")
    .flatMap((content, number) =>
      [...content.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu)].map(({ index }) => ({ line: number, character: index })),
    );
  const hovers = await Promise.all(words.map((position) => server.request<Hover | null>("textDocument/hover", { ...note, position })));
  const said = new Map<string, { place: Diagnostic["range"]["start"]; line: string }>();
  const say = (range: Diagnostic["range"], what: string, about: string) => {
    const { start } = range;
    const word = textIn(text, range).replace(/\s+/g, " ");
    const sentence = `${start.line + 1}:${start.character + 1} ${what} “${word}”: ${about}`;
    said.set(sentence, { place: start, line: sentence });
  };
  for (const hover of hovers) {
    if (!hover) continue;
    const { start } = hover.range!;
    // a name that goes on in the next line is coloured a line at a time
    const { length } = textIn(text, hover.range!).split("\n")[0]!.trimEnd();
    const [title] = (hover.contents as MarkupContent).value.split("\n");
    // and the colour goes on to the s of a plural
    const colour = [length, length + 1].map((each) => colours.get(`${start.line}:${start.character}:${each}`)).find(Boolean);
    say(hover.range!, colour ?? "name", title!);
  }
  for (const { range, severity, code, message } of found) say(range, `${SEVERITIES[severity!]} ${code}`, String(message));
  const lines = [...said.values()].sort((a, b) => a.place.line - b.place.line || a.place.character - b.place.character);
  return lines.map((each) => `${each.line}\n`).join("");
}
