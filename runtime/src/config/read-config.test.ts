import { expect, test } from "@jest/globals";
import type { ClientConfig } from "./client-config.js";
import { readConfig } from "./read-config.js";

const read = (config: object): object => readConfig(config as ClientConfig);

test("a configuration of one's own is taken as it is", () => {
  const config = { region: "eu-west-1", signer: {}, serviceId: "Mine", extensions: [], protocol: undefined };
  expect(read(config)).toBe(config);
});

test.each([
  [{ endpointProvider: () => {} }, /`endpointProvider`.*pass `endpoint`/],
  [{ extensions: [{}] }, /`extensions`.*pass what the extensions would set/],
  [{ protocol: {} }, /`protocol`.*pass nothing/],
  [{ signerConstructor: class {} }, /`signerConstructor`.*pass `signer`/],
  [{ maxRetries: 0 }, /`maxRetries`.*pass `maxAttempts`/],
  [Object.create({ accessKeyId: "a" }) as object, /`accessKeyId`.*pass `credentials`/],
  [{ serviceConfiguredEndpoint: () => {}, accessKeyId: "a" }, /`accessKeyId`.*pass `credentials`/],
])("a key that must not be passed over is refused: %p", (config, message) => {
  expect(() => read(config)).toThrow(
    expect.objectContaining({ name: "ConfigurationError", message: expect.stringMatching(message) }),
  );
});

test("of what a client of AWS shows, its inside is left behind", () => {
  const region = async (): Promise<string> => "eu-west-1";
  const config = {
    region,
    serviceConfiguredEndpoint: () => {},
    protocol: {},
    signer: () => {},
    serviceId: "S3",
  };
  expect(Object.keys(read(config))).toEqual(["region", "serviceConfiguredEndpoint"]);
});

test("null says nothing, but for what must not be left out by mistake", () => {
  const config = { region: null, credentials: null, params: null, validation: null, maxRetries: null };
  expect(read(config)).toEqual({ credentials: null, params: null, validation: null });
});

test("what a configuration inherits counts, whatever of its own is null", () => {
  class Inherited {
    readonly region = null;
    get credentials(): object {
      return { accessKeyId: "own" };
    }
  }
  expect(read(new Inherited())).toMatchObject({ credentials: { accessKeyId: "own" } });
  class Foreign extends Inherited {
    get maxRetries(): number {
      return 0;
    }
  }
  expect(() => read(new Foreign())).toThrow("pass `maxAttempts`");
});
