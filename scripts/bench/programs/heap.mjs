// What stays on the heap of many calls: run with --expose-gc.
import { createCalls } from "./client.mjs";
import { reportAtExit } from "./report.mjs";

const calls = createCalls(process.env.BENCH_ENDPOINT);
const IN_FLIGHT = 20;

const run = async (count) => {
  let left = count;
  const worker = async () => {
    while (left-- > 0) await calls[left % 2 === 0 ? "CloneBackend" : "GetBackendJob"]();
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, worker));
};

const used = async () => {
  // What is let go of in the finalization of something else takes another collection.
  for (let time = 0; time < 3; time++) {
    globalThis.gc();
    await new Promise(setImmediate);
  }
  return process.memoryUsage().heapUsed;
};

// Code is compiled again and again, and is on the heap, too.
await run(5000);
const early = await used();
await run(10_000);
reportAtExit({ growth: (await used()) - early });
