import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { Worker } from "node:worker_threads";

/** A port where connections are never accepted, nor refused. */
export interface BlackHole extends AsyncDisposable {
  readonly port: number;
}

/** Listens, and goes to sleep for good: its queue takes a connection or two, then the system leaves them unanswered. */
const LISTEN = `
const server = require("node:net").createServer().listen({ port: 0, host: "127.0.0.1", backlog: 1 }, () => {
  require("node:worker_threads").parentPort.postMessage(server.address().port);
  setImmediate(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0));
});`;

/** Starts a black hole, and fills its queue. */
export async function startBlackHole(): Promise<BlackHole> {
  const worker = new Worker(LISTEN, { eval: true });
  const [port] = (await once(worker, "message")) as [number];
  const queue: Socket[] = [];
  let filled = false;
  while (!filled) {
    const socket = connect(port, "127.0.0.1").on("error", () => {});
    queue.push(socket);
    filled = await Promise.race([
      new Promise<boolean>((resolve) => socket.once("connect", () => resolve(false))),
      new Promise<boolean>((resolve) => setTimeout(() => resolve(true), 200)),
    ]);
  }
  return {
    port,
    [Symbol.asyncDispose]: async () => {
      for (const socket of queue) socket.destroy();
      await worker.terminate();
    },
  };
}
