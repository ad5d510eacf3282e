import assert from "node:assert/strict";
import { noteOf } from "../example";
import { readBrackets, withBrackets } from "../marked";
import { namesIn } from "./names";

/** Checks that exactly the names in brackets are found, at these places of the source. */
function check(...marked: string[]): void {
  for (const source of marked) {
    const { text } = readBrackets(source);
    assert.equal(withBrackets(text, namesIn(noteOf(text))), source);
  }
}

describe("prose is read", () => {
  it("in paragraphs, headings, lists, quotes and tasks", () => {
    check("⟦nivolumab⟧", "# ⟦nivolumab⟧ and ⟦p53⟧ ##", "⟦nivolumab⟧\n===", "text ⟦p53⟧\n---\n");
    check("- ⟦nivolumab⟧\n  - ⟦p53⟧", "1. ⟦nivolumab⟧\n2) ⟦p53⟧", "* a\n\n  ⟦p53⟧", "- a\n    - b ⟦p53⟧");
    check("> ⟦nivolumab⟧\n> > ⟦p53⟧", "> - ⟦p53⟧", "- [ ] ⟦nivolumab⟧\n- [x] ⟦p53⟧");
  });
  it("in cells that are drawn with lines, where names go on in the line below", () => {
    const line = "+-------+-------+";
    check(`${line}\n| ⟦nivo- | a     |\n| lumab⟧ | ⟦p53⟧   |\n${line}`);
    check(`> ${line}\n> | a     | ⟦nivo- |\n> |       | lumab⟧ |\n> ${line}`);
    check(
      `- a\n\n  ${line}\n  | ⟦p53⟧   | ⟦nivolumab⟧ |\n  ${line.replaceAll("-", "=")}\n  | b     | ⟦nivo⟧  |\n  |       |       |\n  |       | lumab |\n  ${line}`,
    );
    // no such table: prose, as it stands
    check(`${line}\n| ⟦nivolumab⟧ | a | b |\n${line}`, `${line}\n⟦p53⟧`, "+- ⟦p53⟧");
  });
  it("in table cells, with escaped pipes", () => {
    check("| Drug | Target |\n| --- | :-: |\n| ⟦nivolumab⟧ | ⟦PD-1⟧ |\n| **⟦sunitinib⟧** | a \\| ⟦p53⟧ |");
    const cells = (text: string) => {
      const found: Array<string | undefined> = [];
      noteOf(text).eachPassage(({ heading, text }) => void found.push(heading && `${heading.text} ${text}`));
      return found.filter((cell) => cell !== undefined);
    };
    const table = "| Drug | Target |\n|---|:-:|\n| nivolumab | PD-1 |\n";
    for (const text of [
      table,
      `Tools:\n${table}`,
      `> ${table.trim().replaceAll("\n", "\n> ")}`,
      table.replaceAll("| ", "|").replaceAll(" |", "|"),
    ])
      for (const written of [text, text.replaceAll("\n", "\r\n"), text.replaceAll("|\n", "| \n").replace("Tools:", "Tools:\n")])
        assert.deepEqual(cells(written), ["Drug nivolumab", "Target PD-1"], JSON.stringify(written));
    check("⟦nivolumab⟧ | b\n--- | ---\nc | ⟦p53⟧");
  });
  it("in links to headings, but not in a table of contents, whose headings are read where they stand", () => {
    check("- see [the ⟦nivolumab⟧ arm](#arm-a)", "[⟦nivolumab⟧](#arm-a)", "- [⟦nivolumab⟧](arms.md)");
    check("<!-- toc -->\n\n- [nivolumab](#nivolumab)\n  - [p53](#p53)\n1. [p53](#p53-1)\n\n<!-- tocstop -->\n\n# ⟦nivolumab⟧");
  });
  it("in footnotes, link texts, image texts and definitions", () => {
    check("[^1]: Given ⟦nivolumab⟧ once.", "[the ⟦nivolumab⟧ arm](https://example.org)", "![curve of ⟦nivolumab⟧](curve.png)");
    check("Term\n: ⟦nivolumab⟧", "[⟦nivolumab⟧]", "[[⟦nivolumab⟧]]", "a ⟦nivolumab⟧[^1] and ⟦p53⟧^[⟦sunitinib⟧ too]");
  });
  it("where a link declares a name, and in what the link shows", () => {
    check("Given [[drug:⟦nivolumab⟧]] and [[target: ⟦p53⟧ |our ⟦PD-1⟧]].", "[[drug:p53]], [[target:nivolumab]]");
    const note = noteOf("Given [[drug:nivolumab]].");
    assert.equal(note.passageAt(14)?.passage.text, "nivolumab");
    assert.equal(note.passageAt(2)?.passage.slot, undefined);
  });
  it("with emphasis around a name and inside it", () => {
    check("*⟦p53⟧*, **⟦p53⟧**, _⟦p53⟧_, ***⟦p53⟧***, ~~⟦p53⟧~~, ==⟦p53⟧==");
    check("⟦nivo**lum**ab⟧", "⟦sunitinib *malate*⟧", "⟦**sunitinib** malate⟧ x", "⟦TGF-*β*⟧ x", "TGF-*β*1x");
  });
  it("across soft wraps, quote marks and list indents", () => {
    check("⟦sunitinib\nmalate⟧", "⟦sunitinib  \nmalate⟧", "⟦sunitinib\\\nmalate⟧", "⟦sunitinib\r\nmalate⟧", "⟦sunitinib\rmalate⟧");
    check("> ⟦sunitinib\n> malate⟧", ">⟦sunitinib\n>malate⟧", "> > ⟦sunitinib\n> > malate⟧", "> ⟦sunitinib\nmalate⟧");
    check("- ⟦sunitinib\n  malate⟧", "1. ⟦TGF-\n   β⟧", "- > ⟦sunitinib\n  > malate⟧", "# ⟦p53⟧\nsunitinibx");
    check("⟦sunitinib⟧\n\nmalate", "- ⟦sunitinib⟧\n- malate", "| ⟦sunitinib⟧ | malate |\n|---|---|");
  });
  it("with names of an object's methods, which are none of entities and letters", () => {
    check("the &constructor; of ⟦nivolumab⟧", "&toString;⟦p53⟧", "$\\constructor$ ⟦p53⟧");
  });
  it("with entities and escapes", () => {
    check("⟦TGF-&beta;1⟧", "⟦PD&#45;1⟧", "⟦PD&#x2011;L1⟧", "⟦sunitinib&nbsp;malate⟧", "⟦nivolumab⟧&amp;⟦p53⟧", "⟦nivolumab⟧&bogus;⟦p53⟧");
    check("⟦PD\\-1⟧", "\\*⟦p53⟧\\*", "x\\_⟦p53⟧\\_", "⟦TGF\\-β⟧");
  });
  it("with a name broken at a line's end or by what is invisible", () => {
    check("⟦bevaci-\nzumab⟧", "> ⟦bevaci-\n> zumab⟧", "- ⟦bevaci-\n  zumab⟧", "⟦bevaci-\r\nzumab⟧");
    check("⟦bevaci\u00ad\nzumab⟧", "> ⟦bevaci\u00ad\r\n> zumab⟧");
    check("⟦beva\u00adcizumab⟧", "⟦beva\u200bcizumab⟧", "⟦beva&shy;cizumab⟧", "⟦bev&#8203;aci&shy;zumab⟧", "\u00ad⟦p53⟧\u200b");
  });
  it("across what ends a line in a cell", () => {
    check("| Drug |\n|---|\n| ⟦sunitinib<br>malate⟧ |\n| ⟦bevaci-<br/>zumab⟧<br>⟦p53⟧ |", "⟦sunitinib<br>\nmalate⟧");
    // a number on a line of its own is none of the name's
    check("| Found |\n|---|\n| ⟦TGF-β⟧<br>1 case |\n| ⟦TGF-β⟧<br/> 1 of 2 |");
  });
  it("with spaces of any width, and marks that have none, as entities or in the text", () => {
    check(
      "⟦sunitinib&thinsp;malate⟧",
      "⟦sunitinib&emsp;malate⟧",
      "⟦PD&dash;L1⟧",
      "⟦beva&NoBreak;cizumab⟧",
      "⟦beva&ZeroWidthSpace;cizumab⟧",
    );
    check("⟦beva\ufeffcizumab⟧", "⟦beva\u200ecizumab⟧", "\u202a⟦p53⟧\u202c", "⟦beva&lrm;cizumab⟧");
  });
  it("with math and marks inside names in a table of HTML", () => {
    check("<table><tr><td>⟦TGF-$\\beta$1⟧</td><td>⟦==nivo==lumab⟧</td></tr></table>");
  });
  it("with a hyphen that a word processor shows as the sign for not", () => check("⟦bevaci¬\nzumab⟧", "not ¬ ⟦p53⟧"));
  it("with a part of the name highlighted", () => check("⟦==nivo==lumab⟧", "⟦nivo==lum==ab⟧", "⟦nivo==lumab==⟧", "a==b, ==⟦p53⟧=="));
  it("in single quotation marks, though a prime may stand behind a number", () => {
    check("the '⟦LY 2157299⟧' arm, ‘⟦integrin beta-3⟧’ and 'our ⟦LY-2157299⟧'", "5'-TGACTCA-3' and ⟦p53⟧'");
  });
  it("at the edges of other scripts, signs and marks", () => {
    check("ה⟦nivolumab⟧ ו⟦p53⟧", "ให้⟦nivolumab⟧แก่ผู้ป่วย", "و⟦nivolumab⟧ هنا", "⟦nivolumab⟧을");
    check("患者⟦nivolumab⟧治疗", "😀⟦nivolumab⟧😀 ⟦p53⟧", "⟦nivolumab⟧® ⟦nivolumab⟧™ ⟦nivolumab⟧¹ “⟦nivolumab⟧” ⟦nivolumab⟧'s");
    check("⟦nivolumab⟧<sup>1</sup> ⟦nivolumab⟧[^1] ⟦nivolumab⟧$^1$ ⟦nivolumab⟧,⟦p53⟧/⟦PD-1⟧+⟦PD-L1⟧");
  });
  it("between HTML tags, and across those that only format", () => {
    check('text <span title="p53">⟦nivolumab⟧</span>', "<b>⟦nivolumab⟧</b> ⟦p53⟧", "<p>⟦sunitinib⟧</p>malate");
    check("⟦<b>nivo</b>lumab⟧ x", "⟦TGF-<i>β</i>⟧ x", "⟦nivo<wbr>lumab⟧ x", "<i>⟦p53⟧</i>-null", "⟦p53⟧<sup>R175H</sup>");
    check(
      '<div class="p53">\n⟦nivolumab⟧ <i>⟦sunitinib\nmalate⟧</i>\n</div>',
      "<details>\n<summary>⟦p53⟧</summary>\n\n⟦nivolumab⟧\n\n</details>",
    );
    check("<table><tr><td>⟦sunitinib⟧</td><td>malate</td></tr></table>");
    check("<table><tr><td>⟦TGF-&beta;⟧</td><td>⟦PD&#8209;1⟧</td><td>⟦<b>nivo</b>lumab⟧</td><td>⟦nivo&shy;lumab⟧</td></tr></table>");
  });
  it("apart from what is struck out before it", () => check("~~⟦sunitinib⟧~~⟦nivolumab⟧", "~~⟦sunitinib⟧~~ ⟦nivolumab⟧"));
  it("in letters as wide as Chinese ones", () => check("患者（⟦ＰＤ－１⟧）と⟦ｎｉｖｏｌｕｍａｂ⟧、⟦p53⟧"));
  it("in LaTeX's commands for text, and not in its other commands", () => {
    check("\\textit{⟦p53⟧} and \\emph{on ⟦nivolumab⟧}", "\\section{⟦nivolumab⟧}", "x\\footnote{With \\emph{⟦p53⟧} too}");
    check("\\cite{p53} \\ref{nivolumab} \\gls{p53}");
  });
  it("in the admonitions of MyST and Obsidian, code in them left out", () => {
    check(
      "```{note} On p53\n:class: tip\n:name: p53\n⟦nivolumab⟧ and `p53`\n\n- ⟦p53⟧\n```",
      "```ad-tip\ntitle: ⟦p53⟧\n```\n\n⟦p53⟧",
      "~~~ad-note\n⟦p53⟧",
    );
    check(
      "````{warning}\n```{tip}\n⟦p53⟧\n```\n```r\np53\n```\n````",
      "> ```ad-note\n> ⟦sunitinib\n> malate⟧\n> ```",
      "- x\n\n  ```ad-note\n  ⟦p53⟧\n  ```",
    );
    check("```{r}\np53\n```", "```{code-cell} python\np53\n```", "```ad\np53\n```", "```{math}\np53\n```");
  });
  it("but for the name under tables that were inserted", () =>
    check("Drugs: ⟦VEGF ligand blockade⟧. Metastasis Notes, dataset 2026.11; ⟦nivolumab⟧"));
  it("behind a comment in its line", () => check("<!-- p53 --> ⟦nivolumab⟧"));
  it("in the tables and figures of MyST, their options left out", () => {
    check("```{list-table} p53\n:header-rows: 1\n* - Drug\n  - Target\n* - ⟦nivolumab⟧\n  - ⟦PD-1⟧\n```", "```{epigraph}\n⟦p53⟧\n```");
    check("```{figure} p53.png\n---\nname: p53\nalt: nivolumab\n---\nGrowth under ⟦nivolumab⟧\n```");
    check(":::{figure} p53.png\n:name: p53\n:alt: nivolumab\n\nGrowth under ⟦nivolumab⟧\n:::", ":::{note}\n⟦p53⟧\n:::");
  });
  it("in the cells of pandoc's tables, apart from each other", () => {
    check("  Drug         Given\n  -----------  --------\n  ⟦sunitinib⟧    malate\n  ⟦nivolumab⟧    ⟦p53⟧\n");
    check("Given  ⟦sunitinib\n  malate⟧", "Given ⟦sunitinib\nmalate⟧.  Then  none", "It ended.  ⟦sunitinib\nmalate⟧ too.  Then none.");
    check("+-------+------+\n| ⟦nivolumab⟧ | ⟦p53⟧ |\n+=======+======+", "| ⟦nivolumab⟧\n| ⟦p53⟧", "⟦nivolumab⟧\n\n:   ⟦p53⟧");
  });
  it("in what a cloze hides", () => check("The drug {{c1::⟦nivolumab⟧}} and {{cloze ⟦p53⟧}}"));
  it("in a footnote of one word", () => check("a[^1]\n\n[^1]: ⟦nivolumab⟧", "a\n\n[p53]: nivolumab"));
  it("below a footnote, an admonition, a tab and what a term means, where they are indented", () => {
    check("a[^1]\n\n[^1]: ⟦p53⟧\n\n    ⟦nivolumab⟧\n\n    - ⟦p53⟧\n\n[^2]: a\n[^p53]: ⟦p53⟧\n\n\t⟦sunitinib\n    malate⟧\n\nb\n\n    p53");
    check(
      '!!! note "⟦p53⟧"\n\n    ⟦nivolumab⟧\n\n    ```\n    p53\n    ```\n\n??? tip\n\n    !!! tip\n\n        ⟦p53⟧',
      '=== "⟦p53⟧"\n\n    ⟦p53⟧',
    );
    check(
      "A\n:   ⟦p53⟧\n\n    ⟦nivolumab⟧\n\n        p53",
      "- a\n\n    !!! note\n\n        ⟦p53⟧",
      "⟦p53⟧\n===\n\n    p53",
      "- [^1]: a\n\n      ⟦p53⟧",
    );
  });
  it("as Greek math", () =>
    check("⟦$\\alpha_v\\beta_3$⟧", "⟦$\\alpha\\text{v}\\beta 3$⟧", "⟦TGF-$\\beta$⟧", "⟦integrin $\\beta_3$⟧", "x $\\beta$ y"));
  it("between two amounts of money", () => {
    check("From $900/mo ⟦nivolumab⟧ to US$ 5; \\(⟦nivolumab⟧, n=3\\).");
    check("It cost $5 with ⟦nivolumab⟧ and $10 without.", "US$5 ⟦p53⟧ US$6", "$ ⟦p53⟧ $");
  });
  it("beside code and links in the same paragraph", () =>
    check("⟦nivolumab⟧ `p53` ⟦p53⟧ [⟦PD-1⟧](p53) <https://p53.org> ⟦PD-L1⟧", "under !!! note\n    ⟦p53⟧"));
});

