/** Turns concepts into LSP's symbols. Imports no LSP at run time. */
import type { DocumentSymbol, Range, SymbolInformation, SymbolKind } from "vscode-languageserver";
import type { Kind } from "./dataset/records";
import type { ConceptSymbol } from "./features/conceptSymbols";

const SYMBOL_KINDS: Readonly<Partial<Record<Kind, SymbolKind>>> = {
  drug: 14,
  "known-drug": 14,
  regimen: 14,
  target: 5,
  family: 5,
  complex: 5,
  "known-gene": 5,
  "known-family": 5,
  process: 24,
  pathway: 24,
  strategy: 6,
  nanoplatform: 6,
};
/** Kind of any other concept: an object. */
const OTHER_KIND: SymbolKind = 19;

const kindOf = ({ kind }: ConceptSymbol): SymbolKind => SYMBOL_KINDS[kind] ?? OTHER_KIND;

/** A concept in a note, for clients that show its symbols as a tree. */
export function toDocumentSymbol(symbol: ConceptSymbol, range: Range): DocumentSymbol {
  return { name: symbol.label, kind: kindOf(symbol), detail: symbol.detail, range, selectionRange: range };
}

/** A concept in one of many notes. */
export function toSymbolInformation(symbol: ConceptSymbol, uri: string, range: Range): SymbolInformation {
  return { name: symbol.label, kind: kindOf(symbol), containerName: symbol.detail, location: { uri, range } };
}
