/** The dataset's source files: the real ones are in order, and faulty ones are told as a colleague would. */
import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { checkRecords, printProblem, referenceOf } from "../data/check";
import { compileRecords } from "../data/compile";
import { readTable, type Sourced } from "../data/source";
import { type AnyRecord, Dataset } from "../server/dataset/dataset";
import { buildFoldTable } from "../server/dataset/fold";
import { ROOT } from "./client";

const DATA = path.join(ROOT, "data");

/** The small dataset of the tests with faults: file, text. */
const SOUND: Readonly<Record<string, string>> = {
  "drugs/examplumab.yaml": `id: examplumab
kind: drug
preferred_name: examplumab
modality: antibody
summary: Blocks EXA1.
names:
  - { text: examplumab, type: inn }
mechanisms:
  - { target: "target:EXA1", action: INHIBITOR, verb: blocks, primary: true, sources: ["curator:test"] }
strategies: ["strategy:example-blockade"]
regulatory:
  as_of: "2026-11"
  events:
    - { date: "2019", event: phase1, sources: ["curator:test"] }
    - { date: "2021-05", event: phase2, sources: ["curator:test"] }
claims:
  - { id: s1, voice: seed, text: What the review says., sources: ["seed:TT-01"], assessment: imprecise, corrected_by: c1 }
  - { id: c1, voice: curated, text: What is true instead., sources: ["pmid:1"], evidence_level: review }
review: { checked: "2026-11", confidence: A }
`,
  "targets/EXA1.yaml": `id: EXA1
kind: target
preferred_name: EXA1
summary: A protein.
names:
  - { text: EXA1, type: symbol }
role: None.
processes: ["process:example-spread"]
review: { checked: "2026-11", confidence: A }
`,
  "strategies/example-blockade.yaml": `id: example-blockade
kind: strategy
preferred_name: example blockade
summary: Blocks EXA1.
names:
  - { text: example blockade, type: preferred }
review: { checked: "2026-11", confidence: A }
`,
  "vocab/processes.yaml": `- id: example-spread
  kind: process
  preferred_name: example spread
  summary: Spreads.
  names: []
  review: { checked: "2026-11", confidence: A }
- id: example-growth
  kind: process
  preferred_name: example growth
  summary: Grows.
  names: []
  review: { checked: "2026-11", confidence: A }
`,
};
