import type { OperationIr } from "../../ir/operation-ir.js";
import type { PackagePlan } from "../../plan/package-plan.js";
import { runtime } from "../../plan/runtime-symbols.js";
import { optional } from "../descriptors/member-descriptor.js";
import { documented, sentence, tag } from "../documentation/tsdoc.js";
import { type Fragment, hardLine, indented, use, useType } from "../layout/fragment.js";
import { literal, object, text } from "../layout/literals.js";
import { operationSymbols } from "../symbol-of.js";
import type { SourceFile } from "./source-file.js";

/** Makes the file of an operation's paginator, if it is paged. */
export function paginatorFiles(plan: PackagePlan, operation: OperationIr): readonly SourceFile[] {
  const { paginator } = operationSymbols(plan, operation.id);
  if (paginator === undefined) return [];
  return [
    {
      module: paginator.paginate.module,
      sources: [operation.source],
      statements: [configuration(plan, paginator.configuration.name, operation), paginate(plan, operation)],
    },
  ];
}

function configuration({ root }: PackagePlan, name: string, operation: OperationIr): Fragment {
  return documented(
    [sentence(`How the pages of ${operation.name} are fetched.`)],
    [
      `export interface ${name} extends `,
      useType(runtime("PaginationConfiguration")),
      " {",
      indented(hardLine, "readonly client: ", useType(root.client), ";"),
      hardLine,
      "}",
    ],
  );
}

function paginate(plan: PackagePlan, operation: OperationIr): Fragment {
  const { command, commandInput, commandOutput, paginator } = operationSymbols(plan, operation.id);
  const { inputToken, outputToken, pageSize } = operation.pagination ?? { inputToken: "", outputToken: [] };
  return documented(
    [
      sentence(`Yields the pages of ${operation.name}, from the first to the last.`),
      tag("see", `{@link ${command.name}}`),
    ],
    [
      `export const ${paginator?.paginate.name} = (`,
      indented(
        [hardLine, `config: ${paginator?.configuration.name},`],
        [hardLine, "input: ", useType(commandInput), ","],
        [hardLine, "options?: ", useType(runtime("RequestOptions")), ","],
      ),
      [hardLine, "): AsyncGenerator<", useType(commandOutput), ", void, undefined> =>"],
      indented(hardLine, [
        use(runtime("paginate")),
        "(",
        indented(hardLine, [
          object([
            ["command", use(command)],
            ["inputToken", text(inputToken)],
            ["outputToken", literal(outputToken)],
            ...optional("pageSize", pageSize),
          ]),
          [",", hardLine, "config,", hardLine, "input,", hardLine, "options,"],
        ]),
        [hardLine, ");"],
      ]),
    ],
  );
}
