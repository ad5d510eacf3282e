/** Which notes are checked: folders, patterns, links, what git ignores. */
import assert from "node:assert/strict";
import { symlinkSync } from "node:fs";
import path from "node:path";
import { DOSE, inFolder, run } from "./run";

describe("the notes that are checked", () => {
  const { at, write, places, fails, inside } = inFolder();
  const files = async (...args: string[]) => (await places(...args)).map((place) => place.split(":")[0]!);
  const writeAll = (...names: string[]) => {
    for (const name of names) write(name);
  };

  it("are those of a folder in order, without hidden folders and node_modules", async () => {
    writeAll("b.md", "a.MD", "sub/deep/c.markdown", "d.txt", ".hidden/e.md", ".f.md", "node_modules/g.md", "h.md/i.md", "sub/.git/j.md");
    writeAll("x.qmd", "y.Rmd", "z.mdx");
    write("n.ipynb", JSON.stringify({ cells: [{ cell_type: "markdown", source: DOSE }] }));
    assert.deepEqual(await files(at("")), ["a.MD", "b.md", "h.md/i.md", "n.ipynb", "sub/deep/c.markdown", "x.qmd", "y.Rmd", "z.mdx"]);
    assert.deepEqual(await files(at("d.txt")), ["d.txt"]);
  });

  it("are called as VS Code or GitHub know Markdown: .mkd, .mdown", async () => {
    const names = ["a.mkd", "b.mkdn", "c.mdown", "d.MDWN", "e.markdn"];
    writeAll(...names, "f.mkdx");
    assert.deepEqual(await files(at("")), names);
    assert.deepEqual(await files(at("*.mdown")), ["c.mdown"]);
  });

  it("are checked once, however often they are named", async () => {
    const file = write("a.md");
    assert.deepEqual(await files(file, at(""), file, at("*.md")), ["a.md"]);
    assert.deepEqual(await run("check", "--severity=error", file, at(""), at("*.md")), { status: 0, out: "", error: "" });
  });

  it("are none in a folder without: that is said, for another may be meant", async () => {
    write("texts/a.txt");
    for (const command of ["check", "stats"]) {
      const { status, error } = await run(command, at("texts"));
      assert.deepEqual([status, error], [0, `${at("texts")}: there is no note in there\n`]);
    }
  });

  it("may be links, which are not followed in circles", async () => {
    if (process.platform === "win32") return;
    write("kept/a.txt");
    symlinkSync("../kept/a.txt", at("kept/b.md"));
    symlinkSync("..", at("kept/up"));
    symlinkSync("self.md", at("kept/self.md"));
    symlinkSync("nowhere.md", at("kept/gone.md"));
    assert.deepEqual(await files(at("")), ["kept/b.md"]);
    // a folder elsewhere counts where it lies rather than where a link leads to it
    writeAll("other/c.md", "notes/d.md");
    symlinkSync("../other", at("notes/a"));
    symlinkSync("../notes", at("other/back"));
    assert.deepEqual(await files(at("notes")), ["notes/d.md", "notes/a/c.md"]);
    assert.deepEqual(await files(at("")), ["kept/b.md", "notes/d.md", "other/c.md"]);
    write("notes/.gitignore", "a/\n");
    assert.deepEqual(await files(at("notes")), ["notes/d.md"]);
    await fails("is a link that leads to itself", at("kept/self.md"));
  });

  describe("by patterns", () => {
    beforeEach(() =>
      writeAll("a.md", "b.txt", "notes/c.md", "notes/deep/d.md", "notes/e.txt", "notes/.f.md", "node_modules/g.md", "[h].md"),
    );

    for (const [pattern, ...expected] of [
      ["*.md", "[h].md", "a.md"],
      ["./notes/*.md", "notes/c.md"],
      ["**/*.md", "[h].md", "a.md", "notes/c.md", "notes/deep/d.md"],
      ["notes/**", "notes/c.md", "notes/deep/d.md"],
      ["notes/**/d.md", "notes/deep/d.md"],
      ["{a,notes/c}.md", "a.md", "notes/c.md"],
      ["**/*.txt", "b.txt", "notes/e.txt"],
      ["notes/.*.md", "notes/.f.md"],
      ["[h].md", "[h].md"],
      ["?.md", "a.md"],
    ] as const) {
      it(pattern, async () => {
        assert.deepEqual(await inside(() => files(pattern)), expected);
        assert.deepEqual(await files(path.join(at(""), pattern)), expected);
      });
    }

    it("that fit nothing are told", async () => {
      await fails("no note is named so", at("*.qmd"));
      await fails("no note is named so", at("nowhere/**/*.md"));
    });
  });

  describe("do not include what .gitignore names", () => {
    const check = async (
      ignored: Readonly<Record<string, string>>,
      names: readonly string[],
      expected: readonly string[],
      ...given: string[]
    ) => {
      for (const [file, text] of Object.entries(ignored)) write(file, text);
      writeAll(...names);
      assert.deepEqual(await inside(() => files(...(given.length > 0 ? given : ["."]))), expected);
    };

    it("in the folder and those above it", () =>
      check({ ".gitignore": "/drafts/\n*.tmp.md\n" }, ["a.md", "drafts/b.md", "c/d.tmp.md", "c/drafts/e.md"], ["a.md", "c/drafts/e.md"]));
    it("unless a folder inside says otherwise", () =>
      check({ ".gitignore": "*.md\n", "kept/.gitignore": "!*.md\nx.md\n" }, ["a.md", "kept/b.md", "kept/x.md"], ["kept/b.md"]));
    it("for a pattern too", () => check({ ".gitignore": "b*\n" }, ["a.md", "b.md", "c/bd.md"], ["a.md"], "**/*.md"));
    it("from the repository down", async () => {
      write(".git/HEAD", "");
      await check({ ".gitignore": "b.md\n" }, ["c/a.md", "c/b.md"], ["c/a.md"], "c");
    });
    it("unless it is what was asked for", () =>
      check({ ".gitignore": "drafts/\n" }, ["drafts/a.md", "drafts/b.md"], ["drafts/b.md", "drafts/a.md"], "drafts/b.md", "drafts"));
    it("with any line end and a byte-order mark", () =>
      check({ ".gitignore": "\ufeffa.md\r\nb.md\r\n" }, ["a.md", "b.md", "c.md"], ["c.md"]));
  });
});
