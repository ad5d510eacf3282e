/** The compiled dataset on this machine's disk. Imported first: its head is read while the rest of the server is loaded. */
import { fstatSync, openSync, read, readSync } from "node:fs";
import path from "node:path";
import { HEADER, headLength, type PartlyRead } from "./dataset/pack";

const file = path.join(__dirname, "../data/dataset.bin");

/** The dataset; rejects with a reason when it cannot be read. */
export const datasetFile = new Promise<PartlyRead>((resolve, reject) => {
  const handle = openSync(file, "r");
  const { size } = fstatSync(handle);
  const bytesAt = (from: number, to: number): Uint8Array => {
    const bytes = new Uint8Array(to - from);
    return bytes.subarray(0, readSync(handle, bytes, 0, bytes.length, from));
  };
  const header = bytesAt(0, HEADER);
  const head = Buffer.allocUnsafeSlow(header.length < HEADER ? 0 : Math.min(size, headLength(header)));
  read(handle, head, 0, head.length, 0, (error, count) =>
    error ? reject(error) : resolve({ head: head.subarray(0, count), size, read: bytesAt }),
  );
});
// whoever asks for it hears of a failure
datasetFile.catch(() => undefined);
