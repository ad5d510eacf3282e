/** Random files of a folder's own: tables and records, sound ones and broken ones. */
import { stringify } from "yaml";
import { KINDS } from "../../server/dataset/records";
import { pick, type Random } from "../random";
import { json, markdown, piece, slip } from "./texts";

const RECORDED = KINDS.slice(0, KINDS.indexOf("known-drug"));
const IDS = ["mb-217", "bevacizumab", "VEGFA", "ours", "EGFR", "x.1+a", "__proto__", "constructor"];
const NAMES = ["MB-217", "bevacizumab", "our beva", "VEGF", "CD8+", "αvβ3 blocker", "TGF-β trap", "İx", "a b c d e", "met", "PD‑L2x"];
const SOURCES = ["note:notebook 12", "pmid:123", "web:https://example.org/a", "nct:NCT01234567", "web:javascript:alert(1)", ""];

/** A file's name and text. */
export function ownFile(random: Random): { readonly name: string; readonly text: string } {
  const isTable = random(3) === 0;
  let text = isTable ? table(random) : records(random);
  // what a slip of the keyboard or a bad merge leaves
  for (let i = random(3) === 0 ? random(4) : 0; i > 0; i--) {
    const at = random(text.length + 1);
    text = text.slice(0, at) + (random(2) ? piece(random) : "") + text.slice(at + random(8));
  }
  return { name: isTable ? "names.tsv" : pick(random, ["ours.yaml", "ours.json"]), text };
}

function table(random: Random): string {
  const kind = () => (random(8) ? pick(random, [...RECORDED, "compound", "gene"]) : piece(random));
  const rows = Array.from({ length: random(30) }, () =>
    [name(random), kind(), random(3) ? "" : name(random), random(2) ? "" : piece(random)].join("\t"),
  );
  return ["name\tkind\tpreferred\tnote", ...rows].join(pick(random, ["\n", "\r\n", "\r"]));
}

const name = (random: Random): string =>
  random(4) ? pick(random, NAMES) : slip(random, pick(random, NAMES)) + (random(3) ? "" : piece(random));

function records(random: Random): string {
  const all = Array.from({ length: 1 + random(4) }, () => record(random));
  const value = all.length === 1 && random(2) ? all[0] : all;
  return random(4) ? stringify(value) : JSON.stringify(value);
}

function record(random: Random): Record<string, unknown> {
  const reference = () => `${pick(random, RECORDED)}:${pick(random, IDS)}`;
  const some = <T>(make: () => T): T[] => Array.from({ length: random(4) }, make);
  const sources = () => [pick(random, SOURCES)];
  const text = () => (random(3) ? piece(random) : markdown(random, random(40)).slice(0, 600));
  const target = () => `${pick(random, ["target", "family", "complex"])}:${pick(random, IDS)}`;
  const event = () => ({
    date: pick(random, ["2026", "2026-10", "2026-10-31", "soon"]),
    agency: pick(random, ["FDA", "EMA", "none"]),
    event: pick(random, ["approved", "withdrawn", "discontinued", "phase-3", "pivotal-trial-negative", "approved-accelerated"]),
    sources: sources(),
  });
  const all: Record<string, unknown> = {
    preferred_name: name(random),
    summary: text(),
    class: text(),
    role: text(),
    full_name: text(),
    names: some(() => ({ text: name(random), type: pick(random, ["inn", "code", "synonym", "brand", "symbol", "abbreviation", "prose"]) })),
    claims: some(() => ({ text: text(), sources: sources() })),
    mechanisms: some(() => ({ target: target(), action: "INHIBITOR", verb: "blocks", primary: random(2) === 0, sources: sources() })),
    strategies: some(() => `strategy:${pick(random, IDS)}`),
    members: some(() => (random(2) ? reference() : { ref: reference() })),
    parents: some(() => `strategy:${pick(random, IDS)}`),
    acts_on: some(reference),
    targets: some(target),
    see_also: some(reference),
    regulatory: { as_of: "2026-11", events: some(event) },
    [pick(random, ["odd", "constructor", "__proto__", "voice", "drugs"])]: json(random),
  };
  const kept = Object.entries(all).filter(([key]) => (key === "preferred_name" ? random(5) > 0 : random(key in KNOWN ? 3 : 12) === 0));
  return { id: pick(random, IDS), kind: random(12) ? pick(random, RECORDED) : piece(random), ...Object.fromEntries(kept) };
}

/** Keys that are left in often; the others are mistakes. */
const KNOWN = {
  ...{ summary: 0, class: 0, role: 0, full_name: 0, names: 0, claims: 0, mechanisms: 0, strategies: 0, members: 0 },
  ...{ parents: 0, acts_on: 0, targets: 0, see_also: 0, regulatory: 0 },
};
