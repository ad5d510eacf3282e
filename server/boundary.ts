/** The error boundary: whatever goes wrong in a request is logged and answered with an error, and the server goes on. */
import { type CancellationToken, type Connection, ErrorCodes, LSPErrorCodes, ResponseError } from "vscode-languageserver";

/** Makes a handler that never throws. */
export type Answer = <P, R>(
  name: string,
  handle: (params: P, token?: CancellationToken) => Promise<R> | R,
) => (params: P, token?: CancellationToken) => Promise<R | ResponseError<never>>;

/**
 * Makes the error boundary of a connection.
 * @param state whether the server was initialized, and whether it was shut down
 */
export function boundary(connection: Connection, state: () => { isReady: boolean; isShutDown: boolean }): Answer {
  return (name, handle) => async (params, token) => {
    const { isReady, isShutDown } = state();
    if (!isReady) return new ResponseError(ErrorCodes.ServerNotInitialized, `${name} came before initialize`);
    if (isShutDown) return new ResponseError(ErrorCodes.InvalidRequest, `${name} came after shutdown`);
    try {
      const result = await handle(params, token);
      return token?.isCancellationRequested ? new ResponseError(LSPErrorCodes.RequestCancelled, `${name} was cancelled`) : result;
    } catch (error) {
      connection.console.error(`${name} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      return new ResponseError(
        error instanceof TypeError ? ErrorCodes.InvalidParams : ErrorCodes.InternalError,
        `${name} failed; see the log`,
      );
    }
  };
}
