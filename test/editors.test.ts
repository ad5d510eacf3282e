/** Neovim and Emacs with the configurations of docs/editors, where they are installed. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ROOT } from "./client";
import { temporaryFolder } from "./temporary";

const NOTE = "Patients were treated with bevacizumb 10 mg/kg and nivolumab.\n\nThen Avastin alone.\n";

/** An editor: what prints its version, and what runs its test with the configuration and the note. */
interface Editor {
  readonly name: string;
  readonly fence: string;
  readonly program: string;
  /** Prints something where all that the test needs is installed. */
  readonly probe: readonly string[];
  readonly run: (configuration: string, note: string) => readonly string[];
}

const EDITORS: readonly Editor[] = [
  {
    name: "neovim",
    fence: "lua",
    program: "nvim",
    probe: ["--version"],
    run: (configuration, note) => [
      "--headless",
      "-n",
      "-u",
      configuration,
      "-c",
      `luafile ${path.join(ROOT, "test/editors/neovim.lua")}`,
      note,
    ],
  },
  {
    name: "emacs",
    fence: "elisp",
    program: "emacs",
    probe: [
      ...["--batch", "-Q", "--eval"],
      '(progn (let ((default-directory "/usr/share/emacs/site-lisp/elpa/")) (when (file-directory-p default-directory) (normal-top-level-add-subdirs-to-load-path))) (princ (if (locate-library "eglot") emacs-version "")))',
    ],
    run: () => ["--batch", "-Q", "-l", path.join(ROOT, "test/editors/emacs.el")],
  },
];

describe("other editors", () => {
  for (const { name, fence, program, probe, run } of EDITORS) {
    const page = readFileSync(path.join(ROOT, "docs/editors", `${name}.md`), "utf8");
    const [, configuration] = new RegExp(`^\`\`\`${fence}\\n([\\s\\S]*?)^\`\`\``, "m").exec(page) ?? [];
    const probed = spawnSync(program, probe, { encoding: "utf8", timeout: 20_000 });
    const version = probed.status === 0 ? /\d+\.[\d.]+/.exec(probed.stdout)?.[0] : undefined;
    const title = `${name}${version ? ` ${version}` : ""} shows a card and findings, and sends its settings`;
    if (version === undefined) console.log(`  – not run: ${title} (${program} is not installed here)`);
    else
      it(title, () => {
        const folder = temporaryFolder();
        // the server as npm installs it
        symlinkSync(path.join(ROOT, "dist/server/node.js"), path.join(folder, "metastasis-notes-server"));
        const files = [`configuration.${fence === "lua" ? "lua" : "el"}`, "note.md"].map((file) => path.join(folder, file));
        writeFileSync(files[0]!, configuration!);
        writeFileSync(files[1]!, NOTE);
        const own = {
          PATH: `${folder}${path.delimiter}${process.env["PATH"]}`,
          CONFIGURATION: files[0],
          NOTE: files[1],
          HOME: folder,
          XDG_STATE_HOME: folder,
        };
        const { stdout, stderr } = spawnSync(program, run(files[0]!, files[1]!), {
          ...{ cwd: folder, encoding: "utf8", timeout: 50_000 },
          env: { ...process.env, ...own },
        });
        assert.match(stdout, /^OK .*nivolumab.* \| .*did you mean the drug bevacizumab\?/m, `${stdout}\n${stderr}`);
      });
  }

  it("have a page each, which says whether it was run", () => {
    const index = readFileSync(path.join(ROOT, "docs/editors/README.md"), "utf8");
    for (const name of ["neovim", "emacs", "helix", "zed", "sublime"]) {
      const page = readFileSync(path.join(ROOT, "docs/editors", `${name}.md`), "utf8");
      assert.ok(index.includes(`(${name}.md)`) && page.includes("metastasis-notes-server"), name);
      assert.equal(page.includes("Not run by us"), !EDITORS.some((editor) => editor.name === name), name);
    }
  });
});
