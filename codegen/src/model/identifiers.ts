const IDENTIFIER = "[A-Za-z_][A-Za-z0-9_]*";

/** @see https://smithy.io/2.0/spec/model.html#shape-id */
const SHAPE_ID = new RegExp(`^${IDENTIFIER}(?:\\.${IDENTIFIER})*#${IDENTIFIER}$`, "u");
const NAMESPACE = new RegExp(`^${IDENTIFIER}(?:\\.${IDENTIFIER})*$`, "u");
const NAME = new RegExp(`^${IDENTIFIER}$`, "u");

/** Whether it is the absolute id of a shape, such as `com.example#Thing`. */
export const isShapeId = (id: string): boolean => SHAPE_ID.test(id);

/** Whether a file may state it as its namespace. */
export const isNamespace = (name: string): boolean => NAMESPACE.test(name);

/** Whether a shape or member may be called so. */
export const isIdentifier = (name: string): boolean => NAME.test(name);
