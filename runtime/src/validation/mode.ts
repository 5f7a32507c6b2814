/**
 * What happens to a problem that validation finds: `strict` throws, `warn` writes it to `logger.warn`,
 * `off` does not look.
 */
export type ValidationMode = "strict" | "warn" | "off";

/** What is validated: which sides of a call, and which constraints, on both sides. */
export interface ValidationOptions {
  /** Defaults to `strict`: nothing is sent that the service would refuse. Unsafe labels are refused in every mode. */
  readonly input?: ValidationMode | undefined;
  /** Defaults to `off`: the service may add members and enum values at any time. */
  readonly output?: ValidationMode | undefined;
  /** Whether a number or a length below the model's minimum is a problem; defaults to true. */
  readonly min?: boolean | undefined;
  /** Whether a number or a length above the model's maximum is a problem; defaults to true. */
  readonly max?: boolean | undefined;
  /** Whether text that does not match the model's pattern is a problem; defaults to true. */
  readonly pattern?: boolean | undefined;
  /** Whether a value that the model's enum does not list is a problem; defaults to true. */
  readonly enum?: boolean | undefined;
}
