/** Writes into a note's front matter which reading a word has in it. Knows text alone, no editor. */

/** A replacement of a part of a text. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * The edit that makes `metastasis-notes: readings:` of the front matter say what a word means.
 * @param text the note
 * @param word as it stands in the note: "TAM"
 * @param name the preferred name of what it means: "tamoxifen"
 */
export function withReading(text: string, word: string, name: string): Edit {
  const end = /\r\n/.test(text) ? "\r\n" : "\n";
  const [key, value] = [scalar(word), scalar(name)];
  const matter = /^---[ \t]*\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)/m.exec(text.startsWith("---") ? text : "");
  const block = `metastasis-notes:${end}  readings:${end}    ${key}: ${value}${end}`;
  if (!matter) return { from: 0, to: 0, text: `---${end}${block}---${end}${text === "" ? "" : end}` };
  const start = matter[0].indexOf("\n") + 1;
  const inner = matter[1]!;
  const ours = /^metastasis-notes:[ \t]*(.*?)\r?\n((?:[ \t]+.*\r?\n|[ \t]*\r?\n)*)/m.exec(inner);
  if (!ours) return { from: start + inner.length, to: start + inner.length, text: block };
  const flow = ours[1]!.startsWith("{");
  const body = start + ours.index;
  if (flow) return inFlow(text, body, body + ours[0].length, key, value);
  const bodyStart = body + ours[0].length - ours[2]!.length;
  const readings = /^([ \t]+)readings:[ \t]*(.*?)\r?\n/m.exec(ours[2]!);
  if (!readings) {
    const indent = /^[ \t]+/.exec(ours[2]!)?.[0] ?? "  ";
    return { from: bodyStart, to: bodyStart, text: `${indent}readings:${end}${indent}  ${key}: ${value}${end}` };
  }
  const listStart = bodyStart + readings.index + readings[0].length;
  if (readings[2]!.startsWith("{")) return inFlow(text, bodyStart + readings.index, listStart, key, value);
  const entries = text.slice(listStart, bodyStart + ours[2]!.length);
  const indent = new RegExp(`^${readings[1]}[ \\t]+`).exec(entries)?.[0] ?? `${readings[1]}  `;
  const held = new RegExp(`^[ \\t]+${escaped(key)}:.*\\r?\\n`, "m").exec(entries);
  const from = listStart + (held?.index ?? 0);
  return { from, to: from + (held?.[0].length ?? 0), text: `${indent}${key}: ${value}${end}` };
}

/** The edit within `{ … }`: at the opening brace of the readings, or of the whole where there are none yet. */
function inFlow(text: string, from: number, to: number, key: string, value: string): Edit {
  const part = text.slice(from, to);
  const readings = /readings:[ \t]*\{/.exec(part);
  const held = readings && new RegExp(`(?<=[{,]\\s*)${escaped(key)}:[^,}]*?(?=\\s*[,}])`).exec(part.slice(readings.index));
  if (readings && held) {
    const at = from + readings.index + held.index;
    return { from: at, to: at + held[0].length, text: `${key}: ${value}` };
  }
  const brace = from + (readings ? readings.index + readings[0].length : part.indexOf("{") + 1);
  const isEmpty = /^\s*\}/.test(text.slice(brace));
  const entry = readings ? `${key}: ${value}` : `readings: { ${key}: ${value} }`;
  return { from: brace, to: brace, text: ` ${entry}${isEmpty ? " " : ","}` };
}

/** A YAML scalar: bare where that is safe, else in quotes. */
function scalar(text: string): string {
  const isBare = /^\p{L}[\p{L}\p{N} /_-]*$/u.test(text) && text.trim() === text && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text);
  return isBare ? text : JSON.stringify(text);
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
