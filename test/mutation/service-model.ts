/** The parts of AWS's model file (Smithy 2.0 JSON AST) that the mutation suite reads. */
export interface ServiceModel {
  readonly shapes: Readonly<Record<string, ModelShape>>;
}

/** A shape of any type, and what each type says of itself. */
export interface ModelShape {
  readonly type: string;
  readonly members?: Readonly<Record<string, ModelMember>>;
  readonly member?: ModelMember;
  readonly input?: { readonly target: string };
  readonly traits?: Readonly<Record<string, unknown>>;
}

/** A member of a shape, or what a list consists of. */
export interface ModelMember {
  readonly target: string;
  readonly traits?: Readonly<Record<string, unknown>>;
}

/** The least and the greatest number that a member may be. */
export interface Range {
  readonly min?: number;
  readonly max?: number;
}

/** The shape that an id names; an unknown id is a fault of the file. */
export const shapeOf = (model: ServiceModel, id: string): ModelShape => {
  const shape = model.shapes[id];
  if (shape === undefined) throw new Error(`The model has no shape ${id}`);
  return shape;
};

/** Whether a member must be set. */
export const isRequired = (member: ModelMember): boolean =>
  member.traits?.["smithy.api#required"] !== undefined;

/** Whether a member is part of the path. */
export const isLabel = (member: ModelMember): boolean =>
  member.traits?.["smithy.api#httpLabel"] !== undefined;

/** The range that a member must keep to: its own, else its shape's. */
export const rangeOf = (model: ServiceModel, member: ModelMember): Range | undefined =>
  (member.traits?.["smithy.api#range"] ?? shapeOf(model, member.target).traits?.["smithy.api#range"]) as
    | Range
    | undefined;

/** Operation names with the id of their input structure, in the order of the file. */
export const operationInputs = (model: ServiceModel): readonly (readonly [name: string, inputId: string])[] =>
  Object.entries(model.shapes)
    .filter(([, shape]) => shape.type === "operation")
    .map(([id, shape]) => [id.slice(id.indexOf("#") + 1), shape.input?.target ?? ""]);
