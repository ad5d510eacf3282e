/**
 * Answers what is asked of concepts beyond one place: their uses in this note and in all notes, symbols, and one spelling for all.
 * Loaded with the first such request.
 */
import type {
  CodeLens,
  Connection,
  Definition,
  DocumentHighlight,
  DocumentSymbol,
  Location,
  LocationLink,
  Position,
  Range,
  SymbolInformation,
  WorkspaceEdit,
} from "vscode-languageserver";
import { addressKey, workspaceOf } from "./addresses";
import { AllNotes } from "./allNotes";
import type { Dataset } from "./dataset/dataset";
import { type AnyRecord, referenceOf } from "./dataset/records";
import { cardPath } from "./features/cards/markdown";
import { isOwn } from "./features/cards/own";
import { isSame } from "./features/cards/words";
import { conceptsIn, symbolsFor } from "./features/conceptSymbols";
import { type Concept, conceptAt, eachUse, usesOf } from "./features/uses";
import { namesIn, notesOf, spellingsOf, total } from "./features/usesInWords";
import { inSlices } from "./giveWay";
import type { Place } from "./index/noteIndex";
import type { Server } from "./navigation";
import { CARD_SCHEME, type CountedUses, FIND_USES, OPEN_CARD, type PlaceParams, type Uses, type UsesParams } from "./protocol";
import type { Read } from "./reading";
import { type EditAbility, rename, sayIn } from "./rename";
import { toDocumentSymbol, toSymbolInformation } from "./symbols";
import type { NamedIn } from "./views";

/** How long a list of symbols waits for notes to be read, in milliseconds: editors ask for it at each letter. */
const PATIENCE = 2000;

/** Something at a place of an open note. */
interface At {
  readonly textDocument: { readonly uri: string };
  readonly position: Position;
}

export class AcrossNotes {
  readonly notes: AllNotes;
  private readonly server: Server;

  constructor(connection: Connection, server: Server) {
    this.notes = new AllNotes(connection, server);
    this.server = server;
  }

  /** The uses, in its note, of the concept at a place; null where no name stands. */
  async highlights({ textDocument, position }: At): Promise<DocumentHighlight[] | null> {
    const found = await this.conceptAt({ textDocument, position });
    if (!found) return null;
    const { data, note, concept } = found;
    return (await inSlices(usesOf(data, note, concept.entity))).map(({ from, to, isDeclaration }) => ({
      range: this.server.reading.rangeOf(note, from, to),
      kind: isDeclaration ? 3 : 1,
    }));
  }

  /**
   * Where a name leads: to its full card, if the client can show one, and to the folders' own files that speak of it; to these alone
   * for a record that is only theirs. If there is neither, to where the note defines or declares the name; null if it does not.
   */
  async definition(at: At, hasLinks: boolean): Promise<Definition | LocationLink[] | null> {
    const found = await this.conceptAt(at);
    if (!found) return null;
    const { data, note, concept } = found;
    const origin = this.server.reading.rangeOf(note, concept.from, concept.to);
    const record = data.record(concept.entity);
    const card = record && this.server.client.commands.has(OPEN_CARD) ? [startOf(cardAddress(record), 0)] : [];
    const own = (record?.own ?? []).map(({ uri, line }) => startOf(uri, line - 1));
    const targets = record && isOwn(record) ? [...own, ...(own.length > 0 ? [] : card)] : [...card, ...own];
    if (targets.length === 0) {
      const here = concept.definition ?? (await inSlices(usesOf(data, note, concept.entity))).find(({ isDeclaration }) => isDeclaration);
      if (here) targets.push({ uri: note.uri, range: this.server.reading.rangeOf(note, here.from, here.to) });
    }
    if (targets.length === 0) return null;
    if (!hasLinks) return targets;
    return targets.map(({ uri, range }) => ({
      originSelectionRange: origin,
      targetUri: uri,
      targetRange: range,
      targetSelectionRange: range,
    }));
  }

  /** The uses, in all notes, of the concept at a place; null where no name stands. */
  async references(at: At, includeDeclaration: boolean): Promise<Location[] | null> {
    const found = await this.conceptAt(at);
    if (!found) return null;
    const uses = await this.notes.usesOf(found.data, found.concept.entity, found.note);
    return uses.filter(({ isDeclaration }) => includeDeclaration || !isDeclaration).map(({ uri, range }) => ({ uri, range }));
  }

