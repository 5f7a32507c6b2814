import { expect, test } from "@jest/globals";
import { observeBoth } from "./support/observe.js";
import { keepConsoleQuiet } from "./support/quiet-console.js";

keepConsoleQuiet();

// In a file of its own: the official client reads this variable once in the life of a process.
test("the clock is left alone by variable", async () => {
  const { official, ours } = await observeBoth({
    config: { region: "eu-west-1", systemClockOffset: 7_200_000 },
    variables: { AWS_DISABLE_CLOCK_SKEW_CORRECTION: "true" },
  });
  expect(official).toMatchObject({ hoursAhead: 0, resolved: { systemClockOffset: 7_200_000 } });
  expect({ ours }).toEqual({ ours: official });
});
