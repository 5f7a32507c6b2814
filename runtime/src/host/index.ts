/** A host for services that descriptors describe: what local emulators and tests stand on. */

export { REDACTED } from "../protocol/redact.js";
export { findIssues } from "./check.js";
export { CONTROL_PATH } from "./control/control.js";
export type { ControlTarget } from "./control/control-target.js";
export { describeIssues } from "./describe-issues.js";
export type {
  CallContext,
  HandlerOutput,
  HandlerTable,
  Interceptor,
  OperationHandler,
  Validated,
} from "./handler.js";
export { HostError, type HostErrorOptions } from "./host-error.js";
export { type IdGenerator, RandomIds, SeededIds } from "./ids.js";
export { InProcessHandler, type InProcessOptions } from "./in-process-handler.js";
export { DEFAULT_JOURNAL_LIMIT, Journal, type JournalEntry } from "./journal/journal.js";
export type { Listener, ListenOptions } from "./listen.js";
export { type HostRequest, type HostResponse, textResponse } from "./message.js";
export type { ServiceHostOptions } from "./options.js";
export { ServiceHost } from "./service-host.js";
export type { CredentialsLookup, HostCredentials } from "./signature/credentials.js";
export { CLOCK_SKEW_LIMIT } from "./signature/verify-signature.js";
export { type Clock, sleep } from "./time/clock.js";
export { ManualClock } from "./time/manual-clock.js";
export { PacedClock, type PacedClockOptions } from "./time/paced-clock.js";
export { SkewedClock } from "./time/skewed-clock.js";
export { SystemClock } from "./time/system-clock.js";
