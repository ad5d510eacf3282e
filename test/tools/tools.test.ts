/** The tools for assistants: dated, sourced, both voices apart; clear words on bad input. */
import assert from "node:assert/strict";
import { runTool, TOOLS } from "../../server/features/tools/tools";
import { atOnce } from "../../server/giveWay";
import { example, real } from "../example";

const text = (name: string, input: unknown): string => {
  const { text, isError } = atOnce(runTool(real(), name, input));
  assert.equal(isError, false, text);
  return text;
};

describe("tools for assistants", () => {
  it("all say the dataset's version and date, and that this is no advice", () => {
    const source = `Metastasis Notes, dataset ${real().version} of ${real().date}`;
    for (const { name, inputSchema } of TOOLS) {
      const answer = text(name, { [inputSchema.required[0]!]: "cilengitide blocks integrin αvβ3" });
      if (!answer.startsWith("“")) assert.ok(answer.includes(source) && /not medical advice/.test(answer), answer);
    }
    assert.match(text("drugs_for", { name: "integrin αvβ3" }), /not medical advice/);
  });

  it("look up: what went wrong stands beside the status, which has its date", () => {
    const answer = text("lookup_drug_or_target", { name: "EMD 121974" });
    assert.match(answer, /^## cilengitide \(drug\): .*\nStatus: discontinued.* \(as of \d{4}-\d\d\)\nSetbacks: failed: CENTRIC 2013/);
    assert.match(answer, /\n- chembl: CHEMBL429876\n/);
    assert.match(answer, /\(record drug:cilengitide, checked \d{4}-\d\d, confidence [ABC]/);
    const unsure = text("lookup_drug_or_target", { name: "adagrasib" });
    assert.match(
      unsure,
      /\nSetbacks: failed: KRYSTAL-10 2026 \(unconfirmed\).*\n(?:.*\n)+To be confirmed:\n- .*KRYSTAL-10.*\n(?:.*\n)*.*, confidence B\)/,
    );
  });

  it("look up: every claim of the review in doubt has our note in its line, and every statement a source", () => {
    for (let entity = 0; entity < real().recordCount; entity++) {
      const answer = text("lookup_drug_or_target", { name: real().preferredName(entity) });
      for (const line of answer.split("\n").filter((one) => one.startsWith("- the review:"))) {
        assert.match(line, /\[the review, [^\]]+\]; assessed: /);
        if (!line.includes("assessed: ok")) assert.match(line, /; we say: .+ \[.+\]$/, line);
      }
    }
  });

  it("look up: a name with several readings has them all, one without a record says so", () => {
    const several = text("lookup_drug_or_target", { name: "ACT" });
    assert.deepEqual(several.match(/^## [^(]+(?= \()/gm), ["## AC-T", "## adoptive cell therapy"]);
    assert.match(text("lookup_drug_or_target", { name: "FLG" }), /recognised by its name only, there is no record/);
    assert.match(text("lookup_drug_or_target", { name: "bevacizumb" }), /in no list.*Similar names: bevacizumab\.$/);
  });

  it("list drugs by fate, each with status, date and source", () => {
    const answer = text("drugs_for", { name: "CXCR4" });
    assert.match(answer, /^## Drugs for CXCR4 \(target:CXCR4\)\n\n### /);
    const lines = answer.split("\n").filter((line) => line.startsWith("- "));
    assert.ok(lines.length >= 3);
    for (const line of lines) assert.match(line, /^- .+: .*\(as of \d{4}-\d\d\).* \[.+\]$/, line);
    assert.match(text("drugs_for", { name: "integrin blockade" }), /- cilengitide: .*failed: CENTRIC/);
    assert.match(text("drugs_for", { name: "imatinib" }), /is a drug itself/);
    // what the drug does to the thing itself, where it has no members
    assert.match(text("drugs_for", { name: "KRAS" }), /\n- sotorasib: [^;]*KRAS G12C; /);
    assert.match(text("drugs_for", { name: "bevacizumb" }), /in no list.*Similar names: bevacizumab\.$/);
    assert.match(text("drugs_for", { name: "zqxjkv" }), /in no list of the Metastasis Notes dataset \S+ of \d{4}-\d\d-\d\d\.$/);
  });

  it("check a text as the editor does, and say what it names", () => {
    const answer = text("check_text", { text: "We gave bevacizumb 10 mg/kg.\n\nThen Avastin." });
    assert.match(answer, /^Findings:\n- 1:9 warning: .*Proposed: bevacizumab\. \[misspelled-name\]\n\n/);
    assert.match(answer, /\n- Avastin: bevacizumab \(drug, drug:bevacizumab\); approved: .* \(as of \d{4}-\d\d\)/);
    assert.match(text("check_text", { text: "Plain words." }), /^No findings\..*\n\nNo known name is in the text\./);
  });

  it("check a text: say what was not checked, so that silence is not taken for soundness", () => {
    const check = (of: string) => text("check_text", { text: of }).split("\n\n")[0];
    assert.match(check(`${"x ".repeat(10_001)}bevacizumb`)!, /^1 line is not read: longer than 20000 characters/);
    assert.match(check("---\nlang: fr\n---\nWe gave bevacizumb 10 mg/kg.")!, /not in English, or says so: .*not checked/);
    assert.match(check("<!-- metastasis-notes: off -->\n\nWe gave bevacizumb 10 mg/kg.")!, /switch off some of the checks/);
    assert.match(check("---\nmetastasis-notes:\n  off: [misspelled-name]\n---\nWe gave bevacizumb 10 mg/kg.")!, /switch off some/);
  });

  it("check a text: further places stand with the first, and an answer has a length that an assistant can use", () => {
    const many = text("check_text", { text: "We gave bevacizumb 10 mg/kg.\n\n".repeat(500) });
    assert.match(
      many,
      /^Findings:\n- 1:9 warning: .*at 499 more places.* Also at 3:9, 5:9, .*, …\. Proposed: bevacizumab\. \[misspelled-name\]\n\n/,
    );
    const words = Array.from(
      { length: 300 },
      (_, i) => `We gave ${String.fromCharCode(97 + (i % 26), 97 + ((i / 26) % 26))}zorbatinib 10 mg/kg.`,
    );
    const answer = text("check_text", { text: words.join("\n\n") });
    assert.match(answer, /\n- and \d+ more; check the text in parts\n/);
  });

  it("name the symbols that a symbol is a slip in", () => {
    for (const [slip, symbol] of [
      ["CXRC4", "CXCR4"],
      ["EGRF", "EGFR"],
      ["BRCA3", "BRCA2"],
    ])
      assert.match(
        text("drugs_for", { name: slip }),
        new RegExp(`in no list of the Metastasis Notes dataset .* of .*Similar names: ${symbol}`),
      );
  });

  it("say what is wrong with what they are given", () => {
    const wrong = (name: string, input: unknown) => {
      const { text, isError } = atOnce(runTool(example, name, input));
      assert.ok(isError);
      return text;
    };
    assert.match(wrong("delete_all", {}), /There is no tool “delete_all”; there are lookup_drug_or_target, check_text, drugs_for\./);
    for (const input of [undefined, null, 3, {}, { name: 7 }, { name: " " }, { text: "x" }])
      assert.match(wrong("lookup_drug_or_target", input), /takes \{ "name": "…" \}/);
    assert.match(wrong("lookup_drug_or_target", { name: "x".repeat(301) }), /at most 300 characters/);
  });
});
