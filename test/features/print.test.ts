import assert from "node:assert/strict";
import { parser as commonmark, GFM } from "@lezer/markdown";
import type { DrugRecord } from "../../server/dataset/records";
import { cardOf } from "../../server/features/card";
import { type Action, type Card, escapeMarkdown, lineCount, print, textLength } from "../../server/features/print";
import { compiled, opened, records } from "../example";
import { pick, randomOf, SEED } from "../random";

const markdown = commonmark.configure(GFM);

/** Names of the Markdown constructs in a text, but for paragraphs, escapes and entities. */
function constructs(text: string): string[] {
  const names: string[] = [];
  markdown.parse(text).iterate({
    enter: ({ name }) => {
      if (!["Document", "Paragraph", "Escape", "Entity"].includes(name)) names.push(name);
    },
  });
  return names;
}

const HOSTILE = [
  "[a](https://evil.example)", "![a](https://evil.example/a.png)", "<img src=x onerror=alert(1)>", "<b>", "$(warning)", "$(sync~spin)", "`code`", "```\nx\n```", "**b**", "__b__", "*i*", "_i_", "~~s~~",
  "# h", "- item", "+ item", "1. item", "> quote", "| a | b |\n|---|---|", "https://evil.example", "http://evil.example", "&lt;b&gt;", "&amp;", "\\*", "\\", "[a]: https://evil.example", "[a][b]", "[^1]", "<https://evil.example>",
  "command:evil", "[a](command:evil)", "file:///etc/passwd", "a\r\nb", "ftp://evil.example", "<!-- c -->", "{{x}}", "- [ ] task", "$$x$$", ":emoji:",
]; // biome-ignore format: a list

const cardOfText = (text: string): Card => ({ groups: [[[{ text }]]] });

describe("print", () => {
  /** Checks how a card is printed as Markdown with icons and as plain text. */
  function check(card: Card, expected: string, plain: string): void {
    assert.equal(print(card, "markdown", { icons: true }), expected);
    assert.equal(print(card, "plaintext"), plain);
  }
  it("prints groups as paragraphs, lines with a break, spans with their style", () => {
    const card: Card = {
      groups: [
        [[{ text: "a", style: "strong" }, { text: " b " }, { text: "c", style: "emphasis" }], [{ text: "d" }]],
        [[{ text: "e", link: "https://example.org/x" }]],
      ],
    };
    check(card, "**a** b *c*  \nd\n\n[e](https://example.org/x)", "a b c\nd\n\ne");
    assert.equal(lineCount(card), 3);
  });
  it("prints a name that opens a card as a link for those who can, and as text for others", () => {
    const card: Card = { groups: [[[{ text: "a", style: "strong", opens: "drug:a" }, { text: " b" }]]] };
    check(card, "**a** b", "a b");
    const addressOf = ({ kind }: Action) => `command:${kind}`;
    assert.equal(print(card, "markdown", { addressOf }), "[**a**](command:open-card) b");
  });
  it("prints icons only for those who draw them", () => {
    const card: Card = { groups: [[[{ text: "a", icon: "pass" }]]] };
    check(card, "$(pass) a", "a");
    assert.equal(print(card, "markdown"), "a");
  });
  it("prints labelled lines as a list or as a table, and in plain text as they are read", () => {
    const label = (text: string) => ({ text, style: "label" }) as const;
    const card: Card = {
      groups: [
        [[{ text: "t" }]],
        [
          [label("Acts on"), { text: "a|b" }],
          [label("Names"), { text: "c" }],
        ],
      ],
    };
    assert.equal(print(card, "markdown"), "t\n\n*Acts on:* a\\|b  \n*Names:* c");
    assert.equal(print(card, "markdown", { layout: "table" }), "t\n\n| | |\n|:--|:--|\n| Acts on | a\\|b |\n| Names | c |");
    assert.equal(print(card, "plaintext", { layout: "table" }), "t\n\nActs on: a|b\nNames: c");
    assert.equal(textLength(card), 1 + "Acts on: a|b".length + "Names: c".length);
  });
  it("prints actions only for clients that can do them, else without a trace", () => {
    const action = { kind: "open-card", reference: "drug:x" } as const;
    const full = { text: "full card", action };
    const separator = { text: " · " };
    const addressOf = (asked: Action) => (asked === action ? "command:x" : undefined);
    for (const [line, can, cannot] of [
      [[{ text: "a" }, separator, full, separator, { text: "b" }], "a · [full card](command:x) · b", "a · b"],
      [[full, separator, { text: "b" }], "[full card](command:x) · b", "b"],
      [[{ text: "a" }, separator, full], "a · [full card](command:x)", "a"],
      [[full], "[full card](command:x)", ""],
    ] as const) {
      const card: Card = { groups: [[line]] };
      assert.equal(print(card, "markdown", { addressOf }), can);
      assert.equal(print(card, "markdown"), cannot);
      assert.equal(print(card, "plaintext", { addressOf }), cannot);
    }
  });
  it("links to web addresses alone", () => {
    for (const link of ["javascript:alert(1)", "command:x", "https://a b", "https://a)b", "https://<x>", "file:///x", ""]) {
      check({ groups: [[[{ text: "a", link }]]] }, "a", "a");
    }
  });
});

