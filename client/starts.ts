/** Starts the server, and starts it anew when the user asks for that. */
import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { isOfEnd, offerRestart, setContext } from "./commands";
import { messageOf } from "./messageOf";
import type { Restarts } from "./restarts";
import type { StatusItem } from "./status";

export class Starts {
  private readonly client: BaseLanguageClient;
  private readonly status: StatusItem;
  private readonly restarts: Restarts;
  private restarting: Promise<void> | undefined;

  /** @param restarts what decides whether it is started when it ends by itself */
  constructor(client: BaseLanguageClient, status: StatusItem, restarts: Restarts) {
    this.client = client;
    this.status = status;
    this.restarts = restarts;
  }

  /** Starts the server; one that does not start is told in a message. */
  async begin(): Promise<void> {
    try {
      await this.client.start();
      const { referencesProvider } = this.client.initializeResult?.capabilities ?? {};
      setContext("hasReferences", referencesProvider !== undefined);
    } catch (error) {
      this.status.stopped();
      const why = isOfEnd(error) ? vscode.l10n.t("it ended at once") : messageOf(error);
      void offerRestart(vscode.l10n.t("Metastasis Notes: the server did not start ({0}).", why));
    }
  }

  /** Ends the server and starts it anew, once however often it is asked to meanwhile. */
  restart(): Promise<void> {
    this.restarts.forget();
    this.restarting ??= this.endAndBegin().finally(() => {
      this.restarting = undefined;
    });
    return this.restarting;
  }

  private async endAndBegin(): Promise<void> {
    // one that hangs does not end by itself, and is ended then: all the more is another one wanted
    if (this.client.isRunning()) await this.client.stop().catch(() => undefined);
    await this.begin();
  }
}
