/** What a card shows of the claims on a record: the review's voice and ours, side by side. */
import type { AnyRecord, Claim, Dataset } from "../dataset/dataset";
import type { Line, Span } from "./print";
import { sentences, sourceSpan } from "./sources";

/** The review's claims that most need a reader, each with our note beneath; two voices, never one. At most `room` lines. */
export function claims(dataset: Dataset, record: AnyRecord, room: number): Line[] {
  const all = record.claims ?? [];
  const seed = all.filter((claim) => claim.voice === "seed");
  const shown = [...seed.filter((claim) => claim.assessment !== "ok"), ...seed.filter((claim) => claim.assessment === "ok")];
  const lines: Line[] = [];
  for (const [i, claim] of shown.slice(0, 2).entries()) {
    const correction = all.find((other) => other.id !== undefined && other.id === claim.corrected_by);
    // a claim never stands without its correction; a second one is shown only if it is in doubt
    if (lines.length + (correction ? 2 : 1) > room || (i > 0 && claim.assessment === "ok")) break;
    lines.push([
      { text: `The review says (${sentences(claim.sources)}):`, style: "emphasis" },
      { text: ` ${shorten(claim.text, 170)} Assessed: ` },
      { text: claim.assessment ?? "", style: "strong" },
    ]);
    if (correction) lines.push(ourLine(dataset, correction));
  }
  const others = seed.length - lines.filter((line) => line.length === 3).length;
  if (others > 0 && lines.length > 0) lines[0] = [...lines[0]!, { text: ` (+${others} more)` }];
  const own = all.find((claim) => claim.voice === "curated");
  return seed.length === 0 && own && room > 0 ? [ourLine(dataset, own)] : lines;
}

function ourLine(dataset: Dataset, claim: Claim): Line {
  const sources = claim.sources.slice(0, 2).flatMap((source, i): Span[] => [{ text: i > 0 ? ", " : " " }, sourceSpan(dataset, source)]);
  return [{ text: "We say:", style: "emphasis" }, { text: ` ${shorten(claim.text, 220)}` }, ...sources];
}

function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, text.lastIndexOf(" ", most))} …`;
}
