/** What folders have of their own for the notes in them, over files in memory. */
import assert from "node:assert/strict";
import type { Dataset } from "../server/dataset/dataset";
import { OwnFolders } from "../server/ownFolders";
import { DEFAULTS } from "../server/settings";
import { example } from "./example";
import { foldersOf } from "./ownFoldersOf";

describe("word lists", () => {
  const files = {
    "file:///lab/.metastasis-notes/words.txt": "Foltinib # ours\n",
    "file:///lab/project/.metastasis-notes/words.txt": "MB-217\n",
    "file:///.metastasis-notes/words.txt": "rooty\n",
  };

  it("join the accepted words: all of the folders above a note, up to the one that is open", async () => {
    const { wordsFor, asked } = foldersOf(files, ["file:///lab"]);
    assert.deepEqual(await wordsFor("file:///lab/project/2026/note.md"), ["mine", "mb-217", "foltinib"]);
    assert.deepEqual(await wordsFor("file:///lab/note.md"), ["mine", "foltinib"]);
    assert.ok(asked.every((uri) => uri.startsWith("file:///lab/")));
  });
  it("of a note outside any open folder are those of all folders above it", async () => {
    const { wordsFor } = foldersOf(files);
    assert.deepEqual(await wordsFor("file:///lab/note.md"), ["mine", "foltinib", "rooty"]);
    assert.deepEqual(await wordsFor("file:///elsewhere/note.md"), ["mine", "rooty"]);
  });
  it("are looked for once, and again when something changed", async () => {
    const { readAnew, asked, wordsFor, files: held } = foldersOf({ ...files }, ["file:///lab"]);
    await wordsFor("file:///lab/note.md");
    const count = asked.length;
    await wordsFor("file:///lab/other.md");
    assert.equal(asked.length, count);
    held["file:///lab/.metastasis-notes/words.txt"] = "other\n";
    assert.deepEqual(await wordsFor("file:///lab/note.md"), ["mine", "foltinib"]);
    await readAnew();
    assert.deepEqual(await wordsFor("file:///lab/note.md"), ["mine", "other"]);
  });
  it("are none for a note without a file, and for one in a folder that cannot be read", async () => {
    const { wordsFor, asked } = foldersOf(files);
    assert.deepEqual(await wordsFor("untitled:Untitled-1"), ["mine"]);
    assert.deepEqual(await wordsFor("nonsense"), ["mine"]);
    assert.deepEqual(asked, []);
    assert.deepEqual(await wordsFor("vscode-vfs://github/lab/notes/a.md"), ["mine"]);
    assert.equal(asked.at(-1), "vscode-vfs://github/.metastasis-notes");
  });
  it("are there in a virtual file system, whose addresses may have no authority", async () => {
    const { wordsFor, asked } = foldersOf({ "memfs:/lab/.metastasis-notes/words.txt": "foltinib\n" }, ["memfs:/lab"]);
    assert.deepEqual(await wordsFor("memfs:/lab/bone/note.md"), ["mine", "foltinib"]);
    assert.deepEqual([...new Set(asked)], ["memfs:/lab/bone/.metastasis-notes", "memfs:/lab/.metastasis-notes"]);
    await wordsFor("memfs:/note.md");
    assert.equal(asked.at(-1), "memfs:/.metastasis-notes");
  });
  it("give the same settings for the same note as long as nothing changed", async () => {
    const { folders } = foldersOf(files);
    const [once, again] = [
      await folders.settingsFor("file:///lab/a.md", DEFAULTS),
      await folders.settingsFor("file:///lab/b.md", DEFAULTS),
    ];
    assert.equal(once, again);
    assert.equal(await folders.settingsFor("untitled:a", DEFAULTS), DEFAULTS);
  });
});

