import { afterAll, describe, expect, test } from "@jest/globals";
import { readSharedData } from "../../../runtime/src/testing/shared-data.js";
import { observeBoth, situationsObserved } from "./support/observe.js";
import { keepConsoleQuiet } from "./support/quiet-console.js";

interface EndpointCase {
  readonly documentation: string;
  readonly params?: {
    readonly Region?: string;
    readonly UseFIPS?: boolean;
    readonly UseDualStack?: boolean;
    readonly Endpoint?: string;
  };
  readonly expect: { readonly endpoint?: { readonly url: string }; readonly error?: string };
}

keepConsoleQuiet();

const file = readSharedData("amplifybackend.endpoint-tests.json") as
  | { testCases: EndpointCase[] }
  | undefined;
const cases = (file?.testCases ?? []).map((each) => [each.documentation, each] as const);

(file === undefined ? describe.skip : describe)(
  "AWS's own endpoint cases, through the configuration of clients",
  () => {
    test.each(cases)("%s", async (_name, { params = {}, expect: { endpoint, error } }) => {
      const { official, ours } = await observeBoth({
        config: {
          ...(params.Region === undefined ? {} : { region: params.Region }),
          ...(params.Endpoint === undefined ? {} : { endpoint: params.Endpoint }),
          useFipsEndpoint: params.UseFIPS ?? false,
          useDualstackEndpoint: params.UseDualStack ?? false,
        },
      });
      // The cases are about endpoints alone; signatures need a region, whatever the endpoint is.
      const isRefused = error !== undefined || params.Region === undefined;
      const expected = isRefused ? { failure: expect.anything() } : { origin: endpoint?.url };
      expect({ official, ours }).toMatchObject({ official: expected, ours: expected });
      if (!isRefused) expect({ ours }).toEqual({ ours: official });
    });
  },
);

afterAll(() => console.log(`AWS's endpoint cases: ${situationsObserved()} situations compared`));
