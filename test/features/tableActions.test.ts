import assert from "node:assert/strict";
import { complete } from "../../server/features/completion";
import { tableActions } from "../../server/features/tableActions";
import { DEFAULTS } from "../../server/settings";
import { noteOf, real } from "../example";
import { edited, readMarked } from "../marked";

/** Checks the note after an action at `$0`; the action is not offered where no note is given. */
function check(title: string, source: string, expected?: string): void {
  const { text, cursor } = readMarked(source);
  const action = tableActions(real(), noteOf(text), cursor!).find((each) => each.title === title);
  if (expected === undefined) {
    assert.equal(action?.title, undefined, source);
    return;
  }
  assert.ok(action?.does === "edit", `${title} is not offered in ${source}`);
  assert.equal(edited(text, action.edits).replace(/\(as of [^)]*\)/g, "(as of …)"), expected, title);
}

const FILL = "Fill this row from the dataset";

describe("in a table", () => {
  it("a row is filled from the record, and filled cells stay", () => {
    check(
      FILL,
      "| Compound | Target | Class |\n|---|---|---|\n| cilengitide$0 |  |  |\n",
      "| Compound | Target | Class |\n|---|---|---|\n| cilengitide | integrin αvβ3, integrin αvβ5 | cyclic RGD pentapeptide, integrin antagonist |\n",
    );
    check(FILL, "| Drug | Targets |\n|---|---|\n| **bevacizumab** | mine$0 |\n");
    check(
      FILL,
      "| Drug | Targets | Note |\n|---|---|---|\n| Avastin$0\n",
      "| Drug | Targets | Note |\n|---|---|---|\n| Avastin | VEGF-A | |\n".replace("VEGF-A | |", "VEGF-A |  |"),
    );
  });
  it("a mechanism is what the drug does, a strategy what it belongs to", () =>
    check(
      FILL,
      "| Drug | Mechanism of action | Strategy |\n|---|---|---|\n| plerixafor$0 |  |  |\n",
      "| Drug | Mechanism of action | Strategy |\n|---|---|---|\n| plerixafor | CXCR4 antagonist | chemokine axis blockade |\n",
    ));
  it("a target's row is filled from its record, a paper from what the record cites", () => {
    check(
      FILL,
      "| Target | Drugs | Strategy |\n|---|---|---|\n| CXCR4$0 |  |  |\n",
      "| Target | Drugs | Strategy |\n|---|---|---|\n| CXCR4 | plerixafor, motixafortide, balixafortide | chemokine axis blockade |\n",
    );
    for (const [drug, pmid] of [
      ["vemurafenib", "21639808"],
      ["sirolimus", "24934779"],
    ])
      check(FILL, `| Drug | PMID |\n|---|---|\n| ${drug}$0 |  |\n`, `| Drug | PMID |\n|---|---|\n| ${drug} | ${pmid} |\n`);
  });
  it("what a target does is no class, not even where there is no drug", () => {
    check(FILL, "| Target | Class |\n|---|---|\n| CXCR4$0 |  |\n");
    check("Add column: class", "| Target | Strategy |\n|---|---|\n| CXCR4$0 | mine |\n");
  });
  it("nothing on record of a target is said of a drug that is not known", () => {
    check("Add column: class", "| Drug | Target |\n|---|---|\n| mydrug$0 | VEGFR2 |\n");
    check(FILL, "| Drug | Target | Class |\n|---|---|---|\n| mydrug$0 | VEGFR2 |  |\n");
  });
  it("nothing is filled where nothing is known, or no column is", () => {
    check(FILL, "| Drug | Targets |\n|---|---|\n| water$0 |  |\n");
    check(FILL, "| Drug | Weather |\n|---|---|\n| bevacizumab$0 |  |\n");
    check(FILL, "bevacizumab$0 | \n");
    check(FILL, "| Drug$0 | Target |\n|---|---|\n| bevacizumab | |\n");
  });
  it("a column is added for all rows", () => {
    check(
      "Add column: targets",
      "Drug | n\n---|---\nbevacizumab$0 | 3\nwater | 4",
      "Drug | n | Targets |\n---|--- | --- |\nbevacizumab | 3 | VEGF-A |\nwater | 4 |  |",
    );
    check("Add column: targets", "| Drug | Gene |\n|---|---|\n| bevacizumab$0 | |\n");
  });
  it("bars that stand below each other still do", () => {
    check(
      FILL,
      "| Drug        | Targets       | n |\n|-------------|---------------|---|\n| bevacizumab$0 |               | 3 |\n",
      "| Drug        | Targets       | n |\n|-------------|---------------|---|\n| bevacizumab | VEGF-A        | 3 |\n",
    );
    check(
      "Add column: targets",
      "| Drug        |\n|-------------|\n| bevacizumab$0 |\n| plerixafor  |\n| water       |\n",
      "| Drug        | Targets |\n|-------------| ------- |\n| bevacizumab | VEGF-A  |\n| plerixafor  | CXCR4   |\n| water       |         |\n",
    );
  });
  it("a column that is added stands before what a row has beyond the header", () =>
    check(
      "Add column: targets",
      "| Drug | n |\n|---|---|\n| bevacizumab$0 | 3 | beyond |\n| marimastat |",
      "| Drug | n | Targets |\n|---|---| --- |\n| bevacizumab | 3 | VEGF-A | beyond |\n| marimastat | | MMP-1, MMP-2, MMP-3 |",
    ));
  it("nothing is done to a table in code", () => {
    const table = "| Drug | Target |\n|---|---|\n| cilengitide$0 |  |\n";
    for (const action of [FILL, "Add column: status"]) {
      check(action, `\`\`\`\n${table}\`\`\`\n`);
      check(action, `<!--\n${table}-->\n`);
    }
    const indented = table.replace(/^/gm, "  ");
    assert.ok(tableActions(real(), noteOf(`- item\n\n${indented.replace("$0", "")}`), 40).length > 0, "in a list");
  });
  it("rows are sorted by the status of their drugs", () => {
    check(
      "Sort by status",
      "| Agent | n |\n|---|---|\n| water | 0 |\n| marimastat$0 | 1 |\n| bevacizumab | 2 |",
      "| Agent | n |\n|---|---|\n| bevacizumab | 2 |\n| marimastat | 1 |\n| water | 0 |",
    );
    check("Sort by status", "| Agent | n |\n|---|---|\n| bevacizumab$0 | 2 |\n| marimastat | 1 |");
  });
  it("all rows are changed or none, however many there are", () => {
    const rows = Array.from({ length: 600 }, (_, i) => `| ${i % 2 ? "bevacizumab" : "marimastat"} | ${i} |`).join("\n");
    for (const action of ["Sort by status", "Add column: targets"])
      check(action, `| Agent | n |\n|---|---|\n| marimastat$0 | 0 |\n${rows}`);
  });
  it("a column's header says what is meant in it", () => {
    const first = (source: string) => {
      const { text, cursor } = readMarked(source);
      return complete(real(), noteOf(text), cursor!, DEFAULTS)?.items[0]?.kind;
    };
    assert.equal(first("| Agent | Gene |\n|---|---|\n| ang$0 | |"), "drug");
    assert.equal(first("| Agent | Gene |\n|---|---|\n| x | ang$0 |"), "target");
    assert.equal(first("| Drug | Mechanism |\n|---|---|\n| x | ang$0 |"), "process");
  });
});
