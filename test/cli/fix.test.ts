/** `--fix` and `--fix --dry-run`. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { chmodSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { checkNote } from "../../server/cli/checkNote";
import { readNote } from "../../server/cli/readNote";
import { DEFAULTS } from "../../server/settings";
import { ROOT } from "../client";
import { real } from "../example";
import { DOSE, inFolder, run, runIn } from "./run";

const FIXED = DOSE.replace("bevacizumb", "bevacizumab");

describe("--fix", () => {
  const { at, write, read, inside } = inFolder();
  /** Mends a note; afterwards nothing is left to mend. */
  const check = async (before: string, after: string, ...args: string[]) => {
    const file = write("a.md", before);
    const first = await run("check", "--fix", ...args, file);
    assert.equal(read("a.md"), after);
    const second = await run("check", "--fix", ...args, file);
    assert.equal(read("a.md"), after);
    assert.deepEqual(second, { ...first, error: "" });
    return first;
  };

  it("mends what is certain, at every place and in its letter case", async () => {
    const { status, out, error } = await check(
      `${DOSE}\nBevacizumb again; BEVACIZUMB 5 mg.\n`,
      `${FIXED}\nBevacizumab again; BEVACIZUMAB 5 mg.\n`,
    );
    assert.deepEqual([status, out, error], [0, "", "3 words mended\n"]);
  });

  it("leaves nothing of a note that gets shorter behind its end", () =>
    check("Treated with bevacizummab 10 mg/kg.\n", "Treated with bevacizumab 10 mg/kg.\n"));

  it("keeps the bars of a drawn table in their columns", () =>
    check(
      "+------------+------+\n| bevacizumb | EGFR |\n+------------+------+\n",
      "+------------+------+\n| bevacizumab| EGFR |\n+------------+------+\n",
    ));

  it("keeps line ends and the byte-order mark", async () => {
    for (const end of ["\r\n", "\r"])
      await check(`\ufeff# A${end}${end}${DOSE.trim()}${end}`, `\ufeff# A${end}${end}${FIXED.trim()}${end}`);
  });

  it("reports what is left", async () => {
    const { status, out } = await check(`${DOSE}Treated with foltinib.\n`, `${FIXED}Treated with foltinib.\n`);
    assert.deepEqual([status, out.includes("foltinib"), out.includes("bevaciz")], [1, true, false]);
  });

  it("mends what would be reported, nothing else", async () => {
    for (const args of [
      ["--rule", "misspelled-name=off"],
      ["--severity", "error"],
    ])
      await check(DOSE, DOSE, ...args);
    const file = write("a.md");
    await run("check", "--write-baseline", at("base.tsv"), file);
    await check(DOSE, DOSE, "--baseline", at("base.tsv"));
  });

  it("touches no code, no link and no quotation", async () => {
    const others =
      "`bevacizumb` <https://a.org/bevacizumb> [[bevacizumb]] [here](bevacizumb.md)\n\n```\nbevacizumb 10 mg/kg\n```\n\n> Treated with bevacizumb.\n";
    await check(DOSE + others, FIXED + others);
  });

  it("leaves a note alone that it cannot write back as it was", async () => {
    for (const bytes of [Buffer.concat([Buffer.from([0xff, 0x0a]), Buffer.from(DOSE)]), Buffer.from(`\ufeff${DOSE}`, "utf16le")]) {
      const { status, out, error } = await run("check", "--fix", write("a.md", bytes));
      assert.deepEqual([status, readFileSync(at("a.md")).equals(bytes)], [2, true]);
      assert.match(error, /a\.md: is not UTF-8 throughout, and mending would lose the rest/);
      assert.match(out, /bevacizumb/);
    }
  });

  it("leaves files alone in which nothing is mended, and the mode of others", async () => {
    const [right, wrong] = [write("a.md", FIXED), write("b.md")];
    chmodSync(wrong, 0o640);
    const before = statSync(right);
    await run("check", "--fix", at(""));
    assert.deepEqual([statSync(right).mtimeMs, statSync(right).ino], [before.mtimeMs, before.ino]);
    if (process.platform !== "win32") assert.equal(statSync(wrong).mode & 0o777, 0o640);
  });

  it("mends standard input onto standard output, findings apart", async () => {
    const { status, out, error } = await runIn({ input: `\ufeff${DOSE}Treated with foltinib.\r\n` }, "check", "--fix", "-");
    assert.deepEqual([status, out], [1, `\ufeff${FIXED}Treated with foltinib.\r\n`]);
    assert.match(error, /^<stdin>:2:14 warning “foltinib”/);
  });

  it("gives standard input back where there is nothing to mend, whatever the note is", async () => {
    write(".metastasis-notes/config.yaml", "languages: [markdown]\n");
    const cell = JSON.stringify({ cells: [{ cell_type: "markdown", source: "Given bevacizumab." }], nbformat: 4 });
    await inside(async () => {
      for (const [name, input] of [
        ["a.md", FIXED],
        ["a.qmd", DOSE],
        ["a.ipynb", cell],
      ] as const)
        assert.deepEqual(
          await runIn({ input }, "check", "--fix", "--stdin-filepath", name, "-"),
          { status: 0, out: input, error: name === "a.qmd" ? "1 document left out: “languages” in a config.yaml has another list\n" : "" },
          name,
        );
    });
  });

  it("prints nothing for standard input that it could not print as it was", async () => {
    const { status, out, error } = await runIn({ readInput: async () => Buffer.from(`\xff ${FIXED}`, "latin1") }, "check", "--fix", "-");
    assert.deepEqual([status, out], [2, ""]);
    assert.match(error, /^<stdin>: is not UTF-8 throughout, and mending would lose the rest/);
  });

  it("leaves a note alone that has changed since it was read", () => {
    const file = write("a.md");
    const options = { severity: "information", fix: "write", known: new Set<string>(), baselineFolder: at("") } as const;
    const read = readNote(file);
    write("a.md", `${DOSE}What somebody saved meanwhile.\n`);
    const { failed, problems, mended, findings } = checkNote(real(), { file, read, settings: DEFAULTS }, options);
    assert.equal(readFileSync(file, "utf8"), `${DOSE}What somebody saved meanwhile.\n`);
    assert.deepEqual([failed, mended, findings.length], [true, 0, 1]);
    assert.match(problems[0]!, /^has changed while it was checked/);
  });

  it("changes nothing the second time in any whole note", async () => {
    const texts = path.join(ROOT, "test/texts");
    const names = readdirSync(texts).filter((name) => name.endsWith(".md"));
    for (const name of names) write(name, readFileSync(path.join(texts, name)));
    const first = await run("check", "--fix", at(""));
    assert.match(first.error, /^\d+ words mended\n$/);
    const mended = names.map(read);
    assert.deepEqual(await run("check", "--fix", at("")), { ...first, error: "" });
    assert.deepEqual(names.map(read), mended);
  });

  describe("with --dry-run", () => {
    it("prints a diff that git applies, and changes nothing", async () => {
      write("notes/a.md", `One\r\n\r\n${DOSE.trim()}\r\nThree\r\n`);
      write("notes/b.md", "Nothing.\n");
      write("c.md", DOSE.trim());
      await inside(async () => {
        const { status, out, error } = await run("check", "--fix", "--dry-run", ".");
        assert.deepEqual([status, error], [1, "2 words would be mended\n"]);
        assert.ok(out.startsWith("--- a/c.md\n+++ b/c.md\n@@ -1,1 +1,1 @@\n-Patients"), out);
        assert.equal(read("c.md"), DOSE.trim());
        execFileSync("git", ["apply"], { input: out });
        assert.deepEqual([read("notes/a.md"), read("c.md")], [`One\r\n\r\n${FIXED.trim()}\r\nThree\r\n`, FIXED.trim()]);
        assert.deepEqual(await run("check", "--fix", "--dry-run", "."), { status: 0, out: "", error: "" });
      });
    });

    it("prints what git and patch apply to notes of any name", async () => {
      if (process.platform === "win32") return;
      const names = ["a b.md", " c .md", "ü😀.md", 'q"uote.md', "back\\s.md", "tab\tx.md"];
      for (const [program, ...args] of [
        ["git", "apply"],
        ["patch", "-p1", "--silent"],
      ] as const) {
        for (const name of names) write(name);
        await inside(async () => {
          const { out } = await run("check", "--fix", "--dry-run", ".");
          execFileSync(program, args, { input: out });
        });
        assert.deepEqual(
          names.map(read),
          names.map(() => FIXED),
          program,
        );
      }
    });

    it("prints nothing of standard input where nothing is mended", async () => {
      assert.deepEqual(await runIn({ input: FIXED }, "check", "--fix", "--dry-run", "-"), { status: 0, out: "", error: "" });
    });

    it("prints nothing else", async () => {
      const { status, out } = await run("check", "--fix", "--dry-run", write("a.md", "Treated with foltinib.\n"));
      assert.deepEqual([status, out], [1, ""]);
    });
  });
});
