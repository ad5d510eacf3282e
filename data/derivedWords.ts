/** Words that follow from rules of nomenclature and of spelling, so that no list has them all: no misspellings of names. */

/**
 * How the names of small rings begin, by what stands in them instead of carbon (Hantzsch-Widman, IUPAC P-22.2.2): nitrogen, oxygen,
 * sulfur, and together; the last four are older names that keep to the same endings.
 */
const HETEROATOMS = "az diaz triaz tetraz ox diox thi dithi oxaz thiaz oxadiaz thiadiaz oxathi imidaz isothiaz isoxaz pyraz".split(" ");
/** How they end, by size, from three atoms to eight, and by how saturated they are. */
const RINGS = "irine irene irane iridine ete etane etidine ole oline olane olidine ine inane epine epane ocine ocane".split(" ");

/** The names of small rings, in small letters: "azetidine", "oxazolines". One of them is often a letter from a drug. */
export const ringNames = (): string[] => HETEROATOMS.flatMap((atoms) => RINGS.flatMap((ring) => [atoms + ring, `${atoms}${ring}s`]));

/**
 * The words that are known when a name is.
 * @param name a name, in small letters
 * @returns the salt and ester of its acid ("kynurenate" of kynurenic acid), and its words as they are spelled in Britain
 *   ("hyperpolarised"); empty for most names
 */
export function derivedFrom(name: string): string[] {
  const acid = /(\p{L}{3,})ic acids?$/u.exec(name)?.[1];
  const words = acid ? [`${acid}ate`, `${acid}ates`] : [];
  for (const [, stem, end] of name.matchAll(/(\p{L}{3,}i)z(e[drs]?|ing|ations?)(?!\p{L})/gu)) words.push(`${stem}s${end}`);
  return words;
}
