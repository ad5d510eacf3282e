/** A target that a note gives to a drug in so many words, and that by the drug's record is not its target. */
import type { SyntaxNode } from "@lezer/common";
import type { Dataset } from "../../dataset/dataset";
import { heldOnce } from "../../dataset/held";
import type { DrugRecord } from "../../dataset/records";
import { ofHeading } from "../../note/headings";
import type { Mention } from "../../note/mentions";
import { type Pair, pairOf, pairsIn } from "../../note/pairs";
import { isDisowned, isQuoted } from "../../note/quoted";
import { mentionsOf } from "../../note/reading";
import { unlinked } from "../../note/unlinked";
import {
  familyOfAll,
  hasClass,
  isActedOn,
  isAmong,
  isChemical,
  isOfOneFamily,
  isOneAmong,
  isOnPathway,
  isOwnClass,
  isPathwayOf,
  isRelative,
  namesPathway,
  targetsNamed,
  targetsOf,
} from "../drugTargets";
import { claimOfCell, speaksOfTargets, type TargetClaim, targetClaim } from "../targetClaims";
import { drugOf, drugOfRow, drugsOfRow, mayNameDrug, NONE, type Place, type Remark, remark, type Verdict } from "./finding";

/** A drug whose payload or cargo acts on something else than its carrier binds. */
const CARRIES: ReadonlySet<string> = new Set(["adc", "nanomedicine", "nanoparticle", "radioligand", "photoimmuno_conjugate"]);
/** Chemicals act on relatives of their targets as well, and are named by the pathway they block. */
const LOOSE: ReadonlySet<string> = new Set(["small_molecule", "peptide", "oligonucleotide", "fusion_protein", "nanomedicine"]);
/** What binds its target and no other. */
const BINDS = /^(?:antibody|bispecific_|adc$|cell_therapy)/;
/** Pumps of drugs: much of what they carry blocks them as well, as lapatinib does P-glycoprotein. */
const PUMP = /^ABC[BCG]\d+$/;
/** Inhibitors of tyrosine kinases, by their INN. */
const KINASES = /(?:tin|an|fen)ib$/;

/** Finds targets that a note gives to a drug against its record. @returns a remark on each; none in negations, questions and quotations */
export function targetMismatch(dataset: Dataset, place: Place): Remark[] {
  const { passage, tree, source } = place;
  const apart = wrongCell(dataset, place) ?? wrongPair(dataset, place);
  if (apart) return [apart];
  let found: Remark[] = NONE;
  if (!speaksOfTargets(passage.text) || !mayNameDrug(dataset, passage)) return NONE;
  const mentions = mentionsOf(dataset, passage);
  const read = unlinked(passage.text, mentions);
  for (const [i, mention] of read.mentions.entries()) {
    const entity = drugOf(dataset, mention);
    const said = entity === undefined ? undefined : targetClaim(dataset, read.text, read.mentions, i);
    if (entity === undefined || !said) continue;
    const record = dataset.record(entity) as DrugRecord | undefined;
    if (!record || (CARRIES.has(record.modality) && !said.ofBinder)) continue;
    const clash = wrongly(dataset, record, said);
    if (!clash || isQuoted(tree, source, passage, mention.from)) continue;
    if (found === NONE) found = [];
    const drug = read.text.slice(mention.start, mention.end);
    const place = remark(passage, ...read.piece(clash.said.start, clash.said.end), verdict(entity, drug, clash));
    // of several drugs that the same is said of the first is told
    if (!found.some(({ from }) => from === place.from)) found.push({ ...place, related: relatedTo(mention, drug, clash) });
  }
  return found;
}

/** What is wrong in what is said of a drug; nothing also where the words are too loose to be held against its record. */
function wrongly(dataset: Dataset, record: DrugRecord, said: TargetClaim): Clash | undefined {
  const { target, isLoose, ofBinder } = said;
  if (isLoose && !isOfItsKind(dataset, record, target)) return undefined;
  if (BINDS.test(record.modality) && (isLoose || !ofBinder) && namesPathway(dataset, target, targetsOf(dataset, record).all))
    return undefined;
  return mismatch(dataset, record, said) ?? otherVariant(dataset, record, said);
}

/** A change of one amino acid. */
const CHANGE = /^\s?[A-Z]\d+[A-Z]$/;

