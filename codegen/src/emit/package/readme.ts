import type { OperationIr } from "../../ir/operation-ir.js";
import type { PackagePlan } from "../../plan/package-plan.js";
import type { OutputFile } from "../../write/output-file.js";
import { markdownFromHtml } from "../documentation/markdown-from-html.js";
import { firstSentence } from "../documentation/sentence.js";
import { wrapMarkdown, wrapText } from "../documentation/wrap.js";
import { provenance } from "../files/header.js";
import { operationSymbols } from "../symbol-of.js";
import { commandName } from "./command-files.js";
import { errorsSection } from "./errors-section.js";
import { firstCall } from "./first-call.js";
import { jobsSection } from "./jobs-section.js";
import { table } from "./markdown-table.js";
import { CREDENTIAL_PROVIDER } from "./package-json.js";
import { validationSection } from "./validation-section.js";

const WIDTH = 110;

/** Makes the package's README. */
export function readme(
  plan: PackagePlan,
  extensionEntries: readonly string[],
  hasLocalCommand: boolean,
): OutputFile {
  const { service } = plan;
  const { name, description } = service.package;
  const sections = [
    `<!-- ${provenance([service.source])} -->`,
    `# ${name}`,
    description,
    ["```sh", `npm install ${name}`, "```"].join("\n"),
    firstCall(plan),
    SURROUNDINGS,
    ...about(plan),
    entries(plan, extensionEntries),
    ...(hasLocalCommand ? [command(plan)] : []),
    operations(plan),
    jobsSection(plan, WIDTH),
    validationSection(plan, WIDTH),
    errorsSection(plan, WIDTH),
    "## Licence\n\nApache-2.0",
  ];
  return { path: "README.md", contents: `${sections.filter((section) => section !== "").join("\n\n")}\n` };
}

/** Where a client looks for what it is not told. */
const SURROUNDINGS = wrapMarkdown(
  `Region and credentials come from the environment and AWS's shared files. With \`npm install ${CREDENTIAL_PROVIDER}\` credentials also come from roles, single sign-on, containers and instance metadata.`,
  WIDTH,
).join("\n");

function about({ service }: PackagePlan): readonly string[] {
  const text = service.documentation.text?.trim() ?? "";
  if (text === "") return [];
  return [
    `## About ${service.title.replace(/\s+/g, " ")}`,
    wrapMarkdown(markdownFromHtml(text), WIDTH).join("\n"),
  ];
}

/** What is known of entries that every package may have; others are named only. */
const ENTRY_WORDS: Readonly<Record<string, string>> = {
  local: "The service itself, in memory: for development and tests without AWS",
  readers: "Readers of what the service packs into strings",
  testing: "A test kit: stubs per command, recorded calls",
  unvalidated: "The same commands without validation, for the smallest bundle",
  zod: "The schemas of all inputs and outputs, to compose with your own `zod`",
};

function entries({ service, root, operations }: PackagePlan, extensionEntries: readonly string[]): string {
  const { name } = service.package;
  const rows = [...extensionEntries, "testing", "unvalidated", "zod"]
    .sort()
    .map((entry) => [`\`${name}/${entry}\``, ENTRY_WORDS[entry] ?? ""]);
  const symbols = [...operations.values()];
  const helpers = [
    ...(symbols.some(({ paginator }) => paginator !== undefined) ? ["paginators"] : []),
    ...(symbols.some(({ job }) => job !== undefined) ? ["job pollers"] : []),
    ...(symbols.some(({ waiters }) => waiters.length > 0) ? ["waiters"] : []),
  ];
  const main = [
    `\`${name}\``,
    `${[`\`${root.client.name}\``, "commands", "errors", "types", ...helpers].join(", ")}; \`${root.aggregate.name}\` with a method per operation`,
  ];
  return `## Entries\n\n${table(["import", "what"], [main, ...rows])}`;
}

function command(plan: PackagePlan): string {
  const name = commandName(plan);
  const words = wrapMarkdown(
    `starts the local service of \`${plan.service.package.name}/local\` on a port, for any client in any language, until SIGINT or SIGTERM. \`npx ${name} local --help\` lists its options: latency, clock, seeded ids, faults.`,
    WIDTH,
  ).join("\n");
  return `## Command\n\n\`\`\`sh\nnpx ${name} local\n\`\`\`\n\n${words}`;
}

function operations(plan: PackagePlan): string {
  const rows = plan.service.operations.map((operation) => [
    `\`${operationSymbols(plan, operation.id).command.name}\``,
    summary(operation),
    `\`${operation.http.method} ${operation.http.uri}\``,
    operation.readonly || operation.idempotent ? "yes" : "no",
    operation.followedBy === undefined ? "" : "yes",
  ]);
  const words = wrapText(
    "An operation that is not safe to repeat is sent again only where the service cannot have carried it out.",
    WIDTH,
  ).join("\n");
  const head = ["command", "what it does", "route", "safe to repeat", "starts a job"];
  return `## Operations\n\n${words}\n\n${table(head, rows)}`;
}

const summary = ({ documentation }: OperationIr): string =>
  `${documentation.deprecated === undefined ? "" : "**Deprecated.** "}${firstSentence(documentation.text ?? "")}`;
