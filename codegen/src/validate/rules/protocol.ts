import { problem } from "../../diagnostics/outcome.js";
import type { ServiceShape } from "../../model/model.js";
import type { ServiceRule } from "../rule.js";

const REST_JSON = "aws.protocols#restJson1";

/** Namespaces in which the protocols are defined. */
const PROTOCOL_NAMESPACES = /^(?:aws\.protocols|smithy\.protocols)#/u;

/** A service must speak restJson1, the one protocol that the runtime knows. */
export const protocol: ServiceRule = (model, service) => {
  if (service.traits.has(REST_JSON)) return [];
  const spoken = protocolsOf(service).concat(
    [...service.traits.keys()].filter((id) =>
      model.shapes.get(id)?.traits.has("smithy.api#protocolDefinition"),
    ),
  );
  const has = spoken.length === 0 ? "it names no protocol" : `it has ${spoken.join(", ")}`;
  return [
    problem({
      location: service.location,
      shapeId: service.id,
      message: `the service does not speak ${REST_JSON}: ${has}`,
      help: "No client can be made for another protocol.",
    }),
  ];
};

const protocolsOf = ({ traits }: ServiceShape): string[] =>
  [...traits.keys()].filter((id) => PROTOCOL_NAMESPACES.test(id));
