/**
 * Makes light, strict AWS clients out of a Smithy model. The command `tinsmith` does all of it; this is for
 * programs that want a part.
 * @packageDocumentation
 */
export type { Diagnostic, Outcome } from "./diagnostics/diagnostic.js";
export { formatLocation, type SourceLocation } from "./diagnostics/location.js";
export { generatePackage } from "./emit/generate-package.js";
export {
  type Emit,
  type EmitOptions,
  type GenerateOptions,
  type GenerateReport,
  generate,
  type Step,
} from "./generate.js";
export type { ExtensionFile } from "./load/files/model-files.js";
export { buildModel, type LoadedModel, loadModel, type ModelText } from "./load/load-model.js";
export { findShape, membersOf, shapeName, shapeNamespace } from "./model/lookup.js";
export type {
  AggregateShape,
  EnumShape,
  Lifecycle,
  ListShape,
  MapShape,
  Member,
  Model,
  OperationShape,
  Reference,
  ResourceShape,
  ServiceShape,
  Shape,
  ShapeId,
  SimpleTypeName,
  SimpleTypeShape,
  TraitId,
  Traits,
} from "./model/model.js";
export { serviceOperations, serviceResources } from "./model/service-operations.js";
export { type UnsupportedOperation, unsupportedOperations } from "./validate/unsupported-operations.js";
export { type ValidateOptions, validateModel } from "./validate/validate-model.js";
export { VERSION } from "./version.js";
export { describeDrift } from "./write/describe-drift.js";
export type { OutputFile } from "./write/output-file.js";
export { type FileChange, isClean, planWrite, type WritePlan } from "./write/plan-write.js";
