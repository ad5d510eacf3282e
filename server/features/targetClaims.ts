/** What a sentence says of a drug's target, in closed patterns: "drug (anti-T)", "anti-T antibody drug", "drug, a T inhibitor", "the T inhibitors drug and drug", "drug targets T". */
import type { Dataset } from "../dataset/dataset";
import { anyOf, LETTER } from "../note/letters";
import type { Mention } from "../note/mentions";
import { sentenceAround } from "../note/sentence";
import { type DrugList, isSureOf, LONGEST_JOINT, listAround } from "./drugList";
import { drugOf } from "./rules/finding";
import { ANTI, DIRECTED, type Named, namedFrom, targetAt } from "./targetNamed";

/** A statement about a drug's target, which stands in the text. */
export interface TargetClaim extends Named {
  /** Whether the drug is said to bind the target, as an antibody does and what one leads; else it is said to block it. */
  readonly ofBinder: boolean;
  /** Whether it is said of several drugs at once. */
  readonly isShared: boolean;
  /** Whether the words may speak of a mere effect: a verb, "an inhibitor of T", "T-directed". */
  readonly isLoose: boolean;
}

const BINDER = `(?:antibod(?:y|ies)|mAbs?|MoAbs?|ADCs?|(?:antibody|immuno)[- ]?(?:drug[- ])?conjugates?|bispecifics?|(?:T[- ]cell )?engagers?|CAR[- ]?T(?:[- ]cells?)?|CARs)(?: (?:products?|therap(?:y|ies)))?`;
const BLOCKER = `inhibitors?|antagonists?|blockers?|degraders?|TKIs?|PROTACs?|antisense(?: oligonucleotides?)?`;
/** Drugs that are said to be "T-directed" and no more; no therapy, which may be another's: "on EGFR-targeted therapy X was added". */
const AGENT = `drugs?|agents?|compounds?|medicines?|biologics?|therap(?:ies|eutics?)`;
/** What is done, where brackets say by which drug: "PD-1 blockade (nivolumab)". */
const DEED = "therapy|treatment|blockade|inhibition";
/** "an inhibitor" as it is written behind the target in short, "EGFRi". */
const SHORT = String.raw`(?<=[A-Z\d])(?<short>is?)`;
const NOUN = String.raw`(?:[\s-](?:(?<binder>${BINDER})|(?<blocker>${BLOCKER})|(?<agent>${AGENT})|(?<deed>${DEED}))|${SHORT})`;
/** Where a phrase that ends in such a noun stands right before a drug, or before the words that introduce several. */
const BEFORE = new RegExp(
  String.raw`${NOUN}(?<joint>\s+|:\s+|,\s+|,?\s+(?:such as|including|include|like|e\.g\.,?)\s+|\s+\((?:e\.g\.,? |such as |including |i\.e\.,? )?)$`,
);
const HOW = "directly|selectively|specifically";
/** Where the target follows what binds or blocks it. */
const NOUN_OF = new RegExp(
  String.raw`^(?<adjectives>(?:\S+\s+){0,6}?)(?:${BINDER}\s+(?:(?:directed\s+|raised\s+)?(?:against|to)|targeting|specific for|(?:that|which)\s+(?:(?:${HOW})\s+)?(?:targets|binds(?:\s+to)?|recogni[sz]es))|(?<blocker>(?:${BLOCKER})\s+(?:of|targeting)|${BINDER}\s+(?:that|which)\s+blocks))\s+(?:(?:the|human)\s+)*`,
);
/**
 * Where it follows a verb in the present: "targets", "binds", and with how it does so "inhibits", "blocks". Alone these are said of
 * effects, and so is all in the past: "trastuzumab inhibits AKT", "it inhibited VEGF".
 */
