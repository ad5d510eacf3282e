/** Kinds of Markdown that mix text with code: Quarto, R Markdown, MDX. */
import assert from "node:assert/strict";
import { Note } from "../../server/note/note";
import { languageOf } from "../../server/noteNames";
import { readBrackets, withBrackets } from "../marked";
import { pick, randomOf, SEED } from "../random";
import { namesIn } from "./names";

const note = (language: string, text: string) => Note.create("file:///note", language, 1, text);

/** Checks that exactly the names in brackets are found in notes of a language. */
const check = (language: string, ...marked: string[]): void => {
  for (const source of marked) {
    const { text } = readBrackets(source);
    assert.equal(withBrackets(text, namesIn(note(language, text))), source);
  }
};

describe("Quarto and R Markdown", () => {
  it("have no prose in code and its options", () => {
    check(
      "quarto",
      '```{r}\n#| fig-cap: "Under nivolumab"\np53\n```\n\n⟦p53⟧',
      "```{python, echo=FALSE}\np53\n```",
      "~~~{r, p53}\np53\n~~~",
    );
    check("rmd", 'Under `r "nivolumab"` and `{python} p53` then ⟦nivolumab⟧', "(ref:cap) With ⟦nivolumab⟧ \\@ref(fig:p53)");
  });
  it("have none in attributes, shortcodes, cross-references and citations", () => {
    check("quarto", "## With ⟦nivolumab⟧ {#sec-p53 .p53}", '::: {.callout-note title="p53"}\nGiven ⟦nivolumab⟧.\n:::', "[⟦p53⟧]{.p53}");
    check(
      "quarto",
      "{{< include _p53.qmd >}}",
      "See @fig-p53 and [@p53:2015; -@nivolumab].",
      '![Curve of ⟦p53⟧](p53.png){#fig-p53 fig-alt="p53"}',
    );
    check("quarto", "$$\np53\n$$ {#eq-p53}", ": Caption of ⟦nivolumab⟧ {#tbl-p53}", "Text^[With ⟦nivolumab⟧.]");
  });
});

describe("MDX", () => {
  it("has no prose in imports and exports", () => {
    check("mdx", "import { p53 } from 'p53'\nimport p53 from 'p53'\n\n⟦p53⟧", 'export const p53 = {\n  p53: "p53",\n}\n\n⟦nivolumab⟧');
    check("mdx", "Important ⟦p53⟧\n\nexports of ⟦p53⟧", "- import ⟦p53⟧");
  });
  it("has none in expressions and attributes, but between tags", () => {
    check("mdx", "Given {props.p53} and {/* p53 */} and {`p53}`} then ⟦p53⟧", "{p53.map(p53 => {\n  return p53\n})}\n\n⟦p53⟧", "{ ⟦p53⟧");
    check("mdx", '<Note title="p53" a={p53 > 1} onClick={() => { p53() }}>\n  Given **⟦nivolumab⟧** once.\n</Note>', "<>⟦p53⟧</>");
    check("mdx", "<Chart\n  data={p53}\n/>", "# With <Badge text={'p53'} /> ⟦p53⟧", "a < ⟦p53⟧ > b", "<code>p53</code> ⟦p53⟧");
    check("mdx", "    ⟦p53⟧ indented", "`{` ⟦p53⟧ `}`", "\\{⟦p53⟧\\}");
    check("markdown", "Given {⟦p53⟧}", "import ⟦p53⟧ first");
  });
  it("takes directives from its comments", () => {
    const found: string[] = [];
    note("mdx", "{/* metastasis-notes: off brand-name */}\n\np53").eachPassage(({ directive }) => {
      if (directive) found.push(directive.words.map(({ text }) => text).join(" "));
      return true;
    });
    assert.deepEqual(found, ["off brand-name"]);
  });

  it(`edited is what it is from scratch (seed ${SEED})`, () => {
    const random = randomOf(SEED);
    const pieces = [
      "p53", " ", "\n", "\n\n", "{", "}", "import ", "export ", "<Note ", ">", "</Note>", "a={", '"', "'", "`", "/*", "*/", "//", "- ",
      "# ",
    ]; // biome-ignore format: a list
    for (let round = 0; round < 30; round++) {
      let edited = note("mdx", "");
      for (let step = 0; step < 25; step++) {
        const [a, b] = [random(edited.text.length + 1), random(edited.text.length + 1)];
        const range = { start: edited.positionAt(Math.min(a, b)), end: edited.positionAt(random(3) ? Math.min(a, b) : Math.max(a, b)) };
        const text = Array.from({ length: random(4) + 1 }, () => pick(random, pieces)).join("");
        edited = Note.update(edited, [{ range, text }], step);
        assert.deepEqual(namesIn(edited), namesIn(note("mdx", edited.text)), JSON.stringify(edited.text));
      }
    }
  });
});

it("the language of a note is told by the end of its name", () => {
  assert.deepEqual(["a.md", "b.qmd", "c.Rmd", "d.mdx", "e.txt", "F.MDX"].map(languageOf), [
    "markdown",
    "quarto",
    "rmd",
    "mdx",
    "markdown",
    "mdx",
  ]);
});
