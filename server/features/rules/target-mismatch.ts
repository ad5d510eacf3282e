/** A target that a note gives to a drug in so many words, and that by the drug's record is not its target. */
import type { Dataset } from "../../dataset/dataset";
import type { DrugRecord } from "../../dataset/records";
import { sentenceAround } from "../../note/context";
import { type Mention, mentionsOf } from "../../note/mentions";
import { type Passage, sourceRange } from "../../note/passage";
import { isQuoted } from "../../note/quoted";
import { isAmong, isNear, targetsNamed, targetsOf } from "../relations";
import { drugOf, NONE, type Place, type Remark, remark } from "./finding";

/** A target's name as one word: "PD-L1", "MEK1/2"; one that lists several is in no lexicon and so is left alone. */
const TARGET = String.raw`(?<target>[\p{L}\p{N}][\p{L}\p{N}\/‐‑–-]*[\p{L}\p{N}]|\p{L})`;
const ANTI = String.raw`(?<whole>(?<anti>(?:[Aa]nti[-‐‑–\s]?|α-?))${TARGET})`;
const ANTIBODY = String.raw`(?:(?:monoclonal|humani[sz]ed|human|chimeric|therapeutic|blocking)\s+)*(?:antibod(?:y|ies)|mAbs?|MoAbs?)`;
const ADJECTIVES = String.raw`(?:(?:selective|specific|potent|oral|reversible|irreversible|covalent|small-molecule|novel|new|dual|direct|humani[sz]ed|human|monoclonal|(?:first|second|third|next)-generation|ATP-competitive|allosteric)\s+)*`;
const INHIBITOR = String.raw`(?<whole>${TARGET})\s+(?:(?:tyrosine\s+)?kinase\s+)?(?:inhibitor|antagonist|blocker)`;

/** The closed patterns. `ofAntibody` are those that name what an antibody binds. */
const PATTERNS: ReadonlyArray<{ readonly before?: RegExp; readonly after?: RegExp; readonly ofAntibody: boolean }> = [
  // drug (anti-T)
  { after: new RegExp(String.raw`^[®™]?\s*\((?:an?\s+|the\s+)?${ANTI}(?=\)|\s*[,;]|\s+${ANTIBODY})`, "u"), ofAntibody: true },
  // anti-T antibody drug
  { before: new RegExp(String.raw`(?<![\p{L}\p{N}/–-])${ANTI}\s+${ANTIBODY}\s+$`, "u"), ofAntibody: true },
  // drug, a T inhibitor — but not "drug, a T inhibitor and …", which may be a list
  {
    after: new RegExp(
      String.raw`^[®™]?,\s+an?\s+${ADJECTIVES}${INHIBITOR}(?![\p{L}-])(?!,?\s*(?:and|or|plus|with|then|[+&/])(?!\p{L}))`,
      "u",
    ),
    ofAntibody: false,
  },
  { after: new RegExp(String.raw`^[®™]?\s*\((?:an?\s+|the\s+)?${ADJECTIVES}${INHIBITOR}(?=[),;])`, "u"), ofAntibody: false },
  // drug, an anti-T antibody
  {
    after: new RegExp(
      String.raw`^[®™]?,\s+an?\s+${ADJECTIVES}${ANTI}\s+${ANTIBODY}(?![\p{L}-])(?!,?\s*(?:and|or|plus|with|then|[+&/])(?!\p{L}))`,
      "u",
    ),
    ofAntibody: true,
  },
  // the T inhibitor drug — with "a" it may be the end of another phrase: "on a T inhibitor drug was added"
  { before: new RegExp(String.raw`(?:^|[.:;(]\s*|\b[Tt]he\s+)${ADJECTIVES}${INHIBITOR}s?\s+$`, "u"), ofAntibody: false },
];

