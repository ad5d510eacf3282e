/** Garbage collection when we ask for it. Node has it behind a flag, which may be set at any time. */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

let collect: (() => void) | undefined;

/** Collects garbage, which takes some tens of milliseconds. */
export function collectGarbage(): void {
  collect ??= collector();
  collect();
}

function collector(): () => void {
  setFlagsFromString("--expose-gc");
  const collector = runInNewContext("gc") as () => void;
  // bytecode that was made under other flags is refused
  setFlagsFromString("--no-expose-gc");
  return collector;
}
