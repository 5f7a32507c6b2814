import type { Client, MetadataBearer } from "@tinsmith/runtime";
import type { CommandClass } from "./command-class.js";
import type { InputPattern } from "./match-input.js";
import type { RecordedCall } from "./recorded-call.js";
import { ServiceMock } from "./service-mock.js";

/** The result of a matcher, for Jest, Vitest or Jasmine. */
export interface MatcherVerdict {
  readonly pass: boolean;
  readonly message: () => string;
}

/** The matchers of {@link receivedCommand}, for the test framework's types. */
export interface ReceivedCommandMatchers<Result = void> {
  /** This command was called at least once. */
  toHaveReceivedCommand<Input extends object, Output extends MetadataBearer, Failure extends Error>(
    command: CommandClass<Input, Output, Failure>,
  ): Result;
  /** This command was called exactly this many times. */
  toHaveReceivedCommandTimes<Input extends object, Output extends MetadataBearer, Failure extends Error>(
    command: CommandClass<Input, Output, Failure>,
    times: number,
  ): Result;
  /** This command was called at least once with an input that contains this, at any depth. */
  toHaveReceivedCommandWith<Input extends object, Output extends MetadataBearer, Failure extends Error>(
    command: CommandClass<Input, Output, Failure>,
    input: InputPattern<Input>,
  ): Result;
  /** The nth call of all, counted from 1, was of this command, and its input contains this. */
  toHaveReceivedNthCommandWith<Input extends object, Output extends MetadataBearer, Failure extends Error>(
    nth: number,
    command: CommandClass<Input, Output, Failure>,
    input: InputPattern<Input>,
  ): Result;
  /** The nth call of this command, counted from 1, had an input that contains this. */
  toHaveReceivedNthSpecificCommandWith<
    Input extends object,
    Output extends MetadataBearer,
    Failure extends Error,
  >(nth: number, command: CommandClass<Input, Output, Failure>, input: InputPattern<Input>): Result;
  /** The last call of all was of this command, and its input contains this. */
  toHaveReceivedLastCommandWith<Input extends object, Output extends MetadataBearer, Failure extends Error>(
    command: CommandClass<Input, Output, Failure>,
    input: InputPattern<Input>,
  ): Result;
  /** Any command was called at least once. */
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

/** Whether a call was of a command, with an input that contains this. */
function isAmong(mock: unknown, call: RecordedCall | undefined, command: AnyCommand, input: object): boolean {
  const calls: readonly RecordedCall[] = mockOf(mock).commandCalls(command, input);
  return call !== undefined && calls.includes(call);
}

function mockOf(value: unknown): ServiceMock<Client> {
  if (value instanceof ServiceMock) return value;
  throw new TypeError("Pass the mock to expect(…): what mockClient and the like give, not the client.");
}

/** Makes a verdict. Its message is shown when the assertion fails: with `not`, that is when the matcher passes. */
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

/** Sensitive members are shown, too: these are values of the test. */
const show = (value: unknown): string =>
  JSON.stringify(value, (_, each) => (typeof each === "bigint" ? `${each}n` : each));
