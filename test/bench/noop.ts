/** A language server that knows nothing and answers at once: what nobody can go below. */
import { createConnection, ProposedFeatures, TextDocumentSyncKind, TextDocuments } from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";

const connection = createConnection(ProposedFeatures.all);
const items = Array.from({ length: 50 }, (_, i) => ({ label: `abcdef${i}`, kind: 12 as const, detail: "drug" }));

connection.onInitialize(() => ({
  capabilities: {
    hoverProvider: true,
    textDocumentSync: TextDocumentSyncKind.Incremental,
    completionProvider: {},
    diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false },
  },
}));
connection.onHover(() => ({ contents: "x" }));
connection.onCompletion(() => ({ isIncomplete: true, items }));
connection.languages.diagnostics.on(() => ({ kind: "full", items: [] }));
new TextDocuments(TextDocument).listen(connection);
connection.listen();
