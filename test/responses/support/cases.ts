import type { Socket } from "node:net";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { chunked, type ResponseParts, responseOf } from "./raw-server.js";

/** What a hostile, or broken, server does with a request. */
export type Act = (socket: Socket) => void;

/** A hazard, and what has to come of it over every transport. */
export interface HostileCase {
  readonly act: Act;
  /** Name of the error, or `data` for a result; one of several where transports see different things. */
  readonly ends: string | readonly string[];
}

const JOB = '{"jobId":"j"}';
const TYPE = "Content-Type: application/json";
const PAGE = "<!DOCTYPE html><html><body>canary</body></html>";
const MEBIBYTE = "a".repeat(1024 * 1024);
const DEEP = 100_000;

const respond =
  (parts: ResponseParts): Act =>
  (socket) => {
    if (parts.length === "none") socket.end(responseOf(parts));
    else socket.write(responseOf(parts));
  };

/** Bytes as they are, after which the connection stays open, or ends. */
const write =
  (bytes: string | Uint8Array, isEnd = false): Act =>
  (socket) =>
    isEnd ? socket.end(bytes) : socket.write(bytes);

const text = (body: string | Uint8Array, ends: HostileCase["ends"]): HostileCase => ({
  act: respond({ headers: [TYPE], body }),
  ends,
});

const encoded = (encoding: string, body: string | Uint8Array, ends: HostileCase["ends"]): HostileCase => ({
  act: respond({ headers: [TYPE, `Content-Encoding: ${encoding}`], body }),
  ends,
});

const CHUNKED = `HTTP/1.1 200 OK\r\n${TYPE}\r\nTransfer-Encoding: chunked\r\n\r\n`;
const PARSE = "ResponseParseError";
const NETWORK = "NetworkError";
const SERVICE = "UnmodeledServiceException";
const zip = gzipSync(JOB);

const pages = [200, 403, 404, 502, 503, 504].map((status): [string, HostileCase] => [
  `a page with ${status}`,
  {
    act: respond({ status, headers: ["Content-Type: text/html"], body: PAGE }),
    ends: status === 200 ? PARSE : SERVICE,
  },
]);

const redirects = [301, 302, 303, 307, 308].map((status): [string, HostileCase] => [
  `a redirect ${status}`,
  { act: respond({ status, headers: ["Location: http://elsewhere.invalid/?token=canary"] }), ends: SERVICE },
]);

const statuses: readonly (readonly [string, HostileCase])[] = [
  ["status 0", { act: write("HTTP/1.1 0 Zero\r\nContent-Length: 0\r\n\r\n"), ends: NETWORK }],
  ["status 000", { act: respond({ status: "000 Zero" }), ends: [NETWORK, SERVICE] }],
  ["status 99", { act: respond({ status: "99 Low" }), ends: NETWORK }],
  ["status 600", { act: respond({ status: 600 }), ends: [NETWORK, SERVICE] }],
  ["status 999", { act: respond({ status: 999 }), ends: [NETWORK, SERVICE] }],
  ["a status of four digits", { act: respond({ status: "2000 Much" }), ends: NETWORK }],
  ["a status that is no number", { act: respond({ status: "OK" }), ends: NETWORK }],
  ["204 without a body", { act: write("HTTP/1.1 204 None\r\n\r\n"), ends: "data" }],
  ["204 with a body", { act: respond({ status: 204, body: JOB }), ends: ["data", NETWORK] }],
  ["205 with a body", { act: respond({ status: 205, body: JOB }), ends: ["data", NETWORK] }],
  ["304 without a body", { act: write("HTTP/1.1 304 Same\r\n\r\n"), ends: SERVICE }],
  ["304 with a body", { act: respond({ status: 304, body: JOB }), ends: [SERVICE, NETWORK] }],
  [
    "101 that nobody asked for",
    {
      act: write("HTTP/1.1 101 Switch\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n"),
      ends: [NETWORK, SERVICE, "TimeoutError"],
    },
  ],
  [
    "a thousand 102 before the answer",
    {
      act: write(
        Buffer.concat([Buffer.from("HTTP/1.1 102 Wait\r\n\r\n".repeat(1000)), responseOf({ body: JOB })]),
      ),
      ends: "data",
    },
  ],
];

