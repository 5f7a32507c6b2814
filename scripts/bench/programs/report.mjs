// What a process has taken, told when it ends.
import { writeSync } from "node:fs";

export const reportAtExit = (more = {}) => {
  const memory = process.memoryUsage.rss();
  process.on("exit", () => {
    const { user, system } = process.cpuUsage();
    writeSync(1, JSON.stringify({ cpu: (user + system) / 1000, memory, ...more }));
  });
};