const verb = (s: "s" | "", is: string): RegExp =>
  new RegExp(
    String.raw`^[®™]?(?:,\s+(?:directed\s+(?:against|at)|targeting)|(?:,\s+which)?\s+(?:(?:(?:${HOW}|primarily|both|all)\s+)?(?:target${s}|neutrali[sz]e${s}|bind${s}(?:\s+to)?|${is} (?:both )?directed (?:against|at))|(?:${HOW}|(?:ir)?reversibly|covalently|allosterically|competitively)\s+(?:inhibit${s}|block${s}|antagoni[sz]e${s})|(?:act${s}|work${s})\s+by\s+(?:(?:${HOW})\s+)?(?:blocking|inhibiting|targeting|binding(?:\s+to)?)))\s+(?:(?:the|human)\s+)*(?=(?<phrase>[^,;:()]{2,80}))`,
  );
const VERB = verb("s", "is");
const VERB_OF_SEVERAL = verb("", "are");
/** The drug is the subject of that verb: it begins the sentence or clause, behind no more than what it is, "the antibody". */
const SUBJECT = new RegExp(
  String.raw`(?:^\s*|[,;:]\s+|\b(?:[Ww]hile|[Ww]hereas|[Bb]ut|[Bb]ecause|[Ss]ince|[Aa]lthough|[Tt]hough)\s+)(?:[Tt]he\s+(?:[\w/-]+\s+){0,2}(?:antibody|mAb|ADC|bispecific|inhibitor|TKI|${AGENT})\s+)?$`,
);
/** What is observed or thought is no statement of what a drug is. */
const OBSERVED =
  /\b(?:[Ww]e|[Oo]ur|show\w*|found|finds?|findings?|report\w*|demonstrat\w*|suggest\w*|reveal\w*|discover\w*|identif\w*|predict\w*|dock\w*|[Ss]urpris\w*|[Ii]nteresting\w*|[Uu]nexpected\w*|also|off-target|silico|repurpos\w*)\b/;
