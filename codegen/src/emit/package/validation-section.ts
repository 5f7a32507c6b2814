import type { PackagePlan } from "../../plan/package-plan.js";
import { wrapMarkdown } from "../documentation/wrap.js";
import { sampleCommand, sampleImport, sampleOperation } from "./first-call.js";
import { table } from "./markdown-table.js";

const MODES = table(
  ["mode", "`input`", "`output`"],
  [
    [
      '`"strict"`',
      "throws an `InputValidationError`; nothing is sent. The default",
      "throws an `OutputValidationError`; the call was executed, and the error has its `output`",
    ],
    [
      '`"warn"`',
      "sends the input, and writes the problems to `logger.warn`",
      "returns the output, and writes the problems to `logger.warn`",
    ],
    [
      '`"off"`',
      "sends the input",
      "returns the output: the service may add members and enum values at any time. The default",
    ],
  ],
);

const CONSTRAINTS = table(
  ["what is wrong", "checked in inputs", "checked in outputs", "switched off by"],
  [
    ["a required member is missing", "yes", "yes", ""],
    [
      "the wrong type; a number beyond its type; a `Map`, a promise or the like for an object",
      "yes",
      "yes",
      "",
    ],
    [
      "a member that the model does not know",
      "yes; a similar name is suggested",
      "no: it is left out of the result; an unknown variant of a union: yes",
      "",
    ],
    ["a number below its range; a text, list, map or blob that is too short", "yes", "yes", "`min: false`"],
    ["a number above its range; a text, list, map or blob that is too long", "yes", "yes", "`max: false`"],
    ["a text that does not match its pattern", "yes", "yes", "`pattern: false`"],
    ["a value that an enum does not have", "yes", "yes", "`enum: false`"],
    ["texts, enum values, integers or booleans twice in a list with `uniqueItems`", "yes", "yes", ""],
    ["a part of the path that is unsafe, such as `..` or an empty text", "yes, in every mode", "", ""],
  ],
);

/** Writes what is validated, and what happens to values that break the model. */
export function validationSection(plan: PackagePlan, width: number): string {
  const { name } = plan.service.package;
  const prose = (text: string): string => wrapMarkdown(text, width).join("\n");
  return [
    "## Validation",
    prose(
      "`validation` in a client's configuration says what happens to values that break the model. The switches `min`, `max`, `pattern` and `enum` apply to inputs and outputs; an unknown switch or mode is a `ConfigurationError`.",
    ),
    MODES,
    CONSTRAINTS,
    prose(
      "All problems are reported at once, in the order of the model, in the error's `issues`: each with `path`, `code`, `message`, the `constraint` of the model, what was `expected`, the type that was `received`, and the `value`, cut after 60 characters. Of members that the model marks as sensitive, no values, map keys or unknown names are shown. The message lists the first 20 problems, `issues` the first 1,000.",
    ),
    sample(plan),
    prose(
      `Commands of \`${name}/unvalidated\` are not validated: in every mode only the path is checked.${helpers(plan)} The schemas of \`${name}/zod\` say the same in zod, without modes: of plain data they refuse what the client refuses.`,
    ),
  ].join("\n\n");
}

/** Helpers that make calls exist with validation only: a second set of them would be a second thing to learn. */
function helpers({ service, operations }: PackagePlan): string {
  const symbols = [...operations.values()];
  const names = [
    ...(symbols.some(({ paginator }) => paginator !== undefined) ? ["Paginators"] : []),
    ...(symbols.some(({ job }) => job !== undefined) ? ["pollers"] : []),
    ...(symbols.some(({ waiters }) => waiters.length > 0) ? ["waiters"] : []),
  ];
  if (names.length === 0) return "";
  const words = names.join(", ").replace(/, (?=[^,]*$)/, " and ");
  const subject = words.charAt(0).toUpperCase() + words.slice(1);
  return ` ${subject} are in \`${service.package.name}\` alone, take the client of either entry, and validate what they send.`;
}

function sample(plan: PackagePlan): string {
  const operation = sampleOperation(plan);
  if (operation === undefined) return "";
  const { client } = plan.root;
  const code = [
    sampleImport(plan, operation),
    "",
    `const client = new ${client.name}({`,
    '  region: "us-east-1",',
    '  validation: { output: "warn", pattern: false },',
    "});",
    `const result = await client.safeSend(${sampleCommand(plan, operation)});`,
    "if (result.success) console.log(result.data);",
    'else if (result.error.name === "InputValidationError") {',
    "  for (const { path, constraint, value } of result.error.issues) console.error(path, constraint, value);",
    "}",
  ];
  return ["```ts", ...code, "```"].join("\n");
}
