/**
 * Tells whether a note is written in another language than English, by its small words and accents. Knows languages in Latin
 * script only.
 */
import { addTo } from "../dataset/lists";
import { isCapital } from "../dataset/shapes";
import type { Note } from "./note";
import type { Passage } from "./passage";

/** Small words of English. */
export const ENGLISH: ReadonlySet<string> = new Set(
  "the of and to with was were is are for by that from this which not as an be or but it its we given then after received treated".split(
    " ",
  ),
);
/** Small words of German, French, Spanish, Italian, Portuguese, Dutch, Scandinavian languages, Turkish, Polish, Finnish and Indonesian that are no English ones. */
const OTHERS = [
  "der das und ist mit den von zu nicht ein eine wurde wurden bei nach für auf sich im dem des auch als oder aus wird werden durch bis kein keine seit ohne unter vor zuvor wegen zum zur vom sowie über",
  "le la les et est une dans pour qui avec par sur du au aux que ont été il elle sont pas ce cette ou mais plus chez puis",
  "el la los las una con por para del que se fue como es son su al más pero lo este esta sin entre también",
  "il gli la della di che per con una nel dei è sono delle del alla anche non le si da stato",
  "os as um uma com para dos das não em ao foi que do da se por mais como são ser entre",
  "het een van en met voor niet zijn werd bij de dat die ook naar aan uit wordt door maar",
  "och att det som är av på inte från efter hos har den fick og ikke af er blev fik også eller med ved vid mot",
  "ve bir bu ile için olarak sonra çok gibi olan oldu edildi verildi değil",
  // without those of terse English: po, od, na
  "nie jest się przez oraz dla lub ale przy bez jako przed brak był była było został została także obecnie następnie co",
  "ja ei että oli sai mutta sitten kun myös ovat hän",
  "dan yang dengan untuk pada dari tidak adalah ini itu juga lalu setelah oleh karena dalam kami kita telah sudah akan dapat lebih serta atau sebagai seperti terhadap tetapi sehingga secara hanya belum selama bahwa kepada",
].map((words) => new Set(words.split(" ")));

/** How much of a note's prose is looked at, in UTF-16 units. */
const SAMPLE = 8192;
/** How many small words of another language are needed to be sure, and how many times as many as English ones. */
const LEAST = 5;
const TIMES = 4;

/**
 * Whether a note is surely not English.
 * @param note its prose at the beginning is looked at
 * @returns false for short texts, other scripts, and where two languages mix
 */
export function isForeign(note: Note): boolean {
  const sums = [...NO_WORDS];
  const add = (counts: readonly number[]) => {
    for (let i = 0; i < sums.length; i++) sums[i]! += counts[i]!;
  };
  const most = () => Math.max(...sums.slice(1));
  const uncounted: Passage[] = [];
  let words = 0;
  note.eachPassage((passage, start) => {
    if (start + passage.from > SAMPLE) return false;
    if (passage.slot) return true;
    const held = counts.get(passage);
    if (held) add(held);
    else {
      uncounted.push(passage);
      words += (passage.text.length + 1) / 2;
    }
    return true;
  });
  // whatever the words of a passage that was just edited are: it need not be counted at each key
  if (most() + words <= TIMES * sums[0]!) return false;
  for (const passage of uncounted) add(smallWordsOf(passage));
  return most() >= LEAST && most() > TIMES * sums[0]!;
}

/** How many different small words of another language, more than of English, make a passage foreign: a quotation, a summary. */
const LEAST_DIFFERENT = 3;

/** How many different small words of English a passage has, and how many of the other language that has most of them there. */
function differentWords(passage: Pick<Passage, "text">): readonly [english: number, other: number] {
  const [english = 0, ...others] = counted(passage, true);
  return [english, Math.max(...others)];
}

/** Whether a passage is surely not English, whatever the rest of its note is. */
export function isForeignPassage(passage: Passage): boolean {
  const [english, other] = differentWords(passage);
  return other >= LEAST_DIFFERENT && other > TIMES * english;
}

/** Whether some passage of a note is surely not English: its author writes in two languages, or cites in one. */
export function hasForeignPassage(note: Note): boolean {
  let found = false;
  note.eachPassage((passage, start) => {
    found = start + passage.from <= SAMPLE && isForeignPassage(passage);
    return !found && start + passage.from <= SAMPLE;
  });
  return found;
}

