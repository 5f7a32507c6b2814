/** The parts of AWS's model file (Smithy 2.0 JSON AST) that the mutation suite reads. */
export interface ServiceModel {
  readonly shapes: Readonly<Record<string, ModelShape>>;
}

export interface ModelShape {
  readonly type: string;
  readonly members?: Readonly<Record<string, ModelMember>>;
  readonly member?: ModelMember;
  readonly input?: { readonly target: string };
  readonly traits?: Readonly<Record<string, unknown>>;
}

export interface ModelMember {
  readonly target: string;
  readonly traits?: Readonly<Record<string, unknown>>;
}

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

export const isRequired = (member: ModelMember): boolean =>
  member.traits?.["smithy.api#required"] !== undefined;

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
