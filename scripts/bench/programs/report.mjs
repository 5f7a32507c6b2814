// What a process has taken, told when it ends. An import of `node:fs` would load streams, which others are to load themselves.
const { writeSync } = process.getBuiltinModule("node:fs");

export const reportAtExit = (more = {}) => {
  const memory = process.memoryUsage.rss();
  process.on("exit", () => {
    const { user, system } = process.cpuUsage();
    writeSync(1, JSON.stringify({ cpu: (user + system) / 1000, memory, ...more }));
  });
};
