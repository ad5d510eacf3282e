/** package.json, the code and the papers say the same. */
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import path from "node:path";
import { EXPORT_FORMATS } from "../server/features/export/formats";
import { TOKEN_MODIFIERS, TOKEN_TYPES } from "../server/features/semanticTokens";
import { TOOLS } from "../server/features/tools/tools";
import { ALL_ENDINGS, endingsOf } from "../server/noteNames";
import { ACCEPT_WORD, ADD_OWN, EXPORT_CHOICES, FIND_USES, ONE_SPELLING, OPEN_CARD, SETTINGS, USE_READING } from "../server/protocol";
import { DEFAULTS, LEVELS, RULES, readSettings } from "../server/settings";
import { ROOT } from "./client";

interface Setting {
  readonly type: string;
  readonly default: unknown;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
  readonly description?: string;
  readonly markdownDescription?: string;
}

/** What may be missing, and is not read as it stands. */
type Manifest = typeof import("../package.json") & {
  readonly type?: string;
  readonly dependencies?: object;
  readonly optionalDependencies?: object;
};

/** Categories of Visual Studio Marketplace and Open VSX. */
const CATEGORIES =
  "AI,Azure,Chat,Data Science,Debuggers,Education,Extension Packs,Formatters,Keymaps,Language Packs,Linters,Machine Learning,Notebooks,Other,Programming Languages,SCM Providers,Snippets,Testing,Themes,Visualization".split(
    ",",
  );
const NODE = new Set(builtinModules);
const read = (file: string): string => readFileSync(path.join(ROOT, file), "utf8");
/** package.json as an editor in English reads it: `%key%` stands for a text of package.nls.json. */
const texts = JSON.parse(read("package.nls.json")) as Readonly<Record<string, string>>;
const unknownTexts: string[] = [];
const manifest = JSON.parse(read("package.json"), (_, value: unknown) => {
  const key = typeof value === "string" ? /^%([\w.-]+)%$/.exec(value)?.[1] : undefined;
  if (key !== undefined && texts[key] === undefined) unknownTexts.push(key);
  return key === undefined ? value : texts[key];
}) as Manifest;
const { commands, configuration, grammars, semanticTokenModifiers, semanticTokenScopes, semanticTokenTypes } = manifest.contributes;
const declared: Readonly<Record<string, Setting>> = Object.assign({}, ...configuration.map(({ properties }) => properties));

/** Whether a path is meant by a pattern, in which a star stands for a part of a name. */
const matches = (file: string, pattern: string): boolean =>
  new RegExp(`^${pattern.replaceAll(".", "\\.").replaceAll("*", "[^/]*")}$`).test(file);

/** Commands that are called by code only: they stand in no menu. */
const INTERNAL = [ACCEPT_WORD, USE_READING, "metastasisNotes.goToPlace"];
/** Commands that the code calls by a name of `protocol.ts`. */
const NAMED: Readonly<Record<string, string>> = { ACCEPT_WORD, ADD_OWN, FIND_USES, ONE_SPELLING, OPEN_CARD, USE_READING };
/** What the editor itself sets for Markdown alone: without it long lines do not wrap, and each α stands in a box, as if it were a finding. */
const LIKE_MARKDOWN = { "editor.unicodeHighlight.ambiguousCharacters": false, "editor.wordWrap": "on" };
/** Settings that the language client reads, not the server. */
const OF_THE_CLIENT = ["trace.server"];

