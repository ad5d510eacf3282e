/** "Approved" said of a drug that, by its dated record, is not: withdrawn, discontinued, or never approved in oncology. */
import type { Dataset } from "../../dataset/dataset";
import type { DrugRecord } from "../../dataset/records";
import { type Status, statusOf } from "../../dataset/status";
import { sentenceAround } from "../../note/context";
import { type Mention, mentionsOf } from "../../note/mentions";
import type { Passage } from "../../note/passage";
import { isQuoted } from "../../note/quoted";
import { drugOf, NONE, type Place, type Remark, remark } from "./finding";

/** What of a status contradicts "approved". Of an unknown one nothing is said. */
const CONFLICTS: ReadonlySet<Status["word"]> = new Set([
  "withdrawn",
  "discontinued",
  "not approved in oncology",
  "in trials",
  "filed",
  "preclinical",
]);

const AGENCY = String.raw`(?:(?:US|U\.S\.|EU)[ -])?(?:(?:FDA|EMA|MHRA)(?:(?:\/|[ -]and[ -])(?:FDA|EMA|MHRA))?[ -])?`;
/** `drug is (now) (FDA-)approved`, right behind the drug. */
const SAID_AFTER = new RegExp(
  String.raw`^[®™]?\s+(is|are|remains?|was|were|became|has been|have been)(?:\s+(?:now|currently|already|also|still|fully|widely|recently|first|both))*\s+${AGENCY}approved(?![\p{L}-])`,
  "u",
);
/** `drug received FDA approval`, `drug is an approved therapy`. */
const GOT_AFTER = new RegExp(
  String.raw`^[®™]?\s+(?:(?:has|have|had)\s+)?(received|gained|obtained|won|got)\s+(?:(?:full|accelerated|conditional|regular|marketing|initial|its|first|an?)\s+)*${AGENCY}approval(?![\p{L}-])|^[®™]?\s+(is|remains)\s+an?\s+${AGENCY}approved\s+(?:\p{L}+\s+)?(?:drug|agent|therapy|treatment|antibody|inhibitor|medicine)(?![\p{L}-])`,
  "u",
);
/** `FDA-approved (EZH2 inhibitor) drug`, right before it; with an article between, somebody approved something of the drug: a protocol. */
const SAID_BEFORE = new RegExp(
  String.raw`(?<![\p{L}-])${AGENCY}[Aa]pproved(?:\s+(?!(?:the|an?|our|their|its|this|for|in|by|of|as|and|or|with|to|than|on|but|was|were|is)\s)[\p{L}\p{N}/-]+){0,3}\s+$`,
  "u",
);
/** What before "approved" takes it back, puts it in the past, or makes it no statement. */
const TAKEN_BACK =
  /\b(?:if|whether|unless|until|once|when|before|after|should|could|would|may|might|not|never|nor?|neither|none|non|un|without|cannot|claim\w*|wrong\w*|incorrect\w*|mistak\w+|false\w*|contrary|myth|assum\w+|suppos\w+|previously|formerly|earlier|first)\b|n['’]t\b/i;
/** What in the same sentence tells the rest of the story. */
const TOLD = /\b(?:withdr\w+|revok\w+|discontinu\w+|no longer|pulled|halted|failed|suspended|refus\w+|reject\w+)\b/i;
/** The drug is not what is approved: a trial, its use in a study or in animals. */
const OTHER_APPROVAL =
  /^\s+(?:by\s+(?:the\s+|an?\s+|our\s+)?(?:\w+\s+)?(?:IRB|institutional|ethics|local|committee|board|hospital|sponsor)|for\s+(?:use\s+in\s+)?(?:(?:human|clinical|early)\s+)?(?:trials?|testing|stud(?:y|ies)|investigation\w*|phase|compassionate|veterinary|dogs?|cats?|animals?))\b/i;
const BOARD = /\b(?:committees?|boards?|IRB|IACUC|council|we|reviewers?|ministry|university|hospital|department)\s+(?:has\s+|have\s+)?$/i;
const OF_DRUG = /^[- ](?:protocols?|trials?|stud(?:y|ies)|amendments?|arms?|project|experiments?|request|order)\b/i;
/** The drug is not the subject: "a derivative of X is approved". */
const NO_SUBJECT = /(?:\b(?:of|to|than|like|from|with|by|for|against|as|over|on|in|versus|vs\.?)|[+/])\s+(?:the\s+)?$/i;
/** What may stand between "approved" and the cancer that it is said to be approved for. */
const INDICATION =
  /^\s+(?:for|in|to treat)\s+(?:(?:the|use|in|treatment|treating|management|first-line|second-line|of|adults?|patients?|people|women|men|with|advanced|metastatic|locally|relapsed|refractory|recurrent|unresectable|and|or)\s+)*$/i;

/** @returns a remark on each drug that is called approved against its record */
export function statusConflict(dataset: Dataset, { passage, tree, source }: Place): Remark[] {
  if (!passage.text.includes("pprov")) return NONE;
  const found: Remark[] = [];
  for (const mention of mentionsOf(dataset, passage)) {
    const entity = drugOf(dataset, mention);
    if (entity === undefined) continue;
    const said = claimOn(passage, mention);
    const record = said && (dataset.record(entity) as DrugRecord | undefined);
    // where a folder knows of another fate the card shows both
    if (!said || !record || record.own?.some(({ data }) => data.regulatory)) continue;
    const status = statusOf(record);
    if (!CONFLICTS.has(status.word)) continue;
    // what has been approved and is no longer was approved
    if (said.isPast && status.word === "withdrawn") continue;
    const isApprovedElsewhere = record.regulatory.events.some((event) => event.event.startsWith("approved") && event.oncology === false);
    if (isApprovedElsewhere && !namesCancer(dataset, passage, said.end)) continue;
    if (isQuoted(tree, source, passage, mention.from)) continue;
    const details = status.text ? ` (${status.text})` : "";
    const message = `“${passage.text.slice(mention.start, mention.end)}” is called approved; as of ${status.asOf} its record says: ${status.word}${details}.`;
    found.push(remark(passage, mention.start, mention.end, { rule: "status-conflict", message, replacements: [], entity }));
  }
  return found;
}

interface Said {
  /** Where the word "approved" ends. */
  readonly end: number;
  readonly isPast: boolean;
}

/** Whether a sentence states that a drug is or was approved. */
function claimOn({ text }: Passage, { start, end }: Mention): Said | undefined {
  const [from, to] = sentenceAround(text, start, end);
  if (text[to] === "?") return undefined;
  const before = text.slice(from, start);
  const after = text.slice(end, to);
  const behind = SAID_AFTER.exec(after) ?? GOT_AFTER.exec(after);
  const ahead = behind ? null : SAID_BEFORE.exec(before);
  const lead = ahead ? before.slice(0, ahead.index) : before;
  if ((!behind && !ahead) || TAKEN_BACK.test(lead) || TOLD.test(before) || TOLD.test(after)) return undefined;
  // a committee, or a trial of the drug
  if (ahead) return BOARD.test(lead) || OF_DRUG.test(after) ? undefined : { end: start, isPast: false };
  const rest = after.slice(behind![0].length);
  if (NO_SUBJECT.test(before) || OTHER_APPROVAL.test(rest)) return undefined;
  return { end: end + behind![0].length, isPast: !/^(?:is|are|remain)/.test(behind![1] ?? behind![2]!) };
}

/** Whether a cancer follows as that for which something is approved. */
function namesCancer(dataset: Dataset, passage: Passage, at: number): boolean {
  return mentionsOf(dataset, passage).some(
    ({ start, names }) =>
      start > at &&
      start < at + 120 &&
      dataset.kind(dataset.lexicon.entity(names[0]!)) === "cancer" &&
      INDICATION.test(passage.text.slice(at, start)),
  );
}
