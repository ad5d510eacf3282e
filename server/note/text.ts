/** The text of a note that is being edited: joined to one string only when somebody asks for all of it. */

/** The methods of a text that are needed; a string has them. */
export type Text = Pick<string, "length" | "slice" | "charCodeAt" | "indexOf" | "lastIndexOf" | "startsWith">;
/** What a parser needs of one. It looks for line ends alone. */
export type Input = Pick<Text, "length" | "slice" | "indexOf" | "lastIndexOf">;

/** Longest piece that is kept apart, in UTF-16 units. */
const LONGEST_PIECE = 4096;

/**
 * A text with one piece exchanged: `base` up to `from`, `piece`, and `base` from `to` on. Who types goes on where the last key
 * was, so that a key in a long note copies nothing.
 */
export class EditedText implements Text {
  private readonly base: string;
  private readonly from: number;
  private readonly piece: string;
  private readonly to: number;
  private joined: string | undefined;
  readonly length: number;
  /** Whether a carriage return stands in it, or stood in it. */
  readonly mayHaveReturn: boolean;

  private constructor(base: string, from: number, piece: string, to: number, mayHaveReturn: boolean) {
    this.base = base;
    this.from = from;
    this.piece = piece;
    this.to = to;
    this.length = base.length - (to - from) + piece.length;
    this.mayHaveReturn = mayHaveReturn;
  }

  static of(text: string): EditedText {
    return new EditedText(text, text.length, "", text.length, text.includes("\r"));
  }

  /** The text with [from, to) replaced. */
  edited(from: number, to: number, inserted: string): EditedText {
    const { base, piece } = this;
    const mayHaveReturn = this.mayHaveReturn || inserted.includes("\r");
    const end = this.from + piece.length;
    // at or beside the piece that is held apart
    if (from <= end && to >= this.from && end - from + to - this.from + inserted.length < LONGEST_PIECE) {
      const before = from < this.from ? "" : piece.slice(0, from - this.from);
      const after = to > end ? "" : piece.slice(to - this.from);
      return new EditedText(
        base,
        Math.min(from, this.from),
        before + inserted + after,
        Math.max(this.to, this.to + to - end),
        mayHaveReturn,
      );
    }
    return new EditedText(this.toString(), from, inserted, to, mayHaveReturn);
  }

  toString(): string {
    this.joined ??=
      this.piece === "" && this.from === this.to ? this.base : this.base.slice(0, this.from) + this.piece + this.base.slice(this.to);
    return this.joined;
  }

  slice(start = 0, end = this.length): string {
    const { base, from, piece, to } = this;
    const [first, last] = [start < 0 ? Math.max(0, this.length + start) : start, end < 0 ? this.length + end : Math.min(end, this.length)];
    if (first >= last) return "";
    if (last <= from) return base.slice(first, last);
    const behind = to - from - piece.length;
    if (first >= from + piece.length) return base.slice(first + behind, last + behind);
    return (
      base.slice(first, Math.max(first, from)) +
      piece.slice(Math.max(0, first - from), last - from) +
      base.slice(to, Math.max(to, last + behind))
    );
  }

  charCodeAt(index: number): number {
    const { base, from, piece, to } = this;
    if (index < from) return base.charCodeAt(index);
    return index < from + piece.length ? piece.charCodeAt(index - from) : base.charCodeAt(index - piece.length - from + to);
  }

  /** As of a string; of one character. */
  indexOf(sign: string, start = 0): number {
    const { base, from, piece, to } = this;
    if (start < from) {
      const at = base.indexOf(sign, start);
      if (at >= 0 && at < from) return at;
    }
    const inside = piece.indexOf(sign, Math.max(0, start - from));
    if (inside >= 0) return from + inside;
    const at = base.indexOf(sign, Math.max(to, start - piece.length - from + to));
    return at < 0 ? -1 : at + piece.length + from - to;
  }

  /** As of a string; of one character. */
  lastIndexOf(sign: string, start = this.length): number {
    const { base, from, piece, to } = this;
    const last = Math.max(0, start);
    if (last >= from + piece.length) {
      const at = base.lastIndexOf(sign, last - piece.length - from + to);
      if (at >= to) return at + piece.length + from - to;
    }
    if (last >= from) {
      const inside = piece.lastIndexOf(sign, last - from);
      if (inside >= 0 && piece !== "") return from + inside;
    }
    return from === 0 ? -1 : base.lastIndexOf(sign, Math.min(last, from - 1));
  }

  startsWith(beginning: string): boolean {
    return this.slice(0, beginning.length) === beginning;
  }
}
