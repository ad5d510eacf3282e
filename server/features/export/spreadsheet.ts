/**
 * Rows that spreadsheets leave as they are. Opened as CSV or TSV, a cell that looks like a formula, a number or a date is
 * taken for one: `=HYPERLINK(…)` acts, and MARCH1, SEPT2 or OCT4 become days (Ziemann et al., Genome Biology 2016;17:177).
 * Such a cell gets an apostrophe before it, as OWASP advises against CSV injection; all others stand as they are written.
 */

/** Languages whose names of months spreadsheets of our readers know: `DEZ1` is a day in a German one, `OTT3` in an Italian one. */
const LANGUAGES = ["en-US", "en-GB", "de", "fr", "es", "it", "pt", "nl"];

let held: ReadonlySet<string> | undefined;

/** Names of months, short and long, in small letters. */
function months(): ReadonlySet<string> {
  held ??= new Set(
    LANGUAGES.flatMap((language) =>
      (["short", "long"] as const).flatMap((month) => {
        const format = new Intl.DateTimeFormat(language, { month, timeZone: "UTC" });
        return Array.from({ length: 12 }, (_, i) =>
          format
            .format(Date.UTC(2000, i, 1))
            .replace(/\.$/, "")
            .toLowerCase(),
        );
      }),
    ),
  );
  return held;
}

/** Those of Japanese keyboards, too. */
const FORMULA = /^[=+\-@＝＋－＠]/;
/** Digits with what stands between those of dates, times, fractions and numbers: "9-1-1", "10:30", "1/2", "1,000". */
const NUMBER = /^[.,/:\s-]*\d[\d.,/:\s%-]*$/;
/** "2E5". */
const POWER = /^\d[\d.,]*e[+-]?\d+$/i;
const WITH_MONTH = /^(?:\d{1,4}[\s./-]*)?(\p{L}+)\.?[\s./-]*\d{0,4}$/u;

/** Whether a spreadsheet may take a text for something else. */
export function mayChange(text: string): boolean {
  const cell = text.trim();
  if (FORMULA.test(cell) || NUMBER.test(cell) || POWER.test(cell) || /^(?:true|false)$/i.test(cell)) return true;
  const [, word] = WITH_MONTH.exec(cell) ?? [];
  return word !== undefined && word.length < cell.length && months().has(word.toLowerCase());
}

/** What ends a cell or a line for one reader or another, with the spaces around it; and what a terminal obeys. */
const LINE_END = /(?<!\s)\s*[\t-\r\x1c-\x1e\x85\u2028\u2029]\s*/g;
const CONTROL = /[\x00-\x1f\x7f-\x9f]/g;

/** A cell: numbers of ours as they are, texts on one line and so that they stay texts. */
function cell(value: string | number): string {
  if (typeof value === "number") return String(value);
  const text = value.replace(LINE_END, " ").replace(CONTROL, "?");
  // a date of ours may become one, and the dataset's version stays as it is
  if (/^\d{4}(?:\.\d{2}|-\d{2}(?:-\d{2})?)$/.test(text)) return text;
  return mayChange(text) ? `'${text}` : text;
}

/** A row of a CSV file (RFC 4180). */
export const csvRow = (cells: ReadonlyArray<string | number>): string =>
  `${cells
    .map(cell)
    .map((text) => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text))
    .join(",")}\r\n`;

/** A row of a TSV file; a cell that begins with a quotation mark is quoted, since readers take it for one that is. */
export const tsvRow = (cells: ReadonlyArray<string | number>): string =>
  `${cells
    .map(cell)
    .map((text) => (text.startsWith('"') ? `"${text.replaceAll('"', '""')}"` : text))
    .join("\t")}\n`;

/** What makes spreadsheets read a CSV file as UTF-8. */
export const BYTE_ORDER_MARK = "\ufeff";
