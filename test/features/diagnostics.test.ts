import assert from "node:assert/strict";
import { extend } from "../../server/dataset/extend";
import { findings } from "../../server/features/diagnostics";
import { atOnce } from "../../server/giveWay";
import { DEFAULTS, type Settings } from "../../server/settings";
import { example, noteOf, real } from "../example";
import { compareMarks, type Mark, readMarked } from "../marked";

/** Checks that the findings of a note are those that are marked under its lines, no more and no fewer. */
function check(source: string, settings: Settings = DEFAULTS, dataset = example): void {
  const { text, marks } = readMarked(source);
  const note = noteOf(text);
  const found = findings(dataset, note, settings).map(({ from, to, level, rule, message, word }): Mark => {
    assert.equal(text.slice(from, to).replace(/[*_]/g, ""), word);
    const start = note.positionAt(from);
    return { line: start.line, from: start.character, to: note.positionAt(to).character, severity: level, rule, message };
  });
  compareMarks(marks, found);
}

const levels = (rules: Partial<Settings["rules"]>): Settings => ({ ...DEFAULTS, rules: { ...DEFAULTS.rules, ...rules } });

describe("findings", () => {
  it("are nothing where nothing is wrong", () => {
    check("");
    check("Patients were treated with bevacizumab 10 mg/kg, twice daily, and hiking.");
  });
  it("count columns in UTF-16 units, on lines that end in any way", () => {
    check("😀 treated with 患者 bevacizumb 10 mg\n                   ^^^^^^^^^^ warning misspelled-name: bevacizumab");
    check("- one\r\n- 😀 bevacizumb 10 mg\r\n     ^^^^^^^^^^ warning misspelled-name: bevacizumab");
  });
  it("say what the word is, and what may be meant", () => {
    const [part] = findings(real(), noteOf("Vascular endotelial growth factor was high."), DEFAULTS);
    assert.equal(part!.message, "“endotelial” is not a known name: did you mean endothelial, as in vascular endothelial growth factor?");
    check(
      "Given bevacizumb.\n      ^^^^^^^^^^ warning misspelled-name: “bevacizumb” is not a known name: did you mean the drug bevacizumab?",
    );
    check(
      "Given zorfanatinib.\n      ^^^^^^^^^^^^ warning unknown-drug-name: not in the drug lists of 2026-11-26; its ending -tinib marks a drug (tyrosine kinase inhibitor).",
    );
  });
  it("are those of the dataset that is asked, whatever another one says of a word", () => {
    const note = () => noteOf("Given imatinb 400 mg daily.");
    for (const [dataset, rules] of [
      [example, []],
      [real(), ["misspelled-name"]],
      [example, []],
    ] as const)
      assert.deepEqual(
        findings(dataset, note(), DEFAULTS).map(({ rule }) => rule),
        rules,
      );
  });
  it("are found in each construct that is prose, in none that is not", () => {
    check(
      `# Given bevacizumb
        ^^^^^^^^^^ warning misspelled-name
| Drug | Dose |
| --- | --- |
| sunitinb | 50 mg |
  ^^^^^^^^ warning misspelled-name
`,
    );
    check(
      "`sunitinb 50 mg` https://example.org/sunitinb [a](sunitinb.html) <b title='sunitinb'>\n\n    sunitinb 50 mg\n\n```\nsunitinb 50 mg\n```\n",
    );
    check("Given **suni**tinb 50 mg.\n      ^^^^^^^^^^^^ warning misspelled-name: sunitinib");
  });
  it("are not on a name that a folder adds, though a hover was first to read the note with it", () => {
    const note = noteOf("Patients were treated with zorbix and bevacizumab 5 mg.\n");
    findings(real(), note, DEFAULTS);
    const data = { id: "zorbix", kind: "drug", preferred_name: "zorbix" } as const;
    const own = atOnce(extend(real(), [{ from: "lab", uri: "file:///lab/own.yaml", line: 1, reference: "drug:zorbix", data }]));
    note.eachPassage((passage) => note.mentions(own, passage).length > 0);
    assert.deepEqual(findings(own, note, DEFAULTS), []);
  });
  it("mark the first place of a term, and its others as hints", () => {
    const source = `Given bevacizumb 10 mg.
      ^^^^^^^^^^ warning misspelled-name
Given Bevacizumb, again bevacizumb.
      ^^^^^^^^^^ hint misspelled-name
                        ^^^^^^^^^^ hint misspelled-name
`;
    check(source);
    const { text } = readMarked(source);
    const [first, second] = findings(example, noteOf(text), DEFAULTS);
    assert.deepEqual(
      first?.others.map(({ from, to }) => text.slice(from, to)),
      ["Bevacizumb", "bevacizumb"],
    );
    assert.deepEqual(second?.others, []);
  });
  it("keep to the levels that are set", () => {
    check("Given bevacizumb.\n      ^^^^^^^^^^ error misspelled-name", levels({ "misspelled-name": "error" }));
    check("Given bevacizumb.", levels({ "misspelled-name": "off" }));
    check("Given zorfanatinib.\n      ^^^^^^^^^^^^ hint unknown-drug-name", levels({ "unknown-drug-name": "hint" }));
    check("Given zorfanatinib.", levels({ "unknown-drug-name": "off" }));
    for (const level of ["error", "warning", "information"] as const)
      check("The zorfanatinib.\n    ^^^^^^^^^^^^ information unknown-drug-name", levels({ "unknown-drug-name": level }));
    check("The zorfanatinib.\n    ^^^^^^^^^^^^ hint unknown-drug-name", levels({ "unknown-drug-name": "hint" }));
  });
  it("leave accepted words alone, in any letter case", () => {
    const accepting = { ...DEFAULTS, acceptedWords: new Set(["bevacizumb"]) };
    check("Given bevacizumb, Bevacizumb and BEVACIZUMB.", accepting);
    check("Given bevacixumb.\n      ^^^^^^^^^^ warning misspelled-name", accepting);
    check("Given bevacizumbs.", accepting);
  });
  it("are given of what is said of a drug, though a word of it is accepted", () => {
    const accepting = { ...DEFAULTS, acceptedWords: new Set(["pd-l1", "anti-pd-l1", "nivolumab"]) };
    check("Nivolumab (anti-PD-L1) was given.\n           ^^^^^^^^^^ warning target-mismatch", accepting, real());
  });
  it("are silent behind a comment inside a paragraph or a block of HTML, and in inline code of HTML", () => {
    check("A <!-- metastasis-notes: off --> given bevacizumb 10 mg.");
    check("<div>\n<!-- metastasis-notes: off -->\nGiven bevacizumb 10 mg.\n</div>");
    check("Run <code>bevacizumb 10 mg</code> and <kbd>bevacizumb 10 mg</kbd>.");
    check("See doi:10.1000/bevacizumb and example.org/bevacizumb.");
  });
  it("are silent between the comments that say so", () => {
    check(`Given bevacizumb.
      ^^^^^^^^^^ warning misspelled-name

<!-- metastasis-notes: off -->

Given sunitinb.

- Given zorfanatinib.

<!-- metastasis-notes: on -->

Given nivolumub.
      ^^^^^^^^^ warning misspelled-name
`);
    check("<!--metastasis-notes:off-->\nGiven sunitinb.\n\nGiven sunitinb.");
    check(`<!-- metastasis-notes: of -->
                       ^^ warning unknown-directive: “of” is no directive of ours; there are off, on and ignore-next.

Given sunitinb.
      ^^^^^^^^ warning misspelled-name
`);
    for (const comment of ["<!-- metastasis-notes: ignore-next -->", "%% metastasis-notes: ignore-next %%"])
      for (const next of ["Given sunitinb.", "# Given sunitinb", "| Given sunitinb | b |\n|---|---|\n| c | d |"])
        check(`${comment}\n\n${next}\n\nGiven nivolumub.\n      ^^^^^^^^^ warning misspelled-name`);
    const table = "| drug | x |\n|---|---|\n| sunitinb | nivolumub |\n| bevacizumb | y |";
    check(`<!-- metastasis-notes: ignore-next -->\n${table}\n\n| sunitinb 50 mg |\n  ^^^^^^^^ warning misspelled-name\n|---|`);
    check("%% metastasis-notes: ignore-next %% Given nivolumub.\n\nGiven sunitinb.\n      ^^^^^^^^ warning misspelled-name");
    check("<!-- metastasis-notes: off all -->\n\nGiven sunitinb.");
    check("---\nmetastasis-notes:\n  off: [all]\n---\nGiven sunitinb.");
    check("%%\nmetastasis-notes: off misspelled-name\n%%\n\nGiven nivolumub.");
    check(
      "<!-- metastasis-note: off -->\n     ^^^^^^^^^^^^^^^ warning unknown-directive\n\nGiven sunitinb.\n      ^^^^^^^^ warning misspelled-name",
    );
    check("`<!-- metastasis-notes: off -->`\n\nGiven sunitinb.\n      ^^^^^^^^ warning misspelled-name");
  });
});

