/** The name of the method that says how an object is printed. @see https://nodejs.org/api/util.html#utilinspectcustom */
export const INSPECT: unique symbol = Symbol.for("nodejs.util.inspect.custom");

/** What {@link INSPECT} prints with. */
export type Inspect = (value: unknown, options: unknown) => string;

/**
 * Sets a property that is read and set like any other, but is not printed, spread or turned into JSON. It is an accessor:
 * who prints even what is hidden sees that there is something, not what.
 */
export function hide(target: object, name: string, value: unknown): void {
  let held = value;
  const set = (next: unknown): void => {
    held = next;
  };
  Object.defineProperty(target, name, { get: () => held, set, enumerable: false, configurable: true });
}
