import { type LocalCommand, readMilliseconds } from "@tinsmith/runtime/command";

/** What the command takes beyond what every local service does. */
interface CommandOptions {
  readonly pending: number;
  readonly running: number;
  readonly tokenLifetime: number;
  readonly buckets: readonly string[];
}

/** The command that starts a local AmplifyBackend. */
export const localCommand: LocalCommand<CommandOptions> = {
  title: "AmplifyBackend",
  port: 20_811,
  options: [
    {
      flags: "--job-pending <milliseconds>",
      description: "how long a job is PENDING (default: 250)",
      read: (text) => ({ pending: readMilliseconds(text) }),
    },
    {
      flags: "--job-running <milliseconds>",
      description: "how long a job is RUNNING (default: 750)",
      read: (text) => ({ running: readMilliseconds(text) }),
    },
    {
      flags: "--token-lifetime <milliseconds>",
      description: "how long a token is good for (default: 3600000)",
      read: (text) => ({ tokenLifetime: readMilliseconds(text) }),
    },
    {
      flags: "--buckets <names>",
      description: "buckets that the account has, separated by commas (default: none)",
      read: (text) => ({ buckets: text.split(",").filter((name) => name !== "") }),
    },
  ],
  create: async (settings, { pending, running, tokenLifetime, buckets }) => {
    // Only now, so that help does not wait for it.
    const { createLocalAmplifyBackend } = await import("../local.js");
    const jobDelays = {
      ...(pending === undefined ? {} : { pending }),
      ...(running === undefined ? {} : { running }),
    };
    return createLocalAmplifyBackend({ ...settings, jobDelays, tokenLifetime, buckets });
  },
};
