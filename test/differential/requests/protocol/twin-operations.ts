import { boundMembers, type OperationDescriptor, type StructureDescriptor } from "@tinsmith/runtime";
import fc from "fast-check";
import type { Values } from "../../support/arbitraries.js";
import { labelArbitrary, textArbitrary } from "../../support/texts.js";
import {
  blobTwin,
  documentTwin,
  listOf,
  mapOf,
  plainTwins,
  simpleTwins,
  structureOf,
  type Twin,
  textOf,
  unionOf,
  withTraits,
} from "./twins.js";

/** An operation in the terms of both clients. */
export interface TwinOperation {
  readonly title: string;
  /** See {@link Twin.official}. */
  readonly official: object;
  readonly ours: OperationDescriptor;
  readonly input: fc.Arbitrary<Values>;
}

/** Text that any header may hold; any other, our client refuses. In lists, the official client loses empty texts. */
const headerText = textOf(fc.string({ unit: fc.constantFrom(...'az09,"\\;=()/~'), minLength: 1 }));
/** Text of whole characters: half of one cannot be part of a URL, and with both is an error. */
const queryText = textOf(textArbitrary.filter((text) => !/\p{Cs}/u.test(text)));
/** Segments, of which none is empty. */
const greedyText = textOf(
  fc
    .array(
      labelArbitrary.map((segment) => segment.replaceAll("/", ":")),
      { minLength: 1, maxLength: 3 },
    )
    .map((segments) => segments.join("/")),
);
const anyText = textOf(textArbitrary);

/** A payload that is null is an unset one. */
const someDocument = { ...documentTwin, value: documentTwin.value.filter((value) => value !== null) };

const label = (twin: Twin, greedy = false): Twin =>
  withTraits(twin, { httpLabel: 1 }, { location: greedy ? "greedyLabel" : "label" });
const query = (twin: Twin, name: string): Twin =>
  withTraits(twin, { httpQuery: name }, { location: "query", locationName: name });
const header = (twin: Twin, name: string): Twin =>
  withTraits(twin, { httpHeader: name }, { location: "header", locationName: name });
const payload = (twin: Twin): Twin => withTraits(twin, { httpPayload: 1 }, { location: "payload" });
const named = (twin: Twin, jsonName: string): Twin => withTraits(twin, { jsonName }, { jsonName });

/** Members `M0`, `M1` … */
const numbered = (twins: readonly Twin[]): Record<string, Twin> =>
  Object.fromEntries(twins.map((twin, index) => [`M${index}`, twin]));

const prefixHeaders = withTraits(
  { ...mapOf(headerText, false), value: fc.dictionary(fc.constantFrom("A", "b-c"), headerText.value) },
  { httpPrefixHeaders: "X-Prefix-" },
  { location: "prefixHeaders", locationName: "X-Prefix-" },
);

/** Parameters of any name; `q` is one that a member has, too. */
const queryParams = (item: Twin): Twin =>
  withTraits(
    { ...mapOf(item, false), value: fc.dictionary(fc.constantFrom("q", "f&= ", "é"), item.value) },
    { httpQueryParams: 1 },
    { location: "queryParams" },
  );

const simple = structureOf(numbered(simpleTwins));
const aggregates: readonly Twin[] = [...simpleTwins, simple].flatMap((item) => [
  listOf(item, false),
  listOf(item, true),
  mapOf(item, false),
  mapOf(item, true),
]);
const LABELS = [...plainTwins, textOf(labelArbitrary)];

/** Operations that, together, have every kind of value in every place where it can be. */
export const twinOperations: readonly TwinOperation[] = [
  operation(
    "labels",
    numbered(LABELS.map((twin) => label(twin))),
    `/${LABELS.map((_, index) => `{M${index}}`).join("/x/")}`,
  ),
  operation("a greedy label", { M0: label(greedyText, true) }, "/before/{M0+}/after"),
  operation("a fixed query", { M0: query(queryText, "q") }, "/path?fixed=a&flag&q=b"),
  operation(
    "queries",
    numbered([...plainTwins, queryText, blobTwin].map((twin, index) => query(twin, `q ${index}`))),
  ),
  operation(
    "lists in queries",
    numbered([...plainTwins, queryText].map((twin, index) => query(filled(twin), `q${index}`))),
  ),
  operation("free queries", { M0: query(queryText, "q"), M1: queryParams(queryText) }),
  operation("free lists in queries", { M0: query(queryText, "q"), M1: queryParams(filled(queryText)) }),
  operation(
    "headers",
    numbered([...plainTwins, headerText, blobTwin].map((twin, index) => header(twin, `X-H${index}`))),
  ),
  operation(
    "lists in headers",
    numbered([...plainTwins, headerText].map((twin, index) => header(filled(twin), `X-H${index}`))),
  ),
  operation("media types in headers", {
    M0: header(withTraits(anyText, { mediaType: "text/x" }, { mediaType: "text/x" }), "X-M"),
  }),
  operation("prefixed headers", { M0: prefixHeaders }),
  operation("simple values in bodies", numbered(simpleTwins)),
  operation("names in bodies", numbered(simpleTwins.map((twin, index) => named(twin, `${index}-_. ~`)))),
  operation("aggregates in bodies", numbered([...aggregates, simple, unionOf(numbered(simpleTwins))])),
  operation("a structure as the body", { M0: payload(simple), M1: header(headerText, "X-H") }),
  operation("a union as the body", { M0: payload(unionOf(numbered(simpleTwins))) }),
  operation("a document as the body", { M0: payload(someDocument) }),
  operation("text as the body", { M0: payload(anyText) }),
  operation("bytes as the body", { M0: payload(blobTwin) }),
];

/** A list without nulls: there, both leave it to the service. */
function filled(item: Twin): Twin {
  return { ...listOf(item, false), value: fc.array(item.value, { maxLength: 4 }) };
}

function operation(title: string, members: Record<string, Twin>, uri = "/path"): TwinOperation {
  // Labels have to be there; for an unset payload, the official client sends `{}` even where it is no structure.
  const required = Object.entries(members)
    .filter(([, { ours }]) => ["label", "greedyLabel", "payload"].includes(ours.location ?? ""))
    .map(([name]) => name);
  const { official, ours, value } = structureOf(members, required);
  return {
    title,
    official: {
      namespace: "example.twins",
      name: "Twin",
      traits: { http: ["POST", uri, 200] },
      input: official,
      output: "unit",
    },
    ours: {
      format: 1,
      name: "Twin",
      http: { method: "POST", uri, code: 200 },
      input: { ...(ours.target as StructureDescriptor), bound: boundMembers },
      output: { kind: "structure", name: "Output", members: {} },
      errors: [],
    },
    input: value,
  };
}
