/** "Approved", "marketed", "licensed" and the like said of a drug that, by its dated record, is not: withdrawn, discontinued, or never approved in oncology. */
import type { Dataset } from "../../dataset/dataset";
import type { DrugRecord, RegulatoryEvent } from "../../dataset/records";
import { setbacksOf, setbackText } from "../../dataset/setbacks";
import { isApproval, isSupportive, isUndone, type Status, statusOf, statusText } from "../../dataset/status";
import { ofHeading } from "../../note/headings";
import type { Passage } from "../../note/passage";
import { isQuoted } from "../../note/quoted";
import { mentionsOf } from "../../note/reading";
import { unlinked } from "../../note/unlinked";
import { type ApprovalClaim, approvalClaim, BEFORE_DISEASE, DISEASE_WORD, isForCancer, speaksOfApproval } from "../approvalClaims";
import { drugOf, drugOfRow, mayNameDrug, NONE, type Place, type Remark, remark, type Verdict } from "./finding";

/** What of a status contradicts "approved". An unknown one does not, unless the drug was refused or failed in a pivotal trial. */
const CONFLICTS: ReadonlySet<Status["word"]> = new Set([
  "withdrawn",
  "discontinued",
  "not approved in oncology",
  "in trials",
  "filed",
  "preclinical",
]);

/** Finds drugs that are called approved against their records. @returns a remark on each */
export function statusConflict(dataset: Dataset, { passage, tree, source }: Place): Remark[] {
  const cell = wrongCell(dataset, passage);
  if (cell) return [cell];
  if (!speaksOfApproval(passage.text) || !mayNameDrug(dataset, passage)) return NONE;
  const found: Remark[] = [];
  const read = unlinked(passage.text, mentionsOf(dataset, passage));
  for (const [i, mention] of read.mentions.entries()) {
    const entity = drugOf(dataset, mention);
    const said = entity === undefined ? undefined : approvalClaim(dataset, read, i);
    const status = said && conflicting(dataset, entity!, said);
    if (!status) continue;
    if (status.isElsewhere && !isForCancer(dataset, read, said.end)) continue;
    if (isQuoted(tree, source, passage, mention.from)) continue;
    const { from, to } = mention;
    const text = read.text.slice(mention.start, mention.end);
    found.push({ ...verdict(text, entity!, status), text, from, to });
  }
  return found;
}

interface Conflict extends Status {
  /** What the record says that contradicts it. */
  readonly says: string;
  /** The one body that it is about, where others approve the drug. */
  readonly body?: string;
  /** It is approved for something that is no cancer. */
  readonly isElsewhere: boolean;
}

/** The status that "approved" contradicts; nothing where it may be right. */
function conflicting(dataset: Dataset, entity: number, { isPast, isAbroad, words }: Omit<ApprovalClaim, "end">): Conflict | undefined {
  const record = dataset.record(entity) as DrugRecord | undefined;
  // where a folder knows of another fate the card shows both
  if (!record || record.own?.some(({ data }) => data.regulatory)) return undefined;
  const status = statusOf(record);
  const { events } = record.regulatory;
  // what is cleared as a device is approved to its users
  if (events.some(({ event }) => event === "device-clearance")) return undefined;
  // what is approved for the care of people with cancer is approved in a cancer, though against none
  if (events.some((event) => isApproval(event) && isSupportive(event))) return undefined;
  const isElsewhere = events.some((event) => isApproval(event) && event.oncology === false);
  const says = `says “${statusText(status)}”`;
  // what has been approved and is no longer was approved
  if (CONFLICTS.has(status.word)) return (isPast || isAbroad) && status.word === "withdrawn" ? undefined : { ...status, says, isElsewhere };
  const setback = status.word === "status unknown" ? setbacksOf(record).find(({ event }) => !event.unconfirmed) : undefined;
  if (setback) return { ...status, says: `has no approval but “${setbackText(setback)}”`, isElsewhere };
  const named = BODIES.filter((one) => one.named.test(words));
  // what a body was last asked for it may have granted by now
  if (named.some(({ agency }) => events.findLast((event) => event.agency === agency)?.event === "filed")) return undefined;
  const against = named.filter((one) => isAgainst(record, one, isPast));
  // what is "FDA/EMA-approved" may be so by one of them
  const body = words.includes("/") && against.length < named.length ? undefined : against[0];
  if (body && !isAbroad) return { ...status, says: saysOfBody(record, status, body.agency), body: body.agency, isElsewhere: false };
  if (status.word !== "approved regionally" || record.also_approved) return undefined;
  // by none of the bodies of the US and Europe, then
  return OF_WEST.test(words) && !events.some((event) => OF_WEST.test(event.agency ?? "") && isApproval(event))
    ? { ...status, says, isElsewhere }
    : undefined;
}

/** The two bodies of whose decisions the records tell, and what names each. */
const BODIES = [
  { agency: "FDA", named: /FDA|Food and Drug|\bU\.?S\b|\bUSA\b|United States|American/ },
  { agency: "EMA", named: /EMA|\bEU\b|Europe/ },
] as const;
type Body = (typeof BODIES)[number];

