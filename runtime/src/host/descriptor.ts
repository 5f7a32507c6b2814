import type { MemberDescriptor, ShapeDescriptor } from "../descriptors/shape.js";

/** The shape that a member refers to. */
export const shapeOf = (member: MemberDescriptor): ShapeDescriptor =>
  typeof member.target === "function" ? member.target() : member.target;

/** A member's key in the JSON body. */
export const jsonKeyOf = (name: string, member: MemberDescriptor): string => member.jsonName ?? name;

/** Whether a value is an object with members: no array, no null. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
