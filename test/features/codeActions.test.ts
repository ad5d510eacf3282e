import assert from "node:assert/strict";
import { certainEdits, type Fix, fixes } from "../../server/features/codeActions";
import { findings } from "../../server/features/diagnostics";
import { addToList, addToMapping } from "../../server/features/frontMatterEdits";
import { Note } from "../../server/note/note";
import { DEFAULTS } from "../../server/settings";
import { example, noteOf, real } from "../example";
import { levels } from "../findings";
import { edited, readMarked } from "../marked";

/** The fixes offered at `$0`. */
function fixesAt(source: string, { dataset = example, settings = DEFAULTS } = {}): { text: string; offered: Fix[] } {
  const { text, cursor } = readMarked(source);
  const note = noteOf(text);
  return { text, offered: fixes(dataset, note, findings(dataset, note, settings), [cursor!, cursor!]) };
}

/** The note after the fix at `$0` whose title begins so; nothing where none is offered. */
function fixed(source: string, title: string, options?: Parameters<typeof fixesAt>[1]): string | undefined {
  const { text, offered } = fixesAt(source, options);
  const fix = offered.find((each) => each.title.startsWith(title));
  return fix?.does === "edit" ? edited(text, fix.edits) : undefined;
}

const titlesAt = (source: string, options?: Parameters<typeof fixesAt>[1]) => fixesAt(source, options).offered.map(({ title }) => title);

/** Checks that what was found at `$0` is found no longer once the fix was made. */
function checkGone(source: string, title: string): string {
  const result = fixed(source, title);
  assert.ok(result !== undefined, `${title} is offered in ${source}`);
  assert.deepEqual(
    findings(example, noteOf(result), DEFAULTS).map(({ word }) => word),
    [],
    result,
  );
  return result;
}

describe("the fixes of a range", () => {
  const of = (text: string) => {
    const note = noteOf(text);
    return fixes(example, note, findings(example, note, DEFAULTS), [0, text.length]);
  };

  it("have what concerns a term once, what concerns a place for each of its places", () => {
    const titles = of("Given bevacizumb 10 mg.\n\nThen bevacizumb 5 mg.").map(({ title }) => title.replace(/ with .*/, ""));
    const accept = ["for me", "in this workspace", "in this note"].map((whom) => `Accept “bevacizumb” as a word ${whom}`);
    const first = ["Replace", "Replace all 2 in this note", ...accept, "Ignore misspelled-name here", "Open the card of bevacizumab"];
    assert.deepEqual(titles, [...first, "Replace", "Ignore misspelled-name here"]);
  });
  it("stay few where a whole note with thousands of findings is selected: their number grew with its square, and the server stood still", () => {
    const text = "Given bevacizumb 10 mg.\n\n".repeat(3000);
    const all = of(text);
    const edits = all.reduce((sum, fix) => sum + (fix.does === "edit" ? fix.edits.length : 0), 0);
    assert.ok(all.length < 400 && edits < 4000 && edits >= 3000, `${all.length} fixes with ${edits} edits`);
  });
});

