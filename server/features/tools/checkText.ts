/** What is wrong with the names in a text, and which names are recognised in it. */
import type { Dataset } from "../../dataset/dataset";
import { unreadMessage } from "../../note/input";
import { Note } from "../../note/note";
import { DEFAULTS } from "../../settings";
import { findings, isOtherLanguage, readForFindings } from "../diagnostics";
import { mentionsOfNote } from "../export/noteMentions";
import { Tally } from "../export/tally";
import { fateOf, thingOf, versionOf } from "../export/things";
import { NOTICE } from "./lookUp";

/** How many lines a list has, and how many further places a finding names. */
const MOST = 200;
const MOST_PLACES = 10;

/**
 * Checks a text as the editor would check a note, in small steps.
 * @param text Markdown
 * @returns a line for each finding with its place, then one for each thing that is named
 */
export function* checkText(dataset: Dataset, text: string): Generator<void, string> {
  const note = Note.create("text", "markdown", 0, text);
  yield* readForFindings(dataset, note);
  const placeOf = (from: number) => {
    const { line, character } = note.positionAt(from);
    return `${line + 1}:${character + 1}`;
  };
  const all = findings(dataset, note, DEFAULTS);
  yield;
  const further = new Set(all.flatMap(({ others }) => others.map(({ from }) => from)));
  const found = all
    .filter(({ from }) => !further.has(from))
    .map(({ from, level, message, replacements, rule, others }) => {
      const places = others.slice(0, MOST_PLACES).map((other) => placeOf(other.from));
      const also = places.length > 0 ? ` Also at ${places.join(", ")}${others.length > places.length ? ", …" : ""}.` : "";
      const fix = replacements.length > 0 ? ` Proposed: ${replacements.join(", ")}.` : "";
      return `- ${placeOf(from)} ${level}: ${message}${also}${fix} [${rule}]`;
    });
  yield;
  const tally = new Tally();
  tally.add(yield* mentionsOfNote(dataset, note, "text"));
  const names = tally.all().map(({ entity, written }) => {
    const thing = thingOf(dataset, entity);
    const { id, name, kind } = thing;
    const fate = fateOf(thing);
    return `- ${[...written.keys()].join(", ")}: ${name} (${kind}, ${id})${fate ? `; ${fate}` : ""}`;
  });
  return [
    ...unchecked(note),
    found.length > 0 ? `Findings:\n${listed(found)}` : "No findings. Names that are in no list are not findings by themselves.",
    names.length > 0 ? `Names in the text, by the dataset:\n${listed(names)}` : "No known name is in the text.",
    `Source: Metastasis Notes, dataset ${versionOf(dataset)}. ${NOTICE}`,
  ].join("\n\n");
}

/** The lines of a list as an assistant can use them: a longer one would fill its memory. */
const listed = (lines: readonly string[]): string =>
  [...lines.slice(0, MOST), ...(lines.length > MOST ? [`- and ${lines.length - MOST} more; check the text in parts`] : [])].join("\n");

/** What of a text was not checked, so that nobody takes silence for soundness. */
function unchecked(note: Note): string[] {
  const { off } = note.frontMatter;
  const isSilenced = off.length > 0 || /\bmetastasis-notes\s*:\s*(?:off|ignore-next)\b/.test(note.text);
  const unread = note.blocks.unreadLines;
  return [
    unread > 0 ? unreadMessage(unread) : "",
    isOtherLanguage(note) ? "The text is not in English, or says so: names in it were not checked for misspellings, only recognised." : "",
    isSilenced ? "Comments or front matter in the text switch off some of the checks." : "",
  ].filter(Boolean);
}