/** What before it takes a statement back or makes it somebody's mistake. */
const TAKEN_BACK =
  /\b(?:not|no|never|neither|nor|unlike|than|instead|without|lacks?|whether|if|wrong\w*|mistak\w+|incorrect\w*|erroneous\w*|false\w*|mislabel\w*|misclassif\w*|so-called|confus\w+)\b|n['’]t\b/i;
const CALLED_WRONG = /\b(?:wrong\w*|mistak\w+|incorrect\w*|erroneous\w*|error|false\w*|sic)\b/i;

/** A drug whose payload or cargo acts on something else than its carrier binds. */
const CARRIES: ReadonlySet<string> = new Set(["adc", "nanomedicine", "nanoparticle", "radioligand", "photoimmuno_conjugate"]);
/** Chemicals act on relatives of their targets as well, and are named by the pathway they block. */
const LOOSE: ReadonlySet<string> = new Set(["small_molecule", "peptide", "oligonucleotide", "fusion_protein", "nanomedicine"]);

/** @returns a remark on each target that is wrongly given to a drug; none in negation, question and quotation */
export function targetMismatch(dataset: Dataset, { passage, tree, source }: Place): Remark[] {
  let found: Remark[] = NONE;
  for (const mention of mentionsOf(dataset, passage)) {
    if (!mayBeSaid(passage.text, mention)) continue;
    const entity = drugOf(dataset, mention);
    if (entity === undefined) continue;
    const said = saidOf(passage, mention);
    if (!said) continue;
    const record = dataset.record(entity) as DrugRecord | undefined;
    if (!record || (CARRIES.has(record.modality) && !said.ofAntibody)) continue;
    const clash = mismatch(dataset, record, said);
    if (!clash || isQuoted(tree, source, passage, mention.from)) continue;
    const drug = passage.text.slice(mention.start, mention.end);
    if (found === NONE) found = [];
    found.push({
      ...remark(passage, said.start, said.end, {
        rule: "target-mismatch",
        message: `“${said.text}” is said of ${drug}, which by its record of ${record.review.checked} acts on ${clash.right}, not on ${said.target}.`,
        replacements: clash.replacement ? [said.anti + clash.replacement] : [],
        entity,
      }),
      related: { ...sourceRange(passage, mention.start, mention.end), message: `${drug} acts on ${clash.right}` },
    });
  }
  return found;
}

/** A glance at what stands beside a name, before its record and the patterns are looked at: most names are done with it. */
function mayBeSaid(text: string, { start, end }: Mention): boolean {
  let at = end;
  while (at < text.length && SKIPPED.has(text.charCodeAt(at))) at++;
  const next = text.charCodeAt(at);
  if ((next === BRACKET || next === COMMA) && TO_BE_SAID.test(text.slice(at, at + 120))) return true;
  at = start - 1;
  while (at > 0 && SKIPPED.has(text.charCodeAt(at))) at--;
  return at < start - 1 && SAID.test(text.slice(Math.max(0, at - 10), at + 1));
}
const BRACKET = 40;
const COMMA = 44;
/** Spaces, line ends, signs of brands. */
const SKIPPED: ReadonlySet<number> = new Set([32, 10, 13, 0xa0, 0xae, 0x2122]);
const TO_BE_SAID = /nti|α|nhibitor|ntagonist|locker/;
const SAID = /(?:bod(?:y|ies)|Abs?|hibitors?|agonists?|lockers?)$/;

interface Said {
  /** What is said, with its "anti-", and where it stands in the passage's text. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly anti: string;
  readonly target: string;
  readonly ofAntibody: boolean;
}

/** What the text says of a drug in one of the closed patterns; nothing where the sentence takes it back or asks. */
function saidOf({ text }: Passage, { start, end }: Mention): Said | undefined {
  const [from, to] = sentenceAround(text, start, end);
  if (text[to] === "?") return undefined;
  const before = text.slice(from, start);
  const after = text.slice(end, to);
  for (const pattern of PATTERNS) {
    const match = pattern.before ? pattern.before.exec(before) : pattern.after!.exec(after);
    const { target, whole, anti = "" } = match?.groups ?? {};
    if (!match || !target || !whole) continue;
    const lead = pattern.before ? before.slice(0, match.index) : before;
    const rest = pattern.before ? after : after.slice(match[0].length);
    if (TAKEN_BACK.test(lead) || CALLED_WRONG.test(rest)) return undefined;
    const at = (pattern.before ? from + match.index : end) + match[0].indexOf(whole);
    return { text: whole, start: at, end: at + whole.length, anti, target, ofAntibody: pattern.ofAntibody };
  }
  return undefined;
}

/** How what is said stands against a drug's record; nothing where it may be right or cannot be judged. */
function mismatch(dataset: Dataset, record: DrugRecord, said: Said) {
  const named = targetsNamed(dataset, said.target);
  const { primary, all } = targetsOf(dataset, record);
  const isWritten = dataset.lexicon
    .lookUp(said.target)
    .some((name) => dataset.lexicon.name(name) === said.target || /[\p{Lu}\d]/u.test(said.target));
  if (named.length === 0 || all.size === 0 || primary.length === 0 || !isWritten) return undefined;
  const isLoose = LOOSE.has(record.modality);
  const maybe = (target: number) => {
    const kind = dataset.kind(target);
    // members and pathways of what has no record are not known
    if (kind === "known-family" || (kind === "known-gene" && isLoose)) return true;
    return isAmong(dataset, target, all) || (isLoose && isNear(dataset, target, all));
  };
  if (named.some(maybe)) return undefined;
  const bySymbol = dataset.record(named[0]!)?.id === said.target && dataset.preferredName(named[0]!) !== said.target;
  const written = (target: number) => (bySymbol && dataset.record(target)?.id) || dataset.preferredName(target);
  return {
    right: primary.map((target) => dataset.preferredName(target)).join(", "),
    replacement: primary.length === 1 ? written(primary[0]!) : undefined,
  };
}
