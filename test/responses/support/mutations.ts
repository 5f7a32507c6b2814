import fc from "fast-check";

/** A change to the bytes of a response. */
export type Mutation = (bytes: Buffer) => Buffer;

/** Anywhere in the bytes, whatever their number turns out to be. */
const place = fc.nat(9999).map((tenthousandths) => tenthousandths / 10_000);
const at = (bytes: Buffer, fraction: number): number => Math.floor(fraction * bytes.length);

const splice = (bytes: Buffer, start: number, removed: number, added: Uint8Array): Buffer =>
  Buffer.concat([bytes.subarray(0, start), added, bytes.subarray(start + removed)]);

const flip = fc.tuple(place, fc.nat(7)).map(([where, bit]): Mutation => {
  return (bytes) => {
    const copy = Buffer.from(bytes);
    const index = at(bytes, where);
    if (index < copy.length) copy[index] = (copy[index] ?? 0) ^ (1 << bit);
    return copy;
  };
});

const cut = place.map(
  (where): Mutation =>
    (bytes) =>
      bytes.subarray(0, at(bytes, where)),
);

const insert = fc.tuple(place, fc.uint8Array({ minLength: 1, maxLength: 20 })).map(
  ([where, added]): Mutation =>
    (bytes) =>
      splice(bytes, at(bytes, where), 0, added),
);

const remove = fc.tuple(place, fc.integer({ min: 1, max: 30 })).map(
  ([where, count]): Mutation =>
    (bytes) =>
      splice(bytes, at(bytes, where), count, new Uint8Array()),
);

const repeat = fc.tuple(place, fc.integer({ min: 1, max: 60 })).map(([where, count]): Mutation => {
  return (bytes) => {
    const start = at(bytes, where);
    return splice(bytes, start, 0, bytes.subarray(start, start + count));
  };
});

const random = fc.uint8Array({ maxLength: 200 }).map(
  (bytes): Mutation =>
    () =>
      Buffer.from(bytes),
);

/** Words that mean something somewhere in a response. */
const words = [
  ...["\r\n", "\r\n\r\n", "0\r\n\r\n", "HTTP/1.1 100 Continue\r\n\r\n", "HTTP/1.1 500 No\r\n\r\n"],
  ...["\r\nContent-Encoding: gzip", "\r\nTransfer-Encoding: chunked", "\r\nContent-Length: 3"],
  ...["\r\nx-amzn-ErrorType: __proto__", "\r\nLocation: //elsewhere.invalid", "\r\nDate: never"],
  ...['"__proto__":{"a":1},', "null", "[[[[", "1e999", "\ufeff", '"', "\\ud800", "\0"],
];
const insertWord = fc.tuple(place, fc.constantFrom(...words)).map(
  ([where, word]): Mutation =>
    (bytes) =>
      splice(bytes, at(bytes, where), 0, Buffer.from(word)),
);

const swapHeaders = fc.tuple(fc.nat(10), fc.nat(10)).map(([first, second]): Mutation => {
  return (bytes) => {
    const end = bytes.indexOf("\r\n\r\n");
    const lines = bytes.subarray(0, Math.max(end, 0)).toString("latin1").split("\r\n");
    const headers = Math.max(lines.length - 1, 1);
    const [left, right] = [1 + (first % headers), 1 + (second % headers)];
    [lines[left], lines[right]] = [lines[right] ?? "", lines[left] ?? ""];
    return Buffer.concat([Buffer.from(lines.join("\r\n"), "latin1"), bytes.subarray(Math.max(end, 0))]);
  };
});

/** One to three changes, each of any kind. */
export const mutation: fc.Arbitrary<Mutation> = fc
  .array(
    fc.oneof(
      { arbitrary: fc.oneof(flip, insert, insertWord, remove, repeat, swapHeaders), weight: 10 },
      { arbitrary: fc.oneof(cut, random), weight: 1 },
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map(
    (all): Mutation =>
      (bytes) =>
        all.reduce((changed, each) => each(changed), bytes),
  );
