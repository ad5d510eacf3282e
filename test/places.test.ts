/** Where the client puts tables and citations into a note. */
import assert from "node:assert/strict";
import { blockAt, citationAt, keptApart, lineOfBlock } from "../client/views/places";

const SAID = "cilengitide blocks αvβ3 (PMID 1)";

/** Puts a citation in at `$0`. @returns the note */
function cited(source: string, said = SAID): string {
  const before = source.slice(0, source.indexOf("$0")).split("\n");
  const lines = source.replace("$0", "").split("\n");
  const { line, character, text } = citationAt((at) => lines[at], before.length - 1, before.at(-1)!.length, said);
  lines[line] = lines[line]!.slice(0, character) + text + lines[line]!.slice(character);
  return lines.join("\n");
}

describe("a citation that is inserted", () => {
  const check = (source: string, expected: string, said = SAID) => assert.equal(cited(source, said), expected);

  it("follows the sentence of the name and takes nothing apart", () => {
    const sentence = `C${SAID.slice(1)}.`;
    for (const name of ["$0cilengitide", "cilen$0gitide", "cilengitide$0"])
      check(`Then ${name} was given. Next.`, `Then cilengitide was given. ${sentence} Next.`);
    check(
      "Then cilen$0gitide vs. sunitinib [1], et al. 2019, won.\n\nNext.",
      `Then cilengitide vs. sunitinib [1], et al. 2019, won. ${sentence}\n\nNext.`,
    );
    check("Then cilen$0gitide was\ngiven. Next.", `Then cilengitide was\ngiven. ${sentence} Next.`);
  });
  it("begins with the name where nothing follows it", () => {
    check("- Cilengi$0tide", `- C${SAID.slice(1)}`);
    check("- MB-$0217 \n- next.", "- MB-217 blocks CXCR4 (p4) \n- next.", "MB-217 blocks CXCR4 (p4)");
    check("On αv$0β3\n\nNext.", `On αvβ3; ${SAID}\n\nNext.`);
  });
  it("goes on behind a semicolon where no full stop ends the text", () => {
    check("- αv$0β3 in homing\n- next", `- αvβ3 in homing; ${SAID}\n- next`);
    check("On αv$0β3, as it\nwas found", `On αvβ3, as it\nwas found; ${SAID}`);
    check("Seen on αv$0β3:\n\n- x", `Seen on αvβ3: ${SAID}\n\n- x`);
  });
  it("stays in its cell of a table", () => {
    check("| cilen$0gitide | a. |\n| b | c |", `| c${SAID.slice(1)} | a. |\n| b | c |`);
    check("| αv$0β3 in homing | a |", `| αvβ3 in homing; ${SAID} | a |`);
    check("| αv$0β3 \\| β5|", `| αvβ3 \\| β5; ${SAID}|`);
  });
  it("keeps the letters of codes", () => check("With mRNA-$04157 it ended.", "With mRNA-4157 it ended. mRNA-4157 is X.", "mRNA-4157 is X"));
  it("fails nowhere", () => {
    for (const source of ["$0", "$0\n", "a\n$0\nb", "😀$0"]) cited(source);
  });
});

describe("the place of a table that is inserted", () => {
  /** Checks below which line it goes, for a cursor in each. */
  const check = (note: string, expected: readonly number[]) => {
    const lines = note.split("\n");
    assert.deepEqual(
      lines.map((_, line) => lineOfBlock((at) => lines[at], line)),
      expected,
    );
  };

  it("leaves the table at the cursor whole", () => check("Text.\n| a |\n|---|\n| b |\n\n| c |", [0, 3, 3, 3, 4, 5]));
  it("leaves front matter whole", () => {
    check("---\ntitle: A\ndrugs: [x]\n---\nText.", [3, 3, 3, 3, 4]);
    check("+++\na = 1\n+++\n", [2, 2, 2, 3]);
    check("---\n\nA rule, and no front matter.", [0, 1, 2]);
  });
  it("leaves code and formulas whole", () => {
    check("A\n\n```r\nx\n\ny\n```\nB", [0, 1, 6, 6, 6, 6, 6, 7]);
    check("> ~~~~\n> x\n> ~~~\n> ~~~~\n\nB ```x``` c", [3, 3, 3, 3, 4, 5]);
    check("$$\nx\n$$\n", [2, 2, 2, 3]);
    check("$$x$$\n\n```x```\n\nA", [0, 1, 2, 3, 4]);
    check("```\nnever closed\n", [2, 2, 2]);
  });
  it("leaves a sentence of several lines and a quotation whole", () => {
    check("# A\nOne\ntwo.\n\nthree\n  four\nfive.\n\nsix", [0, 2, 2, 3, 6, 6, 6, 7, 8]);
    check("What was tried:\nNext.\nAnd\nlast", [0, 1, 3, 3]);
    check("> one\n> two\n>\n> three\n\nfour", [3, 3, 3, 3, 4, 5]);
  });
  it("leaves a list whole", () => {
    check("# A\nOne.\n\n- one\n  two\n- three\n\nfour", [0, 1, 2, 5, 5, 5, 6, 7]);
    check("1. a\n   - b\n\n   c\n\n2) d\ne\n# B", [6, 6, 2, 6, 4, 6, 6, 7]);
    check("- a\n  ```r\n  x\n  ```\n- b\n\n---\n\n* * *\nc", [4, 4, 4, 4, 4, 5, 6, 7, 9, 9]);
    check("- [ ] a\n| x |\n|---|", [0, 2, 2]);
    check("- a\n***\nb", [0, 2, 2]);
    check("no list\n\n    - code\n", [0, 1, 2, 3]);
  });
});

describe("a name that is put into a note", () => {
  const check = (marked: string, expected: string) => {
    const [before = "", behind = ""] = marked.split("$0");
    assert.equal(before + keptApart(before, "plerixafor", behind) + behind, expected);
  };
  it("is kept apart from the words beside it", () => {
    check("given with nivolumab$0", "given with nivolumab plerixafor");
    check("given with nivolumab,$0then", "given with nivolumab, plerixafor then");
    check("given (twice)$0(late)", "given (twice) plerixafor (late)");
  });
  it("stands close to brackets, hyphens and signs that belong to it", () => {
    check("$0", "plerixafor");
    check("given ($0) twice", "given (plerixafor) twice");
    check("anti-$0, twice", "anti-plerixafor, twice");
    check("given **$0**", "given **plerixafor**");
    check("| $0 |", "| plerixafor |");
    check("[[$0]]", "[[plerixafor]]");
  });
});

describe("the text of a table that is inserted", () => {
  /** Puts a table below the line of `$0`. @returns the note */
  function withTable(source: string): string {
    const lines = source.replace("$0", "").split("\n");
    const cursor = source.slice(0, source.indexOf("$0")).split("\n").length - 1;
    const { line, character, text } = blockAt((at) => lines[at], cursor, "| T |\n|---|\n");
    lines[line] = lines[line]!.slice(0, character) + text + lines[line]!.slice(character);
    return lines.join("\n");
  }

  it("has an empty line on either side, also right below another table or a paragraph", () => {
    assert.equal(withTable("Some$0 text.\nNext."), "Some text.\n\n| T |\n|---|\n\nNext.");
    assert.equal(withTable("| A |\n|---|\n| b |\n$0\nNext."), "| A |\n|---|\n| b |\n\n| T |\n|---|\n\nNext.");
    assert.equal(withTable("Text.\n\n$0\n\nNext."), "Text.\n\n| T |\n|---|\n\nNext.");
    assert.equal(withTable("$0"), "| T |\n|---|");
  });
});
