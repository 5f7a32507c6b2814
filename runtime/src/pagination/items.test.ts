import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { type Client, Command, type MetadataBearer } from "../index.js";
import { ListBackendJobsCommand } from "../testing/amplify.js";
import { paginate } from "./paginate.js";
import type { PaginationConfiguration } from "./pagination-configuration.js";

interface Answer extends MetadataBearer {
  readonly Result?: { readonly NextMarker?: unknown; readonly Things?: unknown } | null;
}

const { operation } = new ListBackendJobsCommand({ AppId: "a", BackendEnvironmentName: "b" });

class ListCommand extends Command<{ Marker?: unknown }, Answer, Error> {
  constructor(input: { Marker?: unknown }) {
    super(operation, input);
  }
}

/** Gives these pages by token; a token is the page's number as text, or whatever `tokens` makes of it. */
function listing(pages: readonly unknown[], tokenAfter: (index: number) => unknown) {
  const asked: unknown[] = [];
  const send = async ({ input }: ListCommand): Promise<Answer> => {
    asked.push(input.Marker);
    const index = asked.length - 1;
    return { $metadata: {}, Result: { Things: pages[index], NextMarker: tokenAfter(index) } };
  };
  const paginator = {
    command: ListCommand,
    inputToken: "Marker",
    outputToken: ["Result", "NextMarker"],
    items: ["Result", "Things"],
  } as const;
  const start = (config: Partial<PaginationConfiguration> = {}) =>
    paginate<{ Marker?: unknown }, Answer, Error, unknown, unknown>(
      paginator,
      { client: { send } as unknown as Client, ...config },
      {},
    );
  return { asked, start };
}

const untilEnd = (count: number) => (index: number) => (index + 1 < count ? `t${index + 1}` : null);
const all = async (items: AsyncIterable<unknown>): Promise<unknown[]> => {
  const found: unknown[] = [];
  for await (const item of items) found.push(item);
  return found;
};

describe("items", () => {
  test("come from page after page; pages without any are passed over", async () => {
    const pages = [["a", "b"], [], undefined, null, ["c"]];
    const { start, asked } = listing(pages, untilEnd(5));
    expect(await all(start().items())).toEqual(["a", "b", "c"]);
    expect(asked).toEqual([undefined, "t1", "t2", "t3", "t4"]);
  });

  test("of a map are pairs, whatever their keys", async () => {
    const map = JSON.parse('{"b":1,"__proto__":2,"constructor":null}') as unknown;
    expect(await all(listing([map], untilEnd(1)).start().items())).toEqual([
      ["b", 1],
      ["__proto__", 2],
      ["constructor", null],
    ]);
  });

  test.each(["abc", 7, true])(
    "that are %j are an error: to pass them over would lose them",
    async (things) => {
      await expect(all(listing([things], untilEnd(1)).start().items())).rejects.toMatchObject({
        name: "ResponseParseError",
        message: "A page has no list of items at Result.Things.",
      });
    },
  );

  test("are fetched when they are asked for; leaving the loop ends the listing", async () => {
    const { start, asked } = listing([["a", "b"], ["c"]], untilEnd(2));
    const pages = start();
    for await (const item of pages.items()) if (item === "b") break;
    expect(asked).toHaveLength(1);
    expect(await pages.next()).toEqual({ done: true, value: undefined });
    expect(pages.nextToken).toBe("t1");
  });

  test("are those of the pages that have not been read yet", async () => {
    const pages = listing([["a"], ["b"], ["c"]], untilEnd(3)).start();
    await pages.next();
    expect(await all(pages.items())).toEqual(["b", "c"]);
    expect(await all(pages.items())).toEqual([]);
  });

  test("all come before the error of a token that is given again", async () => {
    const items = listing([["a"], ["b"], ["c"]], () => "t1")
      .start()
      .items();
    expect([(await items.next()).value, (await items.next()).value]).toEqual(["a", "b"]);
    await expect(items.next()).rejects.toMatchObject({ name: "PaginationError" });
  });
});

