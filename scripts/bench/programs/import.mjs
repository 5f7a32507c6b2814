// How long it takes to import the package, as an ES module.
import { reportAtExit } from "./report.mjs";

const began = performance.now();
const before = process.cpuUsage();
await import("PACKAGE");
const { user, system } = process.cpuUsage(before);
reportAtExit({ imported: performance.now() - began, importCpu: (user + system) / 1000 });
