import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Model, ServiceShape } from "../model/model.js";
import type { Unread } from "../model/unread.js";

/**
 * Finds everything in a model that breaks one rule.
 * @param unread - what the model's files have, though the model lacks it.
 */
export type ModelRule = (model: Model, unread: Unread) => readonly Diagnostic[];

/** Finds everything that breaks one rule in what belongs to a service. */
export type ServiceRule = (model: Model, service: ServiceShape, unread: Unread) => readonly Diagnostic[];
