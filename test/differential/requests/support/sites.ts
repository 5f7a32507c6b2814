import { systematicValues, type Values } from "../../support/arbitraries.js";
import type { OfficialOperation } from "../../support/official-operations.js";
import type { Shape } from "../../support/shapes.js";

/** A place in an operation's input, however deep: a member, or an item of a list. */
export interface Site {
  readonly operation: OfficialOperation;
  /** As our client writes it, e.g. `ResourceConfig.AdditionalAuthTypes[0].Mode`. */
  readonly path: string;
  readonly keys: readonly Key[];
  /** The way to the place in the JSON body. */
  readonly wireKeys: readonly Key[];
  readonly shape: Shape;
  readonly kind: "label" | "required" | "optional" | "item";
}

type Key = string | number;

/** All places in the input of an operation. */
export const sitesOf = (operation: OfficialOperation): readonly Site[] =>
  sitesBelow({ operation, path: "", keys: [], wireKeys: [], shape: operation.input, kind: "required" });

function sitesBelow(place: Site): readonly Site[] {
  const { shape, path, keys, wireKeys } = place;
  if (shape.kind === "list") {
    const item: Site = {
      ...place,
      path: `${path}[0]`,
      keys: [...keys, 0],
      wireKeys: [...wireKeys, 0],
      shape: shape.item,
      kind: "item",
    };
    return [item, ...sitesBelow(item)];
  }
  if (shape.kind !== "structure") return [];
  return shape.members.flatMap((member) => {
    const site: Site = {
      ...place,
      path: path === "" ? member.name : `${path}.${member.name}`,
      keys: [...keys, member.name],
      wireKeys: [...wireKeys, member.wireName],
      shape: member.shape,
      kind: member.label ? "label" : member.required ? "required" : "optional",
    };
    return [site, ...sitesBelow(site)];
  });
}

/** An input in which everything is set, but for what is to be in one place; `undefined` takes out what is there. */
export const inputWith = ({ operation, keys }: Site, value: unknown): Values => {
  const input = structuredClone(systematicValues(operation.input).at(-1) ?? {});
  const last = keys.at(-1) ?? "";
  const holder = valueAt(input, keys.slice(0, -1)) as Record<Key, unknown>;
  if (value === undefined) delete holder[last];
  else holder[last] = value;
  return input;
};

/** What is at a place in a value. */
export const valueAt = (value: unknown, keys: readonly Key[]): unknown =>
  keys.reduce<unknown>((holder, key) => (holder as Record<Key, unknown> | undefined)?.[key], value);
