/** "Approved" said of a drug that, by its dated record, is not: withdrawn, discontinued, or never approved in oncology. */
import type { Dataset } from "../../dataset/dataset";
import type { DrugRecord } from "../../dataset/records";
import { type Status, statusOf, statusText } from "../../dataset/status";
import { sentenceAround } from "../../note/context";
import { type Mention, mentionsOf } from "../../note/mentions";
import type { Passage } from "../../note/passage";
import { isQuoted } from "../../note/quoted";
import { drugOf, drugOfRow, NONE, type Place, type Remark, remark, type Verdict } from "./finding";

/** What of a status contradicts "approved". Of an unknown one nothing is said. */
const CONFLICTS: ReadonlySet<Status["word"]> = new Set([
  "withdrawn",
  "discontinued",
  "not approved in oncology",
  "in trials",
  "filed",
  "preclinical",
]);

const AGENCIES = String.raw`(?:(?:US|U\.S\.|EU)[ -])?(?:FDA|EMA|MHRA)(?:(?:\/|[ -]and[ -])(?:FDA|EMA|MHRA))?`;
const AGENCY = `(?:${AGENCIES}[ -])?`;
const ADVERBS = String.raw`(?:\s+(?:now|currently|already|also|still|fully|widely|recently|first|both))*`;
const ONE = "(?:drug|agent|therapy|treatment|antibody|inhibitor|antagonist|blocker|medicine|TKI|ADC)";
const THERAPY = `(?:${ONE}s?|therapies|antibodies)`;
/** `drug is (now) (FDA-)approved`, `drug is licensed for`, `drug received FDA approval`, `drug is an approved therapy`, right behind the drug. */
const SAID_AFTER = [
  new RegExp(String.raw`^[®™]?\s+(is|are|remains?|was|were|became|has been|have been)${ADVERBS}\s+${AGENCY}approved(?![\p{L}-])`, "u"),
  // licensed to and by whom is another matter: it must be for a disease
  new RegExp(String.raw`^[®™]?\s+(is|are|remains?)${ADVERBS}\s+licen[sc]ed(?=\s+(?:for|in|to treat)\s)`, "u"),
  new RegExp(
    String.raw`^[®™]?\s+(?:(?:has|have|had)\s+)?(received|gained|obtained|won|got)\s+(?:(?:full|accelerated|conditional|regular|marketing|initial|its|first|an?)\s+)*${AGENCY}approval(?![\p{L}-])`,
    "u",
  ),
  new RegExp(
    String.raw`^[®™]?\s+(is|remains)${ADVERBS}\s+an?\s+${AGENCY}approved\s+(?:[\p{L}\p{N}/-]+\s+){0,3}?${THERAPY}(?![\p{L}-])`,
    "u",
  ),
];
/** `drug (FDA-approved)`, `drug (approved in 2014)`. */
const IN_BRACKETS = new RegExp(String.raw`^[®™]?\s\((?:now\s+)?${AGENCY}approved(?<past>\s+(?:in\s+)?\d{4})?\)`, "u");
const WORDS = String.raw`(?:[\p{L}\p{N}/-]+\s+){0,3}?`;
/** `drug, approved in 2012,`: said of the drug right before it. */
const IN_COMMAS = new RegExp(
  String.raw`^[®™]?,\s+(?:first\s+)?${AGENCY}approved(?<past>\s+(?:in|since)\s+(?:[A-Z][a-z]+\s+)?\d{4})(?=[,;.)]|$)`,
);
/** `FDA-approved (EZH2 inhibitor) drug`, `approved drugs such as drug`, right before it: what is approved is the drug, no protocol. */
const SAID_BEFORE = new RegExp(
  String.raw`(?:\b(?:[Tt]he|[Aa]n?)\s+${AGENCY}approved\s+(?:${WORDS}${ONE}\s+)?|(?<![\p{L}-])${AGENCIES}-approved\s+(?:${WORDS}${ONE}\s+)?|\b[Aa]pproved\s+${WORDS}${THERAPY}\s+(?:such as|including|like)\s+)$`,
  "u",
);
/** `the FDA (has) approved drug`; with anything between, somebody approved something of the drug: a trial. */
const BY_AGENCY = /\b(?:FDA|EMA|MHRA|European Commission)\s+((?:has|have)\s+)?(?:(?:now|recently|first|finally)\s+)*approved\s+$/;
/** What before "approved" takes it back, puts it in the past, or makes it no statement. */
const TAKEN_BACK =
  /\b(?:if|whether|unless|until|once|when|before|after|should|could|would|may|might|not|never|nor?|neither|none|non|un|without|cannot|claim\w*|wrong\w*|incorrect\w*|mistak\w+|false\w*|contrary|myth|assum\w+|suppos\w+|imagin\w+|pretend\w*|believ\w+|hop(?:e|ed|ing)|expect\w*|predict\w*|soon|case|world|had|were|previously|formerly|earlier|first|unlike|than)\b|n['’]t\b/i;
/** What in the same sentence tells the rest of the story. */
const TOLD =
  /\b(?:withdr\w+|revok\w+|discontinu\w+|no longer|pulled|halted|failed|suspended|refus\w+|reject\w+|wrong\w*|mistak\w+|incorrect\w*|false\w*)\b/i;
/** The drug is not the subject: "a derivative of X is approved". */
const NO_SUBJECT = /(?:\b(?:of|to|than|like|from|with|by|for|against|as|over|on|in|versus|vs\.?)|[+/])\s+(?:the\s+)?$/i;
/** A trial of the drug is what is approved. */
const OF_DRUG =
  /^[- ](?:protocols?|trials?|stud(?:y|ies)|amendments?|arms?|project|experiments?|request|order|combination|library|based)\b/i;
/** What may follow "approved" and ends the statement, or says when, where or by whom. */
const GOES_ON =
  /^\s*(?:$|[.,;:)]|(?:in|since|as of)\s+(?:[A-Z][a-z]+\s+)?(?:19|20)\d\d\b|in\s+(?:the\s+)?(?:US\b|U\.S\.|USA|EU\b|UK\b|United\s|Europe|Japan|China|Germany|oncology|[a-z]+\s+countries)|by\s+(?:the\s+)?(?:US\s+|U\.S\.\s+)?(?:FDA|EMA|MHRA|NMPA|PMDA|European)|(?:and|but|while|whereas|although|on|based on|worldwide)\b)/;
