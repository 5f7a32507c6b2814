import { describe, expect, test } from "@jest/globals";
import { hostLabelNames, labelNames, parseHttpUri } from "./http-uri.js";

describe("parseHttpUri", () => {
  test("takes a pattern apart", () => {
    expect(parseHttpUri("/a/{Id}/{Key+}?x=1&y=&z")).toEqual({
      uri: {
        segments: [
          { kind: "literal", text: "a" },
          { kind: "label", name: "Id", greedy: false },
          { kind: "label", name: "Key", greedy: true },
        ],
        query: [
          { name: "x", value: "1" },
          { name: "y", value: "" },
          { name: "z", value: undefined },
        ],
      },
      problems: [],
    });
  });

  test.each(["/", "/a", "/a/", "/2020-08-11/{A}", "/a:b/c.d~e/%20"])("%s is right", (pattern) => {
    expect(parseHttpUri(pattern).problems).toEqual([]);
  });

  test.each([
    ["", "does not begin with a slash"],
    ["a", "does not begin with a slash"],
    ["//a", "has an empty segment"],
    ["/a//b", "has an empty segment"],
    ["/a#b", 'has a fragment or a second "?"'],
    ["/a?b?c", 'has a fragment or a second "?"'],
    ["/a?b={c}", "has a label in its query"],
    ["/a/x{Id}", 'has "x{Id}" where a label like {Name} or {Name+} must be a whole segment'],
    ["/a/{I-d}", 'has "{I-d}" where a label like {Name} or {Name+} must be a whole segment'],
    ["/a/{Id", 'has "{Id" where a label like {Name} or {Name+} must be a whole segment'],
    ["/a/../b", 'has the segment ".."'],
    ["/a b", 'has "a b", which must be encoded'],
    ["/{Id}/{Id}", "has the label {Id} twice"],
    ["/{A+}/{B+}", "has more than one greedy label"],
    ["/{A+}/b/{C}", "has a label after its greedy label"],
  ])("%s %s", (pattern, problem) => {
    expect(parseHttpUri(pattern).problems).toContain(problem);
  });

  test("names of labels, in a path and in a host prefix", () => {
    expect(labelNames(parseHttpUri("/{B}/x/{A+}").uri)).toEqual(["B", "A"]);
    expect(hostLabelNames("{Bucket}.data-{Account}.")).toEqual(["Bucket", "Account"]);
  });
});
