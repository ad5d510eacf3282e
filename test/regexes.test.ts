/**
 * Every regular expression of server and client takes time that grows as its input does and no faster, as `recheck` proves it
 * or finds by trying; or its input is short. What was found linear stands in `regexes.txt`, since proving it takes a minute:
 * `EXPECTED=write` proves all anew.
 */
import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { parse, type Token } from "acorn";
import { build } from "esbuild";
import { check, type VulnerableDiagnostics } from "recheck";
import { FIGURE, LETTER } from "../server/note/letters";
import { ROOT } from "./client";
import { isWrittenAnew } from "./expected";

/** Programs: they act when they are loaded. What they hold beside is imported by others. */
const PROGRAMS = /^(?:server\/(?:node|browser|process|cli|mcp)|client\/(?:node|browser)|client\/network\/page\/main)\.ts$/;
const LINEAR = path.join(ROOT, "test/regexes.txt");

/** Those whose input is bounded, by their beginnings: at most so many characters, for this reason. */
const SHORT: ReadonlyArray<readonly [beginning: string, longest: number, why: string]> = [
  [String.raw`[${LETTER}][${LETTER}\d]*(?:[-\u2010\u2011/]`, 40, "what is typed: REACH of automatic.ts"],
  [String.raw`(?:^|[\s(<"'[])(?:www\.|[a-z]`, 200, "a line up to a place: LONGEST_OPEN of typed.ts"],
  [String.raw`[\p{L}\p{N}-]*$`, 80, "what is typed: REACH of the client's automatic.ts"],
  [`[${LETTER}${FIGURE}-]*$`, 80, "what is typed: REACH of typed.ts"],
  [String.raw`\d.*,\s|,\s.*\d`, 40, "around a name: AROUND of spans.ts"],
  [String.raw`\banti-(?:(?:mouse`, 40, "before a name: AROUND of spans.ts"],
  ["(?:treat\\w*(?: \\w+)? (?:with|by|of)|therapy with", 200, "before a name: REACH of likely.ts"],
  ["(?:(?:inhibit(?:s|ors? of|ion of)|blocks?", 200, "before a name: REACH of likely.ts"],
  [String.raw`([${LETTER}\d][${LETTER}\d-]*)\)?\s*(?:,|`, 200, "before a name: REACH of likely.ts"],
  [String.raw`(([${LETTER}\d]+-)?[${LETTER}\d]+)[/–-]$`, 80, "before a name: PHRASE of likely.ts"],
  [String.raw`[^\s()[\]]*$`, 12, "an abbreviation: LONGEST_ABBREVIATION of bindings.ts"],
  [String.raw`\b(?:anti-[${LETTER}\d-]+[- ]|(?:CD`, 16, "before a label: isLabel of context.ts"],
  [String.raw`(?:\s(?:and|or|so|but|a|an|the|its|their`, 900, "a text of a card: CHARACTERS of fit.ts"],
  ["(?:in|ase|ogen|receptor|factor|ligand", 160, "a long form: REACH of definitions.ts"],
  [String.raw`^(?:(["'])(?:(?!\1).)*\1|[^\s#"'[\]{},:-]`, 200, "a key: LONGEST_KEY of yaml.ts"],
  [String.raw`^[\s(,]{0,3}(?:at\s|of\s)?\(?\d[\d.,]*`, 60, "behind a word: BESIDE of frames.ts"],
  [String.raw`\d[\d.,]*(?:\s?[-–]\s?[\d.,]+)?\s?(?:mg`, 300, "a sentence: REACH of sentence.ts"],
  // each goes no further from where it begins, or ends at the end of the text, so that it is never tried again
  [String.raw`\$\$[^$]*\$\$|(?<!\\)\$`, 1000, "a formula in a line is no longer"],
  [String.raw`<!--[\s\S]*?(?:-->|$)|<(pre|code`, 0, "what is not closed goes to the end, once"],
  [String.raw`%%[\s\S]*?%%|\\[a-z]{1,20}`, 400, "a shortcode is no longer; a comment that is not closed is looked for once"],
];

type Attack = Pick<VulnerableDiagnostics["attack"], "pumps" | "suffix">;

