import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { didYouMean } from "../../diagnostics/nearest.js";
import { problem } from "../../diagnostics/outcome.js";
import { locateTrait } from "../../model/located-traits.js";
import { shapeName, shapeNamespace } from "../../model/lookup.js";
import { serviceOperations } from "../../model/service-operations.js";
import type { ServiceRule } from "../rule.js";
import { traitProperty } from "../trait-property.js";

const STARTS_JOB = "tinsmith#startsJob";

/** The operation that follows a job must be one of the service's own. */
export const startsJob: ServiceRule = (model, service, unread) => {
  const operations = serviceOperations(model, service);
  const names = operations.flatMap(({ id }) => [shapeName(id), id]);
  return operations.flatMap(({ id, traits, location }): Diagnostic[] => {
    const followedBy = traitProperty(traits, STARTS_JOB, "followedBy");
    if (followedBy === undefined || names.includes(followedBy)) return [];
    if (unread.has(followedBy) || unread.has(`${shapeNamespace(id)}#${followedBy}`)) return [];
    return [
      problem({
        location: locateTrait(traits, STARTS_JOB, ["followedBy"], location),
        shapeId: id,
        message: `${service.id} has no operation ${followedBy} to follow the job with`,
        help: didYouMean(followedBy, names),
      }),
    ];
  });
};
