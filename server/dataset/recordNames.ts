/** A record's names as the lexicon has them: each with its policy and rank, and with the spellings computed from it. */
import type { Flagged, NameType } from "./nameFlags";
import { policy, variants } from "./policy";
import { popularity, proposal } from "./proposals";
import { NEVER, rankOf, type Standing } from "./rank";
import type { AnyRecord, Name, TargetRecord } from "./records";

/** A name with the number of its entity. */
export interface EncodedName extends Flagged {
  readonly text: string;
  readonly entity: number;
  readonly rank: number;
  /** How well known it is among the names that may be proposed for a misspelling; 0 is never proposed. */
  readonly proposed: number;
}

const NEVER_COMPLETED = new Set<NameType>(["seed-form", "misspelling", "variant"]);

/** The names of a record, with their computed spellings and what decides when each counts. @param entity the number of its entity */
export function namesOf(record: AnyRecord, entity: number, standing: Standing): EncodedName[] {
  const own = record.names ?? [];
  const names: EncodedName[] = [];
  const mouse = (record as TargetRecord).species?.mouse;
  if (mouse && !own.some((name) => name.text === mouse)) {
    names.push({ text: mouse, entity, type: "mouse-symbol", letterCase: "symbol", context: "none", rank: NEVER, proposed: 0 });
  }
  const isNamed = own.some((name) => name.text === record.preferred_name);
  for (const name of isNamed ? own : ([{ text: record.preferred_name, type: "preferred" } satisfies Name, ...own] as readonly Name[])) {
    const type = name.type as NameType;
    const { letterCase, context: usual } = policy(name, record.kind);
    // a heading such as "matrix metalloproteinases (MMPs)" is two names in one; both are listed
    const context = name.type === "preferred" && / \([^()]+\)$/.test(name.text) ? "never" : usual;
    const isPreferred = name.text === record.preferred_name;
    const hidden = NEVER_COMPLETED.has(type) || context === "tumour" || context === "never";
    const rank = hidden ? NEVER : rankOf(name.text, type, isPreferred, standing);
    const proposed = proposal({ text: name.text, type, context }, record.kind, popularity(standing.count));
    const vetoed = name.match?.not_before !== undefined || name.match?.not_after !== undefined;
    names.push({ text: name.text, entity, type, letterCase, context, rank, proposed, vetoed });
    if (type === "seed-form") continue;
    for (const text of variants(name.text))
      names.push({ text, entity, type: "variant", letterCase, context, rank: NEVER, proposed: 0, vetoed });
  }
  return names;
}
