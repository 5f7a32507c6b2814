import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Check } from "../story/checks.js";
import type { World } from "../story/world.js";

/** What a page says at its end. */
export interface Told {
  readonly checks: readonly Check[];
  readonly violations: readonly string[];
}

/** A page under a strict policy, before the shop: what is no page of its own goes there. */
export interface Site extends AsyncDisposable {
  readonly url: string;
  readonly told: Promise<Told>;
  /** Violations of the policy that the browser has reported. */
  readonly reports: readonly string[];
}

/**
 * Scripts out of files alone, none out of strings, neither as code nor as markup.
 *
 * @see https://www.w3.org/TR/CSP3/ and https://www.w3.org/TR/trusted-types/
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "connect-src 'self' http://127.0.0.1:*",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
  "report-uri /reports",
].join("; ");

const PAGE = `<!doctype html><title>Tinsmith</title><body><script type="module" src="/script.js"></script>`;

/** Starts a site whose page runs a script, in the world that it asks for. */
export const startSite = async (script: string, world: World): Promise<Site> => {
  const reports: string[] = [];
  let resolve: (told: Told) => void = () => {};
  const told = new Promise<Told>((settle) => {
    resolve = settle;
  });
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const pages: Readonly<Record<string, Page>> = {
    "/": () => [PAGE, "text/html"],
    "/favicon.ico": () => ["", "image/x-icon"],
    "/script.js": () => [script, "text/javascript"],
    "/world": () => [JSON.stringify({ ...world, shop: url }), "application/json"],
    "/told": (body) => [String(resolve(JSON.parse(body) as Told)), "text/plain"],
    "/reports": (body) => [String(reports.push(describeReport(body))), "text/plain"],
  };
  server.on("request", (message: IncomingMessage, reply: ServerResponse) => {
    const page = pages[message.url ?? ""];
    if (page === undefined) sendOn(world.shop, message, reply);
    else answer(page, message, reply).catch(() => message.destroy());
  });
  return {
    url,
    told,
    reports,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
};

/** A page, or what comes of what is posted to it. */
type Page = (body: string) => readonly [text: string, type: string];

const answer = async (page: Page, message: IncomingMessage, reply: ServerResponse): Promise<void> => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of message as AsyncIterable<Uint8Array>) chunks.push(chunk);
  const [text, type] = page(Buffer.concat(chunks).toString());
  reply.writeHead(200, { "content-type": type, "content-security-policy": POLICY }).end(text);
};

/** As `programs/watch-policy.mjs` writes it. @see https://www.w3.org/TR/CSP3/#deprecated-serialize-violation */
const describeReport = (text: string): string => {
  const { "csp-report": report } = JSON.parse(text) as { "csp-report": Record<string, string> };
  return [report["effective-directive"], report["blocked-uri"], report["script-sample"]].join(" ");
};

/** Headers as they came, `host` included: it is signed. */
const sendOn = (shop: string, message: IncomingMessage, reply: ServerResponse): void => {
  const { method, headers, url } = message;
  const onward = request(`${shop}${url}`, { method, headers }, (response) => {
    reply.writeHead(response.statusCode ?? 502, response.headers);
    response.pipe(reply);
  });
  onward.on("error", () => reply.destroy());
  message.pipe(onward);
};
