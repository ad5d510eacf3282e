/** Opens the bundled dataset, and says what was loaded or what is wrong with it. */
import { Dataset } from "./dataset/dataset";
import type { PartlyRead } from "./dataset/pack";
import { messageOf } from "./messageOf";
import type { Status } from "./protocol";

/**
 * Opens the dataset.
 * @param read gives the file's bytes; it may reject with a reason
 * @returns the dataset, nothing if it cannot be used; and the status to tell the user
 */
export async function openDataset(
  read: () => Promise<Uint8Array | PartlyRead>,
): Promise<{ readonly dataset: Dataset | undefined; readonly status: Status }> {
  let problem: string;
  try {
    const dataset = Dataset.open(await read());
    if (typeof dataset !== "string") {
      const { version, date, recordCount: records, lexicon } = dataset;
      return { dataset, status: { version, date, records, names: lexicon.size, problems: [] } };
    }
    problem = dataset;
  } catch (error) {
    problem = messageOf(error);
  }
  const message = `The dataset dist/data/dataset.bin cannot be used: ${problem}. Install the extension again, or run its build.`;
  return { dataset: undefined, status: { version: "", date: "", records: 0, names: 0, problems: [message] } };
}
