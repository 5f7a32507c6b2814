// How long it takes to import the package, as an ES module.
import { reportAtExit } from "./report.mjs";

// Not by `performance`: it would load parts of Node that `node:http` shares.
const began = process.uptime();
const before = process.cpuUsage();
await import("PACKAGE");
const { user, system } = process.cpuUsage(before);
reportAtExit({ imported: (process.uptime() - began) * 1000, importCpu: (user + system) / 1000 });
