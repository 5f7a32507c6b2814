import { byText } from "../../ir/names.js";
import type { ExampleIr, OperationIr } from "../../ir/operation-ir.js";
import type { PackagePlan } from "../../plan/package-plan.js";
import { escapeCommentEnd, escapeTsdoc } from "../documentation/escape.js";
import type { Section } from "../documentation/tsdoc.js";
import { wrapText } from "../documentation/wrap.js";
import { type Fragment, group, ifBroken, indented, softLine } from "../layout/fragment.js";
import { print } from "../layout/print.js";
import { operationSymbols } from "../symbol-of.js";
import { madeStructure } from "./made-value.js";
import { nodeValue } from "./node-value.js";

/** Longest line of example code in a comment. */
const WIDTH = 96;
/** Structures in structures that a made-up result shows. */
const RESULT_DEPTH = 2;

/** @returns an `@example` per example of the model; one made up from the shapes where it has none */
export function callExamples(plan: PackagePlan, operation: OperationIr): readonly Section[] {
  if (operation.examples.length === 0) return [madeExample(plan, operation)];
  return operation.examples.map((example) => modelExample(plan, operation, example));
}

function modelExample(plan: PackagePlan, operation: OperationIr, example: ExampleIr): Section {
  const { service } = plan;
  const input = nodeValue(service, { kind: "structure", id: operation.input }, example.input);
  const output = { kind: "structure", id: operation.output } as const;
  const words = example.documentation === undefined ? [] : wrapText(example.documentation, WIDTH - 3);
  const result = example.output === undefined ? undefined : nodeValue(service, output, example.output);
  return block(`example ${escapeTsdoc(example.title)}`, callLines(plan, operation, input, result, words));
}

function madeExample(plan: PackagePlan, operation: OperationIr): Section {
  const making = { service: plan.service, within: [], maxDepth: RESULT_DEPTH };
  const input = madeStructure(operation.input, { ...making, requiredOnly: true });
  const output = madeStructure(operation.output, { ...making, requiredOnly: false });
  return block("example", callLines(plan, operation, input, output, []));
}

const block = (tag: string, code: readonly string[]): Section => ({
  kind: "block",
  tag: tag.replace(/\s+/g, " "),
  lines: ["```ts", ...code.map(escapeCommentEnd), "```"],
});

function callLines(
  plan: PackagePlan,
  operation: OperationIr,
  input: Fragment,
  output: Fragment | undefined,
  words: readonly string[],
): readonly string[] {
  const { client } = plan.root;
  const { command } = operationSymbols(plan, operation.id);
  const sent = group(indented(softLine, [`new ${command.name}(`, input, ")"]), ifBroken(","), softLine);
  return [
    `import { ${[client.name, command.name].sort(byText).join(", ")} } from "${plan.service.package.name}";`,
    "",
    `const client = new ${client.name}({ region: "us-east-1" });`,
    ...words.map((line) => `// ${line}`),
    ...print(["const result = await client.send(", sent, ");"], WIDTH).split("\n"),
    ...(output === undefined ? [] : commented(["result: ", output])),
  ];
}

/** Writes code as a comment. */
const commented = (code: Fragment): readonly string[] =>
  print(code, WIDTH - "// ".length)
    .split("\n")
    .map((line) => `// ${line}`);
