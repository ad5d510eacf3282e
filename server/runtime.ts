/** What a process and a worker do differently. */
import type { Dataset } from "./dataset/dataset";
import type { PartlyRead } from "./dataset/pack";
import type { Files } from "./files";
import type { Listed, Memory, Readers } from "./index/backgroundHost";
import type { OwnHost } from "./ownFolders";
import type { Encoding } from "./positions";
import type { InitializationOptions } from "./protocol";

export interface Runtime {
  /** Version of the product, for clients' logs. */
  readonly version: string;
  /** URI of the README, which explains the rules; where it is known. */
  readonly readme?: string;
  /** Reads the compiled dataset; rejects with a reason when it cannot. */
  readDataset(options: InitializationOptions): Promise<Uint8Array | PartlyRead>;
  /** The files of this machine, where there are any. */
  readonly files?: Files;
  /** Collects garbage, where that can be asked for. */
  collectGarbage?(): void;
  /** Loads the code that reads folders' own data. */
  loadWorkspace: OwnHost["load"];
  /** The notes in folders, given by their URIs, and below; what git leaves out counts from the workspace's folder down. */
  listNotes?(
    folders: readonly string[],
    endings: readonly string[],
    workspace?: string,
    /** Is told of each folder that cannot be listed, and why. */
    unread?: (folder: string, problem: string) => void,
  ): Promise<Listed[]>;
  /** Starts threads that read the notes of this machine with a dataset. */
  openReaders?(dataset: Dataset, encoding: Encoding): Promise<Readers>;
  /** Keeps what is known of notes, in a folder that the client has for us. @param folder its URI */
  memoryIn?(folder: string, encoding: Encoding): Memory;
}
