import fc from "fast-check";

/** Texts that have been written wrongly before, by somebody. */
const AWKWARD = [
  "",
  " ",
  "\0",
  '"\\/\b\f\n\r\t\u007f',
  "\u2028\u2029\ufeff",
  "e\u0301 é ｅ",
  "👩‍👩‍👧‍👦🏳️‍🌈",
  "null",
  "__proto__",
  "</script>",
  "%20%2F+&=?",
];

/** Long enough to outgrow the buffer that a writer may start with. */
const LONG = { minLength: 2_000, maxLength: 5_000 };

/** Any text a JSON body can carry, halves of surrogate pairs included. */
export const textArbitrary: fc.Arbitrary<string> = fc.oneof(
  { withCrossShrink: true },
  { weight: 6, arbitrary: fc.string({ unit: "grapheme" }) },
  { weight: 4, arbitrary: fc.string({ unit: "binary" }) },
  { weight: 3, arbitrary: fc.constantFrom(...AWKWARD) },
  { weight: 2, arbitrary: fc.array(fc.integer({ min: 0xd700, max: 0xe0ff })).map(fromCodeUnits) },
  { weight: 1, arbitrary: fc.string({ unit: fc.constantFrom("a", "é", "€", "😀", '"', "\n"), ...LONG }) },
);

function fromCodeUnits(units: readonly number[]): string {
  return String.fromCharCode(...units);
}

/**
 * What a label is built of: what has a meaning in a URL, what looks as if it were encoded, and text of all kinds. Not what
 * ends a segment, which may lead to another route.
 */
const LABEL_UNITS = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...":[]@!$&'()*+,;=") },
  { weight: 3, arbitrary: fc.constantFrom(...' "<>^`{|}%~-._', "%2e", "%zz", "..") },
  { weight: 3, arbitrary: fc.constantFrom(..."azAZ09") },
  {
    weight: 2,
    arbitrary: fc.string({ unit: "grapheme", minLength: 1, maxLength: 1 }),
  },
);

/** Any text that both clients put into a path: nothing blank, no dot segment however encoded, no control character. */
export const labelArbitrary: fc.Arbitrary<string> = fc
  .string({ unit: LABEL_UNITS, minLength: 1, maxLength: 12 })
  .filter((text) => !/[\p{Cc}\p{Cs}\u2028\u2029]/u.test(text) && !isRefused(text));

/** Whether a server, which may decode more than once, could take a text for something else than a name. */
function isRefused(text: string): boolean {
  const plain = text.normalize("NFKC").replaceAll(/\p{Default_Ignorable_Code_Point}/gu, "");
  const decoded = plain.replaceAll(/%(?:25)*2e/gi, ".");
  return (
    /[\\/?#]|%(?:25)*(?:[0-7c]|u)/i.test(decoded) || /^\.{0,2}$/.test(decoded.replace(/;.*/s, "").trim())
  );
}