describe("a rule", () => {
  const levelOf = (rule: string) => declared[`${SETTINGS}.rules.${rule}`];

  it("is a file in features/rules, and each file there is a rule", () => {
    const files = readdirSync(path.join(ROOT, "server/features/rules")).filter((file) => file !== "finding.ts");
    assert.deepEqual(files.sort(), RULES.map((rule) => `${rule}.ts`).sort());
  });

  it("is a setting with the levels and the default of the code", () => {
    const settings = Object.keys(declared).filter((name) => name.startsWith(`${SETTINGS}.rules.`));
    assert.deepEqual(settings.sort(), RULES.map((rule) => `${SETTINGS}.rules.${rule}`).sort());
    for (const rule of RULES) {
      assert.deepEqual(levelOf(rule)?.enum, LEVELS, rule);
      assert.equal(levelOf(rule)?.default, DEFAULTS.rules[rule], rule);
    }
  });

  it("is a heading in the README", () => {
    const headings = [...read("README.md").matchAll(/^### (.*)$/gm)].map(([, heading]) => heading!.replaceAll("`", ""));
    for (const rule of RULES) assert.ok(headings.includes(rule), `README.md has no heading "### ${rule}"`);
  });
});

describe("a setting", () => {
  const names = Object.keys(declared).map((name) => name.slice(SETTINGS.length + 1));
  const inSection = (name: string, value: unknown): unknown =>
    name.split(".").reduceRight<unknown>((inner, part) => ({ [part]: inner }), value);

  it("that is declared lies in our section, with a description and a sound default", () => {
    for (const [name, setting] of Object.entries(declared)) {
      assert.ok(name.startsWith(`${SETTINGS}.`), name);
      assert.match(setting.description ?? setting.markdownDescription ?? "", /^[A-Z].*\.$/, `${name} is described in sentences`);
      if (setting.enum) assert.ok(setting.enum.includes(setting.default as string), `${name}: the default is one of the values`);
    }
  });

  it("that is declared is read, and a wrong value is told", () => {
    for (const name of names.filter((each) => !OF_THE_CLIENT.includes(each))) {
      const { problems } = readSettings(inSection(name, 12345));
      assert.equal(problems.length, 1, name);
      assert.ok(problems[0]!.startsWith(`${SETTINGS}.${name} `), problems[0]);
    }
  });

  it("with one wrong entry in a list keeps the others", () => {
    for (const name of ["acceptedWords", "languages", "datasets"] as const) {
      const { settings, problems } = readSettings({ [name]: ["one", "", 5, "two"] });
      assert.deepEqual([...settings[name]], ["one", "two"]);
      assert.deepEqual(
        problems.map((problem) => problem.split(";")[0]),
        [`${SETTINGS}.${name}[1] is ""`, `${SETTINGS}.${name}[2] is 5`],
      );
    }
  });

  it("that names too many files and folders is told, and the first of them count", () => {
    const { settings, problems } = readSettings({ datasets: Array.from({ length: 5000 }, (_, i) => `lab/${i}.tsv`) });
    assert.deepEqual([settings.datasets.length, settings.datasets.at(-1)], [200, "lab/199.tsv"]);
    assert.deepEqual(problems, [
      `${SETTINGS}.datasets names 5000 files and folders, of which the first 200 are read; put files into one folder, and name that.`,
    ]);
    assert.deepEqual(readSettings({ datasets: settings.datasets }).problems, []);
  });

  it("that is all wrong is told in a bounded number of sentences", () => {
    const rules = Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`${i}`.repeat(1000), "off"]));
    const { problems } = readSettings({ acceptedWords: Array.from({ length: 1000 }, () => 5), rules });
    assert.ok(problems.length < 100 && problems.every((problem) => problem.length < 500));
  });

  it("has the default of the code", () => {
    const defaults = names.map((name) => readSettings(inSection(name, declared[`${SETTINGS}.${name}`]!.default)));
    for (const { settings, problems } of defaults) assert.deepEqual([settings, problems], [DEFAULTS, []]);
  });

  it("that is in the code is declared", () => {
    const places = (value: object, place: string): string[] =>
      Object.entries(value).flatMap(([key, part]: [string, unknown]) =>
        typeof part === "object" && part !== null && !(part instanceof Set) && !Array.isArray(part)
          ? places(part, `${place}${key}.`)
          : [`${place}${key}`],
      );
    assert.deepEqual(names.filter((name) => !OF_THE_CLIENT.includes(name)).sort(), places(DEFAULTS, "").sort());
  });

  it("takes every value that is declared", () => {
    for (const name of names)
      for (const value of declared[`${SETTINGS}.${name}`]!.enum ?? []) assert.deepEqual(readSettings(inSection(name, value)).problems, []);
  });
});

