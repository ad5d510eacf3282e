/** Quick fixes for the findings in a range, and what may be done to the names there. */
import type { Dataset } from "../dataset/dataset";
import { codesOf, editDistance } from "../dataset/distance";
import { referenceOf } from "../dataset/records";
import { OUR_KEY } from "../note/frontmatter";
import type { Note } from "../note/note";
import { mentionsOf } from "../note/reading";
import type { RuleId } from "../settings";
import { kindWord } from "./cards/words";
import { type Finding, OF_WORDS, termOf } from "./diagnostics";
import { addToList, addToMapping, type Edit } from "./frontMatterEdits";
import { keptBars } from "./keptBars";
import { ignoreHere } from "./silencingComment";

/** Something to do: edits of the note, or a command for the client. */
export type Fix = {
  readonly title: string;
  /** A quick fix mends a finding; a refactoring needs none. */
  readonly kind: "quickfix" | "refactor";
  readonly finding?: Finding;
  readonly isPreferred?: boolean;
} & (
  | { readonly does: "edit"; readonly edits: readonly Edit[] }
  | { readonly does: "accept"; readonly word: string; readonly scope: Scope }
  | { readonly does: "add-own"; readonly word: string; readonly recordKind: string }
  | { readonly does: "open-card"; readonly reference: string }
);

/** For whom a word is accepted by the client. */
type Scope = "user" | "workspace";

/** Rules that name what may be meant, and are not sure enough to prefer it. */
const NEVER_PREFERRED: ReadonlySet<RuleId> = new Set(["unknown-code", "unknown-drug-name"]);

/** Of how many findings in a range fixes are listed: of all in a selected note nobody reads them, and editors ask at each selection. */
const MOST = 100;

/**
 * The quick fixes and refactorings for a range.
 * @param found all findings of the note
 * @param range from where to where, as offsets in the note
 * @param acceptsIn what the client accepts words in, besides for the user
 * @returns the fixes of each finding that touches the range, of the first hundred, the best first, then what may be done to the names
 *   there; what concerns a term, not a place, stands with its first finding
 */
export function fixes(
  dataset: Dataset,
  note: Note,
  found: readonly Finding[],
  [from, to]: readonly [from: number, to: number],
  acceptsIn: "folder" | "workspace" = "workspace",
): Fix[] {
  const touched = found.filter((finding) => finding.from <= to && from <= finding.to).slice(0, MOST);
  const terms = new Map<string, Finding[]>(touched.map((finding) => [termOf(finding), []]));
  if (touched.length > 0) for (const one of found) terms.get(termOf(one))?.push(one);
  const fixed = touched.flatMap((finding) => {
    const term = termOf(finding);
    const places = terms.get(term);
    terms.delete(term);
    return fixesOf(dataset, note, places, finding, acceptsIn);
  });
  return [...fixed, ...onNames(dataset, note, from)];
}

/** @param places all findings of its term, if this is the first of which fixes are listed */
function fixesOf(dataset: Dataset, note: Note, places: readonly Finding[] | undefined, finding: Finding, acceptsIn: string): Fix[] {
  const { word, rule } = finding;
  const quickfix = { kind: "quickfix", finding } as const;
  const edit = (title: string, edits: readonly (Edit | undefined)[], isPreferred = false): Fix[] => {
    const all = keptBars(
      note.text,
      edits.filter((one) => one !== undefined),
    );
    return all.length > 0 ? [{ ...quickfix, does: "edit", title, edits: all, isPreferred }] : [];
  };
  const replacements = finding.kept === "always" ? [] : finding.replacements;
  const first = replacements[0];
  const isNew = rule === "undeclared-term" && !dataset.lexicon.isName(word);
  const added = !places ? undefined : rule === "unknown-drug-name" ? "drug" : isNew && note.passageAt(finding.from)?.passage.slot;
  const same = first === undefined || finding.kept ? [] : (places ?? []).filter((other) => !other.kept);
  return [
    ...replacements.flatMap((text, i) => edit(`Replace with “${text}”`, [replace(finding, text)], i === 0 && !NEVER_PREFERRED.has(rule))),
    ...(same.length > 1 && !NEVER_PREFERRED.has(rule)
      ? edit(
          `Replace all ${same.length} in this note with “${first}”`,
          same.map((other) => replace(other, other.replacements[0]!)),
        )
      : []),
    ...(added
      ? [{ ...quickfix, does: "add-own", title: `Add “${word}” to your own ${added}s`, word, recordKind: added } satisfies Fix]
      : []),
    ...(places && OF_WORDS.has(rule)
      ? ([
          { ...quickfix, does: "accept", title: `Accept “${word}” as a word for me`, word, scope: "user" },
          { ...quickfix, does: "accept", title: `Accept “${word}” as a word in this ${acceptsIn}`, word, scope: "workspace" },
          ...edit(`Accept “${word}” as a word in this note`, [addToList(note, [OUR_KEY, "accept"], word)]),
        ] satisfies Fix[])
      : []),
    ...(rule === "unknown-directive" ? [] : edit(`Ignore ${rule} here`, [ignoreHere(note, finding)])),
    ...(places ? openCard(dataset, finding) : []),
  ];
}

