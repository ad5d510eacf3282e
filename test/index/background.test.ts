/** When notes are read for the index: with several datasets by turns, and while files come, go and change. */
import assert from "node:assert/strict";
import type { Dataset } from "../../server/dataset/dataset";
import type { Progress } from "../../server/index/backgroundHost";
import { compiled, example, opened, records } from "../example";
import { backgroundOf, Kept, manyNotes, SILENT, usesIn, Workspace } from "./workspaceNotes";

const FILES = { a: "bevacizumab\n\n**Avastin**", b: "Avastin", c: "p53" };
/** A dataset that says the same, as those of two folders may. */
const another = (): Dataset => opened(compiled(records));

describe("the index with several datasets", () => {
  it("is kept of each that is asked for by turns, and reads with each what changes", async () => {
    const workspace = new Workspace(FILES);
    const background = backgroundOf(workspace);
    const datasets = [example, another(), another()];
    for (const data of datasets) {
      assert.equal(usesIn(await background.ready(data)), "a:2 b:1");
      assert.equal(workspace.taken(), "a b c");
    }
    for (const data of datasets) await background.ready(data);
    assert.deepEqual([workspace.lists, workspace.taken()], [3, ""]);
    workspace.files.get("file:///w/c.md")!.text = "Avastin now";
    background.changed("file:///w/c.md");
    background.deleted("file:///w/b.md");
    for (const data of datasets) assert.equal(usesIn(await background.ready(data)), "a:2 c:1");
    assert.deepEqual([workspace.lists, workspace.taken()], [3, "c c c"]);
  });

  it("is kept of many where there are few notes", async () => {
    const workspace = new Workspace({ a: "Avastin" });
    const background = backgroundOf(workspace);
    const datasets = Array.from({ length: 6 }, another);
    for (const data of datasets) await background.ready(data);
    workspace.taken();
    for (const data of datasets) await background.ready(data);
    assert.equal(workspace.taken(), "");
  });

  it("is kept of few where there are many notes, those that were asked for last", async () => {
    const workspace = new Workspace({ a: "Avastin" });
    const background = backgroundOf(workspace, {}, { indexes: 4, notes: 4 });
    const datasets = Array.from({ length: 5 }, another);
    for (const data of datasets) await background.ready(data);
    workspace.taken();
    await background.ready(datasets[4]!);
    await background.ready(datasets[1]!);
    assert.equal(workspace.taken(), "");
    await background.ready(datasets[0]!);
    assert.equal(workspace.taken(), "a");
  });

  it("is whole of each, though another is asked for while the first is read, and comes first", async () => {
    const workspace = manyNotes(70);
    const second = another();
    let others: Promise<unknown> | undefined;
    const background = backgroundOf({
      list: () => workspace.list(),
      read: async (uri) => {
        const text = await workspace.read(uri);
        if (workspace.read_.length === 20) others ??= Promise.all([ask("second", second), ask("second again", second)]);
        return text;
      },
    });
    const ended: string[] = [];
    const ask = async (name: string, data: Dataset) => {
      const { size } = await background.ready(data);
      ended.push(`${name}: ${size}, ${background.isComplete(data)}`);
    };
    await ask("first", example);
    await others;
    assert.deepEqual(ended, ["second: 70, true", "second again: 70, true", "first: 70, true"]);
  });
});

describe("the index while files change", () => {
  it("lists notes again for a folder that goes, whatever its name, and for what git leaves out", async () => {
    const workspace = new Workspace({ ...FILES, "v1.2/x.old/d": "Avastin" });
    const background = backgroundOf(workspace);
    await background.ready(example);
    workspace.files.delete("file:///w/v1.2/x.old/d.md");
    background.deleted("file:///w/v1.2");
    assert.equal(usesIn(await background.ready(example)), "a:2 b:1");
    workspace.files.delete("file:///w/b.md");
    background.changed("file:///w/.gitignore");
    assert.equal(usesIn(await background.ready(example)), "a:2");
    workspace.files.set("file:///w/b.md", { text: "Avastin", stamp: "1" });
    background.deleted("file:///w/.gitignore");
    assert.equal(usesIn(await background.ready(example)), "a:2 b:1");
  });

  it("has a note that git takes away and writes anew while others are read", async () => {
    const workspace = new Workspace(FILES);
    const background = backgroundOf({
      list: () => workspace.list(),
      read: async (uri) => {
        const isFirst = workspace.read_.length === 0;
        const text = await workspace.read(uri);
        if (isFirst) {
          background.deleted("file:///w/c.md");
          workspace.files.set("file:///w/c.md", { text: "Avastin", stamp: "2" });
          background.changed("file:///w/c.md");
        }
        return text;
      },
    });
    assert.equal(usesIn(await background.ready(example)), "a:2 b:1 c:1");
  });

  it("gives an answer though files come without end", async () => {
    const workspace = new Workspace(FILES);
    const background = backgroundOf({
      read: (uri) => workspace.read(uri),
      list: async () => {
        background.changed(`file:///w/new${workspace.lists}.md`);
        return workspace.list();
      },
    });
    assert.equal(usesIn(await background.ready(example)), "a:2 b:1");
  });

  it("keeps for the next session no note that has changed and was not read before the user stopped it", async () => {
    const workspace = manyNotes(150);
    const memory = new Kept();
    await backgroundOf(workspace, { memory }).ready(example);
    for (const file of workspace.files.values()) Object.assign(file, { text: "p53", stamp: "2" });
    const begin = async (): Promise<Progress> => {
      const progress = {
        ...SILENT,
        report: (done: number): void => {
          progress.isCancelled = done >= 100;
        },
      };
      return progress;
    };
    const background = backgroundOf(workspace, { memory, begin });
    await background.ready(example);
    assert.equal(background.isComplete(example), false);
    assert.deepEqual([memory.notes.length, new Set(memory.notes.map(([, stamp]) => stamp))], [100, new Set(["2"])]);
    assert.equal(usesIn(await backgroundOf(workspace, { memory }).ready(example)), "");
  });
});
