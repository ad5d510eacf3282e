import assert from "node:assert/strict";
import { Note } from "../../server/note/note";
import { example } from "../example";
import { checkFor } from "../findings";

const check = checkFor("unknown-directive", () => example);

describe("unknown-directive", () => {
  it("finds what a comment asks and we do not know, with the nearest that we do", () =>
    check(
      "<!-- metastasis-notes: ⟦of→off⟧ -->",
      "<!-- metastasis-notes: ⟦ignore-nxt→ignore-next⟧ -->",
      "<!-- metastasis-notes: off ⟦mispelled-name→misspelled-name⟧ -->",
      "Text %% metastasis-notes: ⟦stop⟧ %% and <!-- metastasis-notes: off brand-name, ⟦brand→brand-name⟧ --> more.",
      "<!-- ⟦metastasis-note→metastasis-notes⟧: off -->",
      "<!-- ⟦metastasis-notes→metastasis-notes:⟧ off -->",
      "<!-- ⟦metastasis-notes⟧: -->",
    ));
  it("finds it in MDX", () => {
    const { directive } = Note.create("file:///note.mdx", "mdx", 1, "{/* metastasis-notes: onn */}").passageAt(5)!.passage;
    assert.deepEqual([directive!.name.from, directive!.words[0]!.from], [4, 22]);
  });
  it("is silent on sound ones, on other comments, and in code", () =>
    check(
      "<!-- metastasis-notes: off -->\n\n<!-- metastasis-notes: on brand-name, unknown-code -->\n\n%% metastasis-notes: ignore-next %%",
      "<!-- Metastasis notes from the meeting -->\n\n<!-- see metastasis-notes: of -->\n\n<!-- metastasis -->",
      "<!-- metastasis-notes: off all -->\n\n<!-- metastasis-notes: ignore-next all -->",
      "`<!-- metastasis-notes: of -->`\n\n```\n<!-- metastasis-notes: of -->\n```\n\n`%% metastasis-notes: of %%`",
    ));
  it("finds it behind a comment that silences all, but not where it is named", () => {
    check("<!-- metastasis-notes: off -->\n\n<!-- metastasis-notes: ⟦onn→on⟧ -->");
    check("<!-- metastasis-notes: off unknown-directive -->\n\n<!-- metastasis-notes: onn -->");
  });
  it("leaves front matter to others that says nothing to us, broken or not", () =>
    check("---\ntitle: [a\n---\n", "---\nabstract: >-\n  on drugs\nbibliography: [a.bib\n---\n", "---\ntitle: ⟦[⟧a\nTargets: b\n---\n"));
  it("finds it in front matter", () =>
    check(
      "---\nmetastasis-notes:\n  off: [⟦brand→brand-name⟧, unknown-code]\n  ⟦acept→accept⟧: [x]\n---\n",
      "---\nmetastasis-notes: ⟦off⟧\n---\n",
      "---\nmetastasis-notes: { readings: ⟦TAM⟧, off: all, accept: word }\n---\n",
      "---\nmetastasis-notes: { readings: { TAM: ⟦nivolumub→nivolumab⟧, MET: metabolic equivalent, MI: mitosis, F: fibrosis, R: nivolumab } }\n---\n",
      "---\ndrugs: ⟦[⟧nivolumab\n---\n",
    ));
});
