import { Sha256 } from "@smithy/core/checksum";
import type { Saboteur } from "./misbehaviour.js";

/** What is added to a call that would go well; types would refuse some of it. */
export interface Sabotage {
  readonly config?: object;
  readonly options?: object;
  readonly input?: object;
}

const identity = { accessKeyId: "AKID", secretAccessKey: "secret" };
const nothing = (): void => {};
const token = { getRetryCount: () => 0, getRetryDelay: () => 0 };
const strategy = {
  acquireInitialRetryToken: async () => token,
  refreshRetryTokenForRetry: async () => token,
  recordSuccess: nothing,
};
const ok = { statusCode: 200, headers: {}, body: '{"jobId":"j"}' };

const HOOKS = ["onRequest", "onResponse", "onRetry", "onError"];
const OPTIONS = ["abortSignal", "requestTimeout", "connectionTimeout", "callTimeout", "hooks", "rawResponse"];

/** A member of an object that is read through a getter. */
const getter = (name: string, get: () => unknown): object =>
  Object.defineProperty({}, name, { get, enumerable: true });

const signal = (member: string, { sync }: Saboteur): object => {
  const { signal: real } = new AbortController();
  const like = {
    aborted: false,
    addEventListener: real.addEventListener.bind(real),
    removeEventListener: real.removeEventListener.bind(real),
  };
  const value = like[member as "aborted"] as unknown;
  const broken =
    typeof value === "function" ? { value: sync(value as () => void) } : { get: sync(() => value) };
  return Object.defineProperty(like, member, broken);
};

const provider =
  (key: string, value: unknown) =>
  ({ any }: Saboteur): Sabotage => ({ config: { [key]: any(async () => value) } });

