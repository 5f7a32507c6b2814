import { afterAll, expect, jest, test } from "@jest/globals";
import { AmplifyBackendService } from "@tinsmith/amplifybackend/service";
import fc from "fast-check";
import { serializeLabels } from "../../runtime/src/protocol/serialize-labels.js";
import { PROPERTY_TIMEOUT, propertySettings } from "../differential/support/runs.js";
import { type Labels, type Route, routes, routesOf, words } from "./support/routes.js";
import { serverKinds } from "./support/servers.js";

jest.setTimeout(PROPERTY_TIMEOUT);

/** What confuses somebody, and the words to be confused with. */
const unit = fc.oneof(
  fc.constantFrom(...words, "x", "x"),
  fc.constantFrom("/", "/", "%2f", "%252F", "\\", "%5c", "／", "%ef%bc%8f", "%c0%af"),
  fc.constantFrom(";", "?", "#", "%3b", "%3F", "%23", "；", "？"),
  fc.constantFrom(".", "..", "%2e", "%252e", "．", "%c0%ae", "\u200b", " ", "%20", "%", "25"),
);
const text = fc.string({ unit, minLength: 1, maxLength: 6 });

const counts = { sent: 0, refused: 0 };
afterAll(() =>
  console.log(`obliging servers: ${counts.sent} paths read as meant, ${counts.refused} refused`),
);

const check = (name: string, labels: Labels): void => {
  const route = routes.find((other) => other.name === name) as Route;
  const { path, issues } = serializeLabels(route.operation, labels, AmplifyBackendService.routes);
  counts[issues.length === 0 ? "sent" : "refused"]++;
  if (issues.length > 0) return;
  for (const { name: server, read, ignoresCase } of serverKinds) {
    const others = routesOf(route.method, read(path), ignoresCase).filter((other) => other !== route);
    expect([server, others.map((other) => other.name)]).toEqual([server, []]);
  }
};

test("no kind of server takes what is sent for another call", () => {
  const call = fc
    .constantFrom(...routes.filter(({ labels }) => labels.length > 0))
    .chain(({ name, labels }) =>
      fc.tuple(fc.constant(name), fc.record(Object.fromEntries(labels.map((label) => [label, text])))),
    );
  fc.assert(
    fc.property(call, ([name, labels]) => check(name, labels)),
    propertySettings(5_000),
  );
  expect(counts.sent).toBeGreaterThan(0);
  expect(counts.refused).toBeGreaterThan(0);
});
