/** What a sentence says of a drug's approval, in closed patterns: "drug is approved", "drug (FDA-approved)", "approved drugs such as drug", "the FDA approved drug". */
import type { Dataset } from "../dataset/dataset";
import { kindNamed } from "../dataset/nameKinds";
import { LETTER } from "../note/letters";
import { sentenceAround } from "../note/sentence";
import type { Unlinked } from "../note/unlinked";
import { listAround } from "./drugList";
import { SUPPOSED } from "./targetClaims";

const BODY = "FDA|EMA|MHRA|NMPA|PMDA";
const AGENCIES = String.raw`(?:(?:US|U\.S\.|EU)[ -])?(?:${BODY})(?:(?:\/|[ -]and[ -])(?:${BODY}))?`;
const AGENCY = `(?:${AGENCIES}[ -])?`;
const REGION = String.raw`(?:(?:US|U\.S\.|EU|UK|European|American|British|Japanese|Chinese)\s+)?`;
const ADVERBS = String.raw`(?:\s+(?:now|currently|already|also|still|fully|widely|recently|first|both|clinically))*`;
const WAS = `(?<verb>is|are|remains?|was|were|became|has been|have been)${ADVERBS}`;
const ONE =
  "(?:drug|agent|therapy|treatment|antibody|inhibitor|antagonist|blocker|medicine|TKI|ADC|agonist|conjugate|vaccine|engager|option)";
const SEVERAL = `(?:${ONE}s|therapies|antibodies)`;
const THERAPY = `(?:${ONE}|${SEVERAL})`;
/** A word with whatever is in it: to compile a class of all letters takes ten times as long. */
const WORD = String.raw`[^\s.,;:()]+`;
const WORDS = String.raw`(?:${WORD}\s+){0,3}?`;
const APPROVED_BY = `${AGENCY}(?:approved|authori[sz]ed|marketed)`;
const APPROVAL = String.raw`(?:${AGENCY}(?:marketing\s+|market\s+)?approval|(?:${AGENCIES}\s+)?marketing\s+(?:authori[sz]ation|licen[cs]e))`;
/** What may stand between the drug and what is said of it, of which no part names who approves it: its brand, code or maker, what it is. */
const BEHIND = String.raw`^(?<between>[®™]?(?:\s\((?!and\b|or\b|plus\b|with\b)[^()+]{1,60}\))?(?:,\s+which|,\s+(?:an?|the)\s+[^,;.()]{2,60},)?\s+)`;
/** What is said right behind the drug. */
const SAID_AFTER = [
  // `drug is an approved therapy`, `drug and drug are approved therapies`
  String.raw`(?<verb>is|are|was|remains?|became)${ADVERBS}\s+(?:(?:an?|the(?:\s+(?:first|only|second))?)(?:\s+clinically)?\s+(?:${APPROVED_BY}|licen[sc]ed)\s+${WORDS}${ONE}|(?:${APPROVED_BY}|licen[sc]ed)\s+(?!(?:for|in|to|by|as)\b)${WORDS}${SEVERAL})`,
  // `drug was the first TGF-β inhibitor to be approved`
  String.raw`(?<verb>is|was|became|remains)\s+the\s+(?:first|only)\s+${WORDS}${ONE}\s+(?:to\s+be\s+)?${APPROVED_BY}`,
  // `drug is (now) (FDA-)approved`, `drug was marketed`, `drug is on the (US) market`
  String.raw`${WAS}\s+(?:${APPROVED_BY}|(?:available\s+)?on\s+the\s+${REGION}market)`,
  // licensed to and by whom is another matter: it must be for a disease, or somewhere and no more
  String.raw`${WAS}\s+licen[sc]ed(?=\s+(?:for|to treat)\s+(?![A-Z]{3}\s\d)[a-zA-Z]|\s+in\s+(?!\d)(?![^.;,]*\s(?:by|from|to)\s))`,
  // what the body clears a drug for may be a trial: it must be for a disease
  String.raw`${WAS}\s+(?:${AGENCIES}[ -]cleared|cleared\s+by\s+(?:the\s+)?${AGENCIES})(?=\s+(?:for|to treat)\s)`,
  String.raw`(?:(?:has|have|had)\s+)?(?<verb>received|gained|obtained|won|got|secured|has|have|holds|(?:was|were|been)\s+granted)\s+(?:(?:full|accelerated|conditional|regular|initial|its|first|an?|EU|UK|US|European)\s+)*${APPROVAL}`,
  String.raw`(?<verb>entered|reached|came\s+to)\s+the\s+${REGION}market(?!\s+of\b)`,
]
  .map((said) => `${BEHIND}${said}`)
  // `drug, approved for`, `drug, an MMP inhibitor approved for`, `drug, an approved MMP inhibitor`
  .concat(
    String.raw`^[®™]?,\s+(?<verb>${APPROVED_BY})(?=\s+(?:for|to treat)\s)`,
    String.raw`^(?<between>[®™]?,\s+an?\s+[^,;.()]{2,50}\s)(?<verb>${APPROVED_BY})`,
    String.raw`^[®™]?,\s+(?:an?|the(?:\s+(?:first|only))?)\s+(?:clinically\s+)?(?<verb>${APPROVED_BY})\s+${WORDS}${ONE}`,
  )
  .map((said) => new RegExp(`${said}(?![${LETTER}-])`));
