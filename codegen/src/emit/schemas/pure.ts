import { ZOD } from "../../plan/runtime-symbols.js";
import { type Fragment, use } from "../layout/fragment.js";
import { call } from "../layout/literals.js";

/**
 * Lets bundlers drop the call that follows if nobody uses its result. Nested calls need it, too: the
 * arguments of a dropped call are kept unless they may be dropped themselves.
 */
export const PURE = "/*@__PURE__*/ ";

/** Writes a droppable call of one of zod's functions. */
export const zod = (name: string, ...parameters: readonly Fragment[]): Fragment => [
  PURE,
  call([use(ZOD), ".", name], parameters),
];

/** Writes a droppable call of one of zod's functions whose only argument hugs the parentheses. */
export const zodHugging = (name: string, parameter: Fragment): Fragment => [
  PURE,
  use(ZOD),
  `.${name}(`,
  parameter,
  ")",
];
