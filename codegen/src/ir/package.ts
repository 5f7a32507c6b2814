import type { Model } from "../model/model.js";
import type { ServiceIdentity } from "./service-identity.js";
import type { PackageIr } from "./service-ir.js";
import { asString, isRecord } from "./traits.js";

/** Range of `@tinsmith/runtime` for models that name none. */
const DEFAULT_RUNTIME = "^0.1.0";

/** Fields of `package.json` that a model may state and that are passed on as they are. */
const PASSED_ON = ["author", "bugs", "homepage", "keywords", "publishConfig", "repository"];

/** Reads `metadata.tinsmith.package`; a model without it, such as AWS's own, gets a name from the service's. */
export function packageOf(model: Model, service: ServiceIdentity): PackageIr {
  const tinsmith = model.metadata["tinsmith"];
  const described = isRecord(tinsmith) ? tinsmith["package"] : undefined;
  const fields = isRecord(described) ? described : {};
  return {
    name: asString(fields["name"]) ?? `@tinsmith/${service.name.toLowerCase()}`,
    version: asString(fields["version"]) ?? "0.0.0",
    description: asString(fields["description"]) ?? `Light, strict client of ${service.title}.`,
    runtime: asString(fields["runtime"]) ?? DEFAULT_RUNTIME,
    extra: Object.fromEntries(
      PASSED_ON.flatMap((name) => (fields[name] === undefined ? [] : [[name, fields[name]]])),
    ),
  };
}
