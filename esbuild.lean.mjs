// Plugins that leave out of the bundles what of their libraries nothing of ours ever runs: every start reads a whole bundle.
import { readFileSync } from "node:fs";

/** Modules of the server's libraries that are not run, but asked for by those that are. */
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

const CHANNELS = /vscode-jsonrpc[\\/]lib[\\/]node[\\/]main\.js$/;
/** What waits for a server at a pipe or socket, as clients do, what names pipes at random, and what speaks over ports of threads. */
const OF_CLIENTS =
  /^(?:exports\.(?:generateRandomPipeName|createClient\w+|PortMessage\w+) = \w+;|const (?:path|os|fs|crypto_1) = .*|const XDG_RUNTIME_DIR = .*|const safeIpcPathLengths = [\s\S]*?^\]\);|(?:function (?:generateRandomPipeName|createClient\w+)|class PortMessage\w+)\b[\s\S]*?^\})$/gm;

const NOTEBOOKS = /vscode-languageserver-protocol[\\/]lib[\\/]common[\\/]protocol\.notebook\.js$/;
/** Helpers for those who build notebooks by hand, or compare them. */
const BY_HAND = /^var (NotebookCell\w*|ExecutionSummary|NotebookDocument);\s+\(function [\s\S]*?^\}\)\(\1 .*$/gm;

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

/** Which version an editor must have it reads in the extension's manifest itself. */
const ANY_VERSION = "module.exports = () => ({});";

/** Patterns of file names in what a server asks for: ours asks by languages. */
const NO_PATTERN = "exports.matchGlobPattern = () => false;";

/** Exports the same names as a module, without what it does: a feature is what is given for it. */
function hollow(path, feature = "(Base) => Base") {
  const names = new Set([...readFileSync(path, "utf8").matchAll(/^exports\.(\w+) = /gm)].map(([, name]) => name));
  return [...names].map((name) => `exports.${name} = ${name.endsWith("Feature") ? feature : "undefined"};`).join("\n");
}

/** Spells further characters out, which esbuild leaves in regular expressions: V8 holds a bundle of ASCII in half the memory. */
const inAscii = (source) => source.replace(/[^\0-\x7f]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`);

/** For the server's bundles. */
export const lean = {
  name: "lean",
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^crypto$/ }, () => ({ path: "crypto", namespace: "lean" }));
    onLoad({ filter: /^crypto$/, namespace: "lean" }, () => ({ contents: CRYPTO, loader: "js" }));
    for (const filter of UNUSED) onLoad({ filter }, ({ path }) => ({ contents: hollow(path), loader: "js" }));
    onLoad({ filter: /vscode-languageserver[\\/]lib[\\/]common[\\/]progress\.js$/ }, () => ({ contents: PROGRESS, loader: "js" }));
    onLoad({ filter: WAITING }, () => ({ contents: QUEUE, loader: "js" }));
    onLoad({ filter: /vscode-languageserver-types[\\/]lib[\\/]\w+[\\/]main\.js$/ }, () => ({ contents: TYPES, loader: "js" }));
    onLoad({ filter: /[\\/]server[\\/].*\.ts$/ }, ({ path }) => ({ contents: inAscii(readFileSync(path, "utf8")), loader: "ts" }));
    onLoad({ filter: NOTEBOOKS }, (file) => {
      const { contents, loader } = shortened(file);
      return { contents: contents.replace(BY_HAND, ""), loader };
    });
    onLoad({ filter: CHANNELS }, (file) => {
      const { contents, loader } = shortened(file);
      return { contents: contents.replace(OF_CLIENTS, ""), loader };
    });
    onLoad({ filter: LIBRARIES }, shortened);
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
    onLoad({ filter: LIBRARIES }, shortened);
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
