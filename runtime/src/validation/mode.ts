/**
 * What happens to a problem that validation finds: `strict` throws, `warn` writes it to `logger.warn`,
 * `off` does not look.
 */
export type ValidationMode = "strict" | "warn" | "off";

/** Which sides of a call are validated. */
export interface ValidationOptions {
  /** Defaults to `strict`: nothing is sent that the service would refuse. Unsafe labels are refused in every mode. */
  readonly input?: ValidationMode | undefined;
  /** Defaults to `off`: the service may add members and enum values at any time. */
  readonly output?: ValidationMode | undefined;
}
