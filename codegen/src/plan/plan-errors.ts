import type { MemberIr } from "../ir/member-ir.js";
import type { ErrorIr, ServiceIr } from "../ir/service-ir.js";
import type { ShapeId } from "../model/model.js";
import { FIXED_FILES } from "./modules.js";
import { createNamer } from "./namer.js";
import type { ErrorSymbols } from "./package-plan.js";
import { EXCEPTION_MEMBERS } from "./reserved-names.js";

/** Names the classes of a service's errors, and their properties. */
export function planErrors(
  service: ServiceIr,
  types: ReadonlyMap<ShapeId, string>,
): ReadonlyMap<ShapeId, ErrorSymbols> {
  return new Map(
    service.errors.map((error) => {
      const name = types.get(error.id) ?? error.name;
      return [
        error.id,
        {
          type: { name, module: FIXED_FILES.errors },
          properties: propertiesOf(errorMembers(service, error)),
        },
      ];
    }),
  );
}

/** @returns the members of an error */
export function errorMembers(service: ServiceIr, error: ErrorIr): readonly MemberIr[] {
  const shape = service.shapes.get(error.id);
  return shape?.kind === "structure" ? shape.members : [];
}

/** Members whose name all errors use otherwise get another property name; the others come first, and keep theirs. */
function propertiesOf(members: readonly MemberIr[]): ReadonlyMap<string, string> {
  const clashes = new Set(EXCEPTION_MEMBERS);
  const properties = createNamer(EXCEPTION_MEMBERS);
  const named = new Map(
    members.filter(({ name }) => !clashes.has(name)).map(({ name }) => [name, properties.take(name)]),
  );
  for (const { name } of members) if (clashes.has(name)) named.set(name, properties.take(name));
  return named;
}
