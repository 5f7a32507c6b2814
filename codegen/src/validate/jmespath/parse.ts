import jmespath from "jmespath";

declare module "jmespath" {
  /** Parses an expression; missing in the types of the package. */
  export function compile(expression: string): JmespathNode;
}

/** A part of an expression. What stands in `children` depends on the type; some hold numbers and null. */
export interface JmespathNode {
  readonly type: string;
  readonly name?: string;
  readonly children?: readonly unknown[];
}

/** An expression, or why it is none. @see https://jmespath.org/specification.html */
export const parseJmespath = (
  expression: string,
): { readonly node: JmespathNode } | { readonly problem: string } => {
  try {
    const node = jmespath.compile(expression);
    return isWhole(node) ? { node } : { problem: "a name is missing" };
  } catch (error) {
    const message: unknown = typeof error === "object" && error !== null ? Reflect.get(error, "message") : "";
    return { problem: String(message) };
  }
};

/** The parser lets pass a dot without a name behind it, and leaves a hole there. */
const isWhole = (node: JmespathNode): boolean =>
  !(node.children ?? []).includes(undefined) && partsOf(node).every(isWhole);

/** The parts of a part, numbers aside. */
export const partsOf = ({ children = [] }: JmespathNode): readonly JmespathNode[] => children.filter(isNode);

const isNode = (value: unknown): value is JmespathNode =>
  typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
