// Builds everything into dist/: the compiled dataset, the server, the client and the tests.
//   node esbuild.mjs [--production]   build (for a package: without source maps and tests)
//     [--extension]                   the editor's package: without what only the npm package has
//     [--tests]                       only what the inner loop of tests runs: the other bundles stay as they are
//   node esbuild.mjs --data-check     check the dataset's source files and print what is wrong
//   node esbuild.mjs --bench          build, then print the benchmarks
//   node esbuild.mjs --pack FILE      compress a package again, as far as deflate goes
import { once } from "node:events";
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { Worker } from "node:worker_threads";
import { build } from "esbuild";
import { lean, leanClient, noQuestions } from "./esbuild.lean.mjs";

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
  // Node 20 and browsers know Unicode's classes by all names that we use; else each use of such a pattern would make it anew
  supported: { "regexp-unicode-property-escapes": true },
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

/** A plugin that leaves a module out of a bundle: it is one of its own beside it, loaded when it is asked for. */
const apart = (module) => ({
  name: `apart-${path.basename(module)}`,
  setup: ({ onResolve }) =>
    onResolve({ filter: new RegExp(`^\\.\\.?/${module}$`) }, () => ({ path: `./${path.basename(module)}.js`, external: true })),
});

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
  const folder = path.join(root, "dist/build/server");
  const options = { ...node, charset: "ascii" };
  const split = { entryPoints: ["server/process.ts"], splitting: true, format: "esm", outdir: folder, chunkNames: "[name]" };
  // bundles of their own that have no part of them
  const [files, threads] = ["./noteFiles", "./noteThreads"];
  const { metafile } = await build({
    ...options,
    plugins: [lean, apart("workspace/workspace")],
    ...split,
    external: [files, threads],
    metafile: true,
  });
  const [first, later, shared] = ["./process.js", "./later.js", "./chunk.js"];
  // plain values: a function for each name, as esbuild exports them, takes a start's time; none of them changes, which a test holds
  const allOf = (part) => {
    const names = metafile.outputs[path.posix.join("dist/build/server", part)].exports.join(",");
    return `import { ${names} } from "${part}"; Object.assign(module.exports, { ${names} });`;
  };
  const onePart = (contents, outfile, instead) =>
    build({
      ...options,
      stdin: { contents, resolveDir: folder },
      logOverride: { "commonjs-variable-in-esm": "silent" },
      outfile,
      supported: { ...options.supported, "dynamic-import": false },
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
    onePart(allOf(shared) + allOf(first), "dist/server/process.js", {
      ...{ [later]: later, [files]: `${files}.js`, [threads]: `${threads}.js`, "./workspace.js": "./workspace.js" },
    }),
    onePart(`export * from "${later}";`, "dist/server/later.js", { [shared]: first }),
    build({ ...options, entryPoints: [`server/${files}.ts`], outfile: `dist/server/${files}.js` }),
    build({
      ...options,
      entryPoints: [`server/${threads}.ts`],
      outfile: `dist/server/${threads}.js`,
      // threads that read notes take from the server's bundles what they need
      plugins: [apart("workspace/workspace"), apart("later")],
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
      // the Model Context Protocol is loaded by the one command that speaks it
      plugins: [lean, apart("mcp"), apart("workspace/workspace")],
      entryPoints: ["server/cli.ts"],
      outfile: "dist/server/cli.js",
      banner: PROGRAM,
    }),
    // what the server loads when a folder has something of its own, and the command line takes part of
    build({ ...node, plugins: [ownSchema], entryPoints: ["server/workspace/workspace.ts"], outfile: "dist/server/workspace.js" }),
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
    ...(extension ? [] : [build({ ...node, plugins: [noQuestions], entryPoints: ["server/mcp.ts"], outfile: "dist/server/mcp.js" })]),
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
  "vscode", "mocha", "esbuild", "ajv", "yaml", "acorn", "recheck", "csv-parse", "graphology", "graphology-graphml", "jsonld",
  "@modelcontextprotocol/sdk",
]; // biome-ignore format: a list

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

/** Compresses a package again: vsce has deflate's middle level, which leaves 40 kB more. */
async function packAgain(file) {
  const { default: JSZip } = await import("jszip");
  const zip = await JSZip.loadAsync(readFileSync(file));
  // what is as it was read would be written as it was compressed
  for (const entry of Object.values(zip.files)) {
    const { name, date, unixPermissions } = entry;
    zip.file(name, await entry.async("nodebuffer"), { date, unixPermissions, createFolders: false });
  }
  const how = { type: "nodebuffer", platform: "UNIX", compression: "DEFLATE", compressionOptions: { level: 9 } };
  writeFileSync(file, await zip.generateAsync(how));
}

if (args.includes("--pack")) await packAgain(args[args.indexOf("--pack") + 1]);
else if (args.includes("--data-check")) {
  const { check } = run(await compiler());
  process.exitCode = (await check(path.join(root, "data"))) ? 0 : 1;
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
