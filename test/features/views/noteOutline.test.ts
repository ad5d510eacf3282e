import assert from "node:assert/strict";
import { noteOutline } from "../../../server/features/views/noteOutline";
import { example, noteOf } from "../../example";
import { inWords } from "../../words";

/** Checks the groups with their names, and the words that stand at the places of each. */
function check(text: string, expected: Readonly<Record<string, readonly string[]>>): void {
  const found = noteOutline(example, noteOf(text));
  const said = found.map(({ label, rows }) => [
    label,
    rows!.map(
      (row) => `${row.label} ${inWords(row).description}: ${row.rows!.map(({ place }) => text.slice(place!.from, place!.to)).join("|")}`,
    ),
  ]);
  assert.deepEqual(Object.fromEntries(said), expected);
}

describe("what is in a note", () => {
  it("is listed by kind, what is named most first, under one name however it is written", () =>
    check("Sunitinib, then Avastin.\n\n- **bevacizumab** against VEGF-A\n- EMT; VEGFA\n", {
      Drugs: ["bevacizumab 2× · approved · as Avastin: Avastin|bevacizumab", "sunitinib 1× · approved: Sunitinib"],
      Targets: ["VEGF-A 2× · as VEGFA: VEGF-A|VEGFA"],
      Processes: ["epithelial-to-mesenchymal transition 1× · as EMT: EMT"],
    }));

  it("has names without a record in the group of their kind, and no bare abbreviations", () =>
    check("Befotertinib lengthened PFS; galunisertib did not.\n", {
      Drugs: ["befotertinib 1×: Befotertinib", "galunisertib 1× · discontinued: galunisertib"],
    }));

  it("counts groups and gives places with their lines", () => {
    const [group] = noteOutline(example, noteOf("# Notes\n\nbevacizumab and\nbevacizumab\n"));
    assert.equal(inWords(group!).description, "1 name, 2 uses");
    assert.deepEqual(
      group?.rows?.[0]?.rows?.map((row) => inWords(row).spoken),
      ["line 3: bevacizumab and", "line 4: bevacizumab"],
    );
  });

  it("is what all cells of a notebook name, each at its place", () => {
    const cells = [noteOf("Avastin came.\n"), noteOf("Then bevacizumab.\n")];
    for (const cell of cells) cell.beside = cells;
    const [group] = noteOutline(example, cells[1]!);
    const places = group!.rows![0]!.rows!.map(({ place }) => `${cells.indexOf(place!.note)}: ${place!.note.slice(place!.from, place!.to)}`);
    assert.deepEqual([inWords(group!).description, places], ["1 name, 2 uses", ["0: Avastin", "1: bevacizumab"]]);
  });

  it("cuts long lines around the name", () => {
    const [group] = noteOutline(example, noteOf(`${"word ".repeat(50)}bevacizumab${" word".repeat(50)}\n`));
    assert.match(group!.rows![0]!.rows![0]!.label, /^….*bevacizumab.*…$/);
    assert.ok(group!.rows![0]!.rows![0]!.label.length < 100);
  });

  it("is empty where nothing is named", () => check("Nothing here.\n\n```\nbevacizumab\n```\n", {}));
});
