import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Model, ServiceShape } from "../model/model.js";

/** Finds everything in a model that breaks one rule. */
export type ModelRule = (model: Model) => readonly Diagnostic[];

/** Finds everything that breaks one rule in what belongs to a service. */
export type ServiceRule = (model: Model, service: ServiceShape) => readonly Diagnostic[];
