/**
 * `metastasis-notes mcp`: the tools for assistants over the Model Context Protocol on standard input and output. A bundle of
 * its own, dist/server/mcp.js, which only this command loads.
 */
import { Server } from "@modelcontextprotocol/sdk/server/index.js";
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import { CallToolRequestSchema, ListToolsRequestSchema } from "@modelcontextprotocol/sdk/types.js";
import type { Tool, ToolAnswer } from "./features/tools/tools";
import { inSlices, whileWanted } from "./giveWay";

const INSTRUCTIONS =
  "Dated, sourced records on drugs, targets and strategies against metastasis, kept on this machine. Quote the date and the source of what you take from them; keep what “the review” says apart from what “we” say. Nothing here is medical advice.";

/**
 * Answers an assistant until it goes away.
 * @param version of the product
 * @param run runs a tool in small steps with the input that a model sent
 * @returns why the connection was given up, such as a message that is too long; nothing if the assistant ended it
 */
export async function serveTools(
  version: string,
  tools: readonly Tool[],
  run: (name: string, input: unknown) => Generator<void, ToolAnswer>,
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
  const inTurn = oneAfterTheOther();
  server.setRequestHandler(CallToolRequestSchema, async ({ params }, { signal }) => {
    const answer = await inTurn(whileWanted(run(params.name, params.arguments), () => !signal.aborted));
    // what was cancelled is answered by nobody
    return { content: answer ? [{ type: "text", text: answer.text }] : [], isError: answer?.isError };
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

/**
 * Gives each piece of work its turn, so that many at once take no more memory than one; other messages are answered meanwhile. What
 * is done in a step waits for nothing.
 */
function oneAfterTheOther(): <T>(steps: Generator<void, T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return async (steps) => {
    const { done, value } = steps.next();
    if (done) return value;
    const own = last.then(() => inSlices(steps));
    last = own.catch(() => undefined);
    return own;
  };
}
