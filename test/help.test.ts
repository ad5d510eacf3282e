/** The link on a finding's code: in VS Code it opens what the README says of the rule, rendered; elsewhere the README. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { helpOn, readmeBy } from "../client/help";
import { clientOf } from "../server/client";
import { findings } from "../server/features/diagnostics";
import { CARD_SCHEME } from "../server/protocol";
import { DEFAULTS, RULES } from "../server/settings";
import { noteOf, real } from "./example";

const readme = readFileSync("README.md");

describe("help on a finding", () => {
  it("is the part of the README under the rule's heading, and no further", () => {
    for (const rule of RULES) {
      const text = helpOn(rule, readme);
      assert.ok(text.startsWith(`### ${rule}\n`), rule);
      assert.equal(text.match(/^#/gm)!.length, 1, rule);
      assert.match(text, /\n\nEach rule has a setting `metastasisNotes\.rules\.<name>`: .* \[fix\]\(fixes\.md\) or a \[directive\]/, rule);
      assert.doesNotMatch(text, /94,200 words/, rule);
    }
    assert.match(helpOn("your-labs-own-words", readme), /^## Your lab's own words\n[\s\S]*names\.tsv/);
  });
  it("leads on to other parts", () => assert.match(helpOn("fixes", readme), /\]\(your-labs-own-words\.md\)/));
  it("is found where lines end as Windows ends them", () => {
    const text = helpOn("brand-name", new TextEncoder().encode(readme.toString().replaceAll("\n", "\r\n")));
    assert.equal(text, helpOn("brand-name", readme));
  });
  it("is read from the README of a package for editors, whose name vsce writes small", async () => {
    for (const file of ["README.md", "readme.md"])
      assert.equal(await readmeBy(async (name) => (name === file ? readme : assert.fail(`there is no ${name}`))), readme);
    await assert.rejects(readmeBy(async (name) => assert.fail(`there is no ${name}`)));
  });
  it("is all of the README where it has no such heading", () => assert.equal(helpOn("nothing", readme), readme.toString()));
  it("is a document of the extension in VS Code, the README elsewhere, and none where codes are no links", () => {
    const links = { textDocument: { diagnostic: { codeDescriptionSupport: true } } };
    const shown = (options: object) => clientOf(links, options, true, "file:///x/README.md").help?.("brand-name");
    assert.equal(shown({ extensionUri: "file:///e" }), `${CARD_SCHEME}:/help/brand-name.md`);
    assert.equal(shown({}), "file:///x/README.md#brand-name");
    assert.equal(clientOf(links, {}, true).help, undefined);
    assert.equal(clientOf({}, { extensionUri: "file:///e" }, true).help, undefined);
  });
  it("gives examples of targets that are found as it says", () => {
    const [, said = ""] = /by its record: (.*?), or in the columns/.exec(helpOn("target-mismatch", readme)) ?? [];
    const examples = [...said.matchAll(/\*([^*]+)\*/g)].map(([, example]) => example!);
    assert.ok(examples.length > 9, said);
    for (const example of examples) {
      const note = noteOf(`${example[0]!.toUpperCase()}${example.slice(1)} was given.`);
      assert.ok(
        findings(real(), note, DEFAULTS).some(({ rule }) => rule === "target-mismatch"),
        example,
      );
    }
  });
  it("is rendered, as full cards are, and asks for the extension after a reload", () => {
    const { activationEvents, contributes } = JSON.parse(readFileSync("package.json", "utf8"));
    const { configurationDefaults } = contributes;
    assert.ok(activationEvents.includes(`onFileSystem:${CARD_SCHEME}`));
    assert.deepEqual(configurationDefaults["workbench.editorAssociations"], { [`${CARD_SCHEME}:/**`]: "vscode.markdown.preview.editor" });
  });
});
