import type { Diagnostic, Outcome } from "../diagnostics/diagnostic.js";
import { outcomeOf, problem } from "../diagnostics/outcome.js";
import { buildService } from "../ir/build-service.js";
import { byText } from "../ir/names.js";
import type { Model, ShapeId } from "../model/model.js";
import type { PackagePlan } from "../plan/package-plan.js";
import { planPackage } from "../plan/plan-package.js";
import type { OutputFile } from "../write/output-file.js";
import { packageFiles } from "./files/package-files.js";
import { renderFiles } from "./files/render.js";
import { commandFiles } from "./package/command-files.js";
import { licence } from "./package/licence.js";
import { packageJson } from "./package/package-json.js";
import { readme } from "./package/readme.js";
import { tsdownConfig } from "./package/tsdown-config.js";

/** What else belongs to the package. */
export interface GenerateOptions {
  /** Base names of the files that others add directly below `src`, each an entry of the package. */
  readonly extensionEntries: readonly string[];
  /** Whether `src/local/command.ts` is among what others add: then the package has a command. Default: false. */
  readonly hasLocalCommand?: boolean | undefined;
}

/**
 * Makes the source of a client package out of a validated model: IR, plan, text. Reads and writes no files, and
 * gives the same bytes for the same model, in whatever order its files and shapes come.
 */
export function generatePackage(
  model: Model,
  serviceId: ShapeId,
  { extensionEntries, hasLocalCommand = false }: GenerateOptions,
): Outcome<readonly OutputFile[]> {
  const entries = [...extensionEntries].sort(byText);
  const plan = planPackage(buildService(model, serviceId), entries);
  const sources = packageFiles(plan);
  const files = [
    ...renderFiles(sources),
    licence(),
    packageJson(plan, entries, hasLocalCommand),
    readme(plan, entries, hasLocalCommand),
    tsdownConfig(plan, entries, hasLocalCommand),
    ...(hasLocalCommand ? commandFiles(plan) : []),
  ];
  files.sort((left, right) => byText(left.path, right.path));
  return outcomeOf(files, clashes(plan, files, entries));
}

/** Entries that would overwrite a file of the package. */
function clashes(
  { service }: PackagePlan,
  files: readonly OutputFile[],
  entries: readonly string[],
): readonly Diagnostic[] {
  const paths = new Map(files.map(({ path }) => [path.toLowerCase(), path]));
  return entries.flatMap((entry) => {
    const path = paths.get(`src/${entry}.ts`.toLowerCase());
    if (path === undefined) return [];
    const location = { file: service.source, line: 1, column: 1 };
    return problem({
      location,
      message: `the extension ${entry}.ts would overwrite the generated ${path}`,
      help: "Give the extension another name.",
    });
  });
}