/** Whether a passage or the heading of its column names a language or a country that has one: what stands there is spelled so on purpose. */
export const namesLanguage = ({ text, heading }: Passage): boolean =>
  LANGUAGE.test(text) || (heading !== undefined && LANGUAGE.test(heading.text));
const LANGUAGE =
  /\b(?:French|German|Austrian?|Spanish|Catalan|Italian|Portuguese|Brazil(?:ian)?|Dutch|Flemish|Danish|Swedish|Norwegian|Finnish|Polish|Poland|Czech|Slovak|Sloven\w+|Croatian?|Serbian?|Romanian?|Hungar(?:y|ian)|Turk(?:ey|ish)|Russian?|Ukrain\w+|Bulgarian?|Baltic|Indonesian?|France|Germany|Spain|Italy|Portugal|Mexic(?:o|an)|Argentin\w+|Latin American?)\b/;

/** Whether a passage is English: it has so many small words of that, two to be sure, and hardly any of another language. */
export function isEnglishPassage(passage: Pick<Passage, "text">, least = 2): boolean {
  const [english, other] = differentWords(passage);
  return english >= least && english > TIMES * other;
}

/** Whether a passage has more small words, or letters, of another language than words of English: it may be one of that. */
export function isOtherPassage(passage: Passage): boolean {
  const [english, other] = differentWords(passage);
  return other > english;
}

const NO_WORDS: readonly number[] = [ENGLISH, ...OTHERS].map(() => 0);
/** The counts of small words in passages; an edit changes few passages. */
const counts = new WeakMap<Passage, readonly number[]>();

/** How many small words of English and of each other language a passage has, which {@link counts} holds from then on. */
function smallWordsOf(passage: Passage): readonly number[] {
  const found = counted(passage, false);
  counts.set(passage, found);
  return found;
}

/**
 * How many words of a passage are small words of English and of each other language. A word with an accent is none of English but for
 * {@link ENGLISH_TOO}, and may be of all others.
 * @param once whether each word counts once
 */
function counted({ text }: Pick<Passage, "text">, once: boolean): number[] {
  const sums = [...NO_WORDS];
  const seen = once ? new Set<string>() : undefined;
  const hasAccents = ACCENTED.test(text);
  const size = Math.min(text.length, SAMPLE);
  for (let at = 0; at < size; ) {
    const start = at;
    while (at < size && !parts(text.charCodeAt(at))) at++;
    const end = at++;
    if (end === start || (end - start > LONGEST && !hasAccents)) continue;
    const word = text.slice(start, end);
    // OS is overall survival, ET endocrine therapy
    const small = word.length <= LONGEST && !isCapital(word.charCodeAt(1)) ? SMALL_WORDS.get(word.toLowerCase()) : undefined;
    const languages = small ?? (hasAccents && isAccented(word) ? ALL_OTHERS : undefined);
    if (!languages || (seen && seen.size === seen.add(word).size)) continue;
    for (const language of languages) sums[language]!++;
  }
  return sums;
}
const ALL_OTHERS: readonly number[] = OTHERS.map((_, i) => i + 1);

/** Whether a word has an accent, and no capital, as names of persons and places have. */
const isAccented = (word: string): boolean => ACCENTED.test(word) && word === word.toLowerCase() && !ENGLISH_TOO.test(word);
const ACCENTED = /[\u00df-\u00f6\u00f8-\u024f]/;
/** What English spells with an accent, treatment-naïve, and ß for a β: ß-catenin. */
const ENGLISH_TOO = /naïve|(?<!\p{L})ß|ß(?!\p{L})/u;

/** Whether a character parts words: a space, or one of some marks. */
const parts = (c: number): boolean => (c < 0xa0 ? PARTS[c] === 1 : SPACE.test(String.fromCharCode(c)));
const PARTS = new Uint8Array(0xa0);
for (const mark of "\t\n\v\f\r ,;:.()") PARTS[mark.charCodeAt(0)] = 1;
const SPACE = /\s/;
/** For each small word the languages that have it, by their numbers in the counts; what English has counts for it alone. */
const SMALL_WORDS = new Map<string, number[]>();
[ENGLISH, ...OTHERS].forEach((words, language) => {
  for (const word of words) if (!ENGLISH.has(word) || language === 0) addTo(SMALL_WORDS, word, language);
});
const LONGEST = Math.max(...[...SMALL_WORDS.keys()].map((word) => word.length));
