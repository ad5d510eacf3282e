/** What a card shows of the claims on a record: the review's voice and ours, side by side, never as one. */
import type { Dataset } from "../../dataset/dataset";
import type { AnyRecord, Claim } from "../../dataset/records";
import type { Line, Span } from "../print";
import type { Draft } from "./fit";
import { sentences, sourceSpan } from "./sources";

/** Least lengths to which the two voices may be cut. */
const LEAST = { theirs: 65, ours: 90 };

/** A second source is shown if both are at most this long. */
const SOURCES = 32;

/**
 * The review's claims that most need a reader, each with our note beneath; where we have none on them, one of our own that stands by itself.
 * @param most how many of the review's at most; a second one is shown only if it is in doubt
 */
export function claims(dataset: Dataset, record: AnyRecord, most: number): Draft[] {
  const all = record.claims ?? [];
  const seed = inOrder(all);
  const shown = seed.filter((claim, i) => i < most && (i === 0 || claim.assessment !== "ok"));
  const more = seed.length > shown.length ? ` (+${seed.length - shown.length} more)` : "";
  const own = all.find(
    (claim) => claim.voice === "curated" && !all.some((other) => claim.id !== undefined && other.corrected_by === claim.id),
  );
  const ours: Draft[] = own ? [{ line: ourLine(dataset, own), rank: RANK + shown.length / 2 }] : [];
  const theirs = shown.flatMap((claim, i): Draft[] => {
    const correction = correctionOf(all, claim);
    // a claim never stands without its correction: both have one rank
    const rank = RANK + i / 2;
    const said: Draft = { line: theirLine(claim, i === 0 ? more : ""), rank };
    return correction ? [said, { line: ourLine(dataset, correction), rank }] : [said];
  });
  return shown.some((claim) => correctionOf(all, claim)) ? theirs : [...theirs, ...ours];
}

const RANK = 2;

/** The review's claims, those that are in doubt first. */
export function inOrder(all: readonly Claim[]): Claim[] {
  const seed = all.filter((claim) => claim.voice === "seed");
  return [...seed.filter((claim) => claim.assessment !== "ok"), ...seed.filter((claim) => claim.assessment === "ok")];
}

/** Our note on a claim of the review, or nothing. */
export const correctionOf = (all: readonly Claim[], claim: Claim): Claim | undefined =>
  all.find((other) => other.id !== undefined && other.id === claim.corrected_by);

function theirLine(claim: Claim, more: string): Line {
  return [
    { text: `The review says (${sentences(claim.sources)}):`, style: "emphasis" },
    { text: ` ${claim.text}`, atLeast: LEAST.theirs },
    { text: " Assessed: " },
    { text: claim.assessment ?? "", style: "strong" },
    { text: more },
  ];
}

function ourLine(dataset: Dataset, claim: Claim): Line {
  const [source, second] = claim.sources.map((each) => sourceSpan(dataset, each));
  // what is no link would read on from the sentence
  const first = source!.link ? source! : { ...source!, text: `(${source!.text})` };
  const both = second && first.text.length + second.text.length <= SOURCES;
  const more = claim.sources.length - (both ? 2 : 1);
  const sources: Span[] = [first, ...(both ? [{ text: ", " }, second] : []), { text: more > 0 ? ` +${more} more` : "" }];
  return [{ text: "We say:", style: "emphasis" }, { text: ` ${claim.text}`, atLeast: LEAST.ours }, { text: " " }, ...sources];
}
