// Builds everything into dist/: the compiled dataset, the server, the client and the tests.
//   node esbuild.mjs [--production]   build (for a package: without source maps and tests)
//     [--extension]                   the editor's package: without what only the npm package has
//     [--tests]                       only what the inner loop of tests runs: the other bundles stay as they are
//   node esbuild.mjs --data-check     check the dataset's source files and print what is wrong
//     [--against DIR]                 and say what further tables in DIR confirm
//   node esbuild.mjs --bench          build, then print the benchmarks
import { once } from "node:events";
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { Worker } from "node:worker_threads";
import { build } from "esbuild";

const args = process.argv.slice(2);
const root = import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname);
const production = args.includes("--production");
const extension = args.includes("--extension");
const onlyTests = args.includes("--tests");
const common = {
  bundle: true,
  absWorkingDir: root,
  logLevel: "warning",
  sourcemap: production ? false : "linked",
  minify: true,
  charset: "utf8",
  legalComments: "none",
};
const node = { ...common, platform: "node", format: "cjs", target: "node20", external: ["vscode"] };
const web = { ...common, platform: "browser", format: "cjs", target: "es2022", external: ["vscode"] };
const run = createRequire(import.meta.url);

/** The first line of what can be run by its name. */
const PROGRAM = { js: "#!/usr/bin/env node" };

/** What CommonJS modules find in their scope. */
const AS_COMMONJS = [
  'import * as __module from "node:module";',
  'import * as __url from "node:url";',
  "const require = __module.createRequire(import.meta.url), module = {};",
  "const __filename = __url.fileURLToPath(import.meta.url);",
  'const __dirname = __url.fileURLToPath(new URL(".", import.meta.url)).slice(0, -1);',
].join("\n");

const UNUSED = [
  // features of other servers: each is a mixin, which then hands its base through
  /vscode-languageserver[\\/]lib[\\/]common[\\/](callHierarchy|typeHierarchy|inlineValue|foldingRange|inlayHint|moniker|inlineCompletion|textDocumentContent|linkedEditingRange|fileOperations)\.js$/,
  /vscode-languageserver-protocol[\\/]lib[\\/]common[\\/]protocol\.(callHierarchy|typeHierarchy|inlineValue|foldingRange|inlayHint|moniker|inlineCompletion|textDocumentContent|linkedEditingRange|fileOperations|colorProvider|implementation|typeDefinition|selectionRange|declaration)\.js$/,
  // cancels by shared memory
  /vscode-jsonrpc[\\/]lib[\\/]common[\\/]sharedArrayCancellation\.js$/,
  // looks for modules in a workspace
  /vscode-languageserver[\\/]lib[\\/]node[\\/]files\.js$/,
];

/** Reports of progress, which no answer of ours takes long enough to need. */
const PROGRESS = `
exports.attachWorkDone = () => undefined;
exports.attachPartialResult = () => undefined;
exports.ProgressFeature = (Base) => Base;
`;

const WAITING = /vscode-jsonrpc[\\/]lib[\\/]common[\\/]linkedMap\.js$/;
/** Messages that wait: a map keeps their order, and the library's own has much that no queue needs. */
const QUEUE = `
exports.LinkedMap = class extends Map {
  shift() {
    for (const [key, value] of this) {
      this.delete(key);
      return value;
    }
  }
};
`;

const LIBRARIES = /vscode-(?:jsonrpc|languageserver|languageserver-protocol|languageclient)[\\/]lib[\\/].*\.js$/;