/** A drug that acts on one variant of its target alone, and is given another: sotorasib, "a KRAS G12D inhibitor". */
function otherVariant(dataset: Dataset, record: DrugRecord, said: TargetClaim): Clash | undefined {
  const { target, end, variant: written = "" } = said;
  const [only, ...others] = record.mechanisms;
  const variant = only?.variant ?? "";
  if (others.length > 0 || !CHANGE.test(variant) || !CHANGE.test(written) || written.trim() === variant) return undefined;
  if (!targetsNamed(dataset, target).includes(dataset.find(only!.target)!)) return undefined;
  const right = `${target} ${variant}`;
  return { record, right, replacement: right, said: { ...said, end: end + written.length, target: target + written } };
}

/** How what is said stands against a drug's record. */
interface Clash {
  /** What is wrong. */
  readonly said: TargetClaim;
  readonly record: DrugRecord;
  /** The drug's primary targets. */
  readonly right: string;
  /** What to write for the target; nothing where the drug has several that are no family. */
  readonly replacement: string | undefined;
}

function verdict(entity: number, drug: string, { said: { anti, target, isShared }, record, right, replacement }: Clash): Verdict {
  return {
    rule: "target-mismatch",
    message: `“${anti}${target}” is said of ${drug}, which by its record of ${record.review.checked} acts on ${right}, not on ${target}.`,
    replacements: replacement && !isShared ? [anti + replacement] : [],
    entity,
  };
}

const relatedTo = ({ from, to }: Mention, drug: string, { right }: Clash) => ({ from, to, message: `${drug} acts on ${right}` });

/**
 * The clash of what is said with a drug's targets on record; nothing where it may be right or cannot be judged. Of targets that a slash
 * joins one that is right will do. Loose words, and those in a cell, may mean a pathway by one of its members.
 */
function mismatch(dataset: Dataset, record: DrugRecord, said: TargetClaim): Clash | undefined {
  const { target, isLoose } = said;
  const whole = targetsNamed(dataset, target);
  const named = whole.length > 0 ? whole : target.split("/").flatMap((part) => targetsNamed(dataset, part));
  const { primary, all } = targetsOf(dataset, record);
  // of a drug with further targets than its record has, nobody knows all
  if (record.no_target_reason || named.length === 0 || all.size === 0 || primary.length === 0 || !isWritten(dataset, target))
    return undefined;
  const isLooseKind = LOOSE.has(record.modality);
  const maybe = (one: number) => {
    const kind = dataset.kind(one);
    // members and pathways of what has no record are not known, nor which chemicals act on what no drug on record does
    if (kind === "known-family" || (isLooseKind && (!isActedOn(dataset, one) || PUMP.test(dataset.record(one)?.id ?? "")))) return true;
    if (isAmong(dataset, one, all)) return true;
    return (
      isLooseKind && (isRelative(dataset, one, all) || (isOnPathway(dataset, one, all) && (isLoose || !isOwnClass(dataset, one, primary))))
    );
  };
  if (named.some(maybe) || (isLooseKind && isPathwayOf(dataset, target, all))) return undefined;
  const bySymbol = dataset.record(named[0]!)?.id === target && dataset.preferredName(named[0]!) !== target;
  const written = (one: number) => (bySymbol && dataset.kind(one) === "target" ? dataset.record(one)!.id : dataset.preferredName(one));
  const one = primary.length === 1 ? primary[0] : familyOfAll(dataset, primary);
  return {
    said,
    record,
    right: primary.map((one) => dataset.preferredName(one)).join(", "),
    // a variant would stand behind another target
    replacement: whole.length > 0 && one !== undefined && !said.variant ? written(one) : undefined,
  };
}

/**
 * Whether other drugs of this one's kind are made against a target, one antibody or several chemicals, so that loose words mean such a drug
 * and no mere effect. Not for chemicals with targets of several families, of which nobody knows all targets; and inhibitors of tyrosine
 * kinases do not count for each other, since nobody knows which of these they spare.
 */
function isOfItsKind(dataset: Dataset, record: DrugRecord, target: string): boolean {
  const binds = BINDS.test(record.modality);
  if (!binds && !(isChemical(record) && isOfOneFamily(dataset, targetsOf(dataset, record).primary))) return false;
  const isAlike = (drug: DrugRecord) =>
    binds ? BINDS.test(drug.modality) : isChemical(drug) && !(KINASES.test(drug.preferred_name) && KINASES.test(record.preferred_name));
  return targetsNamed(dataset, target).some((one) => hasClass(dataset, one, isAlike, binds ? 1 : undefined));
}

