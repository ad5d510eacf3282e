/** Concepts as an editor lists symbols: those of a note, and those of all notes by any of their names. */
import type { Dataset } from "../dataset/dataset";
import type { Kind } from "../dataset/records";
import type { NoteIndex, Place } from "../index/noteIndex";
import type { Table } from "../index/table";
import type { Note } from "../note/note";
import { kindWord } from "./cards/words";
import { counted } from "./counted";
import { eachUse } from "./uses";

/** A concept in one note. */
export interface ConceptSymbol {
  readonly label: string;
  readonly kind: Kind;
  /** "drug · 3 uses". */
  readonly detail: string;
}

interface PlacedSymbol extends ConceptSymbol {
  /** Offsets in the note. */
  readonly from: number;
  readonly to: number;
}

/** How many symbols a list has at most: nobody reads more, and editors filter on. */
const MOST = 256;
/** How many of the names that begin so are looked at. */
const MOST_NAMES = 10_000;

/** A concept in one of many notes. */
interface FoundSymbol extends ConceptSymbol {
  readonly uri: string;
  /** Where the note names it first. */
  readonly range: Place;
}

interface Candidate {
  readonly uri: string;
  readonly entity: number;
  readonly uses: number;
  readonly range: Place;
}

/**
 * The concepts that answer a query, in each note that names them. A concept answers if the query begins one of its names, in any
 * spelling, or stands in the name that it is shown by.
 * @param query as it was typed; every concept answers an empty one
 * @param open tables of open notes, which count instead of those in the index
 * @param isWanted which notes count
 * @returns first those whose name begins so, then those whose name holds it, each by the number of uses
 */
export function symbolsFor(
  index: NoteIndex,
  query: string,
  open: ReadonlyMap<string, Table>,
  isWanted: (uri: string) => boolean = () => true,
): FoundSymbol[] {
  const { dataset } = index;
  const { lexicon } = dataset;
  const wanted = query.trim().toLowerCase();
  /** The best name of each concept that begins so. */
  const names = new Map<number, number>();
  for (const name of wanted ? lexicon.complete(wanted, MOST_NAMES) : [])
    if (!names.has(lexicon.entity(name))) names.set(lexicon.entity(name), name);
  /** Whether a concept answers; determined once for each. */
  const answers = new Map<number, boolean>();
  const doesAnswer = (entity: number): boolean => {
    const known = answers.get(entity);
    if (known !== undefined) return known;
    const does = names.has(entity) || dataset.preferredName(entity).toLowerCase().includes(wanted);
    answers.set(entity, does);
    return does;
  };
  const order = ({ entity }: Candidate) => (names.has(entity) ? 0 : 1);
  const best: Candidate[] = [];
  const sort = () => best.sort((a, b) => order(a) - order(b) || b.uses - a.uses || (a.uri < b.uri ? -1 : 1)).splice(MOST);
  index.eachCount(open, (uri, entity, uses, first) => {
    if (!doesAnswer(entity) || !isWanted(uri)) return;
    best.push({ uri, entity, uses, range: first() });
    if (best.length > 16 * MOST) sort();
  });
  sort();
  /** The concept's name, with the one that was asked for where that is another: editors show only what looks like the query. */
  const label = (entity: number): string => {
    const [preferred, name] = [dataset.preferredName(entity), names.get(entity)];
    return name === undefined || preferred.toLowerCase().includes(wanted) ? preferred : `${preferred} (${lexicon.name(name)})`;
  };
  return best.map(({ uri, entity, uses, range }) => ({ ...symbolOf(dataset, entity, uses, label(entity)), uri, range }));
}

function symbolOf(dataset: Dataset, entity: number, uses: number, label: string): ConceptSymbol {
  return { label, kind: dataset.kind(entity), detail: `${kindWord(dataset.kind(entity))} · ${counted(uses, "use")}` };
}

/** The concepts of a note in the order of their first mention, each with the place of that; found in small steps. */
export function* conceptsIn(dataset: Dataset, note: Note): Generator<void, PlacedSymbol[]> {
  const found = new Map<number, { from: number; to: number; uses: number }>();
  yield* eachUse(dataset, note, ({ entity, from, to }) => {
    const held = found.get(entity);
    if (held) held.uses++;
    else found.set(entity, { from, to, uses: 1 });
  });
  return [...found].map(([entity, { from, to, uses }]) => ({
    ...symbolOf(dataset, entity, uses, dataset.preferredName(entity)),
    from,
    to,
  }));
}
