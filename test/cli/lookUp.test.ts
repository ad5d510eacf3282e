/** `lookup`: a card on the terminal. */
import assert from "node:assert/strict";
import type { LookUp } from "../../server/features/tools/lookUp";
import { run } from "./run";

describe("lookup", () => {
  it("prints the card of a name, however it is written, and ends with 0", async () => {
    for (const name of [["AMD3100"], ["amd", "3100"], ["plerixafor"], ["drug:plerixafor"]]) {
      const { status, out, error } = await run("lookup", ...name);
      assert.deepEqual([status, error], [0, ""]);
      assert.match(out, /^plerixafor · drug · CXCR4 antagonist\n[\s\S]*\nChEMBL.*\n$/);
    }
  });

  it("prints a line for a name without a record", async () => {
    assert.match((await run("lookup", "sos")).out, /^SOS · [^\n]*SOS1[^\n]*\n$/);
  });

  it("says which names are near where there is none, and ends with 1", async () => {
    const { status, out, error } = await run("lookup", "bevacizumb");
    assert.deepEqual([status, out], [1, ""]);
    assert.match(error, /^“bevacizumb” is in no list of \d{4}-\d{2}-\d{2}; similar names: bevacizumab\.\n$/);
    assert.match((await run("lookup", "qqqqq")).error, /^“qqqqq” is in no list of \d{4}-\d{2}-\d{2}\.\n$/);
  });

  it("reads what no list has as a note would, where that names one thing", async () => {
    for (const [asked, name] of [
      ["pSTAT3", "STAT3"],
      ["CD44v6", "CD44"],
      ["CXCL12/SDF-1", "CXCL12"],
      ["KRAS G12C", "KRAS"],
    ] as const)
      assert.ok((await run("lookup", asked)).out.startsWith(`${name} · target`), asked);
    assert.equal((await run("lookup", "bevacizumab and sunitinib")).status, 1);
    assert.match((await run("lookup", "KRAS G12C")).out, /^G12C: needed by sotorasib \(approved\), /m);
  });

  it("asks no sentence for a name with several readings", async () => {
    // what is called so above all comes first
    assert.match((await run("lookup", "IL7")).out, /has 2 readings:\n1\. IL7 · interleukin 7 /);
    const { status, out } = await run("lookup", "MET");
    assert.equal(status, 0);
    assert.match(out, /^“MET” has \d readings:\n1\. MET/);
  });

  it("prints all that is on record as JSON: dated, with sources, both voices apart", async () => {
    const { status, out } = await run("lookup", "--format", "json", "Avastin");
    const { readings, near, notice, dataset } = JSON.parse(out) as LookUp;
    const [drug] = readings;
    assert.deepEqual([status, readings.length, near, drug!.id], [0, 1, [], "drug:bevacizumab"]);
    assert.match(`${dataset} ${drug!.statusAsOf} ${drug!.checked}`, /^\S+ of \d{4}-\d\d-\d\d \d{4}-\d\d \d{4}-\d\d$/);
    assert.match(drug!.setbacks, /withdrawn: FDA 2011-11-18/);
    for (const { sources } of [...drug!.actsOn, ...drug!.review, ...drug!.weSay]) assert.ok(sources.length > 0);
    for (const { assessment, weSay } of drug!.review) assert.ok(assessment === "ok" || weSay, "a claim in doubt without our note");
    assert.match(notice, /not medical advice/);
    const missed = await run("lookup", "--format", "json", "bevacizumb");
    assert.deepEqual([missed.status, (JSON.parse(missed.out) as LookUp).near], [1, ["bevacizumab"]]);
  });
});
