import { describe, expect, test } from "@jest/globals";
import { NotFoundException } from "../testing/amplify.js";
import { ServiceException } from "./service-exception.js";

const $metadata = { httpStatusCode: 404, requestId: "r-1" };

describe("an error made by hand, as in tests of applications", () => {
  test("takes its members beside what all errors have", () => {
    const error = new NotFoundException({ message: "No app.", $metadata, ResourceType: "App" });
    expect(error).toMatchObject({ name: "NotFoundException", $fault: "client", $metadata });
    expect([error.message, error.ResourceType, error.Message]).toEqual(["No app.", "App", undefined]);
  });

  test("is called by its name, on the wire too", () => {
    expect(new NotFoundException({ $metadata }).code).toBe("NotFoundException");
    const other = new ServiceException({ name: "TeapotException", $fault: "server", $metadata });
    expect([other.name, other.code, other.$fault]).toEqual(["TeapotException", "TeapotException", "server"]);
  });

  test("has the name of the wire where that is another one", () => {
    const error = new ServiceException({ code: "Teapot", $metadata });
    expect([error.name, error.code]).toEqual(["Teapot", "Teapot"]);
    expect(JSON.parse(JSON.stringify(error))).toMatchObject({ code: "Teapot" });
  });

  test("needs no more than metadata", () => {
    const error = new ServiceException({ $metadata: {} });
    expect([error.name, error.message, error.$fault]).toEqual(["ServiceException", "", "server"]);
  });
});
