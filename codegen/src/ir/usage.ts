import type { Model, OperationShape, ServiceShape, ShapeId } from "../model/model.js";
import { httpOf, inputIdOf, outputIdOf } from "./build-operation.js";
import { greedyLabelsOf } from "./build-shape.js";
import { memberTargets, reachableFrom } from "./reach.js";
import type { Direction, Home } from "./shape-ir.js";

/** Who uses which shape for what: worked out once for a service. */
export interface Usage {
  /** All shapes that operations reach. */
  readonly reached: ReadonlySet<ShapeId>;
  /** Errors that operations or the service list. */
  readonly errors: ReadonlySet<ShapeId>;
  readonly directionOf: (id: ShapeId) => Direction;
  readonly homeOf: (id: ShapeId) => Home;
  readonly greedyLabelsOf: (id: ShapeId) => ReadonlySet<string>;
}

/** Works out who uses which shape for what. */
export function usageOf(model: Model, service: ServiceShape, operations: readonly OperationShape[]): Usage {
  const errors = new Set(
    [service, ...operations].flatMap((shape) => shape.errors.map(({ target }) => target)),
  );
  const inputs = new Set(operations.map(inputIdOf));
  const fromInputs = reachableFrom(model, inputs);
  const fromOutputs = reachableFrom(model, [...operations.map(outputIdOf), ...errors]);
  const reached = new Set([...fromInputs, ...fromOutputs]);
  const targets = memberTargets(model, reached);
  const users = usersOf(operations);
  const labels = labelsOf(operations);
  return {
    reached,
    errors,
    directionOf: (id) => {
      if (inputs.has(id) || !fromOutputs.has(id)) return "input";
      return fromInputs.has(id) ? "both" : "output";
    },
    homeOf: (id) => {
      const [only, ...others] = users.get(id) ?? [];
      if (targets.has(id)) return { kind: "shared" };
      if (errors.has(id)) return only === undefined ? { kind: "error", error: id } : { kind: "shared" };
      if (only === undefined || others.length > 0) return { kind: "shared" };
      return { kind: "operation", operation: only };
    },
    greedyLabelsOf: (id) => labels.get(id) ?? new Set(),
  };
}

/** For each input and output structure the operations that use it, twice where one uses it for both. */
function usersOf(operations: readonly OperationShape[]): ReadonlyMap<ShapeId, readonly ShapeId[]> {
  const users = new Map<ShapeId, ShapeId[]>();
  for (const operation of operations) {
    for (const id of [inputIdOf(operation), outputIdOf(operation)]) {
      users.set(id, [...(users.get(id) ?? []), operation.id]);
    }
  }
  return users;
}

function labelsOf(operations: readonly OperationShape[]): ReadonlyMap<ShapeId, ReadonlySet<string>> {
  const labels = new Map<ShapeId, Set<string>>();
  for (const operation of operations) {
    const id = inputIdOf(operation);
    const known = labels.get(id) ?? new Set<string>();
    for (const label of greedyLabelsOf(httpOf(operation).uri)) known.add(label);
    labels.set(id, known);
  }
  return labels;
}
