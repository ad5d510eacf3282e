/** Codes that the NCI Thesaurus puts behind what the drug does: "AKT inhibitor MK-2206", "Anti-VEGFR2 monoclonal antibody HLX06"; a vaccine of peptides is none. */
const DESCRIBED =
  /^(.+?) ((?:(?:monoclonal|bispecific) )?(?:antibody|inhibitor|antagonist|agonist|degrader|modulator)|vaccine|peptide) ((?!vaccine )[A-Z]{2,}[- ]?\d+\w*)$/i;

/** A symbol where a table writes all of a name small: "anti-pd-1 monoclonal antibody gls-010". */
const SMALL_SYMBOL = /\b(?!anti\b|beta\b|bite\b|met\b)(?:[a-z]{2,6}-?\d{1,3}[a-z]?|[a-z]{2,4})\b/g;

/** What such a name says of its drug. */
interface Described {
  /** On what the drug acts, in words: "VEGFR2", "FAK/ALK/ROS1". */
  readonly on: string;
  /** "VEGFR2 inhibitor", "anti-VEGFR2 monoclonal antibody". */
  readonly phrase: string;
  /** The code as its maker writes it: AZD8186, where others have AZD-8186. */
  readonly code: string;
}

/** Reads a name of a drug; nothing where it does not describe its code. */
export function described(text: string): Described | undefined {
  const [, before, noun, code] = DESCRIBED.exec(text) ?? [];
  if (!before || !noun || !code) return undefined;
  const named = before.replace(/^anti-/i, "");
  const on = /[A-Z]/.test(code) ? named : named.replace(SMALL_SYMBOL, (symbol) => symbol.toUpperCase());
  return { on, phrase: `${named === before ? on : `anti-${on}`} ${noun.toLowerCase()}`, code };
}

const bare = (text: string): string => text.replace(/[- ]/g, "");

/** A code as its maker writes it, if a name that describes it shows that; else as it is. */
export const asItsMaker = (name: string, all: readonly Described[]): string =>
  all.find(({ code }) => bare(code) === bare(name))?.code ?? name;

/**
 * The entities with a record that a drug acts on.
 * @param on in words, see {@link Described.on}
 * @param find finds a target, family or complex by one of its names; nothing if there is none
 */
export function actsOn(on: string, find: (text: string) => number | undefined): number[] {
  const words = on.split(/[ /]|(?<=\w)-(?=[A-Z]{2})| x /);
  const found: number[] = [];
  for (let from = 0; from < words.length; from++)
    for (let to = words.length; to > from; to--) {
      const text = words.slice(from, to).join(" ");
      // PI3Kbeta, which has no record of its own, is of the family PI3K
      const entity = find(text) ?? find(text.replace(/[- ]?(?:alpha|beta|gamma|delta|[1-9])$/i, ""));
      if (entity === undefined) continue;
      found.push(entity);
      from = to - 1;
      break;
    }
  return found;
}
