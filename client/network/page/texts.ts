/** The texts of the page in the user's language: the extension puts the editor's translations into the page. */

import { type Translate, withCounts } from "../../views/words";

const translations: Readonly<Record<string, string>> = JSON.parse(document.body.dataset["texts"] || "{}");

/** A text in the user's language, in English where there is no translation; counts as that language writes them. */
export const t: Translate = withCounts(
  (text, ...values) => (translations[text] ?? text).replace(/\{(\d)\}/g, (_, i) => String(values[Number(i)])),
  document.documentElement.lang,
);