describe("a replacement", () => {
  /** Checks the note after the first fix, which must be the preferred one; none is expected where nothing is given. */
  function check(source: string, expected?: string): void {
    const { text, offered } = fixesAt(source);
    const [first] = offered;
    const isReplacement = first?.does === "edit" && first.title.startsWith("Replace with ");
    assert.equal(isReplacement ? edited(text, first.edits) : undefined, expected, source);
    if (isReplacement) assert.equal(first.isPreferred, true);
  }

  it("puts the right name in the place of the wrong one, in its letter case", () => {
    check("Given beva$0cizumb 10 mg.", "Given bevacizumab 10 mg.");
    check("Bevacizumb$0 10 mg.", "Bevacizumab 10 mg.");
    check("$0BEVACIZUMB 10 mg.", "BEVACIZUMAB 10 mg.");
    check("Given **$0sunitinb** 50 mg.", "Given **sunitinib** 50 mg.");
    check("| sunit$0inb | 50 mg |\n|---|---|", "| sunitinib | 50 mg |\n|---|---|");
    check("Given befotert$0nib.", "Given befotertinib.");
  });
  it("is offered at each place of a term", () =>
    check("Given bevacizumb and given beva$0cizumb.", "Given bevacizumb and given bevacizumab."));
  it("is offered in the text of a link that leads elsewhere", () => {
    check("The [given beva$0cizumb](bevacizumb.md) arm.", "The [given bevacizumab](bevacizumb.md) arm.");
    check("The [beva$0cizumb][1] arm.\n\n[1]: b.md", "The [bevacizumab][1] arm.\n\n[1]: b.md");
    check(
      "The [[b|beva$0cizumb]] arm, ![beva$0cizumb](b.png).".replace("a$0cizumb](", "acizumb]("),
      "The [[b|bevacizumab]] arm, ![bevacizumb](b.png).",
    );
    check("![Given beva$0cizumb](b.png)", "![Given bevacizumab](b.png)");
    for (const attributes of ["", '{target="_blank"}'])
      assert.deepEqual(certainEdits(noteOf(""), findings(example, noteOf(`The [given bevacizumb](b.md)${attributes} arm.`), DEFAULTS)), []);
    assert.equal(fixed("Given bevacizumb and [beva$0cizumb](b.md).", "Replace all"), undefined);
  });
  it("keeps the bars of drawn and aligned tables in their columns", () => {
    const grid = (cell: string) =>
      `+--------------+--------+\n| Drug         | Target |\n+==============+========+\n${cell}\n+--------------+--------+\n`;
    check(grid("| beva$0cizumb   | VEGF-A |"), grid("| bevacizumab  | VEGF-A |"));
    check(grid("| beva$0ciizumab | VEGF-A |"), grid("| bevacizumab  | VEGF-A |"));
    check(grid("| xx bev$0acizumb| VEGF-A |"), grid("| xx bevacizumab| VEGF-A |"));
    const aligned = (cell: string) => `| Drug         | Target |\n| ------------ | ------ |\n${cell}\n| osimertinib  | EGFR   |\n`;
    check(aligned("| beva$0cizumb   | VEGF-A |"), aligned("| bevacizumab  | VEGF-A |"));
    check(aligned("| x beva$0cizumb | VEGF-A |"), aligned("| x bevacizumab | VEGF-A |"));
    check("| Drug | Target |\n|---|---|\n| beva$0cizumb   | VEGF-A |", "| Drug | Target |\n|---|---|\n| bevacizumab   | VEGF-A |");
    const two = aligned("| bevacizumb, sunitinb    | VEGF-A |")
      .replaceAll("------------ ", "----------------------- ")
      .replace("osimertinib ", "osimertinib            ");
    assert.match(
      edited(two, certainEdits(noteOf(two), findings(example, noteOf(two), DEFAULTS))),
      /^\| bevacizumab, sunitinib {2}\| VEGF-A/m,
    );
  });
  it("is not offered where no name is near, in quotations and where a link is by its name", () => {
    check("Given zorfana$0tinib 10 mg.");
    check("> Given beva$0cizumb 10 mg.");
    check("They wrote “we gave beva$0cizumb 10 mg”.");
    check("The [[given beva$0cizumb]] arm.");
    check("The [beva$0cizumb][] arm.");
    check("The [given beva$0cizumb] arm.");
    check("The arm [given beva$0cizumb 10 mg/kg, then 5].", "The arm [given bevacizumab 10 mg/kg, then 5].");
    check("A drug (rhuMAb VEGF [beva$0cizumb]).", "A drug (rhuMAb VEGF [bevacizumab]).");
    check("A drug ([beva$0cizumb]).");
    check('!!! note "Of beva$0cizumb 10 mg"\n    Text', '!!! note "Of bevacizumab 10 mg"\n    Text');
    check("The [beva$0cizumb]{.mark} arm.", "The [bevacizumab]{.mark} arm.");
    check("> [!note]\n> Given beva$0cizumb 10 mg.", "> [!note]\n> Given bevacizumab 10 mg.");
    check("The “beva$0cizumb” arm, 10 mg.", "The “bevacizumab” arm, 10 mg.");
  });
  it("of a code that may be another drug's is never the preferred one", () => {
    const { offered } = fixesAt("Patients received LY215$07289 at 150 mg BID.", { dataset: real() });
    assert.deepEqual([offered[0]?.title, offered[0]?.isPreferred], ["Replace with “LY2157299”", false]);
    assert.ok(!offered.some(({ title }) => title.startsWith("Replace all")));
  });
  it("is made in all places of a term at once, but in quotations and links", () => {
    const source = "Given beva$0cizumb 10 mg.\n\n> Given bevacizumb.\n\nGiven Bevacizumb, [given bevacizumb](b.md), `bevacizumb`.\n";
    const expected = "Given bevacizumab 10 mg.\n\n> Given bevacizumb.\n\nGiven Bevacizumab, [given bevacizumb](b.md), `bevacizumb`.\n";
    assert.equal(fixed(source, "Replace all 2 in"), expected);
    assert.equal(fixed("Given beva$0cizumb 10 mg.", "Replace all"), undefined);
  });
});

