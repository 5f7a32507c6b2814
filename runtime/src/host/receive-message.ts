import type { IncomingMessage } from "node:http";
import { type HostRequest, parseQuery } from "./message.js";

/** Bodies above this many bytes are refused: 10 MB, as much as API Gateway takes. */
export const MAXIMAL_BODY = 10 * 1024 * 1024;

/**
 * The whole body of a message; nothing where it is above {@link MAXIMAL_BODY}. Such a one is read to its end all the
 * same, and forgotten: a caller who is still sending would not see the answer.
 */
export const readBody = async (message: IncomingMessage): Promise<Uint8Array | undefined> => {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of message as AsyncIterable<Uint8Array>) {
    length += chunk.byteLength;
    if (length <= MAXIMAL_BODY) chunks.push(chunk);
    else chunks.length = 0;
  }
  return length <= MAXIMAL_BODY ? Buffer.concat(chunks, length) : undefined;
};

/** Takes what came off the wire for what the host works on. */
export const receiveMessage = (message: IncomingMessage, body: Uint8Array): HostRequest => {
  const [, path = "", query = ""] = /^([^?]*)\??(.*)$/s.exec(targetOf(message)) ?? [];
  return {
    method: message.method ?? "",
    path,
    query: parseQuery(query),
    headers: receiveHeaders(message),
    body,
  };
};

/**
 * Path and query. A server has to take them behind the whole address, too.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9112#section-3.2.2
 */
const targetOf = ({ url = "" }: IncomingMessage): string => url.replace(/^https?:\/\/[^/?]*/i, "");

/** All headers as they came: `message.headers` drops some duplicates, which a signature may cover. */
const receiveHeaders = ({ rawHeaders }: IncomingMessage): Record<string, string> => {
  const headers = new Map<string, string>();
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = (rawHeaders[index] ?? "").toLowerCase();
    const value = rawHeaders[index + 1] ?? "";
    const before = headers.get(name);
    headers.set(name, before === undefined ? value : `${before},${value}`);
  }
  return Object.fromEntries(headers);
};
