import { simpleTypes } from "../../ir/simple-types.js";
import type { PackagePlan } from "../../plan/package-plan.js";
import { commandFile } from "../commands/command-file.js";
import { aggregateFile } from "./aggregate-file.js";
import { clientFile } from "./client-file.js";
import { errorsFile } from "./error-file.js";
import { indexFile } from "./index-file.js";
import { jobFiles } from "./job-file.js";
import { operationsFile } from "./operations-file.js";
import { paginatorFiles } from "./paginator-file.js";
import { operationSchemaFiles, zodFile } from "./schema-files.js";
import { serviceFile } from "./service-file.js";
import { doubleSchemaFile, enumsFile, sharedSchemasFile, structuresFile } from "./shared-files.js";
import type { SourceFile } from "./source-file.js";
import { testingFile } from "./testing-file.js";
import { typesFile } from "./types-file.js";
import { unvalidatedFile } from "./unvalidated-file.js";
import { waiterFiles } from "./waiter-file.js";

/** @returns all TypeScript files of a package; those that would hold nothing are left out */
export function packageFiles(plan: PackagePlan): readonly SourceFile[] {
  const { operations } = plan.service;
  const files = [
    serviceFile(plan),
    clientFile(plan),
    aggregateFile(plan),
    ...operations.map((operation) => commandFile(plan, operation)),
    structuresFile(plan),
    enumsFile(plan),
    errorsFile(plan),
    operationsFile(plan),
    typesFile(plan),
    ...operationSchemaFiles(plan),
    sharedSchemasFile(plan),
    ...operations.flatMap((operation) => paginatorFiles(plan, operation)),
    ...operations.flatMap((operation) => waiterFiles(plan, operation)),
    ...operations.flatMap((operation) => jobFiles(plan, operation)),
    zodFile(plan),
    unvalidatedFile(plan),
    testingFile(plan),
    indexFile(plan),
  ].filter(({ statements }) => statements.length > 0);
  const usesDouble = simpleTypes(plan.service).some(({ type }) => type === "double" || type === "float");
  return usesDouble ? [...files, doubleSchemaFile(plan)] : files;
}
