import { describe, expect, test } from "@jest/globals";
import { AmplifyException, NotFoundException, TooManyRequestsException } from "../testing/amplify.js";
import { ServiceException } from "./service-exception.js";

const $metadata = { httpStatusCode: 404, requestId: "r-1" };

describe("an error made by hand, as in tests of applications", () => {
  test("takes its members beside what all errors have", () => {
    const error = new NotFoundException({ message: "No app.", $metadata, ResourceType: "App" });
    expect(error).toMatchObject({ name: "NotFoundException", $fault: "client", $metadata });
    expect([error.message, error.ResourceType, error.Message]).toEqual(["No app.", "App", undefined]);
  });

  test("is what its class stands for, whatever else it is made of", () => {
    const options = {
      $metadata,
      name: "Other",
      $fault: "server",
      toString: "no member",
      Message: "m",
    } as const;
    const error = new NotFoundException(options);
    expect([error.name, error.$fault, error.Message]).toEqual(["NotFoundException", "client", "m"]);
    expect(Object.keys(error).slice(-2)).toEqual(["Message", "ResourceType"]);
    expect(error.toString()).toBe("NotFoundException");
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

describe("instanceof", () => {
  const fake = { name: "NotFoundException", $fault: "client", $metadata: {} };

  test("finds the class and those below", () => {
    const error = new NotFoundException({ $metadata });
    const found = [NotFoundException, AmplifyException, ServiceException].map(
      (type) => error instanceof type,
    );
    expect(found).toEqual([true, true, true]);
    expect(error instanceof TooManyRequestsException).toBe(false);
    expect(new ServiceException({ $metadata }) instanceof NotFoundException).toBe(false);
  });

  test("finds what has the class's name and what all errors have", () => {
    expect(fake instanceof NotFoundException).toBe(true);
    expect(fake instanceof ServiceException).toBe(true);
    expect(fake instanceof TooManyRequestsException).toBe(false);
    expect(ServiceException.isInstance(fake)).toBe(true);
  });

  test("finds errors of another copy of the package, by their classes' names", () => {
    class OfAnotherCopy extends Error {
      readonly $fault = "client";
      readonly $metadata = {};
    }
    Object.defineProperty(OfAnotherCopy, "name", { value: "AmplifyException" });
    class Missing extends OfAnotherCopy {
      override readonly name = "NotFoundException";
    }
    expect(new Missing() instanceof AmplifyException).toBe(true);
    expect(new Missing() instanceof NotFoundException).toBe(true);
    expect(new Missing() instanceof TooManyRequestsException).toBe(false);
  });

  test.each([
    ["nothing", undefined],
    ["null", null],
    ["text", "NotFoundException"],
    ["an error without metadata", { ...fake, $metadata: undefined }],
    ["another fault", { ...fake, $fault: "mine" }],
    ["an object without prototype that lacks both", Object.create(null)],
  ])("does not find %s", (_what, value) => {
    expect((value as unknown) instanceof NotFoundException).toBe(false);
    expect(ServiceException.isInstance(value)).toBe(false);
  });

  test("looks at no name that a minifier may have given", () => {
    class NotIt extends ServiceException {}
    Object.defineProperty(NotIt, "name", { value: "a" });
    expect({ ...fake, name: "a" } instanceof NotIt).toBe(false);
  });
});
