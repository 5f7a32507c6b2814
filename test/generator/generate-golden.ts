import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  buildModel,
  generatePackage,
  type Member,
  type Model,
  type Shape,
  validateModel,
} from "@tinsmith/codegen";

/** Folder of the goldens, relative to the repository's. */
export const GOLDENS = "test/goldens";

/** The extension that golden packages are generated with. */
const EXTENSION_ENTRIES = ["local"];

/**
 * Generates the package of a golden scenario.
 *
 * @returns contents by path
 */
export function generateGolden(name: string): ReadonlyMap<string, string> {
  const file = `${GOLDENS}/${name}/model.yaml`;
  const built = buildModel([{ file, text: readFileSync(join(process.cwd(), file), "utf8") }]);
  if (!built.ok) throw new Error(JSON.stringify(built.diagnostics, undefined, 2));
  const model = withPrototypeMembers(built.value);
  const service = validateModel(model);
  if (!service.ok) throw new Error(JSON.stringify(service.diagnostics, undefined, 2));
  const extensionEntries = name === "package" ? EXTENSION_ENTRIES : [];
  const generated = generatePackage(model, service.value.id, { extensionEntries });
  if (!generated.ok) throw new Error(JSON.stringify(generated.diagnostics, undefined, 2));
  return new Map(generated.value.map(({ path, contents }) => [path, contents]));
}

/** Names members `PROTO__` of a model `__proto__`, whatever becomes of such a key in the loader. */
function withPrototypeMembers(model: Model): Model {
  return { ...model, shapes: new Map([...model.shapes].map(([id, shape]) => [id, renamed(shape)])) };
}

function renamed(shape: Shape): Shape {
  if (!("members" in shape)) return shape;
  const members = [...shape.members.values()].map(
    (member): Member => (member.name === "PROTO__" ? { ...member, name: "__proto__" } : member),
  );
  return { ...shape, members: new Map(members.map((member) => [member.name, member])) };
}
