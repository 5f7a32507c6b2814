import type { OperationIr } from "../../ir/operation-ir.js";
import type { PackagePlan } from "../../plan/package-plan.js";
import { runtime } from "../../plan/runtime-symbols.js";
import { inputParameter } from "../commands/command-class.js";
import { escapeTsdoc } from "../documentation/escape.js";
import { firstSentence } from "../documentation/sentence.js";
import { described, describedTags, documented, sentence, tag } from "../documentation/tsdoc.js";
import {
  type Fragment,
  group,
  hardLine,
  ifBroken,
  indented,
  join,
  line,
  softLine,
  use,
  useType,
} from "../layout/fragment.js";
import { operationSymbols } from "../symbol-of.js";
import type { SourceFile } from "./source-file.js";

/** Makes the file of the client. */
export function clientFile(plan: PackagePlan): SourceFile {
  const { root, service } = plan;
  const { documentation } = service;
  return {
    module: root.client.module,
    sources: [service.source],
    statements: [
      documented(
        [sentence(`How {@link ${root.client.name}} is set up; everything may be left out.`)],
        [`export interface ${root.clientConfig.name} extends `, useType(runtime("ClientConfig")), " {}"],
      ),
      documented(
        [
          ...described(documentation),
          sentence(`Makes the calls: \`client.send(new SomeCommand(input))\`.`),
          ...describedTags(documentation),
        ],
        [
          `export class ${root.client.name} extends `,
          use(runtime("Client")),
          " {",
          indented(hardLine, [
            `constructor(config: ${root.clientConfig.name} = {}) {`,
            indented(hardLine, "super(", use(root.service), ", config);"),
            [hardLine, "}"],
          ]),
          hardLine,
          "}",
        ],
      ),
    ],
  };
}

/** Makes the file of the client that has a method per operation. */
export function aggregateFile(plan: PackagePlan): SourceFile {
  const { root, service } = plan;
  const methods = service.operations.map((operation) => method(plan, operation));
  return {
    module: root.aggregate.module,
    sources: [service.source],
    statements: [
      documented(
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
      ),
    ],
  };
}

function method(plan: PackagePlan, operation: OperationIr): Fragment {
  const symbols = operationSymbols(plan, operation.id);
  const words = firstSentence(operation.documentation.text ?? "");
  const { deprecated } = operation.documentation;
  return documented(
    [
      ...(words === "" ? [] : [sentence(escapeTsdoc(words))]),
      tag("see", `{@link ${symbols.command.name}}`),
      ...describedTags({ links: [], ...(deprecated === undefined ? {} : { deprecated }) }),
    ],
    [
      symbols.method,
      group(
        "(",
        indented(softLine, inputParameter(plan, operation), ",", line, [
          "options?: ",
          useType(runtime("RequestOptions")),
        ]),
        ifBroken(","),
        softLine,
        ")",
      ),
      ": Promise<",
      useType(symbols.commandOutput),
      "> {",
      indented(hardLine, "return this.send(new ", use(symbols.command), "(input), options);"),
      hardLine,
      "}",
    ],
    1,
  );
}