describe("findings with the real dataset", () => {
  const DRUGS: ReadonlyArray<readonly [wrong: string, right: string]> = [
    ["bevacizumb", "bevacizumab"],
    ["sunitinb", "sunitinib"],
    ["cilengitde", "cilengitide"],
    ["marimastatt", "marimastat"],
    ["pembrolizumap", "pembrolizumab"],
    ["nivolumub", "nivolumab"],
    ["trastuzamab", "trastuzumab"],
    ["galunisertinib", "galunisertib"],
  ];
  const capital = (word: string) => word[0]!.toUpperCase() + word.slice(1);
  const shouted = (word: string) => word.toUpperCase();

  /** Checks that a word gets one warning with this first fix; no finding is expected where none is given. */
  function check(source: string, word: string, fix?: string, level = "warning"): void {
    const found = findings(real(), noteOf(source), DEFAULTS).map((finding) => [finding.level, finding.word, finding.replacements[0]]);
    assert.deepEqual(found, fix === undefined ? [] : [[level, word, fix]], source);
  }

  it("warn once of each misspelt drug of the review, with the right name in the letter case of the note", () => {
    for (const [wrong, right] of DRUGS) {
      for (const spell of [(word: string) => word, capital, shouted]) {
        check(`Patients were treated with ${spell(wrong)} 10 mg/kg.`, spell(wrong), spell(right));
      }
    }
  });
  it("leave the same words alone in code, addresses and link targets", () => {
    for (const [wrong] of DRUGS) {
      for (const source of [
        `\`${wrong} 10 mg\``,
        `\`\`\`\n${wrong} 10 mg\n\`\`\``,
        `https://example.org/${wrong}`,
        `[a](${wrong} "${wrong} 10 mg")`,
        `[a]: ${wrong}`,
        `<${wrong}@example.org>`,
        `see ${wrong}.md`,
      ])
        check(source, wrong);
    }
  });
  it("warn of a drug-shaped word that is in no list, without a fix; mildly where no treatment is spoken of", () => {
    for (const word of ["Zorfanatinib", "qelvotamab", "quvoraciclib"]) {
      const found = findings(real(), noteOf(`${word} 20 mg was given orally.`), DEFAULTS);
      assert.deepEqual(
        found.map(({ rule, level, word, replacements }) => [rule, level, word, replacements]),
        [["unknown-drug-name", "warning", word, []]],
      );
      const mild = findings(real(), noteOf(`A new agent, ${word}, is discussed.`), DEFAULTS);
      assert.deepEqual(
        mild.map(({ rule, level }) => [rule, level]),
        [["unknown-drug-name", "information"]],
      );
    }
  });
  it("leave real drugs alone that have no record", () => {
    const drugs = [
      "befotertinib", "osimertinib", "ribociclib", "sacituzumab govitecan", "tislelizumab", "aspirin", "dexamethasone", "ondansetron",
    ]; // biome-ignore format: a list
    for (const drug of drugs) check(`Patients were treated with ${drug} 10 mg.`, drug);
  });
  it("leave ordinary words, names and codes alone, even beside a dose", () => {
    for (const text of [
      "Compound 17b and XJ-5501 were inactive; glucose 5 g was given with water 10 mg.",
      "The tumours' behaviour and colour were analysed; tumors' behavior and color were analyzed.",
      "Smith and Petersen received treatment; the cryostat, the thermostat and immunoglobulin were given.",
    ])
      check(text, "");
  });
});
