import {
  type CapturedRequest,
  type LocalServer,
  type PlannedResponse,
  startServer,
} from "../../../../runtime/src/testing/local-server.js";
import { rerouteLinkLocal } from "./reroute-link-local.js";

/** Answers in the place of the fake; nothing where the fake itself is to answer. */
export type Answer = (request: CapturedRequest) => PlannedResponse | undefined;

/** Who signed a request, and for which region. */
export const signerOf = ({ headers }: CapturedRequest): string => {
  const [, key = "nobody", region = ""] =
    /Credential=([^/]+)\/\d+\/([^/]+)/.exec(headers.authorization ?? "") ?? [];
  return region === "" ? key : `${key} in ${region}`;
};

/**
 * AWS, as far as it gives out credentials: one server for all of its services, the addresses
 * of machines and containers, and the service that they are for.
 */
export class FakeAws {
  readonly #server: LocalServer;
  readonly #use: { answer: Answer };
  readonly #restoreRoutes: () => void;

  private constructor(server: LocalServer, use: { answer: Answer }) {
    this.#server = server;
    this.#use = use;
    this.#restoreRoutes = rerouteLinkLocal(server.port);
  }

  static async start(): Promise<FakeAws> {
    const use: { answer: Answer } = { answer: () => undefined };
    return new FakeAws(await startServer((request) => use.answer(request) ?? respond(request)), use);
  }

  get url(): string {
    return this.#server.url;
  }

  /** Forgets what it was asked, and answers in another way from now on. */
  reset(answer: Answer = () => undefined): void {
    this.#server.requests.length = 0;
    this.#use.answer = answer;
  }

  /** Calls of the service that credentials are for. */
  get calls(): readonly CapturedRequest[] {
    return this.#server.requests.filter(isCall);
  }

  /** What it was asked for credentials, in order. */
  get questions(): readonly string[] {
    return this.#server.requests.filter((request) => !isCall(request)).map(describeQuestion);
  }

  close(): Promise<void> {
    this.#restoreRoutes();
    return this.#server.close();
  }
}

const isCall = ({ url }: CapturedRequest): boolean => url.startsWith("/backend/");

const isSts = ({ body }: CapturedRequest): boolean => body.includes("Action=AssumeRole");

/** Long before it, nothing is fetched twice. */
const EXPIRATION = "2099-01-01T00:00:00Z";

function respond(request: CapturedRequest): PlannedResponse {
  const { method, url, headers, body } = request;
  if (isSts(request)) return assumedRole(request);
  if (url.startsWith("/federation/credentials")) return roleCredentials(url);
  if (url.startsWith("/latest/api/token")) return method === "PUT" ? text("imds-token") : { status: 405 };
  if (url.endsWith("/security-credentials/")) return text("machine-role");
  if (url.includes("/security-credentials/")) return metadata("MACHINE");
  if (url.startsWith("/container")) return metadata("CONTAINER");
  if (String(headers["x-amz-target"]).includes("Cognito")) return cognito(body);
  return {};
}

const text = (body: string): PlannedResponse => ({ headers: { "content-type": "text/plain" }, body });

const json = (value: object): PlannedResponse => ({ body: JSON.stringify(value) });

const metadata = (key: string): PlannedResponse =>
  json({
    Code: "Success",
    AccessKeyId: key,
    SecretAccessKey: "fake-secret",
    Token: `token-of-${key}`,
    Expiration: EXPIRATION,
  });

const roleCredentials = (url: string): PlannedResponse => {
  const accessKeyId = `SSO-${new URL(url, "http://x").searchParams.get("role_name")}`;
  const sessionToken = `token-of-${accessKeyId}`;
  const roleCredentials = {
    accessKeyId,
    secretAccessKey: "fake-secret",
    sessionToken,
    expiration: Date.parse(EXPIRATION),
  };
  return json({ roleCredentials });
};

const cognito = (body: string): PlannedResponse => {
  const { IdentityPoolId, IdentityId = IdentityPoolId } = JSON.parse(body) as Record<string, string>;
  const Credentials = {
    AccessKeyId: `COGNITO-${IdentityId}`,
    SecretKey: "fake-secret",
    SessionToken: "token-of-cognito",
    Expiration: Date.parse(EXPIRATION) / 1000,
  };
  return json({ IdentityId, Credentials });
};

/** The access key says how it came about: which role, and who assumed it. */
function assumedRole(request: CapturedRequest): PlannedResponse {
  const parameters = new URLSearchParams(request.body);
  const action = parameters.get("Action") ?? "";
  const role = parameters.get("RoleArn")?.split("/").at(-1) ?? "";
  const by = parameters.get("WebIdentityToken") ?? signerOf(request).split(" ")[0];
  const key = `${role}-BY-${by}`;
  const body = `<${action}Response xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><${action}Result>
    <AssumedRoleUser><Arn>arn:aws:sts::123456789012:assumed-role/${role}/session</Arn></AssumedRoleUser>
    <Credentials><AccessKeyId>${key}</AccessKeyId><SecretAccessKey>fake-secret</SecretAccessKey>
    <SessionToken>token-of-${key}</SessionToken><Expiration>${EXPIRATION}</Expiration></Credentials>
    </${action}Result></${action}Response>`;
  return { headers: { "content-type": "text/xml" }, body };
}

/** What matters of a question: who asks for what, with which token. */
function describeQuestion(request: CapturedRequest): string {
  const { method, url, headers, body } = request;
  const more = isSts(request)
    ? withoutTime(decodeURIComponent(body))
    : [
        headers["x-amz-sso_bearer_token"],
        headers["x-aws-ec2-metadata-token"],
        url.startsWith("/container") ? headers.authorization : undefined,
        body,
      ].join(" ");
  return [method, url, more.trim(), "by", url.startsWith("/container") ? "nobody" : signerOf(request)].join(
    " ",
  );
}

/** Names of sessions that nobody chose have the time in them. */
const withoutTime = (body: string): string =>
  body.replace(/(RoleSessionName=aws-sdk-js-(?:session-)?)\d+/, "$1<time>");