/**
 * Whether one body, by its own events alone, does not approve a drug that others do: it has taken all its approvals back, or never gave one.
 * Of the EMA's only a refusal tells that, since before it and beside it countries of Europe approve drugs themselves.
 */
function isAgainst({ regulatory: { events }, also_approved: also = [] }: DrugRecord, { agency, named }: Body, isPast: boolean): boolean {
  const own = events.filter((event) => event.agency === agency);
  const approvals = own.filter(isApproval);
  if (also.some(([region]) => named.test(region)) || approvals.some((event) => !isUndone(event, events))) return false;
  return approvals.length > 0 ? !isPast : agency === "FDA" || own.some(isRefusal);
}
const isRefusal = ({ event }: RegulatoryEvent): boolean => event === "refused" || event === "application-withdrawn";

/** What the record says of a body that does not approve a drug, and of those that do. */
function saysOfBody(record: DrugRecord, status: Status, agency: string): string {
  const setback = setbacksOf(record).find(({ word, event }) => word !== "failed" && event.agency === agency);
  return `says “${[...(setback ? [setbackText(setback)] : []), statusText(status)].join("; ")}”`;
}

/** The bodies of the US, the EU and the UK, or these places. */
const OF_WEST = /FDA|EMA|MHRA|\b(?:U\.?S\.?A?|EU|UK|United|Europe|American|British)/;

function verdict(drug: string, entity: number, status: Conflict): Verdict {
  const region = status.word === "approved regionally" ? " in the US or Europe" : status.isElsewhere ? " for a cancer" : "";
  const where = status.body ? ` by the ${status.body}` : region;
  const message = `“${drug}” is called approved${where}; as of ${status.asOf} its record ${status.says}.`;
  return { rule: "status-conflict", message, replacements: [], entity };
}

/**
 * A column of what agencies decided; "status" alone does not say whose, but where the cell names one, where the table speaks of
 * targets, cancers or trials, or of a drug and its status alone.
 */
const OF_AGENCIES =
  /^\W*(?:(?:approval|regulatory|FDA|EMA)\s+status|(?:FDA|EMA|regulatory)[-\s]approv(?:al|ed)|(?:status|approved|approval)\s+\((?:FDA|EMA)\)|FDA|EMA|(?:(?:highest|clinical|development)\s)?phase|(?:clinical|development)\s(?:status|stage))\W*$/i;
const STATUS = /^\W*(?:status|approval|approved)\W*$/i;
const OF_DRUGS = /^\W*(?:(?:drug |molecular )?targets?|mechanisms?|moa|class|indications?|cancers?|tumou?rs?|phase)\b/i;
const OF_AGENCY = /\b(?:FDA|EMA|MHRA)\b/;
/** What is more of a trial or a protocol is not: "approved for phase II". */
const APPROVED = new RegExp(
  String.raw`^\W*(?:(?:FDA|EMA|MHRA)[- ])?(?:approved|authori[sz]ed|marketed|licen[sc]ed)(?:\s(?:for|in)\s${BEFORE_DISEASE}{0,3}${DISEASE_WORD})?\W*(?:\((?:FDA|EMA|MHRA|US|EU|UK)\)\W*)?(?<past>(?:19|20)\d\d\W*)?$`,
  "i",
);
/** What a column of approvals says by the body and the year alone. */
const DATED = /^\W*(?:FDA|EMA|MHRA)\W+(?<past>(?:19|20)\d\d)\W*$/;
const YES = /^\s*(?:yes|✓|✔)\s*$/i;

const isOfAgencies = ofHeading((text) => OF_AGENCIES.test(text));

/** What a table says of a row's drug, where the cell says "approved" and no more than for which disease. */
function wrongCell(dataset: Dataset, passage: Passage): Remark | undefined {
  const { heading, row, text } = passage;
  if (!heading || !row || text.includes("?")) return undefined;
  const isOfBody = isOfAgencies(passage);
  const approved = APPROVED.exec(text) ?? (/approv/i.test(heading.text) ? DATED.exec(text) : null);
  if (!approved && !((isOfBody || /approv/i.test(heading.text)) && YES.test(text))) return undefined;
  const isClear = () => row.length === 2 || OF_AGENCY.test(text) || row.some((cell) => OF_DRUGS.test(cell.heading?.text ?? ""));
  const drug = isOfBody || (STATUS.test(heading.text) && isClear()) ? drugOfRow(dataset, row) : undefined;
  const status =
    drug &&
    conflicting(dataset, drug.entity, { isPast: approved?.groups?.["past"] !== undefined, isAbroad: false, words: heading.text + text });
  if (!status || status.isElsewhere) return undefined;
  // a comment before it, which is no part of what it says, may be what silences it
  const start = text.search(/[^\s\ufffc]/);
  return remark(passage, start, text.trimEnd().length, verdict(drug.text, drug.entity, status));
}
