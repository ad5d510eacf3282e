/** Where a note asks for silence: by comments that switch rules off and on, and by its front matter. */
import { NAME } from "../note/directives";
import type { FrontMatter } from "../note/frontmatter";
import { type Passage, textOffset } from "../note/passage";
import { RULES, type RuleId } from "../settings";

/** The verbs of a comment for us. */
export const VERBS = ["off", "on", "ignore-next"] as const;
type Verb = (typeof VERBS)[number];

const isVerb = (word: string): word is Verb => (VERBS as readonly string[]).includes(word);
const isRule = (word: string): word is RuleId => (RULES as readonly string[]).includes(word);

/** What a directive may say for all rules, as the front matter does. */
export const ALL = "all";

/** The rule that reports what is wrong with a directive: "off" does not silence it unless it is named. */
const OF_DIRECTIVES: RuleId = "unknown-directive";
const MOST: readonly RuleId[] = RULES.filter((rule) => rule !== OF_DIRECTIVES);

export class Silence {
  private readonly always: ReadonlySet<RuleId>;
  /** The rules that are silent from each offset on, in order of the offsets. */
  private readonly switches: Array<{ readonly at: number; readonly off: ReadonlySet<RuleId> }> = [];
  private readonly ignored: Array<{ readonly from: number; to: number; readonly rules: ReadonlySet<RuleId> }> = [];
  private next: { readonly from: number; readonly rules: ReadonlySet<RuleId> } | undefined;
  /** The start of the table whose cells all are what stood next. */
  private table: number | undefined;
  /** The passage of prose that was read last. */
  private last: { readonly passage: Passage; readonly to: number } | undefined;

  constructor(frontMatter: FrontMatter) {
    this.always = new Set(frontMatter.off === "all" ? MOST : frontMatter.off.map(({ text }) => text).filter(isRule));
  }

  /** Reads a passage; must be called with all of them in order. @param start the offset that the passage's offsets count from */
  read(passage: Passage, start: number): void {
    const from = start + passage.from;
    const to = start + passage.to;
    const { directive } = passage;
    if (!directive) {
      const { next } = this;
      if (this.table === start && passage.row) this.ignored.at(-1)!.to = to;
      // a paragraph that is the comment and nothing else is not the next one
      if (next && (next.from <= from || goesOn(passage, next.from - start))) {
        this.ignored.push({ ...next, to });
        this.next = undefined;
        this.table = passage.row && next.from < start ? start : undefined;
      }
      this.last = { passage, to };
      return;
    }
    const [verb, ...words] = directive.words.map(({ text }) => text);
    if (!verb || !isVerb(verb) || directive.name.text !== NAME || !directive.colon) return;
    const named = words.filter(isRule);
    // one whose rules are all misspelt asks for nothing
    if (words.length > 0 && named.length === 0 && !words.includes(ALL)) return;
    const rules = new Set(words.length > 0 && !words.includes(ALL) ? named : MOST);
    if (verb === "ignore-next") {
      // inside a passage it is the rest of that, else the next one
      const { last } = this;
      if (last && to < last.to && goesOn(last.passage, passage.to)) this.ignored.push({ from: to, to: last.to, rules });
      // several may stand above what they are for
      else this.next = { from: to, rules: new Set([...rules, ...(this.next?.rules ?? [])]) };
      return;
    }
    const off = new Set(this.switches.at(-1)?.off);
    for (const rule of rules) {
      if (verb === "off") off.add(rule);
      else off.delete(rule);
    }
    this.switches.push({ at: from, off });
  }

  /** Whether a rule is silent at an offset of the note. */
  isSilent(rule: RuleId, at: number): boolean {
    if (this.always.has(rule)) return true;
    if (this.switches.findLast((change) => change.at < at)?.off.has(rule)) return true;
    return this.ignored.some(({ from, to, rules }) => from <= at && at < to && rules.has(rule));
  }
}

/** Whether a passage says something behind an offset. */
const goesOn = (passage: Passage, offset: number): boolean => /[^\s\ufffc]/.test(passage.text.slice(textOffset(passage, offset)));