/** Whether a target is written as it is, or at least not as a word: no "met inhibitor". */
const isWritten = ({ lexicon }: Dataset, target: string): boolean =>
  /[\p{Lu}\d-]/u.test(target) || lexicon.lookUp(target).some((name) => lexicon.name(name) === target);

/** Whether other antibodies bind what stands in the row of a conjugate: it is said of the conjugate's antibody then, not of its payload. */
const isBound = (dataset: Dataset, record: DrugRecord, target: string): boolean =>
  record.modality === "adc" &&
  targetsNamed(dataset, target).some((one) => hasClass(dataset, one, ({ modality }) => BINDS.test(modality), 1));

/** A column that says what drugs act on; one of genes or markers may say in whom they work. */
const TARGETS =
  /^\W*(?:(?:(?:drug|molecular|main|primary|direct|known)\s)?target(?:s|\(s\))?(?:\s(?:proteins?|antigens?))?|antigens?)\W*$/i;
/** A column that says what they are: "PD-1 inhibitor", "anti-HER2 antibody". */
const CLASSES = /^\W*(?:(?:drug\s)?class|mechanisms?(?:\sof\saction)?|modes?\sof\saction|moa)\W*$/i;
/** A column of measurements: whatever was assayed stands in the table, off-targets too. */
const MEASURED = /(?:IC|EC|GI|DC)50|\bK[id]\b|\b[nuµμ]M\b|affinit|inhibition|selectiv|potency|assay|screen|binding|fold/i;

const headed = ofHeading((text) => ({ isClass: CLASSES.test(text), isTargets: TARGETS.test(text), isMeasured: MEASURED.test(text) }));

/** The target that a cell is, with "anti-" or a variant or without. */
function targetOfCell(written: string): TargetClaim {
  const [anti] = /^(?:[Aa]nti-)?/.exec(written)!;
  const [variant] = /(?:\s[A-Z]\d{2,4}[A-Z])?$/.exec(written)!;
  const target = written.slice(anti.length, written.length - variant.length);
  return { start: 0, end: written.length, anti, target, variant, ofBinder: false, isShared: false, isLoose: true };
}

/** How many pairs of a list must be right, and how many for each that is not, before it is one of drugs and their targets. */
const LEAST_RIGHT = 3;
/** A list that says so gives in whom its drugs work, when they cease to, or what they are given with; and what is no statement. */
const OTHER_LIST =
  /resist|marker|mutat|mutant|amplif|fusion|rearrang|predict|respon|combin|partner|\bplus\b|inhibits?\b|\b(?:not|wrong\w*|false|sic|error|quiz)\b/i;

/**
 * What is said of a drug by its place in a list of drugs and their targets, "- nivolumab: PD-1"; that it is one the other pairs show.
 * Nothing of targets by which patients are chosen, of which CIViC has evidence: such a list may mean these.
 */
function wrongPair(dataset: Dataset, place: Place): Remark | undefined {
  const { passage, tree, source } = place;
  const pair = passage.row || passage.text.includes("?") ? undefined : pairOf(passage.text);
  const entity = pair && drugOnRecord(dataset, pair.first);
  if (entity === undefined) return undefined;
  const record = dataset.record(entity) as DrugRecord;
  const said = targetOfCell(pair!.second);
  if (targetsNamed(dataset, said.target).some((one) => dataset.record(one)?.evidence?.levels.length)) return undefined;
  const clash = wrongly(dataset, record, said);
  if (!clash || !isOfTargets(dataset, place, pair!.isArrow)) return undefined;
  const start = passage.text.indexOf(pair!.second, passage.text.indexOf(pair!.first) + pair!.first.length);
  const found = remark(passage, start, start + pair!.second.length, verdict(entity, pair!.first, clash));
  return isQuoted(tree, source, passage, found.from) ? undefined : found;
}

/** What {@link isOfTargets} said last: of a long list it is asked for each item. */
const asked = heldOnce(() => ({ source: "", from: 0, isArrow: false, isOfTargets: false }));

