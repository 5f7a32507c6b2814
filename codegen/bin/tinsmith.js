#!/usr/bin/env node
import { existsSync } from "node:fs";

const built = new URL("../dist/cli.js", import.meta.url);

if (existsSync(built)) {
  const { main } = await import(built.href);
  await main();
} else {
  process.stderr.write("tinsmith is not built yet. In its repository, run: npm run build\n");
  process.exitCode = 1;
}
