// A spell checker in a process of its own: `node check.mjs nspell|cspell NAMES`, asked over IPC.
//   { text }     -> { ms, count }   checks a whole text
//   { words }    -> { ms: [...], first: [...] }   suggests for words, one after the other
// NAMES is a file of names, one a line; they count as correct words, those of several words by their parts.
import { readFileSync } from "node:fs";

const [, , peer, namesFile] = process.argv;
const names = readFileSync(namesFile, "utf8").split("\n");

async function nspell() {
  const [{ default: make }, { default: dictionary }] = await Promise.all([import("nspell"), import("dictionary-en")]);
  const spell = make(dictionary);
  spell.personal(names.join("\n"));
  return {
    check: (text) => (text.match(/[\p{L}\p{N}'-]+/gu) ?? []).filter((word) => !spell.correct(word)).length,
    suggest: (word) => spell.suggest(word),
  };
}

async function cspell() {
  const { getDefaultSettings, mergeSettings, spellCheckDocument, suggestionsForWord } = await import("cspell-lib");
  const settings = mergeSettings(await getDefaultSettings(), { words: names, language: "en" });
  const options = { generateSuggestions: false, noConfigSearch: true };
  return {
    check: async (text) => {
      const { issues } = await spellCheckDocument({ uri: "file:///note.md", text, languageId: "markdown" }, options, settings);
      return issues.length;
    },
    suggest: async (word) => {
      const { suggestions } = await suggestionsForWord(word, { languageId: "markdown", numSuggestions: 8 }, settings);
      return suggestions.map((suggestion) => suggestion.word);
    },
  };
}

const checker = await (peer === "nspell" ? nspell() : cspell());

process.on("message", async ({ text, words }) => {
  const begun = performance.now();
  if (text !== undefined) {
    const count = await checker.check(text);
    process.send({ ms: performance.now() - begun, count });
    return;
  }
  const [ms, found] = [[], []];
  for (const word of words) {
    const from = performance.now();
    found.push(await checker.suggest(word));
    ms.push(performance.now() - from);
  }
  process.send({ ms, found });
});
process.on("disconnect", () => process.exit());
process.send({ ready: true });