describe("what is bundled", () => {
  it("is there while what a folder adds is still read, and not afterwards", async () => {
    const uri = "file:///lab/note.md";
    const { folders } = foldersOf({ "file:///lab/.metastasis-notes/names.tsv": "name\tkind\nMB-217\tdrug\n" });
    const at = async () => (await folders.now(uri, DEFAULTS)).data;
    const slow = new OwnFolders([], {
      list: () => new Promise(() => undefined),
      read: () => assert.fail("nothing is listed"),
      load: () => assert.fail("nothing is listed"),
      bundled: async () => example,
      report: () => undefined,
      warn: () => undefined,
      changed: () => undefined,
    });
    assert.deepEqual(await slow.now(uri, DEFAULTS), { settings: DEFAULTS, data: example, isAll: false });
    const own = await folders.datasetFor(uri, DEFAULTS);
    assert.notEqual(own, example);
    assert.equal(await at(), own);
    folders.changed(true);
    assert.equal(await at(), own);
  });
});

describe("what a folder said before", () => {
  const files = {
    "file:///lab/.metastasis-notes/names.tsv": "name\tkind\nMB-217\tdrug\n",
    "file:///lab/.metastasis-notes/config.yaml": "languages: [markdown]\ncompletion: { prefer: symbol }\n",
  };
  it("holds while a slow disk is looked at again, as long as the client's settings and folders are the same", async () => {
    const uri = "file:///lab/note.md";
    const { folders, slowDown } = foldersOf(files, ["file:///lab"]);
    const own = await folders.datasetFor(uri, DEFAULTS, "markdown");
    assert.equal(await folders.datasetFor(uri, DEFAULTS, "quarto"), undefined);
    slowDown();
    folders.changed(true);
    const { data, settings, isAll } = await folders.now(uri, DEFAULTS, "markdown");
    assert.deepEqual([data === own, settings.completion.prefer, isAll], [true, "symbol", false]);
    assert.equal((await folders.now(uri, DEFAULTS, "quarto")).data, undefined);
    assert.equal((await folders.now(uri, { ...DEFAULTS }, "markdown")).data, example);
    folders.opened(["file:///other"]);
    assert.equal((await folders.now(uri, DEFAULTS, "markdown")).data, example);
  });
});

describe("own data of several folders", () => {
  const HEAD = "name\tkind\n";
  const table = (folder: string) => `file:///${folder}/.metastasis-notes/names.tsv`;
  const labs = Array.from({ length: 17 }, (_, i) => `lab${i}`);
  const workspaces = labs.map((lab) => `file:///${lab}`);

  it("is joined once, whichever of them is looked at in turn; of too many those that were asked for last are held", async () => {
    const { folders } = foldersOf(Object.fromEntries(labs.map((lab) => [table(lab), `${HEAD}MB-217\tdrug\n`])), workspaces);
    const of = (lab: number) => folders.datasetFor(`file:///lab${lab}/a.md`, DEFAULTS);
    const first = await Promise.all(labs.slice(0, 16).map((_, i) => of(i)));
    assert.equal(new Set(first).size, 16);
    assert.deepEqual(await Promise.all(labs.slice(0, 16).map(async (_, i) => (await of(i)) === first[i])), Array(16).fill(true));
    await of(0);
    await of(16);
    assert.deepEqual([(await of(0)) === first[0], (await of(1)) === first[1]], [true, false]);
  });

  it("is taken back with what is wrong with it when its folder is no longer open, and there again with it", async () => {
    const { folders, problemsOf, readAnew, lookUp } = foldersOf({ [table("lab0")]: `${HEAD}MB-217\tdrug\nX-1\tpill\n` }, workspaces);
    assert.equal((await lookUp("file:///lab0/a.md", "MB-217")).length, 1);
    assert.equal(problemsOf(table("lab0")).length, 1);
    folders.opened(workspaces.slice(1));
    await readAnew();
    assert.deepEqual(problemsOf(table("lab0")), []);
    folders.opened(workspaces);
    assert.equal((await lookUp("file:///lab0/a.md", "MB-217")).length, 1);
    assert.equal(problemsOf(table("lab0")).length, 1);
  });

  it("is taken back when the setting no longer names it", async () => {
    const file = "file:///lab0/more.tsv";
    const { folders, problemsOf, readAnew, lookUp } = foldersOf({ [file]: `${HEAD}MB-217\tdrug\nX-1\tpill\n` }, workspaces, ["more.tsv"]);
    assert.equal((await lookUp("file:///lab0/a.md", "MB-217")).length, 1);
    folders.configured(new Map([["file:///lab0", { ...DEFAULTS, datasets: ["./more.tsv"] }]]));
    await readAnew();
    assert.equal(problemsOf(file).length, 1);
    folders.configured(new Map([[undefined, { ...DEFAULTS, datasets: ["more.tsv"] }]]));
    await readAnew();
    assert.deepEqual(problemsOf(file), []);
  });

  it("that is written all the time is taken as it was read last", async () => {
    const { folders, files, readAnew, lookUp } = foldersOf({ [table("lab0")]: `${HEAD}MB-217\tdrug\n` }, workspaces);
    assert.equal((await lookUp("file:///lab0/a.md", "MB-217")).length, 1);
    const begun = performance.now();
    let isWritten = true;
    let times = 0;
    const written = () => {
      // the end is for a version that waits for it
      if (isWritten && performance.now() - begun < 8000) folders.changed(true);
      return `${HEAD}MB-218\tdrug\t\t${++times}\n`;
    };
    Object.defineProperty(files, table("lab0"), { enumerable: true, get: written });
    await readAnew();
    const taken = performance.now() - begun;
    isWritten = false;
    assert.ok(taken < 7000, `${taken}`);
    assert.equal((await lookUp("file:///lab0/a.md", "MB-218")).length, 1);
    assert.equal((await lookUp("file:///lab0/a.md", "MB-217")).length, 0);
  });

  it("that cannot be joined is told, and the bundled dataset serves", async () => {
    const broken = Object.create(example, {
      find: {
        value: () => {
          throw new Error("a fault");
        },
      },
    }) as Dataset;
    const { folders, warnings, problemsOf } = foldersOf(
      { [table("lab0")]: "id: a", [`${table("lab0")}.yaml`]: RECORD },
      workspaces,
      [],
      broken,
    );
    assert.equal(await folders.datasetFor("file:///lab0/a.md", DEFAULTS), broken);
    assert.match(`${warnings} ${problemsOf(`${table("lab0")}.yaml`)}`, /a fault/);
  });
});

