/** What a value looks like, as far as tests need it to make and write one. */
export type Shape = StructureShape | ListShape | StringShape | NumberShape | BooleanShape;

export interface StructureShape {
  readonly kind: "structure";
  readonly name: string;
  /** In the order in which the official client writes them. */
  readonly members: readonly Member[];
}

export interface Member {
  readonly name: string;
  readonly shape: Shape;
  readonly required: boolean;
  /** Whether the member is part of the path; all others are part of the body. */
  readonly label: boolean;
  /** Key in a JSON body. */
  readonly wireName: string;
}

export interface ListShape {
  readonly kind: "list";
  readonly item: Shape;
}

export interface StringShape {
  readonly kind: "string";
  /** The values of an enum. */
  readonly values?: readonly string[];
}

export interface NumberShape {
  readonly kind: "number";
  /** Whether it is one of 32 bits; else it is a double. */
  readonly integer: boolean;
  readonly min?: number;
  readonly max?: number;
}

export interface BooleanShape {
  readonly kind: "boolean";
}

/** The JSON value that stands on the wire for a value, written by the book: without either client's code. */
export const wireValue = (shape: Shape, value: unknown): unknown => {
  if (value === undefined || value === null) return value;
  switch (shape.kind) {
    case "structure":
      return wireStructure(shape, value as Readonly<Record<string, unknown>>);
    case "list":
      return (value as readonly unknown[]).map((item) => wireValue(shape.item, item));
    case "number":
      // JSON has one zero, and names for what it has no numbers for.
      return Number.isFinite(value) ? (value as number) + 0 : String(value);
    default:
      return value;
  }
};

const wireStructure = (shape: StructureShape, value: Readonly<Record<string, unknown>>): object =>
  Object.fromEntries(
    shape.members
      .filter(({ label }) => !label)
      .map((member) => [member.wireName, wireValue(member.shape, value[member.name])])
      .filter(([, written]) => written !== undefined),
  );