/** What it may be approved for: a disease, by the endings of their names; trials, animals and somebody's own use are none. */
const FOR_DISEASE =
  /^\s+(?:for|in|to treat)\s+(?:(?!(?:phase|trials?|stud(?:y|ies)|testing|our|this|my|cohorts?|mice|mouse|dogs?|cats?|animals?|compassionate|investigational)\b)[\p{L}\p{N}/-]+\s+){0,8}?(?:\p{L}*(?:omas?|a?emias?|cancers?|tumou?rs?|metastas[ei]s|malignanc(?:y|ies)|syndromes?)|[A-Za-z]?[A-Z]{3,5})(?![\p{L}-])/u;
/** What may stand between "approved" and the cancer that it is said to be approved for. */
const INDICATION =
  /^\s+(?:for|in|to treat)\s+(?:(?:the|use|in|treatment|treating|management|first-line|second-line|of|adults?|patients?|people|women|men|with|advanced|metastatic|locally|relapsed|refractory|recurrent|unresectable|and|or)\s+)*$/i;

/** @returns a remark on each drug that is called approved against its record */
export function statusConflict(dataset: Dataset, { passage, tree, source }: Place): Remark[] {
  if (!/pprov|licen[sc]ed/.test(passage.text)) return NONE;
  const cell = wrongCell(dataset, passage);
  if (cell) return [cell];
  const found: Remark[] = [];
  for (const mention of mentionsOf(dataset, passage)) {
    const entity = drugOf(dataset, mention);
    const said = entity === undefined ? undefined : claimOn(dataset, passage, mention);
    const status = said && conflicting(dataset, entity!, said);
    if (!status) continue;
    if (status.isElsewhere && !namesCancer(dataset, passage, said.end)) continue;
    if (isQuoted(tree, source, passage, mention.from)) continue;
    const drug = passage.text.slice(mention.start, mention.end);
    found.push(remark(passage, mention.start, mention.end, verdict(drug, entity!, status)));
  }
  return found;
}

interface Conflict extends Status {
  /** It is approved for something that is no cancer. */
  readonly isElsewhere: boolean;
}

