/** HTML entities that occur in or beside names. */
import { GREEK } from "./math";

const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00a0",
  ensp: "\u2002",
  emsp: "\u2003",
  emsp13: "\u2004",
  emsp14: "\u2005",
  thinsp: "\u2009",
  hairsp: "\u200a",
  shy: "\u00ad",
  ZeroWidthSpace: "\u200b",
  NoBreak: "\u2060",
  ndash: "–",
  mdash: "—",
  hyphen: "‐",
  dash: "‐",
  minus: "−",
  zwj: "\u200d",
  zwnj: "\u200c",
  lrm: "\u200e",
  rlm: "\u200f",
  micro: "µ",
  ...GREEK,
};

/** The character that an HTML entity stands for (`&beta;`, `&#946;`); nothing for one that stands in no name. */
export function decodeEntity(entity: string): string | undefined {
  const numeric = /^&#(?:x([0-9a-f]+)|(\d+));$/i.exec(entity);
  const code = numeric ? Number.parseInt(numeric[1] ?? numeric[2]!, numeric[1] ? 16 : 10) : 0;
  if (code > 31 && code < 0x10000) return String.fromCharCode(code);
  const name = entity.slice(1, -1);
  // a note may write what is the name of a method: &constructor;
  return Object.hasOwn(ENTITIES, name) ? ENTITIES[name] : undefined;
}
