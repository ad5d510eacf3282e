/**
 * `metastasis-notes mcp`: the tools for assistants over the Model Context Protocol on standard input and output. A bundle of
 * its own, dist/server/mcp.js, which only this command loads.
 */
import { Server } from "@modelcontextprotocol/sdk/server/index.js";
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import { CallToolRequestSchema, ListToolsRequestSchema } from "@modelcontextprotocol/sdk/types.js";
import type { Tool, ToolAnswer } from "./features/tools/tools";

const INSTRUCTIONS =
  "Dated, sourced records on drugs, targets and strategies against metastasis, kept on this machine. Quote the date and the source of what you take from them; keep what “the review” says apart from what “we” say. Nothing here is medical advice.";

/**
 * Answers an assistant until it goes away.
 * @param version of the product
 * @param run runs a tool with the input that a model sent
 * @returns why the connection was given up, such as a message that is too long; nothing if the assistant ended it
 */
export async function serveTools(
  version: string,
  tools: readonly Tool[],
  run: (name: string, input: unknown) => ToolAnswer,
): Promise<string | undefined> {
  const server = new Server({ name: "metastasis-notes", version }, { capabilities: { tools: {} }, instructions: INSTRUCTIONS });
  const annotations = { readOnlyHint: true, openWorldHint: false };
  server.setRequestHandler(ListToolsRequestSchema, () => ({
    tools: tools.map(({ name, title, description, inputSchema }) => ({
      name,
      title,
      description,
      inputSchema: { ...inputSchema, required: [...inputSchema.required] },
      annotations,
    })),
  }));
  server.setRequestHandler(CallToolRequestSchema, ({ params }) => {
    const { text, isError } = run(params.name, params.arguments);
    return { content: [{ type: "text", text }], isError };
  });
  // each answer that has to wait for its reader adds a listener
  process.stdout.setMaxListeners(0);
  let last: string | undefined;
  server.onerror = ({ message }) => {
    last = message;
  };
  const closed = new Promise<string | undefined>((resolve) => {
    server.onclose = () => resolve(last);
    process.stdin.on("end", () => resolve(undefined));
  });
  await server.connect(new StdioServerTransport());
  return closed;
}
