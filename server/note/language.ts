/** Is a note written in another language than English? Asked of its small words; of languages in Latin script alone. */

const ENGLISH = new Set("the of and to with was were is are for by that from this which not as an be or but it its we".split(" "));
/** Small words of German, French, Spanish, Italian, Portuguese and Dutch that are no English ones. */
const OTHERS = [
  "der das und ist mit den von zu nicht ein eine wurde wurden bei nach für auf sich im dem des auch als oder aus wird werden durch",
  "le la les et est une dans pour qui avec par sur du au aux que ont été il elle sont pas ce cette ou mais plus chez puis",
  "el la los las una con por para del que se fue como es son su al más pero lo este esta sin entre también",
  "il gli la della di che per con una nel dei è sono delle del alla anche non le si da stato",
  "os as um uma com para dos das não em ao foi que do da se por mais como são ser entre",
  "het een van en met voor niet zijn werd bij de dat die ook naar aan uit wordt door maar",
].map((words) => new Set(words.split(" ")));

/** How much of a note is looked at, in UTF-16 units. */
const SAMPLE = 8192;
/** So many small words of another language, and so many times as many as English ones, are sure. */
const LEAST = 10;
const TIMES = 4;

/**
 * Whether a text is surely not English.
 * @param text a note; its beginning is looked at
 * @returns false for short texts, other scripts, and where two languages mix
 */
export function isForeign(text: string): boolean {
  const counts = OTHERS.map(() => 0);
  let english = 0;
  for (const [word] of text
    .slice(0, SAMPLE)
    .toLowerCase()
    .matchAll(/(?<![\p{L}\p{N}])\p{L}{1,7}(?![\p{L}\p{N}])/gu)) {
    if (ENGLISH.has(word)) english++;
    else for (let i = 0; i < OTHERS.length; i++) if (OTHERS[i]!.has(word)) counts[i]!++;
  }
  const most = Math.max(...counts);
  return most >= LEAST && most > TIMES * english;
}
