import type { Client } from "@tinsmith/runtime";
import { type MatcherVerdict, type ReceivedCommandMatchers, receivedCommand } from "./received-command.js";
import type { ServiceMock } from "./service-mock.js";

/** The assertions of {@link expectMock}. */
export interface MockExpectation extends ReceivedCommandMatchers {
  /** The same assertions, negated. */
  readonly not: ReceivedCommandMatchers;
}

/**
 * The matchers of {@link receivedCommand} as assertions, for test frameworks without `expect`, such as `node:test`. One that
 * fails throws an Error that lists the calls.
 */
export const expectMock = <ServiceClient extends Client>(
  mock: ServiceMock<ServiceClient>,
): MockExpectation => ({
  ...assertions(mock, true),
  not: assertions(mock, false),
});

type Matcher = (mock: unknown, ...parameters: readonly unknown[]) => MatcherVerdict;

function assertions(mock: unknown, wanted: boolean): ReceivedCommandMatchers {
  const entries = Object.entries(receivedCommand as Readonly<Record<string, unknown>>);
  const asserting = entries.map(([name, matcher]) => [
    name,
    (...parameters: readonly unknown[]): void => {
      const { pass, message } = (matcher as Matcher)(mock, ...parameters);
      if (pass !== wanted) throw new Error(message());
    },
  ]);
  return Object.fromEntries(asserting) as ReceivedCommandMatchers;
}
