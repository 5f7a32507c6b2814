import { shapeName } from "../model/lookup.js";
import type { ServiceShape } from "../model/model.js";
import { asString, recordTrait, stringTrait } from "./traits.js";

/** How a service is called, by people, by code and on the wire. */
export interface ServiceIdentity {
  /** Prefix of everything named after the service, e.g. `ApiGatewayV2`. */
  readonly name: string;
  readonly sdkId: string;
  readonly title: string;
  readonly version: string;
  readonly signingName: string;
  readonly endpointPrefix: string;
}

/** Reads how a service is called; what AWS's traits do not say is derived as AWS's clients derive it. */
export function identityOf(service: ServiceShape): ServiceIdentity {
  const aws = recordTrait(service.traits, "aws.api#service") ?? {};
  const sdkId = asString(aws["sdkId"]) ?? shapeName(service.id);
  const arnNamespace = asString(aws["arnNamespace"]) ?? joined(sdkId).toLowerCase();
  return {
    name: joined(sdkId),
    sdkId,
    title: stringTrait(service.traits, "smithy.api#title") ?? sdkId,
    version: service.version,
    signingName: asString(recordTrait(service.traits, "aws.auth#sigv4")?.["name"]) ?? arnNamespace,
    endpointPrefix: asString(aws["endpointPrefix"]) ?? arnNamespace,
  };
}

/** `Rest Json Protocol` → `RestJsonProtocol`. */
function joined(sdkId: string): string {
  return sdkId
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
}
