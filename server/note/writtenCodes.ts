/** Codes and radioligands of drugs as papers write them and registers do not. */
import type { Dataset } from "../dataset/dataset";
import { isDrug } from "../dataset/nameKinds";
import type { Found } from "../dataset/scan";

/** A code whose number has a comma before its last three digits, as numbers have: "CP-690,550". */
const WITH_COMMA = /(?<![\w-])[A-Z]{1,4}[- ]?\d{2,3},\d{3}(?![\w,]|-\d)/g;
/** An isotope, in brackets or not, and what it labels, its element before it a second time or not: "[68Ga]Ga-PSMA-11", "[18F]FDG", "Lu-177 dotatate", "I-131 MIBG". */
const LABELLED = /(?<![\w-])\[?(\d{2,3}-?[A-Z][a-z]?|[A-Z][a-z]{0,8}-?\d{2,3})[\] -]-?([A-Za-z][\w-]{2,20})/g;
/** Whether any such may stand in a text; most have none. */
const MAY_BE = /\d,\d{3}|\d\d-?[A-Z][a-z]?[\] -]|[A-Za-z]-?\d{2,3}[\] -]/;

/** The drugs that a text calls so. @returns in no order; empty where there are none */
export function writtenCodes(dataset: Dataset, text: string): readonly Found[] {
  if (!MAY_BE.test(text)) return NONE;
  const found = (start: number, length: number, name: string): readonly Found[] => {
    const names = dataset.lexicon.lookUp(name).filter((one) => isDrug(dataset, one));
    return names.length > 0 ? [{ start, end: start + length, names, pointer: false }] : NONE;
  };
  const codes = Array.from(text.matchAll(WITH_COMMA)).flatMap(({ 0: all, index }) => found(index, all.length, all.replace(",", "")));
  const labelled = Array.from(text.matchAll(LABELLED)).flatMap(({ 0: all, 1: isotope, 2: ligand, index }) => {
    const element = /[A-Z][a-z]?/.exec(isotope!)![0];
    return found(index, all.length, `${/\d+/.exec(isotope!)![0]}${element}-${ligand!.replace(`${element}-`, "")}`);
  });
  return [...codes, ...labelled];
}
const NONE: readonly never[] = [];
