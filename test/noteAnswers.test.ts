/** Answers about a note while what its folder adds is late; the other tests of them are those of the server. */
import assert from "node:assert/strict";
import type { Connection, Hover, Position } from "vscode-languageserver";
import type { Answer } from "../server/boundary";
import { clientOf } from "../server/client";
import type { Dataset } from "../server/dataset/dataset";
import type { Datasets } from "../server/datasets";
import { NoteAnswers } from "../server/noteAnswers";
import type { Notebooks } from "../server/notebooks";
import { Reading } from "../server/reading";
import { DEFAULTS } from "../server/settings";
import { openNote } from "../server/sync";
import { cardOf } from "./asking";
import { example } from "./example";
import { foldersOf } from "./ownFoldersOf";

const TEXT = "MB-217 for mice\n";

/** Hovers over an own name. @param of the dataset of a note, by its address */
function hoversWith(of: (uri: string) => Promise<Dataset | undefined>): (uri: string) => Promise<Hover | null> {
  type Ask = (params: { textDocument: { uri: string }; position: Position }) => Promise<Hover | null>;
  let ask: Ask | undefined;
  const ignore = () => undefined;
  const languages = { semanticTokens: { on: ignore, onRange: ignore }, diagnostics: { on: ignore } };
  const others = { onCompletion: ignore, onCompletionResolve: ignore, onCodeAction: ignore };
  const onHover = (given: Ask) => {
    ask = given;
  };
  const noteOf = (uri: string) => openNote(uri, "markdown", 1, TEXT);
  const known = new Map<string, ReturnType<typeof noteOf>>();
  const held = (uri: string) => known.get(uri) ?? known.set(uri, noteOf(uri)).get(uri)!;
  const now = async () => ({ data: example, settings: DEFAULTS, isAll: false });
  const datasets = { now, of, settings: async () => DEFAULTS, settingsOf: async () => DEFAULTS } as unknown as Datasets;
  const reading = new Reading(held, of, () => assert.fail("no findings"), () => "utf-16", ignore); // biome-ignore format: short
  const server = { client: () => clientOf({}, {}, true), noteOf: held, notebooks: {} as Notebooks, reading, datasets, refresh: ignore };
  const answer = ((_: string, give: unknown) => give) as Answer;
  new NoteAnswers({ onHover, ...others, languages } as unknown as Connection, answer, server);
  return (uri) => ask!({ textDocument: { uri }, position: { line: 0, character: 2 } });
}

describe("a name that only its folder may know", () => {
  it("is waited for a moment, and then no more until it is there; in another folder it is, and a fault is told", async () => {
    const { folders } = foldersOf({ "memfs:/lab/.metastasis-notes/names.tsv": "name\tkind\nMB-217\tdrug\n" }, ["memfs:/lab"]);
    const own = await folders.datasetFor("memfs:/lab/a.md", DEFAULTS);
    /** Timers are due in their order, however busy the machine is: this one long before a moment is over. */
    const soon = () => new Promise<Dataset | undefined>((resolve) => setTimeout(() => resolve(own), 20));
    const hover = hoversWith((uri) => {
      if (uri.startsWith("memfs:/slow/")) return new Promise(() => undefined);
      return uri.startsWith("memfs:/lab/") ? soon() : Promise.reject(new Error("a fault"));
    });
    assert.equal(await hover("memfs:/slow/a.md"), null);
    assert.match(cardOf(await hover("memfs:/lab/a.md")), /MB-217/);
    await assert.rejects(hover("memfs:/faulty/a.md"), /a fault/);
    assert.equal(await Promise.race([hover("memfs:/slow/b.md"), soon()]), null);
  });
});
