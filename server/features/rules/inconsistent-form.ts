/** Two spellings of one name in a note: HER2 and Her-2/neu, TGF-β and TGF-beta. */
import type { Dataset } from "../../dataset/dataset";
import { addTo } from "../../dataset/lists";
import { isDrugKind, isProteinKind } from "../../dataset/records";
import type { Mention } from "../../note/mentions";
import type { Note } from "../../note/note";
import type { Passage } from "../../note/passage";
import { mentionsOf } from "../../note/reading";
import { isBesideOther, type Remark, remark } from "./finding";

/** Longest name that counts as a short form; long ones are written out on purpose. */
const SHORT = 12;
/** Symbols of genes are no other spelling of what their proteins are called. */
const SYMBOLS: ReadonlySet<string> = new Set(["symbol", "previous-symbol", "mouse-symbol"]);
/** Names that stand beside the usual one for a reason. */
const OWN_RIGHT: ReadonlySet<string> = new Set(["brand", "code", "salt", "former-name", "seed-form"]);

/** Names that say which members of a family are meant are no spelling of the family's: MEK1/2, VEGFR1-3. */
const SEVERAL = /\d\s?[/–-]\s?-?\d/;

/** A short name of a drug or protein where it stands alone. */
interface Use {
  readonly text: string;
  readonly entity: number;
  readonly mention: Mention;
  readonly passage: Passage;
  /** What the offsets of the passage's block count from. */
  readonly start: number;
}

/** Whether a place is the author's to change; where it is in somebody else's words or a link, how it is written there is no habit of the note. */
type IsOwn = (remark: Remark, passage: Passage, start: number) => boolean;

/** Looks through a whole note in small steps. @param say receives each remark with the start that its offsets count from */
export function* inconsistentForm(
  dataset: Dataset,
  note: Note,
  isOwn: IsOwn,
  say: (remark: Remark, start: number) => void,
): Generator<void> {
  for (const all of (yield* usesIn(dataset, note)).values()) {
    yield;
    // nearly all names are written alike: of others alone it is asked whose words they are
    if (countsOf(all).size < 2) continue;
    const placed = all.map((use) => ({ ...use, place: placeOf(use) }));
    const uses = placed.filter(({ place, passage, start }) => isOwn(place, passage, start));
    const counts = countsOf(uses);
    if (counts.size < 2) continue;
    // the form used most often; of equals the first
    const usual = [...counts].sort((a, b) => b[1] - a[1])[0]![0];
    const form = uses.find(({ text }) => plain(text) === usual)!.text;
    for (const { text, entity, place, start } of uses) {
      if (plain(text) === usual) continue;
      const what = beginAlike(text, form) ? "spellings" : "names";
      const message = `“${text}” and “${form}” are two ${what} of ${dataset.preferredName(entity)} in this note.`;
      say({ ...place, message, replacements: [form], entity }, start);
    }
  }
}

/** How often each form is used. A note writes few names, again and again: each is looked at once. */
function countsOf(uses: readonly Use[]): Map<string, number> {
  const written = new Map<string, number>();
  for (const { text } of uses) written.set(text, (written.get(text) ?? 0) + 1);
  const counts = new Map<string, number>();
  for (const [text, count] of written) counts.set(plain(text), (counts.get(plain(text)) ?? 0) + count);
  return counts;
}

/** A remark at a use that says nothing yet. */
const placeOf = ({ passage, mention: { start, end } }: Use): Remark =>
  remark(passage, start, end, { rule: "inconsistent-form", message: "", replacements: [] });

/** A word, which its abbreviation stands for and does not spell: telomerase and hTERT. */
const IN_WORDS = /\p{Ll}{6}/u;

/** Finds the uses in a note, in groups that ought to be written alike: by what they name, and whether by a symbol, an abbreviation or a word. */
function* usesIn(dataset: Dataset, note: Note): Generator<void, Map<string, Use[]>> {
  const { lexicon } = dataset;
  const uses = new Map<string, Use[]>();
  /** Of written names what was found out; a note has few, again and again. */
  const known = new Map<string, boolean>();
  const isAlone = (text: string, entity: number) => {
    const held = known.get(`${entity} ${text}`) ?? isNameAlone(dataset, text, entity);
    known.set(`${entity} ${text}`, held);
    return held;
  };
  yield* note.visiting((passage, start) => {
    if (passage.slot) return;
    const mentions = mentionsOf(dataset, passage);
    for (const [i, mention] of mentions.entries()) {
      const name = mention.names[0]!;
      const type = lexicon.type(name);
      const text = passage.text.slice(mention.start, mention.end);
      if (mention.pointer || OWN_RIGHT.has(type) || !isShort(text) || SEVERAL.test(text)) continue;
      const entity = lexicon.entity(name);
      const kind = dataset.kind(entity);
      // strategies and the like have parts: anti-PD-1 is no other spelling of anti-PD-L1
      if ((!isDrugKind(kind) && !isProteinKind(kind)) || !isAlone(text, entity)) continue;
      if (isBesideOther(dataset, passage.text, mentions, i)) continue;
      addTo(uses, `${entity} ${SYMBOLS.has(type)} ${IN_WORDS.test(text)}`, { text, entity, mention, passage, start });
    }
  });
  return uses;
}

/** Whether a text is a name and no more: p-AKT, siZEB1 and anti-CD4 say what AKT, ZEB1 and CD4 do not; the mouse's Erbb2 is a gene of its own. */
const isNameAlone = ({ lexicon }: Dataset, text: string, entity: number): boolean =>
  lexicon.lookUp(text).some((name) => lexicon.entity(name) === entity && lexicon.type(name) !== "mouse-symbol") &&
  !/^[A-Z][a-z]+\d/.test(text);

/** Whether two texts begin alike, as spellings of one name do, but not its names: HER2 and Her-2/neu, not pethidine and meperidine. */
const beginAlike = (one: string, other: string): boolean => one.slice(0, 2).toLowerCase() === other.slice(0, 2).toLowerCase();

/** Whether a text is a short form: a word or code, not a phrase. */
const isShort = (text: string): boolean => text.length <= SHORT && !/\p{Ll}{4}\s|\s\p{Ll}{4}/u.test(text);

/** A text without what typesetting alone makes different: letter case of a word, kinds of hyphens and spaces. */
function plain(text: string): string {
  const isWord = /^\p{L}{6,}$/u.test(text) || /^\p{Lu}\p{Ll}{2}/u.test(text);
  return (isWord ? text.toLowerCase() : text).replace(/[‐‑−]/g, "-").replace(/\s+/g, " ");
}
