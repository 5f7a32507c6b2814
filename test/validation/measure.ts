import {
  AmplifyBackendClient,
  type HttpRequest,
  InputValidationError,
  OutputValidationError,
  type ValidationIssue,
  type ValidationOptions,
} from "@tinsmith/amplifybackend";
import type { Logger } from "@tinsmith/runtime";
import { MeasureCommand } from "../goldens/constraints/generated/src/commands/MeasureCommand.js";

/** An input of the golden model `constraints`, which has a member for every constraint; it need not be a right one. */
export type Members = Readonly<Record<string, unknown>>;

/** What is set up for calls of Measure. */
export interface World {
  /** What the service answers. */
  readonly answer?: string;
  readonly logger?: Logger;
}

/** How a call ended, and what was sent for it. */
export interface Ending {
  readonly error: unknown;
  readonly data: unknown;
  readonly requests: readonly HttpRequest[];
}

/** Calls Measure over a transport that only listens. */
export async function measure(
  input: unknown,
  validation: ValidationOptions,
  { answer = "{}", logger }: World = {},
): Promise<Ending> {
  const requests: HttpRequest[] = [];
  const client = new AmplifyBackendClient({
    region: "eu-central-1",
    credentials: { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "secret" },
    validation,
    ...(logger === undefined ? {} : { logger }),
    requestHandler: {
      handle: async (request: HttpRequest) => {
        requests.push(request);
        return { response: { statusCode: 200, headers: {}, body: new TextEncoder().encode(answer) } };
      },
    },
  });
  const result = await client.safeSend(new MeasureCommand(input as never));
  return result.success
    ? { data: result.data, error: undefined, requests }
    : { data: undefined, error: result.error, requests };
}

/** What is wrong with an input, or an answer; nothing where the call succeeded. @throws any other failure */
export async function issuesOf(
  input: unknown,
  validation: ValidationOptions = {},
  world: World = {},
): Promise<readonly ValidationIssue[]> {
  const { error } = await measure(input, validation, world);
  if (error === undefined) return [];
  if (error instanceof InputValidationError || error instanceof OutputValidationError) return error.issues;
  throw error;
}
