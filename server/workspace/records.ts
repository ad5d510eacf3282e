/**
 * Records in YAML (or JSON, which is YAML): one, a list of them, or several documents. Read in small steps, checked against
 * `data/schema/own.schema.json`; what is sound counts, though other parts of the file are broken.
 */
import validate from "own-schema";
import { Composer, type CST, type Document, isMap, isScalar, isSeq, Lexer, LineCounter, type ParsedNode, Parser } from "yaml";
import type { Dataset } from "../dataset/dataset";
import type { OwnData } from "../dataset/own";
import { idOf, type Name, referenceOf } from "../dataset/records";
import { messageOf } from "../messageOf";
import { UNSAID } from "../protocol";
import { isGroup } from "../settings";
import type { DataFile, OwnRecord, Pointer } from "./dataFile";
import { explain, inWords, placeOf, sentence } from "./explain";
import { inYaml, lowerFirst } from "./inYaml";
import { countsExactly, EXACT, isEverywhere, tidy, unrecognised } from "./names";
import { halfIn, placeIn, referencesIn } from "./recordParts";
import type { Problem } from "./workspace";

/** How many words are read before others have their turn. */
const STEPS = 512;
/** How deep lists and maps may stand in each other. */
const DEEPEST = 40;
const MOST = { records: 5000, problems: 100, ofRecord: 8, aliases: 50, compared: 3_000_000, mistakes: 50 };
/** Greatest length of a file, in UTF-16 units: a longer one would take seconds. */
const LONGEST = 2e6;

/**
 * Reads the records in a text, in small steps.
 * @param bundled the dataset that they may refer to and add to; nothing if there is none
 * @returns the records that are sound, and the problems
 */
export function* readRecords(text: string, bundled: Dataset | undefined): Generator<void, DataFile> {
  const file = new RecordFile(text, bundled, 0, new Map());
  if (text.length > LONGEST) file.tell(0, 1, `This is longer than ${LONGEST / 1e6} million characters; split it into several files.`);
  else yield* file.read();
  return file;
}

type Offset = number;

