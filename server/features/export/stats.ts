/** What notes talk about, in numbers: kinds, then things with their uses, their status and the names they are given. */
import type { Dataset } from "../../dataset/dataset";
import { few } from "../cards/words";
import { counted } from "../counted";
import type { Count, Tally } from "./tally";
import { fateOf, thingOf } from "./things";

export interface Stats {
  readonly dataset: string;
  readonly notes: number;
  /** Names in them, each place counted. */
  readonly uses: number;
  readonly kinds: ReadonlyArray<{ readonly kind: string; readonly things: number; readonly uses: number }>;
  /** The most used first. */
  readonly things: readonly ThingStats[];
}

interface ThingStats {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly status: string;
  readonly statusAsOf: string;
  readonly setbacks: string;
  readonly uses: number;
  readonly notes: number;
  /** Names as they are written, the most frequent first. */
  readonly written: ReadonlyArray<{ readonly name: string; readonly uses: number }>;
}

/** The numbers of notes that were counted. */
export function statsOf(dataset: Dataset, tally: Tally): Stats {
  const things = tally
    .all()
    .map(ofThing)
    .sort((a, b) => b.uses - a.uses || b.notes - a.notes || a.name.localeCompare(b.name, "en"));
  const kinds = new Map<string, { kind: string; things: number; uses: number }>();
  for (const { kind, uses } of things) {
    const sum = kinds.get(kind) ?? { kind, things: 0, uses: 0 };
    kinds.set(kind, { kind, things: sum.things + 1, uses: sum.uses + uses });
  }
  const { notes, uses } = tally;
  return { dataset: dataset.version, notes, uses, kinds: [...kinds.values()].sort((a, b) => b.uses - a.uses), things };
}

function ofThing({ dataset, entity, uses, notes, written }: Count): ThingStats {
  const { id, kind, name, status, statusAsOf, setbacks } = thingOf(dataset, entity);
  const names = [...written].map(([text, count]) => ({ name: text, uses: count })).sort((a, b) => b.uses - a.uses);
  return { id, kind, name, status, statusAsOf, setbacks, uses, notes, written: names };
}

/** The same for readers, a line for each thing: "14  pembrolizumab as Keytruda, MK-3475, 5 notes · approved: …". */
export function statsText({ dataset, notes, uses, kinds, things }: Stats): string {
  const lines = [`${counted(uses, "use")} of ${counted(things.length, "name")} in ${counted(notes, "note")} · dataset ${dataset}`];
  for (const { kind, things: count, uses: all } of kinds) {
    lines.push("", `${kind} · ${count} · ${counted(all, "use")}`);
    for (const thing of things.filter((one) => one.kind === kind)) {
      const other = thing.written.filter(({ name }) => name.toLowerCase() !== thing.name.toLowerCase()).map(({ name }) => name);
      const as = other.length > 0 ? ` as ${few(other, MOST_NAMES)}` : "";
      const fate = fateOf(thing);
      lines.push(`${String(thing.uses).padStart(6)}  ${thing.name}${as}, ${counted(thing.notes, "note")}${fate ? ` · ${fate}` : ""}`);
    }
  }
  return `${lines.join("\n")}\n`;
}

/** How many of the names of a thing are given, at most. */
const MOST_NAMES = 6;
