/** A mock of any service that descriptors describe, for tests without a network. */

export type { CommandClass } from "./command-class.js";
export type { CommandStub, Fake } from "./command-stub.js";
export { expectMock, type MockExpectation } from "./expect-mock.js";
export type { InputPattern } from "./match-input.js";
export type { RawAnswer } from "./raw-answer.js";
export { type MatcherVerdict, type ReceivedCommandMatchers, receivedCommand } from "./received-command.js";
export type { RecordedCall } from "./recorded-call.js";
export { ServiceMock, type ServiceParts } from "./service-mock.js";
export type { ErrorParts, StubbedError, SystemError } from "./stubbed-error.js";
export type { StubbedMetadata, StubbedOutput } from "./stubbed-output.js";
