import assert from "node:assert/strict";
import { addressKey } from "../../server/addresses";
import { textHash } from "../../server/dataset/hash";
import { atOnce } from "../../server/giveWay";
import type { Progress, Readers } from "../../server/index/backgroundHost";
import { NoteIndex } from "../../server/index/noteIndex";
import { tableOf } from "../../server/index/table";
import { Note } from "../../server/note/note";
import { example, noteOf } from "../example";
import { pick, randomOf, SEED } from "../random";
import { BEVACIZUMAB, backgroundOf, Kept, manyNotes, usesIn, Workspace } from "./workspaceNotes";

const FILES = { b: "Avastin", a: "bevacizumab\n\n**Avastin**", c: "p53" };

describe("the index of notes", () => {
  it("holds where each note names a concept, by whatever name", async () => {
    const index = await backgroundOf(new Workspace(FILES)).ready(example);
    const uses = index.usesOf(BEVACIZUMAB, new Map());
    assert.deepEqual(
      uses.map(({ uri, name, range: { start, end } }) => [
        uri.slice(10, -3),
        example.lexicon.name(name),
        start.line,
        start.character,
        end.character,
      ]),
      [
        ["a", "bevacizumab", 0, 0, 11],
        ["a", "Avastin", 2, 2, 9],
        ["b", "Avastin", 0, 0, 7],
      ],
    );
  });
  it("takes an open note as it stands, by whatever address the client has for it", async () => {
    const index = await backgroundOf(new Workspace(FILES)).ready(example);
    assert.equal(usesIn(index, new Map([["file:///w/%61.md", atOnce(tableOf(example, noteOf("bevacizumab")))]])), "%61:1 b:1");
    assert.equal(addressKey("file:///C:/notes/a%20(1).md"), addressKey("file:///c%3A/notes/a%20%281%29.md"));
    for (const start of ["file:/", "file://localhost/", "FILE:///"])
      assert.equal(addressKey(`${start}C:/notes/a.md`), addressKey("file:///c%3A/notes/a.md"));
    assert.equal(addressKey("file://host/a.md"), "file://host/a.md");
    assert.equal(addressKey("file:///100%.md"), "file:///100%.md");
  });
  it("reads nothing until it is asked, and again only what has changed", async () => {
    const workspace = new Workspace(FILES);
    const background = backgroundOf(workspace);
    background.changed("file:///w/a.md");
    assert.deepEqual([workspace.lists, workspace.taken()], [0, ""]);
    await background.ready(example);
    assert.deepEqual([workspace.lists, workspace.taken()], [1, "b a c"]);
    workspace.files.get("file:///w/c.md")!.text = "Avastin now";
    background.changed("file:///w/c.md");
    assert.equal(usesIn(await background.ready(example)), "a:2 b:1 c:1");
    assert.deepEqual([workspace.lists, workspace.taken()], [1, "c"]);
  });
  it("follows files and folders that come and go", async () => {
    const workspace = new Workspace({ ...FILES, "old/d": "Avastin" });
    const background = backgroundOf(workspace);
    await background.ready(example);
    workspace.files.delete("file:///w/b.md");
    background.deleted("file:///w/b.md");
    assert.equal(usesIn(await background.ready(example)), "a:2 old/d:1");
    workspace.files.delete("file:///w/old/d.md");
    background.deleted("file:///w/old");
    workspace.files.set("file:///w/new/d.md", { text: "Avastin", stamp: "1" });
    assert.equal(usesIn(await background.ready(example)), "a:2 new/d:1");
    background.changed("file:///w/node_modules/x.md");
    assert.equal(usesIn(await background.ready(example)), "a:2 new/d:1");
  });
  it("reads a note as it is, though it was fetched before it changed", async () => {
    const workspace = new Workspace(FILES);
    const background = backgroundOf({
      list: () => workspace.list(),
      read: async (uri) => {
        const text = await workspace.read(uri);
        // the last one of those that are fetched together, when all of them are
        if (uri.endsWith("/c.md") && text === FILES.c) {
          workspace.files.get(uri)!.text = "Avastin now";
          background.changed(uri);
        }
        return text;
      },
    });
    assert.equal(usesIn(await background.ready(example)), "a:2 b:1 c:1");
  });
  it("looks at all files each time where nobody watches them", async () => {
    const workspace = new Workspace(FILES);
    const background = backgroundOf(workspace, { isWatched: () => false });
    await background.ready(example);
    workspace.taken();
    workspace.files.set("file:///w/c.md", { text: "Avastin", stamp: "2" });
    workspace.files.delete("file:///w/b.md");
    assert.equal(usesIn(await background.ready(example)), "a:2 c:1");
    assert.equal(workspace.taken(), "c");
  });
  it("stops when the user says so, and goes on when asked again", async () => {
    const workspace = new Workspace(FILES);
    let ended = 0;
    const begin = async (): Promise<Progress> => {
      const progress = {
        isCancelled: false,
        end: () => void ended++,
        report: (done: number, all: number): void => {
          progress.isCancelled = done < all;
        },
      };
      return progress;
    };
    const background = backgroundOf(workspace, { begin });
    assert.equal((await background.ready(example)).size, 1);
    assert.equal((await background.ready(example)).size, 2);
    assert.equal((await background.ready(example)).size, 3);
    assert.equal(ended, 3);
  });
  it("has many notes read elsewhere, several at once; here what they cannot read and what they lose", async () => {
    const workspace = manyNotes(520);
    const told: string[] = [];
    const counts = { most: 0, underWay: 0, opened: 0, ended: 0 };
    const openReaders = async (): Promise<Readers> => {
      counts.opened++;
      return {
        most: 3,
        canRead: (uri) => !uri.includes("n7."),
        end: () => void counts.ended++,
        read: async (notes) => {
          counts.most = Math.max(counts.most, ++counts.underWay);
          await new Promise((resolve) => setImmediate(resolve));
          counts.underWay--;
          return notes.map(({ uri }) => {
            if (uri.includes("n8.")) throw new Error("the thread has ended");
            if (uri.includes("n9.")) return { problem: "is too strange" };
            if (uri.includes("n10.")) return undefined;
            // gone and changed while they are read
            if (uri.includes("n11.")) background.deleted(uri);
            if (uri.includes("n12.")) background.changed(uri);
            const { text } = workspace.files.get(uri)!;
            return { hash: textHash(text), table: atOnce(tableOf(example, noteOf(text))) };
          });
        },
      };
    };
    const background = backgroundOf(workspace, { warn: (message) => void told.push(message), openReaders });
    const index = await background.ready(example);
    assert.deepEqual(counts, { most: 3, underWay: 0, opened: 1, ended: 1 });
    assert.equal(index.size, 517);
    // with the one that is lost go those that the thread was given with it
    assert.deepEqual(workspace.taken(), "n7 n0 n1 n2 n3 n4 n5 n6 n8 n12");
    // what is no text is told as well; what is gone is not
    assert.deepEqual(told, [
      "file:///w/n9.md could not be read for the index: is too strange",
      "file:///w/n10.md could not be read for the index: it is no text, or may not be read",
    ]);
    background.changed("file:///w/n1.md");
    await background.ready(example);
    assert.equal(counts.opened, 1);
  });
  it("has fewer than 512 read here: to start threads would take longer", async () => {
    const openReaders = () => assert.fail("threads are started");
    assert.equal((await backgroundOf(manyNotes(500), { openReaders }).ready(example)).size, 500);
  });
  it("goes on where an earlier session ended: reads what has another stamp, and takes it in where its text is another", async () => {
    const workspace = manyNotes(70);
    const memory = new Kept();
    const session = () => backgroundOf(workspace, { memory });
    const before = await session().ready(example);
    assert.deepEqual([workspace.taken().split(" ").length, memory.notes.length], [70, 70]);
    workspace.files.set("file:///w/n1.md", { text: "p53", stamp: "2" });
    workspace.files.set("file:///w/n2.md", { text: "Avastin 2", stamp: "2" });
    workspace.files.set("file:///w/new.md", { text: "Avastin", stamp: "1" });
    workspace.files.delete("file:///w/n3.md");
    const background = session();
    const index = await background.ready(example);
    assert.equal(workspace.taken(), "n1 n2 new");
    const changed = usesIn(before).replace("n1:1 ", "").replace("n3:1 ", "");
    assert.equal(usesIn(index), `${changed} new:1`);
    assert.equal(await background.ready(example), index);
    assert.equal(workspace.taken(), "");
  });
  it("leaves out what cannot be read, and takes a byte-order mark for none of the text", async () => {
    const workspace = new Workspace({ a: "\ufeff---\ndrugs: [Avastin]\n---\n" });
    workspace.list = async () => [{ uri: "file:///w/a.md" }, { uri: "file:///w/gone.md" }];
    const index = await backgroundOf(workspace).ready(example);
    assert.equal(index.size, 1);
    const [{ range, isDeclaration }] = index.usesOf(BEVACIZUMAB, new Map()) as [ReturnType<NoteIndex["usesOf"]>[0]];
    assert.deepEqual([range.start, isDeclaration], [{ line: 1, character: 8 }, true]);
  });
  it("tells texts apart by their hashes", () => {
    const hashes = new Set(Array.from({ length: 20_000 }, (_, i) => textHash(`note ${i}`)));
    assert.equal(hashes.size, 20_000);
  });

  it(`is after any changes what it would be from scratch (seed ${SEED})`, async () => {
    const random = randomOf(SEED);
    const words = ["Avastin", "bevacizumab", "p53", "TGF-β", "\n\n", "- HER2", "given", "**", "`", "(TGB)", "| a |", "nivolumab"];
    const text = () => Array.from({ length: random(12) }, () => pick(random, words)).join(" ");
    const workspace = new Workspace({});
    const background = backgroundOf(workspace);
    for (let round = 0; round < 150; round++) {
      const uri = `file:///w/${pick(random, ["a", "b", "c", "x/d", "x/e"])}.md`;
      const change = random(10);
      if (change < 6) {
        workspace.files.set(uri, { text: text(), stamp: String(round) });
        background.changed(uri);
      } else if (change < 8) {
        workspace.files.delete(uri);
        background.deleted(uri);
      } else {
        for (const held of [...workspace.files.keys()]) if (held.startsWith("file:///w/x/")) workspace.files.delete(held);
        background.deleted("file:///w/x");
      }
      if (random(2) === 0) continue;
      const index = await background.ready(example);
      const scratch = new NoteIndex(example);
      for (const [held, file] of workspace.files)
        scratch.set(held, textHash(file.text), atOnce(tableOf(example, Note.create(held, "markdown", 0, file.text))));
      const all = (one: NoteIndex) => Array.from({ length: example.recordCount }, (_, entity) => one.usesOf(entity, new Map()));
      assert.deepEqual(all(index), all(scratch), `round ${round}`);
    }
  });
});
