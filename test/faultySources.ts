/** Source files of the dataset with one fault each, and what must be said of it. */
import assert from "node:assert/strict";

/** A drug without fault; faults are made by changing it. */
function soundDrug(id: string): string {
  return `id: ${id}
kind: drug
preferred_name: ${id}
modality: antibody
summary: Blocks EXAMPLE1.
names:
  - { text: ${id}, type: inn }
mechanisms:
  - { target: "target:EXAMPLE1", action: INHIBITOR, verb: blocks, primary: true, sources: ["curator:domain"] }
strategies: ["strategy:example-blockade"]
regulatory:
  as_of: "2026-11"
  events:
    - { date: "2019", event: phase1, sources: ["web:https://example.org/1"] }
    - { date: "2021-05", event: phase2, sources: ["web:https://example.org/2"] }
claims:
  - { id: s1, voice: seed, text: What the review says., sources: ["seed:TT-01"], assessment: imprecise, corrected_by: c1 }
  - { id: c1, voice: curated, text: What is true instead., sources: ["pmid:1"], evidence_level: review }
review: { checked: "2026-11", confidence: A }
`;
}

function concept(kind: string, id: string): string {
  return `id: ${id}
kind: ${kind}
preferred_name: ${id}
summary: What it is.
names: [{ text: ${id}, type: preferred }]
review: { checked: "2026-11", confidence: A }
`;
}

function listItem(record: string): string {
  return `- ${record.trimEnd().replaceAll("\n", "\n  ")}\n`;
}

/** Files without fault that the faulty ones refer to. */
export const SOUND: Readonly<Record<string, string>> = {
  // it refers to faulty records: that they cannot be read is no fault of its own
  "drugs/example-drug.yaml": `${soundDrug("example-drug")}see_also: ["drug:broken-yaml", "drug:an-unknown-key", "strategy:A-WRONG-ID"]\n`,
  "targets/EXAMPLE1.yaml": `id: EXAMPLE1
kind: target
preferred_name: EXAMPLE1
summary: A protein.
names: [{ text: EXAMPLE1, type: symbol }]
role: None.
processes: ["process:example-spread"]
review: { checked: "2026-11", confidence: A }
`,
  "strategies/example-blockade.yaml": concept("strategy", "example-blockade"),
  "vocab/example-processes.yaml": listItem(concept("process", "example-spread")),
};

interface Fault {
  /** The kind of fault; the faulty record's id is the same with hyphens. */
  readonly what: string;
  /** Makes the fault in a sound record. */
  readonly make: (record: string, id: string) => string;
  /** Where the file lies, when it is no drug. */
  readonly folder?: "strategies" | "vocab";
  /** "line: message" of each problem; a message is given by its beginning, `ID` stands for the record's id. */
  readonly says: readonly string[];
}

/** A fault made by one replacement. */
const change = (from: string | RegExp, to: string) => (record: string) => {
  const changed = record.replace(from, to);
  assert.notEqual(changed, record, `${from} is not in the record`);
  return changed;
};