describe("the manifest", () => {
  it("has a text for every key, and a key for every text", () => {
    assert.deepEqual(unknownTexts, []);
    const source = read("package.json");
    assert.deepEqual(
      Object.keys(texts).filter((key) => !source.includes(`%${key}%`)),
      [],
    );
  });

  it("shows no text that cannot be translated", () => {
    const shown = /^(?:title|description|markdownDescription|name|contents|category|contextualTitle|displayName|userDescription|altText)$/;
    const untranslated: string[] = [];
    const { contributes, displayName, description } = JSON.parse(read("package.json")) as Record<string, unknown>;
    JSON.stringify([{ ...(contributes as object), languageModelTools: [], displayName, description }], (key, value: unknown) => {
      if (shown.test(key) && typeof value === "string" && !/^%[\w.-]+%$/.test(value)) untranslated.push(`${key}: ${value}`);
      if (/^(?:enumD|markdownEnumD)escriptions$/.test(key))
        for (const text of value as string[]) if (!text.startsWith("%")) untranslated.push(text);
      return value;
    });
    assert.deepEqual(untranslated, []);
  });

  it("marks the words of a walkthrough as the editor knows it: twice", () => {
    for (const [key, text] of Object.entries(texts))
      if (/^walkthrough\..*description$/.test(key)) assert.doesNotMatch(text.replace(/``[^`]+``|\*\*[^*]+\*\*/g, ""), /[*`_]/, key);
  });

  it("describes every setting in a group, and every value of an enumeration", () => {
    for (const { title } of configuration) assert.match(title, /^[A-Z]/);
    for (const [name, setting] of Object.entries(declared)) assert.equal(setting.enumDescriptions?.length, setting.enum?.length, name);
  });

  it("declares the server's token types, each with the themes' scopes", () => {
    assert.deepEqual(
      semanticTokenTypes.map(({ id }) => id),
      TOKEN_TYPES,
    );
    // of all languages, since a setting says which documents are notes
    const { scopes } = semanticTokenScopes.find((one) => !("language" in one))!;
    // names that are only recognised stay plain
    assert.deepEqual(
      Object.keys(scopes),
      TOKEN_TYPES.map((type) => `${type}.record`),
    );
    assert.deepEqual(
      semanticTokenModifiers.map(({ id }) => id),
      TOKEN_MODIFIERS,
    );
    for (const each of Object.values(scopes)) assert.ok(each.length > 0);
  });

  it("treats notes in all languages that are notes by default alike: commands, colours, a list that leaves Enter alone", () => {
    // those of the setting are known once the extension runs; the palette does not know the language of a notebook's cell
    const where = [
      `editorLangId =~ /^(${DEFAULTS.languages.join("|")})$/`,
      "editorLangId in metastasisNotes.languages",
      "activeEditor == workbench.editor.notebook",
    ];
    const inNotes = where.join(" || ");
    for (const { command, enablement = "" } of commands)
      if (enablement.includes("LangId")) assert.ok(enablement === inNotes || enablement.endsWith(` && (${inNotes})`), command);
    // what is offered on a word can only fail where there is no note: on a page of settings, in a table
    const onWords = new Set(manifest.contributes.menus["metastasisNotes.editor"].map(({ command }) => command));
    onWords.delete("metastasisNotes.showNetwork");
    for (const { command, enablement = "" } of commands) if (onWords.has(command)) assert.ok(enablement.includes(inNotes), command);
    const configurationDefaults: Readonly<Record<string, object>> = manifest.contributes.configurationDefaults;
    assert.deepEqual(
      manifest.contributes.menus["editor/context"].map((item) => item.when),
      [where.slice(0, 2).join(" || ")],
    );
    for (const language of DEFAULTS.languages)
      assert.deepEqual(
        configurationDefaults[`[${language}]`],
        { ...configurationDefaults["[markdown]"], ...(language === "markdown" ? {} : LIKE_MARKDOWN) },
        language,
      );
    for (const language of DEFAULTS.languages) assert.ok(manifest.activationEvents.includes(`onLanguage:${language}`), language);
    const withSnippets = manifest.contributes.snippets.map(({ language }) => language);
    assert.deepEqual(withSnippets.sort(), [...DEFAULTS.languages].sort());
  });

  it("tells the editor which files are in the languages that it does not know", () => {
    for (const language of DEFAULTS.languages.filter((id) => id !== "markdown")) {
      const { extensions = [] } = manifest.contributes.languages.find(({ id }) => id === language) ?? {};
      assert.deepEqual(extensions, [...new Set(endingsOf([language]).map((ending) => ending.toLowerCase()))], language);
    }
  });

  it("colours comments for us in notes of all languages that are notes by default", () => {
    // by the grammars of VS Code, Quarto, R and MDX
    const scopes = ["text.html.markdown", "text.html.quarto", "text.html.rmarkdown", "source.mdx"];
    const intoAll = grammars.filter(({ injectTo }) => scopes.every((scope) => injectTo.includes(scope)));
    assert.equal(intoAll.length, 1);
    for (const grammar of grammars) {
      const { scopeName, injectionSelector, patterns } = JSON.parse(read(grammar.path)) as Readonly<Record<string, string>>;
      assert.equal(scopeName, grammar.scopeName);
      for (const scope of grammar.injectTo)
        assert.ok(injectionSelector!.includes(scope.startsWith("text.html") ? "text.html" : scope), `${scope} in ${injectionSelector!}`);
      assert.ok(patterns!.length > 0);
    }
  });

  it("declares the commands of the client, and no others", () => {
    const source = readdirSync(path.join(ROOT, "client"), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts"))
      .map((file) => read(`client/${file}`))
      .join("\n");
    const written = [...source.matchAll(/registerCommand\(\s*("[^"]*"|[A-Z_]+)/g)].map(([, name]) => NAMED[name!] ?? name!.slice(1, -1));
    // those that copy are registered from a list
    const listed = [...source.matchAll(/^ {2}\["(metastasisNotes\.\w+)", /gm)].map(([, name]) => name!);
    const registered = [...written, ...listed];
    assert.deepEqual(registered.sort(), [...commands.map(({ command }) => command), ...INTERNAL].sort());
    const called = [...source.matchAll(/command: "([^"]*)"/g)].map(([, name]) => name!);
    for (const command of called) assert.ok(registered.includes(command), command);
  });

  it("has menus of commands that are there", () => {
    const { menus, submenus } = manifest.contributes;
    const ids = [...commands.map(({ command }) => command), ...submenus.map(({ id }) => id)];
    const allItems: Readonly<Record<string, ReadonlyArray<{ readonly command?: string; readonly submenu?: string }>>> = menus;
    for (const [menu, items] of Object.entries(allItems))
      for (const { command, submenu } of items) assert.ok(ids.includes((command ?? submenu)!), `${menu}: ${command ?? submenu}`);
    for (const { id } of submenus) assert.ok(id in menus, id);
  });

  it("offers every format of an export", () => {
    assert.deepEqual(EXPORT_CHOICES.map(({ format }) => format).sort(), [...EXPORT_FORMATS].sort());
  });

  it("declares the tools for assistants as the server has them", () => {
    const named = [...read("client/tools.ts").matchAll(/^ {2}\["(\w+)", "(\w+)", .+, "(\w+)"\],$/gm)].map(([, tool, name, key]) => [
      tool,
      name,
      key,
    ]);
    assert.equal(named.length, TOOLS.length);
    for (const [tool, name, key] of named) {
      const declared = manifest.contributes.languageModelTools.find((one) => one.name === tool)!;
      const { description, inputSchema } = TOOLS.find((one) => one.name === name)!;
      assert.deepEqual([declared.modelDescription, declared.inputSchema, inputSchema.required], [description, inputSchema, [key]]);
    }
  });

  it("asks for the VS Code whose API is typed", () => {
    assert.equal(manifest.engines["vscode"], `^${manifest.devDependencies["@types/vscode"]}`);
  });

  it("has what marketplaces show: a picture of 256 pixels, categories and words that they know", () => {
    const png = readFileSync(path.join(ROOT, manifest.icon));
    assert.deepEqual([png.toString("latin1", 1, 4), png.readUInt32BE(16), png.readUInt32BE(20)], ["PNG", 256, 256]);
    assert.match(manifest.galleryBanner.color, /^#[0-9a-f]{6}$/);
    for (const category of manifest.categories) assert.ok(CATEGORIES.includes(category), category);
    assert.ok(manifest.keywords.length <= 30 && new Set(manifest.keywords).size === manifest.keywords.length);
    // a picture from elsewhere would tell somebody who reads the page
    for (const paper of ["README.md", "CHANGELOG.md", "SUPPORT.md"]) assert.doesNotMatch(read(paper), /!\[[^\]]*\]\(https?:|<img/, paper);
  });
  it("has no picture that nobody is shown, and each in few colours", () => {
    const readme = readFileSync(path.join(ROOT, "README.md"), "utf8");
    const pictures = readdirSync(path.join(ROOT, "docs/images")).filter((file) => file.endsWith(".png") && file !== "icon.png");
    const shown = [...readme.matchAll(/\(docs\/images\/([\w-]+\.png)\)/g)].map(([, file]) => file);
    assert.deepEqual(pictures.sort(), shown.sort());
    // the package is near its limit: sixteen colours are a quarter of all of them
    for (const file of pictures) assert.equal(readFileSync(path.join(ROOT, "docs/images", file))[24], 4, `bits for a colour in ${file}`);
  });

  it("names files that are there, and puts them into the package", () => {
    const schemas = manifest.contributes.yamlValidation.map(({ url }) => url);
    const pictures = manifest.contributes.walkthroughs.flatMap(({ steps }) => steps.map(({ media }) => (media.image ?? media.markdown)!));
    const others = [...grammars, ...manifest.contributes.snippets].map((part) => part.path);
    const files = [manifest.main, manifest.browser, manifest.icon, ...Object.values(manifest.bin), ...others, ...pictures, ...schemas];
    for (const file of [...files, "dist/server/node.js", "dist/server/browser.js", "dist/data/dataset.bin"]) {
      assert.ok(existsSync(path.join(ROOT, file)), file);
      const inside = path.posix.normalize(file);
      assert.ok(
        manifest.files.some((packed) => inside.startsWith(`${packed}/`) || matches(inside, packed)),
        `${file} is in the package`,
      );
    }
    for (const packed of manifest.files) {
      const folder = packed.includes("*") ? path.dirname(packed) : packed;
      assert.ok(existsSync(path.join(ROOT, folder)), packed);
    }
  });

  it("says what a folder's own files must be, and has no say in any other file of a user's workspace", () => {
    for (const { fileMatch } of manifest.contributes.yamlValidation)
      for (const pattern of [fileMatch].flat()) assert.match(pattern, /^!?\*\*\/\.metastasis-notes\/[^/]+$/);
    // a Tab that writes spaces, or takes a word from a list, makes no cell
    const table = manifest.contributes.languages.find(({ filenamePatterns }) => filenamePatterns);
    assert.deepEqual(table?.filenamePatterns, ["**/.metastasis-notes/*.tsv"]);
    assert.deepEqual(Object.entries(manifest.contributes.configurationDefaults).find(([id]) => id === `[${table?.id}]`)?.[1], {
      "editor.detectIndentation": false,
      "editor.insertSpaces": false,
      "editor.tabSize": 16,
      "editor.wordBasedSuggestions": "off",
    });
    // shown alone, without a note, it tells its problems too
    assert.ok(manifest.activationEvents.includes(`onLanguage:${table?.id}`));
    // our own records name their schema themselves
    for (const folder of ["drugs", "targets", "strategies", "vocab"])
      for (const file of readdirSync(path.join(ROOT, "data", folder)))
        assert.match(read(`data/${folder}/${file}`), /^# yaml-language-server: \$schema=\.\.\/schema\/\w+\.schema\.json\n/, file);
  });

  it("names programs that can be run by their names", () => {
    for (const file of Object.values(manifest.bin)) assert.match(read(file), /^#!\/usr\/bin\/env node\n/, file);
  });

  it("has bundles that need nothing else", () => {
    assert.deepEqual([manifest.dependencies, manifest.optionalDependencies, manifest.type], [undefined, undefined, undefined]);
    const servers = ["node", "process", "later", "noteFiles", "noteThreads", "workspace", "browser", "mcp"].map(
      (name) => `dist/server/${name}.js`,
    );
    for (const file of [manifest.main, manifest.browser, ...Object.values(manifest.bin), ...servers]) {
      const required = [...read(file).matchAll(/\brequire\("([^"]+)"\)/g)].map(([, name]) => name!.replace(/^node:/, ""));
      const others = required.filter(
        (name) => name !== "vscode" && !NODE.has(name) && !servers.includes(path.posix.join("dist/server", `${path.parse(name).name}.js`)),
      );
      assert.deepEqual(others, [], file);
      if (file.endsWith("browser.js"))
        assert.deepEqual(
          required.filter((name) => name !== "vscode"),
          [],
          file,
        );
    }
  });

  it("has a hook before a commit that looks at all notes, R Markdown and notebooks too", () => {
    const pattern = new RegExp(/^ *files: \(\?i\)(.*)$/m.exec(read(".pre-commit-hooks.yaml"))![1]!, "i");
    for (const ending of ALL_ENDINGS) assert.match(`notes/a${ending}`, pattern);
    for (const other of ["a.txt", "a.md.bak", "md"]) assert.doesNotMatch(other, pattern);
  });

  it("pins what it is built with", () => {
    for (const [name, version] of Object.entries(manifest.devDependencies)) assert.match(version, /^\d+\.\d+\.\d+$/, name);
  });

  it("has the version of the newest entry of the CHANGELOG", () => {
    assert.equal(/^## \[?([\w.-]+)/m.exec(read("CHANGELOG.md"))?.[1], manifest.version);
  });
});
