import { expect, test } from "@jest/globals";
import { unreadShapes } from "../../model/unread.js";
import { foundInService, modelOf } from "../../testing/model-text.js";
import { httpTrait } from "./http-trait.js";
import { protocol } from "./protocol.js";
import { startsJob } from "./starts-job.js";

const service = (
  traits: string,
): string => `  Things: { type: service, version: "1", operations: [Get], traits: { ${traits} } }
  Get: { type: operation }
  mine: { type: structure, traits: { trait: {}, protocolDefinition: {} } }`;

test("a service that speaks no restJson1 is told what it has", () => {
  expect(foundInService(protocol, service("aws.protocols#restXml: {}, mine: {}"))).toEqual([
    "model.yaml:5:3 com.example#Things the service does not speak aws.protocols#restJson1: it has aws.protocols#restXml, com.example#mine → No client can be made for another protocol.",
  ]);
  expect(foundInService(protocol, service(""))[0]).toContain("it names no protocol");
  expect(foundInService(protocol, service("aws.protocols#restXml: {}, aws.protocols#restJson1: {}"))).toEqual(
    [],
  );
});

test("every operation says how it is called", () => {
  expect(foundInService(httpTrait, service(""))).toEqual([
    'model.yaml:6:3 com.example#Get lacks the trait "http" → Write it like: http: { method: POST, uri: "/things/{Id}", code: 200 }',
  ]);
});

test("a job is followed by an operation of the service, by either form of its name", () => {
  const model = (followedBy: string): string => `
  Things: { type: service, version: "1", operations: [Start, GetJob] }
  Start: { type: operation, traits: { tinsmith#startsJob: { followedBy: "${followedBy}" } } }
  GetJob: { type: operation }
  Other: { type: operation }`;
  expect(foundInService(startsJob, model("GetJbo"))).toEqual([
    'model.yaml:6:61 com.example#Start com.example#Things has no operation GetJbo to follow the job with → Did you mean "GetJob"?',
  ]);
  expect(foundInService(startsJob, model("Other"))).toHaveLength(1);
  expect(foundInService(startsJob, model("GetJob"))).toEqual([]);
  expect(foundInService(startsJob, model("com.example#GetJob"))).toEqual([]);
});

test("an operation that could not be read is not said to be missing", () => {
  const text = `
  Things: { type: service, version: "1", operations: [Start] }
  Start: { type: operation, traits: { tinsmith#startsJob: { followedBy: GetJob } } }`;
  const loaded = modelOf(text);
  const service = loaded.shapes.get("com.example#Things");
  if (service?.type !== "service") throw new Error("no service");
  expect(startsJob(loaded, service, unreadShapes(["com.example#GetJob"]))).toEqual([]);
  expect(startsJob(loaded, service, unreadShapes(["com.example#Other"]))).toHaveLength(1);
});
