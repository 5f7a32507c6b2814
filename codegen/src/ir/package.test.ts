import { expect, test } from "@jest/globals";
import { packageOf } from "./package.js";

const service = {
  name: "ParcelService",
  sdkId: "Parcel Service",
  title: "Parcels",
  version: "1",
  signingName: "parcels",
  endpointPrefix: "parcels",
};

test("a model that says nothing of its package gets one named after the service", () => {
  expect(packageOf({ metadata: {}, shapes: new Map() }, service)).toEqual({
    name: "@tinsmith/parcelservice",
    version: "0.0.0",
    description: "Light, strict client of Parcels.",
    runtime: "^0.1.0",
    extra: {},
  });
});

test("what the model says goes first; only known fields reach package.json", () => {
  const described = {
    name: "p",
    version: "1.2.3",
    description: "D",
    runtime: "^2",
    homepage: "h",
    scripts: { x: "y" },
  };
  expect(packageOf({ metadata: { tinsmith: { package: described } }, shapes: new Map() }, service)).toEqual({
    name: "p",
    version: "1.2.3",
    description: "D",
    runtime: "^2",
    extra: { homepage: "h" },
  });
});