describe("prose is left alone", () => {
  it("in code spans, fences and indented code", () => {
    check(
      "`nivolumab` and ``p53 ` p53``",
      "```r\nnivolumab\n```",
      "~~~\nnivolumab\n~~~\n",
      "```\nnivolumab",
      "    nivolumab",
      "- a\n\n      nivolumab",
    );
    check("> ```\n> nivolumab\n> ```\n> ⟦p53⟧", "`nivolumab\np53`");
  });
  it("in addresses, link targets, titles and labels", () => {
    check("https://example.org/nivolumab www.nivolumab.org <https://p53.org/p53>", '[a](nivolumab.html "p53") [b](<p53 p53>) ![c](p53)');
    check("[a][nivolumab]\n\n[nivolumab]: https://example.org 'p53'", "mail nivolumab@example.org, me@nivolumab.org, <me@p53.org>");
  });
  it("in HTML tags, comments, scripts and preformatted blocks", () => {
    check(
      '<img alt="nivolumab">',
      "a <!-- nivolumab --> b",
      "<!--\nnivolumab\n\np53\n-->\n⟦p53⟧",
      "<pre>\nnivolumab\n\np53\n</pre>\n\n⟦p53⟧",
    );
    check(
      "<script>\nnivolumab\n</script>",
      "<style>\np53\n</style>",
      "<textarea>\np53\n</textarea>",
      "<?p53 p53?>\n\n⟦p53⟧",
      '<Chart drug="p53" />',
    );
    check("<div>\n<code>p53</code> <pre>p53</pre> ⟦p53⟧\n</div>");
  });
  it("in front matter that is closed by --- or ...", () => {
    check(
      "---\ntitle: nivolumab\n---\n⟦p53⟧",
      "---\ntitle: nivolumab\n...\n⟦p53⟧",
      "---\r\ndrug: p53\r\n---\r\n# ⟦p53⟧",
      "---\ndrug: p53\n---",
    );
    check("\n---\n⟦nivolumab⟧\n\n---\n", "---\n⟦nivolumab⟧ that no line closes", "--- x\n⟦p53⟧\n\n---\n");
  });
  it("and read between two rules at the start", () => {
    check("---\n\n# ⟦p53⟧\n\n⟦nivolumab⟧\n\n---\n", "---\r\n\r\n⟦p53⟧\r\n\r\n---\r\n");
    check("---\n\ntitle: p53\n---\n⟦p53⟧", "---\n# p53\n---\n⟦p53⟧", "---\n\n# p53\na:\n---\n");
  });
  it("in front matter of TOML", () => {
    check('+++\ntitle = "nivolumab"\n\n[params]\ndrug = "p53"\n+++\n⟦p53⟧', "+++\r\n[nivolumab]\r\n+++\r\n⟦p53⟧");
    check("+++\n⟦p53⟧\n\n+++\n", '+++ x\na = "⟦p53⟧"\n+++\n', '+++\na = "⟦p53⟧"\n---\n');
  });
  it("in comments, labels, cells and code of MyST", () => {
    check("% p53\n% nivolumab\nThen ⟦p53⟧", "%p53\n\n⟦p53⟧", "(p53-label)=\n# ⟦p53⟧", '+++ {"part": "p53"}\n\n⟦p53⟧');
    check(":::{code-block} r\np53\n:::", ":::{math}\np53\n:::", "(⟦p53⟧) = x", "(⟦p53⟧)", ": ⟦p53⟧");
    check("In 50\n% of ⟦p53⟧ mice", "- % of ⟦p53⟧", "| % of ⟦p53⟧ |\n|---|", "# % of ⟦p53⟧", "> % of ⟦p53⟧");
  });
  it("in comments of Obsidian that go on across blank lines", () => {
    check("%%\np53\n\n- nivolumab\n\n```\n{}\n```\n%%\n⟦p53⟧", "%% p53\n\nnivolumab %%\n\n⟦p53⟧", "⟦p53⟧\n\n%%\n\np53");
    check("%% p53 %% ⟦p53⟧\n\n⟦p53⟧", "100%% ⟦p53⟧\n\n⟦p53⟧", "- %%\n\n⟦p53⟧", "`%%`\n\n⟦p53⟧");
  });
  it("in block ids of Obsidian", () =>
    check(
      "Given ⟦nivolumab⟧. ^p53",
      "^p53",
      "> ⟦nivolumab⟧\n^p53",
      "[[⟦nivolumab⟧#^p53]] [[#^p53|then]]",
      "⟦nivolumab⟧^[⟦p53⟧]",
      "x ^ ⟦p53⟧",
    ));
  it("in math that is no Greek name", () => {
    check("$p53 + x$ and $$nivolumab$$", "$$\nnivolumab\n$$", "$\\text{p53}$", "\\$⟦p53⟧\\$");
    check("\\(k_p53 = x\\)", "\\[ x = p53 \\]", "\\begin{align}\nk_{p53} &= p53\n\\end{align}\n⟦p53⟧");
    check("⟦\\(\\alpha_v\\beta_3\\)⟧", "\\(⟦nivolumab⟧\\)", "\\[⟦p53⟧\\]");
  });
  it("in hashtags, citation keys and file names", () => {
    check(
      "#p53 #drug/nivolumab",
      "[@p53] [see @p53, p. 3; -@nivolumab] @p53 ⟦p53⟧",
      "[-@sec:p53] and -@fig:nivolumab of ⟦p53⟧",
      "As @{p53 2012} and [@{https://x.example/p53}] say of ⟦p53⟧",
      "{::comment}\nnot p53\n{:/comment} ⟦p53⟧ {::comment}p53{:/} ⟦p53⟧",
      "{% comment %}p53{% endcomment %} ⟦p53⟧ {%- comment -%}p53{%- endcomment -%} ⟦p53⟧",
      "p53.md data/nivolumab.csv ../p53/x.R-p53.tsv (p53.pdf) ⟦p53⟧.",
    );
    check("⟦p53⟧.Next, ⟦p53⟧.2", "issue #p53");
  });
  it("in those of Chinese, Japanese and Korean alone, and not in the sentence that names them", () => {
    check("#佐々木p53 ⟦p53⟧", "#ｱp53 ⟦p53⟧", "#암p53 ⟦p53⟧", "[@佐々木p53] ⟦p53⟧");
    for (const place of ["https://p53.org/p53", "www.p53.org", "p53.org/p53", "s3://p53/p53", "doi:10.1016/j.p53", "./p53/p53"])
      check(`参见 ${place}，给予⟦nivolumab⟧。`, `（参见 ${place}）⟦p53⟧`);
    check("参见https://p53.org/p53，给予⟦nivolumab⟧。", "[表](https://p53.org/表，nivolumab)，⟦p53⟧", "![表](p53，p53.png)：⟦p53⟧");
    check("使用⟦nivolumab⟧后见p53.pdf中", "使用⟦nivolumab⟧后联系p53@nivolumab.com询问⟦p53⟧");
  });
  it("in DOIs, paths and addresses of any kind", () => {
    check("DOI 10.1016/j.ccell.p53 ⟦p53⟧", "zotero://select/p53 s3://p53/p53 obsidian://open?vault=p53 ⟦p53⟧");
    check("\\\\\\\\nas\\p53\\p53 and \\textit{⟦p53⟧} (\\\\nas$\\p53) ⟦p53⟧");
    check("~/p53/ ./p53 ../p53 C:\\p53\\p53 /mnt/p53/p53/ ⟦p53⟧", "⟦PD-1⟧/⟦PD-L1⟧ and ⟦nivolumab⟧ /⟦p53⟧ /⟦PD-1⟧");
  });
  it("in hosts without a path, things inside things of programs and calls", () => {
    check("p53.com p53.org, www.p53.eu trials.p53.co.uk and git@host:x/p53.git ⟦p53⟧", "config.p53.dose = org.nivolumab.Dose p53() ⟦p53⟧");
    check("with ⟦nivolumab⟧.Then came ⟦p53⟧ (n=2)", "nivolumab.org/x", "e.g.⟦p53⟧");
  });
  it("in signs called by their names, tags between colons and variables", () =>
    check(":p53: :p53:nivolumab: ⟦p53⟧", ":icon-p53: a", "1:⟦p53⟧:2 :⟦p53⟧", ":⟦p53⟧ a: b", "$NIVOLUMAB ⟦NIVOLUMAB⟧"));
  it("in comments of editors and of MDX, and in imports and exports of sites", () => {
    check("a {>>p53\nnivolumab<<} ⟦p53⟧ {++⟦nivolumab⟧++}", "{/* p53 */}\n\n⟦p53⟧", "{props.p53} and {⟦p53⟧}");
    check("import P53 from './p53';\nimport { nivolumab } from \"p53\"\n\n⟦p53⟧", "import 'p53'\n⟦p53⟧", "⟦p53⟧\nimport ⟦p53⟧ from 'x'");
    check("export const p53 = {\n  nivolumab: 1,\n}\n\n⟦p53⟧", "export default p53", "export of ⟦p53⟧ from “nuclei”");
  });
  it("in elements whose attributes hold braces or signs, which no HTML has", () => {
    check('<Dose of={given("p53")} /> ⟦p53⟧', "<Dose f={() => p53} g={{ a: 'p53' }}>⟦p53⟧</Dose>", '<Dose :of="p53" @click="p53" /> ⟦p53⟧');
    check("a <A and ⟦p53⟧ [@x] > 3", "<Dose of={⟦p53⟧");
  });
  it("in environments of LaTeX that hold code, through blank lines", () => {
    check("\\begin{verbatim}\np53\n\nnivolumab\n\\end{verbatim}\n⟦p53⟧", "⟦p53⟧\n\\begin{lstlisting}[language=R]\np53\n\\end{lstlisting}");
    check("\\begin{minted}{r} p53 \\end{minted}\n⟦p53⟧", "\\begin{tikzpicture}\n\n\\node {p53};", "\\begin{center}\n⟦p53⟧\n\\end{center}");
  });
  it("in commands of LaTeX with options, and not in the text of others", () =>
    check(
      "\\includegraphics[width=2cm]{p53} \\cite[see][p. 3]{p53} \\section*{⟦p53⟧}",
      "\\footnote[2]{⟦p53⟧}",
      "\\includegraphics{p53/p53}",
    ));
  it("in attributes behind a space, preformatted text in a line and shortcodes that no line closes", () =>
    check("[⟦p53⟧](a){ .p53 } { width=2 alt='p53' }", "a <pre>p53</pre> <var>p53</var> ⟦p53⟧", '⟦p53⟧ {{< figure\n  alt="p53"\n>}}'));
  it("in names of directives and of a table's columns in R", () => {
    check("::: p53\n⟦nivolumab⟧\n:::", ":::p53\n⟦nivolumab⟧\n:::", ":::: note ⟦p53⟧", ":p53[⟦nivolumab⟧] ::p53{a=b} :p53: ⟦p53⟧");
    check("The df$p53 of 5 US$ for ⟦nivolumab⟧: ⟦p53⟧ [1], drug:⟦nivolumab⟧[1]");
  });
  it("in chemical formulas", () =>
    check("CC(=O)Nc1ccc(p53)cc1 SMILES: CCN(CC)CCNC(=O)c1c(C)[nH]c1C, ⟦p53⟧", "(n=12), p(CO)=0.05, SOCS1/SOCS3(= ⟦p53⟧)"));
  it("in comments of other tools, attributes and shortcodes", () => {
    check("{{p53}} {{ drug.p53 | upcase }} {% include p53 %} <% tp.p53 %> <%* p53 %> ⟦p53⟧");
    check(
      "a %%nivolumab%% b",
      "%% p53\np53 %%",
      "# ⟦p53⟧ {#p53 .p53}",
      "[⟦p53⟧]{.p53}",
      '![⟦p53⟧](a.png){width=50% alt="p53"}',
      "{⟦p53⟧}",
      '{{< figure src="p53" >}} {{% p53 %}} ⟦p53⟧',
    );
  });
});
