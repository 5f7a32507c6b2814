import { shapeName } from "../model/lookup.js";
import type { OperationShape } from "../model/model.js";
import type { JobIr } from "./operation-ir.js";
import { present } from "./present.js";
import { asString, recordTrait } from "./traits.js";

/** Reads what an operation says of the jobs that it tells of. @returns nothing where it tells of none */
export function jobOf({ traits }: OperationShape): JobIr | undefined {
  const job = recordTrait(traits, "tinsmith#job");
  if (job === undefined) return undefined;
  const list = asString(job["list"]);
  return present({
    name: asString(job["name"]) ?? "",
    id: asString(job["id"]) ?? "",
    status: asString(job["status"]) ?? "",
    operation: asString(job["operation"]),
    error: asString(job["error"]),
    completed: textsOf(job["completed"]),
    failed: textsOf(job["failed"]),
    list: list === undefined ? undefined : lastPartOf(list),
    conflict: asString(job["conflict"]),
  });
}

/** The name of an operation that a trait names, with or without namespace. */
export const lastPartOf = (id: string): string => (id.includes("#") ? shapeName(id) : id);

const textsOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.flatMap((each) => asString(each) ?? []) : [];
