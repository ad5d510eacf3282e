/** Ends the server's process. */
import { execFileSync } from "node:child_process";
import type { Host } from "./crash.test";
import { until } from "./editor";

/** Processes of our server that this extension host has started. */
function servers(): number[] {
  const lines = execFileSync("ps", ["-A", "-o", "pid=,ppid=,args="], { encoding: "utf8" }).split("\n");
  return lines.flatMap((line) => {
    const [, pid, parent, command] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return Number(parent) === process.pid && /dist.server.node\.js/.test(command!) ? [Number(pid)] : [];
  });
}

export const processes: Host = {
  answers: true,
  running: () => servers().length,
  hang: async () => {
    const [pid] = await until("a server runs", () => (servers().length > 0 ? servers() : undefined));
    process.kill(pid!, "SIGSTOP");
  },
  crash: async () => {
    const [pid] = await until("a server runs", () => (servers().length > 0 ? servers() : undefined));
    process.kill(pid!, "SIGKILL");
    await until("it has ended", () => !servers().includes(pid!));
  },
};
