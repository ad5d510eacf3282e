// Plugins that leave out of the bundles what of their libraries nothing of ours ever runs: every start reads a whole bundle.
import { readFileSync } from "node:fs";

/** Features of other servers: each is a mixin, which then hands its base through. */
const UNUSED =
  /vscode-languageserver[\\/]lib[\\/]common[\\/](callHierarchy|typeHierarchy|inlineValue|foldingRange|inlayHint|moniker|inlineCompletion|textDocumentContent|linkedEditingRange|fileOperations)\.js$/;

/** Reports of progress, which no answer of ours takes long enough to need. */
const PROGRESS = `
export const attachWorkDone = () => undefined;
export const attachPartialResult = () => undefined;
export const ProgressFeature = (Base) => Base;
`;

const WAITING = /vscode-jsonrpc[\\/]lib[\\/]common[\\/]linkedMap\.js$/;
/** Messages that wait: a map keeps their order, and the library's own has much that no queue needs. */
const QUEUE = `
export class LinkedMap extends Map {
  shift() {
    for (const [key, value] of this) {
      this.delete(key);
      return value;
    }
  }
}
`;

const LIBRARIES = /vscode-(?:jsonrpc|languageserver|languageserver-protocol|languageserver-types|languageclient)[\\/]lib[\\/].*\.js$/;

/** How TypeScript writes modules for Node, and how they are written as modules of JavaScript. */
const AS_MODULE = [
  // what it puts into each, so that others of any kind can be imported
  [/^var __\w+ = \(this && [\s\S]*?^[})]+(?:\(\))?;$|^Object\.defineProperty\(exports, "__esModule", .*$/gm, ""],
  [/^exports\.(?:\w+ = exports\.)*\w+ = void 0;$/gm, ""],
  [/^(?:const|var) (\w+) = __import\w+\(require\(("[^"]+")\)\);$/gm, "import * as $1 from $2;"],
  [/^(?:const|var) (\w+_1) = require\(("[^"]+")\);$/gm, "import * as $1 from $2;"],
  [/^const (\w+) = require\(("[^"]+")\);$/gm, "import $1 from $2;"],
  [/^__exportStar\(require\(("[^"]+")\), exports\);$/gm, "export * from $1;"],
  [/^Object\.defineProperty\(exports, "(\w+)", \{.* return ([\w.]+); \} \}\);$/gm, "export const $1 = $2;"],
  // a namespace
  [
    /^(?:export )?var (\w+);\s+\(function \(\1\) \{([\s\S]*?)^\}\)\(\1 \|\| \((?:exports\.\1 = )?\1 = \{\}\)\);$/gm,
    "export var $1 = /* @__PURE__ */ (($1) => {$2return $1; })({});",
  ],
  [/^exports\.(\w+) = (\w+);$/gm, "export { $2 as $1 };"],
  [/^exports\.(\w+) = /gm, "export const $1 = "],
  [/\bexports\.(?:\w+ = )?/g, ""],
  // who sends a message and who says that he can, which no program reads
  [/^\s*\w+\.(?:messageDirection|capabilities) = messages_1\..*;$/gm, ""],
];

/** Of modules of JavaScript esbuild leaves out what nobody asks for, and puts no object between them: a third of the libraries goes. */
const asModule = ({ path }) => ({
  contents: AS_MODULE.reduce((text, [pattern, instead]) => text.replace(pattern, instead), readFileSync(path, "utf8")),
  loader: "js",
});

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
export const randomBytes = (...args) => require("node:crypto").randomBytes(...args);
export const randomUUID = (...args) => require("node:crypto").randomUUID(...args);
`;

/** Features of the client's library that our server never offers. */
const UNOFFERED =
  /vscode-languageclient[\\/]lib[\\/]common[\\/](callHierarchy|typeHierarchy|inlineValue|inlineCompletion|inlayHint|linkedEditingRange|colorProvider|foldingRange|documentLink|formatting|signatureHelp|textDocumentContent|fileOperations|selectionRange|declaration|implementation|typeDefinition)\.js$/;

/** What stands for such a feature of the client: it asks for nothing and does nothing. */
const NO_FEATURE = 'class { fillClientCapabilities() {} initialize() {} getState() { return { kind: "static" }; } clear() {} }';

/** Which version an editor must have it reads in the extension's manifest itself. */
const ANY_VERSION = "export default () => ({});";

/** Patterns of file names in what a server asks for: ours asks by languages. */
const NO_PATTERN = "export const matchGlobPattern = () => false;";

/** Exports the same names as a module, without what it does: a feature is what is given for it. */
function hollow(path, feature = "(Base) => Base") {
  const names = new Set([...readFileSync(path, "utf8").matchAll(/^exports\.(\w+) = /gm)].map(([, name]) => name));
  return [...names].map((name) => `export const ${name} = ${name.endsWith("Feature") ? feature : "undefined"};`).join("\n");
}

/** Spells further characters out, which esbuild leaves in regular expressions: V8 holds a bundle of ASCII in half the memory. */
const inAscii = (source) => source.replace(/[^\0-\x7f]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`);

/** For the server's bundles. */
export const lean = {
  name: "lean",
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^crypto$/ }, () => ({ path: "crypto", namespace: "lean" }));
    onLoad({ filter: /^crypto$/, namespace: "lean" }, () => ({ contents: CRYPTO, loader: "js" }));
    onLoad({ filter: UNUSED }, ({ path }) => ({ contents: hollow(path), loader: "js" }));
    onLoad({ filter: /vscode-languageserver[\\/]lib[\\/]common[\\/]progress\.js$/ }, () => ({ contents: PROGRESS, loader: "js" }));
    onLoad({ filter: WAITING }, () => ({ contents: QUEUE, loader: "js" }));
    onLoad({ filter: /[\\/]server[\\/].*\.ts$/ }, ({ path }) => ({ contents: inAscii(readFileSync(path, "utf8")), loader: "ts" }));
    onLoad({ filter: LIBRARIES }, asModule);
    onLoad({ filter: /@lezer[\\/]highlight[\\/]dist[\\/]index\.(js|cjs)$/ }, () => ({ contents: HIGHLIGHT, loader: "js" }));
  },
};

/** For the client's bundles. */
export const leanClient = {
  name: "lean-client",
  setup({ onLoad }) {
    onLoad({ filter: UNOFFERED }, ({ path }) => ({ contents: hollow(path, NO_FEATURE), loader: "js" }));
    onLoad({ filter: /semver[\\/]functions[\\/](parse|satisfies)\.js$/ }, () => ({ contents: ANY_VERSION, loader: "js" }));
    onLoad({ filter: /vscode-languageclient[\\/]lib[\\/]common[\\/]utils[\\/]globPattern\.js$/ }, () => ({
      contents: NO_PATTERN,
      loader: "js",
    }));
    onLoad({ filter: WAITING }, () => ({ contents: QUEUE, loader: "js" }));
    onLoad({ filter: LIBRARIES }, asModule);
  },
};

/** For the bundle that speaks to assistants: without what checks a user's answers, since our tools ask for none. */
export const noQuestions = {
  name: "no-questions",
  setup({ onLoad }) {
    const contents = "export class AjvJsonSchemaValidator {}";
    onLoad({ filter: /@modelcontextprotocol[\\/]sdk[\\/].*validation[\\/]ajv-provider\.js$/ }, () => ({ contents, loader: "js" }));
  },
};
