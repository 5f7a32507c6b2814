import type { Diagnostic, Outcome } from "../diagnostics/diagnostic.js";
import { outcomeOf, problem, sayOnce, sortDiagnostics, warning } from "../diagnostics/outcome.js";
import type { Model, ServiceShape, ShapeId } from "../model/model.js";
import { NOTHING_UNREAD, type Unread } from "../model/unread.js";
import type { ModelRule, ServiceRule } from "./rule.js";
import { bindingConflicts } from "./rules/binding-conflicts.js";
import { conflictingTraits } from "./rules/conflicting-traits.js";
import { danglingTargets } from "./rules/dangling-targets.js";
import { dedicatedShapes } from "./rules/dedicated-shapes.js";
import { defaults } from "./rules/defaults.js";
import { emptyUnions } from "./rules/empty-unions.js";
import { enumValues } from "./rules/enum-values.js";
import { examples } from "./rules/examples.js";
import { httpCollections } from "./rules/http-collections.js";
import { httpLabels } from "./rules/http-labels.js";
import { httpTrait } from "./rules/http-trait.js";
import { pagination } from "./rules/pagination.js";
import { patterns } from "./rules/patterns.js";
import { protocol } from "./rules/protocol.js";
import { recursion } from "./rules/recursion.js";
import { renames } from "./rules/renames.js";
import { resources } from "./rules/resources.js";
import { routeConflicts } from "./rules/route-conflicts.js";
import { serviceBindings } from "./rules/service-bindings.js";
import { startsJob } from "./rules/starts-job.js";
import { targetKinds } from "./rules/target-kinds.js";
import { traitPlaces } from "./rules/trait-places.js";
import { traitValues } from "./rules/trait-values.js";
import { unknownTraits } from "./rules/unknown-traits.js";
import { waiters } from "./rules/waiters.js";
import { wholeBounds } from "./rules/whole-bounds.js";
import { selectService } from "./select-service.js";
import { unsupportedOperations } from "./unsupported-operations.js";

const MODEL_RULES: readonly ModelRule[] = [
  danglingTargets,
  targetKinds,
  recursion,
  unknownTraits,
  traitPlaces,
  traitValues,
  conflictingTraits,
  dedicatedShapes,
  defaults,
  emptyUnions,
  enumValues,
  wholeBounds,
  patterns,
  bindingConflicts,
  httpCollections,
  httpLabels,
  resources,
  waiters,
  examples,
];

const SERVICE_RULES: readonly ServiceRule[] = [
  protocol,
  renames,
  serviceBindings,
  httpTrait,
  routeConflicts,
  pagination,
  startsJob,
];

/** What is validated, and how strictly. */
export interface ValidateOptions {
  /** The service to make a client for; may be left out where the model has but one. */
  readonly service?: ShapeId | undefined;
  /** Whether an operation that must be left out is an error. Default: false. */
  readonly strict?: boolean | undefined;
  /** What the model's files have, though the model lacks it: no rule takes it for missing. Default: nothing. */
  readonly unread?: Unread | undefined;
}

/**
 * Checks a model against every rule.
 * @returns the service that a client can be made for, or all problems at once, in reading order.
 */
export const validateModel = (
  model: Model,
  { service, strict = false, unread = NOTHING_UNREAD }: ValidateOptions = {},
): Outcome<ServiceShape> => {
  const found = MODEL_RULES.flatMap((rule) => rule(model, unread));
  const selected = selectService(model, service, unread);
  const all = [
    ...found,
    ...selected.diagnostics,
    ...(selected.ok ? checkService(model, selected.value, { strict, unread }) : []),
  ];
  const diagnostics = sortDiagnostics(sayOnce(all));
  return selected.ok ? outcomeOf(selected.value, diagnostics) : { ok: false, diagnostics };
};

const checkService = (
  model: Model,
  service: ServiceShape,
  { strict, unread }: { readonly strict: boolean; readonly unread: Unread },
): readonly Diagnostic[] => [
  ...SERVICE_RULES.flatMap((rule) => rule(model, service, unread)),
  ...unsupportedOperations(model, service.id).map(({ operation: { id, location }, reason }) => {
    const details = { location, shapeId: id, message: `the operation is left out: it ${reason}` };
    return strict ? problem({ ...details, help: "Without --strict this is a warning." }) : warning(details);
  }),
];
