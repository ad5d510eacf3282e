/** The texts of the page in the user's language: the extension puts the editor's translations into the page. */

const translations: Readonly<Record<string, string>> = JSON.parse(document.body.dataset["texts"] || "{}");

/**
 * A text in the user's language, in English where there is no translation.
 * @param values take the places of `{0}`, `{1}` …
 */
export const t = (text: string, ...values: ReadonlyArray<string | number>): string =>
  (translations[text] ?? text).replace(/\{(\d)\}/g, (_, i) => String(values[Number(i)]));