const heads: readonly (readonly [string, HostileCase])[] = [
  ["nothing at all", { act: (socket) => socket.end(), ends: NETWORK }],
  ["a reset", { act: (socket) => socket.resetAndDestroy(), ends: NETWORK }],
  ["a cut in the status line", { act: write("HTTP/1.1 20", true), ends: NETWORK }],
  ["a cut in a header's name", { act: write("HTTP/1.1 200 OK\r\nContent-Le", true), ends: NETWORK }],
  ["a cut in a header's value", { act: write("HTTP/1.1 200 OK\r\nContent-Length: 1", true), ends: NETWORK }],
  [
    "a cut before the body",
    { act: write("HTTP/1.1 200 OK\r\nContent-Length: 13\r\n\r\n", true), ends: NETWORK },
  ],
  ["HTTP/0.9", { act: write(PAGE, true), ends: NETWORK }],
  [
    "another version of HTTP",
    { act: write("HTTP/7.3 200 OK\r\nContent-Length: 0\r\n\r\n"), ends: [NETWORK, "data"] },
  ],
  ["an invalid status line", { act: write("HTTP 200 OK\r\n\r\n"), ends: NETWORK }],
  ["TLS where there is none", { act: write(Buffer.from("15030100020228", "hex"), true), ends: NETWORK }],
  [
    "control characters in a header",
    { act: respond({ headers: ["x-amzn-RequestId: a\x01b"], body: JOB }), ends: ["data", NETWORK] },
  ],
  [
    "a null character in a header",
    { act: respond({ headers: ["x-amzn-RequestId: a\0b"], body: JOB }), ends: NETWORK },
  ],
  ["a header without a colon", { act: respond({ headers: ["nonsense"], body: JOB }), ends: NETWORK }],
  [
    "a header of 100 KB",
    { act: respond({ headers: [`x-a: ${"a".repeat(100_000)}`], body: JOB }), ends: NETWORK },
  ],
  ["50,000 headers", { act: respond({ headers: Array(50_000).fill("x-a: b"), body: JOB }), ends: NETWORK }],
  ["headers without end", { act: flood("x-a: b\r\n", "HTTP/1.1 200 OK\r\n"), ends: NETWORK }],
  ["two lengths", { act: respond({ headers: ["Content-Length: 2"], body: JOB }), ends: NETWORK }],
  [
    "a length and chunks",
    {
      act: write(`${CHUNKED.slice(0, -2)}Content-Length: 13\r\n\r\nd\r\n${JOB}\r\n0\r\n\r\n`),
      ends: [NETWORK, "data"],
    },
  ],
  ["a negative length", { act: write("HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n"), ends: NETWORK }],
  [
    "a length that is no number",
    { act: write("HTTP/1.1 200 OK\r\nContent-Length: 1e3\r\n\r\n"), ends: NETWORK },
  ],
  ["two types", { act: respond({ headers: [TYPE, "Content-Type: text/html"], body: JOB }), ends: "data" }],
  [
    "two request ids",
    { act: respond({ headers: ["x-amzn-RequestId: a", "X-AMZN-REQUESTID: b"], body: JOB }), ends: "data" },
  ],
  [
    "names of headers in odd case",
    {
      act: respond({ headers: ["CONTENT-type: application/json", "X-aMZN-rEQUESTiD: r"], body: JOB }),
      ends: "data",
    },
  ],
  [
    "names that every object has",
    {
      act: respond({
        headers: ["__proto__: x", "constructor: y", "toString: z", "hasOwnProperty: w"],
        body: JOB,
      }),
      ends: "data",
    },
  ],
];

/** Bodies that come whole, with what a successful answer that has them ends in. */
const texts: readonly (readonly [name: string, body: string | Uint8Array, ends: string])[] = [
  ["no body", "", "data"],
  ["null", "null", "data"],
  ["an array", "[]", PARSE],
  ["a number", "5", PARSE],
  ["a text", '"canary"', PARSE],
  ["true", "true", PARSE],
  ["JSON that is cut", '{"jobId":"canary', PARSE],
  ["JSON and more", `${JOB}${JOB}`, PARSE],
  ["UTF-16", Buffer.from(`\ufeff${JOB}`, "utf16le"), PARSE],
  ["Latin-1", Buffer.from('{"jobId":"ä"}', "latin1"), PARSE],
  ["a byte order mark", `\ufeff${JOB}`, "data"],
  ["10 MiB", `{"jobId":"${MEBIBYTE.repeat(10)}"}`, "data"],
  ["a hundred thousand lists", `{"jobs":${"[".repeat(DEEP)}${"]".repeat(DEEP)}}`, "data"],
  ["a hundred thousand objects", `${'{"error":'.repeat(DEEP)}1${"}".repeat(DEEP)}`, "data"],
  ["a hundred thousand lists left open", "[".repeat(DEEP), PARSE],
  ["numbers too large", '{"jobId":1e400,"status":9007199254740993}', "data"],
  ["keys twice", '{"jobId":"i","jobId":"j"}', "data"],
];

