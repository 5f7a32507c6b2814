import {
  isLabel,
  isRequired,
  type ModelMember,
  rangeOf,
  type ServiceModel,
  shapeOf,
} from "./service-model.js";

/** One way to spoil, or harmlessly change, a valid input, and what a strict client has to say of it. */
export interface Mutation {
  /** What is done to which member, e.g. `delete ResourceConfig.UserPoolConfigs.SignInMethod`. */
  readonly title: string;
  /** Paths of all that the error has to name, e.g. `ResourceConfig.AdditionalAuthTypes[0].Mode`. */
  readonly paths: readonly string[];
  readonly verdict: "accepted" | "refused";
  /** Changes the structure that holds the member. */
  readonly apply: (holder: Record<string, unknown>) => void;
  /** Keys that lead from the input to the structure that holds the member. */
  readonly holderKeys: readonly (string | number)[];
}

/** All mutations of a structure's members, and of the structures below it. */
export const mutationsOf = (
  model: ServiceModel,
  structureId: string,
  keys: readonly (string | number)[] = [],
): readonly Mutation[] => {
  const { members = {}, traits } = shapeOf(model, structureId);
  const isSecret = traits?.["smithy.api#sensitive"] !== undefined;
  return Object.entries(members).flatMap(([name, member]) => [
    ...memberMutations(model, name, member, keys, isSecret ? REDACTED : `${name}x`),
    ...nestedMutations(model, member, [...keys, name]),
  ]);
};

/** What stands for the name of an unknown member where it may be secret. */
const REDACTED = "***SensitiveInformation***";

const nestedMutations = (
  model: ServiceModel,
  member: ModelMember,
  keys: readonly (string | number)[],
): readonly Mutation[] => {
  const shape = shapeOf(model, member.target);
  if (shape.type === "structure") return mutationsOf(model, member.target, keys);
  if (shape.type !== "list" || shape.member === undefined) return [];
  const item = shape.member;
  return [mistype(model, item, 0, keys), ...nestedMutations(model, item, [...keys, 0])];
};

const memberMutations = (
  model: ServiceModel,
  name: string,
  member: ModelMember,
  holderKeys: readonly (string | number)[],
  misspelt: string,
): readonly Mutation[] => {
  const path = formatPath([...holderKeys, name]);
  const missing = isRequired(member) ? [path] : [];
  const refusedValues = [null, ...outOfRange(model, member), ...(isLabel(member) ? NO_LABELS : [])];
  return [
    {
      title: `delete ${path}`,
      paths: missing,
      verdict: isRequired(member) ? "refused" : "accepted",
      holderKeys,
      apply: (holder) => void delete holder[name],
    },
    {
      title: `misspell ${path}`,
      paths: [...missing, formatPath([...holderKeys, misspelt])],
      verdict: "refused",
      holderKeys,
      apply: (holder) => {
        holder[`${name}x`] = holder[name];
        delete holder[name];
      },
    },
    mistype(model, member, name, holderKeys),
    ...refusedValues.map((value) => replace(name, holderKeys, value)),
  ];
};

/** What no part of a path can be: it would lead to another operation. */
const NO_LABELS = ["", ".", ".."];

const mistype = (
  model: ServiceModel,
  member: ModelMember,
  key: string | number,
  holderKeys: readonly (string | number)[],
): Mutation => replace(key, holderKeys, WRONG_VALUES[shapeOf(model, member.target).type]);

/** A value that is refused in the place of a good one. */
const replace = (
  key: string | number,
  holderKeys: readonly (string | number)[],
  value: unknown,
): Mutation => {
  const path = formatPath([...holderKeys, key]);
  return {
    title: `set ${JSON.stringify(value)} for ${path}`,
    paths: [path],
    verdict: "refused",
    holderKeys,
    apply: (holder) => {
      holder[key] = value;
    },
  };
};

const WRONG_VALUES: Readonly<Record<string, unknown>> = {
  boolean: "true",
  double: "8",
  enum: "NO_SUCH_VALUE",
  integer: "8",
  list: "READ",
  string: 42,
  structure: ["a list"],
};

const outOfRange = (model: ServiceModel, member: ModelMember): readonly number[] => {
  const { min, max } = rangeOf(model, member) ?? {};
  return [...(min === undefined ? [] : [min - 1, min + 0.5]), ...(max === undefined ? [] : [max + 1, 9999])];
};

/** `["A", 0, "B"]` as `A[0].B`. */
const formatPath = (keys: readonly (string | number)[]): string =>
  keys.reduce<string>((path, key) => {
    if (typeof key === "number") return `${path}[${key}]`;
    if (key === REDACTED) return `${path}["${key}"]`;
    return path === "" ? key : `${path}.${key}`;
  }, "");
