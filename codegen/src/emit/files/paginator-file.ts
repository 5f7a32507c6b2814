import { memberAt } from "../../ir/member-at.js";
import type { OperationIr } from "../../ir/operation-ir.js";
import type { TypeIr } from "../../ir/shape-ir.js";
import type { PackagePlan } from "../../plan/package-plan.js";
import { runtime } from "../../plan/runtime-symbols.js";
import { optional } from "../descriptors/member-descriptor.js";
import { documented, sentence, tag } from "../documentation/tsdoc.js";
import { type Fragment, hardLine, indented, use, useType } from "../layout/fragment.js";
import { literal, object, text } from "../layout/literals.js";
import { operationSymbols } from "../symbol-of.js";
import { typeExpression } from "../types/type-expression.js";
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

function configuration(plan: PackagePlan, name: string, operation: OperationIr): Fragment {
  const { inputToken, pageSize } = operation.pagination ?? {};
  const { command } = operationSymbols(plan, operation.id);
  return documented(
    [sentence(`How the pages of ${operation.name} are fetched.`)],
    [
      `export interface ${name} extends `,
      useType(runtime("PaginationConfiguration")),
      " {",
      indented(
        [hardLine, "readonly client: ", useType(plan.root.client), ";"],
        // Without a member to put it in, it would be passed over.
        [hardLine, "readonly pageSize?: ", inputType(plan, operation, pageSize), "undefined;"],
        [hardLine, "readonly startingToken?: ", inputType(plan, operation, inputToken), "undefined;"],
        [hardLine, "readonly withCommand?: ((command: ", useType(command), ") => ", useType(command)],
        " | undefined) | undefined;",
      ),
      hardLine,
      "}",
    ],
  );
}

/** The type of an input member, as the beginning of a union. */
function inputType(plan: PackagePlan, { input }: OperationIr, name: string | undefined): Fragment {
  const member = name === undefined ? undefined : memberAt(plan.service, input, [name]);
  return member === undefined ? "" : [typeExpression(plan, member.type, "input"), " | "];
}

function paginate(plan: PackagePlan, operation: OperationIr): Fragment {
  const { command, commandInput, paginator } = operationSymbols(plan, operation.id);
  const { inputToken, outputToken, pageSize, items } = operation.pagination ?? {
    inputToken: "",
    outputToken: [],
  };
  return documented(
    [
      sentence(
        `Gives the pages of ${operation.name}, from the first to the last${items === undefined ? "" : "; with `items()`, what is on them"}.`,
      ),
      tag("see", `{@link ${command.name}}`),
    ],
    [
      `export const ${paginator?.paginate.name} = (`,
      indented(
        [hardLine, `config: ${paginator?.configuration.name},`],
        [hardLine, "input: ", useType(commandInput), ","],
        [hardLine, "options?: ", useType(runtime("RequestOptions")), ","],
      ),
      [hardLine, "): ", paginatorType(plan, operation), " =>"],
      indented(hardLine, [
        use(runtime("paginate")),
        "(",
        indented(hardLine, [
          object([
            ["command", use(command)],
            ["inputToken", text(inputToken)],
            ["outputToken", literal(outputToken)],
            ...optional("pageSize", pageSize),
            ...optional("items", items),
          ]),
          [",", hardLine, "config,", hardLine, "input,", hardLine, "options,"],
        ]),
        [hardLine, ");"],
      ]),
    ],
  );
}

function paginatorType(plan: PackagePlan, { id, output, pagination }: OperationIr): Fragment {
  const { commandOutput } = operationSymbols(plan, id);
  const token = memberAt(plan.service, output, pagination?.outputToken ?? []);
  const items = memberAt(plan.service, output, pagination?.items ?? []);
  const item = items === undefined ? [] : [itemType(plan, items.type), ", "];
  return [
    useType(runtime(items === undefined ? "Paginator" : "ItemPaginator")),
    ["<", useType(commandOutput), ", ", item],
    [token === undefined ? "unknown" : typeExpression(plan, token.type, "output"), ">"],
  ];
}

/** The type of one of the items: of a map, a pair of key and value. */
function itemType(plan: PackagePlan, items: TypeIr): Fragment {
  if (items.kind !== "list" && items.kind !== "map") return "unknown";
  const { type } = items.kind === "list" ? items.member : items.value;
  const value = [typeExpression(plan, type, "output"), items.sparse ? " | null" : ""];
  if (items.kind === "list") return value;
  return ["[key: ", typeExpression(plan, items.key.type, "output"), ", value: ", value, "]"];
}