test("a result without the way to the token is the last", async () => {
  const paginator = {
    command: ListCommand,
    inputToken: "Marker",
    outputToken: ["constructor", "name"],
  } as const;
  const send = async (): Promise<Answer> => ({ $metadata: {}, Result: null });
  expect(await all(paginate(paginator, { client: { send } as unknown as Client }, {}))).toHaveLength(1);
});

test("tokens that are maps are told apart by what is in them", async () => {
  const { start } = listing([["a"], ["b"], ["c"]], (index) => ({ Id: String(index % 2) }));
  await expect(all(start())).rejects.toMatchObject({ name: "PaginationError" });
  expect(
    await all(listing([["a"], ["b"]], (index) => (index === 0 ? { Id: "0" } : null)).start()),
  ).toHaveLength(2);
});

const SETTINGS = { numRuns: 300, seed: 20_200_811 };

test("all items come once and in order, whatever the pages, resumed wherever", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(fc.nat()), { minLength: 1 }), fc.nat(20), async (pages, stop) => {
      const tokenAfter = untilEnd(pages.length);
      expect(await all(listing(pages, tokenAfter).start().items())).toEqual(pages.flat());
      const first = listing(pages, tokenAfter).start({ maxPages: stop + 1 });
      const begun = await all(first.items());
      const { nextToken } = first;
      const rest = nextToken === undefined ? [] : pages.slice(Number(String(nextToken).slice(1)));
      expect([...begun, ...rest.flat()]).toEqual(pages.flat());
    }),
    SETTINGS,
  );
});

test("whatever tokens come, no page is asked for twice, and the listing ends", async () => {
  const token = fc.constantFrom("t1", "t2", "t3", "t4", null, undefined, "");
  await fc.assert(
    fc.asyncProperty(fc.array(token, { minLength: 1 }), fc.boolean(), async (tokens, stopOnSameToken) => {
      const { start, asked } = listing([], (index) => tokens[index % tokens.length]);
      await all(start({ stopOnSameToken })).catch((error) => expect(error.name).toBe("PaginationError"));
      expect(new Set(asked).size).toBe(asked.length);
      expect(asked.length).toBeLessThanOrEqual(5);
    }),
    SETTINGS,
  );
});

describe("withCommand", () => {
  const commands = (config: Partial<PaginationConfiguration>) =>
    all(listing([["a"], ["b"]], untilEnd(2)).start(config));

  test("is given the command of each page, and may leave it as it is", async () => {
    const seen: unknown[] = [];
    const withCommand = (command: ListCommand) => void seen.push(command.input.Marker);
    expect(await commands({ withCommand })).toHaveLength(2);
    expect(seen).toEqual([undefined, "t1"]);
  });

  test("may have another sent instead", async () => {
    const { start, asked } = listing([["a"], ["b"]], untilEnd(2));
    const withCommand = ({ input }: ListCommand) => new ListCommand({ Marker: `${input.Marker}!` });
    await all(start({ withCommand }));
    expect(asked).toEqual(["undefined!", "t1!"]);
  });

  test("that fails ends the listing with just that", async () => {
    const failure = new Error("mine");
    const withCommand = () => {
      throw failure;
    };
    await expect(commands({ withCommand })).rejects.toBe(failure);
  });
});

test("pages that are asked for at once come one after the other, each once", async () => {
  const { start, asked } = listing([["a"], ["b"], ["c"]], untilEnd(3));
  const pages = start();
  const found = await Promise.all([pages.next(), pages.next(), pages.next(), pages.next()]);
  expect(found.map(({ done }) => done)).toEqual([false, false, false, true]);
  expect(asked).toEqual([undefined, "t1", "t2"]);
});

test("two readers of one paginator share its items: none comes twice, none is lost", async () => {
  const pages = listing([["a", "b"], ["c"], ["d", "e"], ["f"]], untilEnd(4)).start();
  const found = await Promise.all([all(pages.items()), all(pages.items()), all(pages.items())]);
  expect(found.flat().sort()).toEqual(["a", "b", "c", "d", "e", "f"]);
});
