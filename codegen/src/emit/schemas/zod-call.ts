import { ZOD } from "../../plan/runtime-symbols.js";
import { type Fragment, group, indented, line, use } from "../layout/fragment.js";
import { call } from "../layout/literals.js";

/** Writes a schema that bundlers drop if nobody uses it: they keep calls within calls, but not those in a function. */
export const droppable = (schema: Fragment): Fragment =>
  group("/*@__PURE__*/ (() =>", indented(line, schema), ")()");

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
