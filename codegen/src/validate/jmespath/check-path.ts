import type { Model } from "../../model/model.js";
import { fieldOf, itemOf, type KnownValue, type Step, type WrongStep } from "./known-value.js";
import { type JmespathNode, parseJmespath, partsOf } from "./parse.js";

/**
 * Follows a JMESPath expression through shapes; what functions give is not known, and so never wrong.
 * @param root - what the expression is applied to.
 * @returns every step that leads nowhere.
 */
export const checkPath = (model: Model, expression: string, root: KnownValue): readonly WrongStep[] => {
  const parsed = parseJmespath(expression);
  if ("problem" in parsed) {
    return [{ problem: `it is no JMESPath expression (${parsed.problem})` }];
  }
  const walker = new Walker(model);
  walker.visit(parsed.node, root);
  return walker.wrong;
};

class Walker {
  readonly wrong: WrongStep[] = [];
  readonly #model: Model;

  constructor(model: Model) {
    this.#model = model;
  }

  /** What an expression gives when it is applied to `current`. */
  visit(node: JmespathNode, current: KnownValue): KnownValue {
    const parts = partsOf(node);
    switch (node.type) {
      case "Field":
        return this.#step(fieldOf(this.#model, current, node.name ?? ""));
      case "Current":
      case "Identity":
        return current;
      case "Subexpression":
      case "Pipe":
        return parts.reduce((value, part) => this.visit(part, value), current);
      case "IndexExpression":
        return this.#index(parts, current);
      case "Projection":
      case "FilterProjection":
      case "Flatten":
        return this.#project(node.type, parts, current);
      case "ValueProjection":
        for (const part of parts.slice(0, 1)) this.visit(part, current);
        return undefined;
      // What stands behind & is applied to the items of a list that is another argument.
      case "ExpressionReference":
        return undefined;
      default:
        for (const part of parts) this.visit(part, current);
        return undefined;
    }
  }

  #index([left, index]: readonly JmespathNode[], current: KnownValue): KnownValue {
    const list = left && this.visit(left, current);
    const item = this.#step(itemOf(this.#model, list));
    return index?.type === "Slice" ? { kind: "list", item } : item;
  }

  #project(type: string, [left, right, condition]: readonly JmespathNode[], current: KnownValue): KnownValue {
    const item = this.#step(itemOf(this.#model, left && this.visit(left, current)));
    if (type === "Flatten") return { kind: "list", item: this.#flattened(item) };
    if (condition !== undefined) this.visit(condition, item);
    return { kind: "list", item: right && this.visit(right, item) };
  }

  /** Items that are lists become their items; others stay. */
  #flattened(item: KnownValue): KnownValue {
    const below = itemOf(this.#model, item);
    return "problem" in below ? item : below.value;
  }

  #step(step: Step): KnownValue {
    if (!("problem" in step)) return step.value;
    this.wrong.push(step);
    return undefined;
  }
}