/** Everything that users can set up to run, or to be read, while a call is made. */
export const PARTS: Readonly<Record<string, (saboteur: Saboteur, input: object) => Sabotage>> = {
  region: provider("region", "eu-west-1"),
  endpoint: provider("endpoint", "https://example.com"),
  maxAttempts: provider("maxAttempts", 3),
  useFipsEndpoint: provider("useFipsEndpoint", false),
  useDualstackEndpoint: provider("useDualstackEndpoint", false),
  defaultsMode: provider("defaultsMode", "standard"),
  userAgentAppId: provider("userAgentAppId", "app"),
  defaultUserAgentProvider: provider("defaultUserAgentProvider", [["mine", "1"]]),
  disableClockSkewCorrection: provider("disableClockSkewCorrection", false),
  retryMode: provider("retryMode", "standard"),
  credentials: provider("credentials", identity),
  "credentials, read": ({ object }) => ({ config: { credentials: object({ ...identity }) } }),
  credentialDefaultProvider: ({ any, sync }) => ({
    config: { credentials: undefined, credentialDefaultProvider: sync(() => any(async () => identity)) },
  }),
  signer: ({ any }) => ({
    config: { signer: any(async () => ({ sign: async (request: unknown) => request })) },
  }),
  "signer.sign": ({ any }) => ({ config: { signer: { sign: any(async (request) => request) } } }),
  "signer's answer": ({ object }) => ({
    config: { signer: { sign: async (request: object) => object(request) } },
  }),
  sha256: ({ sync }) => ({
    config: {
      sha256: function Hash(this: unknown, ...parameters: [never]) {
        return sync(() => new Sha256(...parameters))();
      },
    },
  }),
  "sha256.digest": ({ any }) => ({
    config: {
      sha256: class extends Sha256 {
        override digest = any(() => super.digest()) as Sha256["digest"];
      },
    },
  }),
  retryStrategy: provider("retryStrategy", strategy),
  "retryStrategy's methods": ({ any }) => ({
    config: {
      retryStrategy: Object.fromEntries(
        Object.entries(strategy).map(([name, method]) => [name, any(method)]),
      ),
    },
  }),
  "retryStrategy's token": ({ sync }) => {
    const broken = { getRetryCount: sync(() => 0), getRetryDelay: sync(() => 0) };
    const answer = async () => Object.defineProperty({ ...broken }, "$retryLog", { get: sync(() => ({})) });
    return {
      config: {
        retryStrategy: { ...strategy, acquireInitialRetryToken: answer, refreshRetryTokenForRetry: answer },
      },
    };
  },
  "retryDelayOptions.customBackoff": ({ sync }) => ({
    config: { retryDelayOptions: { customBackoff: sync(() => 0) } },
  }),
  "environment.now": ({ sync }) => ({ config: { environment: { now: sync(() => Date.now()) } } }),
  "environment.random": ({ sync }) => ({ config: { environment: { random: sync(() => 0) } } }),
  "environment.uuid": ({ sync }) => ({ config: { environment: { uuid: sync(() => "id") } } }),
  "environment.sleep": ({ any }) => ({ config: { environment: { sleep: any(async () => {}) } } }),
  "environment.variables": ({ object }) => ({ config: { environment: { variables: object({}) } } }),
  logger: ({ any }) => ({
    config: { logger: { debug: any(nothing), info: any(nothing), warn: any(nothing), error: any(nothing) } },
  }),
  "the client's hooks": ({ any }) => ({
    config: { hooks: Object.fromEntries(HOOKS.map((name) => [name, any(nothing)])) },
  }),
  "the call's hooks": ({ any }) => ({
    options: { hooks: Object.fromEntries(HOOKS.map((name) => [name, any(nothing)])) },
  }),
  "the call's hooks, read": ({ object }) => ({ options: { hooks: object({ onRequest: nothing }) } }),
  "the request in a hook": ({ sync }) => ({
    options: {
      hooks: {
        onRequest: (event: { request: object }) =>
          Object.defineProperty(event.request, "headers", { get: sync(() => ({})) }),
      },
    },
  }),
  requestHandler: ({ any }) => ({
    config: { requestHandler: { handle: any(async () => ({ response: ok })) } },
  }),
  "requestHandler's answer": ({ object }) => ({
    config: { requestHandler: { handle: async () => object({ response: object({ ...ok }) }) } },
  }),
  "the response's headers": ({ object }) => ({
    config: {
      requestHandler: { handle: async () => ({ response: { ...ok, headers: object({ a: "b" }) } }) },
    },
  }),
  "the response's body": ({ any }) => ({
    config: {
      requestHandler: {
        handle: async () => {
          const next = any(async () => ({ done: true, value: undefined }));
          return { response: { ...ok, body: { [Symbol.asyncIterator]: () => ({ next }) } } };
        },
      },
    },
  }),
  ...Object.fromEntries(
    ["aborted", "reason", "addEventListener", "removeEventListener"].map((member) => [
      `abortSignal.${member}`,
      (saboteur: Saboteur): Sabotage => ({ options: { abortSignal: signal(member, saboteur) } }),
    ]),
  ),
  "a signal that was aborted": ({ sync }) => ({
    options: {
      abortSignal: Object.defineProperty(AbortSignal.abort(), "reason", { get: sync(() => "why") }),
    },
  }),
  ...Object.fromEntries(
    OPTIONS.map((name) => [
      `options.${name}`,
      ({ sync }: Saboteur): Sabotage => ({ options: getter(name, sync(nothing)) }),
    ]),
  ),
  "options, as a proxy": ({ object }) => ({ options: object({}) }),
  "input, as a proxy": ({ object }, input) => ({ input: object({ ...input }) }),
  "a member of the input": ({ sync }, input) => ({
    input: Object.defineProperty({ ...input }, "AppId", { get: sync(() => "app"), enumerable: true }),
  }),
  "validation that is off, and a proxy": ({ object }, input) => ({
    config: { validation: { input: "off" } },
    input: object({ ...input }),
  }),
};

/** What nobody has tampered with. */
export const WELL = { identity, ok };