/** What TypeScript puts into each module of theirs, so that others of any kind can be imported. */
const HELPERS = /^var __\w+ = \(this && [\s\S]*?^[})]+(?:\(\))?;$|^Object\.defineProperty\(exports, "__esModule", .*$/gm;

/**
 * The libraries without notes on who sends a message and who says that he can, which no program reads; what a module hands on of
 * another's stands there as it is, since none of them waits for one that waits for it, and so does what it imports, since that
 * is a module as itself or one of Node's.
 */
const shortened = ({ path }) => ({
  contents: readFileSync(path, "utf8")
    .replace(HELPERS, "")
    .replace(/\b__import(?:Star|Default)\(/g, "(")
    .replace(/^__exportStar\((.*), exports\);$/gm, "Object.assign(exports, { ...$1, ...exports });")
    .replace(/^\s*\w+\.(?:messageDirection|capabilities) = messages_1\..*;$/gm, "")
    .replace(
      /^Object\.defineProperty\(exports, "(\w+)", \{ enumerable: true, get: function \(\) \{ return ([\w.]+); \} \}\);$/gm,
      "exports.$1 = $2;",
    ),
  loader: "js",
});

/** What the libraries ask of the types package at run time; the rest of it are helpers for those who build messages by hand. */
const TYPES = `
const isString = (value) => typeof value === "string";
export const DocumentUri = { is: isString };
export const URI = { is: isString };
export const integer = { is: (value) => Number.isInteger(value) && Math.abs(value) <= 2147483647 };
export const uinteger = { is: (value) => Number.isInteger(value) && value >= 0 && value <= 2147483647 };
export const WorkspaceFolder = { is: (value) => typeof value === "object" && value !== null && isString(value.uri) && isString(value.name) };
`;

/** The Markdown parser marks its nodes for highlighters; there is none here. */
const HIGHLIGHT = `
export const styleTags = () => () => null;
const tag = Object.assign(() => tag, {});
export const tags = new Proxy({}, { get: () => tag });
export function Tag() {}
Tag.define = () => tag;
`;

/** Node takes as long to load its cryptography as to load half our server: it is loaded when somebody asks for a random name. */
const CRYPTO = `
for (const name of ["randomBytes", "randomUUID"]) exports[name] = (...args) => require("node:crypto")[name](...args);
`;

/** Features of the client's library that our server never offers. */
const UNOFFERED =
  /vscode-languageclient[\\/]lib[\\/]common[\\/](callHierarchy|typeHierarchy|inlineValue|inlineCompletion|inlayHint|linkedEditingRange|colorProvider|foldingRange|documentLink|formatting|signatureHelp|textDocumentContent|fileOperations|selectionRange|declaration|implementation|typeDefinition)\.js$/;

/** What stands for such a feature of the client: it asks for nothing and does nothing. */
const NO_FEATURE = 'class { fillClientCapabilities() {} initialize() {} getState() { return { kind: "static" }; } clear() {} }';

/** Exports the same names as a module, without what it does: a feature is what is given for it. */
function hollow(path, feature = "(Base) => Base") {
  const names = new Set([...readFileSync(path, "utf8").matchAll(/^exports\.(\w+) = /gm)].map(([, name]) => name));
  return [...names].map((name) => `exports.${name} = ${name.endsWith("Feature") ? feature : "undefined"};`).join("\n");
}

/** Spells further characters out, which esbuild leaves in regular expressions: V8 holds a bundle of ASCII in half the memory. */
const inAscii = (source) => source.replace(/[^\0-\x7f]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`);

/**
 * A plugin for the server's bundles: it leaves out what of its libraries no server of ours ever runs. Every start reads the
 * whole bundle, so this is time as well as size.
 */
const lean = {
  name: "lean",
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^crypto$/ }, () => ({ path: "crypto", namespace: "lean" }));
    onLoad({ filter: /^crypto$/, namespace: "lean" }, () => ({ contents: CRYPTO, loader: "js" }));
    for (const filter of UNUSED) onLoad({ filter }, ({ path }) => ({ contents: hollow(path), loader: "js" }));
    onLoad({ filter: /vscode-languageserver[\\/]lib[\\/]common[\\/]progress\.js$/ }, () => ({ contents: PROGRESS, loader: "js" }));
    onLoad({ filter: WAITING }, () => ({ contents: QUEUE, loader: "js" }));
    onLoad({ filter: /vscode-languageserver-types[\\/]lib[\\/]\w+[\\/]main\.js$/ }, () => ({ contents: TYPES, loader: "js" }));
    onLoad({ filter: /[\\/]server[\\/].*\.ts$/ }, ({ path }) => ({ contents: inAscii(readFileSync(path, "utf8")), loader: "ts" }));
    onLoad({ filter: LIBRARIES }, shortened);
    onLoad({ filter: /@lezer[\\/]highlight[\\/]dist[\\/]index\.(js|cjs)$/ }, () => ({ contents: HIGHLIGHT, loader: "js" }));
  },
};

/** The same for the client's bundles. */
const leanClient = {
  name: "lean-client",
  setup({ onLoad }) {
    onLoad({ filter: UNOFFERED }, ({ path }) => ({ contents: hollow(path, NO_FEATURE), loader: "js" }));
    onLoad({ filter: WAITING }, () => ({ contents: QUEUE, loader: "js" }));
    onLoad({ filter: LIBRARIES }, shortened);
  },
};

/** Checks what a user would be asked through an assistant, which our tools never do. */
const noQuestions = {
  name: "no-questions",
  setup({ onLoad }) {
    const contents = "export class AjvJsonSchemaValidator {}";
    onLoad({ filter: /@modelcontextprotocol[\\/]sdk[\\/].*validation[\\/]ajv-provider\.js$/ }, () => ({ contents, loader: "js" }));
  },
};

/** The Model Context Protocol is loaded by the one command that speaks it. */
const mcpApart = {
  name: "mcp-apart",
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/mcp$/ }, () => ({ path: "./mcp.js", external: true }));
  },
};

/** In Node the reader of folders' data is a bundle of its own, `dist/server/workspace.js`. */
const withoutWorkspace = {
  name: "without-workspace",
  setup: ({ onResolve }) => onResolve({ filter: /^\.\/workspace\/workspace$/ }, () => ({ path: "./workspace.js", external: true })),
};

/** Threads that read notes take from the server's bundles what they need. */
const withoutLater = {
  name: "without-later",
  setup: ({ onResolve }) => onResolve({ filter: /^\.\/later$/ }, () => ({ path: "./later.js", external: true })),
};

/** Made once for all bundles that hold it. */
let checker;

/** The checker of own records, made from its JSON Schema: Ajv would make it at run time with `new Function`, which no strict policy allows. */
const ownSchema = {
  name: "own-schema",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^own-schema$/ }, () => ({ path: "own-schema", namespace: "own-schema" }));
    // the library's own notes on how it would be asked for
    onLoad({ filter: /ajv[\\/]dist[\\/]runtime[\\/]\w+\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, "utf8").replace(/^\w+\.code = .*$/m, ""),
      loader: "js",
    }));
    onLoad({ filter: /^/, namespace: "own-schema" }, async () => {
      checker ??= checkerOfOwn();
      return { contents: await checker, resolveDir: root };
    });
  },
};

/** The code that checks own records. */
async function checkerOfOwn() {
  const { Ajv } = await import("ajv");
  const { default: standalone } = await import("ajv/dist/standalone/index.js");
  const ajv = new Ajv({
    allErrors: true,
    strict: false,
    verbose: true,
    inlineRefs: false,
    code: { source: true, esm: true, optimize: 2 },
  });
  const read = (name) => JSON.parse(readFileSync(path.join(root, "data/schema", name), "utf8"));
  for (const name of ["common", "drug", "target", "concept", "regimen", "own"]) ajv.addSchema(read(`${name}.schema.json`));
  return (standalone.default ?? standalone)(ajv, ajv.compile({ $ref: "own.schema.json#/definitions/record" }));
}

/** data/ is compiled by data/compile.ts, which is TypeScript as well: it is bundled first. @returns the bundle's path */
async function compiler() {
  const outfile = path.join(root, "dist/build/compile.js");
  await build({ ...node, minify: false, entryPoints: ["data/compile.ts"], outfile, external: ["ajv", "yaml"] });
  return outfile;
}

/** Compiles data/ in a thread of its own, for the bundles are made meanwhile. @returns whether nothing had to be left out */
async function compileDataset() {
  const folders = [path.join(root, "data"), path.join(root, "dist/data")];
  const call = `require(${JSON.stringify(await compiler())}).compile(...${JSON.stringify(folders)})`;
  const tell = "(ok) => require('node:worker_threads').parentPort.postMessage(ok)";
  const [ok] = await once(new Worker(`${call}.then(${tell})`, { eval: true }), "message");
  return ok;
}

/**
 * The server's bundles: node.js loads process.js, which every start runs, and that later.js with what `server/later.ts` names.
 * Modules that both need are in process.js alone, from which later.js takes them.
 */
async function buildServer() {
  await build({ ...node, plugins: [ownSchema], entryPoints: ["server/workspace/workspace.ts"], outfile: "dist/server/workspace.js" });
  const folder = path.join(root, "dist/build/server");
  const options = { ...node, charset: "ascii" };
  const split = { entryPoints: ["server/process.ts"], splitting: true, format: "esm", outdir: folder, chunkNames: "[name]" };
  // bundles of their own that have no part of them
  const [files, threads] = ["./noteFiles", "./noteThreads"];
  await build({ ...options, plugins: [lean, withoutWorkspace], ...split, external: [files, threads] });
  const [first, later, shared] = ["./process.js", "./later.js", "./chunk.js"];
  const onePart = (contents, outfile, instead) =>
    build({
      ...options,
      stdin: { contents, resolveDir: folder },
      outfile,
      supported: { "dynamic-import": false },
      plugins: [
        {
          name: "parts",
          setup({ onResolve }) {
            onResolve({ filter: /^\.\// }, ({ path }) => (instead[path] ? { path: instead[path], external: true } : undefined));
          },
        },
      ],
    });
  await Promise.all([
    build({ ...options, entryPoints: ["server/node.ts"], outfile: "dist/server/node.js", banner: PROGRAM }),
    onePart(`export * from "${shared}"; export * from "${first}";`, "dist/server/process.js", {
      ...{ [later]: later, [files]: `${files}.js`, [threads]: `${threads}.js`, "./workspace.js": "./workspace.js" },
    }),
    onePart(`export * from "${later}";`, "dist/server/later.js", { [shared]: first }),
    build({ ...options, entryPoints: [`server/${files}.ts`], outfile: `dist/server/${files}.js` }),
    build({
      ...options,
      entryPoints: [`server/${threads}.ts`],
      outfile: `dist/server/${threads}.js`,
      plugins: [withoutWorkspace, withoutLater],
    }),
  ]);
}

async function buildAll() {
  // everything is built anew, but the dataset only when a file it comes from has changed; what tsc remembers stays
  const stamp = production ? "" : sourcesOfDataset();
  const isCurrent = stamp !== "" && stamp === readIfThere(path.join(root, "dist/data/stamp"));
  for (const part of ["build", "test", ...(onlyTests ? [] : ["client", "server"]), ...(isCurrent ? [] : ["data"])])
    rmSync(path.join(root, "dist", part), { recursive: true, force: true });
  const bundles = [
    build({
      ...node,
      plugins: [lean, mcpApart, ownSchema],
      entryPoints: ["server/cli.ts"],
      outfile: "dist/server/cli.js",
      banner: PROGRAM,
    }),
    ...(onlyTests ? [] : furtherBundles()),
    ...(production ? [] : [unitTests()]),
  ];
  const ok = isCurrent || (await compileDataset());
  if (ok && !production) writeFileSync(path.join(root, "dist/data/stamp"), stamp);
  await Promise.all(bundles);
  for (const program of onlyTests ? ["cli"] : ["cli", "node"]) chmodSync(path.join(root, `dist/server/${program}.js`), 0o755);
  if (!ok) process.exitCode = 1;
}

/** The servers, the client, and the tests in an editor. */
function furtherBundles() {
  return [
    buildServer(),
    // assistants reach the editor's extension by the editor's own tools
    ...(extension
      ? []
      : [build({ ...node, plugins: [noQuestions, ownSchema], entryPoints: ["server/mcp.ts"], outfile: "dist/server/mcp.js" })]),
    build({ ...web, plugins: [lean, ownSchema], format: "iife", entryPoints: ["server/browser.ts"], outfile: "dist/server/browser.js" }),
    build({ ...node, plugins: [leanClient], entryPoints: ["client/node.ts"], outfile: "dist/client/node.js" }),
    build({ ...web, plugins: [leanClient], entryPoints: ["client/browser.ts"], outfile: "dist/client/browser.js" }),
    build({
      ...web,
      format: "iife",
      entryPoints: { network: "client/network/page/main.ts", "network.style": "client/network/page/network.css" },
      outdir: "dist/client",
      sourcemap: false,
    }),
    ...(production ? [] : editorTests()),
  ];
}

/** Names, sizes and times of all files that the dataset is made from. */
function sourcesOfDataset() {
  const files = ["data", "server/dataset"].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name)),
  );
  return files.map((file) => [path.relative(root, file), statSync(file).size, statSync(file).mtimeMs].join(" ")).join("\n");
}

function readIfThere(file) {
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}

/** What tests take from node_modules. */
const external = [
  "vscode",
  "mocha",
  "esbuild",
  "ajv",
  "yaml",
  "acorn",
  "recheck",
  "csv-parse",
  "graphology",
  "graphology-graphml",
  "jsonld",
  "@modelcontextprotocol/sdk",
];

/** What tests share is loaded once for all of them, and so is the dataset. */
function unitTests() {
  return build({
    ...node,
    format: "esm",
    splitting: true,
    chunkNames: "chunks/[name]-[hash]",
    outExtension: { ".js": ".mjs" },
    banner: { js: AS_COMMONJS },
    plugins: [ownSchema],
    external,
    entryPoints: ["test/report.ts", "test/fuzz/run.ts", "test/**/*.test.ts"],
    outdir: "dist/test",
    outbase: "test",
  });
}

function editorTests() {
  return [
    build({ ...node, external, entryPoints: ["test/vscode/suite.ts"], outfile: "dist/test/vscode/suite.js" }),
    // mocha's browser file overwrites module.exports: the footer puts ours back
    build({
      ...web,
      format: "iife",
      globalName: "__suite",
      footer: { js: "module.exports = __suite;" },
      define: { "process.env.NODE_DEBUG": "undefined" },
      entryPoints: ["test/vscode/suite.browser.ts"],
      outfile: "dist/test/vscode/suite.browser.js",
    }),
  ];
}

if (args.includes("--data-check")) {
  const { check } = run(await compiler());
  const against = args.includes("--against") ? path.resolve(args[args.indexOf("--against") + 1] ?? ".") : undefined;
  process.exitCode = (await check(path.join(root, "data"), against)) ? 0 : 1;
} else {
  await buildAll();
  if (args.includes("--bench")) {
    await build({
      ...node,
      minify: true,
      entryPoints: ["test/bench/bench.ts"],
      outfile: "dist/build/bench.js",
      external: ["esbuild", "ajv", "yaml"],
    });
    await run(path.join(root, "dist/build/bench.js")).run(root);
  }
}
