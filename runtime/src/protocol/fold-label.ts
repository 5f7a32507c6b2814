/** Servers, proxies and frameworks in a row may each decode once; four are more than anybody has seen. */
const ROUNDS = 4;

/** Printable ASCII without `%`: nothing to undo. */
const PLAIN = /^[ -$&-~]*$/;

/**
 * What the most obliging chain of servers could make of a text: percent-encoding undone, however often it was done, in
 * overlong UTF-8 and as `%u002e` too; full-width and other compatibility forms made plain; invisible characters dropped.
 * Only for judging: never to be sent.
 *
 * @see https://www.rfc-editor.org/rfc/rfc3629#section-10 on overlong sequences
 * @see https://unicode.org/reports/tr36/#Canonical_Represenation on compatibility forms
 */
export function foldLabel(text: string): string {
  if (PLAIN.test(text)) return text;
  let folded = text;
  for (let round = 0; round < ROUNDS; round++) {
    const plain = folded.normalize("NFKC").replace(/\p{Default_Ignorable_Code_Point}/gu, "");
    const decoded = decode(plain);
    if (decoded === folded) break;
    folded = decoded;
  }
  return folded;
}

function decode(text: string): string {
  return (
    text
      // All levels at once, so that a long chain of them costs no more than one.
      .replace(/%(?:25)+/g, "%")
      .replace(/%[c-f][\da-f](?:%[89ab][\da-f]){1,3}/gi, decodeBytes)
      .replace(/%u([\da-f]{4})|%([0-7][\da-f])/gi, (_, unit, byte) =>
        String.fromCharCode(Number.parseInt(unit ?? byte, 16)),
      )
  );
}

/** Decodes as lenient decoders do: a dot written in more bytes than it takes is a dot. */
function decodeBytes(encoded: string): string {
  const [lead = 0, ...rest] = encoded
    .split("%")
    .slice(1)
    .map((byte) => Number.parseInt(byte, 16));
  const code = rest.reduce((bits, byte) => (bits << 6) | (byte & 0x3f), lead & (0x3f >> rest.length));
  return code > 0x10ffff ? encoded : String.fromCodePoint(code);
}
