/** The records compared with open tables: each verdict on small tables, and the real ones keep their goals. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { checkRecords, printProblem } from "../data/check";
import { corroborate, readTables, type Tables } from "../data/corroborate";
import { joinApprovals } from "../data/corroborate-approvals";
import { figuresOf, printCorroboration, summaryLine } from "../data/corroborate-report";
import { checkSourceList, checkSources } from "../data/corroborate-sources";
import type { Row, Sourced } from "../data/source";
import { buildFoldTable } from "../server/dataset/fold";
import type { AnyRecord, DrugRecord, Mechanism, Name, TargetRecord } from "../server/dataset/records";
import { ROOT } from "./client";

const DATA = path.join(ROOT, "data");
const fold = buildFoldTable();
const review = { checked: "2026-11", confidence: "A" } as const;

const sourcedOf = (record: AnyRecord): Sourced => ({ record, file: `${record.kind}s/${record.id}.yaml`, lineOf: () => 7 });

/** "drug on kind:TARGET ACTION source" → a drug with that mechanism; further names and identifiers may follow. */
function drug(written: string, names: readonly Name[] = [], parts: Partial<DrugRecord> = {}): Sourced {
  const [, id, target, action, source] = /^(.+) on (\S+) ([A-Z ]+) (\S+)$/.exec(written)!;
  const mechanism: Mechanism = { target: target!, action: action!, verb: "hits", primary: true, sources: [source!] };
  return sourcedOf({
    id: id!.replaceAll(" ", "-"),
    kind: "drug",
    preferred_name: id!,
    modality: "small_molecule",
    summary: "A drug.",
    names: [{ text: id!, type: "inn" }, ...names],
    mechanisms: [mechanism],
    strategies: [],
    regulatory: { as_of: "2026-11", events: [] },
    review,
    ...parts,
  });
}

function target(kind: TargetRecord["kind"], id: string, names: readonly string[], members: readonly string[] = []): Sourced {
  return sourcedOf({
    id,
    kind,
    preferred_name: id,
    summary: "A target.",
    names: names.map((text) => ({ text, type: "prose" })),
    ...(members.length > 0 && { members: members.map((ref) => ({ ref })) }),
    review,
  });
}

const targets = [
  target("target", "EXA1", ["exa-1"]),
  target("target", "EXA2", ["exa-2"]),
  target("target", "EXB1", ["exb-1"]),
  target("family", "EXA", ["EXA", "ε-exase"], ["target:EXA1", "target:EXA2"]),
  target("complex", "EXA1_EXB1", ["exa1:exb1"], ["target:EXA1", "target:EXB1"]),
];
const none: Tables = { interactions: [], mechanisms: [], evidence: [], identifiers: [], approvals: [], reasons: [] };

/** "drug > TARGET: action, Source" with the relation before it ("class drug > …"); a target relation is not written. */
function interaction(line: string): Row {
  const [, relation = "target", name, on, action, source] = /^(?:(name|class|association) )?(.+) > (.+): (.*), (.+)$/.exec(line)!;
  return { drug: name!, target: on!, relation, action: action!, source: source! };
}