/** The status that "approved" contradicts; nothing where it may be right. */
function conflicting(dataset: Dataset, entity: number, { isPast, words }: Pick<Said, "isPast" | "words">): Conflict | undefined {
  const record = dataset.record(entity) as DrugRecord | undefined;
  // where a folder knows of another fate the card shows both
  if (!record || record.own?.some(({ data }) => data.regulatory)) return undefined;
  const status = statusOf(record);
  const { events } = record.regulatory;
  const isElsewhere = events.some(({ event, oncology }) => event.startsWith("approved") && oncology === false);
  // what has been approved and is no longer was approved
  if (CONFLICTS.has(status.word)) return isPast && status.word === "withdrawn" ? undefined : { ...status, isElsewhere };
  if (status.word !== "approved regionally" || record.also_approved) return undefined;
  const [agency] = /\b(?:FDA|EMA)\b/.exec(words) ?? [];
  return agency && !events.some((event) => event.agency === agency && event.event.startsWith("approved"))
    ? { ...status, isElsewhere }
    : undefined;
}

function verdict(drug: string, entity: number, status: Status): Verdict {
  const message = `“${drug}” is called approved; as of ${status.asOf} its record says: ${statusText(status, " (")}${status.text ? ")" : ""}.`;
  return { rule: "status-conflict", message, replacements: [], entity };
}

/** A column of what agencies decided; "status" alone does not say whose, but where the table speaks of targets, cancers or trials. */
const OF_AGENCIES = /^\W*(?:(?:approval|regulatory|FDA|EMA)\s+status|(?:FDA|EMA|regulatory)\s+approval)\W*$/i;
const STATUS = /^\W*(?:status|approval)\W*$/i;
const OF_DRUGS = /^\W*(?:(?:drug |molecular )?targets?|mechanisms?|moa|class|indications?|cancers?|tumou?rs?|phase)\b/i;
const APPROVED = /^\W*(?:(?:FDA|EMA)[- ])?approved\W*(?:\((?:FDA|EMA)\)\W*)?$/i;

/** What a table says of a row's drug, where the cell says "approved" and no more. */
function wrongCell(dataset: Dataset, passage: Passage): Remark | undefined {
  const { heading, row, text } = passage;
  if (!heading || !row || !APPROVED.test(text)) return undefined;
  const isOfAgencies =
    OF_AGENCIES.test(heading.text) || (STATUS.test(heading.text) && row.some((cell) => OF_DRUGS.test(cell.heading?.text ?? "")));
  const drug = isOfAgencies ? drugOfRow(dataset, row) : undefined;
  const status = drug && conflicting(dataset, drug.entity, { isPast: false, words: heading.text + text });
  if (!status || status.isElsewhere) return undefined;
  const start = text.search(/\S/);
  return remark(passage, start, text.trimEnd().length, verdict(drug.text, drug.entity, status));
}

interface Said {
  /** Where the statement ends. */
  readonly end: number;
  /** It says no more than that the drug once was approved. */
  readonly isPast: boolean;
  /** What names the agency, where one is named. */
  readonly words: string;
}

/** Whether a sentence states that a drug is or was approved. */
function claimOn(dataset: Dataset, passage: Passage, { start, end }: Mention): Said | undefined {
  const { text } = passage;
  const [from, to] = sentenceAround(text, start, end);
  if (text[to] === "?") return undefined;
  const before = text.slice(from, start);
  const after = text.slice(end, to);
  const isTakenBack = (lead: string) => TAKEN_BACK.test(lead) || TOLD.test(before) || TOLD.test(after);
  const bracket = IN_BRACKETS.exec(after);
  const apart = bracket ?? IN_COMMAS.exec(after);
  const behind = apart ?? SAID_AFTER.reduce<RegExpExecArray | null>((found, pattern) => found ?? pattern.exec(after), null);
  if (behind) {
    const last = end + behind[0].length;
    if (isTakenBack(before) || (!bracket && NO_SUBJECT.test(before))) return undefined;
    const rest = text.slice(last, to);
    if (!apart && !GOES_ON.test(rest) && !FOR_DISEASE.test(rest) && !namesCancer(dataset, passage, last)) return undefined;
    const isPast = apart ? apart.groups!["past"] !== undefined : !/^(?:is|are|remain)/.test(behind[1]!);
    return { end: last, isPast, words: behind[0] + (GOES_ON.exec(rest)?.[0] ?? "") };
  }
  const agency = BY_AGENCY.exec(before);
  const ahead = agency ?? SAID_BEFORE.exec(before);
  if (!ahead || isTakenBack(before.slice(0, ahead.index)) || OF_DRUG.test(after)) return undefined;
  return { end, isPast: agency !== null && agency[1] === undefined, words: ahead[0] };
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