describe("the fixes of a finding", () => {
  it("are in order, and each touches the note or calls the client", () =>
    assert.deepEqual(titlesAt("Given beva$0cizumb 10 mg, then Bevacizumb."), [
      "Replace with “bevacizumab”",
      "Replace all 2 in this note with “bevacizumab”",
      "Accept “bevacizumb” as a word for me",
      "Accept “bevacizumb” as a word in this workspace",
      "Accept “bevacizumb” as a word in this note",
      "Ignore misspelled-name here",
      "Open the card of bevacizumab",
    ]));
  it("are none beside a finding", () => {
    for (const source of ["Giv$0en bevacizumb.", "Given bevacizumb .$0", "$0", "`beva$0cizumb 10 mg`"])
      assert.deepEqual(titlesAt(source), [], source);
  });
  it("are those of every finding that the range touches", () => {
    const note = noteOf("Given bevacizumb and given sunitinb.");
    const offered = fixes(example, note, findings(example, note, DEFAULTS), [0, note.text.length]);
    assert.deepEqual(
      offered.filter(({ isPreferred }) => isPreferred).map(({ title }) => title),
      ["Replace with “bevacizumab”", "Replace with “sunitinib”"],
    );
  });
  it("of what the records contradict show the card, and accept no word", () =>
    assert.deepEqual(titlesAt("Cilengit$0ide is approved.", { dataset: real() }), [
      "Ignore status-conflict here",
      "Open the card of cilengitide",
    ]));
  it("of a declared name that nothing is called by make it a drug or target of one's own", () => {
    const added = (source: string) => titlesAt(source).filter((title) => title.startsWith("Add "));
    assert.deepEqual(added("---\ndrugs: [bevacizumab, MB-2$017]\n---\n"), ["Add “MB-217” to your own drugs"]);
    assert.deepEqual(added("---\ntargets: [MBx$09]\n---\n"), ["Add “MBx9” to your own targets"]);
    assert.deepEqual(added("See [[drug:MB-2$017]]."), ["Add “MB-217” to your own drugs"]);
    assert.deepEqual(added("---\ndrugs: [VEGF-A$0]\n---\n"), []);
  });
  it("of a directive put the right word", () => {
    assert.equal(fixed("<!-- metastasis-notes: of$0 -->", "Replace with"), "<!-- metastasis-notes: off -->");
    assert.deepEqual(titlesAt("<!-- metastasis-notes: of$0 -->"), ["Replace with “off”"]);
  });
});

