/** Greek names that are written as inline math: `$\alpha_v\beta_3$`, `TGF-$\beta$`. */

/** Greek letters by the names that LaTeX and HTML have for them. */
export const GREEK: Readonly<Record<string, string>> = {
  alpha: "α",
  beta: "β",
  gamma: "γ",
  delta: "δ",
  epsilon: "ε",
  zeta: "ζ",
  eta: "η",
  theta: "θ",
  kappa: "κ",
  lambda: "λ",
  mu: "μ",
  sigma: "σ",
  tau: "τ",
  omega: "ω",
};
/** Longest math that may be a name, in UTF-16 units. */
const LONGEST = 60;

/**
 * The text of short math that holds Greek letters and nothing but letters, digits and hyphens.
 * @param math with its dollar signs
 * @returns the text ("αvβ3"), or nothing for any other math
 */
export function plainMath(math: string): string | undefined {
  if (math.length > LONGEST || math.startsWith("$$")) return undefined;
  const text = math
    .slice(1, -1)
    .replace(/\\(?:text|mathrm|mathit|mathbf|rm|it)\b/g, "")
    .replace(/\\([a-z]+)/g, (command, name: string) => GREEK[name] ?? command)
    .replace(/[{}_^~\s]|\\[,;!: ]/g, "");
  return /[α-ω]/.test(text) && /^[\p{L}\p{N}-]+$/u.test(text) ? text : undefined;
}
