import { describe, expect, test } from "@jest/globals";
import * as sdk from "@tinsmith/amplifybackend";
import { describeWithServiceData } from "../support/service-data.js";
import { type Mutation, mutationsOf } from "./mutations.js";
import { operationInputs, type ServiceModel } from "./service-model.js";
import { validStructure } from "./valid-input.js";

type CommandClass = new (input: object) => sdk.CloneBackendCommand;

const commandNamed = (operation: string): CommandClass =>
  (sdk as unknown as Record<string, CommandClass>)[`${operation}Command`] as CommandClass;

/** A client over a transport that only counts, and answers every request with `{}`. */
const countingClient = (): { client: sdk.AmplifyBackendClient; sent: () => number } => {
  let sent = 0;
  const handle = async () => {
    sent += 1;
    return { response: { statusCode: 200, headers: {}, body: new TextEncoder().encode("{}") } };
  };
  const client = new sdk.AmplifyBackendClient({
    region: "eu-central-1",
    credentials: { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "secret" },
    requestHandler: { handle },
  });
  return { client, sent: () => sent };
};

/** Paths of all that is wrong with an input, sorted. */
const pathsIn = (result: sdk.SafeResult<unknown, Error>): readonly string[] => {
  if (result.success || !(result.error instanceof sdk.InputValidationError)) return [];
  return result.error.issues.map(({ path }) => path).sort();
};

const messageWith = (path: string) => ({ error: { message: expect.stringContaining(path) } });

const mutate = (input: Record<string, unknown>, mutation: Mutation): Record<string, unknown> => {
  const copy = structuredClone(input);
  const holder = mutation.holderKeys.reduce<unknown>(
    (value, key) => (value as Record<string | number, unknown>)[key],
    copy,
  );
  mutation.apply(holder as Record<string, unknown>);
  return copy;
};

describeWithServiceData<ServiceModel>(
  "inputs spoiled by AWS's model",
  "amplifybackend.smithy.json",
  (model) => {
    const operations = operationInputs(model);

    test("the model has all 31 operations", () => expect(operations).toHaveLength(31));

    describe.each(operations)("%s", (operation, inputId) => {
      const input = validStructure(model, inputId);
      const mutations = mutationsOf(model, inputId);

      test("a valid input is sent", async () => {
        const { client, sent } = countingClient();
        expect(await client.safeSend(new (commandNamed(operation))(input))).toMatchObject({ success: true });
        expect(sent()).toBe(1);
      });

      test.each(mutations.map((mutation) => [mutation.title, mutation] as const))(
        "%s",
        async (_, mutation) => {
          const { client, sent } = countingClient();
          const result = await client.safeSend(new (commandNamed(operation))(mutate(input, mutation)));
          if (mutation.verdict === "accepted") {
            expect(result).toMatchObject({ success: true });
            expect(sent()).toBe(1);
            return;
          }
          expect(result).toMatchObject({
            success: false,
            error: { name: "InputValidationError", operation, message: expect.stringContaining(operation) },
          });
          expect(pathsIn(result)).toEqual([...mutation.paths].sort());
          for (const path of mutation.paths) expect(result).toMatchObject(messageWith(path));
          expect(sent()).toBe(0);
        },
      );

      test("all problems come at once", async () => {
        const { client, sent } = countingClient();
        const misspelt = mutations.filter(
          ({ title, holderKeys }) => title.startsWith("misspell") && holderKeys.length === 0,
        );
        const spoiled = misspelt.reduce(mutate, input);
        const result = await client.safeSend(new (commandNamed(operation))(spoiled));
        expect(misspelt).not.toEqual([]);
        expect(pathsIn(result)).toEqual(misspelt.flatMap(({ paths }) => paths).sort());
        expect(sent()).toBe(0);
      });
    });
  },
);