describe("accepting a word in a note", () => {
  const check = (source: string, expected: string) =>
    assert.equal(checkGone(source, "Accept “bevacizumb” as a word in this note"), expected);
  const given = "Given beva$0cizumb 10 mg.\n";
  const text = given.replace("$0", "");

  it("makes a front matter where there is none", () => check(given, `---\nmetastasis-notes:\n  accept: [bevacizumb]\n---\n\n${text}`));
  it("adds to what is there", () => {
    check(`---\ntitle: x\n---\n${given}`, `---\ntitle: x\nmetastasis-notes:\n  accept: [bevacizumb]\n---\n${text}`);
    check(
      `---\nmetastasis-notes:\n    off: [brand-name]\ntitle: x\n---\n${given}`,
      `---\nmetastasis-notes:\n    off: [brand-name]\n    accept: [bevacizumb]\ntitle: x\n---\n${text}`,
    );
    check(
      `---\nmetastasis-notes: { off: [brand-name] }\n---\n${given}`,
      `---\nmetastasis-notes: { off: [brand-name], accept: [bevacizumb] }\n---\n${text}`,
    );
    check(`---\nmetastasis-notes: { }\n---\n${given}`, `---\nmetastasis-notes: { accept: [bevacizumb] }\n---\n${text}`);
    check(`---\nmetastasis-notes:\n---\n${given}`, `---\nmetastasis-notes:\n  accept: [bevacizumb]\n---\n${text}`);
    for (const [before, behind] of [
      ["[x]", "[x, bevacizumb]"],
      ["[]", "[bevacizumb]"],
      ["[ x, ]", "[ x, bevacizumb ]"],
      ["", " [bevacizumb]"],
      ["x", "[x, bevacizumb]"],
      ['"x y"', '["x y", bevacizumb]'],
      ["\n    - x", "\n    - x\n    - bevacizumb"],
      ["\n  - x # why", "\n  - x # why\n  - bevacizumb"],
    ])
      check(
        `---\nmetastasis-notes:\n  accept: ${before}\n---\n${given}`,
        `---\nmetastasis-notes:\n  accept:${behind!.startsWith(" ") ? "" : " "}${behind}${before === "" ? " " : ""}\n---\n${text}`,
      );
  });
  it("adds to a list in brackets that ends in a comment so that it counts", () => {
    for (const [before, behind] of [
      ["[\n    x, # why\n    y # y, too\n  ]", "[bevacizumb,\n    x, # why\n    y # y, too\n  ]"],
      ["[ # none yet\n  ]", "[bevacizumb # none yet\n  ]"],
      ["[\n    x,\n# all\n  ]", "[bevacizumb,\n    x,\n# all\n  ]"],
    ])
      check(`---\nmetastasis-notes:\n  accept: ${before}\n---\n${given}`, `---\nmetastasis-notes:\n  accept: ${behind}\n---\n${text}`);
    check(
      `---\nmetastasis-notes: {\n  off: [brand-name] # never\n  }\n---\n${given}`,
      `---\nmetastasis-notes: {accept: [bevacizumb],\n  off: [brand-name] # never\n  }\n---\n${text}`,
    );
  });
  it("leaves a byte-order mark where it is, and reads the front matter behind it", () => {
    check(`\ufeff${given}`, `\ufeff---\nmetastasis-notes:\n  accept: [bevacizumb]\n---\n\n${text}`);
    check(`\ufeff---\ntitle: x\n---\n${given}`, `\ufeff---\ntitle: x\nmetastasis-notes:\n  accept: [bevacizumb]\n---\n${text}`);
  });
  it("keeps the note's line ends", () =>
    check(`---\r\ntitle: x\r\n---\r\n${given}`, `---\r\ntitle: x\r\nmetastasis-notes:\r\n  accept: [bevacizumb]\r\n---\r\n${text}`));
  it("is not offered where the front matter is none that could be edited safely", () => {
    for (const head of [
      "---\nmetastasis-notes: [\n---\n",
      "---\nmetastasis-notes: off\n---\n",
      "---\nmetastasis-notes:\n  accept: { x: y }\n---\n",
      "---\nmetastasis-notes:\n  accept: 'it''s'\n---\n",
      "---\nmetastasis-notes:\n  accept: >-\n    x\n---\n",
      "---\nmetastasis-notes:\n  accept: &a [x]\n---\n",
    ])
      assert.equal(fixed(head + given, "Accept “bevacizumb” as a word in this note"), undefined, head);
  });
});

