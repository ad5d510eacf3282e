/** Reads notes for commands that tell what stands in them: `export` and `stats`. */
import path from "node:path";
import type { Dataset } from "../dataset/dataset";
import { mentionsOfNote, type NoteMentions } from "../features/export/noteMentions";
import { unreadMessage } from "../note/input";
import { Note } from "../note/note";
import { languageOf } from "../settings";
import type { NotesOptions } from "./arguments";
import { Files } from "./files";
import { printable } from "./formats/text";
import { withOwn } from "./ownDataset";
import { slashes, workspaceOf } from "./paths";
import { decodeNote, type NoteText, readNote } from "./readNote";
import { type Scope, Scopes } from "./scopes";
import type { Surroundings } from "./surroundings";

/**
 * The names in notes, note by note: that on standard input first, then the others in the order in which they were given.
 * @param problems is given what could not be read, a sentence each, which is also told
 */
export async function* readMentions(
  dataset: Dataset,
  { paths, stdinName }: NotesOptions,
  problems: string[],
  around: Surroundings,
): AsyncGenerator<NoteMentions> {
  const tell = (line: string) => around.error(`${printable(line)}\n`);
  const fail = (problem: string) => {
    problems.push(problem);
    tell(problem);
  };
  const scopes = new Scopes(dataset, undefined, {}, fail);
  const read = (file: string, text: NoteText | string, { own }: Scope): NoteMentions | undefined => {
    if (typeof text === "string") return void fail(`${file}: ${text}`);
    const note = Note.create(file, languageOf(file), 0, text.text);
    const mentions = mentionsOfNote(withOwn(dataset, own), note, slashes(file));
    if (note.unreadLines > 0) tell(`${file}: ${unreadMessage(note.unreadLines)}`);
    return mentions;
  };
  if (paths.includes("-")) {
    const folder = path.dirname(path.resolve(stdinName));
    const mentions = read(stdinName, decodeNote(await around.readInput()), scopes.of(folder, workspaceOf(folder)));
    if (mentions) yield mentions;
  }
  const given = paths.filter((one) => one !== "-");
  for (const { file, settings } of new Files(scopes, fail).of(given)) {
    const mentions = read(file, readNote(file), settings);
    if (mentions) yield mentions;
  }
}
