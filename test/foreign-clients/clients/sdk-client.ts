import type { ConnectedClient, Outcome } from "../outcome.js";

type Output = Readonly<Record<string, unknown>>;

/** What ours and AWS's version 3 have in common. */
export interface Sdk {
  /** The package, with a class for each command. */
  readonly commands: object;
  readonly client: { send(command: never): Promise<object>; destroy(): void };
  /** All jobs of an environment; a loop over pages where there is no paginator. */
  readonly listJobs?: (input: object, pageSize: number) => Promise<unknown[]>;
}

/** Calls operations by their name through a client that is called as AWS's version 3. */
export const connectSdk = ({ commands, client, listJobs }: Sdk): ConnectedClient => {
  const send = async (operation: string, input: object): Promise<Output> => {
    const Command = (commands as Readonly<Record<string, new (input: object) => never>>)[
      `${operation}Command`
    ];
    if (Command === undefined) throw new Error(`There is no ${operation}Command`);
    const { $metadata, ...output } = (await client.send(new Command(input))) as Record<string, unknown>;
    return output;
  };
  const turnPages = async (input: object, MaxResults: number): Promise<unknown[]> => {
    const jobs: unknown[] = [];
    let NextToken: unknown;
    do {
      const page = await send("ListBackendJobs", {
        ...input,
        MaxResults,
        ...(NextToken ? { NextToken } : {}),
      });
      jobs.push(...(page["Jobs"] as unknown[]));
      NextToken = page["NextToken"];
    } while (NextToken);
    return jobs;
  };
  return {
    call: (operation, input) => outcomeOf(() => send(operation, input)),
    listJobs: (input, pageSize) =>
      outcomeOf(async () => ({ Jobs: await (listJobs ?? turnPages)(input, pageSize) })),
    close: () => client.destroy(),
  };
};

const outcomeOf = async (call: () => Promise<Output>): Promise<Outcome> => {
  try {
    return { output: await call() };
  } catch (error) {
    const { name, message, $metadata, ResourceType, LimitType } = error as Record<string, unknown> & {
      readonly $metadata?: { readonly httpStatusCode?: number };
    };
    const status = $metadata?.httpStatusCode;
    return {
      failure: { code: String(name), message: String(message), status, members: { ResourceType, LimitType } },
    };
  }
};
