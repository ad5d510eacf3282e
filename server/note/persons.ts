/** Persons: what is spelled as a name, or nearly so, and is somebody's surname. */
import type { Dataset } from "../dataset/dataset";
import { kindNamed } from "../dataset/nameKinds";
import type { Found } from "../dataset/scan";
import { AROUND, type Span, textAfter, textBefore, writtenAt } from "./spans";

/** A word that may be a surname: "Notch", not "NOTCH1". */
export const SURNAME = /^[A-Z][a-z]{2,}$/;
/** What stands before a surname: a title, with a first name or without, or an initial, which is no end of a word with a hyphen: VAPOR-C. */
const TITLED = /(?:\b(?:Drs?|Profs?|Professor|Mr|Mrs|Ms|Herr|Herrn|Frau)\.?\s(?:[A-Z][a-z\u00df-\u00ff.]*\s)?|(?<!\w-)\b[A-Z]\.\s)$/;
/** What stands behind one: initials and another author, "et al", a year. */
const AUTHORED =
  /^(?: [A-Z]{1,3}(?:[,;.]| and| &) ?[A-Z][a-z]+ [A-Z]{1,3}(?:[,.;]| \(?(?:19|20)\d\d| et al\b|$)| et al\b|,? \(?(?:19|20)\d\d[a-z]?[);]|, [A-Z]\.)/;
const AUTHOR_BEFORE = /[A-Z][a-z]{2,} [A-Z]{1,3}, $/;
/** A first name before a surname, and another full name behind it, in a list of authors: "Stephen Chia, Peter A. Fasching". */
const FIRST_NAME = /(?<![\w-])[A-Z][a-z\u00df-\u00ff]+(?: [A-Z]\.)? $/;
const NEXT_PERSON = /^, (?:and )?[A-Z][a-z\u00df-\u00ff-]+(?: [A-Z]\.){0,2} [A-Z][a-z]+(?:,\s|\.?$)/;
/** What a person does, behind a first name, and who is asked, before it: "Bev says", "ask Bev". */
const DOES = /^ (?:says?|said|asks|asked|tells|told|thinks|thought|wrote|writes|gave us|gave \d+ ?mg|gives us|agrees|agreed)\b/;
const ASKED = /\b(?:[Aa]sk(?:ed)?|[Tt]old|[Ee]-?mail(?:ed)?|[Ss]poke (?:to|with)|[Mm]eeting with) $/;
/** What a firm is called behind a name: Notch Therapeutics. */
const FIRM = /^(?: [A-Z][a-z]+)? (?:Therapeutics|Pharma|Bio\w*|GmbH|Ltd|Inc|LLC|Corp|Capital|Ventures|Solutions|Oncology)\b/;
/** What a line begins with that lists people, in minutes and mails. */
const PEOPLE =
  /^\W{0,4}(?:present|attend(?:ees|ing)|participants|apologies|absent|from|to|b?cc|presenter|speakers?|chair|minutes(?: by)?|anwesend|teilnehmer)\W{0,4}:/i;
/** How an antibody against a protein is diluted, which stands behind it: "Abcam Vim (1:500)". */
const DILUTED = /^,? \(?1:\d{2,}/;

/** Whether a word that is in no list is a surname, by what stands around it: "Melina et al." is no slip in Melan-A. */
export const isSurname = (text: string, start: number, end: number): boolean =>
  SURNAME.test(text.slice(start, end)) && isOfPerson(text, { start, end });

/** Whether what may be a surname is one, by what stands around it or begins its line, or the name of a firm. */
function isOfPerson(text: string, name: Span): boolean {
  const line = text.lastIndexOf("\n", name.start - 1) + 1;
  const [before, after] = [textBefore(text, name), textAfter(text, name)];
  return (
    TITLED.test(before) ||
    ASKED.test(before) ||
    DOES.test(after) ||
    AUTHOR_BEFORE.test(before) ||
    (NEXT_PERSON.test(after) && FIRST_NAME.test(before)) ||
    AUTHORED.test(after) ||
    FIRM.test(after) ||
    PEOPLE.test(text.slice(line, line + AROUND))
  );
}

/**
 * Whether a name is a person's: a surname by what stands around it, or, of a gene without a record, what would be several of it (Copas)
 * or stands behind a first name, which is no word of any list (Pjotr Prins).
 */
export const isPerson = (dataset: Dataset, text: string, match: Found, name: number): boolean =>
  SURNAME.test(writtenAt(text, match)) && (isOfPerson(text, match) || isUnusualGene(dataset, text, match, name));

function isUnusualGene(dataset: Dataset, text: string, match: Found, name: number): boolean {
  const { lexicon } = dataset;
  if (lexicon.type(name) === "prose" || kindNamed(dataset, name) !== "known-gene") return false;
  if (text[match.end] === "s") return true;
  if (DILUTED.test(textAfter(text, match))) return false;
  const [first] = FIRST_NAME.exec(textBefore(text, match)) ?? [];
  return first !== undefined && lexicon.isUnknown(first.split(" ")[0]!);
}
