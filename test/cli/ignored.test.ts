/** `.gitignore`: what git itself leaves out, for any patterns. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { listNotes } from "../../server/noteFiles";
import { pick, randomOf, SEED } from "../random";
import { inFolder, run } from "./run";

const FOLDERS = ["", "sub/", "deep/", "sub/deep/", "deep/sub/", "sub/deep/sub/"];
const NAMES = ["a.md", "b.md", "ab.md", "c.md", "#x.md", "x y.md", "!n.md"];
const PATTERNS = [
  ...["*.md", "!a.md", "/a.md", "sub", "sub/", "!sub/", "sub/*", "!sub/b.md", "**/b.md", "deep/**", "!deep/c.md", "**/deep"],
  ...["sub/**/c.md", "a*.md", "[ab].md", "?.md", "\\#x.md", "#x.md", "!x y.md", "x\\ y.md", "x y.md ", "a.md\\ ", "*/", "!*/", "/*"],
  ...["!/sub", "!/deep/", "sub/deep/", "!sub/deep/c.md", "/**/c.md", "deep/**/b.md", "\\!n.md", "!\\!n.md", "*.m[a-d]", "[!a].md"],
  ...[
    "[[:alpha:]].md",
    "[^[:lower:]#].md",
    "[]a].md",
    "[ab",
    "a\\",
    "\\a.md",
    "a**.md",
    "**/sub/**/b.md",
    "sub/**/deep/**",
    "!**/deep/**/a.md",
    "***",
  ],
  ...["/sub/*/*.md", "*?b.md", "[a-]*.md", "[z-a].md", "[b-a].md", "[[:none:]].md", "[[:graph:]].md", "?[[:blank:]]*", "a.md/", "sub/**/"],
];

