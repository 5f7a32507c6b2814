import { problem } from "../../diagnostics/outcome.js";
import { serviceOperations } from "../../model/service-operations.js";
import type { ServiceRule } from "../rule.js";

/** Every operation of a service that speaks HTTP must say how it is called. */
export const httpTrait: ServiceRule = (model, service) =>
  serviceOperations(model, service)
    .filter(({ traits }) => !traits.has("smithy.api#http"))
    .map(({ id, location }) =>
      problem({
        location,
        shapeId: id,
        message: 'lacks the trait "http"',
        help: 'Write it like: http: { method: POST, uri: "/things/{Id}", code: 200 }',
      }),
    );
