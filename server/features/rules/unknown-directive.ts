/** A comment or front matter for us that asks for something we do not know: without a word it would do nothing. */
import type { Dataset } from "../../dataset/dataset";
import { NAME, type Piece } from "../../note/directives";
import { OUR_KEY, OUR_KEYS, valueAt } from "../../note/frontmatter";
import type { Note } from "../../note/note";
import { RULES } from "../../settings";
import { ALL, VERBS } from "../silence";
import { NONE, type Place, type Remark } from "./finding";
import { isAnything, nearestNames } from "./undeclared-term";

/** Checks a comment for us. @returns its faults; empty if it has none or the passage is no such comment */
export function unknownDirective(_: Dataset, { passage }: Place): Remark[] {
  const { directive } = passage;
  if (!directive) return NONE;
  const { name, colon, words } = directive;
  if (name.text !== NAME || !colon) return [wrong(name, `A directive begins with “${NAME}:”.`, colon ? [NAME] : [`${NAME}:`])];
  const [verb, ...rules] = words;
  if (!verb) return [wrong(name, `A directive says what to do: ${list(VERBS)}.`, [])];
  return [
    strange(verb, "directive", VERBS),
    ...rules.map((rule) => (rule.text === ALL ? undefined : strange(rule, "rule", RULES))),
  ].flatMap((found) => found ?? []);
}

/** What is wrong with the front matter of a note, offsets counted from its start. */
export function unknownInFrontMatter(dataset: Dataset, { frontMatter }: Note): Remark[] {
  const { faults, source, readings } = frontMatter;
  const ours = valueAt(frontMatter.root, OUR_KEY);
  const keys = ours?.kind === "mapping" ? ours.entries.map(({ key }) => key) : [];
  const rules = frontMatter.off === "all" ? [] : frontMatter.off;
  return [
    ...(OURS.test(source) ? faults : []).map(({ from, to, message }) => wrong({ text: source.slice(from, to), from, to }, message, [])),
    ...keys.flatMap((key) => strange(key, "key", OUR_KEYS) ?? []),
    ...rules.flatMap((rule) => strange(rule, "rule", RULES) ?? []),
    ...readings.flatMap(([, meant]) => strangeReading(dataset, meant) ?? []),
  ];
}

/** Says that what a name is to stand for is no name, where it is spelled nearly as one; what is like none, or a word, may be something else. */
function strangeReading(dataset: Dataset, meant: Piece): Remark | undefined {
  if (isAnything(dataset, meant.text)) return undefined;
  const near = nearestNames(dataset, meant.text, "target");
  return near.length > 0 ? wrong(meant, `“${meant.text}” is no known name, so nothing is read as it.`, near) : undefined;
}

/** A key that we read: what is wrong with front matter for others is theirs to say. */
const OURS = /^["']?(?:drugs?|targets?|metastasis-notes)\b/im;

/** Says that a word is none of those that may stand there. */
function strange(piece: Piece, what: string, known: readonly string[]): Remark | undefined {
  if (known.includes(piece.text)) return undefined;
  const near = nearest(piece.text, known);
  return wrong(piece, `“${piece.text}” is no ${what} of ours; there are ${list(known)}.`, near ? [near] : []);
}

function wrong({ text, from, to }: Piece, message: string, replacements: readonly string[]): Remark {
  return { rule: "unknown-directive", message, replacements, text, from, to };
}

/** The word that shares most letter pairs with another; nothing where less than half are shared (Dice's coefficient). */
function nearest(word: string, among: readonly string[]): string | undefined {
  const pairs = (text: string) => Array.from({ length: text.length + 1 }, (_, i) => ` ${text} `.slice(i, i + 2));
  const own = pairs(word.toLowerCase());
  const scored = among.map((other) => {
    const theirs = pairs(other);
    return { other, score: (2 * own.filter((pair) => theirs.includes(pair)).length) / (own.length + theirs.length) };
  });
  const best = scored.sort((a, b) => b.score - a.score)[0];
  return best && best.score >= 0.5 ? best.other : undefined;
}

const list = (words: readonly string[]): string => `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
