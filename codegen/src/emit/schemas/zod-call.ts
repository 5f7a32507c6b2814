import { runtime, ZOD } from "../../plan/runtime-symbols.js";
import { type Fragment, group, ifBroken, indented, line, softLine, use } from "../layout/fragment.js";
import { call } from "../layout/literals.js";

/** Lets bundlers drop the call that follows if nobody uses its result. */
export const PURE = "/*@__PURE__*/ ";

/** Writes a function that makes a schema once, when it is first needed: to make those of all operations takes time. */
export const madeOnce = (schema: Fragment): Fragment => [
  PURE,
  use(runtime("once")),
  group("(() =>", indented(line, schema), ifBroken(","), softLine, ")"),
];

/** Writes a call of one of zod's functions. */
export const zod = (name: string, ...parameters: readonly Fragment[]): Fragment =>
  call([use(ZOD), ".", name], parameters);

/** Writes a call of one of zod's functions whose only argument hugs the parentheses. */
export const zodHugging = (name: string, parameter: Fragment): Fragment => [
  use(ZOD),
  `.${name}(`,
  parameter,
  ")",
];
