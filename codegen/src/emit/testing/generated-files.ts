import { buildService } from "../../ir/build-service.js";
import type { ServiceIr } from "../../ir/service-ir.js";
import type { PackagePlan } from "../../plan/package-plan.js";
import { planPackage } from "../../plan/plan-package.js";
import { modelOf } from "../../testing/model-text.js";
import { generatePackage } from "../generate-package.js";

const SERVICE = "com.example#Things";

/** A service whose only operation takes what the test is about. */
const head = (operations: string): string => `
  Things:
    type: service
    version: "1"
    operations: [${operations}]
    traits: { aws.api#service: { sdkId: Things } }
`;

/** An operation that takes and gives the structure `Thing`. */
const OPERATION = `
  DoIt:
    type: operation
    input: DoItInput
    output: DoItOutput
    traits: { http: { method: POST, uri: /do } }
  DoItInput: { type: structure, members: { Thing: Thing } }
  DoItOutput: { type: structure, members: { Thing: Thing } }
`;

/** The text of a model of which the service `Things` has the operation `DoIt` with a `Thing` both ways. */
export const aroundThing = (shapes: string): string => `${head("DoIt")}${OPERATION}${shapes}`;

/** The text of a model of which the service `Things` has the operations named. */
export const withOperations = (operations: string, shapes: string): string => `${head(operations)}${shapes}`;

/** The IR of the service `Things` of a model. */
export const serviceOf = (shapes: string): ServiceIr => buildService(modelOf(shapes), SERVICE);

/** The plan of the package of the service `Things` of a model. */
export const planOf = (shapes: string, extensionEntries: readonly string[] = []): PackagePlan =>
  planPackage(serviceOf(shapes), extensionEntries);

/** The package of the service `Things` of a model: contents by path. */
export function filesOf(
  shapes: string,
  extensionEntries: readonly string[] = [],
): ReadonlyMap<string, string> {
  const generated = generatePackage(modelOf(shapes), SERVICE, { extensionEntries });
  if (!generated.ok) throw new Error(JSON.stringify(generated.diagnostics));
  return new Map(generated.value.map(({ path, contents }) => [path, contents]));
}

/**
 * The lines of a generated file that stand between braces behind the line given, without indentation.
 *
 * @param file - path in the package, e.g. `src/structures.ts`
 * @param opening - how the line before begins, e.g. `export interface Thing {`
 */
export function linesBehind(shapes: string, file: string, opening: string): readonly string[] {
  const lines = (filesOf(shapes).get(file) ?? "").split("\n");
  const start = lines.findIndex((line) => line.startsWith(opening));
  const end = lines.findIndex((line, index) => index > start && /^[}\])]/.test(line));
  return start === -1 ? [] : lines.slice(start + 1, end).map((line) => line.trim());
}
