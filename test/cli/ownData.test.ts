/** Own names and records on the command line: what the editor knows, in one thread and in several. */
import assert from "node:assert/strict";
import { rmSync, symlinkSync, writeFileSync } from "node:fs";
import { inFolder, run } from "./run";

const RECORD = "id: foltinib\nkind: drug\npreferred_name: foltinib\nsummary: Ours.\n";
const NOTE = "Patients received foltinib 5 mg daily.\n";

describe("own names on the command line", () => {
  const { at, write, words, inside } = inFolder();

  it("are known in the notes of their folder and below, and nowhere else", async () => {
    write("lab/.metastasis-notes/foltinib.yaml", RECORD);
    const [inLab, below, outside] = [write("lab/a.md", NOTE), write("lab/deep/b.md", NOTE), write("c.md", NOTE)];
    assert.deepEqual(await inside(() => words(inLab, below)), []);
    assert.deepEqual(await words(outside), ["foltinib"]);
  });
  it("are known on several threads", async () => {
    write("lab/.metastasis-notes/names.tsv", "name\tkind\nfoltinib\tdrug\n");
    for (let i = 0; i < 70; i++) write(`lab/${i}.md`, NOTE);
    write("z.md", NOTE);
    assert.deepEqual(await inside(() => words("lab", "z.md")), ["foltinib"]);
  });
  it("are offered for their misspellings", async () => {
    write(".metastasis-notes/foltinib.yaml", RECORD);
    const { out } = await run("check", write("a.md", "Patients received foltnib 5 mg daily.\n"));
    assert.match(out, /“foltnib” is not a known name: did you mean the drug foltinib\?/);
  });
  it("are told where they are broken; the rest counts", async () => {
    const file = write(".metastasis-notes/all.yaml", `- ${RECORD.trimEnd().replaceAll("\n", "\n  ")}\n- id: x1\n  kind: pill\n`);
    const { status, out, error } = await run("check", write("a.md", NOTE));
    assert.deepEqual([status, out], [2, ""]);
    assert.match(error, /all\.yaml:6:3: Kind must be one of drug, target/);
    assert.ok(error.startsWith(file));
  });
  it("are told to be missing where their folder is a file, or a link to nothing or to itself", async () => {
    const folder = at(".metastasis-notes");
    const note = write("a.md", NOTE);
    const check = async (message: string) => assert.deepEqual((await run("check", note)).error, `${folder}: ${message}\n`);
    writeFileSync(folder, "");
    await check("is a file, and a folder is wanted; rename it");
    for (const [to, message] of [
      ["elsewhere", "is a link to something that is not there; put a folder in its place"],
      [folder, "is a link that leads back to itself; put a folder in its place"],
    ] as const) {
      rmSync(folder);
      symlinkSync(to, folder);
      await check(message);
    }
  });
  it("are told to be missing where their file is named in bytes that are no UTF-8", async () => {
    if (process.platform !== "linux") return;
    const note = write("a.md", NOTE);
    write(".metastasis-notes/words.txt", "");
    writeFileSync(Buffer.from(at(".metastasis-notes/m\xfc.yaml"), "latin1"), RECORD);
    const { status, error } = await run("check", note);
    assert.deepEqual(
      [status, error],
      [2, `${at(".metastasis-notes/m\ufffd.yaml")}:1:1: This is named in bytes that are no UTF-8; rename it.\n`],
    );
  });
  it("are told where two files give different things one id", async () => {
    write(".metastasis-notes/a.yaml", RECORD);
    const file = write(".metastasis-notes/b c.yaml", RECORD.replace("preferred_name: foltinib", "preferred_name: MB-217"));
    const { status, error } = await run("check", write("a.md", NOTE));
    assert.equal(status, 2);
    assert.ok(error.startsWith(`${file}:1:1: drug:foltinib is “foltinib” in a.yaml; give one of the two another id.`), error);
  });
  it("are looked up in the current folder", async () => {
    write(".metastasis-notes/foltinib.yaml", RECORD);
    const { status, out } = await inside(() => run("lookup", "foltinib"));
    assert.match(out, /^foltinib · drug\n+Ours\.\n+record of /);
    assert.equal(status, 0);
  });
  it("do not stand in other languages of documents than their folder has", async () => {
    write(".metastasis-notes/config.yaml", "languages: [quarto]\n");
    assert.deepEqual(await words(write("a.md", NOTE), write("b.qmd", NOTE)), ["foltinib"]);
  });
  it("leave no document out silently, on no command and by no configuration", async () => {
    const config = write("other.yaml", "languages: [quarto]\n");
    write("a.md", NOTE);
    write("b.qmd", NOTE);
    const leftOut = "1 document left out: “languages” in a config.yaml has another list\n";
    const { out, error } = await run("check", "--config", config, at(""));
    assert.deepEqual([out.match(/foltinib”/g)?.length, error], [1, leftOut]);
    write(".metastasis-notes/config.yaml", "languages: [quarto]\n");
    for (const command of ["check", "export", "stats"]) {
      const { out, error } = await run(command, at(""));
      assert.equal(error, leftOut, command);
      assert.ok(!out.includes("a.md"), command);
    }
  });
});