const bodies: readonly (readonly [string, HostileCase])[] = [
  ...texts.map(([name, body, ends]): [string, HostileCase] => [name, text(body, ends)]),
  [
    "half a letter",
    text(Buffer.concat([Buffer.from('{"jobId":"'), Buffer.from([0xe2, 0x82]), Buffer.from('"}')]), PARSE),
  ],
  [
    "64 MiB and a byte, announced",
    {
      act: write(`HTTP/1.1 200 OK\r\nContent-Length: ${64 * 1024 * 1024 + 1}\r\n\r\n{"jobId":"`),
      ends: PARSE,
    },
  ],
  ["a body without end", { act: flood(chunked([MEBIBYTE], false), CHUNKED), ends: PARSE }],
  [
    "keys that every object has",
    text(
      '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"toString":1,"hasOwnProperty":2,"jobId":{"__proto__":{"polluted":1}}}',
      "data",
    ),
  ],
  [
    "a cut body of known length",
    { act: write(`HTTP/1.1 200 OK\r\nContent-Length: 13\r\n\r\n${JOB.slice(0, 6)}`, true), ends: NETWORK },
  ],
  [
    "a cut body of unknown length",
    { act: write(`HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n${JOB.slice(0, 6)}`, true), ends: PARSE },
  ],
  [
    "a length that is too small",
    { act: write(`HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\n${JOB}`), ends: [PARSE, NETWORK] },
  ],
  ["a cut between chunks", { act: write(CHUNKED + chunked([JOB.slice(0, 6)], false), true), ends: NETWORK }],
  ["a cut within a chunk", { act: write(`${CHUNKED}d\r\n${JOB.slice(0, 6)}`, true), ends: NETWORK }],
  ["a cut in a chunk's size", { act: write(`${CHUNKED}d`, true), ends: NETWORK }],
  ["a chunk's size that is none", { act: write(`${CHUNKED}zz\r\n${JOB}\r\n0\r\n\r\n`), ends: NETWORK }],
  ["chunks of a byte each", { act: write(CHUNKED + chunked([...JOB])), ends: "data" }],
  [
    "trailers",
    { act: write(`${CHUNKED}d\r\n${JOB}\r\n0\r\nx-amzn-ErrorType: NotFoundException\r\n\r\n`), ends: "data" },
  ],
];

const encodings: readonly (readonly [string, HostileCase])[] = [
  ["gzip", encoded("gzip", zip, "data")],
  ["x-gzip", encoded("X-GZIP", zip, "data")],
  ["deflate", encoded("deflate", deflateSync(JOB), "data")],
  ["raw deflate", encoded("deflate", deflateRawSync(JOB), ["data", PARSE])],
  ["br", encoded("br", brotliCompressSync(JOB), ["data", PARSE])],
  ["an encoding that there is not", encoded("unheard-of", zip, PARSE)],
  ["gzip twice, as it says", encoded("gzip, gzip", gzipSync(zip), "data")],
  ["deflate, then gzip", encoded("deflate, gzip", gzipSync(deflateSync(JOB)), "data")],
  ["gzip twice, though it says once", encoded("gzip", gzipSync(zip), ["data", PARSE])],
  ["gzip that is none", encoded("gzip", JOB, ["data", NETWORK])],
  ["gzip that does not say so", text(zip, PARSE)],
  ["gzip that is cut", encoded("gzip", zip.subarray(0, 18), [PARSE, NETWORK])],
  [
    "gzip with a broken checksum",
    encoded("gzip", Buffer.concat([zip.subarray(0, -8), Buffer.alloc(8)]), [PARSE, NETWORK, "data"]),
  ],
  [
    "gzip with bytes after it",
    encoded("gzip", Buffer.concat([zip, Buffer.from("more")]), ["data", PARSE, NETWORK]),
  ],
  ["nothing in gzip", encoded("gzip", "", ["data", NETWORK])],
  ["a bomb of gzip", encoded("gzip", gzipSync(Buffer.alloc(65 * 1024 * 1024, " ")), PARSE)],
];

/** Bodies by what they are. */
export const hostileBodies: Readonly<Record<string, string | Uint8Array>> = Object.fromEntries([
  ...texts.map(([name, body]) => [name, body]),
  ["a page", PAGE],
]);

/** By what it is called. */
export const hostileCases: Readonly<Record<string, HostileCase>> = Object.fromEntries([
  ...pages,
  ...redirects,
  ...statuses,
  ...heads,
  ...bodies,
  ...encodings,
]);

/** Writes the same again and again, until the client hangs up. */
function flood(piece: string | Uint8Array, first: string): Act {
  return (socket) => {
    const more = (): void => {
      while (!socket.destroyed && socket.write(piece));
    };
    socket.on("drain", more);
    socket.write(first);
    more();
  };
}
