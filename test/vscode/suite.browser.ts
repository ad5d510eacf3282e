/** The editor tests in the web extension host, a worker; VS Code calls `run`. */
import "mocha/mocha.js";
import { runAndReport } from "../report";
import { testCrashes } from "./crash.test";
import { workers } from "./crash.web";

export async function run(): Promise<void> {
  mocha.setup({ ui: "bdd", timeout: 60_000, forbidOnly: true });
  await import("./everywhere");
  await import("./folders.test");
  testCrashes(workers);
  await runAndReport(mocha);
}
