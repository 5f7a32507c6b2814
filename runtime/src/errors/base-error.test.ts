import { inspect } from "node:util";
import { describe, expect, jest, test } from "@jest/globals";
import {
  AbortError,
  ConfigurationError,
  CredentialsProviderError,
  InputValidationError,
  NetworkError,
  OutputValidationError,
  PaginationError,
  ResponseParseError,
  TimeoutError,
  WaiterError,
} from "../index.js";
import { BaseError } from "./base-error.js";
import { isMadeBy } from "./instance-of.js";

const facts = { operation: "CloneBackend", $metadata: { requestId: "r", attempts: 2 } };
const issue = { path: "AppId", code: "missing", message: "is missing" } as const;

const errors: readonly BaseError[] = [
  new AbortError(facts),
  new ConfigurationError("The region is missing.", facts),
  new CredentialsProviderError("There are no credentials.", facts),
  new InputValidationError("CloneBackend", [issue], facts),
  new NetworkError("The connection failed.", { ...facts, phase: "unknown", code: "ECONNRESET" }),
  new OutputValidationError("CloneBackend", [issue], facts),
  new PaginationError("It would never end.", facts),
  new ResponseParseError("It cannot be read.", facts),
  new TimeoutError("It took too long.", { ...facts, phase: "attempt", limit: 5 }),
  new WaiterError("It cannot happen.", { state: "FAILURE", reason: { secret: "canary" } }, facts),
];
const rows = errors.map((error) => [error.name, error] as const);

type Runtime = typeof import("../index.js");
let copy: Runtime;
await jest.isolateModulesAsync(async () => {
  copy = await import("../index.js");
});

const classNamed = (name: string): (abstract new (...parameters: never[]) => Error) =>
  copy[name as "AbortError"];

describe.each(rows)("%s", (name, error) => {
  test("is an instance of the class in another copy of the package, and of no other", () => {
    expect(classNamed(name)).not.toBe(error.constructor);
    expect(error).toBeInstanceOf(classNamed(name));
    for (const [other] of rows) if (other !== name) expect(error).not.toBeInstanceOf(classNamed(other));
  });

  test("is of the other copy where safety depends on it", () => {
    expect(isMadeBy(classNamed(name), error)).toBe(false);
    expect(isMadeBy(BaseError, error)).toBe(true);
  });

  test("tells everything but secrets as JSON, and when it is printed", () => {
    const told = JSON.parse(JSON.stringify(error)) as object;
    const { message } = error;
    expect(told).toMatchObject({ name, message, ...facts, retryable: false });
    const printed = inspect(error);
    for (const fact of [name, message, "CloneBackend", "requestId: 'r'", "attempts: 2", "retryable: false"])
      expect(printed).toContain(fact);
    expect(JSON.stringify(error) + printed).not.toContain("canary");
  });

  test("is spread like an error of the service", () => {
    expect({ ...error }).toMatchObject({ name, message: error.message });
  });
});

test("what tells errors apart is in their JSON", () => {
  const told = errors.map((error) => JSON.parse(JSON.stringify(error)) as object);
  expect(told[3]).toMatchObject({ issues: [issue] });
  expect(told[4]).toMatchObject({ phase: "unknown", code: "ECONNRESET" });
  expect(told[8]).toMatchObject({ phase: "attempt", limit: 5 });
});

test.each([
  ["a DOMException", new DOMException("no", "AbortError")],
  ["an error with the name", Object.assign(new Error("no"), { name: "AbortError" })],
  ["text", "AbortError"],
  ["nothing", undefined],
  ["null", null],
])("%s is none of the package's errors", (_what, value) => {
  expect(value instanceof AbortError).toBe(false);
  expect(value instanceof BaseError).toBe(false);
});

test("an error that extends one of another copy is one of this, too", () => {
  class Mine extends copy.TimeoutError {}
  const mine = new Mine("m", { phase: "wait" });
  expect(mine).toBeInstanceOf(TimeoutError);
  expect(mine).not.toBeInstanceOf(AbortError);
  class Other extends AbortError {}
  expect(new AbortError()).not.toBeInstanceOf(Other);
});

test("a proxy that does not want to be asked was made by nobody", () => {
  const hostile = new Proxy(new AbortError(), {
    getPrototypeOf: () => {
      throw new Error("hostile");
    },
  });
  expect(isMadeBy(AbortError, hostile)).toBe(false);
});
