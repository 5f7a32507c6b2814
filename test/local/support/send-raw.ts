import { type IncomingHttpHeaders, type IncomingMessage, request } from "node:http";
import { text } from "node:stream/consumers";

/** What came back, as it came. */
export interface RawAnswer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** What to send, as it is. */
export interface RawRequest {
  readonly method: string;
  readonly path: string;
  readonly body?: string | Uint8Array | undefined;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends a request to a port of this machine, whatever is in it. */
export const sendRaw = async (port: number, { body = "", ...rest }: RawRequest): Promise<RawAnswer> => {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const sent = request({ host: "127.0.0.1", port, ...rest }, resolve);
    sent.on("error", reject);
    sent.end(body);
  });
  return { status: response.statusCode, headers: response.headers, text: await text(response) };
};
