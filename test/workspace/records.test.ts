/** Own records in YAML: what is read, and what is said of the rest, where. */
import assert from "node:assert/strict";
import { atOnce } from "../../server/giveWay";
import { UNSAID } from "../../server/protocol";
import { readData } from "../../server/workspace/dataFile";
import { example } from "../example";
import { pick, randomOf, SEED } from "../random";

const read = (text: string, name = "records.yaml") => atOnce(readData(name, text, example));

/** Checks which records are read, and what is told: each problem at the text that it marks. */
function check(text: string, records: readonly string[], ...problems: ReadonlyArray<readonly [marked: string, message: RegExp]>): void {
  checkFile("records.yaml", text, records, problems);
}

function checkFile(
  name: string,
  text: string,
  records: readonly string[],
  problems: ReadonlyArray<readonly [marked: string, message: RegExp]>,
): void {
  const file = read(text, name);
  assert.deepEqual(
    file.records.map(({ data }) => `${data.kind}:${data.id}`),
    records,
  );
  const lines = text.split(/\r\n|\r|\n/);
  assert.deepEqual(
    file.problems.map(({ line, from, to }) => lines[line]?.slice(from, to)),
    problems.map(([marked]) => marked),
    JSON.stringify(file.problems),
  );
  for (const [i, [, message]] of problems.entries()) assert.match(file.problems[i]!.message, message);
}

const OURS = "id: mb-217\nkind: drug\npreferred_name: MB-217\n";
const item = (id: string, more = "") => `- id: ${id}\n  kind: drug\n  preferred_name: ${id.toUpperCase()}\n${more}`;

