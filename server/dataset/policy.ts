/** How a name of each type may be matched, where its record does not say otherwise (schema §5), and its computed variants. */
import type { Context, NameType, Policy } from "./nameFlags";
import { isTargetKind, type Kind, type Name } from "./records";

/** Types of names that are written as they are registered: no space stands for their hyphens. */
export const REGISTERED: ReadonlySet<NameType> = new Set(["inn", "brand", "code", "misspelling", "symbol", "previous-symbol"]);

/**
 * Match policy of a record's name.
 * @param name the name as the record has it
 * @param kind kind of the record
 * @returns the policy written in the record, completed by the default of the name's type
 */
export function policy(name: Pick<Name, "text" | "type" | "match">, kind: Kind): Policy {
  const given = name.match;
  const usual = given?.case && given.context ? undefined : usualPolicy(name.text, name.type as NameType, kind);
  const letterCase = (given?.case as Policy["letterCase"]) ?? usual!.letterCase;
  const context = (given?.context as Context) ?? usual!.context;
  // a symbol in another case is still one where no word looks like it: Her2, Kras, MMP2
  const mayBeFree = letterCase === "exact" && context === "none" && isTargetKind(kind);
  const isFree = mayBeFree && (name.type === "symbol" || /^\P{L}*\p{L}.*\d/u.test(name.text));
  return { letterCase: isFree ? "symbol" : letterCase, context };
}

function usualPolicy(text: string, type: NameType, kind: Kind): Policy {
  switch (type) {
    case "brand":
      return { letterCase: "initial", context: "none" };
    case "code":
      return { letterCase: "insensitive", context: isLikeNothingElse(text) ? "none" : "drug" };
    case "abbreviation":
      return { letterCase: "exact", context: text.length >= 4 ? "none" : contextOf(kind) };
    case "symbol":
      return { letterCase: "symbol", context: text.length <= 2 ? "gene" : "none" };
    case "previous-symbol":
      return { letterCase: "symbol", context: "gene" };
    default:
      return { letterCase: "insensitive", context: "none" };
  }
}

/** What must speak for a short abbreviation of a record of this kind. */
function contextOf(kind: Kind): Context {
  if (kind === "drug" || kind === "regimen") return "drug";
  return isTargetKind(kind) ? "gene" : "none";
}

/** Whether a code is too long to be spelled like anything else: three digits (AZD9291), two and three letters (CPT-11), five letters and one (NBTXR3), or six letters (HuMax-TF). */
function isLikeNothingElse(text: string): boolean {
  const digits = text.replace(/\D/g, "").length;
  const letters = text.replace(/\P{L}/gu, "").length;
  return digits >= 3 || (digits === 2 && letters >= 3) || (digits === 1 && letters >= 5) || letters >= 6;
}

const LATIN: Readonly<Record<string, string>> = { α: "a", β: "b", γ: "g", δ: "d", ε: "e", ζ: "z", κ: "k", λ: "l" };

/**
 * Spellings of a name that folding does not make equal to it: hyphens between words as spaces, Greek letters as
 * the Latin ones people type for them, an INN's alfa as everybody else spells it.
 * @param text the name
 * @returns further spellings; empty for most names
 */
export function variants(text: string): string[] {
  if (!/[-\u2010-\u2013](?=\p{L})|[αβγδεζκλ]| alfa\b/u.test(text)) return [];
  const found = new Set<string>();
  // behind an article begins another name: "a RAF inhibitor" is none of A-Raf
  const spaced = text.replace(/(?<!^[Aa])(?<=\p{L}|\p{L}{4} \d)[-\u2010-\u2013](?=\p{L})/gu, " ");
  if (spaced !== text) found.add(spaced);
  const latin = text.replace(/[αβγδεζκλ]/g, (letter) => LATIN[letter]!);
  if (latin !== text) found.add(latin);
  const english = text.replace(/ alfa\b/, " alpha");
  if (english !== text) found.add(english);
  return [...found];
}
