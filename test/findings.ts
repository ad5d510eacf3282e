/** Findings as tests write them: `Given ⟦bevacizumb→bevacizumab⟧.`, with the first fix behind the arrow. */
import assert from "node:assert/strict";
import type { Dataset } from "../server/dataset/dataset";
import { findings } from "../server/features/diagnostics";
import { DEFAULTS, type RuleId, type Settings } from "../server/settings";
import { noteOf } from "./example";
import { edited } from "./marked";

/** The default settings with some rules set otherwise. */
export const levels = (rules: Partial<Settings["rules"]>): Settings => ({ ...DEFAULTS, rules: { ...DEFAULTS.rules, ...rules } });

/**
 * Makes a check for one rule: each text given must get the findings that stand in its brackets, no more and no fewer.
 * @param more settings; the rule itself is set to warn where it is off
 */
export function checkFor(rule: RuleId, dataset: () => Dataset, more: Partial<Settings> = {}) {
  const usual = DEFAULTS.rules[rule] === "off" ? levels({ [rule]: "warning" }) : DEFAULTS;
  return (...marked: string[]): void => {
    for (const source of marked) {
      const text = source.replace(/⟦([^→⟧]*)(?:→[^⟧]*)?⟧/g, "$1");
      const found = findings(dataset(), noteOf(text), { ...usual, ...more }).filter((finding) => finding.rule === rule);
      assert.equal(withFixes(text, found), source);
    }
  };
}

/** A text with its findings in brackets, each with its first fix. */
export const withFixes = (text: string, found: ReturnType<typeof findings>): string =>
  edited(
    text,
    found.map(({ from, to, replacements: [fix] }) => ({
      from,
      to,
      text: `⟦${text.slice(from, to)}${fix === undefined ? "" : `→${fix}`}⟧`,
    })),
  );
