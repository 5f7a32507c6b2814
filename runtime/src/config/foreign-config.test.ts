import { expect, test } from "@jest/globals";
import { readForeignConfig } from "./foreign-config.js";

test("a configuration of one's own is taken as it is", () => {
  const config = { region: "eu-west-1", signer: {}, serviceId: "Mine", extensions: [], protocol: undefined };
  expect(readForeignConfig(config)).toBe(config);
});

test.each([
  [{ endpointProvider: () => {} }, /`endpointProvider`.*pass `endpoint`/],
  [{ extensions: [{}] }, /`extensions`.*pass what the extensions would set/],
  [{ protocol: {} }, /`protocol`.*knows it/],
  [{ signerConstructor: class {} }, /`signerConstructor`.*pass `signer`/],
])("a key that must not be passed over is refused: %p", (config, message) => {
  expect(() => readForeignConfig(config)).toThrow(
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
  expect(Object.keys(readForeignConfig(config))).toEqual(["region", "serviceConfiguredEndpoint"]);
});
