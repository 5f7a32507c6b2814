import type { Diagnostic, Outcome } from "./diagnostics/diagnostic.js";
import { hasErrors, outcomeOf, sortDiagnostics } from "./diagnostics/outcome.js";
import { type ReadModelFiles, readModel } from "./load/load-model.js";
import type { Model, ShapeId } from "./model/model.js";
import { serviceOperations } from "./model/service-operations.js";
import { withSources } from "./model/with-sources.js";
import { unsupportedOperations } from "./validate/unsupported-operations.js";
import { validateModel } from "./validate/validate-model.js";
import { readExistingOutput } from "./write/existing-output.js";
import {
  extensionClashes,
  extensionEntries,
  extensionOutput,
  hasLocalCommand,
} from "./write/extension-files.js";
import { manifestFile } from "./write/manifest.js";
import type { OutputFile } from "./write/output-file.js";
import { checkOutputPlace } from "./write/output-place.js";
import { planWrite, type WritePlan } from "./write/plan-write.js";
import { writeOutput } from "./write/write-output.js";

/** What the emitter is told beside the model. */
export interface EmitOptions {
  /** Base names of the files that extensions put directly below `src`; each becomes an entry of the package. */
  readonly extensionEntries: readonly string[];
  /** Whether extensions bring a service to be started by the package's command. */
  readonly hasLocalCommand?: boolean | undefined;
}

/** Makes the files of a package out of a valid model; pure. */
export type Emit = (model: Model, serviceId: ShapeId, options: EmitOptions) => Outcome<readonly OutputFile[]>;

/** The steps of a run, in order. */
export type Step = "load" | "validate" | "emit" | "compare" | "write";

/** What to generate, and where. */
export interface GenerateOptions {
  /** Model files, and folders to be searched with their sub-folders. */
  readonly models: readonly string[];
  /** The folder to write to: absent, empty, or written by this generator before. */
  readonly out: string;
  /** The service to make a client for; may be left out where the model has but one. */
  readonly service?: ShapeId | undefined;
  /** Compare only, write nothing. Default: false. */
  readonly check?: boolean | undefined;
  /** Whether what must be left out is an error instead of a warning. Default: false. */
  readonly strict?: boolean | undefined;
  readonly emit: Emit;
  /** Told when a step begins. */
  readonly onStep?: ((step: Step) => void) | undefined;
}

/** What a run found and did; with `check`, what it would have done. */
export interface GenerateReport {
  readonly service: ShapeId;
  /** Shapes of the model, the prelude's aside. */
  readonly shapes: number;
  /** Operations that the package offers. */
  readonly operations: number;
  readonly plan: WritePlan;
}

/**
 * load → validate → emit → compare → write. The output folder is touched in the last step alone, and only
 * when nothing was wrong in any other.
 */
export const generate = async (options: GenerateOptions): Promise<Outcome<GenerateReport>> => {
  const place = await checkOutputPlace(options.out, options.models);
  if (place.length > 0) return { ok: false, diagnostics: place };
  const made = await makePackage(options);
  if (!made.ok) return made;
  const { model, service, files } = made.value;
  options.onStep?.("compare");
  const existing = await readExistingOutput(
    options.out,
    files.map(({ path }) => path),
  );
  if (!existing.ok) return { ok: false, diagnostics: [...made.diagnostics, ...existing.diagnostics] };
  const plan = planWrite(existing.value, files);
  const written = options.check === true ? [] : await write(options, plan, service);
  return outcomeOf(report(model, service, plan), [...made.diagnostics, ...written]);
};

/** What is to be written, and what it was made of. */
interface MadePackage {
  readonly model: Model;
  readonly service: ShapeId;
  /** The manifest is among them. */
  readonly files: readonly OutputFile[];
}

const makePackage = async (options: GenerateOptions): Promise<Outcome<MadePackage>> => {
  const { models, service, strict, onStep = () => undefined } = options;
  onStep("load");
  const loaded = await readModel(models);
  onStep("validate");
  const valid = validateModel(loaded.model, { service, strict, unread: loaded.unread });
  const found = sortDiagnostics([...loaded.diagnostics, ...valid.diagnostics]);
  if (!valid.ok || hasErrors(found)) return { ok: false, diagnostics: found };
  onStep("emit");
  const { id } = valid.value;
  const emitted = emitPackage(loaded, id, options.emit);
  const diagnostics = merge(found, emitted.diagnostics);
  if (!emitted.ok) return { ok: false, diagnostics };
  const files = [...emitted.value, manifestFile(id, emitted.value)];
  return { ok: true, value: { model: loaded.model, service: id, files }, diagnostics };
};

const write = ({ out, onStep }: GenerateOptions, plan: WritePlan, service: ShapeId) => {
  onStep?.("write");
  return writeOutput(out, plan, service);
};

const emitPackage = (
  { model, extensions, sources }: ReadModelFiles,
  id: ShapeId,
  emit: Emit,
): Outcome<readonly OutputFile[]> => {
  const emitted = emit(withSources(model, sources), id, {
    extensionEntries: extensionEntries(extensions),
    hasLocalCommand: hasLocalCommand(extensions),
  });
  if (!emitted.ok) return emitted;
  const diagnostics = [...emitted.diagnostics, ...extensionClashes(extensions, emitted.value)];
  return outcomeOf([...emitted.value, ...extensionOutput(extensions)], diagnostics);
};

/** Both, once: the emitter may repeat a warning of the validation. */
const merge = (found: readonly Diagnostic[], more: readonly Diagnostic[]): readonly Diagnostic[] => {
  const said = new Set(found.map(({ shapeId, message }) => `${shapeId} ${message}`));
  return [...found, ...more.filter(({ shapeId, message }) => !said.has(`${shapeId} ${message}`))];
};

const report = (model: Model, id: ShapeId, plan: WritePlan): GenerateReport => {
  const service = model.shapes.get(id);
  const all = service?.type === "service" ? serviceOperations(model, service).length : 0;
  return {
    service: id,
    shapes: model.shapes.size,
    operations: all - unsupportedOperations(model, id).length,
    plan,
  };
};
