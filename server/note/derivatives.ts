/** What the names of metabolites and other derivatives put before the drug's: desethylamiodarone, 4'-hydroxy-diclofenac, norverapamil. */

import { FIGURE, LETTER } from "./letters";

/** Where on the drug something was changed: "N-", "6β-", "10,11-", "alpha-". */
const LOCANT = String.raw`(?:(?:[NOS]|\d{1,2}(?:[αβ'′]|alpha|beta)?(?:,\d{1,2}['′]?)?|[αβ]|alpha|beta|m|p|o|meta|para|ortho)-)`;
const CHANGE =
  "(?:(?:di|tri|tetra|bis)?(?:des?methyl|desethyl|deethyl|dealkyl|debenzyl|desacetyl|deacetyl|deschloro|hydroxy|carboxy|acetyl|methoxy|methyl|ethyl|chloro|fluoro|bromo|amino|nitro|oxo|keto)|nor|dehydro|dihydro)";

/** One part of a derivative's name, before another or the drug's. */
const ONE_CHANGE = new RegExp(`^${CHANGE}(?=[a-z]{7})`, "i");
const LOCANTS_BEFORE = new RegExp(`(?<![${LETTER}${FIGURE}-])${LOCANT}{1,3}$`);

/** What stands before a drug's name and its hyphen in the name of a derivative; a part of the drug's prefixes. */
export const DERIVED_PREFIX = `(?:${LOCANT}{0,2}${CHANGE}|\\d{1,2}-[NOS])`;
// what may occur four times V8 compiles once, what may three times as often
const DERIVED = new RegExp(`^(?:\\(?[RS]\\)?-)?${LOCANT}{0,4}${CHANGE}(?=-?[a-z]{7})`, "i");

/** How far before a word its locants are looked for, in UTF-16 units. */
const REACH = 20;

/** The drugs that a word may name derivatives of: hydroxynortriptyline one of nortriptyline, or else of triptyline. Empty for other words. */
export function* parentsOf(word: string): Generator<string> {
  for (let rest = word; ; ) {
    const change = ONE_CHANGE.exec(rest)?.[0];
    if (!change) return;
    rest = rest.slice(change.length);
    yield rest;
  }
}

/** Where the name of a derivative begins whose word begins at an offset: with its locants. */
export const startOfDerivative = (text: string, at: number): number =>
  at - (LOCANTS_BEFORE.exec(text.slice(Math.max(0, at - REACH), at))?.[0].length ?? 0);

/** Whether a text is the name of a derivative by its beginning, and not the drug's own: "hydroxychloroquine". */
export const isDerivative = (text: string, name: string): boolean => DERIVED.test(text) && !DERIVED.test(name);
