import { describe, expect, jest, test } from "@jest/globals";
import { AmplifyBackendOperations } from "@tinsmith/amplifybackend/operations";
import * as schemas from "@tinsmith/amplifybackend/zod";
import { findIssues } from "@tinsmith/runtime/host";
import fc from "fast-check";
import { inputArbitrary, shapeArbitrary, systematicValues } from "./arbitraries.js";
import { MemberCoverage } from "./member-coverage.js";
import { officialOperation, officialOperations } from "./official-operations.js";
import { PROPERTY_TIMEOUT, propertySettings } from "./runs.js";
import { wireValue } from "./shapes.js";

jest.setTimeout(PROPERTY_TIMEOUT);

const operations = officialOperations.map((operation) => [operation.name, operation] as const);

test("the official client has 31 operations", () => {
  expect(officialOperations).toHaveLength(31);
});

describe.each(operations)("%s", (name, operation) => {
  test("has an arbitrary whose inputs are valid", () => {
    const descriptor = AmplifyBackendOperations.find((each) => each.name === name)?.input;
    if (descriptor === undefined) throw new Error(`There is no ${name}.`);
    const schema: typeof schemas.CloneBackendRequestSchema = Reflect.get(schemas, `${descriptor.name}Schema`);
    fc.assert(
      fc.property(inputArbitrary(operation), (input) => {
        expect(findIssues(descriptor, input)).toEqual([]);
        expect(schema.safeParse(input)).toMatchObject({ success: true });
      }),
      propertySettings(20),
    );
  });

  test.each(["input", "output"] as const)("has systematic values that leave no gap in its %s", (side) => {
    const shape = operation[side];
    const coverage = new MemberCoverage(name, shape);
    const values = systematicValues(shape);
    for (const value of values) coverage.add(shape, value);
    expect(coverage.gaps).toEqual([]);
    expect(coverage.report).toContain(`${name}, ${values.length} cases: `);
  });
});

describe("member coverage", () => {
  const { input } = officialOperation("UpdateBackendConfig");
  const covered = (...values: Record<string, unknown>[]): MemberCoverage => {
    const coverage = new MemberCoverage("UpdateBackendConfig", input);
    for (const value of values) coverage.add(input, value);
    return coverage;
  };

  test("names what was never set, and what never left out, where the structure that holds it was there", () => {
    expect(covered({ AppId: "a", LoginAuthConfig: { AwsCognitoRegion: "r" } }).gaps).toEqual([
      "UpdateBackendConfig LoginAuthConfig.AwsCognitoIdentityPoolId was never set",
      "UpdateBackendConfig LoginAuthConfig.AwsUserPoolsId was never set",
      "UpdateBackendConfig LoginAuthConfig.AwsUserPoolsWebClientId was never set",
      "UpdateBackendConfig LoginAuthConfig was never left out",
      "UpdateBackendConfig LoginAuthConfig.AwsCognitoRegion was never left out",
    ]);
  });

  test("takes undefined for what is left out", () => {
    expect(covered({ AppId: "a", LoginAuthConfig: undefined }).gaps).toContain(
      "UpdateBackendConfig LoginAuthConfig was never set",
    );
  });
});

describe("wireValue", () => {
  test("writes members under their wire names, without labels and what is not set", () => {
    const { input } = officialOperation("UpdateBackendConfig");
    const LoginAuthConfig = { AwsCognitoRegion: "r", AwsUserPoolsId: undefined };
    expect(wireValue(input, { AppId: "a", LoginAuthConfig })).toEqual({
      loginAuthConfig: { aws_cognito_region: "r" },
    });
  });

  test("is what JSON can carry of whatever value there is", () => {
    for (const { output } of officialOperations) {
      fc.assert(
        fc.property(shapeArbitrary(output), (value) => {
          const wire = wireValue(output, value);
          expect(JSON.parse(JSON.stringify(wire))).toEqual(wire);
        }),
        propertySettings(5),
      );
    }
  });
});