/** A text whose first line, but for comments, begins a list; and a value that refers to another by its anchor. */
const LIST = /^(?:\ufeff|---[^\n]*\n|#.*\n|[ \t]*\n)*-\s/;
const ALIAS = /[:,[-]\s*\*\w/;

class RecordFile implements DataFile {
  readonly records: OwnRecord[] = [];
  readonly problems: Problem[] = [];
  readonly pointers: Pointer[] = [];
  private readonly text: string;
  private readonly bundled: Dataset | undefined;
  private readonly lines = new LineCounter();
  private readonly seen: Map<string, number>;
  private readonly before: number;
  private compared = 0;
  private mistakes = 0;
  private isBroken = false;

  /**
   * @param before how many lines of the file stand before the text
   * @param seen the line of each record that was read already, by its reference
   */
  constructor(text: string, bundled: Dataset | undefined, before: number, seen: Map<string, number>) {
    // a line end to YAML, but not to the parser
    this.text = text.replace(/\r(?!\n)/g, "\n");
    this.bundled = bundled;
    this.before = before;
    this.seen = seen;
  }

  /** Reads the text, in small steps: as a whole, or, where that is no YAML, each record of a list by itself. */
  *read(): Generator<void> {
    yield* this.readWhole();
    if (!this.isBroken || !LIST.test(this.text) || ALIAS.test(this.text)) return;
    const pieces = this.text.split(/^(?=-\s)/m);
    if (pieces.length < 2) return;
    for (const all of [this.records, this.problems, this.pointers]) all.length = 0;
    this.seen.clear();
    let line = 0;
    for (const piece of pieces) {
      const file = new RecordFile(piece, this.bundled, line, this.seen);
      if (piece.startsWith("-")) yield* file.readWhole();
      line += piece.split("\n").length - 1;
      this.records.push(...file.records.slice(0, MOST.records - this.records.length));
      this.problems.push(...file.problems.slice(0, MOST.problems - this.problems.length));
      this.pointers.push(...file.pointers.slice(0, MOST.problems - this.pointers.length));
    }
  }

  private *readWhole(): Generator<void> {
    const tokens = yield* this.tokens();
    if (!tokens) return;
    let isEmpty = true;
    const how = { version: "1.2", merge: true, uniqueKeys: this.isSameKey, prettyErrors: false, logLevel: "error" } as const;
    const composer = new Composer({ ...how, lineCounter: this.lines });
    const { onError } = composer as unknown as { onError: (...mistake: unknown[]) => void };
    Object.assign(composer, { onError: (...mistake: unknown[]) => this.isTold() && onError(...mistake) });
    try {
      for (const document of composer.compose(tokens, true, this.text.length)) {
        yield;
        const { contents, errors } = document;
        if ((contents === null || contents.range[0] === contents.range[1]) && errors.length === 0) continue;
        isEmpty = false;
        yield* this.readDocument(document);
      }
    } catch (error) {
      this.tell(0, 1, `This cannot be read as YAML: ${messageOf(error)}.`);
      return;
    }
    if (isEmpty) this.tell(0, 1, "This is empty; write a record, or delete the file.");
  }

  /**
   * Whether two keys of a map are the same. The parser compares each with all others; for thousands of keys its own way would take
   * minutes.
   */
  private readonly isSameKey = (a: unknown, b: unknown): boolean => {
    if (++this.compared > MOST.compared) throw new Error("a map has too many keys; write records as a list, or split the file");
    return a === b || (isScalar(a) && isScalar(b) && a.value === b.value);
  };

  /** Whether a mistake is one of the first. Of further ones the parser makes no error, each of which takes as long as hundreds of words. */
  private readonly isTold = (): boolean => ++this.mistakes <= MOST.mistakes;

  /** Notes a problem at a piece of the text. @param isRead whether the piece counts all the same */
  tell(from: Offset, to: Offset, message: string, isRead = false): void {
    if (this.problems.length < MOST.problems) this.problems.push({ ...this.at(from, to), message, ...(isRead ? { isRead } : {}) });
  }

  /** The line of a piece of the text, and its columns there. */
  private at(from: Offset, to: Offset): Pick<Problem, "line" | "from" | "to"> {
    const { line, col } = this.lines.linePos(from);
    const end = this.text.slice(from, to).search(/[\r\n]/);
    const column = Math.max(1, col) - 1;
    return { line: this.before + Math.max(1, line) - 1, from: column, to: column + Math.max(1, end < 0 ? to - from : end) };
  }

  /** The tokens of the text; nothing if lists stand too deep in each other, which would crash the parser. */
  private *tokens(): Generator<void, CST.Token[] | undefined> {
    this.lines.addNewLine(0);
    const parser = new Parser(this.lines.addNewLine);
    const tokens: CST.Token[] = [];
    let [at, flow, inLine, count] = [0, 0, 0, 0];
    for (const lexeme of new Lexer().lex(this.text)) {
      if (++count % STEPS === 0) yield;
      if (lexeme === "[" || lexeme === "{") flow++;
      else if (lexeme === "]" || lexeme === "}") flow--;
      else if (lexeme === "-" || lexeme === "?") inLine++;
      else if (/^\r?\n/.test(lexeme)) inLine = 0;
      if (flow + inLine > DEEPEST || (/^ +$/.test(lexeme) && lexeme.length > 8 * DEEPEST)) {
        this.tell(at, at + 1, `From here on lists stand more than ${DEEPEST} deep in each other; a record is never so deep.`);
        return undefined;
      }
      // marks of the lexer's own stand for nothing in the text
      if (!/^[\u0002\u0018\u001f\ufeff]$/.test(lexeme)) at += lexeme.length;
      for (const token of parser.next(lexeme)) if (token.type !== "error" || this.isTold()) tokens.push(token);
    }
    for (const token of parser.end()) tokens.push(token);
    return tokens;
  }

  private *readDocument(document: Document.Parsed): Generator<void> {
    const { contents, errors } = document;
    let told = 0;
    for (const error of errors) {
      const [from, to] = error.pos;
      if (error.code !== "DUPLICATE_KEY") this.isBroken = true;
      // what follows in a line comes of the first mistake in it, and so does what the parser could no longer place
      const { line } = this.lines.linePos(from);
      if (line === told || (told > 0 && error.code === "UNEXPECTED_TOKEN")) continue;
      told = line;
      this.tell(from, to, `This is no YAML: ${inYaml(error, this.text)}.`);
    }
    // where the others are, and so which records are sound, is not known
    if (this.mistakes > MOST.mistakes) {
      this.isBroken = true;
      return;
    }
    // a bracket or quotation mark that nobody closed is missed right behind its record
    const isWhole = ({ range: [from, , to] }: ParsedNode) =>
      errors.every(({ code, pos: [at] }) =>
        code === "DUPLICATE_KEY" ? at < from || at >= to : to < at || (to === at && code !== "BAD_INDENT" && code !== "MISSING_CHAR"),
      );
    if (contents === null) return;
    if (!isSeq(contents) && !isMap(contents)) {
      if (errors.length === 0)
        this.tell(contents.range[0], contents.range[1], "This is no record; write keys and values, such as “id: mb-217”.");
      return;
    }
    const items = (isSeq(contents) ? contents.items : [contents]) as ParsedNode[];
    for (const [i, item] of items.entries()) {
      if (i % 4 === 0) yield;
      if (this.records.length >= MOST.records) {
        this.tell(item.range[0], item.range[1], `Records from here on are not read: there are more than ${MOST.records}; split the file.`);
        return;
      }
      if (isWhole(item)) this.readRecord(document, item);
    }
    if (items.length === 0) this.tell(contents.range[0], contents.range[1], "This is empty; write a record, or delete the file.");
  }

  private readRecord(document: Document.Parsed, node: ParsedNode): void {
    const [from, to] = node.range;
    if (!isMap(node)) return void this.tell(from, to, "This is no record; write keys and values, such as “id: mb-217”.");
    let value: unknown;
    try {
      value = node.toJS(document, { maxAliasCount: MOST.aliases });
    } catch (error) {
      const alias = /^Unresolved alias \([^)]*\): (.*)$/.exec(messageOf(error))?.[1];
      const at = alias === undefined ? from : this.text.indexOf(`*${alias}`, from);
      if (at > from) return void this.tell(at, at + 1, `“*${alias}” refers to nothing; put text that begins with * into quotes.`);
      return void this.tell(from, to, `This is no YAML: ${lowerFirst(messageOf(error))}; write it out instead.`);
    }
    tidyNames(value as Record<string, unknown>);
    if (!validate(value)) {
      // what lacks may stand in the part that is no YAML
      if (this.isBroken) return;
      const errors = (validate.errors ?? []).filter(
        ({ keyword, data }) => !["if", "anyOf", "oneOf", ...(isGroup(data) ? [] : ["not"])].includes(keyword),
      );
      for (const error of errors.slice(0, MOST.ofRecord)) this.tell(...placeIn(node, placeOf(error)), sentence(explain(error)));
      return;
    }
    const half = halfIn(value);
    if (half)
      return void this.tell(...placeIn(node, half), sentence(`${inWords(half)} holds half a character, as “\\ud83d” is; write the whole`));
    const { summary, ...others } = value as OwnData;
    const named = withCase(others, this.bundled);
    const data: OwnData = summary === undefined || summary === UNSAID ? named : { ...named, summary };
    const reference = referenceOf(data);
    const line = this.before + this.lines.linePos(from).line;
    const held = this.seen.get(reference);
    if (held !== undefined)
      return void this.tell(...placeIn(node, ["id"]), `${reference} stands in line ${held} already; keep one of the two.`);
    this.seen.set(reference, line);
    if (data.preferred_name === undefined && this.bundled && this.bundled.find(reference) === undefined)
      return void this.tell(
        ...placeIn(node, ["id"]),
        `There is no bundled ${reference} to add to; write the id of one that is, or a preferred_name.`,
      );
    const names = [others.preferred_name, ...(others.names ?? []).map((name) => name.text)];
    for (const [i, name] of names.entries()) {
      if (name === undefined) continue;
      const doubt = isEverywhere(name)
        ? `“${name}” is a word of nearly every sentence, and is taken for this record each time; take the name out.`
        : unrecognised(name, this.bundled);
      if (doubt) this.tell(...placeIn(node, i === 0 ? ["preferred_name"] : ["names", i - 1]), doubt, true);
    }
    for (const [place, pointed] of referencesIn(data)) {
      if (this.pointers.length >= MOST.problems || this.isBundled(pointed)) continue;
      this.pointers.push({ ...this.at(...placeIn(node, place)), reference: pointed });
    }
    this.records.push({ line, reference, data });
  }

  /** Whether a reference is that of a bundled record, or at least of a name that is recognised. */
  private isBundled(reference: string): boolean {
    return !this.bundled || this.bundled.find(reference) !== undefined || this.bundled.lexicon.lookUp(idOf(reference)).length > 0;
  }
}

/** Writes the names of a record, which may be of any shape, as they are meant. */
function tidyNames(record: Record<string, unknown>): void {
  const { preferred_name: shown, names } = record;
  if (typeof shown === "string") record["preferred_name"] = tidy(shown);
  if (Array.isArray(names)) for (const name of names) if (typeof name?.text === "string") name.text = tidy(name.text);
}

/** A record whose short names and ordinary words count only as they are written, unless it says otherwise. */
function withCase(data: OwnData, bundled: Dataset | undefined): OwnData {
  const { preferred_name: shown, names = [] } = data;
  const isListed = shown === undefined || !countsExactly(shown, bundled) || names.some(({ text }) => text === shown);
  const all = isListed ? names : [{ text: shown, type: "preferred" }, ...names];
  if (all.length === 0) return data;
  const exact = (name: Name): Name =>
    name.match || CASED.has(name.type) || !countsExactly(name.text, bundled) ? name : { ...name, match: EXACT };
  return { ...data, names: all.map(exact) };
}

/** Types of names that are looked for in a letter case of their own. */
const CASED: ReadonlySet<string> = new Set(["brand", "code", "abbreviation", "symbol", "previous-symbol"]);
