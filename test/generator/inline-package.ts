import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { buildModel, generatePackage, validateModel } from "@tinsmith/codegen";

/** A package that was generated for a test. */
export interface InlinePackage {
  /** Loads one of its modules, such as `index`. */
  load<Module>(name: string): Promise<Module>;
  destroy(): void;
}

/** Generates a package from the text of a model, to where tests can import it. @throws Error with what is wrong with the model */
export function generateInline(text: string): InlinePackage {
  const built = buildModel([{ file: "model.yaml", text }]);
  if (!built.ok) throw new Error(JSON.stringify(built.diagnostics, undefined, 2));
  const service = validateModel(built.value);
  if (!service.ok) throw new Error(JSON.stringify(service.diagnostics, undefined, 2));
  const generated = generatePackage(built.value, service.value.id, { extensionEntries: [] });
  if (!generated.ok) throw new Error(JSON.stringify(generated.diagnostics, undefined, 2));
  // Below the repository, where the names of its packages are known.
  const folder = mkdtempSync(join(process.cwd(), "test", "generator", ".inline-"));
  for (const { path, contents } of generated.value) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, contents);
  }
  return {
    load: <Module>(name: string) => import(join(folder, "src", `${name}.ts`)) as Promise<Module>,
    destroy: () => rmSync(folder, { recursive: true }),
  };
}
