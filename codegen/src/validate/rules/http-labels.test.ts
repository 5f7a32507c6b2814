import { describe, expect, test } from "@jest/globals";
import { found } from "../../testing/model-text.js";
import { httpLabels } from "./http-labels.js";

/** An operation with a URI and members of its input, written on lines 5 and 6. */
const operation = (uri: string, members: string, more = ""): string =>
  `  Get: { type: operation, input: In, traits: { http: { method: GET, uri: "${uri}" }${more} } }
  In: { type: structure, members: { ${members} } }
  Other: { type: structure }`;

const LABEL = "{ target: String, traits: { required: {}, httpLabel: {} } }";

describe("httpLabels", () => {
  test("a label without a member, and one whose member is not bound", () => {
    expect(found(httpLabels, operation("/a/{Idd}/{Name}", `Id: ${LABEL}, Name: String`))).toEqual([
      'model.yaml:5:69 com.example#Get the label {Idd} has no member in com.example#In → Did you mean "Id"?',
      'model.yaml:5:69 com.example#Get the label {Name} stands for com.example#In$Name, which lacks the trait "httpLabel"',
      'model.yaml:6:83 com.example#In$Id bound to a label, but the URI of com.example#Get has no {Id} → Did you mean "Idd"?',
    ]);
  });

  test("a member bound to a label must be required, and of a type that a path can hold", () => {
    expect(
      found(httpLabels, operation("/a/{Id}", "Id: { target: Other, traits: { httpLabel: {} } }")),
    ).toEqual([
      'model.yaml:6:68 com.example#In$Id bound to a label, but not required → Add the trait "required".',
      "model.yaml:6:68 com.example#In$Id bound to a label, which cannot hold a structure",
    ]);
  });

  test("the labels of a host prefix need members too", () => {
    const endpoint = ', endpoint: { hostPrefix: "{Bucket}.{Id}." }';
    expect(found(httpLabels, operation("/a/{Id}", `Id: ${LABEL}`, endpoint))).toEqual([
      "model.yaml:5:99 com.example#Get the label {Bucket} has no member in com.example#In",
      'model.yaml:5:99 com.example#Get the label {Id} stands for com.example#In$Id, which lacks the trait "hostLabel"',
    ]);
  });

  test("what is wrong with a URI itself is told at its place", () => {
    expect(found(httpLabels, operation("a//b", ""))).toEqual([
      "model.yaml:5:69 com.example#Get the URI does not begin with a slash",
      "model.yaml:5:69 com.example#Get the URI has an empty segment",
    ]);
  });

  test("what fits is right, greedy labels included", () => {
    expect(
      found(httpLabels, operation("/a/{Id}/b/{Key+}?x=y", `Id: ${LABEL}, Key: ${LABEL}, Name: String`)),
    ).toEqual([]);
  });
});