/** A disease, by the endings of their names. */
export const DISEASE_WORD = String.raw`[^\s.,;:()/-]*(?:omas?|a?emias?|cancers?|tumou?rs?|metastas[ei]s|malignanc(?:y|ies)|syndromes?)`;
/** The same, or an abbreviation. */
const DISEASE = `(?:${DISEASE_WORD}|[A-Za-z]?[A-Z]{3,5})(?![${LETTER}-])`;
/** `drug (FDA-approved)`, `drug (approved in 2014)`, `drug (approved by the EMA)`, `drug (approved, melanoma)`, `drug (FDA-approved for`. */
const IN_BRACKETS = new RegExp(
  String.raw`^[®™]?\s\((?:now\s+)?${APPROVED_BY}(?:\s+by\s+(?:the\s+)?${AGENCIES})?(?<past>\s+(?:in\s+)?\d{4})?(?=\)|\s+(?:for|in|to treat)\s|[,;:]\s+(?:(?!(?:not|no|but)\b)${WORD}\s+){0,4}?${DISEASE}\))`,
);
/** `- drug: approved`, all that an item of a list says, but for which disease. */
const IN_ITEM = new RegExp(
  String.raw`^[®™]?(?:\s?[:–—]|,)\s+(?:now\s+)?${APPROVED_BY}(?<past>\s+(?:in\s+)?\d{4})?(?=\s?[.,;(]|\s*$|\s+(?:for|to treat)\s)`,
);
/** What stands before the drug in such an item: nothing, or a task's box. */
const STARTS_ITEM = /^\s*(?:(?:\[[ xX]\]|\ufffc)\s+)?$/;
/** `drug, approved in 2012,`, `drug, now approved,`: said of the drug right before it. */
const IN_COMMAS = new RegExp(
  String.raw`^[®™]?,\s+(?:(?:now|already|currently)\s+${AGENCY}approved|(?:first\s+)?${AGENCY}approved(?<past>\s+(?:in|since)\s+(?:[A-Z][a-z]+\s+)?\d{4}))(?=[,;.)]|$)`,
);
/** What stands between drugs and some of them. */
const SUCH_AS = String.raw`(?:such as|including|like|include|are|e\.g\.,?)`;
/**
 * `FDA-approved (EZH2 inhibitor) drug`, `marketed drugs such as drug`, right before it: what is approved is the drug, no protocol. Of
 * `approved and experimental drugs such as drug` nobody knows which it is.
 */
