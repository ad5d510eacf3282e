/** Which notes of a folder the server reads, for its index and for exports: those that the command line takes. */
import assert from "node:assert/strict";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { ALL_ENDINGS } from "../../server/noteNames";
import { LIST_NOTES, USES, type Uses } from "../../server/protocol";
import { inside, run } from "../cli/run";
import { ABLE, serve } from "../notesFolder";

const NOTE = "Keytruda\n";

/** That the server lists these notes in a folder, and the command line no others. */
async function check(files: Readonly<Record<string, string>>, folder: string, expected: readonly string[]): Promise<void> {
  const { server, uriOf, file, folder: root } = await serve(ABLE, files);
  const named = (path_: string) => path.relative(root, path_).split(path.sep).join("/");
  const params = { folder: uriOf(folder), workspace: uriOf(""), endings: ALL_ENDINGS };
  const listed = await server.request<string[]>(LIST_NOTES, params);
  assert.deepEqual(listed.map((uri) => named(fileURLToPath(uri))).sort(), expected);
  const { out } = await inside(root, () => run("export", file(folder)));
  const rows = out.split("\n").filter((row) => row.includes("Keytruda"));
  assert.deepEqual(rows.map((row) => named(path.resolve(root, row.split("\t")[0]!))).sort(), expected);
}

describe("the notes of a folder", () => {
  it("are without what git leaves out there and above, for an export too", () =>
    check(
      {
        ".gitignore": "/drafts/\n*.tmp.md\n",
        "sub/.gitignore": "x.*\n!kept.tmp.md\n",
        ...{ "a.md": NOTE, "drafts/b.md": NOTE, "c.tmp.md": NOTE, "sub/x.qmd": NOTE, "sub/kept.tmp.md": NOTE, "sub/D.MD": NOTE },
      },
      "",
      ["a.md", "sub/D.MD", "sub/kept.tmp.md"],
    ));
  it("of a folder inside are without what git leaves out further up", () =>
    check({ ".gitignore": "b.md\n", "sub/a.md": NOTE, "sub/b.md": NOTE }, "sub", ["sub/a.md"]));
  it("are there where the folder is what git leaves out, and was asked for", () =>
    check({ ".gitignore": "drafts/\n", "drafts/a.md": NOTE }, "drafts", ["drafts/a.md"]));

  it("are without what the repository around the workspace leaves out", async () => {
    const around = await serve(ABLE, { ".git/HEAD": "", ".gitignore": "old.md\n" });
    const inner = await serve(ABLE, { "a.md": NOTE, "old.md": NOTE }, {}, { folder: around.file("notes") });
    const { locations } = await inner.server.request<Uses>(USES, { reference: "drug:pembrolizumab" });
    assert.deepEqual(inner.shown(locations), ["a.md: Keytruda"]);
  });
});
