/** What is wrong with the names in a text, and which names are recognised in it. */
import type { Dataset } from "../../dataset/dataset";
import { Note } from "../../note/note";
import { DEFAULTS } from "../../settings";
import { findings } from "../diagnostics";
import { mentionsOfNote } from "../export/noteMentions";
import { Tally } from "../export/tally";
import { fateOf, thingOf, versionOf } from "../export/things";
import { NOTICE } from "./lookUp";

/**
 * Checks a text as the editor would check a note.
 * @param text Markdown
 * @returns a line for each finding with its place, then one for each thing that is named
 */
export function checkText(dataset: Dataset, text: string): string {
  const note = Note.create("text", "markdown", 0, text);
  const found = findings(dataset, note, DEFAULTS).map(({ from, level, message, replacements, rule }) => {
    const { line, character } = note.positionAt(from);
    const fix = replacements.length > 0 ? ` Proposed: ${replacements.join(", ")}.` : "";
    return `- ${line + 1}:${character + 1} ${level}: ${message}${fix} [${rule}]`;
  });
  const tally = new Tally();
  tally.add(mentionsOfNote(dataset, note, "text"));
  const names = tally.all().map(({ entity, written }) => {
    const thing = thingOf(dataset, entity);
    const { id, name, kind } = thing;
    const fate = fateOf(thing);
    return `- ${[...written.keys()].join(", ")}: ${name} (${kind}, ${id})${fate ? `; ${fate}` : ""}`;
  });
  return [
    found.length > 0 ? `Findings:\n${found.join("\n")}` : "No findings. Names that are in no list are not findings by themselves.",
    names.length > 0 ? `Names in the text, by the dataset:\n${names.join("\n")}` : "No known name is in the text.",
    `Source: Metastasis Notes, dataset ${versionOf(dataset)}. ${NOTICE}`,
  ].join("\n\n");
}
