import { describe, expect, test } from "@jest/globals";
import { ifAllowed } from "./permissions.js";

function throwing(error: unknown): () => string {
  return () => {
    throw error;
  };
}

describe("what a program may look at", () => {
  test("is what it finds", () => {
    expect(ifAllowed(() => "found")).toBe("found");
  });

  test.each(["NotCapable", "PermissionDenied"])("is nothing where that is a %s", (name) => {
    expect(ifAllowed(throwing(Object.assign(new Error("no"), { name })))).toBeUndefined();
  });

  test.each([new Error("NotCapable"), undefined, "PermissionDenied"])("fails as it fails: %p", (error) => {
    const caught = (() => {
      try {
        return ifAllowed(throwing(error));
      } catch (thrown) {
        return { thrown };
      }
    })();
    expect(caught).toEqual({ thrown: error });
  });
});
