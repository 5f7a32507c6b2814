import type { Json } from "./model-ast.js";

type Shapes = Readonly<Record<string, Json>>;

/** Keys whose values are names of operations or of what is made for them: one of a kind in a service. */
const NAME_KEYS = new Set(["followedBy", "list", "name"]);

/** Values in which such keys stand. */
const NAMING_TRAITS = new Set(["tinsmith#job", "tinsmith#startsJob"]);

/**
 * A model that is so many times as large: copies of all operations, resources and the shapes they use, under names and
 * paths of their own. The service stays one, and its errors, which belong to every operation, stay as they are.
 */
export const scaleModel = (ast: Json, times: number): Json => {
  const shapes = ast["shapes"] as Shapes;
  const copied = Object.entries(shapes).filter(([, shape]) => !isShared(shape));
  const ids = new Set(copied.map(([id]) => id));
  const copies = Array.from({ length: times - 1 }, (_, index) => {
    const rename = renamer(ids, `Copy${index + 1}`);
    return copied.map(([id, shape]) => [rename(id), rename(shape)] as const);
  });
  const services = Object.entries(shapes).filter(([, shape]) => shape["type"] === "service");
  const wider = services.map(([id, service]) => [id, widen(service, ids, times)] as const);
  return { ...ast, shapes: Object.fromEntries([...Object.entries(shapes), ...copies.flat(), ...wider]) };
};

const isShared = ({ type, traits }: Json): boolean =>
  type === "service" || Object.hasOwn((traits ?? {}) as object, "smithy.api#error");

/** A service with all copies of what it has. */
const widen = (service: Json, ids: ReadonlySet<string>, times: number): Json => {
  const all = (references: unknown): unknown[] =>
    Array.from({ length: times }, (_, copy) =>
      copy === 0 ? references : renamer(ids, `Copy${copy}`)(references),
    ).flat();
  return { ...service, operations: all(service["operations"]), resources: all(service["resources"]) };
};

/** Gives all that is named in a part of a model another name. */
const renamer = (ids: ReadonlySet<string>, suffix: string) => {
  const rename = <Value>(value: Value, isNaming = false): Value => renameAny(value, isNaming) as Value;
  const renameAny = (value: unknown, isNaming: boolean): unknown => {
    if (typeof value === "string") return ids.has(value) ? value + suffix : value;
    if (Array.isArray(value)) return value.map((item) => renameAny(item, false));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, part]) => renameEntry(key, part, isNaming)));
  };
  const renameEntry = (key: string, part: unknown, isNaming: boolean): [string, unknown] => {
    if (isNaming && NAME_KEYS.has(key)) return [key, `${String(part)}${suffix}`];
    if (key === "uri") return [key, `/${suffix.toLowerCase()}${String(part)}`];
    if (key === "smithy.waiters#waitable") return [key, suffixKeys(part as Json, suffix)];
    return [key, renameAny(part, NAMING_TRAITS.has(key))];
  };
  return rename;
};

const suffixKeys = (value: Json, suffix: string): Json =>
  Object.fromEntries(Object.entries(value).map(([key, part]) => [key + suffix, part]));
