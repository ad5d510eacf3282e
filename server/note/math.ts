/** Greek names and subscripts that are written as inline math: `$\alpha_v\beta_3$`, `TGF-$\beta$`, `5-HT$_{2A}$`. */
import { AMINO_ACID, FIGURE, LETTER } from "./letters";

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

/** A subscript alone, which goes on with the name before it: "5-HT$_{2A}$". */
const SUBSCRIPT = new RegExp(String.raw`^\$_(?:[${LETTER}${FIGURE}]|\{(?:\\(?:text|mathrm|rm)\b ?)?\{?[${LETTER}${FIGURE}]{1,3}\}?\})\$$`);
/** A sign that is raised, behind what cells bear: "CD8$^+$". */
const SIGN = /^\$\^\{?([+−-])\}?\$$/;

/** A gene's symbol with a raised variant: "$BRAF^{V600E}$", "$\\mathit{KRAS}^{\\text{G12D}}$". */
const RAISED_VARIANT = new RegExp(
  String.raw`^\$(?:\\[a-z]{2,6}\{)?[A-Z][A-Z\d]{2,6}\}?\^\{(?:\\[a-z]{2,6}\{)?[${AMINO_ACID}]\d{1,4}[${AMINO_ACID}]\}{1,2}\$$`,
);

/**
 * The text of short math that is a subscript, a raised sign, a gene with its variant, or holds Greek letters and nothing but letters,
 * digits and hyphens.
 * @param math with its dollar signs
 * @returns the text ("αvβ3", "2A"), or nothing for any other math
 */
export function plainMath(math: string): string | undefined {
  if (math.length > LONGEST || math.startsWith("$$")) return undefined;
  const sign = SIGN.exec(math)?.[1];
  if (sign) return sign;
  const text = math
    .slice(1, -1)
    .replace(/\\(?:text|mathrm|mathit|mathbf|rm|it)\b/g, "")
    .replace(/\\([a-z]+)/g, (command, name: string) => (Object.hasOwn(GREEK, name) ? GREEK[name]! : command))
    .replace(/[{}_^~\s]|\\[,;!: ]/g, "");
  return (/[α-ω]/.test(text) || SUBSCRIPT.test(math) || RAISED_VARIANT.test(math)) && /^[\p{L}\p{N}-]+$/u.test(text) ? text : undefined;
}
