/** The server as editors meet it, over stdio: notes as they are edited, broken and long ones among them. */
import assert from "node:assert/strict";
import { ableServer, completionsOf, DOSE, everything, findingsOf, hoverOn, print } from "../asking";

describe("the server before a client that can do everything", () => {
  const { server, opened } = ableServer();

  describe("keeps a note as it is edited:", () => {
    const at = (line: unknown, character: unknown, endLine = line, endCharacter = character) => ({
      start: { line, character },
      end: { line: endLine, character: endCharacter },
    });

    /** Edits a note; what is said of it must be what is said of the expected text. */
    async function check(text: string, contentChanges: unknown, expected: string): Promise<void> {
      const [edited, fresh] = [opened(text), opened(expected)];
      await findingsOf(server(), edited);
      server().notify("textDocument/didChange", { textDocument: { ...edited.textDocument, version: 2 }, contentChanges });
      const [found, due] = [await findingsOf(server(), edited), await findingsOf(server(), fresh)];
      assert.deepEqual(found, due);
      assert.deepEqual(print(expected, due), ["warning misspelled-name: bevacizumb"]);
      const [tokens, dueTokens] = [edited, fresh].map((note) => server().request("textDocument/semanticTokens/full", note));
      assert.deepEqual(await tokens, await dueTokens);
      server().take("window/logMessage");
    }

    it("a word", () => check("given bevacizum 5 mg", [{ range: at(0, 15), text: "b" }], "given bevacizumb 5 mg"));
    it("several edits, each after the one before", () =>
      check(
        "a\nb\nc",
        [
          { range: at(0, 0), text: "\n\n" },
          { range: at(2, 0, 2, 1), text: "given bevacizumb 5 mg" },
          { range: at(4, 1), text: "." },
        ],
        "\n\ngiven bevacizumb 5 mg\nb\nc.",
      ));
    it("the whole text", () => check("a", [{ text: "b" }, { text: "given bevacizumb 5 mg" }], "given bevacizumb 5 mg"));
    it("the whole text and a word of it, of clients that count no versions", async () => {
      const note = opened("a");
      for (const [version, change] of [
        [null, { text: "given bevacizum 5 mg" }],
        [undefined, { range: at(0, 15), text: "b" }],
      ])
        server().notify("textDocument/didChange", { textDocument: { ...note.textDocument, version }, contentChanges: [change] });
      assert.deepEqual(print("given bevacizumb 5 mg", await findingsOf(server(), note)), ["warning misspelled-name: bevacizumb"]);
      assert.deepEqual(server().take("window/logMessage"), []);
    });
    it("the whole text, of clients that write no range as null", () =>
      check("a", [{ range: null, text: "given bevacizumb 5 mg" }], "given bevacizumb 5 mg"));
    it("line ends of two characters", () =>
      check("a\r\ngiven b 5 mg\r\n", [{ range: at(1, 6, 1, 7), text: "bevacizumb" }], "a\r\ngiven bevacizumb 5 mg\r\n"));
    it("half of a line end", () =>
      check(
        "a\rgiven bevacizumb 5 mg\n",
        [
          { range: at(1, 0), text: "\n" },
          { range: at(1, 0), text: "b " },
        ],
        "a\r\nb given bevacizumb 5 mg\n",
      ));
    it("a column in the line end", () => check("given bevacizum\r\n5 mg", [{ range: at(0, 99), text: "b" }], "given bevacizumb\r\n5 mg"));
    it("characters of two units", () =>
      check("😀😀 given bevacizum 5 mg 😀", [{ range: at(0, 20), text: "b" }], "😀😀 given bevacizumb 5 mg 😀"));
    it("half a character", () => check("😀 given bevacizumb 5 mg", [{ range: at(0, 1, 0, 2), text: "" }], "\ud83d given bevacizumb 5 mg"));
    it("a range that ends before it starts", () =>
      check("given bevaXXcizumb 5 mg", [{ range: at(0, 12, 0, 10), text: "" }], "given bevacizumb 5 mg"));
    it("a range outside the note", () =>
      check(
        "given bevacizumb",
        [
          { range: at(7, 3, 9, 9), text: " 5 mg" },
          { range: at(-3, -1), text: "# " },
        ],
        "# given bevacizumb 5 mg",
      ));
    it("a range without numbers", () => check("given bevacizumb 5 mg", [{ range: at("a", null), text: "# " }], "# given bevacizumb 5 mg"));
    it("edits that are none", () =>
      check(
        "given bevacizum 5 mg",
        [null, 5, {}, { text: 5 }, { range: 5, text: "x" }, { range: {}, text: "x" }, { range: at(0, 15), text: "b" }],
        "given bevacizumb 5 mg",
      ));
    for (const none of [undefined, null, 5, "x", {}])
      it(`${JSON.stringify(none)} for a list of edits`, () => check("given bevacizumb 5 mg", none, "given bevacizumb 5 mg"));
  });

  it("takes a note that is no text for an empty one", async () => {
    for (const text of [null, 5, {}, undefined]) assert.deepEqual(await findingsOf(server(), opened(text)), []);
  });

  it("reads a note with lone surrogates and NULs", async () => {
    const text = "\ud800\0 treated with bevacizumb 10 mg \udc00 \0Keytruda\ud83d\n\0";
    const note = opened(text);
    assert.deepEqual(print(text, await findingsOf(server(), note)), ["warning misspelled-name: bevacizumb"]);
    assert.ok(await everything(server(), note));
  });

  it("reads a note of 5 MB, answers other requests meanwhile, and takes edits", async () => {
    const log = "2026-11-26 12:00 well A1 0.123 0.456 0.789 0.123 0.456 0.789 0.123 0.456 0.789 0.123 0.456\n";
    const prose = "The cells were seeded and grew for some days in the usual medium, without any change that could be seen.\n\n";
    const text = `The log:\n\n~~~\n${log.repeat(4e6 / log.length)}~~~\n\n${prose.repeat(1e6 / prose.length)}${DOSE}Keytr`;
    const [note, other] = [opened(text), opened("bevacizumab")];
    const answered: string[] = [];
    const findings = findingsOf(server(), note).finally(() => answered.push("findings"));
    const hover = hoverOn(server(), other, "bevacizumab", "bevacizumab").finally(() => answered.push("hover"));
    const edits = [{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 4 } }, text: "Osimertinb 80 mg " }];
    server().notify("textDocument/didChange", { textDocument: { ...note.textDocument, version: 2 }, contentChanges: edits });
    assert.ok(await hover);
    const edited = text.replace("The ", "Osimertinb 80 mg ");
    assert.deepEqual(print(edited, await findings), ["warning misspelled-name: Osimertinb", "warning misspelled-name: bevacizumb"]);
    assert.deepEqual(answered, ["hover", "findings"]);
    assert.ok((await completionsOf(server(), note, edited, "Keytr"))!.items.length > 0);
    server().notify("textDocument/didClose", note);
  });
});
