import type { ShapeId } from "../model/model.js";
import type { DocumentationIr } from "./documentation-ir.js";
import type { OperationIr } from "./operation-ir.js";
import type { NamedShapeIr } from "./shape-ir.js";

/** A service with everything that its code is made from. */
export interface ServiceIr {
  readonly kind: "service";
  readonly id: ShapeId;
  /** Prefix of everything named after the service, e.g. `AmplifyBackend`. */
  readonly name: string;
  /** AWS's id of the service, spaces included. */
  readonly sdkId: string;
  /** For people, e.g. `AmplifyBackend`. */
  readonly title: string;
  readonly version: string;
  readonly signingName: string;
  readonly endpointPrefix: string;
  readonly documentation: DocumentationIr;
  /** The model file that declares it. */
  readonly source: string;
  readonly package: PackageIr;
  /** Sorted by name. */
  readonly operations: readonly OperationIr[];
  /** Errors that operations or the service list, sorted by name. */
  readonly errors: readonly ErrorIr[];
  /** Everything that operations reach, errors' structures included. */
  readonly shapes: ReadonlyMap<ShapeId, NamedShapeIr>;
}

/** The package to be made, from `metadata.tinsmith.package`. */
export interface PackageIr {
  readonly name: string;
  readonly version: string;
  readonly description: string;
  /** Range of `@tinsmith/runtime` that the package works with. */
  readonly runtime: string;
  /** Further fields of `package.json`, passed on: `repository`, `homepage`, `bugs`, `keywords`, `author`. */
  readonly extra: Readonly<Record<string, unknown>>;
}

/** An error that the service answers with; its members are the structure of the same id. */
export interface ErrorIr {
  readonly kind: "error";
  readonly id: ShapeId;
  /** Name within the service, without namespace. */
  readonly name: string;
  /** Name on the wire, where a rename made it differ. */
  readonly wireName: string;
  readonly fault: "client" | "server";
  readonly status?: number;
  readonly retryable?: { readonly throttling: boolean };
}
