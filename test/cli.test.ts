/** The command line, and that it says what the editor says. */
import assert from "node:assert/strict";
import { type SpawnSyncOptions, spawnSync } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Diagnostic, DocumentDiagnosticReport, Hover, MarkupContent, SemanticTokens } from "vscode-languageserver";
import { main } from "../server/cli";
import { TOKEN_TYPES } from "../server/features/semanticTokens";
import { STATUS, type Status } from "../server/protocol";
import { RULES } from "../server/settings";
import { initialize, open, ROOT, type ServerProcess, startProcess, textIn } from "./client";

const TEXTS = path.join(ROOT, "test/texts");
const DOSE = "Patients were treated with bevacizumb 10 mg/kg.\n";
const { version } = JSON.parse(readFileSync(path.join(ROOT, "package.json"), "utf8")) as { version: string };

const LINE_ENDS = { LF: "\n", CRLF: "\r\n", CR: "\r" };
const SEVERITIES = ["", "error", "warning", "information", "hint"];

interface Run {
  readonly status: number | null;
  readonly out: string;
  readonly error: string;
}

/** A finding of `--format json`. */
interface Found {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly severity: string;
  readonly code: string;
  readonly message: string;
  readonly replacements: readonly string[];
}

/** Runs the program in this process. */
function run(...args: string[]): Run {
  let [out, error] = ["", ""];
  const status = main(args, {
    out: (text) => {
      out += text;
    },
    error: (text) => {
      error += text;
    },
  });
  return { status, out, error };
}

/** Runs the program as it is installed. */
function runProgram(args: readonly string[], options: SpawnSyncOptions = {}, script = path.join(ROOT, "dist/server/cli.js")): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], options);
  return { status, out: stdout?.toString() ?? "", error: stderr?.toString() ?? "" };
}