describe("what a dataset says", () => {
  /** Checks that a text is shown as it is written: printed as Markdown it holds no construct. */
  function check(text: string): void {
    for (const around of ["", "x "]) {
      const printed = print(cardOfText(around + text), "markdown", { icons: true });
      assert.deepEqual(constructs(printed), [], `${JSON.stringify(text)} is printed ${JSON.stringify(printed)}`);
      assert.ok(!/(?<!\\)\$\(/.test(printed), printed);
      assert.ok(!/[\r\n]/.test(printed), printed);
    }
  }
  it("cannot act in a card", () => {
    for (const text of HOSTILE) check(text);
  });
  it(`cannot act when its parts come together (seed ${SEED})`, () => {
    const random = randomOf(SEED);
    for (let i = 0; i < 300; i++) check(`${pick(random, HOSTILE)}${pick(random, ["", " ", "\n", "\n\n"])}${pick(random, HOSTILE)}`);
  });
  it("is shown as it is written", () => {
    const shown = (text: string) =>
      print(cardOfText(text), "markdown", { icons: true })
        .replace(/&amp;/g, "&")
        .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
        .replace(/\\([!-/:-@[-`{-~])/g, "$1");
    for (const text of HOSTILE) if (!/[\r\n&\\]|^1/.test(text)) assert.equal(shown(text), text);
    assert.equal(escapeMarkdown("5 mg/kg (n = 3), 50 %"), "5 mg/kg (n = 3), 50 %");
  });
  it("stands in plain text without any escape", () => {
    for (const text of HOSTILE) assert.equal(print(cardOfText(text), "plaintext"), text.replace(/\s*[\r\n]+\s*/g, " "));
  });
  it("cannot act through any part of a record", () => {
    const evil = "[a](command:x) <img src=x> $(warning) `x` **b**\n\n# h\n- [x](https://evil.example)";
    const drug = records[0] as DrugRecord;
    const hostile: DrugRecord = {
      ...drug,
      preferred_name: evil,
      class: evil,
      summary: evil,
      names: [
        { text: evil, type: "brand" },
        { text: evil.slice(1), type: "code" },
      ],
      mechanisms: [{ ...drug.mechanisms[0]!, verb: evil, variant: evil, target: `target:${evil}` }],
      strategies: [`strategy:${evil}`],
      claims: [
        { voice: "seed", id: "x", text: evil, sources: ["seed:TT-01"], assessment: evil },
        { voice: "curated", text: evil, sources: [`web:https://${evil}`, `pmid:${evil}`] },
      ],
      xrefs: { chembl: `${evil})` },
      review: { checked: evil, confidence: "B" },
      regulatory: { as_of: evil, events: [{ date: evil, agency: evil, event: "approved", sources: [] }] },
    };
    const card = cardOf(opened(compiled([hostile])), 0)!;
    const text = print(card, "markdown", { icons: true });
    const allowed = new Set(["StrongEmphasis", "Emphasis", "EmphasisMark", "HardBreak"]);
    assert.deepEqual(
      constructs(text.replaceAll("$(pass) ", "")).filter((name) => !allowed.has(name)),
      [],
      text,
    );
    assert.ok(!/(?<!\\)\$\((?!pass\))/.test(text));
  });
});