const SAID_BEFORE = new RegExp(
  String.raw`(?:\b(?:[Tt]he|[Aa]n?)\s+(?:${APPROVED_BY}|licen[sc]ed)\s+(?:${WORDS}${ONE}\s+)?|(?<![${LETTER}-])${AGENCIES}-approved\s+(?:${WORDS}${ONE}\s+)?|(?<!\b(?:and|or)\s(?:${AGENCIES}-)?)\b(?:[Aa]pproved|[Mm]arketed|[Ll]icen[sc]ed)\s+(?!(?:and|or)\b)${WORDS}${THERAPY}(?:,?\s+${SUCH_AS}\s+|:\s+|\s+\((?:e\.g\.,? )?)|^\s*[Aa]pproved:\s+|\b[Tt]he\s+(?:only|first)\s+${APPROVED_BY}\s+${WORDS}${ONE}\s+(?:is|was)\s+)$`,
);
/** `Since its approval in 2012, drug has`, which begins what is said: elsewhere "its" may be another's. */
const SINCE = new RegExp(String.raw`^\s*[Ss]ince\s+its\s+${APPROVAL}(?:\s+(?:in\s+\d{4}|by\s+(?:the\s+)?${AGENCIES}))*,?\s+$`);
/** `The FDA approval of drug for a disease was based on`: behind "of drug" it has been given. By an ethics committee much is granted, and what is "in 2027" may be hoped. */
const APPROVAL_OF = new RegExp(String.raw`(?:^|\b[Tt]he\s+)${APPROVAL}\s+of\s+$`);
const WAS_GIVEN = new RegExp(
  String.raw`^(?:\s+(?:for|in|to treat)\s+(?:(?!(?:not|never|would|will|may|might|could|if)\b)${WORD}\s+){0,8}?${DISEASE})?(?:\s+in\s+(?:19|20)\d\d)?\s+(?:(?:was|is|were)\s+based|(?:was|were)\s+granted\s+(?:in\s+(?:19|20)\d\d|by\s+(?:the\s+)?${AGENCIES})|(?:rests|rested)\s+on|came\s+(?:in|after|with)|changed|has\s+changed)\b`,
);
/** What introduces a list, of all of which it is said: `approved drugs include drug, drug and drug`; and how that ends. */
const INTRODUCES = new RegExp(String.raw`(?:${SUCH_AS}|[:(])\s*$`);
const ENDS_LIST = /^[®™]?\s*(?:[.;)]|$)/;
/** `the FDA (has) approved drug`, `the EMA granted marketing authorisation to drug`; with anything between, somebody approved something of the drug: a trial. */
const BY_AGENCY = new RegExp(
  String.raw`\b(?:${BODY}|European (?:Commission|Medicines Agency)|Food and Drug Administration)\s+((?:has|have)\s+)?(?:(?:now|recently|first|finally)\s+)*(?:approved|licen[sc]ed|authori[sz]ed|granted\s+(?:(?:full|accelerated|conditional|regular|an?)\s+)*(?:approval|marketing\s+authori[sz]ation)\s+(?:to|for))\s+$`,
);
/** What before "approved" takes it back, puts it in the past, or makes it no statement. */
const NO_STATEMENT = new RegExp(
  String.raw`\b(?:if|whether|unless|until|once|when|before|after|should|could|would|may|might|must|not|never|nor?|neither|none|non|un|without|cannot|claim\w*|contrary|${SUPPOSED}|hop(?:e|ed|ing)|expect\w*|predict\w*|soon|case|world|had|were|previously|formerly|earlier|first|unlike|than|who|according|say(?:s|ing)?|said|states?|stated|wr[io]tes?|written)\b|n['’]t\b`,
  "i",
);
const DENIED = /\b(?:not|never|no|non|yet|un)\b/;
/** What in the same sentence tells the rest of the story. */
const TOLD =
  /\b(?:withdr\w+|revok\w+|discontinu\w+|no longer|pulled|halted|failed|suspended|refus\w+|reject\w+|errors?|erroneous\w*|wrong\w*|mistak\w+|incorrect\w*|false\w*|but (?:it )?(?:is|was)(?: not|n['’]t)|veterinary|canine|feline|dogs?|cats?|(?:they|he|she|some)\s+(?:wrote|sa(?:y|id)|claim\w*|believe\w*))\b/i;
/** The drug is not the subject: "a derivative of X is approved". */
const NO_SUBJECT = /(?:\b(?:of|to|than|like|from|with|by|for|against|as|over|on|in|versus|vs\.?)|[+/])\s+(?:the\s+)?$/i;
/** A trial of the drug is what is approved. */
const OF_DRUG =
  /^[- ](?:protocols?|trials?|stud(?:y|ies)|amendments?|arms?|project|experiments?|request|order|combination|library|based)\b/i;
/** What is said of several drugs: "A and B are approved". */
const OF_ALL = /^[®™]?\s+(?:both\s+|all\s+)?(?:are|were|have)\b/;
/** What may follow a drug that "approved:" leads: no dose and no order, which somebody else approved. */
const ENDS_ITEM = /^[®™]?(?:\s*[.;)]|\s*$|,?\s+and\s|,\s+(?!\d))/;
/** By whom; what follows must be no trial, nor a status that is no approval. */
const BY_BODY = new RegExp(
  String.raw`^\s+(?:by|from)\s+(?:the\s+)?(?:US\s+|U\.S\.\s+)?(?:European\s+(?:Commission|Medicines\s+Agency)|(?:${BODY})(?:(?:\/|\s+and\s+(?:the\s+)?)(?:${BODY}))?)`,
);
const PURPOSE = /^\s+(?:to|as|for|in|under)\b/;
/** What may follow "approved" and ends the statement, or says when or where. */
const GOES_ON =
  /^\s*(?:$|[.,;:)]|(?:in|since|as of)\s+(?:[A-Z][a-z]+\s+)?(?:19|20)\d\d\b|in\s+(?:the\s+)?(?:US\b|U\.S\.|USA|EU\b|UK\b|United\s(?:States|Kingdom)|Europe(?:an Union)?|Japan|China|Germany|Canada|Australia|Switzerland|oncology|[a-z]+\s+countries)|\((?:(?:FDA|EMA)[ ,]{1,2})?(?:19|20)\d\d|for\s+(?:(?:many|several|some|over|a\s+few|two|three|\d+)\s+)?(?:years|decades)\b|as\s+(?:an?\s+|the\s+)?(?:(?:first|second|third)-line|adjuvant|neoadjuvant|maintenance|monotherapy)\b|of(?!\s+(?:its|their|the|an?)\b)\b|(?:and|but|while|whereas|although|on|based on|worldwide|that|which|against|targeting)\b)/;
/** A word before a disease that something may be approved for: trials, animals and somebody's own use are none. */
export const BEFORE_DISEASE = String.raw`(?:(?!(?:phase|trials?|stud(?:y|ies)|testing|our|this|my|cohorts?|mice|mouse|dogs?|cats?|animals?|canine|feline|veterinary|orphan|compassionate|investigational|non?)\b)${WORD}\s+)`;
/** What it may be approved for: a disease, by the endings of their names. */
const FOR_DISEASE = new RegExp(String.raw`^\s+(?:for|in|to treat)\s+${BEFORE_DISEASE}{0,8}?${DISEASE}`);
/** What may stand between "approved" and the cancer that it is said to be approved for. */
const INDICATION =
  /^\s+(?:for|in|to treat)\s+(?:(?:the|use|in|treatment|treating|management|first-line|second-line|of|adults?|patients?|people|women|men|with|advanced|metastatic|locally|relapsed|refractory|recurrent|unresectable|and|or)\s+)*$/i;

/** Whether a text may say that a drug is approved: asked once of each that names one. */
export const speaksOfApproval = (text: string): boolean => SPEAKS.test(text);
/** A part of every word that says so. */
const SPEAKS = /pprov|licen[sc]e|arket|uthori|leared/;

/** What the first pattern finds that finds something. */
function firstOf(patterns: readonly RegExp[], text: string): RegExpExecArray | null {
  for (const pattern of patterns) {
    const found = pattern.exec(text);
    if (found) return found;
  }
  return null;
}

/** Places and bodies that records of withdrawn drugs say little of: such a drug may be on the market there. */
const ABROAD = /Japan|PMDA|Chin|NMPA|Korea|Taiwan|Canad|Austral|Swi[st]|India|Russia|Brazil|Israel/;

/** A statement that a drug is or was approved. */
export interface ApprovalClaim {
  /** Where the statement ends. */
  readonly end: number;
  /** It says no more than that the drug once was approved. */
  readonly isPast: boolean;
  /** It speaks of a place where a drug that was withdrawn elsewhere may be approved. */
  readonly isAbroad: boolean;
  /** What names the agency, where one is named. */
  readonly words: string;
}

/** How a sentence says that a drug is or was approved; nothing if it does not. */
export function approvalClaim(dataset: Dataset, read: Unlinked, i: number): ApprovalClaim | undefined {
  const { text, mentions } = read;
  const { start } = mentions[i]!;
  const [from, to] = sentenceAround(text, start, mentions[i]!.end);
  if (text[to] === "?" || !SPEAKS.test(text.slice(from, to))) return undefined;
  const list = listAround(dataset, text, mentions, i);
  const end = list.end <= to && OF_ALL.test(text.slice(list.end, to)) ? list.end : mentions[i]!.end;
  const before = text.slice(from, start);
  const after = text.slice(end, to);
  const isAbroad = ABROAD.test(before + after);
  const isTakenBack = (lead: string) => NO_STATEMENT.test(lead) || TOLD.test(before) || TOLD.test(after);
  // each pattern holds such a word: where none stands behind the drug, or none before it, these need not be tried
  const isAfter = SPEAKS.test(after);
  const bracket = isAfter ? (IN_BRACKETS.exec(after) ?? (STARTS_ITEM.test(text.slice(0, start)) ? IN_ITEM.exec(after) : null)) : null;
  const apart = isAfter ? (bracket ?? IN_COMMAS.exec(after)) : null;
  const behind = isAfter ? (apart ?? firstOf(SAID_AFTER, after)) : null;
  if (behind) {
    const last = end + behind[0].length;
    const { between = "", verb, past } = behind.groups!;
    if (isTakenBack(before) || DENIED.test(behind[0]) || (!bracket && NO_SUBJECT.test(text.slice(from, list.start)))) return undefined;
    const body = BY_BODY.exec(text.slice(last, to))?.[0] ?? "";
    const rest = text.slice(last + body.length, to);
    const isForDisease = () => FOR_DISEASE.test(rest) || namesCancer(dataset, read, last + body.length);
    if ((!apart || PURPOSE.test(rest)) && !GOES_ON.test(rest) && !(body && !PURPOSE.test(rest)) && !isForDisease()) return undefined;
    const isPast = apart ? past !== undefined : !/^(?:is|are|remain|has$|have$|holds)/.test(verb!);
    return { end: last, isPast, isAbroad, words: behind[0].slice(between.length) + body + (GOES_ON.exec(rest)?.[0] ?? "") };
  }
  if (!SPEAKS.test(before)) return undefined;
  const agency = BY_AGENCY.exec(before);
  const given = APPROVAL_OF.exec(before);
  const since = SINCE.exec(text.slice(0, start));
  if ((since && /^[®™]?\s+(?:has|have|is|was)\b/.test(after)) || (given && WAS_GIVEN.test(after))) {
    const { 0: words, index } = (since ?? given)!;
    return isTakenBack(since ? "" : before.slice(0, index)) || DENIED.test(words) ? undefined : { end, isPast: true, isAbroad, words };
  }
  const lead = text.slice(from, list.start);
  const isInList = list.index > 0 && INTRODUCES.test(lead) && ENDS_LIST.test(text.slice(list.end, to));
  const ahead = agency ?? SAID_BEFORE.exec(isInList ? lead : before);
  if (!ahead || isTakenBack(before.slice(0, ahead.index)) || OF_DRUG.test(after)) return undefined;
  if (/:\s+$/.test(before) && !ENDS_ITEM.test(after)) return undefined;
  if (PURPOSE.test(after) && !GOES_ON.test(after) && !FOR_DISEASE.test(after) && !namesCancer(dataset, read, end)) return undefined;
  return { end, isPast: agency !== null && agency[1] === undefined, isAbroad, words: ahead[0] };
}

/** Whether a cancer follows as that for which something is approved. */
function namesCancer(dataset: Dataset, { text, mentions }: Unlinked, at: number): boolean {
  return mentions.some(
    ({ start, names }) =>
      start > at && start < at + 120 && kindNamed(dataset, names[0]!) === "cancer" && INDICATION.test(text.slice(at, start)),
  );
}

/** What stands before a cancer that something is approved against; "in myeloma" and "for patients with lymphoma" may say in whom it does something else. */
const AGAINST =
  /^\s+(?:for|to treat)\s+(?:(?:the\s+)?(?:treatment|management)\s+of\s+(?:(?:adults?|patients?|people|women|men)\s+)*(?:with\s+)?|treating\s+)?(?:(?:first-line|second-line|advanced|metastatic|locally|relapsed|refractory|recurrent|unresectable|and|or)\s+)*/i;
/** Cancers that are known by their endings. */
const CANCER = new RegExp(
  String.raw`^(?:[${LETTER}-]*(?:blastoma|carcinoma|sarcoma|lymphoma|melanoma|myeloma|glioma|mesothelioma|leuka?emia)s?|(?:solid\s+)?(?:cancer|tumou?r)s?)(?![${LETTER}-])`,
  "i",
);
/** Behind a cancer these are what something is for: "for colorectal cancer prevention". */
const NOT_AGAINST =
  /^[\s-](?:patients|survivors|(?:chemo)?prevention|prophylaxis|surgery|pain|screening|detection|diagnosis|imaging|staging|risk|associated|related|induced|cachexia|an?emia|fatigue|nausea|thrombosis)\b/i;

/** Whether a cancer follows as what something is approved against, where it is known to be approved for something else. */
export function isForCancer(dataset: Dataset, { text, mentions }: Unlinked, at: number): boolean {
  const lead = AGAINST.exec(text.slice(at));
  if (!lead) return false;
  const start = at + lead[0].length;
  const named = mentions.find((one) => one.start === start && kindNamed(dataset, one.names[0]!) === "cancer");
  const length = named ? named.end - start : CANCER.exec(text.slice(start))?.[0].length;
  return length !== undefined && !NOT_AGAINST.test(text.slice(start + length));
}
