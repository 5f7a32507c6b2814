import { z } from "zod";
import { PLACES, TARGETS } from "./places.js";
import {
  annotation,
  anything,
  examples,
  headerName,
  http,
  httpError,
  legacyEnum,
  length,
  paginated,
  range,
  type TraitDefinition,
  text,
  texts,
} from "./trait-values.js";

/**
 * The traits of `smithy.api`, by name.
 * @see https://github.com/smithy-lang/smithy/blob/main/smithy-model/src/main/resources/software/amazon/smithy/model/loader/prelude.smithy
 */
export const PRELUDE_TRAITS: Readonly<Record<string, TraitDefinition>> = {
  // What makes or refines shapes
  trait: { value: anything, on: PLACES.data },
  mixin: { value: z.strictObject({ localTraits: texts.optional() }) },
  private: { value: annotation },
  internal: { value: annotation },
  idRef: { value: anything },
  input: { value: annotation, on: PLACES.structure },
  output: { value: annotation, on: PLACES.structure },
  error: { value: z.enum(["client", "server"]), on: PLACES.structure },
  retryable: { value: z.strictObject({ throttling: z.boolean().optional() }), on: PLACES.structure },
  enum: { value: legacyEnum, on: PLACES.string },
  enumValue: { value: anything, on: PLACES.enumMember },
  enumDefault: { value: annotation, on: PLACES.enumMember },
  sparse: { value: annotation, on: PLACES.listOrMap },
  uniqueItems: { value: annotation, on: PLACES.list },
  unitType: { value: annotation },
  traitValidators: { value: anything },
  box: { value: annotation },

  // What members say of values
  required: { value: annotation, on: PLACES.structureMember },
  clientOptional: { value: annotation, on: PLACES.structureMember },
  addedDefault: { value: annotation, on: PLACES.structureMember },
  default: { value: anything },
  recommended: { value: z.strictObject({ reason: z.string().optional() }), on: PLACES.structureMember },
  range: { value: range, on: PLACES.numbers, targets: TARGETS.numbers },
  length: { value: length, on: PLACES.sized, targets: TARGETS.sized },
  pattern: { value: z.string(), on: PLACES.text, targets: TARGETS.text },
  sensitive: { value: annotation, on: PLACES.data },
  idempotencyToken: { value: annotation, on: PLACES.structureMember, targets: TARGETS.text },

  // How values are written
  jsonName: { value: text, on: PLACES.aggregateMember },
  mediaType: { value: text, on: PLACES.blobOrString },
  timestampFormat: {
    value: z.enum(["date-time", "epoch-seconds", "http-date"]),
    on: PLACES.timestamp,
    targets: TARGETS.timestamp,
  },
  xmlAttribute: { value: annotation },
  xmlFlattened: { value: annotation },
  xmlName: { value: text },
  xmlNamespace: { value: anything },

  // HTTP
  http: { value: http, on: PLACES.operation },
  httpLabel: { value: annotation, on: PLACES.structureMember },
  httpQuery: { value: text, on: PLACES.structureMember, targets: TARGETS.headerOrQuery },
  httpQueryParams: { value: annotation, on: PLACES.structureMember, targets: TARGETS.map },
  httpHeader: { value: headerName, on: PLACES.structureMember, targets: TARGETS.headerOrQuery },
  httpPrefixHeaders: { value: z.string(), on: PLACES.structureMember, targets: TARGETS.map },
  httpPayload: { value: annotation, on: PLACES.structureMember, targets: TARGETS.payload },
  httpResponseCode: { value: annotation, on: PLACES.structureMember, targets: TARGETS.integer },
  httpError: { value: httpError, on: PLACES.structure },
  httpChecksumRequired: { value: annotation, on: PLACES.operation },
  requestCompression: { value: z.strictObject({ encodings: texts }), on: PLACES.operation },
  cors: { value: anything, on: PLACES.service },
  endpoint: { value: z.strictObject({ hostPrefix: text }), on: PLACES.operation },
  hostLabel: { value: annotation, on: PLACES.structureMember, targets: TARGETS.text },
  streaming: { value: annotation, on: PLACES.blobOrUnion },
  requiresLength: { value: annotation, on: PLACES.blob },
  eventHeader: { value: annotation, on: PLACES.structureMember },
  eventPayload: { value: annotation, on: PLACES.structureMember },

  // What operations do
  readonly: { value: annotation, on: PLACES.operation },
  idempotent: { value: annotation, on: PLACES.operation },
  paginated: { value: paginated, on: PLACES.serviceOrOperation },
  examples: { value: examples, on: PLACES.operation },

  // Resources
  references: { value: anything },
  resourceIdentifier: { value: text, on: PLACES.structureMember, targets: TARGETS.text },
  property: { value: anything, on: PLACES.structureMember },
  nestedProperties: { value: annotation, on: PLACES.structureMember },
  notProperty: { value: annotation },
  noReplace: { value: annotation, on: PLACES.resource },

  // Who may call
  auth: { value: z.array(z.string()), on: PLACES.serviceOrOperation },
  optionalAuth: { value: annotation, on: PLACES.operation },
  authDefinition: { value: anything },
  protocolDefinition: { value: anything },
  httpBasicAuth: { value: annotation, on: PLACES.service },
  httpDigestAuth: { value: annotation, on: PLACES.service },
  httpBearerAuth: { value: annotation, on: PLACES.service },
  httpApiKeyAuth: { value: anything, on: PLACES.service },

  // What people read
  documentation: { value: z.string() },
  externalDocumentation: { value: z.record(z.string(), z.string()) },
  title: { value: text, on: PLACES.serviceOrResource },
  deprecated: { value: z.strictObject({ message: z.string().optional(), since: z.string().optional() }) },
  since: { value: z.string() },
  tags: { value: z.array(z.string()) },
  unstable: { value: annotation },
  suppress: { value: z.array(z.string()) },
};