describe("the command line", function () {
  this.timeout(20_000);
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), "metastasis-notes-cli-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** Writes a note. @returns its path */
  function write(name: string, text: string | Buffer = DOSE): string {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    return file;
  }

  const json = (...args: string[]): Found[] => JSON.parse(run("check", "--format", "json", ...args).out) as Found[];
  const places = (found: readonly Found[]): string[] =>
    found.map(({ file, line, column }) => `${path.relative(folder, file)}:${line}:${column}`);

  it("prints a line for each finding and ends with 1", () => {
    const file = write("a.md", `# Notes\n\n${DOSE}`);
    const { status, out, error } = run("check", file);
    assert.equal(error, "");
    assert.match(out, /^[^\n]*\n$/);
    assert.ok(out.startsWith(`${file}:3:28 warning “bevacizumb” `), out);
    assert.ok(out.endsWith(" [misspelled-name]\n"), out);
    assert.equal(status, 1);
  });

  it("prints nothing and ends with 0 where nothing is wrong", () => {
    assert.deepEqual(run("check", write("a.md", "bevacizumab\n"), write("b.md", "")), { status: 0, out: "", error: "" });
  });

  it("takes the notes of a folder in order, without hidden folders and node_modules", () => {
    for (const name of [
      "b.md",
      "a.MD",
      "sub/deep/c.markdown",
      "d.txt",
      ".hidden/e.md",
      ".f.md",
      "node_modules/g.md",
      "h.md/i.md",
      "sub/.git/j.md",
    ])
      write(name);
    assert.deepEqual(places(json(folder)), ["a.MD:1:28", "b.md:1:28", "h.md/i.md:1:28", "sub/deep/c.markdown:1:28"]);
    assert.deepEqual(places(json(path.join(folder, "d.txt"))), ["d.txt:1:28"]);
  });

  it("does not walk in circles", () => {
    if (process.platform === "win32") return;
    write("a/b.md");
    symlinkSync("..", path.join(folder, "a/up"));
    assert.deepEqual(places(json(folder)), ["a/b.md:1:28"]);
  });

  it("checks a note that is a link", () => {
    write("kept/a.txt");
    symlinkSync("../kept/a.txt", path.join(folder, "kept/b.md"));
    assert.deepEqual(places(json(folder)), ["kept/b.md:1:28"]);
  });

  it("reports a note once, however often it is named", () => {
    const file = write("a.md");
    assert.deepEqual(places(json(file, folder, file)), ["a.md:1:28"]);
  });

  it("names what is not there, checks the rest and ends with 2", () => {
    const [missing, found] = [path.join(folder, "missing.md"), write("a.md")];
    const { status, out, error } = run("check", missing, found);
    assert.equal(error, `${missing}: there is no such file or folder\n`);
    assert.ok(out.startsWith(`${found}:1:28 warning `));
    assert.equal(status, 2);
    assert.equal(run("check", path.join(found, "b.md")).status, 2);
  });

  it("names what may not be read, checks the rest and ends with 2", () => {
    if (process.platform === "win32") return;
    // root may read everything: the program is run as somebody else, from where that one may read it
    const program = path.join(folder, "dist/server/cli.js");
    for (const file of ["dist/server/cli.js", "dist/data/dataset.bin"]) {
      write(file);
      copyFileSync(path.join(ROOT, file), path.join(folder, file));
    }
    const [locked, closed] = [write("notes/locked.md"), path.dirname(write("notes/closed/a.md"))];
    write("notes/open.md");
    for (const file of [folder, path.join(folder, "notes")]) chmodSync(file, 0o755);
    for (const file of [locked, closed]) chmodSync(file, 0);
    const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
    const { status, out, error } = runProgram(["check", "notes"], { cwd: folder, ...nobody }, program);
    chmodSync(closed, 0o755);
    assert.equal(error, "notes/closed: may not be read (permissions)\nnotes/locked.md: may not be read (permissions)\n");
    assert.ok(out.startsWith("notes/open.md:1:28 warning "), out);
    assert.equal(status, 2);
  });

  it("counts columns in UTF-16 units, after a byte-order mark and with every kind of line end", () => {
    const text = `\ufeff${DOSE}😀 given foltinib 5 mg\n`;
    for (const end of ["\n", "\r\n", "\r"])
      assert.deepEqual(places(json(write("a.md", text.replaceAll("\n", end)))), ["a.md:1:28", "a.md:2:10"], JSON.stringify(end));
  });

  it("reads bytes that are no UTF-8", () => {
    assert.deepEqual(places(json(write("a.md", Buffer.concat([Buffer.from([0xc3, 0x28, 0xff, 0x0a]), Buffer.from(DOSE)])))), ["a.md:2:28"]);
  });

  it("tells UTF-16 text, which holds no name it could read", () => {
    const file = write("utf16.md", Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(DOSE, "utf16le")]));
    const { status, error } = run("check", file);
    assert.equal(status, 2);
    assert.match(error, /utf16\.md: is UTF-16 text; save it as UTF-8/);
  });

  it("says as much as JSON", () => {
    const file = write("a.md");
    const [found, ...more] = json(file);
    assert.deepEqual(
      { ...found, message: "" },
      {
        file,
        line: 1,
        column: 28,
        endLine: 1,
        endColumn: 38,
        severity: "warning",
        code: "misspelled-name",
        message: "",
        replacements: ["bevacizumab"],
      },
    );
    assert.match(found!.message, /^“bevacizumb” .*bevacizumab/);
    assert.deepEqual(more, []);
    const { status, out, error } = run("check", "--format=json", path.join(folder, "missing.md"));
    assert.deepEqual([status, JSON.parse(out), error.includes("missing.md")], [2, [], true]);
  });

  it("is a program, and says as much as SARIF 2.1.0", () => {
    write("a b/ü#1.md");
    write("c.md", "treated with foltinib\n");
    const { status, out, error } = runProgram(["check", "--format", "sarif", "."], { cwd: folder });
    assert.deepEqual([status, error], [1, ""]);
    const log = JSON.parse(out);
    checkSarif(log);
    assert.equal(log.runs[0].tool.driver.version, version);
    assert.deepEqual(
      log.runs[0].tool.driver.rules.map(({ id }: { id: string }) => id),
      RULES,
    );
    assert.deepEqual(
      log.runs[0].results.map(({ ruleId, level, locations }: SarifResult) => [ruleId, level, locations[0]?.physicalLocation]),
      [
        ["misspelled-name", "warning", { artifactLocation: { uri: "a%20b/%C3%BC%231.md" }, region: region(1, 28, 38) }],
        ["unknown-drug-name", "warning", { artifactLocation: { uri: "c.md" }, region: region(1, 14, 22) }],
      ],
    );
    checkSarif(JSON.parse(run("check", "--format=sarif", write("d.md", "All is well.\n")).out));
  });

  it("stops quietly when nobody reads on", () => {
    if (process.platform === "win32") return;
    const letters = [..."abcdefghijklmnopqrst"];
    const text = letters.flatMap((a) => letters.map((b) => `treated with fo${a}${b}oltinib\n\n`)).join("");
    for (let i = 0; i < 5; i++) write(`${i}.md`, text);
    const program = path.join(ROOT, "dist/server/cli.js");
    const { stderr } = spawnSync("sh", ["-c", `"${process.execPath}" "${program}" check . | head -n 1`], { cwd: folder });
    assert.equal(stderr.toString(), "");
  });

  describe("tells how it is used:", () => {
    for (const args of [["--help"], ["-h"], ["check", "--help"], ["--help", "--version"]]) {
      it(args.join(" "), () => {
        const { status, out, error } = run(...args);
        assert.deepEqual([status, error], [0, ""]);
        for (const part of ["Usage: metastasis-notes check", "--format", "text", "json", "sarif", "--version", "--help", "Exit status: 0"])
          assert.ok(out.includes(part), part);
      });
    }

    it("--version", () => {
      const { status, out, error } = run("--version");
      assert.deepEqual([status, error], [0, ""]);
      assert.match(
        out,
        new RegExp(`^metastasis-notes ${version.replaceAll(".", "\\.")}, dataset \\d{4}\\.\\d{2} of \\d{4}-\\d{2}-\\d{2}\\n$`),
      );
    });

    for (const [args, reason] of [
      [[], "unknown command"],
      [["lint"], "unknown command “lint”"],
      [["check"], "no files given"],
      [["check", "--format", "xml", "a.md"], "unknown format “xml”"],
      [["check", "--format"], "--format"],
      [["check", "--loud", "a.md"], "Unknown option '--loud'"],
      [["check", "--help=yes", "a.md"], "--help"],
    ] as const) {
      it(`when it is called as ${["metastasis-notes", ...args].join(" ")}`, () => {
        const { status, out, error } = run(...args);
        assert.deepEqual([status, out], [2, ""]);
        assert.ok(error.includes(reason), error);
        assert.match(error, /--help/);
      });
    }
  });

  it("names the dataset when it cannot be read, and the cure", () => {
    const program = write("dist/server/cli.js");
    copyFileSync(path.join(ROOT, "dist/server/cli.js"), program);
    for (const bytes of [undefined, "another file, of some length"]) {
      if (bytes !== undefined) write("dist/data/dataset.bin", bytes);
      const { status, out, error } = runProgram(["check", write("a.md")], {}, program);
      assert.deepEqual([status, out], [2, ""]);
      assert.match(error, /^The dataset .*dataset\.bin cannot be (used|read): .*\. Install again, or run the build\.\n$/);
    }
  });
});

