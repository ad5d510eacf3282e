import assert from "node:assert/strict";
import { completeDirective } from "../../server/features/directiveCompletion";
import { Note } from "../../server/note/note";
import { RULES } from "../../server/settings";
import { readMarked } from "../marked";

const check = (source: string, ...expected: string[]): void => checkIn("markdown", source, ...expected);

/** What is offered at `$0` in a note of a language, each with the text before it once it is chosen. */
function checkIn(language: string, source: string, ...expected: string[]): void {
  const { text, cursor } = readMarked(source);
  const found = completeDirective(Note.create("file:///note", language, 1, text), cursor!)?.items ?? [];
  assert.deepEqual(
    found.map(({ insert, from }) => text.slice(0, from) + insert),
    expected,
    source,
  );
}

describe("completion of directives", () => {
  it("begins them", () =>
    check("<!-- met$0", "<!-- metastasis-notes: off", "<!-- metastasis-notes: on", "<!-- metastasis-notes: ignore-next"));
  it("offers what they may ask, and the rules that are not named yet", () => {
    check("%% metastasis-notes: o$0", "%% metastasis-notes: off", "%% metastasis-notes: on");
    check("<!-- metastasis-notes: ignore-next mis$0 -->", "<!-- metastasis-notes: ignore-next misspelled-name");
    const begun = "<!-- metastasis-notes: off brand-name, ";
    check(`${begun}$0`, ...RULES.filter((rule) => rule !== "brand-name").map((rule) => begun + rule));
  });
  it("knows MDX's comments, in MDX", () => {
    checkIn("mdx", "Text {/* metastasis-notes: ig$0 */}", "Text {/* metastasis-notes: ignore-next");
    check("Text {/* metastasis-notes: ig$0 */}");
  });
  it("offers nothing in other comments, behind closed ones, and in prose", () => {
    for (const source of [
      "<!-- see $0",
      "<!-- $0",
      "metast$0",
      "<!-- metastasis-notes: off --> mis$0",
      "%% metastasis-notes: off %% o$0",
      "$0",
    ])
      check(source);
  });
});
