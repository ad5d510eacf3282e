/** Word lists of the folders above a note. */
import assert from "node:assert/strict";
import { DEFAULTS } from "../server/settings";
import { WordLists } from "../server/wordLists";

/** Word lists of a few files; what is asked for is noted. */
function listsOf(files: Record<string, string>, workspaces: readonly string[] = []) {
  const asked: string[] = [];
  const lists = new WordLists(workspaces, async (uri) => {
    asked.push(uri);
    return files[uri];
  });
  const wordsFor = async (uri: string) => [
    ...(await lists.settingsFor(uri, { ...DEFAULTS, acceptedWords: new Set(["mine"]) })).acceptedWords,
  ];
  return { lists, asked, wordsFor, files };
}

describe("word lists", () => {
  const files = {
    "file:///lab/.metastasis-notes/words.txt": "Foltinib # ours\n",
    "file:///lab/project/.metastasis-notes/words.txt": "MB-217\n",
    "file:///.metastasis-notes/words.txt": "rooty\n",
  };

  it("join the accepted words: all of the folders above a note, up to the one that is open", async () => {
    const { wordsFor, asked } = listsOf(files, ["file:///lab/"]);
    assert.deepEqual(await wordsFor("file:///lab/project/2026/note.md"), ["mine", "mb-217", "foltinib"]);
    assert.deepEqual(await wordsFor("file:///lab/note.md"), ["mine", "foltinib"]);
    assert.ok(asked.every((uri) => uri.startsWith("file:///lab/")));
  });
  it("of a note outside any open folder are those of all folders above it", async () => {
    const { wordsFor } = listsOf(files);
    assert.deepEqual(await wordsFor("file:///lab/note.md"), ["mine", "foltinib", "rooty"]);
    assert.deepEqual(await wordsFor("file:///elsewhere/note.md"), ["mine", "rooty"]);
  });
  it("are read once, and again when they were forgotten", async () => {
    const { lists, asked, wordsFor, files: held } = listsOf({ ...files }, ["file:///lab"]);
    await wordsFor("file:///lab/note.md");
    await wordsFor("file:///lab/other.md");
    assert.equal(asked.length, 1);
    held["file:///lab/.metastasis-notes/words.txt"] = "other\n";
    assert.deepEqual(await wordsFor("file:///lab/note.md"), ["mine", "foltinib"]);
    lists.forget();
    assert.deepEqual(await wordsFor("file:///lab/note.md"), ["mine", "other"]);
  });
  it("are none for a note without a file, and for one in a folder that cannot be read", async () => {
    const { wordsFor, asked } = listsOf(files);
    assert.deepEqual(await wordsFor("untitled:Untitled-1"), ["mine"]);
    assert.deepEqual(await wordsFor("nonsense"), ["mine"]);
    assert.deepEqual(asked, []);
    assert.deepEqual(await wordsFor("vscode-vfs://github/lab/notes/a.md"), ["mine"]);
    assert.equal(asked.at(-1), "vscode-vfs://github/.metastasis-notes/words.txt");
  });
  it("give the same settings for the same note as long as nothing changed", async () => {
    const { lists } = listsOf(files);
    const [once, again] = [await lists.settingsFor("file:///lab/a.md", DEFAULTS), await lists.settingsFor("file:///lab/b.md", DEFAULTS)];
    assert.equal(once, again);
    assert.equal(await lists.settingsFor("untitled:a", DEFAULTS), DEFAULTS);
  });
});