/** Whether the pairs of the list around an item, those with the same kind of sign, show that it is one of drugs and their targets. */
function isOfTargets(dataset: Dataset, { passage, tree, source }: Place, isArrow: boolean): boolean {
  let list: SyntaxNode | null = tree.resolveInner(passage.from, 1);
  while (list && !list.name.endsWith("List")) list = list.parent;
  if (!list) return false;
  const { from } = list;
  const last = asked(dataset);
  if (last.source !== source || last.from !== from || last.isArrow !== isArrow) {
    const items = list.getChildren("ListItem").map((item) => source.slice(item.from, item.to));
    const pairs = pairsIn(items).filter((pair) => pair.isArrow === isArrow);
    Object.assign(last, { source, from, isArrow, isOfTargets: !OTHER_LIST.test(source) && areMostRight(dataset, pairs) });
  }
  return last.isOfTargets;
}

function areMostRight(dataset: Dataset, pairs: readonly Pair[]): boolean {
  let [right, wrong] = [0, 0];
  for (const { first, second } of pairs) {
    const drug = drugOnRecord(dataset, first);
    const targets = targetsNamed(dataset, targetOfCell(second).target);
    if (drug === undefined || targets.length === 0) continue;
    if (isOneAmong(dataset, targets, dataset.record(drug) as DrugRecord)) right++;
    else wrong++;
  }
  return right >= LEAST_RIGHT * Math.max(1, wrong);
}

/** The drug with a record that a text names; nothing where it may be anything else. */
function drugOnRecord(dataset: Dataset, text: string): number | undefined {
  const names = dataset.lexicon.lookUp(text);
  return names.length > 0 ? drugOf(dataset, { names, pointer: false }) : undefined;
}

/** What is said of a drug by the column "Target" or "Class" of its row, where both cells hold one name. */
function wrongCell(dataset: Dataset, place: Place): Remark | undefined {
  const { passage } = place;
  if (!passage.heading || !passage.row) return undefined;
  const { isClass, isTargets } = headed(passage)!;
  if ((!isClass && !isTargets) || passage.row.some((cell) => headed(cell)?.isMeasured)) return undefined;
  const drug = drugOfRow(dataset, passage.row);
  const written = passage.text.trim();
  const start = passage.text.indexOf(written);
  // brackets and commas may say of which of several drugs it holds: "anti-PD-1 (nivo, pembro), anti-CTLA-4 (ipi)"
  if (!drug) return isClass && !/[(,;]/.test(written) ? wrongOfSeveral(dataset, place, start, claimOfCell(dataset, written)) : undefined;
  const said = isClass ? claimOfCell(dataset, written) : targetOfCell(written);
  const record = dataset.record(drug.entity) as DrugRecord | undefined;
  if (!record || !said || (CARRIES.has(record.modality) && !said.ofBinder && !isBound(dataset, record, said.target))) return undefined;
  const clash = isClass ? wrongly(dataset, record, said) : mismatch(dataset, record, said);
  if (!clash) return undefined;
  return {
    ...remark(passage, start + clash.said.start, start + clash.said.end, verdict(drug.entity, drug.text, clash)),
    related: relatedTo(drug.mention, drug.text, clash),
  };
}

/**
 * What is said of several drugs by the class of their row and is wrong of one: only where it is right of two at least, and that one is
 * of their kind, so that it is no partner of theirs.
 */
function wrongOfSeveral(
  dataset: Dataset,
  { passage, tree, source }: Place,
  start: number,
  claim: TargetClaim | undefined,
): Remark | undefined {
  const said = claim && { ...claim, isShared: true };
  const drugs = said ? drugsOfRow(dataset, passage.row!).map((drug) => ({ drug, record: dataset.record(drug.entity) as DrugRecord })) : [];
  if (!said || drugs.length <= LEAST_SHARED) return undefined;
  const targets = targetsNamed(dataset, said.target);
  if (drugs.filter(({ record }) => isOneAmong(dataset, targets, record)).length < LEAST_SHARED) return undefined;
  for (const { drug, record } of drugs) {
    const clash = (said.ofBinder ? BINDS.test(record.modality) : isChemical(record)) && wrongly(dataset, record, said);
    if (!clash || isDisowned(tree, source, drug.mention.from, drug.mention.to)) continue;
    const place = remark(passage, start + said.start, start + said.end, verdict(drug.entity, drug.text, clash));
    return { ...place, related: relatedTo(drug.mention, drug.text, clash) };
  }
  return undefined;
}
const LEAST_SHARED = 2;
