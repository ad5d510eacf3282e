/** Checks one note. The result is plain data, which may cross threads: what was found, and what was mended. */
import type { Dataset } from "../dataset/dataset";
import { type Finding, findings } from "../features/diagnostics";
import { placeIn } from "../features/export/noteMentions";
import { cellNotes } from "../index/notebook";
import { messageOf } from "../messageOf";
import { unreadMessage } from "../note/input";
import { Note } from "../note/note";
import { isNotebook, languageOf } from "../noteNames";
import { isLeftAlone } from "../settings";
import type { CheckOptions } from "./arguments";
import { baselineKey } from "./baseline";
import type { Checked, Found, Range, Severity } from "./checked";
import { diffOf, mend, overwrite } from "./fix";
import { withOwn } from "./ownDataset";
import type { Given, Task } from "./pool";
import { type NoteText, readNote } from "./readNote";
import { reason } from "./reason";
import type { Scope } from "./scopes";

/** What `check` needs to know for every note. */
export interface NoteOptions extends Pick<CheckOptions, "severity" | "fix"> {
  /** Entries of the baseline: these findings are not new. */
  readonly known: ReadonlySet<string>;
  /** Folder that the baseline's paths count from. */
  readonly baselineFolder: string;
}

const LOUDNESS: readonly Severity[] = ["hint", "information", "warning", "error"];

/** Checks a note, and mends it if that was asked for: in its file or, for a note on standard input, in the result. */
export function checkNote(bundled: Dataset, note: Given, options: NoteOptions): Checked {
  const { file, read, settings, isInput } = note;
  if (typeof read === "string") return failure(file, read);
  const isFilter = isInput === true && options.fix === "write";
  if (isFilter && !read.isUtf8) return failure(file, LOSSY);
  const isReported = (finding: Finding) =>
    LOUDNESS.indexOf(finding.level) >= LOUDNESS.indexOf(options.severity) &&
    !(options.known.size > 0 && options.known.has(baselineKey(options.baselineFolder, file, finding)));
  const about: About = { dataset: withOwn(bundled, settings.own), file, settings, isReported, fix: isFilter ? "filter" : options.fix };
  const checked = isLeftAlone(settings, languageOf(file))
    ? { file, findings: [], problems: [], failed: false, mended: 0, isLeftOut: true }
    : (isNotebook(file) ? checkCells : checkText)(about, read);
  return isFilter ? { text: textWithMark(read, read.text), ...checked } : checked;
}

/** What is needed to check a note. */
interface About {
  readonly dataset: Dataset;
  readonly file: string;
  readonly settings: Scope;
  readonly isReported: (finding: Finding) => boolean;
  /** What is done with fixes; "filter" means that the mended text is the output. */
  readonly fix: NoteOptions["fix"] | "filter";
}

function checkText({ dataset, file, settings, isReported, fix }: About, read: NoteText): Checked {
  const look = (text: string): Looked => {
    const note = Note.create(file, languageOf(file), 0, text);
    return { note, found: findings(dataset, note, settings) };
  };
  const before = look(read.text);
  const unread = before.note.blocks.unreadLines;
  const problems = unread > 0 ? [unreadMessage(unread)] : [];
  const checked = ({ note, found }: Looked): Checked => {
    const shown = found.filter(isReported).map((finding) => placed(note, finding));
    return { file, findings: shown, problems, failed: false, mended: 0 };
  };
  if (fix === "no") return checked(before);
  const { mended, ...after } = mendAll(before, look, isReported);
  const [was, is] = [textWithMark(read, read.text), textWithMark(read, after.note.text)];
  if (fix === "filter") return { ...checked(after), mended, text: is };
  if (mended === 0) return checked(before);
  if (read.isUtf8 && fix === "diff") return { ...checked(after), mended, diff: diffOf(file, was, is) };
  const problem = read.isUtf8 ? write(file, read, was, is) : LOSSY;
  return problem ? { ...checked(before), problems: [...problems, problem], failed: true } : { ...checked(after), mended };
}

/** A text of a note with the byte-order mark that its file has. */
const textWithMark = ({ hasMark }: NoteText, text: string): string => (hasMark ? `\ufeff${text}` : text);

/** A note with its findings. */
interface Looked {
  readonly note: Note;
  readonly found: readonly Finding[];
}

/** Mends until nothing is left to mend: a word that is right again may show that a drug is meant beside it. */
function mendAll(
  before: Looked,
  look: (text: string) => Looked,
  isReported: (finding: Finding) => boolean,
): Looked & { readonly mended: number } {
  let after = before;
  let mended = 0;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { text, count } = mend(after.note.text, after.found, isReported);
    if (count === 0) break;
    mended += count;
    after = look(text);
  }
  return { ...after, mended };
}
/** How often a note is mended, at most. */
const MOST_ROUNDS = 10;

const LOSSY = "is not UTF-8 throughout, and mending would lose the rest; save it as UTF-8";

/** Writes a mended note over the text that was read of it. @returns why that cannot be done; nothing if all is well */
function write(file: string, { text, hasMark }: NoteText, before: string, mended: string): string | undefined {
  const now = readNote(file);
  if (typeof now === "string" || now.text !== text || now.hasMark !== hasMark)
    return "has changed while it was checked, and stays as it is; check it again";
  try {
    overwrite(file, before, mended);
    return undefined;
  } catch (fault) {
    return `the fixes cannot be written: ${reason(fault)}`;
  }
}

/** Checks the Markdown cells of a notebook. They are not mended: an editor that has it open would lose what it has not saved. */
function checkCells({ dataset, file, settings, isReported, fix }: About, { text: json }: NoteText): Checked {
  try {
    const whole = Note.create(file, "json", 0, json);
    const cells = cellNotes(file, json).map((cell) => ({ ...cell, found: findings(dataset, cell.note, settings) }));
    const failed = fix !== "no" && cells.some(({ note, found }) => mend(note.text, found, isReported).count > 0);
    const all = cells.flatMap(({ inFile, found }) => found.filter(isReported).map((finding) => placed(whole, finding, inFile)));
    return { file, findings: all, problems: failed ? ["is a notebook, which is mended in an editor only"] : [], failed, mended: 0 };
  } catch (fault) {
    return failure(file, messageOf(fault));
  }
}

/** `check` as work for threads. */
export const CHECKING: Omit<Task<NoteOptions, Checked>, "options"> = {
  does: "check",
  work: checkNote,
  lost: (file, problem) => failure(file, `could not be checked: ${problem}`),
};

/** The result for a note that could not be checked. */
const failure = (file: string, problem: string): Checked => ({ file, findings: [], problems: [problem], failed: true, mended: 0 });

/**
 * A finding with its places as lines and columns.
 * @param inFile where in the file's text an offset of the note stands
 */
function placed(file: Note, finding: Finding, inFile = (offset: number) => offset): Found {
  const { rule, level, message, word, replacements, others, related } = finding;
  const at = (offset: number) => placeIn(file, inFile(offset));
  const range = ({ from, to }: { from: number; to: number }): Range => ({ start: at(from), end: at(to) });
  const found = { rule, level, message, word, replacements, ...range(finding), others: others.map(range) };
  return related ? { ...found, related: { ...range(related), message: related.message } } : found;
}