export const FAULTS: readonly Fault[] = [
  {
    what: "broken YAML",
    make: change("kind: drug", "kind: drug: antibody"),
    says: ["2: is not valid YAML: a second colon stands in this line; put the text behind the first into quotes"],
  },
  {
    what: "an open brace",
    make: change("type: inn }", "type: inn"),
    says: ["8: is not valid YAML: a { above is not closed; end its list with }"],
  },
  {
    what: "a comma left out",
    make: change(", type: inn }", " type: inn }"),
    says: ["7: is not valid YAML: block collections are not allowed within flow collections; put a comma behind each value"],
  },
  {
    what: "a key twice",
    make: change("kind: drug", "kind: drug\nkind: drug"),
    says: ["3: is not valid YAML: “kind” stands twice; keep one of the two"],
  },
  {
    what: "a tab",
    make: change("  - { text", "\t- { text"),
    says: ["7: is not valid YAML: tabs are not allowed as indentation; indent with spaces"],
  },
  {
    what: "a byte-order mark",
    make: (record) => `\ufeff${record}`,
    says: ["1: starts with a byte-order mark; save it as UTF-8 without one"],
  },
  { what: "an empty file", make: () => "", says: ["1: is empty; write a record, or delete the file"] },
  { what: "only comments", make: () => "# to do\n", says: ["1: is empty; write a record, or delete the file"] },
  { what: "a text", make: () => "examplumab\n", says: ['1: is not a record; write keys and values ("id: …")'] },
  { what: "a list for a record", make: listItem, says: ["1: is a list; one record a file"] },
  {
    what: "a record for a list",
    folder: "vocab",
    make: (_, id) => concept("process", id),
    says: ['1: is not a list; begin each record with "- id:"'],
  },
  {
    what: "a text in a list",
    folder: "vocab",
    make: (_, id) => `${listItem(concept("process", id))}- growth\n`,
    says: ['7: is not a record; write keys and values ("id: …")'],
  },
  {
    what: "two documents",
    make: (record) => `${record}---\n${record}`,
    says: ['1: holds two documents; take out the line "---" between them'],
  },
  {
    what: "an unknown key",
    make: change("modality:", "colour: red\nmodality:"),
    says: ['4: the record has an unknown key "colour"; known keys are id, kind, preferred_name,'],
  },
  {
    what: "an unknown key deep inside",
    make: change("type: inn", "type: inn, colour: red"),
    says: ['7: names (item 1) has an unknown key "colour"; known keys are text, type,'],
  },
  { what: "a missing key", make: change(/summary.*\n/, ""), says: ['1: the record lacks "summary"; add it'] },
  { what: "a missing key deep inside", make: change(", type: inn", ""), says: ['7: names (item 1) lacks "type"; add it'] },
  {
    what: "a word that is not in the list",
    make: change("antibody", "antibodies"),
    says: ["4: modality must be one of small_molecule, antibody,"],
  },
  { what: "no such kind", make: change("kind: drug", "kind: medicine"), says: ['2: kind is "medicine"; write one of drug, target,'] },
  {
    what: "a date without quotes",
    make: change('"2019"', "2019"),
    says: ["14: regulatory.events (item 1) date must be text; put numbers and dates into quotes"],
  },
  {
    what: "a long text",
    make: change("Blocks EXAMPLE1.", "x".repeat(301)),
    says: ["5: summary is longer than 300 characters; shorten it"],
  },
  {
    what: "a wrong id",
    folder: "strategies",
    make: (_, id) => concept("strategy", id.toUpperCase()),
    says: [
      '1: id is "A-WRONG-ID", which is not written as it must be: small letters and digits, joined by single hyphens; write it like her2',
    ],
  },
  {
    what: "an id that is not the file's name",
    make: change(/id: .*/, "id: other-drug"),
    says: ['1: id is "other-drug", so the file must be drugs/other-drug.yaml; rename one of them'],
  },
  {
    what: "the id of another record",
    folder: "vocab",
    make: () => listItem(concept("process", "example-spread").replace("text: example", "text: another example")),
    says: ["1: process:example-spread is also in vocab/example-processes.yaml; keep one"],
  },
  {
    what: "a reference to nothing",
    make: change("target:EXAMPLE1", "target:EXAMPLE2"),
    says: ["9: mechanisms (item 1) target refers to target:EXAMPLE2, which does not exist; write an existing id or take it out"],
  },
  {
    what: "events out of order",
    make: change('"2019"', '"2022"'),
    says: ["15: the event of 2021-05 stands after that of 2022; put them in order of date"],
  },
  {
    what: "a withdrawal of what was never approved",
    make: change('"2021-05", event: phase2,', '"2021-05", agency: EMA, event: withdrawn,'),
    says: ["15: EMA takes back on 2021-05 what no event before has it approve; add that approval"],
  },
  {
    what: "an approval made full that was never provisional: dostarlimab in the EU",
    make: change('"2021-05", event: phase2,', '"2021-05", agency: EMA, event: converted-to-full,'),
    says: ["15: EMA makes an approval full on 2021-05, yet no event before is approved-accelerated; one of them must be"],
  },
  {
    what: "a refusal by nobody",
    make: change('"2021-05", event: phase2,', '"2021-05", agency: none, event: refused,'),
    says: ["15: the event of 2021-05 (refused) needs the agency that decided or decides"],
  },
  {
    what: "an approval with nothing but a curator's note behind it",
    make: change(
      'event: phase2, sources: ["web:https://example.org/2"]',
      'agency: NMPA, event: approved, sources: ["curator:domain"] }\n    - { date: "2021-06", event: pivotal-trial-negative, unconfirmed: true, sources: ["curator:domain"]',
    ),
    says: ["15: the event of 2021-05 (approved) rests on a curator's note alone; cite what says it, or write unconfirmed: true"],
  },
  {
    what: "an event that stands twice",
    make: change(
      '"2021-05", event: phase2,',
      '"2021-05", agency: FDA, event: refused, sources: ["web:https://example.org/2"] }\n    - { date: "2021-05", agency: FDA, event: refused,',
    ),
    says: ["16: the event of 2021-05 (FDA, refused) stands twice; keep one"],
  },
  {
    what: "an event after the look-up",
    make: change('as_of: "2026-11"', 'as_of: "2021-04"'),
    says: ["15: the event of 2021-05 is later than the look-up of 2021-04; set as_of to when you looked"],
  },
  {
    what: "an approval of a use of which it is not said whether it is in oncology: alemtuzumab, raloxifene",
    make: change('"2021-05", event: phase2,', '"2021-05", agency: FDA, event: approved, indication: sclerosis,'),
    says: ["15: the approval names a use; say by oncology: true or false whether it is in oncology"],
  },
  {
    what: "supportive care that is said to be against a tumour",
    make: change("event: phase2,", "agency: FDA, event: approved, oncology: true, supportive: true,"),
    says: ["15: supportive is for an approval with oncology: false"],
  },
  {
    what: "an antibody that is called a small molecule: necitumumab",
    make: (record) =>
      record.replace(/preferred_name: .*/, "preferred_name: examplumab").replace("modality: antibody", "modality: small_molecule"),
    says: ["4: modality is small_molecule, which does not go with the ending of examplumab"],
  },
  {
    what: "a pathway with a protein that does not say so: JAK/STAT did not list JAK1",
    folder: "vocab",
    make: () => listItem(concept("pathway", "example-path").replace("review:", 'members: ["target:EXAMPLE1"]\nreview:')),
    says: ["6: target:EXAMPLE1 does not say that it is part of pathway:example-path"],
  },
  {
    what: "an approval without its event",
    make: change("Blocks EXAMPLE1.", "Approved in 2020."),
    says: ["5: the summary says approved, but no event does; add the approval event or change the summary"],
  },
  {
    what: "the name of another record",
    folder: "vocab",
    make: (_, id) => listItem(concept("process", id).replace(/text: [\w-]+/, "text: Example-blockade")),
    says: [
      '5: the name "Example-blockade" is also a name of strategy:example-blockade (strategies/example-blockade.yaml); take it from one of them, or declare it with shared_with: ["strategy:example-blockade"]',
    ],
  },
  {
    what: "a claim of the review without its correction",
    make: change(", corrected_by: c1", ""),
    says: ["17: the review's claim is assessed imprecise, but nothing corrects it; add a curated claim and corrected_by"],
  },
  {
    what: "a correction that is not there",
    make: change("corrected_by: c1", "corrected_by: c2"),
    says: ['17: corrected_by names "c2", which is no claim of this record; add that claim'],
  },
  { what: "a claim without source", make: change('["pmid:1"]', "[]"), says: ["18: claims (item 2) sources"] },
  {
    what: "a source of no kind",
    make: change("pmid:1", "pubmed 1"),
    says: ['18: claims (item 2) sources (item 1) is "pubmed 1", which is not written as it must be: write it like pmid:'],
  },
  {
    what: "a claim of the review with a source of ours",
    make: change("seed:TT-01", "pmid:2"),
    says: ['17: claims (item 1) sources (item 1) is "pmid:2", which is not written'],
  },
  { what: "our claim with the review as its source", make: change("pmid:1", "seed:TT-01"), says: ["18: claims (item 2) sources"] },
  {
    what: "our claim without its level",
    make: change(", evidence_level: review", ""),
    says: ['18: claims (item 2) lacks "evidence_level"; add it'],
  },
  {
    what: "our claim with an assessment",
    make: change("evidence_level: review", "evidence_level: review, assessment: ok"),
    says: ["18: claims (item 2) has a key that does not belong there"],
  },
  { what: "a source that is not listed", make: change("pmid:1", "src:nowhere"), says: ["18: claims (item 2) sources (item 1)"] },
  {
    what: "two faults",
    make: change('date: "2019", event: phase1', "date: 2019, event: phase9"),
    says: ["14: regulatory.events (item 1) date must be text;", "14: regulatory.events (item 1) event must be one of phase1,"],
  },
];

const idOf = ({ what }: Fault): string => what.toLowerCase().replace(/[^a-z]+/g, "-");
/** Where the file with a fault lies, below `data/`. */
export const fileOf = (fault: Fault): string => `${fault.folder ?? "drugs"}/${idOf(fault)}.yaml`;

/** What stands in the file with a fault. */
export const faulty = (fault: Fault): string => fault.make(soundDrug(idOf(fault)), idOf(fault));
