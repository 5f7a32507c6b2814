import { type ModelMember, rangeOf, type ServiceModel, shapeOf } from "./service-model.js";

/** A value that the model accepts for a member: every member of every structure set, lists of one item. */
const validValue = (model: ServiceModel, member: ModelMember): unknown => {
  const shape = shapeOf(model, member.target);
  switch (shape.type) {
    case "structure":
      return validStructure(model, member.target);
    case "list":
      return [validValue(model, shape.member ?? { target: "" })];
    case "enum":
      return Object.values(shape.members ?? {})[0]?.traits?.["smithy.api#enumValue"];
    case "boolean":
      return true;
    case "double":
    case "integer":
      return rangeOf(model, member)?.min ?? 8;
    case "string":
      return "dev";
    default:
      throw new Error(`The mutation suite knows no value for a shape of type ${shape.type}`);
  }
};

/** {@link validValue} for a structure by its id. */
export const validStructure = (model: ServiceModel, id: string): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(shapeOf(model, id).members ?? {}).map(([name, member]) => [
      name,
      validValue(model, member),
    ]),
  );
