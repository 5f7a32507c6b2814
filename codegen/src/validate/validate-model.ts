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
import { jobs } from "./rules/jobs.js";
import { pagination, paginationTypes } from "./rules/pagination.js";
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

/** Without these there is no client to make. */
const MODEL_RULES: readonly ModelRule[] = [
  danglingTargets,
  targetKinds,
  recursion,
  unknownTraits,
  traitValues,
  emptyUnions,
  enumValues,
  bindingConflicts,
  httpCollections,
  httpLabels,
];
const SERVICE_RULES: readonly ServiceRule[] = [
  protocol,
  renames,
  serviceBindings,
  httpTrait,
  pagination,
  jobs,
  startsJob,
];

/** A client can be made all the same: what breaks these rules is not used, or harms nobody but the reader. */
const ADVISORY_MODEL_RULES: readonly ModelRule[] = [
  traitPlaces,
  conflictingTraits,
  dedicatedShapes,
  defaults,
  wholeBounds,
  patterns,
  resources,
  waiters,
  examples,
];
const ADVISORY_SERVICE_RULES: readonly ServiceRule[] = [routeConflicts, paginationTypes];

/** What is validated, and how strictly. */
export interface ValidateOptions {
  /** The service to make a client for; may be left out where the model has but one. */
  readonly service?: ShapeId | undefined;
  /** Whether what could be a warning is an error, such as an operation that must be left out. Default: false. */
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
  const found = [
    ...MODEL_RULES.flatMap((rule) => rule(model, unread)),
    ...advise(
      ADVISORY_MODEL_RULES.flatMap((rule) => rule(model, unread)),
      strict,
    ),
  ];
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
  ...advise(
    ADVISORY_SERVICE_RULES.flatMap((rule) => rule(model, service, unread)),
    strict,
  ),
  ...unsupportedOperations(model, service.id).map(({ operation: { id, location }, reason }) => {
    const details = { location, shapeId: id, message: `the operation is left out: it ${reason}` };
    return strict ? problem({ ...details, help: "Without --strict this is a warning." }) : warning(details);
  }),
];

/**
 * In YAML, which is written here, a breach is to be mended. Files in JSON come from elsewhere, and AWS's do break such
 * rules (they carry suppressions of PaginatedTrait and HttpUriConflict): there it is worth a warning.
 */
const advise = (diagnostics: readonly Diagnostic[], strict: boolean): readonly Diagnostic[] =>
  diagnostics.map((diagnostic) =>
    strict || !diagnostic.location.file.toLowerCase().endsWith(".json")
      ? diagnostic
      : { ...diagnostic, severity: "warning" },
  );
