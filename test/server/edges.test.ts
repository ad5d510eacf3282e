/** Folders and files in the ways that people move, link, name and save them. */
import assert from "node:assert/strict";
import { renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Diagnostic, Location, WorkspaceEdit } from "vscode-languageserver";
import { CHANGED, EXPORT, type Exported, LIST_NOTES, USES, type Uses } from "../../server/protocol";
import { ABLE, at, referencesOf, serve } from "../notesFolder";
import { temporaryFolder } from "../temporary";

type Folder = Awaited<ReturnType<typeof serve>>;
const usesOf = async ({ server }: Folder, reference = "drug:pembrolizumab"): Promise<Location[]> =>
  (await server.request<Uses>(USES, { reference })).locations;
/** "a.md: Keytruda". */
const shownUses = async (folder: Folder): Promise<string[]> => folder.shown(await usesOf(folder));

describe("folders and files", () => {
  let folder: Folder;
  const tell = (...changes: Array<readonly [name: string, type: 1 | 2 | 3]>) =>
    folder.server.notify("workspace/didChangeWatchedFiles", {
      changes: changes.map(([name, type]) => ({ uri: folder.uriOf(name), type })),
    });

  it("that are renamed with what they have of their own have it under the new name, and nothing is told of the old one", async () => {
    const own = "name\tkind\nMB-217\tdrug\nbroken\tdrugs\n";
    folder = await serve(ABLE, {
      "lab.old/.metastasis-notes/names.tsv": own,
      "lab.old/a.md": "MB-217 and Keytruda\n",
      "b.md": "Keytruda\n",
    });
    const note = folder.note("lab.old/a.md");
    assert.equal((await referencesOf(folder.server, at(note, "MB-217 and Keytruda\n", "MB-217")))?.length, 1);
    const toldOf = (name: string, count: number) =>
      folder.server.next<{ uri: string; diagnostics: Diagnostic[] }>(
        "textDocument/publishDiagnostics",
        ({ uri, diagnostics }) => uri === folder.uriOf(name) && diagnostics.length === count,
      );
    await toldOf("lab.old/.metastasis-notes/names.tsv", 1);
    assert.deepEqual(await shownUses(folder), ["b.md: Keytruda", "lab.old/a.md: Keytruda"]);
    renameSync(folder.file("lab.old"), folder.file("lab"));
    folder.server.notify("textDocument/didClose", note);
    // VS Code names a folder that goes, not what was in it
    tell(["lab.old", 3]);
    await toldOf("lab.old/.metastasis-notes/names.tsv", 0);
    const moved = folder.note("lab/a.md", "MB-217 and Keytruda\n");
    assert.equal((await referencesOf(folder.server, at(moved, "MB-217 and Keytruda\n", "MB-217")))?.length, 1);
    assert.deepEqual(await shownUses(folder), ["b.md: Keytruda", "lab/a.md: Keytruda"]);
  });

  it("are the same where a client ends their addresses with a slash", async () => {
    const own = "name\tkind\nMB-217\tdrug\nbroken\tdrugs\n";
    folder = await serve(ABLE, { ".metastasis-notes/names.tsv": own, "a.md": "MB-217 and Keytruda\n" }, {}, { slash: "/" });
    assert.deepEqual(await shownUses(folder), ["a.md: Keytruda"]);
    const note = folder.note("a.md");
    assert.equal((await referencesOf(folder.server, at(note, "MB-217 and Keytruda\n", "MB-217")))?.length, 1);
    const told = folder.server.take<{ uri: string }>("textDocument/publishDiagnostics").map(({ uri }) => uri);
    assert.deepEqual(
      told.filter((uri) => uri.endsWith(".tsv")),
      [folder.uriOf(".metastasis-notes/names.tsv")],
    );
  });

  it("whose config.yaml leaves a language out have no uses, changes or exports of its documents, open or not, until it says otherwise", async () => {
    const config = ".metastasis-notes/config.yaml";
    folder = await serve(ABLE, {
      [config]: "languages: [markdown]\n",
      "a.md": "Keytruda\n",
      "b.qmd": "Keytruda\n",
      "sub/c.qmd": "Keytruda\n",
      "other/.metastasis-notes/config.yaml": "languages: [quarto]\n",
      "other/d.md": "Keytruda\n",
      "other/e.qmd": "Keytruda\n",
    });
    const { server, uriOf } = folder;
    const exported = async () => {
      const uris = await server.request<string[]>(LIST_NOTES, { folder: uriOf(""), endings: [".md", ".qmd"] });
      const notes = ["a.md", "b.qmd"].map((name) => ({ uri: uriOf(name), name }));
      const { text, unread } = await server.request<Exported>(EXPORT, { format: "csv", notes });
      return { listed: uris.map((uri) => uri.slice(uriOf("").length + 1)), rows: text.match(/^\w+\.q?md/gm), unread };
    };
    assert.deepEqual(await shownUses(folder), ["a.md: Keytruda", "other/e.qmd: Keytruda"]);
    assert.deepEqual(await exported(), { listed: ["a.md", "other/e.qmd"], rows: ["a.md"], unread: ["b.qmd"] });
    const note = folder.note("a.md");
    const edit = await server.request<WorkspaceEdit>("textDocument/rename", {
      ...at(note, "Keytruda\n", "Keytruda"),
      newName: "pembrolizumab",
    });
    assert.deepEqual(
      edit.documentChanges?.map((change) => "textDocument" in change && change.textDocument.uri),
      ["a.md", "other/e.qmd"].map(uriOf),
    );
    writeFileSync(folder.file(config), "languages: [quarto]\n");
    tell([config, 2]);
    const changed = ["b.qmd: Keytruda", "other/e.qmd: Keytruda", "sub/c.qmd: Keytruda"];
    await server.next(CHANGED);
    assert.deepEqual(await shownUses(folder), changed);
  });

  it("that links lead to are read once, where they lie, and in no circle", async () => {
    if (process.platform === "win32") return;
    folder = await serve(ABLE, { "notes/a.md": "Keytruda\n", "elsewhere/notes.txt": "Keytruda\n", "elsewhere/c.md": "Keytruda\n" });
    symlinkSync("notes/a.md", folder.file("again.md"));
    symlinkSync("elsewhere/notes.txt", folder.file("linked.md"));
    symlinkSync("elsewhere", folder.file("folder"));
    symlinkSync("..", folder.file("notes/up"));
    symlinkSync("self.md", folder.file("self.md"));
    symlinkSync("nowhere.md", folder.file("gone.md"));
    // a folder elsewhere, with a link to another and one back
    const outside = temporaryFolder({ "one/d.md": "Keytruda\n", "two/d.md": "Keytruda\n" });
    symlinkSync(path.join(outside, "one"), folder.file("apart"));
    symlinkSync("../two", path.join(outside, "one/more"));
    symlinkSync("../one", path.join(outside, "two/back"));
    assert.deepEqual(await shownUses(folder), [
      "apart/d.md: Keytruda",
      "apart/more/d.md: Keytruda",
      "elsewhere/c.md: Keytruda",
      "linked.md: Keytruda",
      "notes/a.md: Keytruda",
    ]);
  });

  it("have the names that people give them", async () => {
    const given = [
      "a b.md", "a#b?.md", "100%.md", "100%25.md", "a%20b.md", "[x] (y).md", "üñ.md", "😀/𝔸 note.md", "'q'.md", "v1.2/x.md",
    ]; // biome-ignore format: a list
    const names = given.filter((name) => process.platform !== "win32" || !name.includes("?"));
    folder = await serve(ABLE, Object.fromEntries(names.map((name) => [name, "Keytruda\n"])));
    const all = names.map((name) => `${name}: Keytruda`).sort();
    assert.deepEqual((await shownUses(folder)).sort(), all);
    for (const name of names) {
      // as VS Code writes addresses
      const uri = folder.uriOf(name).replace(/[()[\]'!*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
      folder.server.notify("textDocument/didOpen", { textDocument: { uri, languageId: "markdown", version: 1, text: "Keytruda\n" } });
    }
    assert.deepEqual((await shownUses(folder)).sort(), all);
  });

  it("are read with a byte-order mark and any line ends, and in UTF-16", async () => {
    folder = await serve(ABLE, {
      "bom.md": "\ufeffKeytruda\n",
      "cr.md": "One\rKeytruda\r\rMK-3475\r",
      "crlf.md": "One\r\n\r\nKeytruda\r\n",
    });
    writeFileSync(folder.file("utf16.md"), Buffer.from("\ufeffKeytruda\n", "utf16le"));
    writeFileSync(folder.file("utf32.md"), Buffer.from("\xff\xfe\0\0K\0\0\0", "latin1"));
    const found = (await usesOf(folder)).map(({ uri, range: { start } }) => `${uri.split("/").at(-1)} ${start.line}:${start.character}`);
    assert.deepEqual(found, ["bom.md 0:0", "cr.md 1:0", "cr.md 3:0", "crlf.md 2:0", "utf16.md 0:0"]);
  });

  it("that change by thousands while they are read, as git does on checking out a branch, are read as they are then", async () => {
    const names = Array.from({ length: 900 }, (_, i) => `sub${i % 20}/${i}.md`);
    folder = await serve(ABLE, Object.fromEntries(names.map((name) => [name, `Keytruda ${name}\n`])));
    const first = usesOf(folder);
    await folder.server.next("window/workDoneProgress/create");
    for (const [i, name] of names.entries()) {
      if (i % 3 === 0) rmSync(folder.file(name));
      else writeFileSync(folder.file(name), i % 3 === 1 ? `MK-3475 twice, MK-3475\n` : "nothing\n");
    }
    writeFileSync(folder.file("new.md"), "Keytruda\n");
    tell(...names.map((name, i) => [name, i % 3 === 0 ? 3 : 2] as const), ["new.md", 1]);
    const wanted = [...names.filter((_, i) => i % 3 === 1).flatMap((name) => [name, name]), "new.md"].sort();
    const named = (found: Location[]) => found.map(({ uri }) => path.posix.relative(folder.uriOf(""), uri)).sort();
    assert.deepEqual(named(await first), wanted);
    assert.deepEqual(named(await usesOf(folder)), wanted);
  });

  it("that are closed and opened again in the editor while notes are read count as they are then", async () => {
    const files = Object.fromEntries(Array.from({ length: 400 }, (_, i) => [`${i % 2 ? "one" : "two"}/${i}.md`, "Keytruda\n"]));
    folder = await serve({ ...ABLE, workspace: { ...ABLE.workspace, workspaceFolders: true } }, files);
    const count = async () => (await usesOf(folder)).length;
    const change = (added: string[], removed: string[]) =>
      folder.server.notify("workspace/didChangeWorkspaceFolders", {
        event: {
          added: added.map((name) => ({ uri: folder.uriOf(name), name })),
          removed: removed.map((name) => ({ uri: folder.uriOf(name), name })),
        },
      });
    const first = count();
    await folder.server.next("window/workDoneProgress/create");
    change(["one", "two"], [""]);
    change([], ["one"]);
    assert.equal(await first, 200);
    change(["one"], []);
    assert.equal(await count(), 400);
  });

  it("that are renamed in letter case alone are one note", async () => {
    folder = await serve(ABLE, { "a.md": "Keytruda\n", "sub/b.md": "Keytruda\n" });
    assert.equal((await usesOf(folder)).length, 2);
    renameSync(folder.file("a.md"), folder.file("A.md"));
    renameSync(folder.file("sub"), folder.file("Sub"));
    tell(["A.md", 1], ["a.md", 3], ["Sub/b.md", 1], ["sub", 3]);
    assert.deepEqual((await shownUses(folder)).sort(), ["A.md: Keytruda", "Sub/b.md: Keytruda"]);
  });
});
