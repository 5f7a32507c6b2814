// Calls whenever it is told to; the process stays, and with it what is warm.
import { createCalls } from "./client.mjs";

const calls = createCalls(process.env.BENCH_ENDPOINT);

/** Makes calls, so many of them at a time. */
const run = async (operation, inFlight, count) => {
  let left = count;
  const worker = async () => {
    while (left-- > 0) await calls[operation]();
  };
  await Promise.all(Array.from({ length: inFlight }, worker));
};

process.on("message", async ({ operation, inFlight, count }) => {
  // Not measured: connections that were idle for long are not taken again.
  await run(operation, inFlight, Math.max(inFlight * 2, 20));
  const before = process.cpuUsage();
  const began = performance.now();
  await run(operation, inFlight, count);
  const milliseconds = performance.now() - began;
  const { user, system } = process.cpuUsage(before);
  process.send({ time: (milliseconds * 1000) / count, cpu: (user + system) / count });
});
process.on("disconnect", () => process.exit());
