import fc from "fast-check";
import { hostileLabels, ordinaryLabels } from "./hostile-labels.js";
import { type Labels, type Route, routes, words } from "./routes.js";

/** What has a meaning in URLs, to somebody. */
const MEANINGFUL = [
  "/",
  "\\",
  "%2f",
  "%25",
  "%",
  ";",
  "?",
  "#",
  "@",
  ":",
  "&",
  "=",
  "+",
  "'",
  "|",
  " ",
  ".",
  "..",
  "%2e",
];

/** Text of all kinds, mostly such as can be sent, and never anything that was thought of before only. */
const textArbitrary = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.string({ unit: fc.constantFrom("x", "é", "€", "😀", ...MEANINGFUL), minLength: 1 }),
  },
  { weight: 2, arbitrary: fc.string({ unit: "grapheme", minLength: 1 }) },
  { weight: 1, arbitrary: fc.string({ unit: "binary" }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom("__proto__", "constructor", "x".repeat(4_000), "\ud800", ...words),
  },
);

const labelArbitrary = (route: Route, label: string): fc.Arbitrary<string> => {
  const ordinary = ordinaryLabels.valuesFor(route, label);
  const hostile = hostileLabels.flatMap(({ valuesFor }) => valuesFor(route, label));
  return fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...ordinary) },
    { weight: 4, arbitrary: textArbitrary },
    { weight: 1, arbitrary: fc.constantFrom(...hostile) },
  );
};

/** A call by the name of its route, and what its labels are. */
export const callArbitrary: fc.Arbitrary<[name: string, labels: Labels]> = fc
  .constantFrom(...routes)
  .chain((route) =>
    fc.tuple(
      fc.constant(route.name),
      fc.record(Object.fromEntries(route.labels.map((label) => [label, labelArbitrary(route, label)]))),
    ),
  );
