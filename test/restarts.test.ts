import assert from "node:assert/strict";
import { fork } from "node:child_process";
import path from "node:path";
import type { Message } from "vscode-languageclient";
import { Restarts, versionSkew } from "../client/restarts";
import { type Breakable, endingWith } from "../client/worker";
import { BROKEN } from "../server/protocol";
import { ROOT } from "./client";

const [DO_NOT_RESTART, RESTART] = [1, 2];

describe("a server that ends by itself", () => {
  /** What is done at each of these times, and how often the user was asked. */
  function check(minutes: readonly number[], expected: readonly number[], asked: number): Restarts {
    let [now, count] = [0, 0];
    const restarts = new Restarts(
      () => count++,
      () => now,
    );
    restarts.ran();
    const done = minutes.map((minute) => {
      now = minute * 60_000;
      return restarts.closed().action;
    });
    assert.deepEqual([done, count], [expected, asked]);
    return restarts;
  }

  it("is started again three times; then the user is asked, once for each further end", () =>
    check([0, 1, 2, 3], [RESTART, RESTART, RESTART, DO_NOT_RESTART], 1));
  it("is started again where its ends are far apart", () => check([0, 4, 8, 12, 16], [RESTART, RESTART, RESTART, RESTART, RESTART], 0));
  it("has as many chances again once the user has started it", () => {
    const restarts = check([0, 0, 0, 0], [RESTART, RESTART, RESTART, DO_NOT_RESTART], 1);
    restarts.forget();
    restarts.ran();
    assert.equal(restarts.closed().action, RESTART);
  });
  it("is not started again and again where it never ran: who starts it tells so, in one message", () => {
    const restarts = new Restarts(() => assert.fail("asked"));
    assert.equal(restarts.closed().action, DO_NOT_RESTART);
    restarts.ran();
    assert.equal(restarts.closed().action, RESTART);
    restarts.forget();
    assert.equal(restarts.closed().action, DO_NOT_RESTART);
  });
  it("is not given up for a message that cannot be read", () => assert.equal(new Restarts(() => assert.fail("asked")).error().action, 1));

  it("and one of another version than the client's are told apart", () => {
    assert.equal(versionSkew("1.2.3", "1.2.3"), undefined);
    assert.equal(versionSkew("1.2.3", undefined), undefined);
    assert.equal(versionSkew("1.2.3", "1.3.0"), "1.3.0");
  });
});

describe("a worker that breaks", () => {
  it("is ended, and its messages with it, once", () => {
    const events = new EventTarget();
    let [ends, closed] = [0, 0];
    const worker = { addEventListener: events.addEventListener.bind(events), terminate: () => ends++ } as unknown as Breakable;
    const never = () => ({ dispose: () => undefined });
    const heard: unknown[] = [];
    let say = (_message: Message) => assert.fail("nobody listens");
    const listen = (callback: typeof say) => {
      say = callback;
      return never();
    };
    const reader = endingWith(worker, {
      onError: never,
      onClose: never,
      onPartialMessage: never,
      listen,
      dispose: () => undefined,
    } as never);
    reader.onClose(() => closed++);
    reader.listen((message) => heard.push(message));
    say({ jsonrpc: "2.0" });
    assert.deepEqual([ends, closed, heard.length], [0, 0, 1]);
    say({ jsonrpc: "2.0", method: BROKEN } as Message);
    events.dispatchEvent(new Event("error"));
    assert.deepEqual([ends, closed, heard.length], [1, 1, 1]);
  });
});

describe("servers of two windows", () => {
  it("each end with their own window", async () => {
    const servers = [1, 2].map(() => fork(path.join(ROOT, "dist/server/node.js"), ["--node-ipc"]));
    const ends = servers.map((server) => new Promise<number | null>((resolve) => server.on("exit", resolve)));
    const [one, other] = servers as [(typeof servers)[0], (typeof servers)[0]];
    const greet = (server: (typeof servers)[0]) =>
      new Promise<unknown>((resolve) => {
        server.once("message", resolve);
        server.send({ jsonrpc: "2.0", id: 1, method: "initialize", params: { processId: null, rootUri: null, capabilities: {} } });
      });
    await Promise.all(servers.map(greet));
    one.disconnect();
    await ends[0];
    assert.equal(other.exitCode, null);
    assert.match(JSON.stringify(await greet(other)), /initialized already/);
    other.disconnect();
    await ends[1];
  });
});
