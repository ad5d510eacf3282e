/** The editor tests in the desktop extension host; VS Code calls `run`. */
import { runAndReport } from "../report";

export async function run(): Promise<void> {
  const { default: MochaRunner } = await import("mocha");
  const mocha = new MochaRunner({ ui: "bdd", timeout: 60_000, forbidOnly: true });
  mocha.suite.emit("pre-require", globalThis, "", mocha);
  const { testStrategies } = await import("./strategies.desktop");
  await import("./everywhere");
  const { testCommands } = await import("./commands.desktop");
  const [{ testCrashes }, { processes }] = [await import("./crash.test"), await import("./crash.desktop")];
  testStrategies();
  testCommands();
  testCrashes(processes);
  await runAndReport(mocha);
}