interface SarifResult {
  readonly ruleId: string;
  readonly level: string;
  readonly locations: ReadonlyArray<{ readonly physicalLocation: object }>;
}

const region = (line: number, from: number, to: number) => ({ startLine: line, startColumn: from, endLine: line, endColumn: to });

/** What SARIF 2.1.0 asks of every log: the properties it requires, and no others than it knows among those we write. */
function checkSarif(log: unknown): void {
  const keys = (value: unknown, required: readonly string[], known: readonly string[] = []) => {
    assert.ok(typeof value === "object" && value !== null && !Array.isArray(value));
    for (const key of required) assert.ok(key in value, `${key} is missing`);
    for (const key of Object.keys(value)) assert.ok([...required, ...known].includes(key), `${key} is unknown`);
    return value as Record<string, unknown>;
  };
  const list = (value: unknown): unknown[] => {
    assert.ok(Array.isArray(value));
    return value;
  };
  const { version: format, $schema, runs } = keys(log, ["version", "runs"], ["$schema"]);
  assert.equal(format, "2.1.0");
  assert.match(String($schema), /sarif.*2\.1\.0.*\.json$/);
  for (const each of list(runs)) {
    const { tool, results, columnKind } = keys(each, ["tool"], ["results", "columnKind"]);
    assert.ok(["utf16CodeUnits", "unicodeCodePoints"].includes(String(columnKind)));
    const { name, rules } = keys(keys(tool, ["driver"])["driver"], ["name"], ["version", "semanticVersion", "informationUri", "rules"]);
    assert.equal(typeof name, "string");
    for (const rule of list(rules)) keys(rule, ["id"], ["name", "shortDescription", "fullDescription", "helpUri", "defaultConfiguration"]);
    for (const result of list(results)) {
      const { message, level, locations, ruleId } = keys(result, ["message"], ["ruleId", "ruleIndex", "level", "locations", "fixes"]);
      assert.equal(typeof keys(message, ["text"])["text"], "string");
      assert.ok(["none", "note", "warning", "error"].includes(String(level)));
      assert.ok(list(rules).some((rule) => (rule as { id: string }).id === ruleId));
      for (const location of list(locations)) {
        const { artifactLocation, region: place } = keys(keys(location, ["physicalLocation"])["physicalLocation"], [
          "artifactLocation",
          "region",
        ]);
        const { uri } = keys(artifactLocation, ["uri"], ["uriBaseId"]);
        assert.doesNotMatch(String(uri), /[\s\\#?<>"{}|^`]/);
        const { startLine, startColumn, endLine, endColumn } = keys(place, ["startLine"], ["startColumn", "endLine", "endColumn"]);
        for (const number of [startLine, startColumn, endLine, endColumn]) assert.ok(Number.isInteger(number) && Number(number) >= 1);
      }
    }
  }
}

/** Whole notes, and everything said of them: `EXPECTED=write npx mocha dist/test/cli.test.js` writes that down anew. */
describe("of a whole note", function () {
  this.timeout(20_000);
  const texts = readdirSync(TEXTS).filter((file) => file.endsWith(".md"));
  let server: ServerProcess;
  let date: string;
  let folder: string;
  let fromFolder: Found[];

  before(async () => {
    server = startProcess();
    folder = mkdtempSync(path.join(os.tmpdir(), "metastasis-notes-texts-"));
    for (const [kind, end] of Object.entries(LINE_ENDS)) {
      mkdirSync(path.join(folder, kind));
      for (const file of texts)
        writeFileSync(path.join(folder, kind, file), readFileSync(path.join(TEXTS, file), "utf8").replaceAll("\n", end));
    }
    fromFolder = JSON.parse(run("check", "--format", "json", folder).out) as Found[];
    const formats = { hover: { contentFormat: ["plaintext" as const] }, diagnostic: {} };
    await initialize(server, { textDocument: formats }, { commands: [] });
    ({ date } = await server.next<Status>(STATUS));
  });
  after(() => {
    server.kill();
    rmSync(folder, { recursive: true });
  });

  for (const file of texts) {
    const text = readFileSync(path.join(TEXTS, file), "utf8");

    it(`the editor says what is expected: ${file}`, async () => {
      const said = (await everythingSaid(server, `file:///${file}`, text)).replaceAll(date, "<date of the dataset>");
      const expected = path.join(TEXTS, file.replace(/\.md$/, ".expected"));
      if (process.env["EXPECTED"] === "write") writeFileSync(expected, said);
      assert.equal(said, existsSync(expected) ? readFileSync(expected, "utf8") : undefined);
    });

    for (const [kind, end] of Object.entries(LINE_ENDS)) {
      it(`the editor and the command line say the same: ${file} with ${kind}`, async () => {
        const found = await findingsOf(server, `file:///${kind}/${file}`, text.replaceAll("\n", end));
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
          .map(({ file: _, replacements: __, ...rest }) => rest);
        assert.deepEqual(fromProgram, fromEditor);
      });
    }
  }

  it("there is one for what is expected, and the other way round", () => {
    const expected = readdirSync(TEXTS).filter((file) => file.endsWith(".expected"));
    assert.deepEqual(expected.map((file) => file.replace(".expected", ".md")).sort(), texts.sort());
  });
});

async function findingsOf(server: ServerProcess, uri: string, text: string): Promise<Diagnostic[]> {
  const report = await server.request<DocumentDiagnosticReport>("textDocument/diagnostic", open(server, uri, text));
  return report.kind === "full" ? report.items : assert.fail("the report is not full");
}

/** A line for each name and each finding: place, what it is (a colour, "name" where it has none), word, first line of the card or message. */
async function everythingSaid(server: ServerProcess, uri: string, text: string): Promise<string> {
  const found = await findingsOf(server, uri, text);
  const note = { textDocument: { uri } };
  const { data } = await server.request<SemanticTokens>("textDocument/semanticTokens/full", note);
  const colours = new Map<string, string>();
  let [line, character] = [0, 0];
  for (let i = 0; i < data.length; i += 5) {
    character = data[i]! > 0 ? data[i + 1]! : character + data[i + 1]!;
    line += data[i]!;
    colours.set(`${line}:${character}:${data[i + 2]}`, TOKEN_TYPES[data[i + 3]!]!);
  }
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
    say(hover.range!, colours.get(`${start.line}:${start.character}:${length}`) ?? "name", title!);
  }
  for (const { range, severity, code, message } of found) say(range, `${SEVERITIES[severity!]} ${code}`, String(message));
  const lines = [...said.values()].sort((a, b) => a.place.line - b.place.line || a.place.character - b.place.character);
  return lines.map((each) => `${each.line}\n`).join("");
}
