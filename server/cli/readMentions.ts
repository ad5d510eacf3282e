/** Reads notes for commands that tell what stands in them: `export` and `stats`. */
import type { Dataset } from "../dataset/dataset";
import { mentionsOfText, type NoteMentions } from "../features/export/noteMentions";
import { messageOf } from "../messageOf";
import { unreadMessage } from "../note/input";
import type { NotesOptions } from "./arguments";
import { Files } from "./files";
import { printable } from "./formats/text";
import { withOwn } from "./ownDataset";
import { slashes } from "./paths";
import { onNotes, type Task } from "./pool";
import type { NoteText } from "./readNote";
import { type Scope, Scopes } from "./scopes";
import type { Surroundings } from "./surroundings";

/** What came of reading a note: its names, as plain data; or why it could not be. */
type ReadNames = Omit<NoteMentions, "dataset"> | { readonly problem: string };

/** The reading of names as work for threads. */
export const READING: Task<undefined, ReadNames> = {
  does: "read",
  options: undefined,
  work: namesOf,
  lost: (_, problem) => ({ problem: `could not be read: ${problem}` }),
};

function namesOf(bundled: Dataset, file: string, read: NoteText | string, { own }: Scope): ReadNames {
  if (typeof read === "string") return { problem: read };
  try {
    const { dataset: _, ...names } = mentionsOfText(withOwn(bundled, own), read.text, slashes(file));
    return names;
  } catch (fault) {
    return { problem: messageOf(fault) };
  }
}

/**
 * The names in notes, note by note: that on standard input first, then the others in the order in which they were given.
 * @param bytes of the dataset, in memory that threads can share
 * @param problems is given what could not be read, a sentence each, which is also told
 */
export async function* readMentions(
  dataset: Dataset,
  bytes: Uint8Array,
  options: NotesOptions,
  problems: string[],
  around: Surroundings,
): AsyncGenerator<NoteMentions> {
  const tell = (line: string) => around.error(`${printable(line)}\n`);
  const fail = (problem: string) => {
    problems.push(problem);
    tell(problem);
  };
  const files = new Files(new Scopes(dataset, undefined, {}, fail), fail, tell);
  for await (const [{ file, settings }, read] of onNotes(options, files, READING, dataset, bytes, around)) {
    if ("problem" in read) fail(`${file}: ${read.problem}`);
    else {
      if (read.unreadLines > 0) tell(`${file}: ${unreadMessage(read.unreadLines)}`);
      yield { ...read, dataset: withOwn(dataset, settings.own) };
    }
  }
}
