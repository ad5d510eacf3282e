/** Wires what our own client asks beyond LSP: cards, views, exports, tools, readings, and whether a list may open by itself. */
import type { CancellationToken, Connection, TextEdit } from "vscode-languageserver";
import type { Answer } from "./boundary";
import type { Client } from "./client";
import type { Dataset } from "./dataset/dataset";
import type { Datasets } from "./datasets";
import { mentionAt } from "./features/hover";
import { inSlices, whileWanted } from "./giveWay";
import { later } from "./loadLater";
import { toRange } from "./lsp";
import { OUR_KEY } from "./note/frontmatter";
import type { Note } from "./note/note";
import {
  CARD,
  type CardParams,
  type CardText,
  EXPORT,
  type Exported,
  type ExportParams,
  IS_NAME_LIKELY,
  LIST_NOTES,
  type ListNotesParams,
  OWN_SHOWN,
  type PlaceParams,
  READING,
  type ReadingParams,
  TOOL,
  type ToolParams,
  type ToolText,
  VIEW,
  type ViewParams,
} from "./protocol";
import type { Reading } from "./reading";
import type { Runtime } from "./runtime";
import type { NamedIn } from "./views";

/** What is needed of the server. */
interface Answering extends Pick<Runtime, "version" | "listNotes"> {
  client(): Client;
  /** The dataset of the last hover or list; before any, that of the first folder. */
  recent(): Promise<Dataset | undefined>;
  readonly datasets: Datasets;
  /** The open note of an address. */
  noteOf(uri: string): Note | undefined;
  openNotes(): readonly Note[];
  readonly reading: Reading;
  /** What the notes of a folder name. */
  readonly namedIn: NamedIn;
  readText(uri: string): Promise<string | undefined>;
}

/** Answers the requests of our own client. @param answer the error boundary */
export function answerBeyondLsp(connection: Connection, answer: Answer, server: Answering): void {
  const { reading } = server;
  const on = <P>(method: string, name: string, handle: (params: P, token?: CancellationToken) => Promise<unknown>): void => {
    connection.onRequest<unknown, never>(method, answer<P, unknown>(name, handle));
  };
  on(CARD, "card", async ({ form, reference, textDocument, position }: CardParams): Promise<CardText | null> => {
    const { cardText } = await later();
    if (reference !== undefined) {
      // a card that is shown again after a reload may be of what a folder of an open note has
      for (const uri of [textDocument?.uri, undefined, ...server.openNotes().map((note) => note.uri)]) {
        const data = await (uri === undefined ? server.recent() : server.datasets.of(uri));
        const entity = data?.find(reference);
        if (data && entity !== undefined) return cardText(data, entity, form);
      }
      return null;
    }
    const read = textDocument && position ? await reading.around(textDocument.uri, position) : undefined;
    const mention = read && mentionAt(read.data, read.note, reading.offsetAt(read.note, position!));
    return mention ? cardText(read.data, read.data.lexicon.entity(mention.names[0]!), form) : null;
  });
  const shown = answer("own data", (uri: unknown) => (typeof uri === "string" ? server.datasets.shown(uri) : undefined));
  connection.onNotification(OWN_SHOWN, (uri: unknown) => void shown(uri));
  on(VIEW, "view", async (params: ViewParams) => (await later()).view(params, await server.recent(), reading, server.namedIn));
  on(EXPORT, "export", async (params: ExportParams, token): Promise<Exported | null> => {
    const { version, noteOf: open, readText } = server;
    const datasetOf = (uri: string) => server.datasets.of(uri);
    const isNote = (uri: string) => server.datasets.isNote(uri);
    return (await later()).exportOpen(await server.recent(), params, { version, open, readText, datasetOf, isNote, token });
  });
  on(LIST_NOTES, "notes", async ({ folder, workspace, endings }: ListNotesParams): Promise<string[] | undefined> => {
    const listed = folder.startsWith("file:") ? await server.listNotes?.([folder], endings, workspace) : undefined;
    return listed && server.datasets.notesAmong(listed.map(({ uri }) => uri));
  });
  on(TOOL, "tool", async ({ name, input, textDocument }: ToolParams, token): Promise<ToolText | undefined> => {
    const here = textDocument && (await server.datasets.of(textDocument.uri));
    const steps = (await later()).runTool(here ?? (await server.datasets.ofWorkspace()), name, input);
    return inSlices(whileWanted(steps, () => !token?.isCancellationRequested));
  });
  on(READING, "reading", async ({ textDocument, word, name }: ReadingParams): Promise<TextEdit | null> => {
    const { addToMapping } = await later();
    const note = server.noteOf(textDocument.uri);
    const edit = note && addToMapping(note, [OUR_KEY, "readings"], word, name);
    return edit ? { range: toRange(note, edit.from, edit.to, server.client()), newText: edit.text } : null;
  });
  on(IS_NAME_LIKELY, "completion by itself", async ({ textDocument, position }: PlaceParams): Promise<boolean> => {
    const { opensByItself } = await later();
    const settings = await server.datasets.settings(textDocument.uri);
    // whoever types does not wait for what folders add
    const { data } = await server.datasets.now(textDocument.uri);
    const read = data && (await reading.upTo(textDocument.uri, position, data));
    return read !== undefined && opensByItself(read.data, read.note, reading.offsetAt(read.note, position), settings);
  });
}
