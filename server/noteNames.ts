/** Which files are notes, by the ends of their names: the one place that says so, for the editor, the index and the command line. */

/** Endings of the notes' names in each language. The Markdown cells of a notebook are notes. */
const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  // those that VS Code or GitHub know as Markdown
  markdown: [".md", ".markdown", ".mkd", ".mkdn", ".mdown", ".mdwn", ".markdn", ".ipynb"],
  quarto: [".qmd"],
  rmd: [".rmd", ".Rmd"],
  mdx: [".mdx"],
};

/** All endings, for patterns in which letter case counts. */
export const ALL_ENDINGS: readonly string[] = Object.values(ENDINGS).flat();

/** The endings of notes in some languages; those of Markdown if none of them is known. */
export function endingsOf(languages: readonly string[]): readonly string[] {
  const endings = languages.flatMap((language) => (Object.hasOwn(ENDINGS, language) ? ENDINGS[language]! : []));
  return endings.length > 0 ? endings : ENDINGS["markdown"]!;
}

/** Whether a file is a note, by its name. */
export const isNoteName = (name: string): boolean => endsIn(name, ALL_ENDINGS);

/** Whether a file is a notebook, by its name. */
export const isNotebook = (name: string): boolean => endsIn(name, [".ipynb"]);

/** The language of a note, by its name; Markdown if it is no other. */
export const languageOf = (name: string): string => Object.keys(ENDINGS).find((language) => endsIn(name, ENDINGS[language]!)) ?? "markdown";

/** Whether a name has one of these endings, in whatever letter case. */
export function endsIn(name: string, endings: readonly string[]): boolean {
  const low = name.toLowerCase();
  return endings.some((ending) => low.endsWith(ending.toLowerCase()));
}
