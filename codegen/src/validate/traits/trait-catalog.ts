import { z } from "zod";
import type { TraitId } from "../../model/model.js";
import { PRELUDE_NAMESPACE } from "../../model/prelude.js";
import { PLACES } from "./places.js";
import { PRELUDE_TRAITS } from "./prelude-traits.js";
import { job, type TraitDefinition, text, waitable } from "./trait-values.js";

/** Namespace of the traits that are this generator's own. */
const OWN_NAMESPACE = "tinsmith";

/** @see https://smithy.io/2.0/aws/aws-core.html#sdkid */
const sdkId = z
  .string()
  .regex(
    /^[A-Za-z][A-Za-z0-9]*(?:[ _-][A-Za-z0-9]+)*$/u,
    "expected a name of letters, digits and spaces, such as API Gateway",
  );

const OTHER_TRAITS: Readonly<Record<TraitId, TraitDefinition>> = {
  [`${OWN_NAMESPACE}#job`]: { value: job, on: PLACES.operation },
  [`${OWN_NAMESPACE}#startsJob`]: { value: z.strictObject({ followedBy: text }), on: PLACES.operation },
  "smithy.waiters#waitable": { value: waitable, on: PLACES.operation },
  "aws.api#service": {
    value: z.looseObject({ sdkId, endpointPrefix: text.optional() }),
    on: PLACES.service,
  },
  "aws.auth#sigv4": { value: z.looseObject({ name: text }), on: PLACES.service },
  "aws.protocols#restJson1": { value: z.looseObject({}), on: PLACES.service },
  "aws.endpoints#standardRegionalEndpoints": { value: z.looseObject({}), on: PLACES.service },
};

/** Traits that are read, or at least known, by id. */
export const TRAIT_CATALOG: ReadonlyMap<TraitId, TraitDefinition> = new Map([
  ...Object.entries(PRELUDE_TRAITS).map(
    ([name, definition]) => [`${PRELUDE_NAMESPACE}#${name}`, definition] as const,
  ),
  ...Object.entries(OTHER_TRAITS),
]);

/** Namespaces of which every trait that this generator knows is in the catalogue. */
export const STRICT_NAMESPACES: ReadonlySet<string> = new Set([PRELUDE_NAMESPACE, OWN_NAMESPACE]);

/** What else there is beside the traits of the catalogue in namespaces that have few, by namespace. */
const NOT_READ: Readonly<Record<string, readonly string[]>> = {
  "aws.api": [
    ...["arn", "arnReference", "clientDiscoveredEndpoint", "clientEndpointDiscovery"],
    ...["clientEndpointDiscoveryId", "controlPlane", "data", "dataPlane", "tagEnabled", "taggable"],
  ],
  "aws.auth": ["cognitoUserPools", "sigv4a", "unsignedPayload"],
  "aws.endpoints": [
    ...["dualStackOnlyEndpoints", "endpointsModifier", "rulesBasedEndpoints", "standardPartitionalEndpoints"],
  ],
  "aws.protocols": [
    ...["awsJson1_0", "awsJson1_1", "awsQuery", "awsQueryCompatible", "awsQueryError", "ec2Query"],
    ...["ec2QueryName", "httpChecksum", "restXml"],
  ],
};

/** Traits that may be there without being read: of a namespace whose other traits are. */
export const ACCEPTED_TRAITS: ReadonlySet<TraitId> = new Set(
  Object.entries(NOT_READ).flatMap(([namespace, names]) => names.map((name) => `${namespace}#${name}`)),
);

/**
 * Namespaces whose traits may be there without being read: they concern servers, deployment, tests,
 * or say what the standard rule for endpoints says too.
 */
export const ACCEPTED_NAMESPACES: ReadonlySet<string> = new Set([
  "alloy",
  "aws.apigateway",
  "aws.cloudformation",
  "aws.customizations",
  "aws.iam",
  "aws.tagging",
  "smithy.contracts",
  "smithy.jmespath",
  "smithy.mqtt",
  "smithy.openapi",
  "smithy.protocols",
  "smithy.rules",
  "smithy.test",
]);
