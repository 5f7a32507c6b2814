import type { PackagePlan } from "../../plan/package-plan.js";
import type { OutputFile } from "../../write/output-file.js";
import { headerComment } from "../files/header.js";
import { text } from "../layout/literals.js";
import { print } from "../layout/print.js";

/** Name of the package's command: the package's own, without its scope. */
export const commandName = ({ service }: PackagePlan): string =>
  service.package.name.replace(/^@[^/]*\//, "");

/** Where the command is within the package. */
export const commandPath = (plan: PackagePlan): string => `bin/${commandName(plan)}.js`;

/** Makes the package's command: a file that npm links, and that is there before anything is built, and the program itself. */
export const commandFiles = (plan: PackagePlan): readonly OutputFile[] => [
  { path: commandPath(plan), contents: link(plan) },
  { path: "src/cli.ts", contents: program(plan) },
];

const link = (plan: PackagePlan): string => `#!/usr/bin/env node
${headerComment([plan.service.source])}

import { existsSync } from "node:fs";

const built = new URL("../dist/cli.js", import.meta.url);

if (existsSync(built)) {
  const { main } = await import(built.href);
  await main();
} else {
  process.stderr.write(${print(text(`${commandName(plan)} is not built yet. In its repository, run: npm run build\n`))});
  process.exitCode = 1;
}
`;

const program = (plan: PackagePlan): string => `${headerComment([plan.service.source])}

import { runCommandLine } from "@tinsmith/runtime/command";
import { localCommand } from "./local/command.js";

/** Runs the package's command with this process's arguments; sets the exit code. */
export const main = (): Promise<void> =>
  runCommandLine({
    name: ${print(text(commandName(plan)))},
    version: ${print(text(plan.service.package.version))},
    description: ${print(text(plan.service.package.description))},
    local: localCommand,
  });
`;
