import type { OperationIr } from "../../ir/operation-ir.js";
import type { PackagePlan } from "../../plan/package-plan.js";
import type { OutputFile } from "../../write/output-file.js";
import { escapeCell } from "../documentation/escape.js";
import { markdownFromHtml } from "../documentation/markdown-from-html.js";
import { firstSentence } from "../documentation/sentence.js";
import { wrapMarkdown, wrapText } from "../documentation/wrap.js";
import { provenance } from "../files/header.js";
import { errorSymbols, operationSymbols } from "../symbol-of.js";
import { firstCall } from "./first-call.js";
import { CREDENTIAL_PROVIDER } from "./package-json.js";

const WIDTH = 110;

/** Makes the package's README. */
export function readme(plan: PackagePlan, extensionEntries: readonly string[]): OutputFile {
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
    operations(plan),
    errors(plan),
    "## Licence\n\nApache-2.0",
  ];
  return { path: "README.md", contents: `${sections.filter((section) => section !== "").join("\n\n")}\n` };
}

/** Where a client looks for what it is not told. */
const SURROUNDINGS = wrapMarkdown(
  `Region and credentials come from the environment and AWS's shared files. With \`npm install ${CREDENTIAL_PROVIDER}\` roles, single sign-on, containers and instance metadata are looked at, too.`,
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
  testing: "A test kit: stubs per command, recorded calls",
  unvalidated: "The same commands without validators, for the smallest bundle",
  zod: "The schemas of all inputs and outputs, to compose with your own `zod`",
};

function entries({ service, root, operations }: PackagePlan, extensionEntries: readonly string[]): string {
  const { name } = service.package;
  const rows = [...extensionEntries, "unvalidated", "zod"]
    .sort()
    .map((entry) => [`\`${name}/${entry}\``, ENTRY_WORDS[entry] ?? ""]);
  const symbols = [...operations.values()];
  const helpers = [
    ...(symbols.some(({ paginator }) => paginator !== undefined) ? ["paginators"] : []),
    ...(symbols.some(({ waiters }) => waiters.length > 0) ? ["waiters"] : []),
  ];
  const main = [
    `\`${name}\``,
    `${[`\`${root.client.name}\``, "commands", "errors", "types", ...helpers].join(", ")}; \`${root.aggregate.name}\` with a method per operation`,
  ];
  return `## Entries\n\n${table(["import", "what"], [main, ...rows])}`;
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

function errors(plan: PackagePlan): string {
  const modelled = plan.service.errors.map((error) => [
    `\`${errorSymbols(plan, error.id).type.name}\``,
    String(error.status ?? ""),
    firstSentence(plan.service.shapes.get(error.id)?.documentation.text ?? ""),
  ]);
  const common = plan.commonErrors.map(({ error, symbols }) => [
    `\`${symbols.type.name}\``,
    String(error.status),
    error.documentation,
  ]);
  const [example] = plan.operations.values();
  const words = wrapMarkdown(
    `\`client.send\` throws, and \`client.safeSend\` returns, one of these, or an error of the call itself (\`InputValidationError\`, \`NetworkError\`, \`TimeoutError\`, \`AbortError\` …). ${
      example === undefined
        ? ""
        : `Each operation has the union of all that it can end in, such as \`${example.failure.name}\`: narrow it by \`name\`.`
    }`,
    WIDTH,
  ).join("\n");
  const unmodelled = [`\`${plan.root.unmodeled.name}\``, "", "Any other; its name on the wire is in `code`."];
  return `## Errors\n\n${words}\n\n${table(["error", "status", "when"], [...modelled, ...common, unmodelled])}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const written = (cells: readonly string[]): string => `| ${cells.map(escapeCell).join(" | ")} |`;
  return [written(head), written(head.map(() => "---")), ...rows.map(written)].join("\n");
}
