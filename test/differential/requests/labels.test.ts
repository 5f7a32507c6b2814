import { afterAll, beforeAll, describe, expect, jest, test } from "@jest/globals";
import { openOurClient } from "../support/clients.js";
import { difference } from "../support/differences.js";
import { officialOperations } from "../support/official-operations.js";
import { type OutcomePair, PairRecorder, sent } from "../support/pair-recorder.js";
import { PROPERTY_TIMEOUT } from "../support/runs.js";
import { inputWith, type Site, sitesOf } from "./support/sites.js";

jest.setTimeout(PROPERTY_TIMEOUT);

let pair: PairRecorder;
beforeAll(async () => {
  pair = await PairRecorder.open();
});
afterAll(() => pair.close());

/** Labels are looked at in every mode of validation. */
const unvalidating = openOurClient({
  validation: { input: "off" },
  requestHandler: { handle: () => Promise.reject(new Error("A request went out.")) },
});

const labels = officialOperations.flatMap(sitesOf).filter(({ kind }) => kind === "label");

/** Puts each value in the place of each label, one at a time. */
const tryEach = async (
  values: readonly unknown[],
  check: (site: Site, outcomes: OutcomePair, value: unknown) => void,
  sites: readonly Site[] = labels,
): Promise<void> => {
  expect(labels.length).toBeGreaterThan(31);
  for (const site of sites) {
    const refusal = { name: "InputValidationError", issues: [{ path: site.path }] };
    for (const value of values) {
      const input = inputWith(site, value);
      const outcomes = await pair.record(site.operation.name, input);
      expect(outcomes.ours.error).toMatchObject(refusal);
      await expect(unvalidating.call(site.operation.name, input)).rejects.toMatchObject(refusal);
      check(site, outcomes, value);
    }
  }
};

/** What is in the path that the official client sends where the label is due. */
const officialLabel = ({ operation, path }: Site, { official }: OutcomePair): string | undefined => {
  const index = operation.uri.split("/").indexOf(`{${path}}`);
  return sent(official).url.split("/")[index];
};

describe("a label", () => {
  test(difference("label-empty"), async () => {
    await tryEach(["", " ", "/", "%2f"], (site, outcomes, value) => {
      expect(officialLabel(site, outcomes)).toBe(encodeURIComponent(String(value)));
    });
  });

  test(difference("label-dots"), async () => {
    await tryEach(["..", ".", "%2e", ".%252E", "．．", "a/..", "..;"], (site, outcomes, value) => {
      expect(officialLabel(site, outcomes)).toBe(encodeURIComponent(String(value)));
    });
  });

  test(difference("label-control"), async () => {
    await tryEach(["\0", "a\nb", "\u0085", "\u2028", "a%00", "%250d%250a"], (site, outcomes, value) => {
      expect(officialLabel(site, outcomes)).toBe(encodeURIComponent(String(value)));
    });
  });

  test(difference("label-route"), async () => {
    const route = ["UpdateBackendAPI", "UpdateBackendAuth", "UpdateBackendStorage"];
    const sites = labels.filter(({ operation, path }) => route.includes(operation.name) && path !== "AppId");
    expect(sites).toHaveLength(3);
    await tryEach(
      ["dev/remove", "dev\\details", "dev%2Fremove"],
      (site, outcomes, value) => {
        expect(officialLabel(site, outcomes)).toBe(encodeURIComponent(String(value)));
        expect(outcomes.ours.error?.message).toContain(`${site.operation.uri}/`);
      },
      sites,
    );
  });

  test("with what ends a segment goes out as from the official client, where it leads to no other route", async () => {
    let alike = 0;
    for (const site of labels) {
      const outcomes = await pair.record(site.operation.name, inputWith(site, "a:/?#[]@\\b"));
      if (outcomes.ours.error?.message.includes("must not turn")) continue;
      expect(sent(outcomes.ours).url).toBe(sent(outcomes.official).url);
      alike++;
    }
    expect(alike).toBeGreaterThan(20);
  });

  test(difference("label-type"), async () => {
    await tryEach([5, false], (site, outcomes, value) => {
      expect(officialLabel(site, outcomes)).toBe(String(value));
    });
  });

  test(difference("label-missing"), async () => {
    await tryEach([undefined, null], ({ path }, { official }) => {
      expect(official.error).toMatchObject({ name: "Error" });
      expect(official.error?.message).toBe(`No value provided for input HTTP label: ${path}.`);
    });
  });

  test(difference("label-surrogate"), async () => {
    await tryEach(["\ud83d", "a\udc00"], (_site, { official }) => {
      expect(official.error).toMatchObject({ name: "URIError" });
    });
  });
});