  /** All uses of a concept; null where there is no such concept. */
  async uses({ reference, textDocument, position }: UsesParams): Promise<Uses | null> {
    const at = reference === undefined && textDocument && position ? await this.conceptAt({ textDocument, position }) : undefined;
    const { data, entity } = at ? { data: at.data, entity: at.concept.entity } : await this.find(reference, textDocument?.uri);
    if (!data || entity === undefined) return null;
    const uses = await this.notes.usesOf(data, entity, at?.note);
    const isOfOpen = this.server.folders().length === 0 || !(await this.server.settings()).index.enabled;
    return {
      name: data.preferredName(entity),
      names: namesIn(data, uses),
      spellings: spellingsOf(data, entity, uses),
      locations: uses.map(({ uri, range }) => ({ uri, range })),
      ...(isOfOpen ? { isOfOpen } : {}),
    };
  }

  /**
   * How often the notes name each record: `{ "drug:bevacizumab": [uses, notes] }`. Where folders call different things by one id, the
   * first folder's counts.
   */
  async counts(): Promise<Record<string, [uses: number, notes: number]>> {
    const counts: Record<string, [uses: number, notes: number]> = {};
    const names = new Map<string, string>();
    for (const { data, isRead } of await this.datasets()) {
      const totals = new Map<number, [uses: number, notes: number]>();
      (await this.notes.index(data)).eachCount(await this.notes.open(data), (uri, entity, uses) => {
        if (!isRead(uri)) return;
        const held = totals.get(entity);
        if (!held) totals.set(entity, [uses, 1]);
        else {
          held[0] += uses;
          held[1]++;
        }
      });
      for (const [entity, [uses, notes]] of totals) {
        const record = data.record(entity);
        if (!record) continue;
        const reference = referenceOf(record);
        // one thing may be written MB-217 here and mb 217 there
        const name = names.get(reference) ?? record.preferred_name;
        if (!isSame(name, record.preferred_name)) continue;
        names.set(reference, name);
        const [others, otherNotes] = counts[reference] ?? [0, 0];
        counts[reference] = [others + uses, otherNotes + notes];
      }
    }
    return counts;
  }

  /**
   * What the notes in a folder and below it name, in the order of the entities' numbers: each entity with the place of its first use
   * in the note whose address comes first. Nothing without a dataset.
   */
  readonly namedIn: NamedIn = async (folder) => {
    const data = await this.server.datasetOf(`${folder}/note.md`);
    if (!data) return undefined;
    const inside = `${addressKey(folder)}/`;
    const places = new Map<number, { uri: string; range: Place }>();
    (await this.notes.index(data)).eachCount(await this.notes.open(data), (uri, entity, _, first) => {
      const held = places.get(entity);
      if ((!held || uri < held.uri) && addressKey(this.server.fileOf(uri)).startsWith(inside)) places.set(entity, { uri, range: first() });
    });
    // notes come in the order in which threads have read them: what is drawn must be the same each time
    return { data, places: new Map([...places].sort(([a], [b]) => a - b)) };
  };

  /** The concepts in all notes that answer a query; those of the notes read so far, if reading takes long. */
  async workspaceSymbols(query: string): Promise<SymbolInformation[]> {
    const found = (await this.datasets()).map(async ({ data, isRead }) =>
      symbolsFor(await this.notes.index(data, PATIENCE), query, await this.notes.open(data), isRead),
    );
    return (await Promise.all(found)).flat().map((symbol) => toSymbolInformation(symbol, symbol.uri, symbol.range));
  }

  /** The datasets of the open folders, each once, and which notes are read with it: those of its folders; with the first, what lies in none. */
  private async datasets(): Promise<Array<{ readonly data: Dataset; readonly isRead: (uri: string) => boolean }>> {
    const folders = this.server.folders();
    const beside = await Promise.all(folders.slice(1).map((folder) => this.server.datasetOf(`${folder}/note.md`)));
    const datasets = [await this.server.dataset(), ...beside];
    const all = new Set(datasets);
    const keys = folders.map(addressKey);
    const dataOf = (uri: string) => datasets[Math.max(0, keys.indexOf(workspaceOf(addressKey(this.server.fileOf(uri)), keys) ?? ""))];
    return [...all].flatMap((data) => (data ? { data, isRead: (uri: string) => all.size === 1 || dataOf(uri) === data } : []));
  }

  /** The concepts of a note as symbols; null if they are not wanted or the note is not open. @param isNested whether the client takes them as a tree */
  async documentSymbols(uri: string, isNested: boolean): Promise<DocumentSymbol[] | SymbolInformation[] | null> {
    const read = (await this.server.settings(uri)).documentSymbols ? await this.server.reading.whole(uri) : undefined;
    if (!read) return null;
    const found = (await inSlices(conceptsIn(read.data, read.note))).map(
      (symbol) => [symbol, this.server.reading.rangeOf(read.note, symbol.from, symbol.to)] as const,
    );
    return isNested
      ? found.map(([symbol, range]) => toDocumentSymbol(symbol, range))
      : found.map(([symbol, range]) => toSymbolInformation(symbol, uri, range));
  }

