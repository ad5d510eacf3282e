/**
 * The tools for language-model assistants: what they are called, what they take, what they answer. The editor's tools
 * (package.json, `contributes.languageModelTools`) and those of `metastasis-notes mcp` are these. They only read.
 */
import type { Dataset } from "../../dataset/dataset";
import { checkText } from "./checkText";
import { drugsFor } from "./drugsFor";
import { lookUp } from "./lookUp";
import { lookUpText } from "./lookUpText";

/** The input of a tool: one text. */
export interface InputSchema {
  readonly type: "object";
  readonly properties: Readonly<Record<string, { readonly type: "string"; readonly description: string; readonly maxLength: number }>>;
  readonly required: readonly string[];
  readonly additionalProperties: false;
}

export interface Tool {
  readonly name: "lookup_drug_or_target" | "check_text" | "drugs_for";
  readonly title: string;
  /** The description that a model is given. */
  readonly description: string;
  readonly inputSchema: InputSchema;
  /** What it answers, at once or in small steps. */
  run(dataset: Dataset, text: string): string | Generator<void, string>;
}

/** A text for the model; one that says what is wrong with the input, where something is. */
export interface ToolAnswer {
  readonly text: string;
  readonly isError: boolean;
}

const takes = (name: string, description: string, maxLength: number): InputSchema => ({
  type: "object",
  properties: { [name]: { type: "string", description, maxLength } },
  required: [name],
  additionalProperties: false,
});

/** Greatest length of a name, in characters. */
const NAME = 300;
/** Longest text that is checked, in characters: some 150 pages. */
const TEXT = 500_000;

/** All of them, with what a model is told. */
export const TOOLS: readonly Tool[] = [
  {
    name: "lookup_drug_or_target",
    title: "Look up a drug or target",
    description:
      "Looks up a name from metastasis research (drug, brand, code, gene symbol, protein, family, complex, pathway, process, strategy, cancer) in the local Metastasis Notes dataset. Answers with status and its date, setbacks, targets, identifiers and statements with their sources; what the review says and what the curators say are kept apart. Quote dates and sources. Not medical advice.",
    inputSchema: takes("name", "The name in any spelling: “AMD3100”, “Keytruda”, “αvβ3”, “PD-L1”.", NAME),
    run: (dataset, name) => lookUpText(lookUp(dataset, name)),
  },
  {
    name: "check_text",
    title: "Check the names in a text",
    description:
      "Checks a Markdown text for misspelt and unknown drug, gene and protein names, for targets that a drug does not have and for approvals that are not on record, against the local Metastasis Notes dataset; lists the names it recognises with dated status. Few findings, and none on words it does not know.",
    inputSchema: takes("text", "The text, as Markdown.", TEXT),
    run: checkText,
  },
  {
    name: "drugs_for",
    title: "List the drugs for a target or strategy",
    description:
      "Lists the drugs on record for a target, family, complex, process, strategy, carrier or cancer from metastasis research, by their fate (approved, in trials, dropped …), each with dated status, setbacks and sources, from the local Metastasis Notes dataset. Not a recommendation to treat.",
    inputSchema: takes("name", "A target, strategy, process or cancer: “CXCR4”, “integrin blockade”, “EMT”.", NAME),
    run: drugsFor,
  },
];

/**
 * Runs a tool in small steps.
 * @param input what a model sent, of any shape
 * @returns the tool's text, or what is wrong with the name, the input or the dataset
 */
export function* runTool(dataset: Dataset | undefined, name: string, input: unknown): Generator<void, ToolAnswer> {
  if (!dataset) return { text: "The dataset of Metastasis Notes cannot be used; its log says why.", isError: true };
  const tool = TOOLS.find((one) => one.name === name);
  if (!tool) return { text: `There is no tool “${name}”; there are ${TOOLS.map((one) => one.name).join(", ")}.`, isError: true };
  const [key = ""] = tool.inputSchema.required;
  const { maxLength } = tool.inputSchema.properties[key]!;
  const value = typeof input === "object" && input !== null ? (input as Record<string, unknown>)[key] : undefined;
  if (typeof value !== "string" || value.trim() === "")
    return { text: `${name} takes { "${key}": "…" }, a text that is not empty.`, isError: true };
  if (value.length > maxLength) return { text: `“${key}” of ${name} has at most ${maxLength} characters.`, isError: true };
  const said = tool.run(dataset, value);
  return { text: typeof said === "string" ? said : yield* said, isError: false };
}
