import { z } from "zod";
import type { ValuePath } from "../model/located-traits.js";

/** The keys that an object may have at a path below a schema; none where the schema leaves them open. */
export const keysKnownTo = (schema: z.core.$ZodType, path: ValuePath): readonly string[] => {
  const found = path.reduce<z.core.$ZodType | undefined>(below, schema);
  const object = found && withoutOptional(found);
  return object instanceof z.ZodObject ? Object.keys(object.shape) : [];
};

const below = (schema: z.core.$ZodType | undefined, step: string | number): z.core.$ZodType | undefined => {
  const parent = schema && withoutOptional(schema);
  if (parent instanceof z.ZodObject) return parent.shape[step];
  if (parent instanceof z.ZodArray) return parent.element;
  return parent instanceof z.ZodRecord ? parent.valueType : undefined;
};

const withoutOptional = (schema: z.core.$ZodType): z.core.$ZodType =>
  schema instanceof z.ZodOptional ? schema.unwrap() : schema;