describe("own records", () => {
  it("are one, a list, several documents, or JSON", () => {
    check(OURS, ["drug:mb-217"]);
    check(item("a1") + item("a2"), ["drug:a1", "drug:a2"]);
    check(`${OURS}---\n${OURS.replace("mb-217", "mb-218")}`, ["drug:mb-217", "drug:mb-218"]);
    check('[{ "id": "a1", "kind": "target", "preferred_name": "A1" }]', ["target:a1"]);
    for (const end of ["\r\n", "\r"]) check(OURS.replaceAll("\n", end), ["drug:mb-217"]);
  });
  it("may take in what another one says", () =>
    check("- &one { id: a1, kind: drug, preferred_name: A1, summary: Ours. }\n- { <<: *one, id: a2, preferred_name: A2 }\n", [
      "drug:a1",
      "drug:a2",
    ]));
  it("say nothing of what they are until somebody has written it over", () => {
    const [first, second] = read(item("a1", `  summary: ${UNSAID}\n`) + item("a2", "  summary: Ours.\n")).records;
    assert.deepEqual([first?.data.summary, second?.data.summary], [undefined, "Ours."]);
  });
  it("may add to what is bundled without saying its name", () => {
    check("id: bevacizumab\nkind: drug\nnames: [{ text: bevlab, type: synonym }]\n", ["drug:bevacizumab"]);
    check("id: nothing-such\nkind: drug\n", [], ["id: nothing-such", /no bundled drug:nothing-such/]);
  });
  it("know the line of each", () =>
    assert.deepEqual(
      read(item("a1") + item("a2")).records.map(({ line }) => line),
      [1, 4],
    ));

  it("are told where they break the schema, with the cure", () => {
    check(item("a1", "  colour: red\n") + item("a2"), ["drug:a2"], ["colour: red", /unknown key "colour"; known keys are id, kind/]);
    check("- id: a1\n  kind: pill\n", [], ["kind: pill", /^Kind must be one of drug, target/]);
    check("- kind: drug\n", [], ["kind: drug", /lacks "id"; add it/]);
    check(item("a1", "  claims:\n    - { text: Ten letters at least., sources: [rumour] }\n"), [], ["rumour", /write it like pmid:/]);
    check(
      item("a1", "  claims:\n    - { text: Short., sources: [] }\n"),
      [],
      ["text: Short.", /is shorter than 10 characters; write more/],
      ["sources", /lacks an entry; add one/],
    );
    check(
      "- { id: a1, kind: drug, preferred_name: the, names: [{ text: WAS, type: synonym }] }\n",
      ["drug:a1"],
      ["preferred_name: the", /every sentence.*take the name out/],
    );
    check(item("a1") + item("a1"), ["drug:a1"], ["id: a1", /stands in line 1 already; keep one/]);
    check(
      item("a1", '  names: [{ text: "(x", type: synonym }]\n'),
      ["drug:a1"],
      ['{ text: "(x", type: synonym }', /not recognised in notes/],
    );
  });
  it("are told where they are no YAML; what stands whole before that is read", () => {
    const { records, problems } = read(`${item("a1")}- id: "a2\n  kind: drug\n`);
    assert.deepEqual(
      records.map(({ data }) => data.id),
      ["a1"],
    );
    assert.match(problems[0]!.message, /^This is no YAML: /);
    check(`${item("a1")}- id: b1\n  id: b2\n${item("a3")}`, ["drug:a1", "drug:a3"], ["i", /“id” stands twice; keep one of the two/]);
  });
  it("are told of a tab before a key, and of a colon without a space behind it, as what they are", () => {
    const said = (text: string) => read(text).problems[0]?.message;
    assert.equal(said("- id: a1\n\tkind: drug\n"), "This is no YAML: tabs are not allowed as indentation; indent with spaces.");
    assert.equal(said("id:a1\nkind: drug\n"), "This is no YAML: “id:” has no space behind its colon; put one there.");
    assert.match(said("id: a1\nkind: drug\nsummary: ours: it blocks\n")!, /into quotes\.$/);
  });
  it("are read one by one where one of a list is no YAML, and each is told at its own line", () => {
    const tab = "- id: t1\n\tkind: drug\n\tpreferred_name: T1\n";
    const open = "- { id: o1, kind: drug, preferred_name: O1\n";
    check(
      `# ours\n\n${tab}${item("a1")}${open}${item("a2")}${item("a1")}`,
      ["drug:a1", "drug:a2"],
      ["kind", /tabs are not allowed/],
      ["-", /is not closed/],
      ["id: a1", /stands in line 6 already/],
    );
    assert.deepEqual(
      read(tab + item("a1")).records.map(({ line }) => line),
      [4],
    );
    // values that refer to another record have no meaning without it
    check(`${tab}- &one { id: a1, kind: drug, preferred_name: A1 }\n- { <<: *one, id: a2 }\n`, [], ["kind", /tabs/]);
  });
  it("are told of what stands out of its column, and of signs that look like a space or a hyphen", () => {
    const said = (text: string) =>
      read(text).problems.map(({ line, message }) => `${line + 1}: ${message.replace("This is no YAML: ", "")}`);
    for (const [text, expected] of [
      ["- id: a1\n  kind: drug\n   preferred_name: A1\n", /^2: the next line is indented deeper .*in one column\.$/],
      ["- id: a1\n  kind: drug\n preferred_name: A1\n", /^3: this line begins left or right .*in one column\.$/],
      ["- id: a1\nkind: drug\npreferred_name: A1\n", /^2: this line begins left or right/],
      ["- id: a1\n\u00a0\u00a0kind: drug\n", /^2: a sign that only looks like a space .*indent with spaces\.$/],
    ] as const) {
      const [first, ...others] = said(text);
      assert.match(first!, expected);
      // what lacks may stand in what could not be read
      assert.deepEqual(others, []);
    }
    assert.match(said("\u2013 id: a1\n  kind: drug\n")[0]!, /^1: the line begins with a dash or dot; write a hyphen/);
  });
  it("have short names and ordinary words only as they are written, unless they say otherwise", () => {
    const names = (text: string) => read(text).records[0]!.data.names?.map(({ text, match }) => [text, match?.case]);
    const given =
      "names: [{ text: WAS, type: synonym }, { text: MB217, type: code }, { text: BAD, type: synonym, match: { case: insensitive } }]";
    assert.deepEqual(names(`id: a1\nkind: drug\npreferred_name: ON\n${given}\n`), [
      ["ON", "exact"],
      ["WAS", "exact"],
      ["MB217", undefined],
      ["BAD", "insensitive"],
    ]);
    assert.deepEqual(names("id: a1\nkind: drug\npreferred_name: metablocker\n"), undefined);
  });
  it("are told of words of every sentence, as no is without quotation marks, and of curly quotation marks", () => {
    check("id: a1\nkind: drug\npreferred_name: no\n", ["drug:a1"], ["preferred_name: no", /every sentence/]);
    check(
      `id: a1\nkind: drug\npreferred_name: \u201cMB-217\u201d\n`,
      ["drug:a1"],
      ["preferred_name: \u201cMB-217\u201d", /quotation marks count as letters; write straight ones/],
    );
  });
  it("have names without the line end of a block, double spaces and signs without width", () => {
    const { records, problems } = read(
      "id: mb-217\nkind: drug\npreferred_name: |\n  MB-217\nnames:\n  - { text: ' meta\u200b  blocker\u202e ', type: synonym }\n  - text: >\n      MB-217\n      salt\n    type: salt\n",
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(
      [records[0]!.data.preferred_name, ...records[0]!.data.names!.map(({ text }) => text)],
      ["MB-217", "meta blocker", "MB-217 salt"],
    );
    check(`${OURS.replace("MB-217", '" x "')}`, [], ['preferred_name: " x "', /shorter than 2 characters/]);
  });
  it("are told that names in other scripts are not recognised, and are read", () => {
    check(
      OURS.replace("MB-217", "MB\u6297\u4f53"),
      ["drug:mb-217"],
      ["preferred_name: MB\u6297\u4f53", /not recognised in notes: .* such as a Chinese one; write it in/],
    );
    checkFile("names.tsv", "name\tkind\n\u6297\u4f53\tdrug", ["drug:6297-4f53"], [["\u6297\u4f53\tdrug", /not recognised in notes/]]);
  });
  it("are refused with half a character, of which no card could make a link", () => {
    const half = 'sources: ["doi:10.1/\\ud83d"]';
    const claim = (source: string) => `${OURS}claims:\n  - text: Half-life of six hours.\n    ${source}\n`;
    check(claim(half), [], ['"doi:10.1/\\ud83d"', /^Claims \(item 1\) sources \(item 1\) holds half a character/]);
    check(claim('sources: ["note:\\ud83d\\ude00"]'), ["drug:mb-217"]);
  });
  it("are told once for a bracket or quotation mark that nobody closed", () => {
    for (const open of ["[oops", "{ a: 1", '"oops'])
      for (const end of ["", "\n"]) {
        const { records, problems } = read(`${item("a1")}- id: a2\n  kind: drug\n  preferred_name: ${open}${end}`);
        assert.deepEqual(
          records.map(({ data }) => data.id),
          ["a1"],
        );
        assert.equal(problems.length, 1, JSON.stringify(problems));
        assert.match(problems[0]!.message, /is not closed; end its list with [\]}]|begins with " does not end; write " behind it/);
      }
  });
  it("are told what people write by mistake, in words that they know", () => {
    const broken = (line: string, ...said: RegExp[]) => {
      const { problems } = read(`${OURS}${line}\n`);
      assert.equal(problems.length, said.length, JSON.stringify(problems));
      for (const [i, message] of said.entries()) assert.match(problems[i]!.message, message);
      return problems[0]!;
    };
    broken("summary: it blocks: CXCR4", /a second colon stands in this line; put the text behind the first into quotes/);
    broken("summary: 'don't'", /the text goes on behind a closing '; put text with such marks between those of the other kind/);
    broken("summary: 'cut", /a text that begins with ' does not end; write ' behind it/);
    broken('summary: "he said "hi""', /the text goes on behind a closing "/);
    broken("summary", /a line has no colon; write “key: value”/);
    broken("summary:", /^Summary is empty; write something, or take it out\.$/);
    broken("claims:\n  - Half-life of six hours", /^Claims \(item 1\) must be keys and values/);
    broken("summary: *very* good", /text that begins with \* refers to what is called so; put it into quotes/);
    const { line, from } = broken("summary: *very*", /^“\*very\*” refers to nothing; put text that begins with \* into quotes/);
    assert.deepEqual([line, from], [3, 9]);
  });
  it("are told once for a line that is no YAML", () => {
    assert.equal(read(`${item("a1")}- id: a2\n  kind: drug: : []\n`).problems.length, 1);
  });
  it("are none in what is something else", () => {
    for (const text of ["", "# nothing\n", "---\n", "[]"]) assert.match(read(text).problems[0]!.message, /^This is empty/, text);
    for (const text of ["42", "word", "null"]) assert.match(read(text).problems[0]!.message, /^This is (?:no record|empty)/, text);
    for (const text of ['[1, "x", null, [[]]]', '{"__proto__":{"polluted":true},"constructor":{"prototype":{"x":1}}}'])
      assert.ok(read(text).problems.length > 0 && read(text).records.length === 0, text);
    assert.equal(({} as Record<string, unknown>)["polluted"], undefined);
  });
  it("are refused where they are too deep, too long or multiply themselves", () => {
    for (const deep of ["[".repeat(100_000), "- ".repeat(5000), `${"{a: ".repeat(100)}1${"}".repeat(100)}`])
      assert.match(read(deep).problems[0]!.message, /more than 40 deep/);
    assert.match(read(`# ${"x".repeat(2_100_000)}\n${OURS}`).problems[0]!.message, /split it/);
    const keys = Array.from({ length: 60_000 }, (_, i) => `k${i}: ${i}\n`).join("");
    assert.match(read(keys).problems[0]!.message, /too many keys; write records as a list, or split the file\.$/);
    const bomb = `a: &a [x, x, x, x, x, x, x, x, x]\nb: &b [${"*a, ".repeat(60)}]\nid: a1\nkind: drug\nnames: [${"*b, ".repeat(60)}]\n`;
    const { records, problems } = read(bomb);
    assert.deepEqual([records.length, problems.length > 0], [0, true]);
  });
  it("take no longer for mistakes than for words: the parser's errors on a file of commas held up the server for half a minute", () => {
    const sign = (text: string, many: number) => text.repeat(many);
    for (const wrong of [
      sign("k: v\n", 3000),
      `{${sign("a: 1, ", 3000)}}`,
      sign(":\n", 3000),
      `[${sign(",", 9000)}]`,
      sign("]", 9000),
      sign("*a ", 3000),
    ]) {
      const { records, problems } = read(wrong);
      assert.equal(records.length, 0);
      assert.ok(problems.length > 0 && problems.length <= 60, `${problems.length} problems in ${wrong.slice(0, 9)}`);
    }
    // each record of a list is read by itself then
    const { records } = read(`- x: [${sign(",", 9000)}]\n${OURS.replace(/^/gm, "  ").replace("  ", "- ")}`);
    assert.equal(records.length, 1);
  });
  it(`never fail, whatever stands in the file, SEED=${SEED}`, () => {
    const random = randomOf(SEED);
    const parts = [
      "- ", "id: ", "kind: drug\n", "mb-217", "\n", "  ", "[", "]", "{", "}", '"', "'", ": ", "&a ", "*a", "|\n", "? ", "---\n", "!!",
      "<<: ", "#", "\t", "\r", "é", "\ud83d",
    ]; // biome-ignore format: a list
    for (let round = 0; round < 120; round++) {
      const text = Array.from({ length: random(40) }, () => pick(random, parts)).join("");
      for (const name of ["a.yaml", "names.tsv"]) {
        const { records, problems } = read(text, name);
        assert.ok(records.length > 0 || problems.length > 0, JSON.stringify(text));
        for (const { line, from, to } of problems) assert.ok(line >= 0 && from >= 0 && to >= from, JSON.stringify([text, problems]));
      }
    }
  });
});

describe("own names in a table", () => {
  /** Checks which names are read, and what is told of which rows. */
  const checkRows = (
    rows: readonly string[],
    names: readonly string[],
    ...problems: ReadonlyArray<readonly [marked: string, message: RegExp]>
  ) =>
    checkFile(
      "names.tsv",
      ["name\tkind\tpreferred\tnote", ...rows].join("\n"),
      names.map((name) => `drug:${name}`),
      problems,
    );

  it("have marks around them, line ends in them and cells too many, as spreadsheets write them", () => {
    checkRows(['"MB-1"\t"drug"\t""\t"a ""quoted"" note"', "MB-2\tdrug\t\t\t2020\t\t"], ["mb-1", "mb-2"]);
    checkRows(['MB-1\tdrug\t\t"two', 'lines"', "MB-2\tdrug"], ["mb-1", "mb-2"]);
    const { records } = read('name\tkind\tnote\nMB-1\tdrug\t"two\n\nlines"\nMB-2\tdrug\t"open\n', "names.tsv");
    assert.deepEqual(
      records.map(({ data, line }) => [data.summary, line]),
      [
        ["two  lines", 2],
        ['"open', 5],
      ],
    );
  });
  it("have cells with tabs in marks, and are told of a mark that nobody closed", () => {
    const { records, problems } = read(
      ["name\tkind\tnote", '"MB\t1"\tdrug\t"a\tb ""c"""\t2020', 'MB-2\tdrug\t5" tube', 'MB-3\tdrug\t"open\t6" dish'].join("\n"),
      "names.tsv",
    );
    assert.deepEqual(
      records.map(({ data }) => [data.preferred_name, data.summary]),
      [
        ["MB 1", 'a b "c"'],
        ["MB-2", '5" tube'],
        ["MB-3", '"open'],
      ],
    );
    assert.deepEqual(problems, []);
    checkRows(['"MB-4\tdrug\t\tx', "MB-5\tdrug"], ["mb-5"], ['"MB-4\tdrug\t\tx', /begins with a sign/]);
  });
  it("are told of a name to be shown that is itself another name, in a chain or a circle", () => {
    checkRows(
      ["MB-1\tdrug\tMB-2", "MB-2\tdrug\tMB-3", "MB-3\tdrug"],
      ["mb-2", "mb-3"],
      ["MB-2", /“MB-2” is itself another name, of “MB-3” \(line 3\); give all names of one thing the same “preferred”/],
    );
    checkRows(
      ["MB-1\tdrug\tMB-2", "MB-2\tdrug\tMB-1"],
      ["mb-2", "mb-1"],
      ["MB-2", /of “MB-1” \(line 3\)/],
      ["MB-1", /of “MB-2” \(line 2\)/],
    );
    checkRows(["MB-1\tdrug\tMB1", "MB-2\tdrug\tMB-1"], ["mb1"]);
  });
  it("are told to lack tabs where the Tab key wrote spaces", () => {
    checkRows(
      ["MB-300  drug        our second", "MB-1\tdrug"],
      ["mb-1"],
      ["MB-300  drug        our second", /There is no tab in this row/],
    );
    checkRows(["MB-300", "MB-1\tdrug"], ["mb-1"], ["MB-300", /The kind is missing/]);
  });
  it("are not what a spreadsheet has made of names", () => {
    for (const name of [
      "1,5",
      "3.14",
      "1,23E+05",
      "2.00E+05",
      "01.03.2020",
      "2020-03-01",
      "44256",
      "10:30",
      "5%",
      "2-Sep",
      "01. Mrz",
      "2. Sep. 25",
      "2-Sept",
      "Sep-02",
      "Mar-2001",
    ])
      checkRows([`${name}\tdrug`, "MB-1\tdrug"], ["mb-1"], [`${name}\tdrug`, /is a number or a date, .*write the name/]);
    for (const name of ["#NAME?", "#REF!", "#DIV/0!", "#N/A"])
      checkRows([`${name}\tdrug`, "MB-1\tdrug"], ["mb-1"], [`${name}\tdrug`, /cannot work out; write the name/]);
    checkRows(
      ["# NAME?\tdrug", "#MB-2\tdrug", "9-1-1\tdrug", "2E5x\tdrug", "5-FU-like\tdrug", "Oct-4\tdrug", "MAR-2001\tdrug", "Dec-1029\tdrug"],
      ["9-1-1", "2e5x", "5-fu-like", "oct-4", "mar-2001", "dec-1029"],
    );
  });
  it("lose signs without width, and are told of quotation marks of an editor", () => {
    checkRows(["\u200bMB-1\u2060\tdrug\u00a0", "\ufeffMB-2\tdrug"], ["mb-1", "mb-2"]);
    checkRows(["\u201cMB-1\u201d\tdrug"], [], ["\u201cMB-1\u201d\tdrug", /quotation marks around it.*take them out/]);
  });
  it("are told of columns that look like ours or stand twice, at their headings, unless they are empty; others are the lab's own affair", () => {
    const checkColumns = (head: string, row: string, ...problems: ReadonlyArray<readonly [marked: string, message: RegExp]>) =>
      checkFile("names.tsv", `# ours\n${head}\nMB-1\tdrug\n${row}\n`, ["drug:mb-1", "drug:mb-2"], problems);
    checkColumns(
      "name\tkind\tsupplier\tprefered\tNotes\tkind",
      "MB-2\tdrug\tours\tMB-3\tx\tlead",
      ["prefered", /column “prefered” \(4\) is not read; .*call it “preferred”\.$/],
      ["Notes", /column “notes” \(5\) is not read; .*call it “note”\.$/],
      ["kind", /column “kind” \(6\) is not read, for there is one of that name before it: /],
    );
    checkColumns("name\tkind\tsupplier\tbatch\tprefered\t", "MB-2\tdrug\tours\t17\t\tx");
  });
  it("are of the kind that what they are names of has", () => {
    checkRows(
      ["beva\ttarget\tbevacizumab", "MB-1\tdrug\tMB-2"],
      ["mb-2"],
      ["beva\ttarget\tbevacizumab", /is no target in the dataset; write drug for/],
    );
    checkRows(["bevacizumab\ttarget"], [], ["bevacizumab\ttarget", /write drug for the kind/]);
    checkRows(["beva\tdrug\tbevacizumab", "MB-1\tdrug\tbeva"], ["bevacizumab", "beva"], ["beva", /another name, of “bevacizumab”/]);
  });
  it("are no words of every sentence", () =>
    checkRows(["was\tdrug", "WAS\tdrug"], ["was"], ["was\tdrug", /every sentence.*take the row out/]));
});