describe("A drug–target pair", () => {
  /** Compares one drug with a few rows: verdict, what it rests on, and what else tables say. */
  function check(one: Sourced, rows: readonly string[], expected: string, more: Partial<Tables> = {}, others: readonly Sourced[] = []) {
    const result = corroborate([one, ...others, ...targets], { ...none, interactions: rows.map(interaction), ...more }, fold);
    const pair = result.pairs[0]!;
    const notes = [
      ...(pair.others.length > 0 ? [`others ${pair.others.join(", ")}`] : []),
      ...(pair.together.length > 0 ? [`together ${pair.together.join(", ")}`] : []),
      ...(pair.against.length > 0 ? [`against ${pair.against.join(", ")}`] : []),
      ...(pair.isNamed ? [] : ["no named source"]),
    ];
    assert.equal([`${pair.verdict}${pair.by.length > 0 ? ` by ${pair.by.join(", ")}` : ""}`, ...notes].join("; "), expected);
    return result;
  }
  const onExa1 = drug("pointib on target:EXA1 INHIBITOR curator:test");

  it("is confirmed by a table with this target", () => check(onExa1, ["pointib > EXA1: inhibitor, Hub"], "exact by Hub"));

  it("is found by any name of the drug, in any spelling", () => {
    const coded = drug("pointib on target:EXA1 INHIBITOR curator:test", [{ text: "PT-101", type: "code" }]);
    check(coded, ["PT 101 > EXA1: , One", "Pointib > EXA1: inhibitor, Two"], "exact by One, Two");
    check(coded, ["pointinib > EXA1: inhibitor, Hub"], "note; no named source");
  });

  it("is confirmed by a name of the drug that says the target", () =>
    check(onExa1, ["name pointib > Exa1: inhibitor, NCIt-name"], "exact by NCIt-name"));

  it("is confirmed by the targets of a way of action", () =>
    check(onExa1, [], "exact by DrugMechDB", { mechanisms: [{ drug: "pointib", targets: "OTHER|EXA1" }] }));

  it("on a family is confirmed by a member", () =>
    check(drug("broadib on family:EXA INHIBITOR curator:test"), ["broadib > EXA2: inhibitor, Hub"], "family by Hub"));

  it("on a complex is confirmed by a chain of it", () =>
    check(drug("doublumab on complex:EXA1_EXB1 ANTAGONIST curator:test"), ["doublumab > EXB1: antagonist, Hub"], "family by Hub"));

  it("on a member is confirmed by a class that names the family", () =>
    check(onExa1, ["class pointib > epsilon exase: inhibitor, Hub"], "family by Hub"));

  it("is not confirmed by another member of the family", () =>
    check(onExa1, ["pointib > EXA2: inhibitor, Hub"], "note; others target:EXA2; no named source"));

  it("is not confirmed by tables that name both together", () =>
    check(onExa1, ["association pointib > EXA1: , DGIdb:NCI"], "note; together DGIdb:NCI; no named source"));

  it("is confirmed by response where the target is altered, for the drug alone", () => {
    const item = { drug: "pointib", genes: "EXA1", evidence_type: "Predictive", evidence_direction: "Supports" };
    const evidence = [{ ...item, significance: "Sensitivity/Response", therapy_interaction: "" }];
    check(onExa1, [], "response by CIViC", { evidence });
    check(onExa1, [], "note; no named source", { evidence: [{ ...evidence[0]!, therapy_interaction: "Combination" }] });
    check(onExa1, [], "note; no named source", { evidence: [{ ...evidence[0]!, significance: "Resistance" }] });
  });

  it("in rows written by hand has no named source", () =>
    check(onExa1, ["pointib > EXA1: inhibitor, curated"], "hand by curated; no named source"));

  it("is confirmed through the drug that it carries", () =>
    check(drug("liposomal pointib on target:EXA1 INHIBITOR curator:test"), ["pointib > EXA1: inhibitor, Hub"], "part by Hub", {}, [
      onExa1,
    ]));

  it("rests on the record's own source where no table has it", () =>
    check(drug("pointib on target:EXA1 INHIBITOR pmid:1"), [], "own by pmid:1"));

  it("is contradicted by the opposite action, and told so with line and cure", () => {
    const result = check(
      onExa1,
      ["pointib > EXA1: agonist, Hub", "pointib > EXA1: inhibitor, One"],
      "exact by Hub, One; against agonist (Hub)",
    );
    assert.deepEqual(result.problems.map(printProblem), [
      "data/drugs/pointib.yaml:7: the action on target:EXA1 is INHIBITOR, but tables say agonist (Hub); mend it, or write why it stands in corroboration-reasons.tsv: action, drug:pointib, target:EXA1, reason",
    ]);
  });

  it("stands against the opposite action with a written reason", () => {
    const reasons = [{ kind: "action", subject: "drug:pointib", object: "target:EXA1", reason: "The Hub errs." }];
    const result = check(onExa1, ["pointib > EXA1: activator, Hub"], "exact by Hub; against activator (Hub)", { reasons });
    assert.deepEqual([result.problems, result.pairs[0]!.reason], [[], "The Hub errs."]);
  });

  it("is not contradicted by an action that neither drives nor holds back", () =>
    check(drug("pointib on target:EXA1 BINDING AGENT curator:test"), ["pointib > EXA1: agonist, Hub"], "exact by Hub"));
});

describe("A target that two tables made apart agree on", () => {
  const only = "pointib on target:EXA1 INHIBITOR pmid:1";
  const rowsOn = (id: string, ...sources: string[]) =>
    sources.map((source) => ({ drug: "pointib", target: id, relation: "target", action: "inhibitor", source, text: "" }));
  const messages = (interactions: readonly Row[], reasons: readonly Row[] = []) =>
    corroborate([drug(only), ...targets], { ...none, interactions, reasons }, fold).problems.map(printProblem);

  it("is named by the record or has a reason", () => {
    assert.deepEqual(messages(rowsOn("EXB1", "Hub", "One")), [
      "data/drugs/pointib.yaml:7: Hub and One have it act on target:EXB1, which the record does not name; mend it, or write why it stands in corroboration-reasons.tsv: target, drug:pointib, target:EXB1, reason",
    ]);
    const reasons = [{ kind: "target", subject: "drug:pointib", object: "target:EXB1", reason: "An effect further down." }];
    assert.deepEqual(messages(rowsOn("EXB1", "Hub", "One"), reasons), []);
  });
  it("is not asked for by one table, nor by two parts of one, nor without a record", () => {
    assert.deepEqual(messages(rowsOn("EXB1", "Hub")), []);
    assert.deepEqual(messages(rowsOn("EXB1", "Central:A", "Central:B")), []);
    assert.deepEqual(messages(rowsOn("EXC9", "Hub", "One")), []);
  });
});

