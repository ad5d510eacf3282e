/** Other names of a thing that stand in brackets behind it, or before such: its code, what a name of it is shortened to, names that need support elsewhere. */
import type { Dataset } from "../dataset/dataset";
import { held } from "../dataset/held";
import { isOnRecord, isProtein } from "../dataset/nameKinds";
import { isDrugKind } from "../dataset/records";
import type { Found } from "../dataset/scan";
import { SALT } from "./affixes";
import { LETTER } from "./letters";
import { longForm } from "./longForm";

/** What a company calls its compound: letters, then a number of many digits; but for trials of the Children's Oncology Group: AEWS1221. */
export const CODE = /^(?!A[A-Z]{3}\d{4}$)[A-Z]{1,5}-?\d{4,6}$/;
/** What joins a drug to the one before it, which it is given with. */
const COMBINED = /[+/&±]\s?$|\b(?:plus|with)\s$/;
/** A name that people shorten: one or two words of letters. */
const SHORTENED = new RegExp(`^[${LETTER}-]{5,}(?: [${LETTER}-]+)?$`);

/**
 * Whether what stands in brackets right behind a drug is another name of it: a code in no list, "nefiracetam (DM-9384)", or
 * what another of its names is shortened to, "phenytoin (DPH)" for diphenylhydantoin, "cyclophosphamide (CTX)" for Cytoxan.
 * @param before the text up to the bracket, in which the drug stands
 */
export function isOtherName(dataset: Dataset, before: string, abbreviation: string, { start, names }: Found): boolean {
  const { lexicon } = dataset;
  const entity = lexicon.entity(names[0]!);
  if (!isDrugKind(dataset.kind(entity)) || !/^[A-Z][A-Z\d-]{2,}$/.test(abbreviation)) return false;
  const known = lexicon.lookUp(abbreviation);
  // behind a combination stands the trial of it: "entinostat + exemestane (E2112)"
  if (CODE.test(abbreviation)) return known.length === 0 && !COMBINED.test(before.slice(Math.max(0, start - 8), start));
  if (
    known.some(
      (name) => lexicon.context(name) === "none" || (isProtein(dataset, name) && (abbreviation.length > 3 || isOnRecord(dataset, name))),
    )
  )
    return false;
  // nobody shortens a brand to four letters: HERA is a trial of trastuzumab, no Herzuma
  const isShort = abbreviation.length < 4;
  return shortened(dataset, entity).some((name) => {
    const text = lexicon.name(name);
    return (isShort || lexicon.type(name) !== "brand") && longForm(abbreviation, text) === text.length;
  });
}

/** Names that a thing has for what stands in brackets right behind it or before it, and that need support elsewhere: "hepatocyte growth factor receptor (MET)". */
export const awaitedNames = ({ lexicon }: Dataset, abbreviation: string, names: readonly number[]): readonly number[] =>
  lexicon
    .lookUp(abbreviation)
    .filter((name) => lexicon.context(name) !== "none" && names.some((one) => lexicon.entity(one) === lexicon.entity(name)));

/** The names of an entity that people shorten; looked for once. */
const shortened = held(({ lexicon }, entity): readonly number[] =>
  lexicon.namesOf(entity).filter((name) => {
    const text = lexicon.name(name);
    // nobody shortens a salt: NALA is a trial, no neratinib maleate
    return SHORTENED.test(text) && !SALT.test(text.slice(text.indexOf(" ")));
  }),
);