/** The sources as one script, without types. */
async function bundled(files: readonly string[]): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: files.map((file) => `import "./${file}";`).join("\n"), resolveDir: ROOT },
    ...{
      bundle: true,
      write: false,
      format: "cjs",
      platform: "node",
      target: "esnext",
      packages: "external",
      treeShaking: false,
      logLevel: "error",
    },
  });
  return outputFiles[0]!.text;
}

const sourcesOf = (folder: string): string[] =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .map((file) => `${folder}/${file.replaceAll("\\", "/")}`)
    .filter((file) => /(?<!\.d)\.ts$/.test(file) && !PROGRAMS.test(file));

/** The regular expressions that are written down in a script. */
function written(script: string): RegExp[] {
  const found: RegExp[] = [];
  parse(script, {
    ecmaVersion: "latest",
    allowHashBang: true,
    onToken: (token) => {
      const { type, value } = token as Token & { value: { pattern: string; flags: string } };
      if (type.label === "regexp") found.push(new RegExp(value.pattern, value.flags));
    },
  });
  return found;
}

/** The regular expressions that a script puts together when it is loaded. */
function made(script: string): RegExp[] {
  const found: RegExp[] = [];
  const Recording = class extends RegExp {
    constructor(pattern: string | RegExp, flags?: string) {
      super(pattern, flags);
      found.push(new RegExp(pattern, flags));
    }
  };
  const own = createRequire(path.join(ROOT, "package.json"));
  const require = (name: string) => (name === "own-schema" ? { default: () => true } : own(name));
  const load = new Function("require", "module", "exports", "RegExp", "__dirname", script);
  load(require, { exports: {} }, {}, Recording, ROOT);
  return found;
}

/** Whether the engine takes more than eight times as long for four times as much of an attack. */
function growsFaster(regex: RegExp, { pumps, suffix }: Attack): boolean {
  const global = new RegExp(regex.source, [...new Set(`${regex.flags}g`)].join(""));
  const time = (count: number) => {
    const text = pumps.map(({ prefix, pump }) => prefix + pump.repeat(count)).join("") + suffix;
    const once = () => {
      const began = process.cpuUsage();
      text.replace(global, "");
      return process.cpuUsage(began).user / 1000;
    };
    return Math.min(once(), once(), once());
  };
  let count = 250;
  while (count < 64_000 && time(count) < 4) count *= 2;
  const [short, long] = [time(count), time(4 * count)];
  return long > 4 && long > 8 * short;
}

describe("regular expressions", () => {
  it("take time that grows with the length of their input alone", async () => {
    const server = await bundled(sourcesOf("server"));
    const all = [...written(server), ...made(server), ...written(await bundled(sourcesOf("client")))];
    assert.ok(all.length > 400, `only ${all.length} were found`);
    const proven = new Set(readFileSync(LINEAR, "utf8").split("\n"));
    const [linear, short, faults] = [new Set<string>(), new Set<string>(), new Set<string>()];
    for (const regex of all) {
      const bound = SHORT.find(([beginning]) => regex.source.startsWith(beginning));
      if (bound) short.add(bound[0]);
      else if (proven.has(String(regex))) linear.add(String(regex));
      else if (!linear.has(String(regex))) {
        const verdict = await check(regex.source, regex.flags, { timeout: 60_000 });
        if (verdict.status === "unknown") faults.add(`${regex}: no proof in a minute (${verdict.error.kind})`);
        // what trying finds is a guess, of which the engine has the last word
        else if (verdict.status === "safe" || (verdict.checker === "fuzz" && !growsFaster(regex, verdict.attack)))
          linear.add(String(regex));
        else faults.add(`${regex} takes ${verdict.complexity.summary} time on ${verdict.attack.pattern}`);
      }
    }
    if (isWrittenAnew) writeFileSync(LINEAR, `${[...linear].sort().join("\n")}\n`);
    assert.deepEqual([...faults], [], "mend it, or say in SHORT how long its input is");
    assert.deepEqual(
      SHORT.filter(([beginning]) => !short.has(beginning)),
      [],
      "are no more",
    );
  }).timeout(900_000);
});