describe("A written reason", () => {
  it("that nothing needs is told", () => {
    const reasons = [{ kind: "action", subject: "drug:pointib", object: "target:EXA1", reason: "Once there was one." }];
    const { problems } = corroborate([drug("pointib on target:EXA1 INHIBITOR curator:test"), ...targets], { ...none, reasons }, fold);
    assert.deepEqual(problems.map(printProblem), [
      "data/corroboration-reasons.tsv:2: no table contradicts drug:pointib on target:EXA1 (action); take the line out",
    ]);
  });
});

describe("An identifier", () => {
  const rows = [
    { kind: "drug", name: "pointib", chembl: "CHEMBL1", unii: "", atc: "L01AA01|L01AA02" },
    { kind: "target", name: "EXA1", uniprot: "P00001|P00002" },
    { kind: "family", name: "Exa family", famplex: "EXA" },
  ];

  /** Compares a record's identifiers: verdicts in their order, then the problems. */
  function check(record: Sourced, expected: string, reasons: readonly Row[] = []) {
    const { identifiers, problems } = corroborate([record], { ...none, identifiers: rows, reasons }, fold);
    const verdicts = identifiers.map(({ key, verdict }) => `${key} ${verdict}`);
    assert.equal([...verdicts, ...problems.map(({ message }) => message.split(";")[0])].join("; "), expected);
  }
  const named = (xrefs: DrugRecord["xrefs"] & object) => drug("pointib on target:EXA1 INHIBITOR pmid:1", [], { xrefs });

  it("is the same, not in the tables, or of a kind they do not have", () =>
    check(named({ chembl: "CHEMBL1", unii: "ABCDEFGHIJ", cas: "1-2-3" }), "chembl same; unii unknown"));

  it("of a list counts by itself", () => {
    const differs = "atc is L01AA09, but our tables have L01AA01, L01AA02";
    check(named({ atc: ["L01AA01", "L01AA09"] }), `atc same; atc differs; ${differs}`);
    const { record } = target("target", "EXA1", []);
    check(sourcedOf({ ...record, xrefs: { uniprot: ["P00002"] } } as AnyRecord), "uniprot same");
  });

  it("that differs needs a written reason", () => {
    check(named({ chembl: "CHEMBL2" }), "chembl differs; chembl is CHEMBL2, but our tables have CHEMBL1");
    const reason = { kind: "identifier", subject: "drug:pointib", object: "chembl:CHEMBL2", reason: "CHEMBL1 is a salt." };
    check(named({ chembl: "CHEMBL2" }), "chembl differs", [reason]);
  });

  it("of a family must be one of FamPlex", () => {
    const { record } = target("family", "EXA", []);
    check(sourcedOf({ ...record, xrefs: { famplex: "EXA" } } as AnyRecord), "famplex same");
    const fault = "famplex is EXO, but our tables have no such id";
    check(sourcedOf({ ...record, xrefs: { famplex: "EXO" } } as AnyRecord), `famplex differs; ${fault}`);
  });
});

describe("An approval", () => {
  const rows = [{ kind: "drug", name: "pointib", approved_in: "EU|US" }];

  function check(agencies: readonly string[], expected: string) {
    const events = agencies.map((agency) => ({ date: "2020", agency, event: "approved", sources: ["fda:1"] }));
    const one = drug("pointib on target:EXA1 INHIBITOR pmid:1", [], { regulatory: { as_of: "2026-11", events } });
    const { approvals, problems } = corroborate([one], { ...none, identifiers: rows }, fold);
    const told = approvals.map(({ agency, verdict }) => `${agency} ${verdict}`);
    assert.equal([...told, ...problems.map(({ message }) => message.split(";")[0])].join("; "), expected);
  }

  it("is in both, or in one of them", () => check(["FDA", "PMDA"], "FDA both; EMA table only; PMDA record only"));

  it("by the FDA that the record lacks is a fault", () =>
    check(["EMA"], "FDA table only; EMA both; no event says that the FDA approved it, but our tables do"));
});

