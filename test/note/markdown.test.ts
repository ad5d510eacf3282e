import assert from "node:assert/strict";
import { GFM, parser } from "@lezer/markdown";
import { markdown } from "../../server/note/markdown";
import { pick, randomOf, SEED } from "../random";

const plain = parser.configure(GFM);

/** Checks that the parser with its shortcut gives the tree of the one without. */
function check(text: string): void {
  assert.equal(markdown.parse(text).toString(), plain.parse(text).toString(), JSON.stringify(text));
  const places = (tree: ReturnType<typeof plain.parse>) => {
    const found: string[] = [];
    tree.iterate({ enter: (node) => void found.push(`${node.name} ${node.from} ${node.to}`) });
    return found;
  };
  assert.deepEqual(places(markdown.parse(text)), places(plain.parse(text)), JSON.stringify(text));
}

const PIECES = [
  "word", "a", "é", "β", "1", " ", "  ", "   ", "\n", "\n\n", "  \n", "\\", "\\\n", "\\*", "&", "&beta;", "`", "``", "<", ">", "<b>", "<!-- c -->",
  "_", "*", "**", "~", "~~", "~~~", "[", "]", "!", "![", "](", ")", "]: ", "|", "\n| - |\n", "- ", "- [ ] ", "> ", "# ", "www.", "www.a.b", "http://",
  "https://a.bc/d", "@", "a.b@c.de", "mailto:", "xmpp:", "mailto:a@b.cd", ".", ",", "(", "😀",
]; // biome-ignore format: a list

describe("the Markdown parser", () => {
  it(`gives the tree of the parser without shortcut (seed ${SEED})`, () => {
    const random = randomOf(SEED);
    for (let i = 0; i < 3000; i++) check(Array.from({ length: random(30) + 1 }, () => pick(random, PIECES)).join(""));
  });
  it("gives it of a paragraph longer than any page, in which code, a comment and what is struck out go on across any line", () => {
    const lines = "Words on tumours, number one of many.\n".repeat(400);
    for (const [open, close] of [
      ["`", "`"],
      ["<!-- ", " -->"],
      ["~~", "~~"],
      ["[", "](a.md)"],
    ])
      check(`${lines}Then ${open}nivolumb\n${lines}nivolumb${close} and \`bevacizumb\` came.\n${lines}`);
  });
  it("leaves code whole in a paragraph of so many marks that it is gone through in parts", () => {
    const codesOf = (text: string) => {
      const codes: string[] = [];
      markdown.parse(text).iterate({ enter: ({ name, from, to }) => void (name === "InlineCode" && codes.push(text.slice(from, to))) });
      return codes;
    };
    const marks = "*a _b [c ~d\n".repeat(1020);
    for (let i = 0; i < 12; i++) {
      const lines = marks + "*a\n".repeat(i);
      assert.deepEqual(codesOf(`${lines}\\\` \`one\ntwo\` and \`\` three \` four\nfive \`\`\n\`six\`\n${marks}\`seven\` \`\`\``), [
        "`one\ntwo`",
        "`` three ` four\nfive ``",
        "`six`",
        "`seven`",
      ]);
    }
  });
  it("sees addresses in the midst of text", () =>
    check("see www.example.org, https://example.org/a_b_c, (mail a.b@example.org) or nota.b@example.org and x_y@example.org."));
});
