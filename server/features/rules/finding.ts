/** What a rule returns. */
import type { RuleId } from "../../settings";

export interface Verdict {
  readonly rule: RuleId;
  /** One sentence: what, why, and as of when. */
  readonly message: string;
  /** Words that may stand in its place, the best first, in the letter case of the note. */
  readonly replacements: readonly string[];
  /** The rule is less sure than its setting says: at most information. */
  readonly mild?: boolean;
}