describe("ignoring a finding", () => {
  const comment = "<!-- metastasis-notes: ignore-next misspelled-name -->";
  const check = (source: string, expected: string) => assert.equal(checkGone(source, "Ignore misspelled-name here"), expected);

  it("puts a comment above a paragraph or heading", () => {
    check("One.\n\nGiven\nbeva$0cizumb 10 mg.\n", `One.\n\n${comment}\nGiven\nbevacizumb 10 mg.\n`);
    check("# Given beva$0cizumb\n", `${comment}\n# Given bevacizumb\n`);
    check("One.\r\n\r\nGiven beva$0cizumb 10 mg.\r\n", `One.\r\n\r\n${comment}\r\nGiven bevacizumb 10 mg.\r\n`);
  });
  it("puts it before the word in cells, items and quotes, above an item that begins with the word", () => {
    check("| a | b |\n|---|---|\n| beva$0cizumb | 10 mg |\n", `| a | b |\n|---|---|\n| ${comment}bevacizumb | 10 mg |\n`);
    check("- one\n- given beva$0cizumb\n", `- one\n- given ${comment}bevacizumb\n`);
    check("- one\n- beva$0cizumb 10 mg\n", `- one\n  ${comment}\n- bevacizumb 10 mg\n`);
    check("- one\n  - beva$0cizumb 10 mg\n", `- one\n  ${comment}\n  - bevacizumb 10 mg\n`);
    check("- one\n\n\t- beva$0cizumb 10 mg\n", `- one\n\n\t${comment}\n\t- bevacizumb 10 mg\n`);
    check("- one\n- > beva$0cizumb 10 mg\n", `- one\n    ${comment}\n- > bevacizumb 10 mg\n`);
    for (const mark of ["-", "-   ", "10."]) check(`${mark} beva$0cizumb 10 mg\n`, `${comment}\n${mark} bevacizumb 10 mg\n`);
    check("9. one\n10. beva$0cizumb 10 mg\n", `9. one\n    ${comment}\n10. bevacizumb 10 mg\n`);
    check("> given beva$0cizumb\n", `> given ${comment}bevacizumb\n`);
    check("> beva$0cizumb 10 mg\n", `> ${comment}\n> bevacizumb 10 mg\n`);
    check("> | a | b |\n> |---|---|\n> | beva$0cizumb | 10 mg |\n", `> | a | b |\n> |---|---|\n> | ${comment}bevacizumb | 10 mg |\n`);
  });
  it("puts it behind the line above where the word begins one inside an item or a quote, for there it would begin a block", () => {
    check("- given\n  beva$0cizumb 10 mg\n", `- given ${comment}\n  bevacizumb 10 mg\n`);
    check("> given  \n> beva$0cizumb 10 mg\n", `> given ${comment}  \n> bevacizumb 10 mg\n`);
    check("- given\\\n  beva$0cizumb 10 mg\n", `- given ${comment}\\\n  bevacizumb 10 mg\n`);
  });
  it("parts no definition from its term, and leaves a byte-order mark where it is", () => {
    check("Term\n: beva$0cizumb 10 mg\n", `Term\n: ${comment}bevacizumb 10 mg\n`);
    check("\ufeffGiven beva$0cizumb 10 mg.\n", `\ufeff${comment}\nGiven bevacizumb 10 mg.\n`);
  });
  it("is a comment of MDX in such a note, where one of HTML breaks the build", () => {
    const { text, cursor } = readMarked("One.\n\nGiven beva$0cizumb 10 mg.\n");
    const mdx = (source: string) => Note.create("file:///note.mdx", "mdx", 1, source);
    const found = (source: string) => findings(example, mdx(source), DEFAULTS);
    const fix = fixes(example, mdx(text), found(text), [cursor!, cursor!]).find(({ title }) => title.startsWith("Ignore"));
    const result = edited(text, fix?.does === "edit" ? fix.edits : []);
    assert.equal(result, "One.\n\n{/* metastasis-notes: ignore-next misspelled-name */}\nGiven bevacizumb 10 mg.\n");
    assert.deepEqual(found(result), []);
  });
  it("is done again for another rule in the same place", () => {
    for (const mark of ["", "- ", "> "]) {
      let text = `${mark}Zorfanatinib and bevacizumb 10 mg.\n`;
      for (const title of ["Ignore unknown-drug-name here", "Ignore misspelled-name here"])
        text = fixed(text.replace(title.includes("unknown") ? /zorf/i : /beva/, "$&$$0"), title)!;
      assert.deepEqual(findings(example, noteOf(text), DEFAULTS), [], text);
    }
  });
  it("silences that rule in that place alone", () => {
    const text = fixed("Given beva$0cizumb and zorfanatinib.\n\nGiven sunitinb.\n", "Ignore misspelled-name here")!;
    assert.deepEqual(
      findings(example, noteOf(text), DEFAULTS).map(({ word }) => word),
      ["zorfanatinib", "sunitinb"],
    );
  });
  it("is not offered in front matter, nor inside a link, which it would break", () => {
    for (const source of ["---\ndrugs: [beva$0cizumb]\n---\n", "| Drug |\n|---|\n| [[drug:beva$0cizumb]] |\n"])
      assert.equal(fixed(source, "Ignore undeclared-term here"), undefined);
  });
});