  /** A lens on the first mention of each record. Its text is made when it comes into view. */
  async lenses(uri: string): Promise<CodeLens[]> {
    const read = (await this.server.settings(uri)).codeLens ? await this.server.reading.whole(uri) : undefined;
    if (!read) return [];
    const first = new Map<number, Range>();
    const steps = eachUse(read.data, read.note, ({ entity, from, to }) => {
      if (!first.has(entity) && read.data.record(entity)) first.set(entity, this.server.reading.rangeOf(read.note, from, to));
    });
    await inSlices(steps);
    // numbers are a dataset's own, and folders have datasets of their own
    return [...first].map(([entity, range]) => ({ range, data: { uri, reference: referenceOf(read.data.record(entity)!) } }));
  }

  /** Gives a lens its text: how often the notes name the record. A lens that is not ours stays as it is. */
  async resolveLens(lens: CodeLens): Promise<CodeLens> {
    const { uri, reference } = (lens.data ?? {}) as Record<string, unknown>;
    if (typeof uri !== "string" || typeof reference !== "string") return lens;
    const { data, entity } = await this.find(reference, uri);
    const record = entity === undefined ? undefined : data?.record(entity);
    if (!data || entity === undefined || !record) return lens;
    const uses = await this.notes.usesOf(data, entity);
    const title = `${record.preferred_name}: ${total(uses)}`;
    const command = this.server.client.commands.has(FIND_USES) ? FIND_USES : "";
    const place: PlaceParams = { textDocument: { uri }, position: lens.range.start };
    const said: CountedUses = [record.preferred_name, uses.length, notesOf(uses)];
    return { ...lens, command: { title, command, arguments: [referenceOf(record), place, said] } };
  }

  /** The name that would be replaced; null where none stands. */
  async prepareRename(at: At): Promise<{ range: Range; placeholder: string } | null> {
    const found = await this.conceptAt(at);
    if (!found) return null;
    const { note, concept } = found;
    return { range: this.server.reading.rangeOf(note, concept.from, concept.to), placeholder: note.text.slice(concept.from, concept.to) };
  }

  /**
   * The edit that writes one spelling for the concept at a place in all notes; null where no name stands there.
   * @returns a sentence where that cannot be done
   */
  async rename(at: At, newName: string, can: EditAbility): Promise<WorkspaceEdit | string | null> {
    const found = await this.conceptAt(at);
    if (!found) return null;
    const { data, note, concept } = found;
    const pointedAt = note.text.slice(concept.from, concept.to);
    const index = await this.notes.index(data);
    if (!this.notes.background.isComplete(data))
      return sayIn(this.server.texts, "Nothing is changed, since not all notes were read; ask again, and let the reading end.");
    const uses = await this.notes.known(data, concept.entity, index.usesOf(concept.entity, await this.notes.open(data, note)));
    return rename(
      data,
      { entity: concept.entity, pointedAt, spelling: newName.trim() },
      { uses, hashOf: (uri) => index.hashOf(uri) },
      this.server,
      can,
    );
  }

  /** The entity of a reference: in the dataset of a note's folders, else in that of the first folder; empty where neither has it. */
  private async find(reference: string | undefined, uri: string | undefined): Promise<{ data?: Dataset; entity?: number }> {
    if (reference === undefined) return {};
    const here = uri === undefined ? undefined : (await this.server.reading.now(uri))?.data;
    for (const data of [here, await this.server.dataset()]) {
      const entity = data?.find(reference);
      if (data && entity !== undefined) return { data, entity };
    }
    return {};
  }

  private async conceptAt({ textDocument, position }: At): Promise<(Read & { readonly concept: Concept }) | undefined> {
    const read = await this.server.reading.whole(textDocument.uri);
    const concept = read && conceptAt(read.data, read.note, this.server.reading.offsetAt(read.note, position));
    return concept && { ...read, concept };
  }
}

/** Address of a record's full card. */
const cardAddress = (record: AnyRecord): string => `${CARD_SCHEME}:${cardPath(referenceOf(record), record.preferred_name)}`;

/** The start of a line of a document. */
const startOf = (uri: string, line: number): Location => {
  const start = { line, character: 0 };
  return { uri, range: { start, end: start } };
};
