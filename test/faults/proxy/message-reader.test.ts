import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { propertySettings } from "../../differential/support/runs.js";
import { MessageReader } from "./message-reader.js";

const message = (body: string): string =>
  `POST / HTTP/1.1\r\nContent-Length: ${Buffer.byteLength(body)}\r\nx-a: b: c\r\n\r\n${body}`;

/** What a reader tells of bytes that come in pieces. */
const readPieces = (pieces: readonly Buffer[]): string[] => {
  const told: string[] = [];
  let bytes: Buffer[] = [];
  const reader = new MessageReader({
    head: (head) => told.push(`${head.bodyLength} ${head.header("x-a")}`),
    bytes: (chunk) => bytes.push(chunk),
    end: () => {
      told.push(Buffer.concat(bytes).toString());
      bytes = [];
    },
  });
  for (const piece of pieces) reader.push(piece);
  return told;
};

test("messages are told apart, wherever their bytes are cut", () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { maxLength: 4 }), fc.array(fc.nat(400)), (bodies, cuts) => {
      const all = Buffer.from(bodies.map(message).join(""));
      const places = [0, ...cuts.filter((cut) => cut < all.length).sort((a, b) => a - b), all.length];
      const pieces = places.slice(1).map((end, index) => all.subarray(places[index], end));
      const expected = bodies.flatMap((body) => [`${Buffer.byteLength(body)} b: c`, message(body)]);
      expect(readPieces(pieces)).toEqual(expected);
    }),
    propertySettings(100),
  );
});
