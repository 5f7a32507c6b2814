// How long it takes to require the package, from CommonJS.
const { writeSync } = require("node:fs");

// Not by `performance`: it would load parts of Node that `node:http` shares.
const began = process.uptime();
const before = process.cpuUsage();
require("PACKAGE");
const { user, system } = process.cpuUsage(before);
writeSync(
  1,
  JSON.stringify({ imported: (process.uptime() - began) * 1000, importCpu: (user + system) / 1000 }),
);
