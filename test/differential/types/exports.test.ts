import { execFile } from "node:child_process";
import { promisify } from "node:util";
import * as official from "@aws-sdk/client-amplifybackend";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import * as ours from "@tinsmith/amplifybackend";
import { requireBuild } from "../../support/require-build.js";
import { difference } from "../support/differences.js";
import { officialClient } from "../support/official-client.js";
import { PublicTypes } from "./support/public-types.js";

/** Names that only stand in the official client's list, by the row that says why. */
const NOT_OURS: Readonly<Record<string, RegExp>> = {
  "smithy-schemas": /\$$|^errorTypeRegistries$/,
  "extension-types": /^(?:RuntimeExtension|AmplifyBackendExtensionConfiguration)$/,
};

/** What AWS's packages call internal, in classes; those of a class itself with a dot. */
const INTERNAL_MEMBERS: readonly string[] = [
  ...["handlers", "initConfig", "resolveMiddlewareWithContext", "schema"],
  ...[".__types", ".classBuilder", ".getEndpointParameterInstructions", ".shapeId"],
];

/** Answers in which the official client's types name members that need not come. */
const NAMED_IN_ANSWERS: readonly string[] = [
  ...["BackendJobRespObj", "ListBackendJobsCommandOutput", "ListBackendJobsResponse"],
  ...["GetBackendStorageCommandOutput", "GetBackendStorageResourceConfig", "GetBackendStorageResponse"],
];

/** Types that say how to set up a client or a call: their members are compared with the configuration's. */
const isSetting = (name: string): boolean =>
  /Client(?:Resolved)?Config(?:Type)?$|^Client|RequestOptions$/.test(name);

let theirTypes: PublicTypes;
let ourTypes: PublicTypes;
let compared: readonly string[] = [];

beforeAll(() => {
  requireBuild();
  [theirTypes, ourTypes] = PublicTypes.read(
    "node_modules/@aws-sdk/client-amplifybackend/dist-types/index.d.ts",
    "generated/dist/index.d.ts",
  );
}, 60_000);

afterAll(() => {
  console.log(
    `Exports: ${theirTypes.names.length} names of ${officialClient.name} ${officialClient.version}; ` +
      `${compared.length} types of data compared.`,
  );
});

const missing = (): readonly string[] =>
  theirTypes.names.filter((name) => ourTypes.kindOf(name) !== theirTypes.kindOf(name));
const ourValues = new Map<string, unknown>(Object.entries(ours));
const theirValues = () => Object.entries(official).filter(([name]) => ourTypes.kindOf(name) !== undefined);

const shared = (): readonly string[] =>
  theirTypes.names.filter((name) => ourTypes.kindOf(name) !== undefined);

describe("what the official client exports", () => {
  test("is exported here, as value, type or both, or is a difference", () => {
    expect(theirTypes.names.length).toBeGreaterThan(300);
    const excused = (name: string): boolean => Object.values(NOT_OURS).some((pattern) => pattern.test(name));
    expect(missing().filter((name) => !excused(name))).toEqual([]);
  });

  test("has the same members, in classes", () => {
    const classes = shared().filter((name) => theirTypes.isClass(name));
    expect(classes.length).toBeGreaterThan(35);
    const lost = classes.flatMap((name) => {
      const members = new Set(ourTypes.membersOf(name));
      return theirTypes
        .membersOf(name)
        .filter((member) => !members.has(member) && !INTERNAL_MEMBERS.includes(member))
        .map((member) => `${name} ${member}`);
    });
    expect(lost).toEqual([]);
  });

  test("has the same types, in data", () => {
    compared = shared().filter(
      (name) => theirTypes.kindOf(name) !== "value" && !theirTypes.isClass(name) && !isSetting(name),
    );
    expect(compared.length).toBeGreaterThan(150);
    const unfit = compared.filter((name) => !theirTypes.fits(name, ourTypes));
    const unfitBack = compared.filter((name) => !ourTypes.fits(name, theirTypes));
    expect(unfit).toEqual([]);
    expect(
      unfitBack.filter((name) => !NAMED_IN_ANSWERS.includes(name) && name !== "ServiceOutputTypes"),
    ).toEqual([]);
  });

  test("has the same members to assign to, but in errors and `client.config`", () => {
    const types = shared().filter(
      (name) => theirTypes.kindOf(name) === "type" && !name.includes("ResolvedConfig"),
    );
    expect(types.length).toBeGreaterThan(150);
    const lost = types.flatMap((name) => {
      const fixed = theirTypes.readonlyMembersOf(name);
      const assignable = new Set(theirTypes.membersOf(name).filter((member) => !fixed.includes(member)));
      return ourTypes
        .readonlyMembersOf(name)
        .filter((member) => assignable.has(member))
        .map((member) => `${name} ${member}`);
    });
    expect(lost).toEqual([]);
  });

  test("has the same types, in errors", () => {
    const errors = shared().filter((name) => name.endsWith("Exception"));
    expect(errors.length).toBeGreaterThan(4);
    expect(errors.filter((name) => !ourTypes.fits(name, theirTypes))).toEqual([]);
  });

  test("has the same values, in enums", () => {
    const constants = theirValues().filter(([, value]) => typeof value === "object");
    expect(constants.length).toBeGreaterThan(10);
    for (const [name, value] of constants) expect([name, ourValues.get(name)]).toEqual([name, value]);
  });

  test("has the same names, in classes", () => {
    const classes = theirValues().filter(([name]) => theirTypes.isClass(name) && /^[A-Z]/.test(name));
    expect(classes.length).toBeGreaterThan(35);
    for (const [name] of classes) expect(ourValues.get(name)).toHaveProperty("name", name);
  });
});

