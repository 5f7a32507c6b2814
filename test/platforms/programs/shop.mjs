// Tells of the shop in the world that it is given, by a story and checks that were compiled elsewhere; prints the checks.
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

const [, , file, world] = process.argv;
const { tellShop } = await import(pathToFileURL(file).href);
const { Checks } = await import(pathToFileURL(join(dirname(file), "checks.js")).href);
const checks = new Checks();
await tellShop(JSON.parse(world), checks);
console.log(JSON.stringify(checks.all));