describe("An approval that a table dates", () => {
  const row = { drug: "pointib", agency: "EMA", event: "approved", brand: "Pointa", date: "2012-02-17" };

  function check(events: ReadonlyArray<readonly [date: string, event: string]>, expected: string, reasons: readonly Row[] = []) {
    const own = events.map(([date, event]) => ({ date, agency: "EMA", event, sources: ["src:ema"] }));
    const one = drug("pointib on target:EXA1 INHIBITOR pmid:1", [], { regulatory: { as_of: "2026-11", events: own } });
    const { dates, problems } = corroborate([one], { ...none, approvals: [row], reasons }, fold);
    const told = dates.map(({ verdict, reason }) => [verdict, reason].filter(Boolean).join(": "));
    assert.equal([...told, ...problems.map(({ message }) => message)].join("; "), expected);
  }

  it("has its event of that day, or of its month or year", () => {
    check([["2012-02-17", "approved"]], "same");
    check([["2012-02", "approved-accelerated"]], "coarser");
    check([["2012", "approved"]], "coarser");
  });

  const fault =
    "no event says that the EMA approved it on 2012-02-17 (Pointa), but our tables do; mend it, or write why it stands in corroboration-reasons.tsv: date, drug:pointib, EMA:Pointa, reason";
  it("is a fault where the record has another date, another decision or none", () => {
    check([["2011", "approved"]], `differs; ${fault}`);
    check([["2012-02-17", "refused"]], `differs; ${fault}`);
    check([], `differs; ${fault}`);
  });

  it("may differ for a written reason", () =>
    check([["2011", "approved"]], "differs: why", [{ kind: "date", subject: "drug:pointib", object: "EMA:Pointa", reason: "why" }]));
});

describe("An approval without a date", () => {
  const row = { kind: "drug", name: "Pointib", approved_in: "EU|JP|US", source: "ema|fda|hub|medi" };

  function check(agencies: readonly string[], expected: DrugRecord["also_approved"], rows: readonly Row[] = [row]) {
    const events = agencies.map((agency) => ({ date: "2020", agency, event: "refused", sources: ["fda:1"] }));
    const { record } = drug("pointib on target:EXA1 INHIBITOR pmid:1", [], { regulatory: { as_of: "2026-11", events } });
    assert.deepEqual((joinApprovals([record], rows, fold)[0] as DrugRecord).also_approved, expected);
  }

  it("is told with the tables that may have said so", () =>
    check(
      [],
      [
        ["US", ["src:fda", "src:medi"]],
        ["EU", ["src:ema", "src:medi"]],
        ["Japan", ["src:medi"]],
      ],
    ));

  it("is not told where the record has any decision of that agency", () => check(["FDA", "EMA"], [["Japan", ["src:medi"]]]));

  it("is nothing where no table has one", () => {
    check([], undefined, [{ ...row, approved_in: "" }]);
    check(["FDA", "EMA", "PMDA"], undefined);
  });
});

describe("sources.yaml", () => {
  /** Checks a list against one drug that cites pmid:1. */
  function check(text: string, expected: readonly string[]) {
    const cites = [drug("pointib on target:EXA1 INHIBITOR pmid:1")];
    assert.deepEqual(checkSourceList(text, cites).map(printProblem), expected);
  }

  it("lists what the records cite and says something of each", () => check('- { id: "pmid:1", citation: One 2001 }\n', []));

  it("is told what it lacks", () =>
    check("[]\n", ["data/drugs/pointib.yaml:7: pmid:1 is not in sources.yaml; add a line there that says what it is"]));

  it("is told what it has too much", () => {
    const text = '- { id: "pmid:1", note: a }\n- { id: "pmid:2", note: b }\n- { id: "pmid:1", note: c }\n- { id: "pmid:3" }\n';
    check(text, [
      "data/sources.yaml:2: no record cites pmid:2; take the line out",
      "data/sources.yaml:3: pmid:1 is listed twice; keep one",
      "data/sources.yaml:4: no record cites pmid:3; take the line out",
      "data/sources.yaml:4: nothing is said of pmid:3; write what it is, or note: not described in our tables",
    ]);
    check('- { id: "pmid:1", titel: a }\n', [
      'data/sources.yaml:1: pmid:1 has an unknown key "titel"; known keys are id, citation, trial, disease, cited_for, note',
    ]);
  });
});

describe("The real records", () => {
  const { records } = checkRecords(DATA, fold);
  const result = corroborate(records, readTables(DATA), fold);
  const figures = figuresOf(result);

  it("are confirmed by tables for 80 %, and have a named source for 95 %", () => {
    assert.ok(figures.confirmed >= 0.8, summaryLine(result));
    assert.ok(figures.named >= 0.95, summaryLine(result));
  });

  it("stand against no table without a written reason", () => assert.deepEqual(result.problems.map(printProblem), []));

  it("cite what sources.yaml lists", () => assert.deepEqual(checkSources(DATA, records).map(printProblem), []));

  it("are what CORROBORATION.md says", () => {
    const written = readFileSync(path.join(DATA, "CORROBORATION.md"), "utf8").replaceAll("\r\n", "\n");
    assert.equal(written, printCorroboration(result), "run npm run data:check");
  });
});