describe(".gitignore", () => {
  const { at, write, inside } = inFolder();

  it("takes no longer for patterns that fit in many ways than for others: a dozen ** held up the server for as long as it ran", async () => {
    const folder = `${"a/".repeat(150)}`;
    write(`${folder}${"a".repeat(200)}.md`, "Keytruda\n");
    for (const pattern of [
      `${"**/a/".repeat(12)}b`,
      `${"a/**/".repeat(12)}b`,
      `${"*a".repeat(30)}b`,
      `${"*?".repeat(30)}b`,
      "*[a]".repeat(30),
    ]) {
      write(".gitignore", `${pattern}\n`.repeat(9));
      assert.equal((await listNotes([pathToFileURL(at("")).href], [".md"])).length, 1, pattern);
    }
  });

  it("gives way to others between names, however many patterns it has", async () => {
    for (let i = 0; i < 40; i++) write(`${"ab".repeat(60)}${i}.txt`, "");
    write(".gitignore", `*\n${"*a*b*a*c*t\n".repeat(5_000)}`);
    let turns = 0;
    const count = () => {
      turns++;
      going = setImmediate(count);
    };
    let going = setImmediate(count);
    // no note is among them, whose file would be looked at meanwhile
    assert.deepEqual(await listNotes([pathToFileURL(at("")).href], [".txt"]), []);
    clearImmediate(going);
    assert.ok(turns > 20, `${turns} turns`);
  });

  it("is no pipe, which would be waited for", async () => {
    if (process.platform === "win32") return;
    write("a.md", "Keytruda\n");
    execFileSync("mkfifo", [at(".gitignore")]);
    assert.equal((await listNotes([pathToFileURL(at("")).href], [".md"])).length, 1);
    assert.equal((await inside(() => run("check", "."))).status, 0);
    rmSync(at(".gitignore"));
  });

  it("is heard before what the repository keeps to itself, .git/info/exclude", async () => {
    execFileSync("git", ["init", "-q", at("")]);
    for (const name of ["a.md", "b.md", "sub/b.md", "c.md"]) write(name, "Keytruda\n");
    write(".git/info/exclude", "b.md\n/c.md\n");
    write("sub/.gitignore", "!b.md\n");
    const listed = execFileSync("git", ["ls-files", "--others", "--exclude-standard", "*.md"], { cwd: at("") }).toString();
    assert.equal(listed, "a.md\nsub/b.md\n");
    const notes = (await listNotes([pathToFileURL(at("")).href], [".md"])).map(({ uri }) => uri);
    assert.deepEqual(
      notes,
      ["a.md", "sub/b.md"].map((name) => pathToFileURL(at(name)).href),
    );
    const { out } = await inside(() => run("export", "--format", "csv", "."));
    assert.deepEqual(out.match(/^[\w/]+\.md/gm), ["a.md", "sub/b.md"]);
  });

  it("is heard with the repository's own where .git is a file: in a worktree, and in a submodule", async () => {
    const git = (folder: string, ...args: string[]) =>
      execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@b", "-c", "protocol.file.allow=always", ...args], {
        cwd: at(folder),
        stdio: ["ignore", "pipe", "ignore"],
      }).toString();
    for (const name of ["main", "part"]) {
      write(`${name}/kept.md`, "Keytruda\n");
      git(name, "init", "-q");
      git(name, "add", ".");
      git(name, "commit", "-q", "-m", "a");
    }
    git("main", "worktree", "add", "-q", at("tree"));
    git("main", "submodule", "add", "-q", at("part"), "inner");
    const notes = ["a.md", "b.md", "kept.md"];
    write("main/.git/info/exclude", "b.md\n");
    write("main/.git/modules/inner/info/exclude", "a.md\n");
    for (const folder of ["tree", "main/inner"]) {
      for (const name of ["a.md", "b.md"]) write(`${folder}/${name}`, "Keytruda\n");
      const wanted = git(folder, "ls-files", "--others", "--cached", "--exclude-standard", "*.md").trim().split("\n").sort();
      const listed = (await listNotes([pathToFileURL(at(folder)).href], [".md"])).map(({ uri }) => path.basename(fileURLToPath(uri)));
      assert.deepEqual(listed, wanted);
      assert.equal(wanted.length, notes.length - 1);
    }
  });

  it("is found where a file says it is, to the letter, and nowhere else", async () => {
    if (process.platform === "win32") return;
    write("a.md", "Keytruda\n");
    write("own /info/exclude", "a.md\n");
    const count = async () => (await listNotes([pathToFileURL(at("")).href], [".md"])).length;
    write(".git", "gitdir: own \r\n");
    assert.equal(await count(), 0);
    write(".git", "gitdir: own\n");
    assert.equal(await count(), 1);
    write("own/commondir", "../own \n");
    assert.equal(await count(), 0);
    // two slashes lead to another machine, on Windows
    write("own/commondir", `/${at("own ")}`);
    assert.equal(await count(), 1);
  });

  it("is not looked for on other machines, whatever a file says", async () => {
    write("a.md", "Keytruda\n");
    for (const said of ["gitdir: //host/share/x", "gitdir: \\\\host\\share", "gitdir: .git", "gitdir: ", "\0", "gitdir: a\0b"]) {
      write(".git", said);
      assert.equal((await listNotes([pathToFileURL(at("")).href], [".md"])).length, 1, said);
      assert.equal((await inside(() => run("check", "."))).status, 0, said);
    }
  });

  it(`leaves out what git does, on the command line and in the editor (seed ${SEED})`, async () => {
    const random = randomOf(SEED);
    execFileSync("git", ["init", "-q", at("")]);
    const all = FOLDERS.flatMap((folder) => NAMES.map((name) => `${folder}${name}`)).sort();
    for (const name of all) write(name, "Keytruda\n");
    for (let round = 0; round < 20; round++) {
      const said = FOLDERS.map((folder) => {
        const lines = Array.from({ length: random(2) * random(5) }, () => pick(random, PATTERNS));
        write(`${folder}.gitignore`, lines.map((line) => `${line}\n`).join(""));
        return `${folder}: ${lines.join(" | ")}`;
      }).join("\n");
      const listed = execFileSync("git", ["ls-files", "-z", "--others", "--exclude-standard"], { cwd: at("") }).toString();
      const wanted = listed
        .split("\0")
        .filter((name) => name.endsWith(".md"))
        .sort();
      const notes = (await listNotes([pathToFileURL(at("")).href], [".md"])).map(({ uri }) => fileURLToPath(uri));
      const named = (files: readonly string[]) => files.map((file) => path.relative(at(""), file).split(path.sep).join("/")).sort();
      assert.deepEqual(named(notes), wanted, said);
      const { out } = await inside(() => run("export", "--format", "jsonld", "."));
      const printed = all.filter((name) => out.includes(`:note:${name.split("/").map(encodeURIComponent).join("/")}"`));
      assert.deepEqual(printed, wanted, said);
    }
  });
});