const RECORD = "id: mb-217\nkind: drug\npreferred_name: MB-217\n";

describe("config.yaml", () => {
  it("of the nearest folder that names a setting decides, each setting by itself", async () => {
    const { folders } = foldersOf({
      "file:///lab/.metastasis-notes/config.yaml": "rules: { brand-name: hint, unknown-code: off }\ncompletion: { prefer: symbol }\n",
      "file:///lab/project/.metastasis-notes/config.yaml": "rules: { brand-name: error }\n",
    });
    const { rules, completion } = await folders.settingsFor("file:///lab/project/note.md", DEFAULTS);
    assert.deepEqual([rules["brand-name"], rules["unknown-code"], completion.prefer], ["error", "off", "symbol"]);
    assert.equal(await folders.settingsFor("file:///elsewhere/note.md", DEFAULTS), DEFAULTS);
  });
});

describe("records", () => {
  it("may be JSON", async () => {
    const json = JSON.stringify({ id: "mb-217", kind: "drug", preferred_name: "MB-217", summary: "Ours." });
    const { lookUp } = foldersOf({ "file:///lab/.metastasis-notes/mb-217.json": json });
    assert.deepEqual(await lookUp("file:///lab/note.md", "MB-217"), ["Ours."]);
  });
  it("that refer to one that nobody has are told so at the place; those of other files and folders are known", async () => {
    const refers = (target: string) =>
      `id: mb-217\nkind: drug\npreferred_name: MB-217\nmechanisms:\n  - { target: "${target}", action: INHIBITOR, verb: blocks, primary: true, sources: ["note:ours"] }\n`;
    const file = "file:///lab/bone/.metastasis-notes/mb-217.yaml";
    const { lookUp, problemsOf, files, readAnew } = foldersOf(
      { [file]: refers("target:XQR7"), "file:///lab/.metastasis-notes/names.tsv": "name\tkind\n" },
      ["file:///lab"],
    );
    const note = "file:///lab/bone/note.md";
    assert.deepEqual(await lookUp(note, "MB-217"), [""]);
    assert.deepEqual(problemsOf(file), [
      "5:7-28 There is no target:XQR7, neither in the dataset nor in your folders; write the id of one that is, or a record with this one.",
    ]);
    files["file:///lab/.metastasis-notes/xqr7.yaml"] = "id: XQR7\nkind: target\npreferred_name: XQR7\n";
    await readAnew();
    assert.deepEqual(problemsOf(file), []);
    files[file] = refers("target:VEGFA");
    await readAnew();
    assert.deepEqual(problemsOf(file), []);
  });
});

