import type { AmplifyBackendClientConfig, HttpHandler } from "@tinsmith/amplifybackend";

/** A way to make every call fail with an error of one name. */
export interface Kind {
  readonly name: string;
  readonly config?: AmplifyBackendClientConfig;
  /** Replaces a member of the input, so that it is refused. */
  readonly appId?: string;
  readonly options?: () => { abortSignal: AbortSignal };
}

/** Waits as sockets do: what happens then is called by nobody. */
const later = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1));

const failLater = async (): Promise<never> => {
  await later();
  throw new Error("broken");
};

const answering = (statusCode: number, body: string, headers: Record<string, string> = {}): HttpHandler => ({
  handle: async () => {
    await later();
    return { response: { statusCode, headers, body } };
  },
});

const silent: HttpHandler = { handle: () => new Promise(() => {}) };
const broken: HttpHandler = { handle: failLater };

/** Every name that the runtime's own errors have, and some of the service's; calls are repeated once, after a wait. */
export const kinds: readonly Kind[] = [
  { name: "InputValidationError", appId: ".." },
  { name: "ConfigurationError", config: { region: failLater } },
  { name: "CredentialsProviderError", config: { credentials: failLater } },
  {
    name: "AbortError",
    options: () => ({ abortSignal: AbortSignal.timeout(5) }),
    config: { requestHandler: silent },
  },
  { name: "TimeoutError", config: { requestHandler: silent, requestTimeout: 5 } },
  { name: "TimeoutError", config: { requestHandler: silent, callTimeout: 5 } },
  { name: "NetworkError", config: { requestHandler: broken } },
  { name: "NetworkError", config: { endpoint: "http://127.0.0.1:1" } },
  { name: "ResponseParseError", config: { requestHandler: answering(200, "<html>") } },
  {
    name: "OutputValidationError",
    config: { requestHandler: answering(200, '{"jobs":[{}]}'), validation: { output: "strict" } },
  },
  {
    name: "NotFoundException",
    config: { requestHandler: answering(404, "{}", { "x-amzn-errortype": "NotFoundException" }) },
  },
  { name: "UnmodeledServiceException", config: { requestHandler: answering(503, "<html>") } },
];
