import type { Member } from "../model/model.js";
import type { HttpMemberBindingIr } from "./member-ir.js";
import { stringTrait } from "./traits.js";

/**
 * Reads where outside the body a member travels.
 *
 * @param greedyLabels - names of members that take several path segments
 * @see https://smithy.io/2.0/spec/http-bindings.html
 */
export function httpMemberBinding(
  member: Member,
  greedyLabels: ReadonlySet<string>,
): HttpMemberBindingIr | undefined {
  const { traits } = member;
  const header = stringTrait(traits, "smithy.api#httpHeader");
  if (header !== undefined) return { location: "header", name: header };
  const query = stringTrait(traits, "smithy.api#httpQuery");
  if (query !== undefined) return { location: "query", name: query };
  const prefix = stringTrait(traits, "smithy.api#httpPrefixHeaders");
  if (prefix !== undefined) return { location: "prefixHeaders", name: prefix };
  if (traits.has("smithy.api#httpLabel")) {
    return { location: greedyLabels.has(member.name) ? "greedyLabel" : "label" };
  }
  if (traits.has("smithy.api#httpPayload")) return { location: "payload" };
  if (traits.has("smithy.api#httpQueryParams")) return { location: "queryParams" };
  if (traits.has("smithy.api#httpResponseCode")) return { location: "statusCode" };
  return undefined;
}
