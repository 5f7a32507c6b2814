import type { CodeSymbol } from "../../plan/code-symbol.js";
import { runtime } from "../../plan/runtime-symbols.js";
import { documented, type Section } from "../documentation/tsdoc.js";
import { type Fragment, hardLine, indented, stacked, use, useType } from "../layout/fragment.js";
import { text } from "../layout/literals.js";
import type { ErrorFacts } from "./error-descriptor.js";

/** What the class of an error is made of. */
export interface ExceptionClass {
  readonly sections: readonly Section[];
  readonly name: CodeSymbol;
  readonly base: CodeSymbol;
  /** What callers narrow by, and whose fault it is. */
  readonly facts: Pick<ErrorFacts, "wireName" | "fault">;
  readonly descriptor: Fragment;
  /** Declarations of further properties. */
  readonly properties: readonly Fragment[];
}

/**
 * Declares an error class. Its properties are but declared: the base class sets them, by the descriptor. Where there are
 * members, the constructor says so; it does nothing else.
 */
export function exceptionClass({ properties, ...parts }: ExceptionClass): Fragment {
  const { name, base, facts, descriptor } = parts;
  const body = [
    "/** What the runtime has to know about the error. */",
    ["static override readonly descriptor: ", useType(runtime("ErrorDescriptor")), " = ", descriptor, ";"],
    `declare readonly name: ${text(facts.wireName)};`,
    `declare readonly $fault: ${text(facts.fault)};`,
    ...properties,
    ...(properties.length === 0 ? [] : ["", constructorOf(name)]),
  ];
  return documented(parts.sections, [
    `export class ${name.name} extends `,
    use(base),
    " {",
    indented(hardLine, stacked(...body)),
    hardLine,
    "}",
  ]);
}

function constructorOf(name: CodeSymbol): Fragment {
  return [
    "constructor(options: ",
    useType(runtime("ServiceExceptionOptions")),
    "<",
    useType(name),
    ">) {",
    indented(hardLine, "super(options);"),
    hardLine,
    "}",
  ];
}
