import type { OperationIr } from "../../ir/operation-ir.js";
import type { PackagePlan } from "../../plan/package-plan.js";
import { runtime } from "../../plan/runtime-symbols.js";
import { inputParameter, needsInput } from "../commands/command-class.js";
import { escapeTsdoc } from "../documentation/escape.js";
import { firstSentence } from "../documentation/sentence.js";
import { describedTags, documented, sentence, tag } from "../documentation/tsdoc.js";
import {
  type Fragment,
  group,
  hardLine,
  ifBroken,
  indented,
  join,
  line,
  softLine,
  stacked,
  use,
  useType,
} from "../layout/fragment.js";
import { operationSymbols } from "../symbol-of.js";
import type { SourceFile } from "./source-file.js";

/** Makes the file of the client that has a method per operation. */
export function aggregateFile(plan: PackagePlan): SourceFile {
  const { root, service } = plan;
  return {
    module: root.aggregate.module,
    sources: [service.source],
    statements: [
      documented(
        [sentence("What can be said about a single call.")],
        [`export interface ${root.requestOptions.name} extends `, useType(runtime("RequestOptions")), " {}"],
      ),
      aggregateClass(plan),
    ],
  };
}

function aggregateClass(plan: PackagePlan): Fragment {
  const { root, service } = plan;
  const methods = service.operations.map((operation) => method(plan, operation));
  return documented(
    [
      sentence(
        `The client with a method per operation. In a bundle it brings all of them: a {@link ${root.client.name}} with commands brings only those that are used.`,
      ),
    ],
    [
      `export class ${root.aggregate.name} extends `,
      use(root.client),
      methods.length === 0
        ? " {}"
        : [" {", indented(hardLine, join(methods, [hardLine, hardLine])), hardLine, "}"],
    ],
  );
}

/** Declares the method of an operation: it answers with a promise or, as in the official clients, calls back. */
function method(plan: PackagePlan, operation: OperationIr): Fragment {
  const { method: name, command, commandInput, commandOutput } = operationSymbols(plan, operation.id);
  const output = useType(commandOutput);
  const input = ["input: ", useType(commandInput)];
  const optionalInput = needsInput(plan.service, operation) ? input : ["input?: ", useType(commandInput)];
  const rest = ["...rest: ", useType(runtime("SendArguments")), "<", output, ">"];
  const callback = ["callback: ", useType(runtime("Callback")), "<", output, ">", ifBroken(",")];
  const options = useType(plan.root.requestOptions);
  return documented(
    methodSections(plan, operation),
    stacked(
      [name, parameters(optionalInput, ["options?: ", options, ifBroken(",")]), ": Promise<", output, ">;"],
      // Each by itself, and not as a union of what may follow: compilers pay for every list of types.
      [name, parameters(input, callback), ": void;"],
      [name, parameters(input, ["options: ", options, " | undefined"], callback), ": void;"],
      [
        [name, parameters(inputParameter(plan, operation), rest), " {"],
        indented(hardLine, "return ", use(runtime("invoke")), "(this, new ", use(command), "(input), rest);"),
        [hardLine, "}"],
      ],
    ),
    1,
  );
}

const parameters = (...all: readonly Fragment[]): Fragment =>
  group("(", indented(softLine, join(all, [",", line])), softLine, ")");

function methodSections(plan: PackagePlan, operation: OperationIr) {
  const { command } = operationSymbols(plan, operation.id);
  const words = firstSentence(operation.documentation.text ?? "");
  const { deprecated } = operation.documentation;
  return [
    ...(words === "" ? [] : [sentence(escapeTsdoc(words))]),
    tag("see", `{@link ${command.name}}`),
    ...describedTags({ links: [], ...(deprecated === undefined ? {} : { deprecated }) }),
  ];
}
