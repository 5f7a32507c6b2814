import type { ServiceIr } from "../ir/service-ir.js";
import type { ShapeId } from "../model/model.js";
import type { CodeSymbol } from "./code-symbol.js";
import type { CommonError } from "./common-errors.js";

/** Which file declares what under which name: emitting only looks up. */
export interface PackagePlan {
  readonly service: ServiceIr;
  readonly root: RootSymbols;
  readonly operations: ReadonlyMap<ShapeId, OperationSymbols>;
  /** Of structures and unions. */
  readonly aggregates: ReadonlyMap<ShapeId, AggregateSymbols>;
  readonly enums: ReadonlyMap<ShapeId, CodeSymbol>;
  readonly errors: ReadonlyMap<ShapeId, ErrorSymbols>;
  /** AWS's common errors that the model does not have itself, sorted by name. */
  readonly commonErrors: readonly { readonly error: CommonError; readonly type: CodeSymbol }[];
}

/** What there is one of in a package. */
export interface RootSymbols {
  readonly client: CodeSymbol;
  readonly clientConfig: CodeSymbol;
  /** The client's configuration with everything filled in. */
  readonly resolvedConfig: CodeSymbol;
  /** Both configurations, by further names that the official clients have for them. */
  readonly clientConfigType: CodeSymbol;
  readonly resolvedConfigType: CodeSymbol;
  /** Union of the inputs of all operations. */
  readonly inputTypes: CodeSymbol;
  /** Union of the outputs of all operations. */
  readonly outputTypes: CodeSymbol;
  /** The client with a method per operation. */
  readonly aggregate: CodeSymbol;
  /** Options of its methods. */
  readonly requestOptions: CodeSymbol;
  readonly service: CodeSymbol;
  /** Base class of the service's errors. */
  readonly exception: CodeSymbol;
  /** Class of errors that nobody modelled. */
  readonly unmodeled: CodeSymbol;
  /** Union of the errors that any operation can end in. */
  readonly commonError: CodeSymbol;
  /** List of the operations' descriptors. */
  readonly operations: CodeSymbol;
  /** Makes a mock of the service. */
  readonly mock: CodeSymbol;
  /** Makes one that takes the calls of clients which are there already. */
  readonly mockClient: CodeSymbol;
  /** The zod schema of floats and doubles. */
  readonly doubleSchema: CodeSymbol;
}

export interface OperationSymbols {
  readonly command: CodeSymbol;
  readonly commandInput: CodeSymbol;
  readonly commandOutput: CodeSymbol;
  /** Union of the errors that the operation can end in. */
  readonly failure: CodeSymbol;
  readonly descriptor: CodeSymbol;
  /** Name of the aggregated client's method. */
  readonly method: string;
  readonly paginator?: { readonly paginate: CodeSymbol; readonly configuration: CodeSymbol };
  /** There where it tells of jobs that other operations start. */
  readonly job?: JobSymbols;
  /** As many as the operation has waiters, in the same order. */
  readonly waiters: readonly WaiterSymbols[];
}

/** What waits. */
export interface WaiterSymbols {
  /** Throws unless what is waited for happens. */
  readonly waitUntil: CodeSymbol;
  /** Tells in its result how it ended. */
  readonly waitFor: CodeSymbol;
  readonly descriptor: CodeSymbol;
}

/** What follows jobs. */
export interface JobSymbols {
  /** Class of the pollers. */
  readonly poller: CodeSymbol;
  readonly descriptor: CodeSymbol;
  /** Union of the commands that start such jobs. */
  readonly starter: CodeSymbol;
  /** Pattern of what the service says of a conflict. */
  readonly conflict: CodeSymbol;
  /** Guard of errors that say that another job is in the way. */
  readonly isConflict: CodeSymbol;
  /** Union of all that a poller can end in. */
  readonly failure: CodeSymbol;
}

/** A structure or union. */
export interface AggregateSymbols {
  readonly type: CodeSymbol;
  readonly descriptor: CodeSymbol;
  /** The zod schema. */
  readonly schema: CodeSymbol;
}

/** An error; the interface and descriptor of its members are those of the structure of the same id. */
export interface ErrorSymbols {
  /** The class. */
  readonly type: CodeSymbol;
  /** Member name to property name, which differ where a property of all errors has the name. */
  readonly properties: ReadonlyMap<string, string>;
}
