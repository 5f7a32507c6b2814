import { isRecord, memberValue } from "../protocol/shape-access.js";

/** What a result holds where a path of the model leads; undefined where something on the way is missing. */
export function valueAt(result: object, path: readonly string[]): unknown {
  let value: unknown = result;
  for (const name of path) {
    if (!isRecord(value)) return undefined;
    value = memberValue(value, name);
  }
  return value;
}
