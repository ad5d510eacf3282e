/** What endings say of the drug being typed: drugs of a sentence often share theirs, and a class that is named has one. */
import type { Dataset, Stem } from "../dataset/dataset";
import { heldOnce } from "../dataset/held";
import { addTo } from "../dataset/lists";

// tenths of log-odds, as in likely.ts
/** Of neighbours in a list two in five have the ending of the one before, where one in sixteen would by chance. */
const IN_LIST = 18;
const IN_SENTENCE = 8;
/** "the tyrosine kinase inhibitor", "beta blockers such as": nine in ten are of that class. */
const NAMED = 25;
/** How far back a class is looked for; none is as long. */
const REACH = 120;
/** What may stand between a class and a drug of it. */
const SUCH_AS = /s?(?:[,:]? \(?(?:such as|including|like|e\.g\.,?|namely)| \()?$/;

/**
 * Endings, with what the drugs gain that have them.
 * @param before the sentence up to the place
 * @param drugs that are named in it, as they are written
 * @param listed whether the name goes on a list that the last of them is in
 */
export function endingsAt(dataset: Dataset, before: string, drugs: readonly string[], listed: boolean): ReadonlyMap<string, number> {
  const gains = new Map<string, number>();
  for (const [i, drug] of drugs.entries()) {
    const ending = endingOf(dataset.stems, drug);
    if (ending !== undefined) gains.set(ending, listed && i === drugs.length - 1 ? IN_LIST : Math.max(IN_SENTENCE, gains.get(ending) ?? 0));
  }
  const said = plain(before.slice(-REACH).trimEnd().replace(SUCH_AS, ""));
  for (const [ending, meaning] of classesOf(dataset).get(lastWord(said)) ?? []) if (said.endsWith(meaning)) gains.set(ending, NAMED);
  return gains;
}

type Class = readonly [ending: string, meaning: string];

/** Endings with what they mean, by the last word of that; made plain once for each dataset. */
const classesOf = heldOnce(({ stems }): ReadonlyMap<string, readonly Class[]> => {
  const byWord = new Map<string, Class[]>();
  for (const [ending, said] of stems) {
    const meaning = plain(said);
    addTo(byWord, lastWord(meaning), [ending, meaning] as const);
  }
  return byWord;
});

const lastWord = (text: string): string => text.slice(text.lastIndexOf(" ") + 1);

function endingOf(stems: readonly Stem[], drug: string): string | undefined {
  const small = drug.toLowerCase();
  return stems.find(([ending]) => small.length > ending.length + 2 && small.endsWith(ending))?.[0];
}

/** In small letters, hyphens as spaces, as Americans spell it. */
const plain = (text: string): string =>
  text.toLowerCase().replaceAll("-", " ").replaceAll("aesthetic", "esthetic").replaceAll("haem", "hem");

/** What a name gains by its ending; nothing without any. @param codes its letters, `length` of them */
export function gainOfEnding(
  gains: ReadonlyArray<readonly [ending: string, gain: number]>,
  codes: ArrayLike<number>,
  length: number,
): number {
  let best = 0;
  for (const [ending, gain] of gains) {
    const from = length - ending.length;
    if (gain <= best || from < 2) continue;
    let same = 0;
    while (same < ending.length && codes[from + same] === ending.charCodeAt(same)) same++;
    if (same === ending.length) best = gain;
  }
  return best;
}
