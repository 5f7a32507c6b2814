import type { CodeSymbol } from "../../plan/code-symbol.js";
import { documented, type Section } from "../documentation/tsdoc.js";
import { type Fragment, hardLine, indented, stacked, use } from "../layout/fragment.js";
import { text } from "../layout/literals.js";

/** What an error class is made of. */
export interface ExceptionClass {
  readonly sections: readonly Section[];
  readonly name: CodeSymbol;
  readonly base: CodeSymbol;
  /** What callers narrow by. */
  readonly wireName: string;
  readonly fault?: "client" | "server";
  /** Declarations of further properties. */
  readonly properties: readonly Fragment[];
  /** The constructor's parameter. */
  readonly parameter: Fragment;
  /** Statements behind the call of the base class's constructor. */
  readonly statements: readonly Fragment[];
}

/** Declares an error class; one that adds nothing has no constructor of its own. */
export function exceptionClass(parts: ExceptionClass): Fragment {
  const fields = [
    `override readonly name = ${text(parts.wireName)};`,
    ...(parts.fault === undefined ? [] : [`override readonly $fault = ${text(parts.fault)};`]),
    ...parts.properties,
  ];
  const body = parts.statements.length === 0 ? fields : [...fields, "", constructorOf(parts)];
  return documented(parts.sections, [
    `export class ${parts.name.name} extends `,
    use(parts.base),
    " {",
    indented(hardLine, stacked(...body)),
    hardLine,
    "}",
  ]);
}

function constructorOf({ parameter, statements }: ExceptionClass): Fragment {
  return [
    "constructor(options: ",
    parameter,
    ") {",
    indented(hardLine, stacked("super(options);", ...statements)),
    hardLine,
    "}",
  ];
}
