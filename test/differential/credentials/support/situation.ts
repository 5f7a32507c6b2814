import type { AmplifyBackendClientConfig as OfficialConfig } from "@aws-sdk/client-amplifybackend";
import type { AmplifyBackendClientConfig as OurConfig } from "@tinsmith/amplifybackend";
import { type NamedClient, openOfficialClient, openOurClient } from "../../support/clients.js";
import { inIsolation } from "../../support/isolation.js";
import { type Answer, type FakeAws, signerOf } from "./fake-aws.js";

/** What a client finds around it. In texts, `$URL` stands for the fake AWS and `$FOLDER` for the home. */
export interface Surroundings {
  readonly variables?: Readonly<Record<string, string>>;
  /** Lines of `~/.aws/config`. */
  readonly config?: readonly string[];
  /** Lines of `~/.aws/credentials`. */
  readonly credentials?: readonly string[];
  /** Other files, by their path in the home. */
  readonly files?: Readonly<Record<string, string>>;
  /** What AWS answers, where it is not what it always answers. */
  readonly answer?: Answer;
}

/** A way of being set up, for both clients. */
export interface Situation extends Surroundings {
  readonly what: string;
  /** In code; made anew for each client. */
  readonly client?: () => OfficialConfig & OurConfig;
  /** Key and region that the call is signed with; nothing where there are no credentials. */
  readonly signs: string | undefined;
}

/** How a client's call has ended. */
export interface Ending {
  readonly signer: string | undefined;
  readonly sessionToken: string | undefined;
  /** What AWS was asked, in order. */
  readonly questions: readonly string[];
  readonly error: Error | undefined;
}

/** Where both clients send their calls, so that nothing leaves this machine. */
const ENDPOINTS = Object.fromEntries(
  ["STS", "SSO", "COGNITO_IDENTITY"].map((service) => [`AWS_ENDPOINT_URL_${service}`, "$URL"]),
);

/** Uses something with files and variables of its own. */
export const within = async <Value>(
  aws: FakeAws,
  { variables, config = [], credentials = [], files, answer }: Surroundings,
  use: () => Promise<Value>,
): Promise<Value> => {
  const fill = (texts: Readonly<Record<string, string>>): Record<string, string> =>
    Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, text.replaceAll("$URL", aws.url)]));
  const sharedFiles = { ".aws/config": config.join("\n"), ".aws/credentials": credentials.join("\n") };
  aws.reset(answer);
  return inIsolation(
    {
      variables: fill({ ...ENDPOINTS, HOME: "$FOLDER", ...variables }),
      files: fill({ ...sharedFiles, ...files }),
    },
    use,
  );
};

/** Makes one call with each of the clients, one after the other. */
export const callBoth = async (
  aws: FakeAws,
  { client, ...surroundings }: Omit<Situation, "what" | "signs">,
): Promise<{ official: Ending; ours: Ending }> =>
  within(aws, surroundings, async () => {
    const settings = () => ({ endpoint: aws.url, credentials: undefined, maxAttempts: 1, ...client?.() });
    const official = await call(aws, openOfficialClient(settings() as OfficialConfig));
    aws.reset(surroundings.answer);
    return { official, ours: await call(aws, openOurClient(settings())) };
  });

const INPUT = { AppId: "a", BackendEnvironmentName: "b", JobId: "c" };

/** Makes one call and looks at what has come of it. */
export const call = async (aws: FakeAws, client: NamedClient): Promise<Ending> => {
  const error = await client.call("GetBackendJob", INPUT).then(
    () => undefined,
    (reason: Error) => reason,
  );
  client.destroy();
  const [request] = aws.calls;
  return {
    signer: request && signerOf(request),
    sessionToken: request?.headers["x-amz-security-token"] as string | undefined,
    questions: aws.questions,
    error,
  };
};
