/** Whether the words right beside a name say that a substance was given to somebody. */
import type { Found } from "../dataset/scan";

/** A substance given to somebody: a dose or a treatment right beside it. */
const GIVEN =
  /(?:\b(?:(?:treated|digested|dissociated) with|received?|given|administered|infusions? of|injections? of|doses? of|recombinant|exogenous|pegylated)|\d\s?[muµμn]?(?:g|M|U|IU)(?:\/\w+)?(?: of)?)\s*$/i;
const GIVEN_AFTER =
  /^\s*(?:\(?\d+(?:[.,]\d+)?\s?(?:[muµμn]?(?:M|U|IU)|[muµμ]?g|mpk)\b(?!>)|(?:therapy|treatment|monotherapy|infusion|injections?|administration|weekly|daily)\b)/i;

/** Whether a dose or a treatment stands right beside a name. */
export const isGiven = (text: string, { start, end }: Found): boolean =>
  GIVEN.test(text.slice(Math.max(0, start - 40), start)) || GIVEN_AFTER.test(text.slice(end, end + 30));

/** Whether a hyphen joins to a name what it did to those who took it: "taxol-resistant". */
export const isTaken = (text: string, { end }: Found): boolean =>
  /^-(?:treated|resistant|sensitive|refractory|induced|based)\b/.test(text.slice(end, end + 12));

/** Cells in a dish that a protein was added to, before it, and how much of it, behind it: no patient takes nanograms per millilitre. */
const DISH_BEFORE =
  /\b(?:cells?|cultures?|fibroblasts|macrophages|organoids|pericytes)(?: were| was)?(?: then)? (?:treated|stimulated|incubated) with $/;
const DISH_AFTER = /^ (?:\(|at )?\d+(?:[.,]\d+)? ?[npuµμ]g\/m[lL]/;

/** Whether a protein was added to cells in a dish, where it is that protein and no medicine: "stimulated with PDGF-BB (20 ng/ml)". */
export const isInDish = (text: string, { start, end }: Found): boolean =>
  DISH_BEFORE.test(text.slice(Math.max(0, start - 60), start)) || DISH_AFTER.test(text.slice(end, end + 24));
