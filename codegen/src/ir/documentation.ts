import type { Traits } from "../model/model.js";
import type { DocumentationIr } from "./documentation-ir.js";
import { present } from "./present.js";
import { asString, recordTrait, stringTrait } from "./traits.js";

/** Reads what the traits of a shape or member tell readers. */
export function documentationOf(traits: Traits): DocumentationIr {
  const deprecated = recordTrait(traits, "smithy.api#deprecated");
  return present({
    text: stringTrait(traits, "smithy.api#documentation"),
    deprecated:
      deprecated &&
      present({ message: asString(deprecated["message"]), since: asString(deprecated["since"]) }),
    links: Object.entries(recordTrait(traits, "smithy.api#externalDocumentation") ?? {}).flatMap(
      ([title, url]) => (typeof url === "string" ? [{ title, url }] : []),
    ),
  });
}
