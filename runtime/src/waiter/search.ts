import jmespath from "jmespath";

/**
 * Looks up a JMESPath expression.
 *
 * @returns what it finds, or undefined where it cannot be applied to the data
 * @see https://jmespath.org/specification.html
 */
export function search(data: unknown, expression: string): unknown {
  try {
    return jmespath.search(data, expression) as unknown;
  } catch {
    return undefined;
  }
}
