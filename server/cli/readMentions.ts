/** Reads notes for commands that tell what stands in them: `export` and `stats`. */
import type { Dataset } from "../dataset/dataset";
import { mentionsOfText, type NoteMentions } from "../features/export/noteMentions";
import { atOnce } from "../giveWay";
import { messageOf } from "../messageOf";
import { unreadMessage } from "../note/input";
import { languageOf } from "../noteNames";
import { isLeftAlone } from "../settings";
import type { NotesOptions } from "./arguments";
import { Files } from "./files";
import { withOwn } from "./ownDataset";
import { slashes } from "./paths";
import { type Given, type Opened, onNotes, type Task } from "./pool";
import { Scopes } from "./scopes";
import type { Surroundings } from "./surroundings";
import { type Telling, tellLeftOut } from "./telling";

/** The result of reading a note: its names, as plain data, or why it cannot be read; neither if its folder says that it is no note. */
type ReadNames = Omit<NoteMentions, "dataset"> | { readonly problem?: string };

/** The reading of names as work for threads. */
export const READING: Task<undefined, ReadNames> = {
  does: "read",
  options: undefined,
  work: namesOf,
  lost: (_, problem) => ({ problem: `could not be read: ${problem}` }),
};

function namesOf(bundled: Dataset, { file, read, settings }: Given): ReadNames {
  if (typeof read === "string") return { problem: read };
  if (isLeftAlone(settings, languageOf(file))) return {};
  try {
    const { dataset: _, ...names } = atOnce(mentionsOfText(withOwn(bundled, settings.own), read.text, slashes(file)));
    return names;
  } catch (fault) {
    return { problem: messageOf(fault) };
  }
}

/**
 * The names in notes, note by note: that on standard input first, then the others in the order in which they were given.
 * @param telling is told what could not be read
 */
export async function* readMentions(
  opened: Opened,
  options: NotesOptions,
  { tell, fail }: Telling,
  around: Surroundings,
): AsyncGenerator<NoteMentions> {
  const { dataset } = opened;
  const files = new Files(new Scopes(dataset, undefined, {}, fail, tell), fail, tell);
  let leftOut = 0;
  for await (const [{ file, settings }, read] of onNotes(options, files, READING, opened, around)) {
    if (!("passages" in read)) {
      if (read.problem === undefined) leftOut++;
      else fail(`${file}: ${read.problem}`);
    } else {
      if (read.unreadLines > 0) tell(`${file}: ${unreadMessage(read.unreadLines)}`);
      yield { ...read, dataset: withOwn(dataset, settings.own) };
    }
  }
  tellLeftOut(leftOut, tell);
}
