/** What findings are printed as. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import Ajv from "ajv";
import { version } from "../../package.json";
import { githubFormat } from "../../server/cli/formats/github";
import { moreThanShown } from "../../server/cli/formats/sarif";
import { RULES } from "../../server/settings";
import { ROOT } from "../client";
import { inFolder, run, runIn } from "./run";

describe("findings as", () => {
  const { at, write, json, inside } = inFolder();

  it("text have colours on a terminal", async () => {
    const file = write("a.md");
    const { out } = await runIn({ colours: true }, "check", file);
    const colours = /\x1b\[(\d+)m(.*?)\x1b\[0m/g;
    assert.deepEqual(
      [...out.matchAll(colours)].map(([, colour, text]) => [colour, text]),
      [
        ["1", file],
        ["33", "warning"],
        ["90", "[misspelled-name]"],
      ],
    );
    assert.equal(out.replace(colours, "$2"), (await run("check", file)).out);
  });

  it("JSON", async () => {
    const file = write("a.md");
    const [found, ...more] = await json(file);
    const { message, dataset, ...rest } = found!;
    assert.deepEqual(rest, {
      file,
      line: 1,
      column: 28,
      endLine: 1,
      endColumn: 38,
      severity: "warning",
      code: "misspelled-name",
      word: "bevacizumb",
      replacements: ["bevacizumab"],
    });
    assert.match(message, /^“bevacizumb” .*bevacizumab/);
    assert.match(dataset, /^\d{4}\.\d{2}$/);
    assert.deepEqual(more, []);
    const { status, out, error } = await run("check", "--format=json", at("missing.md"));
    assert.deepEqual([status, JSON.parse(out), error.includes("missing.md")], [2, [], true]);
    assert.equal((await json(file, write("b.md"), write("c.md", ""))).length, 2);
  });

  it("TSV: a heading and a row each", async () => {
    write("a.md");
    write("b.md", "treated with quotinib\n");
    const { out } = await inside(() => run("check", "--format=tsv", "."));
    const [heading, first, second, end] = out.split("\n").map((row) => row.split("\t"));
    assert.equal(String(heading), "file,line,column,endLine,endColumn,severity,rule,word,replacement,message,dataset");
    assert.deepEqual(first!.slice(0, 9), ["a.md", "1", "28", "1", "38", "warning", "misspelled-name", "bevacizumb", "bevacizumab"]);
    assert.deepEqual(second!.slice(0, 9), ["b.md", "1", "14", "1", "22", "warning", "unknown-drug-name", "quotinib", ""]);
    assert.deepEqual([first!.length, second!.length, end], [11, 11, [""]]);
  });

  it("TSV, whatever a note is called", async () => {
    if (process.platform === "win32") return;
    write("a\tb\nc\x1b[31m.md");
    const { out } = await inside(() => run("check", "--format=tsv", "."));
    assert.match(out, /\na b c\?\[31m\.md\t1\t28\t/);
  });

  it("TSV, which makes no spreadsheet calculate or see a day: file =1+1.md, symbol MARCH1", async () => {
    write("=1+1.md", "treated with quotinib\n");
    write("b.md", "The gene MARCH1 is mutated.\n");
    const { out } = await inside(() => run("check", "--format=tsv", "--severity=hint", "--rule=outdated-symbol=warning", "."));
    const rows = out.split("\n").map((row) => row.split("\t"));
    assert.deepEqual(
      rows.slice(1, -1).map((row) => [row[0], row[7]]),
      [
        ["'=1+1.md", "quotinib"],
        ["b.md", "'MARCH1"],
      ],
    );
    assert.match(rows[1]!.at(-1)!, /^\d{4}\.\d{2}$/);
  });

  describe("annotations of GitHub", () => {
    it("stand on the lines of the repository's files", async () => {
      write("notes/a.md");
      const { status, out } = await inside(() => runIn({ root: at("") }, "check", "--format=github", "notes"));
      assert.match(out, /^::warning file=notes\/a\.md,line=1,endLine=1,col=28,endColumn=38,title=misspelled-name::“bevacizumb” [^\n]+\n$/);
      assert.equal(status, 1);
      const inner = await inside(() => runIn({ root: at("notes") }, "check", "--format=github", "notes"));
      assert.match(inner.out, /^::warning file=a\.md,/);
    });

    it("say what could not be read", async () => {
      const { out } = await run("check", "--format=github", at("50%.md"));
      assert.equal(out, `::error title=metastasis-notes::${at("50%25.md")}: there is no such file or folder\n`);
    });

    it("are escaped", () => {
      const place = { line: 1, column: 1 };
      const found = {
        rule: "misspelled-name",
        level: "error",
        message: "50%: a,b\r\n::error::c",
        word: "",
        replacements: [],
        others: [],
      } as const;
      const checked = {
        file: "/r/a,b:c%.md",
        findings: [{ ...found, start: place, end: { line: 2, column: 1 } }],
        problems: [],
        failed: false,
        mended: 0,
      };
      assert.equal(
        githubFormat("/r").note(checked),
        "::error file=a%2Cb%3Ac%25.md,line=1,endLine=2,title=misspelled-name::50%25: a,b%0D%0A::error::c\n",
      );
    });
  });

  describe("SARIF", () => {
    // the schema of OASIS as @microsoft/jest-sarif 1.0.0-beta.0 has it; of its draft 4 nothing differs but the name of `id`
    const { id, $schema, ...schema } = JSON.parse(readFileSync(path.join(ROOT, "test/schemas/sarif-2.1.0-rtm.5.json"), "utf8"));
    const anyFormat = {
      "date-time": true,
      uri: (text: string) => URL.canParse(text),
      "uri-reference": (text: string) => /^[^\s\\<>"{}|^`]*$/.test(text),
    } as const;
    const validate: (log: unknown) => boolean = new Ajv({ strict: false, unicodeRegExp: false, formats: anyFormat }).compile(schema);
    const sarif = async (...args: string[]) => {
      const run = await inside(() => runIn({}, "check", "--format=sarif", ...args));
      const log = JSON.parse(run.out);
      assert.ok(validate(log), run.out);
      return { ...run, log: log.runs[0] };
    };

    it("is told to be more than GitHub shows of a run, 5,000 results, or takes, 25,000", async () => {
      const declared = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => `- QX-${10_000 + from + i}\n`).join("");
      for (let i = 0; i < 5; i++) write(`${i}.md`, `---\ndrugs:\n${declared(1000 * i, 1000 * (i + 1))}---\n`);
      const { log, error } = await sarif(".");
      assert.deepEqual([log.results.length, error], [5000, ""]);
      write("a.md", `---\ndrugs:\n${declared(5000, 5001)}---\n`);
      const cure = "check fewer notes at a time, or leave out findings by --severity or --baseline";
      assert.equal((await sarif(".")).error, `5,001 findings: GitHub shows 5,000 of a SARIF run, the loudest first; ${cure}\n`);
      assert.equal((await inside(() => run("check", "--format=json", "."))).error, "");
      assert.equal(moreThanShown(25_001), `25,001 findings: GitHub takes no SARIF run with more than 25,000; ${cure}`);
    });

    it("is valid, and says what it is made with", async () => {
      write("a.md", "All is well.\n");
      const { log, status } = await sarif("a.md");
      const { driver, extensions } = log.tool;
      assert.deepEqual([status, log.results, driver.version, log.columnKind], [0, [], version, "utf16CodeUnits"]);
      assert.deepEqual(
        driver.rules.map(({ id }: { id: string }) => id),
        RULES,
      );
      const readme = readFileSync(path.join(ROOT, "README.md"), "utf8");
      for (const { id, help, shortDescription, fullDescription, defaultConfiguration } of driver.rules) {
        assert.ok(help.text.startsWith(fullDescription.text) && !fullDescription.text.includes("\n"), id);
        assert.ok(help.markdown.length > 40 && !/^#|\]\(/m.test(help.markdown) && help.text === help.markdown, help.markdown);
        assert.ok(readme.includes(`### ${id}\n\n${help.text.slice(0, 40)}`), id);
        assert.ok(shortDescription.text.length > 20);
        assert.ok(["error", "warning", "note", "none"].includes(defaultConfiguration.level));
      }
      assert.ok(!JSON.stringify(driver).includes(ROOT), "nothing of this machine");
      assert.match(extensions[0].version, /^\d{4}\.\d{2}$/);
      assert.deepEqual(log.invocations, [{ executionSuccessful: true, toolExecutionNotifications: [] }]);
      assert.ok(!validate({ version: "2.1.0", runs: [{ tool: {} }] }), "the schema would tell");
    });

    it("has places, further places and fixes", async () => {
      write("a b/ü#1.md", "Treated with bevacizumb.\n\nBevacizumb again.\n");
      write("c.md", "treated with quotinib\n");
      const { log, status } = await sarif(".");
      const region = (startLine: number, startColumn: number, endColumn: number) => ({
        startLine,
        startColumn,
        endLine: startLine,
        endColumn,
      });
      const artifactLocation = { uri: "a%20b/%C3%BC%231.md" };
      const { message, ...first } = log.results[0];
      assert.deepEqual(first, {
        ruleId: "misspelled-name",
        ruleIndex: RULES.indexOf("misspelled-name"),
        level: "warning",
        locations: [{ physicalLocation: { artifactLocation, region: region(1, 14, 24) } }],
        partialFingerprints: { "word/v1": "bevacizumb" },
        relatedLocations: [{ id: 0, physicalLocation: { artifactLocation, region: region(3, 1, 11) }, message: { text: "also here" } }],
        fixes: [
          {
            description: { text: "Replace with “bevacizumab”" },
            artifactChanges: [
              { artifactLocation, replacements: [{ deletedRegion: region(1, 14, 24), insertedContent: { text: "bevacizumab" } }] },
            ],
          },
        ],
      });
      assert.match(message.text, /^“bevacizumb” /);
      assert.deepEqual([log.results.length, log.results[1].fixes, status], [2, undefined, 1]);
    });

    it("counts paths from the repository's folder, where a workflow says which it is", async () => {
      write("notes/a.md", "treated with quotinib\n");
      const { out } = await inside(() => runIn({ root: path.dirname(process.cwd()) }, "check", "--format=sarif", "notes"));
      assert.match(JSON.parse(out).runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri, /^[^/]+\/notes\/a\.md$/);
    });

    it("has the place that contradicts", async () => {
      write("a.md", "We gave bevacizumab (anti-EGFR) 10 mg/kg.\n");
      const { log } = await sarif("a.md");
      const [{ ruleId, relatedLocations }] = log.results;
      assert.deepEqual([ruleId, relatedLocations.length], ["target-mismatch", 1]);
      assert.equal(relatedLocations[0].physicalLocation.region.startColumn, 9);
      assert.match(relatedLocations[0].message.text, /^bevacizumab acts on /);
    });

    it("names a file elsewhere by its URI, and says what could not be read", async () => {
      const file = write("a.md");
      write("sub/b.md");
      const sub = at("sub");
      const { out } = await run("check", "--format=sarif", file);
      assert.ok(validate(JSON.parse(out)));
      assert.equal(JSON.parse(out).runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri, pathToFileURL(file).href);
      const { log, status } = await sarif(sub, "missing.md");
      assert.equal(log.results[0].locations[0].physicalLocation.artifactLocation.uri, "sub/b.md");
      const [{ executionSuccessful, toolExecutionNotifications }] = log.invocations;
      assert.deepEqual(
        [status, executionSuccessful, toolExecutionNotifications[0].message.text],
        [2, false, "missing.md: there is no such file or folder"],
      );
    });
  });
});
