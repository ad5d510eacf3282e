/** Only what is new: `--write-baseline` and `--baseline`. */
import assert from "node:assert/strict";
import { DOSE, inFolder, run } from "./run";

describe("a baseline", () => {
  const { at, write, read, places, inside, fails } = inFolder();

  it("hides what was found before, wherever it has moved to, and nothing else", async () => {
    write("notes/a.md", `${DOSE}Again bevacizumb.\n`);
    write("notes/b.md", "Treated with foltinib.\n");
    await inside(async () => {
      const written = await run("check", "--write-baseline", "base.tsv", "notes");
      assert.deepEqual(written, { status: 0, out: "", error: "2 findings written to base.tsv\n" });
      assert.deepEqual(read("base.tsv").split("\n").slice(1), [
        "notes/a.md\tmisspelled-name\tbevacizumb",
        "notes/b.md\tunknown-drug-name\tfoltinib",
        "",
      ]);
      assert.deepEqual(await run("check", "--baseline", "base.tsv", "notes"), { status: 0, out: "", error: "" });
    });
    write("notes/a.md", `# New\n\nTreated with xoltinib.\n\n${DOSE}`);
    write("notes/c.md");
    assert.deepEqual(await places("--baseline", at("base.tsv"), at("notes")), ["notes/a.md:3:14", "notes/c.md:1:28"]);
    assert.deepEqual(await places("--baseline", at("base.tsv"), "--severity=hint", at("notes/a.md")), ["notes/a.md:3:14"]);
  });

  it("holds no finding that is not reported", async () => {
    const { error } = await run("check", "--severity", "error", "--write-baseline", at("base.tsv"), write("a.md"));
    assert.equal(error, `0 findings written to ${at("base.tsv")}\n`);
  });

  it("is read with Windows' line ends and a byte-order mark", async () => {
    const file = write("a.md");
    await run("check", "--write-baseline", at("base.tsv"), file);
    write("base.tsv", `\ufeff${read("base.tsv").replaceAll("\n", "\r\n")}`);
    assert.deepEqual(await places("--baseline", at("base.tsv"), file), []);
  });

  it("that cannot be used hides nothing, which is told", async () => {
    const file = write("a.md");
    await fails("base.tsv: there is no such file or folder", "--baseline", at("base.tsv"), file);
    await fails("base.tsv: is no baseline; write one with --write-baseline", "--baseline", write("base.tsv", "a.md\n"), file);
    assert.deepEqual(await places("--baseline", at("base.tsv"), file), ["a.md:1:28"]);
    await fails("a.md: is no baseline, and stays as it is; name another file", "--write-baseline", file, file);
    assert.equal(read("a.md"), DOSE);
    await fails("none/base.tsv: there is no such file or folder", "--write-baseline", at("none/base.tsv"), file);
  });
});