/** Where it stands right behind one. */
const BEHIND =
  /^[®™]?(?:(?<comma>,\s+(?:an?|the)\s+)|(?<bracket>\s*\((?:an?\s+|the\s+)?)|(?<verb>\s+(?:(?:is|was)\s+(?:an?|one of the)|acts\s+as\s+an?|belongs\s+to\s+the(?:\s+class\s+of)?)\s+)|(?<several>\s+(?:are|were)\s+(?:both\s+|all\s+)?|,\s+(?:both|all)\s+)|(?<item>(?:\s?[:–—]|\s[-=])\s+(?:an?\s+)?))(?<phrase>[^,;:()]{2,120})/;
/** A brand, a code or a maker in brackets right behind the drug. */
const BESIDES = /^[®™]?\s\((?!(?:and|or|plus|with|followed|vs|versus)\b)[^()+]{1,80}\)/;
const FIRST_NOUN = new RegExp(String.raw`${NOUN}(?![${LETTER}\d-])`);

/** What may stand between an article and the target. */
const ADJECTIVE = anyOf(
  "highly|fully|orally|more|selective|specific|mutant-selective|potent|oral|bioavailable|available|brain-penetrant",
  "reversible|irreversible|covalent|small[- ]molecule|multi-target(?:ed)?",
  String.raw`recombinant|IgG(?:\d\w?)?|kappa|(?:immune )?checkpoint|tyrosine kinase|kinase`,
  "novel|new|investigational|experimental|approved|FDA-approved|dual|direct|clinical|classical",
  "humani[sz]ed|human|murine|chimeric|bispecific|blocking|therapeutic|neutrali[sz]ing|monoclonal",
  "(?:first|second|third|fourth|next)-generation|(?:first|second|third)-in-class|first|ATP-competitive|allosteric|autologous|allogeneic|steroidal|nonsteroidal|pure",
);
const ADJECTIVES = new RegExp(String.raw`^(?:${ADJECTIVE}(?:,|\s+and)?\s+)*$`, "i");
const PAN_BEFORE = /\bpan-$/i;

/** A phrase that names one drug alone begins the sentence, or stands behind an article or a word that takes it as a whole. */
const ANCHOR = /(?:^|[.:;(]\s*|\b(?:[Tt]he|with|by|using|received|receiving|gave|given|plus)\s+)$/;
/** A target before the noun shares it: "BRAF and MEK inhibitors". */
const SHARES_NOUN = /(?:\b(?:and|or|nor|plus|versus|vs\.?|both|than)|[,/+&–-])\s*$/;
/** A drug that does not stand alone: its partner may be what is meant, unless that is no drug by name. */
const NOT_ALONE =
  /^[®™]?(?:\s*[+/&–](?!\s?(?:chemo(?:therapy)?|radiotherapy|radiation|RT|SBRT|surgery|placebo|BSC)\b)|-|\s+(?:combination|combo|doublet|regimen|arms?|groups?)\b)/;
/** Another such phrase in the same brackets tells what each of several drugs is. */
const SAYS_MORE = /\b[Aa]nti[-‐‑–]|α[-‐‑]?[A-Z]|inhibitor|antagonist|blocker|respectively/;
/** The drug is not the subject: "the partner of nivolumab is a …". */
const NO_SUBJECT = /(?:\b(?:of|to|than|like|from|with|by|for|against|as|over|on|in|and|or|versus|vs\.?)|[+/,])\s+(?:the\s+)?$/i;
/** What stands beside such a drug: "fulvestrant is a CDK4/6 inhibitor partner". */
const PARTNER = "partners?|comparators?|backbones?|combinations?|alternatives?|substrates?|sensiti[sz]ers?|arms?|trials?";
/** The sentence goes on to another drug, which the phrase may belong to: "nivolumab, a CTLA-4 inhibitor, and ipilimumab". */
const GOES_ON = new RegExp(String.raw`^(?:,?\s*(?:and|or|then|[+&/])|\s+(?:plus|with)|[\s-]+(?:${PARTNER}))(?![${LETTER}])`);

const ENDS = /^(?:[.,;)]|$)/;

/** What says that a statement is wrong, or only what somebody thinks. */
export const SUPPOSED = String.raw`wrong\w*|mistak\w+|incorrect\w*|false\w*|myth|assum\w+|suppos\w+|imagin\w+|pretend\w*|believ\w+|thought|thinks?|rumou?rs?`;
/** What before it takes a statement back or makes it somebody's mistake. */
const TAKEN_BACK = new RegExp(
  String.raw`\b(?:not|no|never|neither|nor|non|unlike|than|instead|without|lacks?|whether|if|erroneous\w*|mislabel\w*|misclassif\w*|so-called|confus\w+|typos?|${SUPPOSED})\b|n['’]t\b`,
  "i",
);
/** What before the drug makes a statement an earlier one, or somebody's mistake: "last week I wrote that X is a PI3K inhibitor". */
const QUOTED = /\b(?:I|we) (?:\w+ )?(?:wrote|called)\b|\b(?:wrongly|mistakenly|erroneously)\b/i;
/** What behind it makes it one. */
const CALLED_WRONG = /\b(?:wrong\w*|mistak\w+|incorrect\w*|erroneous\w*|error|false\w*|sic|respectively)\b/i;

/**
 * What the text says of a drug's target.
 * @param mentions the names of the text, in order
 * @param i which of them is the drug
 * @returns nothing if the text says nothing in one of the fixed patterns, takes it back, or asks
 */
export function targetClaim(dataset: Dataset, text: string, mentions: readonly Mention[], i: number): TargetClaim | undefined {
  const { start, end } = mentions[i]!;
  const isBehind = mayFollow(text, end);
  const before = mentions[i - 1];
  const isListed = before !== undefined && start - before.end <= LONGEST_JOINT;
  if (!isBehind && !isListed && !mayPrecede(text, start)) return undefined;
  const list = listAround(dataset, text, mentions, i);
  const isAhead = mayPrecede(text, list.start);
  if (!isBehind && !isAhead) return undefined;
  const [from, to] = sentenceAround(text, start, end);
  if (text[to] === "?") return undefined;
  const after = text.slice(end, to);
  const lead = text.slice(from, start);
  const behind = (skipped: number) =>
    claimBehind(dataset, lead, after.slice(skipped), from, end + skipped) ??
    claimByVerb(dataset, lead, after.slice(skipped), end + skipped);
  const besides = BESIDES.exec(after)?.[0].length;
  const claim =
    (isBehind
      ? (behind(0) ?? (besides ? behind(besides) : undefined) ?? behindOwnName(dataset, text.slice(0, to), mentions, i))
      : undefined) ??
    (list.count > 1 ? claimOfSeveral(dataset, text.slice(from, list.start), text.slice(list.end, to), from, list.end) : undefined) ??
    (isAhead ? claimBefore(dataset, text, list, from, after) : undefined);
  if (!claim || TAKEN_BACK.test(text.slice(from, Math.min(claim.start, start))) || QUOTED.test(lead)) return undefined;
  if (claim.isLoose && OBSERVED.test(text.slice(from, to))) return undefined;
  return CALLED_WRONG.test(text.slice(Math.max(claim.end, end), to)) ? undefined : claim;
}

/** `drug (brand; anti-T)`, `drug (code, a T inhibitor)`: what stands in the brackets behind another of its names. */
function behindOwnName(dataset: Dataset, text: string, mentions: readonly Mention[], i: number): TargetClaim | undefined {
  const [drug, other] = [mentions[i]!, mentions[i + 1]];
  if (!other || drugOf(dataset, other) !== drugOf(dataset, drug) || !/^[®™]?\s\($/.test(text.slice(drug.end, other.start)))
    return undefined;
  const joint = /^[®™]?[,;]\s/.exec(text.slice(other.end))?.[0].length;
  const at = other.end + (joint ?? 0);
  return joint ? claimBehind(dataset, "", ` (${text.slice(at)}`, 0, at - 2) : undefined;
}

/** Whether a text speaks of what has targets: asked once of each that names a drug. */
export const speaksOfTargets = (text: string): boolean => SPEAKS.test(text) || SPEAKS_IN_SHORT.test(text);
/** Each has four characters or more: V8 then compares four at once, which takes half the time. */
const SPEAKS =
  /nti[-‐‑–\s]|ntibod|hibitor|agonist|locker|grader|PROTAC|njugate|specific|ngager|ntisense|target|eutrali|binds|hibits|blocks|hibiting|blocking|hibition|ockade|irected/;
const SPEAKS_IN_SHORT = /[A-Z\d]is?\b|TKI|mAb|ADC|CAR|α/;

/** Whether what stands behind a name may say its target: asked before the patterns are tried, since for most names it cannot. */
function mayFollow(text: string, end: number): boolean {
  let at = end;
  while (at < text.length && SKIPPED.has(text.charCodeAt(at))) at++;
  return OPENS.has(text.charCodeAt(at)) && TO_BE_SAID.test(text.slice(at, at + 120));
}
const mayPrecede = (text: string, start: number): boolean => SAID.test(text.slice(Math.max(0, start - 24), start));
/** Spaces, line ends, signs of brands. */
const SKIPPED: ReadonlySet<number> = new Set([32, 10, 13, 0xa0, 0xae, 0x2122]);
/** A bracket, a comma, a colon, dashes, "is", "was", "works"; "targets", "acts by", "binds" and how. */
const OPENS: ReadonlySet<number> = new Set([..."(,:–—-=iwtabcdnprs"].map((char) => char.charCodeAt(0)));
const TO_BE_SAID = /[A-Z\d]is?\b|nti|α|hibit|agoni|lock|grader|TKI|mAb|ADC|CAR|njugate|specific|irected|arget|bind|eutrali/;
const SAID =
  /(?:[A-Z\d]is?|bod(?:y|ies)|[oM]?Abs?|hibitors?|agonists?|lockers?|graders?|TKIs?|TACs?|ADCs?|gates?|fics?|gagers?|CAR.?T|ells?|uct|ap(?:y|ies)|ment|ockade|bition|eutics?|sense|tides?|rugs?|gents?|ounds?|cines?|ogics?)(?:[:,]?\s+|,?\s+(?:such as|including|include|like|e\.g\.,?)\s+|\s+\([a-z., ]{0,11})$|(?:nti-|α-?)\S{2,12} \($/;

/**
 * `drug (anti-T)`, `drug, a T inhibitor`, `drug, an antibody against T`, `drug is an anti-T antibody`, in a list `drug: T inhibitor`,
 * and of several `drug and drug are T inhibitors`.
 */
function claimBehind(
  dataset: Dataset,
  before: string,
  after: string,
  from: number,
  end: number,
  isShared = false,
): TargetClaim | undefined {
  const match = BEHIND.exec(after);
  const { comma, bracket, verb, several, item, phrase } = match?.groups ?? {};
  if (!match || !phrase || isShared !== (several !== undefined)) return undefined;
  // a list may go on with what an article leads: "nivolumab, the PD-L1 antibody atezolizumab"
  const mustEnd = comma?.includes("the");
  if (((verb ?? several) && NO_SUBJECT.test(before)) || (item && (from > 0 || before.trim() !== ""))) return undefined;
  const at = end + match[0].length - phrase.length;
  const of = NOUN_OF.exec(phrase);
  const ahead = of && ADJECTIVES.test(of.groups!["adjectives"]!) ? namedFrom(dataset, phrase, of[0].length) : undefined;
  if (ahead) {
    const rest = after.slice(match[0].length);
    if ((bracket ? !rest.startsWith(")") : GOES_ON.test(rest)) || (mustEnd && !ENDS.test(rest)) || (comma && NOT_ALONE.test(after)))
      return undefined;
    const ofBinder = !of!.groups!["blocker"];
    return { ...ahead, start: at + ahead.start, end: at + ahead.end, ofBinder, isShared, isLoose: !ofBinder };
  }
  const noun = FIRST_NOUN.exec(phrase);
  // a line may end between the two, by two characters
  const said = phrase.slice(0, noun?.index).trimEnd();
  if (!noun && (!(bracket ?? item) || !ANTI.test(said))) return undefined;
  const rest = after.slice(match[0].length - phrase.length + (noun ? noun.index + noun[0].length : said.length));
  if (item && !noun && !ENDS.test(rest.trimStart())) return undefined;
  if (bracket ? !/^[),;]/.test(rest) || SAYS_MORE.test(rest.replace(/\).*$/s, "")) : GOES_ON.test(rest)) return undefined;
  if ((comma && NOT_ALONE.test(after)) || (mustEnd && !ENDS.test(rest))) return undefined;
  const named = targetAt(dataset, said);
  const { blocker, short, agent, deed } = noun?.groups ?? {};
  if (!named || !ADJECTIVES.test(said.slice(0, named.start).replace(PAN_BEFORE, "")) || deed) return undefined;
  if (noun && !isDirected(noun.groups!, named, said)) return undefined;
  return { ...named, start: at + named.start, end: at + named.end, ofBinder: !(blocker ?? short), isShared, isLoose: !!agent };
}

/** What a cell says of the drug of its row: "PD-1 inhibitor", "anti-HER2 antibody (IgG1)"; offsets in the cell. Nothing for others. */
export const claimOfCell = (dataset: Dataset, written: string): TargetClaim | undefined =>
  claimBehind(dataset, "", ` (${written.split("(")[0]!.trimEnd()})`, 0, -2);

/** `drug and drug are T inhibitors`, `drug and drug target T`. */
const claimOfSeveral = (dataset: Dataset, before: string, after: string, from: number, end: number): TargetClaim | undefined =>
  claimBehind(dataset, before, after, from, end, true) ?? claimByVerb(dataset, before, after, end, true);

/** `drug targets T`, `drug, which binds T`, `drug selectively inhibits T`, `drug works by blocking T`. */
function claimByVerb(dataset: Dataset, before: string, after: string, end: number, isShared = false): TargetClaim | undefined {
  const match = (isShared ? VERB_OF_SEVERAL : VERB).exec(after);
  if (!match || !SUBJECT.test(before)) return undefined;
  const named = namedFrom(dataset, match.groups!["phrase"]!, 0);
  const at = end + match[0].length;
  return named && { ...named, start: at + named.start, end: at + named.end, ofBinder: true, isShared, isLoose: true };
}

/** `anti-T (drug)`, `the T inhibitor drug`, `anti-T antibody drug`, `T inhibitors such as drug, drug`, `T inhibitors (drug, drug)`, and at the start of a passage `T inhibitors: drug, drug`. */
function claimBefore(dataset: Dataset, text: string, list: DrugList, from: number, after: string): TargetClaim | undefined {
  const before = text.slice(from, list.start);
  if (after.startsWith(")") && before.endsWith(" (")) {
    const bare = targetAt(dataset, before.slice(0, -2));
    if (bare?.anti && !SHARES_NOUN.test(before.slice(0, bare.start)))
      return { ...bare, start: from + bare.start, end: from + bare.end, ofBinder: true, isShared: false, isLoose: false };
  }
  const match = BEFORE.exec(before);
  const { binder, blocker, short, agent, deed, joint = "" } = match?.groups ?? {};
  if (!match || NOT_ALONE.test(after) || (deed && !joint.includes("("))) return undefined;
  const isPlural = /s$/.test(binder ?? blocker ?? short ?? agent ?? deed!);
  const said = before.slice(0, match.index).trimEnd();
  const named = targetAt(dataset, said);
  if (!named || !isDirected(match.groups!, named, said)) return undefined;
  const lead = withoutAdjectives(said.slice(0, named.start).replace(PAN_BEFORE, ""));
  if (!isSureOf(list, joint, isPlural)) return undefined;
  const isApposed = joint.trim() === ",";
  if (isApposed && !(A.test(lead) && list.count === 1 && DOES.test(after))) return undefined;
  const isIntroduced = /[a-z(]/.test(joint);
  if (
    /^:|include\s/.test(joint)
      ? from > 0 || lead !== ""
      : isIntroduced || isApposed || named.anti
        ? SHARES_NOUN.test(lead)
        : !ANCHOR.test(lead)
  )
    return undefined;
  const isShared = isPlural && list.count > 1;
  return {
    ...named,
    start: from + named.start,
    end: from + named.end,
    ofBinder: !(blocker ?? short),
    isShared,
    isLoose: !!(agent ?? deed),
  };
}

/** `A T inhibitor, drug, was`: nothing before it, since behind "with a T inhibitor," another drug may follow, and one verb for the one drug, where "for two weeks" may be said of two. */
const A = /^\s*[Aa]n?\s+$/;
const DOES = /^[®™]?,\s+(?:which|is|was|has|had|entered|showed)\b/;

/** Whether words for any drug say what it is against: "anti-T agent", "T-directed therapy". */
const isDirected = ({ agent, deed }: Readonly<Record<string, string>>, { anti }: Named, said: string): boolean =>
  !(agent || /^t/.test(deed ?? "")) || anti !== "" || DIRECTED.test(said);

/** Words without the adjectives that they end with. */
function withoutAdjectives(words: string): string {
  const parts = words.split(/(?<=\s)/);
  while (parts.length > 0 && ADJECTIVES.test(parts.at(-1)!)) parts.pop();
  return parts.join("");
}
