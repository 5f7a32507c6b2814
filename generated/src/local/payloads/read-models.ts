// Copied by tinsmith from model/extensions/local/payloads/read-models.ts. Do not edit: change that file and run `npm run generate`.
/** A type of a GraphQL schema. */
export interface ModelType {
  readonly name: string;
  /** Whether it has a table of its own: directive `@model`. */
  readonly isModel: boolean;
  readonly fields: readonly ModelField[];
}

/** A field of a type. */
export interface ModelField {
  readonly name: string;
  /** A scalar's name, or the type of the schema that it refers to. */
  readonly type: string | { readonly model: string } | { readonly nonModel: string };
  readonly isList: boolean;
  readonly isRequired: boolean;
}

const COMMENT = /#.*/g;
/** Arguments of directives and fields, which may hold braces and colons. */
const ARGUMENTS = /\([^()]*\)/g;
/** What stands before the braces of a type. */
const TYPE = /\btype\s+(\w+)(.*)/s;
const FIELD = /\b(\w+)\s*:\s*(\[?)\s*(\w+)\s*!?\s*\]?\s*(!?)/g;

/** Finds the object types of a schema. Not a parser of GraphQL: enough to make payloads that look right. */
export const readModels = (schema: string): ModelType[] => {
  const plain = schema.replace(COMMENT, "").replace(ARGUMENTS, "");
  const found = plain.split("}").flatMap(readType);
  const kinds = new Map(found.map(({ name, isModel }) => [name, isModel]));
  return found.map(({ name, isModel, body }) => ({ name, isModel, fields: readFields(body, kinds) }));
};

/** The type in a piece of schema, brace to brace: `type Todo @model { id: ID!` without what closes it. */
const readType = (piece: string): { name: string; isModel: boolean; body: string }[] => {
  const [head = "", body] = piece.split("{").slice(-2);
  const [, name, directives = ""] = TYPE.exec(head) ?? [];
  if (body === undefined || name === undefined) return [];
  return [{ name, isModel: /@model\b/.test(directives), body }];
};

const readFields = (body: string, kinds: ReadonlyMap<string, boolean>): ModelField[] =>
  [...body.matchAll(FIELD)].map(([whole, name = "", list, type = ""]) => ({
    name,
    type: typeOf(type, kinds.get(type)),
    isList: list === "[",
    isRequired: whole.trimEnd().endsWith("!"),
  }));

const typeOf = (name: string, isModel: boolean | undefined): ModelField["type"] => {
  if (isModel === undefined) return name;
  return isModel ? { model: name } : { nonModel: name };
};
