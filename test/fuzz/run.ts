/** `npm run fuzz -- [--seed N] [--seconds N] [--target NAME]`: tries at random for a while, another seed each time. */
import { parseArgs } from "node:util";
import { TARGETS } from "./targets";
import { tryAtRandom } from "./try";

const { values } = parseArgs({
  options: { seed: { type: "string" }, seconds: { type: "string", default: "60" }, target: { type: "string" } },
});
const seed = Number(values.seed ?? Date.now() % 1_000_000_000);
const targets = values.target ? [values.target] : Object.keys(TARGETS);
if (!Number.isInteger(seed) || !(Number(values.seconds) >= 0) || targets.some((target) => !TARGETS[target])) {
  console.error(`--seed is a whole number, --seconds at least 0, --target one of ${Object.keys(TARGETS).join(", ")}`);
  process.exit(2);
}
for (const target of targets) {
  const end = performance.now() + (Number(values.seconds) * 1000) / targets.length;
  try {
    const tries = tryAtRandom(target, seed, (tries) => tries === 0 || performance.now() < end);
    console.log(`✔ ${target}: ${tries} tries from seed ${seed}`);
  } catch (error) {
    console.log(`✘ ${target}: ${(error as Error).message}\n${(error as Error).stack}`);
    process.exitCode = 1;
  }
}
