/** What a client makes of the rows that the server gives it. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { type Translate, wordsOf } from "../client/views/words";
import type { Row } from "../server/features/views/shown";
import type { ViewRow } from "../server/protocol";
import { ROOT } from "./client";

const inPlaces = (text: string, values: ReadonlyArray<string | number>) => text.replace(/\{(\d)\}/g, (_, i) => String(values[Number(i)]));
const texts = JSON.parse(readFileSync(path.join(ROOT, "l10n/bundle.l10n.de.json"), "utf8")) as Readonly<Record<string, string>>;

export const english: Translate = (text, ...values) => inPlaces(text, values);
export const german: Translate = (text, ...values) => inPlaces(texts[text]!, values);

/** A row as a client gets it, without those below it. */
export function asSent({ place, rows: _, ...row }: Row): ViewRow {
  return { ...row, ...(place ? { range: { start: place.note.positionAt(place.from), end: place.note.positionAt(place.to) } } : {}) };
}

/** How a row is shown and spoken. */
export const inWords = (row: Row, t = english): ReturnType<typeof wordsOf> => wordsOf(asSent(row), t);
