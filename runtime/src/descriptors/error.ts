import type { StructureDescriptor } from "./shape.js";

/** An error that a service answers with: a structure, and what the protocol says of it. Its class holds it. */
export interface ErrorDescriptor extends StructureDescriptor {
  /** Name on the wire, without namespace, e.g. `NotFoundException`. */
  readonly name: string;
  /** Whose fault it is. */
  readonly fault: "client" | "server";
  /** Usual HTTP status, where the model states one. */
  readonly status?: number;
  /** What the `retryable` trait says, where the model has it. */
  readonly retryable?: { readonly throttling: boolean };
  /** Properties of the members whose own name all errors use otherwise. */
  readonly properties?: Readonly<Record<string, string>>;
}

/** The property of an error's class that has the value of a member. */
export function propertyOf({ properties = {} }: ErrorDescriptor, member: string): string {
  return (Object.hasOwn(properties, member) ? properties[member] : undefined) ?? member;
}
