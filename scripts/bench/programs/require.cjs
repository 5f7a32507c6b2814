// How long it takes to require the package, from CommonJS.
const { writeSync } = require("node:fs");

const began = performance.now();
const before = process.cpuUsage();
require("PACKAGE");
const { user, system } = process.cpuUsage(before);
writeSync(1, JSON.stringify({ imported: performance.now() - began, importCpu: (user + system) / 1000 }));
