import type { Client, MetadataBearer } from "@tinsmith/runtime";
import type { CommandClass } from "./command-class.js";
import type { InputPattern } from "./match-input.js";
import type { RecordedCall } from "./recorded-call.js";
import { ServiceMock } from "./service-mock.js";

/** What a matcher tells Jest, Vitest or Jasmine. */
export interface MatcherVerdict {
  readonly pass: boolean;
  readonly message: () => string;
}

/** The matchers of {@link receivedCommand}, for the test framework's types. */
export interface ReceivedCommandMatchers<Result = void> {
  /** At least one call of this command has come. */
  toHaveReceivedCommand<Input extends object, Output extends MetadataBearer, Failure extends Error>(
    command: CommandClass<Input, Output, Failure>,
  ): Result;
  /** So many calls of this command have come. */
  toHaveReceivedCommandTimes<Input extends object, Output extends MetadataBearer, Failure extends Error>(
    command: CommandClass<Input, Output, Failure>,
    times: number,
  ): Result;
  /** At least one call of this command has come whose input has all this, at any depth. */
  toHaveReceivedCommandWith<Input extends object, Output extends MetadataBearer, Failure extends Error>(
    command: CommandClass<Input, Output, Failure>,
    input: InputPattern<Input>,
  ): Result;
  /** The call of this number, counted from 1 over all commands, was of this command, and its input has all this. */
  toHaveReceivedNthCommandWith<Input extends object, Output extends MetadataBearer, Failure extends Error>(
    nth: number,
    command: CommandClass<Input, Output, Failure>,
    input: InputPattern<Input>,
  ): Result;
  /** The call of this number, counted from 1 over those of this command, has all this in its input. */
  toHaveReceivedNthSpecificCommandWith<
    Input extends object,
    Output extends MetadataBearer,
    Failure extends Error,
  >(nth: number, command: CommandClass<Input, Output, Failure>, input: InputPattern<Input>): Result;
  /** The last call of all was of this command, and its input has all this. */
  toHaveReceivedLastCommandWith<Input extends object, Output extends MetadataBearer, Failure extends Error>(
    command: CommandClass<Input, Output, Failure>,
    input: InputPattern<Input>,
  ): Result;
  /** At least one call has come. */
  toHaveReceivedAnyCommand(): Result;
}

type AnyCommand = CommandClass<object, MetadataBearer, Error>;

/** Matchers to pass to `expect.extend`, named as those of `aws-sdk-client-mock-jest`. */
export const receivedCommand = {
  toHaveReceivedCommand: (mock: unknown, command: AnyCommand): MatcherVerdict => {
    const { length } = mockOf(mock).commandCalls(command);
    return verdict(mock, length > 0, [command.name, "to have come"]);
  },
  toHaveReceivedCommandTimes: (mock: unknown, command: AnyCommand, times: number): MatcherVerdict => {
    const { length } = mockOf(mock).commandCalls(command);
    const but = length === times ? "" : `, not ${length}`;
    return verdict(mock, length === times, [command.name, `to have come ${times} times${but}`]);
  },
  toHaveReceivedCommandWith: (mock: unknown, command: AnyCommand, input: object): MatcherVerdict => {
    const { length } = mockOf(mock).commandCalls(command, input);
    return verdict(mock, length > 0, [command.name, `to have come with ${show(input)}`]);
  },
  toHaveReceivedNthCommandWith: (
    mock: unknown,
    nth: number,
    command: AnyCommand,
    input: object,
  ): MatcherVerdict => {
    const isOne = isAmong(mock, mockOf(mock).calls()[nth - 1], command, input);
    return verdict(mock, isOne, [`call ${nth}`, `to be ${command.name} with ${show(input)}`]);
  },
  toHaveReceivedNthSpecificCommandWith: (
    mock: unknown,
    nth: number,
    command: AnyCommand,
    input: object,
  ): MatcherVerdict => {
    const isOne = isAmong(mock, mockOf(mock).commandCalls(command)[nth - 1], command, input);
    return verdict(mock, isOne, [`${command.name} number ${nth}`, `to have come with ${show(input)}`]);
  },
  toHaveReceivedLastCommandWith: (mock: unknown, command: AnyCommand, input: object): MatcherVerdict => {
    const isOne = isAmong(mock, mockOf(mock).calls().at(-1), command, input);
    return verdict(mock, isOne, ["the last call", `to be ${command.name} with ${show(input)}`]);
  },
  toHaveReceivedAnyCommand: (mock: unknown): MatcherVerdict =>
    verdict(mock, mockOf(mock).calls().length > 0, ["a call", "to have come"]),
};

/** Whether a call is one of those that a command has got with such an input. */
function isAmong(mock: unknown, call: RecordedCall | undefined, command: AnyCommand, input: object): boolean {
  const calls: readonly RecordedCall[] = mockOf(mock).commandCalls(command, input);
  return call !== undefined && calls.includes(call);
}

function mockOf(value: unknown): ServiceMock<Client> {
  if (value instanceof ServiceMock) return value;
  throw new TypeError("Pass the mock to expect(…): what mockClient and the like give, not the client.");
}

/** A verdict that is given where the matcher fails: so with `not`, if it passes. */
function verdict(
  mock: unknown,
  pass: boolean,
  [what, expected]: readonly [what: string, expected: string],
): MatcherVerdict {
  const message = (): string => {
    const calls = mockOf(mock)
      .calls()
      .map(({ operation, input }, index) => `  ${index + 1}. ${operation} ${show(input)}`);
    const came = calls.length === 0 ? ["No call has come."] : ["These calls have come:", ...calls];
    return [`Expected ${what} ${pass ? "not " : ""}${expected}.`, ...came].join("\n");
  };
  return { pass, message };
}

/** In the test's own words: what is sensitive in them is the test's, too. */
const show = (value: unknown): string =>
  JSON.stringify(value, (_, each) => (typeof each === "bigint" ? `${each}n` : each));
