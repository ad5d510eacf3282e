// How well the page in a webview can be read: the contrast of its texts and lines against what is behind them, as WCAG computes it.

/** What AA wants: of texts 4.5 to 1, of lines that mean something 3 to 1. */
const [TEXT, LINE] = [4.5, 3];

/** Throws where a text or a line of the network's page is fainter than AA wants. @param state said where it is so */
export async function readable(picture, state) {
  const found = await picture.locator("body").evaluate(ratios);
  if (found.length < 20) throw new Error(`${found.length} texts and lines alone were looked at`);
  const faint = found.filter(({ isText, ratio }) => ratio < (isText ? TEXT : LINE));
  const said = [...new Set(faint.map(({ what, ratio }) => `${what} ${ratio.toFixed(2)} to 1`))];
  if (faint.length > 0) throw new Error(`too faint ${state}: ${said.slice(0, 8).join("; ")}`);
}

/** Runs in the page: the contrast of each text and line, by its colour, the opacity of all that it is in, and the ground. */
function ratios(body) {
  const colour = (text) => {
    const [r, g, b, alpha = 1] = (text.match(/[\d.]+/g) ?? []).map(Number);
    return { rgb: [r, g, b], alpha };
  };
  const over = ({ rgb, alpha }, opacity, ground) => rgb.map((value, i) => value * alpha * opacity + ground[i] * (1 - alpha * opacity));
  const luminance = (rgb) => {
    const [r, g, b] = rgb.map((value) => value / 255).map((value) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const above = function* (element) {
    for (let at = element; at; at = at.parentElement) yield [at, getComputedStyle(at)];
  };
  const groundOf = (element) => {
    const grounds = [...above(element)].map(([, style]) => colour(style.backgroundColor)).filter(({ alpha }) => alpha > 0);
    return grounds.reduceRight((ground, one) => over(one, 1, ground), [255, 255, 255]);
  };
  const found = [];
  for (const element of body.querySelectorAll("*")) {
    const style = getComputedStyle(element);
    if (style.visibility === "hidden" || element.closest("[hidden], title, script")) continue;
    const isDrawn = element instanceof SVGElement;
    const isText = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim() !== "");
    const isLine = isDrawn && style.stroke !== "none" && /\b(?:shape|edge)\b/.test(element.getAttribute("class"));
    if (!isText && !isLine) continue;
    const ground = groundOf(element);
    const own = isLine ? Number(style.strokeOpacity) : 1;
    const opacity = [...above(element)].reduce((product, [, { opacity: one }]) => product * Number(one), own);
    const shown = over(colour(isLine ? style.stroke : isDrawn ? style.fill : style.color), opacity, ground);
    const [darker, lighter] = [luminance(ground), luminance(shown)].sort((a, b) => a - b);
    const what = `${element.tagName}.${element.getAttribute("class") ?? element.id} ${element.textContent.trim().slice(0, 20)}`;
    found.push({ what, isText, ratio: (lighter + 0.05) / (darker + 0.05) });
  }
  return found;
}
