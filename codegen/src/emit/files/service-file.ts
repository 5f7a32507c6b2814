import type { ServiceIr } from "../../ir/service-ir.js";
import { FIXED_FILES } from "../../plan/modules.js";
import type { PackagePlan } from "../../plan/package-plan.js";
import { runtime } from "../../plan/runtime-symbols.js";
import { DESCRIPTOR_FORMAT } from "../descriptors/format.js";
import { escapeTsdoc } from "../documentation/escape.js";
import { documented, sentence } from "../documentation/tsdoc.js";
import { use, useType } from "../layout/fragment.js";
import { array, literal, object, tallObject, text } from "../layout/literals.js";
import type { SourceFile } from "./source-file.js";

/** Makes the file of the service's descriptor. */
export function serviceFile({ root, service, commonErrors }: PackagePlan): SourceFile {
  const { name, sdkId, version, signingName, endpointPrefix } = service;
  return {
    module: FIXED_FILES.service,
    sources: [service.source],
    statements: [
      documented(
        [sentence(`What all operations of ${escapeTsdoc(service.title)} have in common.`)],
        [
          `export const ${root.service.name}: `,
          useType(runtime("ServiceDescriptor")),
          " = ",
          tallObject([
            ["format", literal(DESCRIPTOR_FORMAT)],
            ["name", text(name)],
            ["sdkId", text(sdkId)],
            ["version", text(version)],
            ["signingName", text(signingName)],
            ["endpointPrefix", text(endpointPrefix)],
            ["routes", array(routesOf(service).map(text))],
            [
              "package",
              object([
                ["name", text(service.package.name)],
                ["version", text(service.package.version)],
              ]),
            ],
            ["commonErrors", array(commonErrors.map(({ type }) => use(type)))],
            ["unmodeledError", use(root.unmodeled)],
          ]),
          ";",
        ],
      ),
    ],
  };
}

/** Two operations of one route differ in query or headers only; sorted, so that the order of a model's files does not show. */
function routesOf({ operations }: ServiceIr): string[] {
  return [...new Set(operations.map(({ http: { method, uri } }) => `${method} ${uri}`))].sort();
}
