/** What is said of a name only when all names are known: whether it points to something, and that a family's comes before its members'. */
import { NEVER } from "../server/dataset/rank";
import type { EncodedName } from "../server/dataset/recordNames";
import { isProteinKind } from "../server/dataset/records";
import type { EncodedEntity } from "./encode";

/** What ends the name of one member of a family: its number, its letter, its Greek letter. */
const LAST = /-?(?:\d{1,2}[A-Za-z]?|[A-Dα-ω])$/;

/**
 * Ranks the name of a family that it goes by before those of its members that add a number or letter: papers say TGF-β, AKT and VEGF
 * twice as often as TGF-β1, AKT1 and VEGF-A. One that goes by another name is seldom called so: MMP, ErbB.
 */
export function familiesFirst(
  entities: readonly EncodedEntity[],
  names: readonly EncodedName[],
  keyOf: (text: string) => string,
): EncodedName[] {
  const isFamily = ({ entity, rank, text }: EncodedName) => {
    const { kind, preferred } = entities[entity]!;
    const isCalledSo = /[α-ω]/.test(text) || (text === preferred && /^[A-Z][A-Z\d]{2,}$/.test(text));
    return (kind === "family" || kind === "complex") && rank < NEVER && isCalledSo;
  };
  const families = new Map(names.filter(isFamily).map(({ text }) => [keyOf(text), NEVER as number]));
  const best = new Map<number, number>();
  for (const { entity, rank } of names) best.set(entity, Math.min(rank, best.get(entity) ?? NEVER));
  for (const { entity, text } of names) {
    const key = entities[entity]!.kind === "target" ? keyOf(text.replace(LAST, "")) : "";
    if (families.has(key)) families.set(key, Math.min(families.get(key)!, best.get(entity)!));
  }
  return names.map((name) =>
    isFamily(name) ? { ...name, rank: Math.min(name.rank, Math.max(0, families.get(keyOf(name.text))! - 1)) } : name,
  );
}

/**
 * Marks the phrases that only point to something: those of the review, classes of drugs that begin with a target ("BRAF inhibitor"),
 * whose card says more, and those that are a usual class with a word before it ("atypical antipsychotic").
 */
export function withPointers(
  entities: readonly EncodedEntity[],
  names: readonly EncodedName[],
  keyOf: (text: string) => string,
): EncodedName[] {
  const kindOf = (name: EncodedName) => entities[name.entity]!.kind;
  // "BET inhibitor" begins with no target for an alias in small letters that words have, too
  const isRead = ({ text, letterCase }: EncodedName) => letterCase === "insensitive" || /[A-Z]/.test(text);
  const proteins = new Set(names.filter((name) => isProteinKind(kindOf(name)) && isRead(name)).map((name) => keyOf(name.text)));
  const beginsWithTarget = (text: string) => {
    const words = text.replace(/^anti[- ]/i, "").split(" ");
    return words.some((_, i) => i > 0 && proteins.has(keyOf(words.slice(0, i).join(" "))));
  };
  const usual = new Set(names.filter((name) => kindOf(name) === "known-class" && name.pointer === false).map(({ text }) => keyOf(text)));
  // of an antipsychotic that is atypical people speak as of antipsychotics
  const isOfUsual = (text: string) => usual.has(keyOf(text.replace(/^\S+ /, "")));
  return names.map((name) =>
    name.type === "seed-form" ||
    (kindOf(name) === "known-class" && name.pointer !== false && (beginsWithTarget(name.text) || isOfUsual(name.text)))
      ? { ...name, pointer: true }
      : name,
  );
}