function openCard(dataset: Dataset, finding: Finding): Fix[] {
  const record = finding.entity === undefined ? undefined : dataset.record(finding.entity);
  if (!record) return [];
  const title = `Open the card of ${record.preferred_name}`;
  return [{ does: "open-card", title, kind: "quickfix", finding, reference: referenceOf(record) }];
}

const replace = ({ from, to }: Finding, text: string): Edit => ({ from, to, text });

/** What may be done to the name at a place: choose its reading where it has several; declare it where the note declares names. */
function onNames(dataset: Dataset, note: Note, at: number): Fix[] {
  const place = note.passageAt(at);
  if (!place || place.passage.slot) return [];
  const mention = note
    .mentions(dataset, place.passage)
    .find(({ from, to, pointer }) => !pointer && place.start + from <= at && at <= place.start + to);
  if (!mention) return [];
  const written = place.passage.text.slice(mention.start, mention.end);
  const entities = [...new Set(mention.names.map((name) => dataset.lexicon.entity(name)))];
  return [...(entities.length > 1 ? readings(dataset, note, written, entities) : []), ...declare(dataset, note, entities[0]!)];
}

function readings(dataset: Dataset, note: Note, written: string, entities: readonly number[]): Fix[] {
  return entities.flatMap((entity): Fix[] => {
    const meant = dataset.preferredName(entity);
    const edit = addToMapping(note, [OUR_KEY, "readings"], written, meant);
    if (!edit || meant === written) return [];
    const title = `Read “${written}” as ${meant} (${kindWord(dataset.kind(entity))}) in this note`;
    return [{ does: "edit", title, kind: "refactor", edits: [edit] }];
  });
}

function declare(dataset: Dataset, note: Note, entity: number): Fix[] {
  const kind = dataset.kind(entity);
  const key = kind === "drug" ? "drugs" : kind === "target" ? "targets" : undefined;
  const slots = note.frontMatter.slots.filter(({ slot }) => slot === kind);
  if (!key || !note.frontMatter.root.entries.some((entry) => entry.key.text.toLowerCase() === key)) return [];
  const isDeclared = slots.some((slot) =>
    mentionsOf(dataset, slot).some(({ names }) => names.some((name) => dataset.lexicon.entity(name) === entity)),
  );
  const name = dataset.preferredName(entity);
  const edit = isDeclared ? undefined : addToList(note, [key], name);
  return edit ? [{ does: "edit", title: `Declare “${name}” under ${key} in the front matter`, kind: "refactor", edits: [edit] }] : [];
}

/**
 * The replacement that may be made without asking: of a misspelt name that is one edit from the only name near it. Never of
 * what looks like a gene symbol or a drug's name of its own, which may be one that we do not know, nor where the first letters differ.
 * @returns nothing where a person must choose, where there is nothing to replace, and in quotations and links
 */
export function certainFix({ rule, word, replacements, kept, maybeNew }: Finding): string | undefined {
  const [only, other] = replacements;
  if (rule !== "misspelled-name" || only === undefined || other !== undefined || kept || maybeNew) return undefined;
  if (/^(?=.*\d|.{1,8}$)[A-Z\d]+$/.test(word)) return undefined;
  return word[0]!.toLowerCase() === only[0]!.toLowerCase() && isOneEdit(word.toLowerCase(), only.toLowerCase()) ? only : undefined;
}

/** All edits that may be made without asking, also at the further places of a term; in order. */
export function certainEdits(note: Note, found: readonly Finding[]): Edit[] {
  const edits = found.flatMap((finding) => {
    const text = certainFix(finding);
    return text === undefined ? [] : [replace(finding, text)];
  });
  return keptBars(note.text, edits);
}

/** Whether one letter more, less or other, or two neighbours swapped, make one word the other. */
const isOneEdit = (a: string, b: string): boolean => editDistance(codesOf(a), a.length, codesOf(b), b.length, 1) <= 1;
