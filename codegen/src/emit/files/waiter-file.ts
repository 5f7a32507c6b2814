import type { AcceptorIr, OperationIr, WaiterIr } from "../../ir/operation-ir.js";
import { isRecord } from "../../ir/traits.js";
import type { PackagePlan, WaiterSymbols } from "../../plan/package-plan.js";
import { runtime } from "../../plan/runtime-symbols.js";
import { optional } from "../descriptors/member-descriptor.js";
import { described, describedTags, documented, type Section, sentence, tag } from "../documentation/tsdoc.js";
import { type Fragment, hardLine, indented, use, useType } from "../layout/fragment.js";
import { call, type Entry, literal, tallArray, tallObject, text } from "../layout/literals.js";
import { operationSymbols } from "../symbol-of.js";
import type { SourceFile } from "./source-file.js";

/** Makes a file per waiter of an operation. */
export function waiterFiles(plan: PackagePlan, operation: OperationIr): readonly SourceFile[] {
  const { waiters } = operationSymbols(plan, operation.id);
  return operation.waiters.flatMap((waiter, index): readonly SourceFile[] => {
    const symbols = waiters[index];
    if (symbols === undefined) return [];
    return [
      {
        module: symbols.waitUntil.module,
        sources: [operation.source],
        statements: [
          waiterDescriptor(waiter, symbols),
          wait(plan, operation, "waitUntil", symbols, waiterSections(plan, operation, waiter)),
          wait(plan, operation, "waitFor", symbols, [
            sentence(
              `Like {@link ${symbols.waitUntil.name}}, but it throws only a \`ConfigurationError\`: the \`state\` of its result says how the waiting ended.`,
            ),
            tag("deprecated", `Use {@link ${symbols.waitUntil.name}}, whose failures cannot be overlooked.`),
          ]),
        ],
      },
    ];
  });
}

function waiterDescriptor(waiter: WaiterIr, { descriptor }: WaiterSymbols): Fragment {
  return [
    `const ${descriptor.name}: `,
    useType(runtime("WaiterDescriptor")),
    " = ",
    tallObject([
      ["name", text(waiter.name)],
      ...optional("minDelay", waiter.minDelay),
      ...optional("maxDelay", waiter.maxDelay),
      ["acceptors", tallArray(waiter.acceptors.map(literal))],
      ...(waiter.acceptors.every(looksAtNames)
        ? []
        : [["search", use(runtime("loadJmesPath"))] satisfies Entry]),
    ]),
    ";",
  ];
}

/** Names with dots between them, which need no interpreter. */
const NAMES = /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/;

function looksAtNames({ matcher }: AcceptorIr): boolean {
  return [matcher["output"], matcher["inputOutput"]].every(
    (looked) => !isRecord(looked) || NAMES.test(String(looked["path"])),
  );
}

function waiterSections(plan: PackagePlan, operation: OperationIr, waiter: WaiterIr): readonly Section[] {
  const { command } = operationSymbols(plan, operation.id);
  const words = described(waiter.documentation);
  return [
    ...(words.length > 0
      ? words
      : [sentence(`Calls ${operation.name} until what \`${waiter.name}\` stands for has happened.`)]),
    tag("see", `{@link ${command.name}}`),
    ...describedTags(waiter.documentation),
  ];
}

function wait(
  plan: PackagePlan,
  operation: OperationIr,
  way: "waitUntil" | "waitFor",
  { [way]: own, descriptor }: WaiterSymbols,
  sections: readonly Section[],
): Fragment {
  const { command, commandInput, commandOutput, failure } = operationSymbols(plan, operation.id);
  const made = ["(waited: ", useType(commandInput), ") => new ", use(command), "(waited)"];
  return documented(sections, [
    `export const ${own.name} = (`,
    indented(
      [hardLine, "config: ", useType(runtime("WaiterConfiguration")), "<", useType(plan.root.client), ">,"],
      [hardLine, "input: ", useType(commandInput), ","],
      [hardLine, "options?: ", useType(runtime("WaiterRequestOptions")), ","],
    ),
    [hardLine, "): Promise<", useType(runtime("WaiterResult")), "<"],
    [useType(commandOutput), " | ", useType(failure), ">> =>"],
    indented(hardLine, call(use(runtime(way)), [descriptor.name, made, "config", "input", "options"]), ";"),
  ]);
}
