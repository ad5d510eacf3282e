/** Many notes: read on threads, known from one session to the next, spelled alike. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { watch } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { TextDocumentEdit, WorkspaceEdit } from "vscode-languageserver";
import { USES, type Uses } from "../server/protocol";
import { ABLE, at, serve } from "./notesFolder";
import { temporaryFolder } from "./temporary";

describe("many notes", () => {
  it("are read on threads as few are: with a lab's own names, in the client's columns, again what changes", async () => {
    const line = (name: string) => `\ufeff😀 ä ${name}\r\n\nMB-217 😀 Keytruda\n`;
    const names = Array.from({ length: 600 }, (_, i) => `${String(i).padStart(3, "0")}.md`);
    const files = Object.fromEntries(names.map((name, i) => [name, line(i % 2 ? "MB-217" : "metablocker")]));
    const own = "name\tkind\tpreferred\nMB-217\tdrug\t\nmetablocker\tdrug\tMB-217\n";
    const folder = await serve(
      { ...ABLE, general: { positionEncodings: ["utf-8"] } },
      { ...files, ".metastasis-notes/names.tsv": own, "bytes.md": "MB-217 \0" },
    );
    const { textDocument } = folder.note("001.md", files["001.md"]!.slice(1));
    const wanted = names.flatMap((name, i) => [`${name}: 0:8-${i % 2 ? 14 : 19}`, `${name}: 2:0-6`]);
    const placesOf = async () =>
      (await folder.server.request<Uses>(USES, { textDocument, position: { line: 2, character: 0 } })).locations.map(
        ({ uri, range: { start, end } }) => `${uri.split("/").at(-1)}: ${start.line}:${start.character}-${end.character}`,
      );
    assert.deepEqual(await placesOf(), wanted);
    writeFileSync(folder.file("000.md"), "nothing\n");
    folder.server.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: folder.uriOf("000.md"), type: 2 }] });
    assert.deepEqual(await placesOf(), wanted.slice(2));
  });
});

describe("one spelling", () => {
  it("leaves a file that holds bytes of no text in UTF-8, for an editor would lose them", async () => {
    const folder = await serve(ABLE, { "a.md": "Keytruda\n", "b.md": "Keytruda\n" });
    writeFileSync(folder.file("b.md"), Buffer.from("Keytruda f\xfcr alle\n", "latin1"));
    const place = at(folder.note("a.md", "pembrolizumab\n"), "pembrolizumab\n", "pembrolizumab");
    const edit = await folder.server.request<WorkspaceEdit>("textDocument/rename", { ...place, newName: "MK-3475" });
    assert.deepEqual(
      edit.documentChanges!.map((change) => (change as TextDocumentEdit).textDocument.uri),
      [folder.uriOf("a.md")],
    );
    const { message } = await folder.server.next<{ message: string }>("window/logMessage", (log) => log.message.includes("b.md"));
    assert.match(message, /no UTF-8/);
  });
  it("is written in no note where the user stops the reading of notes", async () => {
    const names = Array.from({ length: 60 }, (_, i) => `${String(i).padStart(2, "0")}.md`);
    let stops = 1;
    // before the answer, so that no machine is too fast
    const stop = (params: { token: string }) => (stops-- > 0 ? server.notify("window/workDoneProgress/cancel", params) : undefined);
    const folder = await serve(
      ABLE,
      Object.fromEntries(names.map((name) => [name, "Keytruda\n"])),
      {},
      {},
      { "window/workDoneProgress/create": stop },
    );
    const { server } = folder;
    const place = at(folder.note("00.md"), "Keytruda\n", "Keytruda");
    await assert.rejects(server.request("textDocument/rename", { ...place, newName: "MK-3475" }), /not all notes were read/);
    const edit = await server.request<WorkspaceEdit>("textDocument/rename", { ...place, newName: "MK-3475" });
    assert.equal(edit.documentChanges!.length, 60);
  });
});

describe("what notes said", () => {
  const names = Array.from({ length: 80 }, (_, i) => `${String(i).padStart(2, "0")}.md`);
  const OWN = ".metastasis-notes/names.tsv";
  let storage = "";
  let session: Awaited<ReturnType<typeof serve>>;
  const options = () => ({ storageUri: pathToFileURL(storage).href });
  beforeEach(async () => {
    storage = temporaryFolder({}, "storage (1) ");
    session = await serve(ABLE, Object.fromEntries(names.map((name) => [name, "Keytruda\n"])), {}, options());
    age();
  });
  const notesWith = async () => {
    const { locations } = await session.server.request<Uses>(USES, { reference: "drug:pembrolizumab" });
    return locations.map(({ uri }) => uri.split("/").at(-1)!);
  };
  /** The same once what was found is kept, in a new file. */
  const notesKept = async () => {
    const before = readdirSync(storage);
    const isKept = (async () => {
      for await (const { filename } of watch(storage)) if (filename?.endsWith(".gz") && !before.includes(filename)) return;
    })();
    const found = await notesWith();
    await isKept;
    return found;
  };
  const age = () => utimesSync(session.file("01.md"), 1e9, 1e9);
  /** Writes what nobody looks for, since its length and time are as before. */
  const writeUnseen = () => {
    writeFileSync(session.file("01.md"), "nobody !\n");
    age();
  };
  const again = async (files: Readonly<Record<string, string>> = {}) => {
    session.server.kill();
    session = await serve(ABLE, files, {}, { ...options(), folder: session.folder });
  };

  it("is known in the next session, but for notes that have changed; read anew where what was kept is damaged", async () => {
    assert.deepEqual(await notesKept(), names);
    writeUnseen();
    writeFileSync(session.file("02.md"), "nobody at all\n");
    rmSync(session.file("03.md"));
    await again();
    assert.deepEqual(
      await notesWith(),
      names.filter((name) => name !== "02.md" && name !== "03.md"),
    );
    const kept = path.join(storage, readdirSync(storage)[0]!);
    const bytes = readFileSync(kept);
    bytes[bytes.length >> 1]! ^= 1;
    writeFileSync(kept, bytes);
    await again();
    assert.deepEqual(await notesWith(), [names[0], ...names.slice(4)]);
  });

  it("is known with each of the datasets that notes were read with", async () => {
    await notesKept();
    await again({ [OWN]: "name\tkind\nMB-0\tdrug\n" });
    await notesKept();
    writeUnseen();
    await again();
    assert.deepEqual(await notesWith(), names);
    rmSync(session.file(".metastasis-notes"), { recursive: true });
    await again();
    assert.deepEqual(await notesWith(), names);
    await again({ [OWN]: "name\tkind\nMB-1\tdrug\n" });
    assert.deepEqual(await notesKept(), [names[0], ...names.slice(2)]);
    assert.equal(readdirSync(storage).length, 3);
  });
});
