import {
  AmplifyBackendClient as OfficialClient,
  GetBackendJobCommand as OfficialCommand,
  type AmplifyBackendClientConfig as OfficialConfig,
} from "@aws-sdk/client-amplifybackend";
import { HttpResponse } from "@smithy/core/protocols";
import { AmplifyBackendClient, GetBackendJobCommand } from "@tinsmith/amplifybackend";
import { inSurroundings, type Surroundings } from "./surroundings.js";

/** A client, and what is around it. */
export interface Situation extends Surroundings {
  /** What the code says; a function makes it anew for each client. */
  readonly config?: OfficialConfig | (() => OfficialConfig);
  /** Members of the input that are not as usual. */
  readonly input?: Partial<typeof INPUT>;
  /** Statuses of the answers, the last of them for ever; 200 where nothing is said. */
  readonly statuses?: readonly number[];
}

/** What a client made of its situation. */
export type Observation = Sent | { readonly failure: string };

/** What was sent, and what the client's configuration says then. */
export interface Sent {
  /** Protocol, host and port. */
  readonly origin: string;
  readonly path: string;
  readonly query: unknown;
  readonly attempts: number;
  /** Most attempts, as the request says. */
  readonly max: string;
  readonly accessKeyId: string;
  /** Region and service that the signature is for. */
  readonly scope: string;
  readonly sessionToken: string | undefined;
  /** What the user agent says about the application and the user's own additions, in both of its headers. */
  readonly userAgent: string;
  readonly shortUserAgent: string;
  /** How far the time of the signature is ahead of this machine's, in full hours. */
  readonly hoursAhead: number;
  /** Headers of the user's own. */
  readonly headers: Readonly<Record<string, string>>;
  readonly resolved: Readonly<Record<string, unknown>>;
}

interface SentRequest {
  readonly protocol: string;
  readonly hostname: string;
  readonly port?: number;
  readonly path: string;
  readonly query: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

const INPUT = { AppId: "app", BackendEnvironmentName: "dev", JobId: "job" };

const DEFAULTS = {
  credentials: { accessKeyId: "AKIDCODE", secretAccessKey: "secret" },
};

/** Keys of a resolved configuration that both clients have, as values or as functions for them. */
const RESOLVED = [
  "region",
  "maxAttempts",
  "retryMode",
  "useFipsEndpoint",
  "useDualstackEndpoint",
  "defaultsMode",
  "userAgentAppId",
  "runtime",
  "profile",
  "serviceId",
  "apiVersion",
  "customUserAgent",
  "disableHostPrefix",
  "systemClockOffset",
  "tls",
] as const;

type ClientClass = new (config: OfficialConfig) => ClientLike;

interface ClientLike {
  readonly config: object;
  send(command: never): Promise<unknown>;
}

/** Both sides. */
export interface BothObservations {
  readonly official: Observation;
  readonly ours: Observation;
}

let situations = 0;

/** Puts both clients into a situation, one after the other. */
export async function observeBoth(situation: Situation): Promise<BothObservations> {
  situations++;
  return {
    official: await observe(situation, OfficialClient as unknown as ClientClass, OfficialCommand),
    ours: await observe(situation, AmplifyBackendClient as unknown as ClientClass, GetBackendJobCommand),
  };
}

/** How many situations both clients have been put into so far. */
export const situationsObserved = (): number => situations;

function observe(
  situation: Situation,
  Client: ClientClass,
  Command: new (input: typeof INPUT) => unknown,
): Promise<Observation> {
  const { config = {}, input = {}, statuses = [200] } = situation;
  const requests: SentRequest[] = [];
  const requestHandler = capture(requests, statuses);
  return inSurroundings(situation, async () => {
    try {
      const client = new Client({
        ...DEFAULTS,
        requestHandler,
        ...(typeof config === "function" ? config() : config),
      });
      // A status that is no success is an observation, too, and not what fails here.
      await client.send(new Command({ ...INPUT, ...input }) as never).catch((error: unknown) => {
        if (requests.length === 0) throw error;
      });
      return describe(requests, await readResolved(client.config));
    } catch (error) {
      return { failure: (error as Error).message };
    }
  });
}

/** A handler that sends nothing. */
function capture(requests: SentRequest[], statuses: readonly number[]): never {
  const handler = {
    metadata: { handlerProtocol: "http/1.1" },
    handle: async (request: SentRequest) => {
      requests.push({ ...request, headers: { ...request.headers } });
      const statusCode = statuses[Math.min(requests.length, statuses.length) - 1] ?? 200;
      const headers = { "content-type": "application/json" };
      return { response: new HttpResponse({ statusCode, headers, body: new TextEncoder().encode("{}") }) };
    },
    updateHttpClientConfig: () => {},
    httpHandlerConfigs: () => ({}),
    destroy: () => {},
  };
  return handler as never;
}

function describe(requests: readonly SentRequest[], resolved: Sent["resolved"]): Sent {
  const [first] = requests;
  if (first === undefined) throw new Error("Nothing was sent.");
  const { protocol, hostname, port, path, query, headers } = first;
  const [, accessKeyId = "", scope = ""] =
    /Credential=([^/]+)\/\d+\/(.+)\/aws4_request/.exec(headers["authorization"] ?? "") ?? [];
  return {
    origin: `${protocol}//${hostname}${port === undefined ? "" : `:${port}`}`,
    path,
    query,
    attempts: requests.length,
    max: /max=(\S+)/.exec(headers["amz-sdk-request"] ?? "")?.[1] ?? "",
    accessKeyId,
    scope,
    sessionToken: headers["x-amz-security-token"],
    userAgent: ownUserAgent(headers["user-agent"] ?? ""),
    shortUserAgent: (headers["x-amz-user-agent"] ?? "").replace(/^(?:aws-sdk-js|tinsmith-\w+)\/\S+ ?/, ""),
    hoursAhead: hoursAhead(headers["x-amz-date"] ?? ""),
    headers: Object.fromEntries(Object.entries(headers).filter(([name]) => name.startsWith("x-own-"))),
    resolved,
  };
}

/** The clients name themselves, and AWS's its features: neither is meant to be the same. */
function ownUserAgent(userAgent: string): string {
  return userAgent
    .replace(/^.* api\/\S+#\S+/, "")
    .replace(/ m\/\S*/, "")
    .trim();
}

/** @param date - as signatures write it, e.g. `20200811T123456Z` */
function hoursAhead(date: string): number {
  const [, day = "", hours, minutes, seconds] = /^(\d{8})T(\d\d)(\d\d)(\d\d)Z$/.exec(date) ?? [];
  const iso = `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}T${hours}:${minutes}:${seconds}Z`;
  // Without the zero that is below zero.
  return Math.round((Date.parse(iso) - Date.now()) / 3_600_000) + 0;
}

async function readResolved(config: object): Promise<Record<string, unknown>> {
  const values: Record<string, unknown> = {};
  for (const key of RESOLVED) {
    const value: unknown = Reflect.get(config, key);
    values[key] = typeof value === "function" ? await value() : value;
  }
  return values;
}
