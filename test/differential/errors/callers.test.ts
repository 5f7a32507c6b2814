import * as official from "@aws-sdk/client-amplifybackend";
import { afterAll, beforeAll, describe, expect, jest, test } from "@jest/globals";
import * as ours from "@tinsmith/amplifybackend";
import { type BothClients, type Ending, startBothClients } from "../support/both-clients.js";
import { PROPERTY_TIMEOUT } from "../support/runs.js";
import { withoutDecisions } from "./support/error-view.js";

jest.setTimeout(PROPERTY_TIMEOUT);

type Sdk = typeof ours | typeof official;

let clients: BothClients;
beforeAll(async () => {
  clients = await startBothClients();
});
afterAll(() => clients.close());

const answers = {
  missing: { status: 404, body: '{"message":"no such app","resourceType":"App"}', type: "NotFoundException" },
  tooMany: {
    status: 429,
    body: '{"message":"slow down","limitType":"Jobs"}',
    type: "TooManyRequestsException",
  },
  bad: { status: 400, body: '{"message":"bad"}', type: "BadRequestException" },
  late: { status: 504, body: '{"message":"late"}', type: "GatewayTimeoutException" },
  denied: { status: 403, body: '{"Message":"denied"}', type: "AccessDeniedException" },
};
type Answered = keyof typeof answers;

/** What code written for the official client makes of an error, with either client. */
type Caller = (error: unknown, sdk: Sdk) => unknown;

const callers: Readonly<Record<string, Caller>> = {
  "asks for the name": (error) => {
    switch ((error as Error).name) {
      case "NotFoundException":
        return "create it";
      case "TooManyRequestsException":
        return "wait";
      case "AccessDeniedException":
        return "sign in";
      default:
        return "give up";
    }
  },
  "asks for the class": (error, sdk) => {
    if (error instanceof sdk.NotFoundException) return `no ${error.ResourceType}`;
    if (error instanceof sdk.TooManyRequestsException) return `too many ${error.LimitType}`;
    if (error instanceof sdk.AmplifyBackendServiceException) return error.$fault;
    return "not the service";
  },
  "asks for the status": (error) => (error as ours.ServiceException).$metadata.httpStatusCode,
  "asks for the id": (error) => (error as ours.ServiceException).$metadata.requestId,
  "asks for the response": (error) => {
    const { $response } = error as ours.ServiceException;
    return [$response?.statusCode, $response?.headers["x-amzn-requestid"]];
  },
  "asks whose fault it is": (error) => (error as ours.ServiceException).$fault === "server",
  "makes it a text": (error) => `${String(error)} ${(error as Error).message}`,
  "spreads it": (error) => {
    const { name, message, $fault, $metadata } = { ...(error as ours.ServiceException) };
    return { name, message, $fault, $metadata: withoutDecisions($metadata) };
  },
  "puts it into a log as JSON": (error) => {
    const { name, message, $fault, $metadata } = JSON.parse(JSON.stringify(error));
    return { name, message, $fault, $metadata: withoutDecisions($metadata) };
  },
  "passes it on": async (error) => {
    const wrapped = new Error("the job failed", { cause: error });
    return await Promise.reject(wrapped).catch((each: Error) => (each.cause as Error).name);
  },
  "looks for what is not hidden": (error) =>
    Object.keys(error as object)
      .filter((key) => ["name", "message", "$fault", "$metadata"].includes(key))
      .sort(),
  "looks for the response in what is not hidden": (error) =>
    Object.keys(error as object).includes("$response"),
  "asks whether it is an error": (error) => [error instanceof Error, typeof (error as Error).stack],
};

const thrown = ({ error }: Ending): unknown => error;

describe.each(Object.entries(callers))("a caller that %s sees the same", (_what, caller) => {
  test.each(Object.keys(answers) as Answered[])("of %s", async (which) => {
    const { status, body, type } = answers[which];
    const headers = [
      ["x-amzn-errortype", type],
      ["x-amzn-requestid", "request"],
    ] as const;
    const endings = await clients.call("GetBackend", { status, body, headers });
    const our = await caller(thrown(endings.ours), ours);
    expect(our).toStrictEqual(await caller(thrown(endings.official), official));
    expect(our).toBeDefined();
  });
});
