/** Looks up a JMESPath expression; undefined where it cannot be applied to the data. */
export type Search = (data: unknown, expression: string) => unknown;

/**
 * Loads JMESPath. It is the largest part of the runtime, and only waiters need it.
 *
 * @see https://jmespath.org/specification.html
 */
export async function loadSearch(): Promise<Search> {
  const { default: jmespath } = await import("jmespath");
  return (data, expression) => {
    try {
      return jmespath.search(data, expression) as unknown;
    } catch {
      return undefined;
    }
  };
}