describe("at a name", () => {
  it("a reading is chosen where there are several", () => {
    const text = "EMT and M$0ET of tumour cells, the MET kinase gene.\n";
    assert.deepEqual(titlesAt(text).slice(0, 1), ["Read “MET” as mesenchymal-to-epithelial transition (process) in this note"]);
    assert.equal(
      fixed(text, "Read “MET” as mesen"),
      `---\nmetastasis-notes:\n  readings: { MET: mesenchymal-to-epithelial transition }\n---\n\n${text.replace("$0", "")}`,
    );
  });
  it("a reading takes the place of another, quotes and all", () => {
    for (const held of ["x", '"x y"', "'x (y)'"])
      for (const meant of ["plain", "a (b)", "c: d", "it's", "a\\b"]) {
        const head = (readings: string) => `---\nmetastasis-notes:\n  readings: ${readings}\n---\n`;
        for (const text of [head(`{ MET: ${held} }`), head(`\n    MET: ${held} # why`)]) {
          const edit = addToMapping(noteOf(text), ["metastasis-notes", "readings"], "MET", meant);
          const { readings, faults } = noteOf(edited(text, edit ? [edit] : [])).frontMatter;
          assert.deepEqual([readings.map(([written, { text }]) => [written.text, text]), faults], [[["MET", meant]], []], text);
        }
      }
  });
  it("it is declared where the note declares names", () => {
    const declare = (head: string, name: string) => fixed(`---\n${head}\n---\nGiven ${name}.\n`, "Declare");
    assert.equal(declare("drugs: [sunitinib]", "niv$0olumab"), "---\ndrugs: [sunitinib, nivolumab]\n---\nGiven nivolumab.\n");
    assert.equal(declare("targets:\n  - PD-1", "HE$0R2"), "---\ntargets:\n  - PD-1\n  - HER2\n---\nGiven HER2.\n");
    assert.equal(declare("drugs: [Opdivo]", "niv$0olumab"), undefined);
    assert.equal(declare("title: x", "niv$0olumab"), undefined);
    assert.equal(fixed('+++\ndrugs = ["sunitinib"]\n+++\nGiven niv$0olumab.\n', "Declare"), undefined);
    assert.equal(addToList(noteOf('+++\ntitle = "x"\n+++\n'), ["metastasis-notes", "accept"], "x"), undefined);
  });
});

describe("fixing all that is certain", () => {
  const check = (text: string, expected: string, dataset = example) =>
    assert.equal(edited(text, certainEdits(noteOf(text), findings(dataset, noteOf(text), levels({ "brand-name": "warning" })))), expected);

  it("mends misspellings one edit from the one name that is near, at all their places", () =>
    check("Given bevacizumb 10 mg, then Bevacizumb and sunitinb.\n", "Given bevacizumab 10 mg, then Bevacizumab and sunitinib.\n"));
  it("leaves all else alone", () => {
    for (const text of [
      "Given bevacuzimab 10 mg.\n",
      "> Given bevacizumb 10 mg.\n\nThe [given bevacizumb](a.md) arm, `bevacizumb`, “we gave bevacizumb 10 mg”.\n",
      "Given Avastin and zorfanatinib 10 mg.\n",
      "Given unitinib 10 mg, whose first letter another drug may have.\n",
    ])
      check(text, text);
    const contradicted = "Nivolumab (anti-PD-L1), LY2157289 at 150 mg BID, ACPP; cilengitide is approved.\n";
    check(contradicted, contradicted, real());
  });
  it("leaves a name of its own that few drugs come near, which may be newer than the lists; a record's is known well enough", () => {
    const unknown = "Patients received hexoporfin 10 mg, then ticolumab.\n";
    check(unknown, unknown, real());
    check("Patients received paclitaxil and osimertinb.\n", "Patients received paclitaxel and osimertinib.\n", real());
  });
  it("changes nothing the second time", () => {
    const once = "Given bevacizumab 10 mg.\n";
    check(once, once);
  });
});
