import { createLocalAmplifyBackend, ManualClock, SeededIds } from "@tinsmith/amplifybackend/local";
import { START } from "../local/support/world.js";
import { type ConnectedClient, type Connection, type Outcome, withoutNothing } from "./outcome.js";
import { STORY, type Step } from "./story.js";

/** What came of the story. */
export interface PlayedStory {
  /** By the titles of the steps. */
  readonly outcomes: ReadonlyMap<string, Outcome>;
  /** What the service did, in its own words: the operations that took effect, with what they were asked for. */
  readonly executed: readonly { readonly operation: string | undefined; readonly input: unknown }[];
}

/** Lets a client play the story on a service of its own, over HTTP; everything but the client is the same each time. */
export const playStory = async (
  connect: (connection: Connection) => ConnectedClient,
): Promise<PlayedStory> => {
  const clock = new ManualClock(START);
  const local = createLocalAmplifyBackend({ clock, ids: new SeededIds(1) });
  const listener = await local.listen();
  const { endpoint, region, credentials } = local.clientConfig(listener);
  const client = connect({ endpoint, region, credentials });
  const outcomes = new Map<string, Outcome>();
  const named = new Map<string, Outcome>();
  try {
    for (const step of STORY) {
      if (step.stage !== undefined) local.stage(step.stage);
      const outcome = withoutNothing(await makeCall(client, step, named)) as Outcome;
      local.clearStaged();
      outcomes.set(step.title, outcome);
      if (step.name !== undefined) named.set(step.name, outcome);
      clock.advance(step.passes ?? 0);
    }
  } finally {
    client.close();
    await listener.close();
  }
  const executed = local.journal.entries
    .filter((entry) => entry.executed)
    .map(({ operation, input }) => ({ operation, input }));
  return { outcomes, executed };
};

const makeCall = (
  client: ConnectedClient,
  { operation, input, pageSize }: Step,
  named: ReadonlyMap<string, Outcome>,
): Promise<Outcome> => {
  const filled = fill(input, named) as object;
  return pageSize === undefined ? client.call(operation, filled) : client.listJobs(filled, pageSize);
};

const REFERENCE = /^\$(?<name>\w+)\.(?<member>\w+)$/;

/** Puts in what the input refers to. */
const fill = (input: object, named: ReadonlyMap<string, Outcome>): object =>
  Object.fromEntries(
    Object.entries(input).map(([key, value]: [string, unknown]) => {
      const { name = "", member = "" } = REFERENCE.exec(String(value))?.groups ?? {};
      const outcome = named.get(name);
      return [key, outcome !== undefined && "output" in outcome ? outcome.output[member] : value];
    }),
  );
