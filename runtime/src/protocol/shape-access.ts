import type { MemberDescriptor, ShapeDescriptor } from "../descriptors/shape.js";

/** The shape that a member holds; follows the thunk where there is one. */
export function targetOf(member: MemberDescriptor): ShapeDescriptor {
  return typeof member.target === "function" ? member.target() : member.target;
}

/** Whether a value has members: an object that is no array. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * What an input holds under a member's name. Getters of the caller's own classes count; what every object inherits,
 * such as `constructor`, does not.
 */
export function memberValue(container: object, name: string): unknown {
  if (name in Object.prototype && !Object.hasOwn(container, name)) return undefined;
  return (container as Record<string, unknown>)[name];
}

/**
 * Sets a key that comes from outside: a key like any other, also where all objects inherit something under it, be it
 * `__proto__` or what cannot be written since somebody has frozen `Object.prototype`.
 */
export function setKey(container: object, key: string, value: unknown): void {
  if (key in Object.prototype) {
    Object.defineProperty(container, key, { value, enumerable: true, writable: true, configurable: true });
  } else {
    (container as Record<string, unknown>)[key] = value;
  }
}