describe("differences", () => {
  const namesOf = (row: string): readonly string[] =>
    theirTypes.names.filter((name) => NOT_OURS[row]?.test(name));

  test(difference("smithy-schemas"), () => {
    const names = namesOf("smithy-schemas");
    expect(names).toContain("CloneBackendRequest$");
    expect(names.length).toBeGreaterThan(100);
    expect(names.filter((name) => !(name in official))).toEqual([]);
    expect(names.filter((name) => name in ours)).toEqual([]);
  });

  test(difference("extension-types"), () => {
    expect(namesOf("extension-types")).toHaveLength(2);
    for (const name of namesOf("extension-types")) {
      expect([theirTypes.kindOf(name), ourTypes.kindOf(name)]).toEqual(["type", undefined]);
    }
  });

  test(difference("internal-members"), () => {
    const found = (types: PublicTypes): readonly string[] =>
      ["AmplifyBackendClient", "$Command", "CloneBackendCommand", "NotFoundException"].flatMap((name) =>
        types.membersOf(name).filter((member) => INTERNAL_MEMBERS.includes(member)),
      );
    expect(new Set(found(theirTypes))).toEqual(new Set(INTERNAL_MEMBERS));
    expect(found(ourTypes)).toEqual([]);
  });

  test(difference("readonly-members"), () => {
    const members = ["Message", "ResourceType", "$metadata", "$retryable", "$response"];
    expect(theirTypes.membersOf("NotFoundException")).toEqual(expect.arrayContaining(members));
    expect(new Set(theirTypes.readonlyMembersOf("NotFoundException"))).toEqual(new Set(["$fault", "name"]));
    expect(ourTypes.readonlyMembersOf("NotFoundException")).toEqual(expect.arrayContaining(members));
    const config = "AmplifyBackendClientResolvedConfig";
    const settings = ["region", "maxAttempts", "requestHandler"];
    expect(theirTypes.membersOf(config)).toEqual(expect.arrayContaining(settings));
    expect(settings.filter((name) => theirTypes.readonlyMembersOf(config).includes(name))).toEqual([]);
    expect(ourTypes.readonlyMembersOf(config)).toEqual(expect.arrayContaining(settings));
  });

  test(difference("named-in-answers"), () => {
    for (const name of NAMED_IN_ANSWERS) {
      expect([name, theirTypes.fits(name, ourTypes)]).toEqual([name, true]);
      expect([name, ourTypes.fits(name, theirTypes)]).toEqual([name, false]);
    }
  });
});

test(difference("default-import"), async () => {
  const hasDefault = async (name: string): Promise<boolean> => {
    const program = `console.log("default" in (await import("${name}")))`;
    const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", program]);
    return JSON.parse(stdout) as boolean;
  };
  expect(await hasDefault("@aws-sdk/client-amplifybackend")).toBe(true);
  expect(await hasDefault("@tinsmith/amplifybackend")).toBe(false);
}, 60_000);
