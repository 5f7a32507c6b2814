import type { OperationDescriptor } from "../descriptors/operation.js";
import type { ServiceDescriptor } from "../descriptors/service.js";
import type { ValidationIssue } from "../validation/issue.js";
import type { HandlerTable, Interceptor } from "./handler.js";
import type { HostError } from "./host-error.js";
import type { IdGenerator } from "./ids.js";
import type { JournalEntry } from "./journal/journal.js";
import type { CredentialsLookup, HostCredentials } from "./signature/credentials.js";
import type { Clock } from "./time/clock.js";

/** What a service host is made from. */
export interface ServiceHostOptions {
  readonly service: Pick<ServiceDescriptor, "name" | "signingName" | "commonErrors">;
  readonly operations: readonly OperationDescriptor[];
  /** One for each operation. */
  readonly handlers: HandlerTable;
  /** Who may call. */
  readonly credentials: CredentialsLookup | readonly HostCredentials[];
  /** Regions that requests may be signed for; any if left out. */
  readonly regions?: readonly string[] | undefined;
  /** Time of the service; the machine's if left out. */
  readonly clock?: Clock | undefined;
  /**
   * Time that signatures are held against, and that the `date` header tells; `clock` if left out. A service whose
   * time a test drives takes the machine's here: the callers' clocks do not move along.
   */
  readonly signatureClock?: Clock | undefined;
  /** Where ids come from; random ones if left out. */
  readonly ids?: IdGenerator | undefined;
  /** How many calls the journal keeps; 10,000 if left out. */
  readonly journalLimit?: number | undefined;
  /** What is answered to an input that breaks the model; a ValidationException, status 400, if left out. */
  readonly invalidInput?: ((issues: readonly ValidationIssue[], operation: string) => HostError) | undefined;
  readonly intercept?: Interceptor | undefined;
  /** Told of every call once it is in the journal. What it throws is not heard. */
  readonly onCall?: ((entry: JournalEntry) => void) | undefined;
}
