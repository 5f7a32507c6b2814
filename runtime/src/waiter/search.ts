import { valueAt } from "../pagination/value-at.js";

/** Looks up a JMESPath expression; undefined where it cannot be applied to the data. */
export type Search = (data: object, expression: string) => unknown;

/** Looks up names with dots between them: the expressions of nearly all waiters. */
export const searchByNames: Search = (data, expression) => valueAt(data, expression.split("."));

/**
 * Loads JMESPath. It is large: waiters whose expressions are more than names bring it along, so that bundles of all others
 * hold none of it.
 *
 * @see https://jmespath.org/specification.html
 */
export async function loadJmesPath(): Promise<Search> {
  const { default: jmespath } = await import("jmespath");
  return (data, expression) => {
    try {
      return jmespath.search(data, expression) as unknown;
    } catch {
      return undefined;
    }
  };
}