describe("names.tsv", () => {
  const TABLE = "file:///lab/.metastasis-notes/names.tsv";
  const NOTE = "file:///lab/note.md";
  const HEAD = "name\tkind\tpreferred\tnote\n";

  it("gives names to new things, to each other and to what is bundled", async () => {
    const rows = "MB-217\tdrug\t\tOur lead.\nmetablocker\tdrug\tMB-217\nour beva\tdrug\tbevacizumab\n";
    const { lookUp } = foldersOf({ [TABLE]: HEAD + rows });
    assert.deepEqual(await lookUp(NOTE, "MB217"), ["Our lead."]);
    assert.deepEqual(await lookUp(NOTE, "metablocker"), ["Our lead."]);
    assert.deepEqual(await lookUp(NOTE, "our beva"), ["What bevacizumab is."]);
    assert.deepEqual(await lookUp("file:///elsewhere/note.md", "MB217"), []);
  });
  it("tells what is wrong with a row, and takes the others", async () => {
    const rows = "X1\tdrug\nY-22\tmedicine\t\nZ-22\nMB-217\tdrug\t\tOurs.\nMB-217\tdrug\t\tAgain.\n\t\n";
    const { lookUp, problemsOf } = foldersOf({ [TABLE]: HEAD + rows });
    assert.deepEqual(await lookUp(NOTE, "MB-217"), ["Ours."]);
    assert.deepEqual(
      problemsOf(TABLE).map((problem) => problem.slice(0, 40)),
      ["3:1-15 The kind is “medicine”; write one", "4:1-5 The kind is missing; write one of ", "6:1-20 “MB-217” stands in line 5 already"],
    );
  });
  it("asks after a name under “preferred” that looks like a slip, and takes it", async () => {
    const rows =
      "beva\tdrug\tbevacizumb\nmb\tdrug\tMB-217\nnilo\tdrug\tsunitimib\nsunitimib\tdrug\nsuni\tdrug\tsunitinib\nVGX\ttarget\tbevacizumb\n";
    const { lookUp, problemsOf } = foldersOf({ [TABLE]: HEAD + rows });
    assert.equal((await lookUp(NOTE, "beva")).length, 1);
    assert.deepEqual(problemsOf(TABLE), [
      "2:11-21 “bevacizumb” becomes a drug of your own. Did you mean bevacizumab? If not, give “bevacizumb” a row.",
    ]);
  });
  it("is told of a record with the number of the item that lacks something", async () => {
    const folder = "file:///lab/.metastasis-notes";
    const { lookUp, problemsOf } = foldersOf({
      [`${folder}/x.yaml`]: "id: x-1\nkind: drug\npreferred_name: X-1\nnames:\n  - { text: X-one }\n",
    });
    assert.deepEqual(await lookUp(NOTE, "X-1"), []);
    assert.deepEqual(problemsOf(`${folder}/x.yaml`), ['5:5-20 Names (item 1) lacks "type"; add it.']);
  });
  it("keeps its last good names while it is broken, and no longer than that", async () => {
    const { lookUp, problemsOf, files, readAnew } = foldersOf({ [TABLE]: `${HEAD}MB-217\tdrug\t\tOurs.\n` });
    assert.deepEqual(await lookUp(NOTE, "MB-217"), ["Ours."]);
    for (const broken of ["", "42", "%%% \0", new Uint8Array([0xff, 0xfe, 0x7b, 0, 0xc3, 0x28])]) {
      files[TABLE] = broken;
      await readAnew();
      assert.deepEqual(await lookUp(NOTE, "MB-217"), ["Ours."]);
      assert.equal(problemsOf(TABLE).length, 1);
    }
    files[TABLE] = `\ufeff${HEAD}MB-218\tdrug\t\tNext.\n`.replaceAll("\n", "\r\n");
    await readAnew();
    assert.deepEqual([await lookUp(NOTE, "MB-217"), await lookUp(NOTE, "MB-218"), problemsOf(TABLE)], [[], ["Next."], []]);
    delete files[TABLE];
    await readAnew();
    assert.deepEqual(await lookUp(NOTE, "MB-218"), []);
  });
  it("keeps them where its folder cannot be read, which is told under the folder's address until it can be", async () => {
    const { lookUp, problemsOf, files, readAnew } = foldersOf({ [TABLE]: `${HEAD}MB-217\tdrug\t\tOurs.\n` });
    const folder = "file:///lab/.metastasis-notes";
    assert.deepEqual(await lookUp(NOTE, "MB-217"), ["Ours."]);
    files[folder] = { problem: "may not be read; change its permissions" };
    await readAnew();
    assert.deepEqual(await lookUp(NOTE, "MB-217"), ["Ours."]);
    assert.deepEqual(problemsOf(folder), ["1:1-2 This may not be read; change its permissions."]);
    delete files[folder];
    await readAnew();
    assert.deepEqual([await lookUp(NOTE, "MB-217"), problemsOf(folder)], [["Ours."], []]);
  });
  it("counts in its folder and below, and the nearest has the first word", async () => {
    const { lookUp } = foldersOf(
      {
        [TABLE]: `${HEAD}MB-217\tdrug\t\tOf the lab.\n`,
        "file:///lab/bone/.metastasis-notes/names.tsv": `${HEAD}MB-217\ttarget\t\tOf the bone group.\n`,
        "file:///other/.metastasis-notes/names.tsv": `${HEAD}MB-217\tprocess\t\tOf others.\n`,
      },
      ["file:///lab", "file:///other"],
    );
    assert.deepEqual(await lookUp("file:///lab/bone/a.md", "MB-217"), ["Of the bone group.", "Of the lab."]);
    assert.deepEqual(await lookUp(NOTE, "MB-217"), ["Of the lab."]);
    assert.deepEqual(await lookUp("file:///other/a.md", "MB-217"), ["Of others."]);
  });
  it("may lie in further files and folders, by a setting; relative ones lie in the folder that is open", async () => {
    const files = {
      "file:///lab/shared words/names.tsv": `${HEAD}MB-217\tdrug\t\tShared.\n`,
      "file:///data/more.tsv": `${HEAD}MB-218\tdrug\t\tMore.\n`,
    };
    const { lookUp, warnings } = foldersOf(
      encoded(files),
      ["file:///lab", "file:///other"],
      ["./shared words", "/data/more.tsv", "missing"],
    );
    assert.deepEqual([await lookUp(NOTE, "MB-217"), await lookUp(NOTE, "MB-218")], [["Shared."], ["More."]]);
    assert.deepEqual([await lookUp("file:///other/a.md", "MB-217"), await lookUp("file:///other/a.md", "MB-218")], [[], ["More."]]);
    assert.match(warnings[0] ?? "", /^metastasisNotes\.datasets: nothing is at file:\/\/\/lab\/missing; /);
    assert.equal(new Set(warnings).size, warnings.length);
  });
  it("is what a spreadsheet saved, with marks around its cells; a sheet in another form is told how to be saved", async () => {
    const sheet = "file:///lab/.metastasis-notes/names.csv";
    const { lookUp, problemsOf } = foldersOf({
      [TABLE]: '"name"\t"kind"\t"preferred"\t"note"\n"MB-217"\t"Drug"\t""\t"Called ""ours""."\n',
      [sheet]: "name,kind\n",
    });
    assert.deepEqual(await lookUp(NOTE, "MB-217"), ['Called "ours".']);
    assert.deepEqual(problemsOf(sheet), ["1:1-2 This is not read; save the sheet as tab-separated text in UTF-8, and call it names.tsv."]);
  });
  it("of too many files is told once for all that are left out", async () => {
    const file = (i: number) => `file:///lab/.metastasis-notes/${i}.yaml`;
    const record = (i: number) => `id: mb-${i}\nkind: drug\npreferred_name: MB-9${i}\nsummary: Number ${i}.\n`;
    const { lookUp, problemsOf } = foldersOf(Object.fromEntries(Array.from({ length: 600 }, (_, i) => [file(i), record(i)])));
    assert.deepEqual(await lookUp("file:///lab/a.md", "MB-9499"), ["Number 499."]);
    assert.deepEqual(await lookUp("file:///lab/a.md", "MB-9500"), []);
    const told = "1:1-2 This is not read, nor are 99 others, for their folder holds more than 500 files; join some of them.";
    assert.deepEqual([problemsOf(file(500)), problemsOf(file(501))], [[told], []]);
  });
  it("of too many files never is what no other file can say: config.yaml, names.tsv, words.txt", async () => {
    const file = (i: number) => `file:///lab/.metastasis-notes/${i}.yaml`;
    const record = (i: number) => `id: mb-${i}\nkind: drug\npreferred_name: MB-9${i}\nsummary: Number ${i}.\n`;
    const files = Object.fromEntries(Array.from({ length: 500 }, (_, i) => [file(i), record(i)]));
    files["file:///lab/.metastasis-notes/config.yaml"] = "languages: [quarto]\n";
    files[TABLE] = `${HEAD}QX-777\tdrug\t\tOurs.\n`;
    files["file:///lab/.metastasis-notes/words.txt"] = "foltinib\n";
    const { folders, lookUp, wordsFor, problemsOf } = foldersOf(files, ["file:///lab"]);
    assert.deepEqual([await lookUp(NOTE, "MB-9496"), await lookUp(NOTE, "MB-9497")], [["Number 496."], []]);
    assert.deepEqual(await lookUp(NOTE, "QX-777"), ["Ours."]);
    assert.deepEqual(await wordsFor(NOTE), ["mine", "foltinib"]);
    assert.deepEqual((await folders.settingsFor(NOTE, DEFAULTS)).onlyLanguages, ["quarto"]);
    const told = "1:1-2 This is not read, nor are 2 others, for their folder holds more than 500 files; join some of them.";
    assert.deepEqual([problemsOf(file(497)), problemsOf(file(496))], [[told], []]);
  });

  it("is told where settings have another file's name, and two things one id", async () => {
    const folder = "file:///lab/.metastasis-notes";
    const record = (name: string) => `id: x\nkind: drug\npreferred_name: ${name}\n`;
    const { lookUp, problemsOf } = foldersOf({
      [`${folder}/config.yml`]: "rules: {}\n",
      [`${folder}/Words.txt`]: "foltinib\n",
      [`${folder}/a.yaml`]: record("foltinib"),
      [`${folder}/b.yaml`]: record("Foltinib"),
      [`${folder}/c.yaml`]: `---\n${record("MB-217")}`,
    });
    await lookUp(NOTE, "x");
    assert.deepEqual(problemsOf(`${folder}/config.yml`), ["1:1-2 This is not read; if it holds settings, call it config.yaml."]);
    assert.deepEqual(problemsOf(`${folder}/Words.txt`), ["1:1-2 This is not read; if it holds accepted words, call it words.txt."]);
    assert.deepEqual(problemsOf(`${folder}/b.yaml`), []);
    assert.deepEqual(problemsOf(`${folder}/c.yaml`), ["2:1-2 drug:x is “foltinib” in a.yaml; give one of the two another id."]);
  });
  it("keeps names apart that only a sign makes different, and joins those that are spelled alike", async () => {
    const rows = "CD8+\ttarget\t\tOn cells.\nCD8-\ttarget\t\tNot on cells.\nQX 12\tdrug\t\tOurs.\nlead\tdrug\tQX-12\t\n";
    const { lookUp } = foldersOf({ [TABLE]: HEAD + rows });
    assert.deepEqual([await lookUp(NOTE, "CD8+"), await lookUp(NOTE, "lead")], [["On cells."], ["Ours."]]);
  });
});

/** Files by their addresses, in which spaces are escaped. */
const encoded = (files: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(files).map(([file, text]) => [file.replaceAll(" ", "%20"), text]));
