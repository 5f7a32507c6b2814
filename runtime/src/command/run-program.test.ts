import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, test } from "@jest/globals";
import { demoHost } from "../host/fixtures/demo-service.js";
import type { LocalCommand, LocalSettings } from "./local/local-command.js";
import { readMilliseconds } from "./local/read-values.js";
import { runProgram } from "./run-program.js";

const CREDENTIALS = { accessKeyId: "KEY", secretAccessKey: "of the demo" };

const ends: (() => void)[] = [];

afterEach(() => {
  for (const end of ends.splice(0)) end();
});

/** What a run was told and what it said. */
interface Run {
  out: string;
  err: string;
  settings?: LocalSettings;
  own?: object;
  staged?: readonly object[];
}

const deferred = () => {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
};

/** Runs the command of a demo service, until `end` is called. */
const start = (args: readonly string[]) => {
  const said: Run = { out: "", err: "" };
  const local: LocalCommand<{ readonly patience: number }> = {
    title: "Demo",
    port: 0,
    options: [
      {
        flags: "--patience <milliseconds>",
        description: "how long it waits",
        read: (text) => ({ patience: readMilliseconds(text) }),
      },
    ],
    create: async (settings, own) => {
      Object.assign(said, { settings, own });
      const host = demoHost();
      return {
        credentials: CREDENTIALS,
        listen: (options) => host.listen(options),
        stage: (...faults) => {
          said.staged = faults;
          if (faults.some((fault) => "bad" in fault)) throw new TypeError("A fault must be good");
        },
      };
    },
  };
  const interrupted = deferred();
  const listens = deferred();
  const end = interrupted.resolve;
  ends.push(end);
  const terminal = {
    out: (text: string) => {
      said.out += text;
      listens.resolve();
    },
    error: (text: string) => {
      said.err += text;
    },
    interrupted: () => interrupted.promise,
  };
  const line = { name: "demo", version: "1.2.3", description: "A demo.", local };
  const code = runProgram(line, args, terminal);
  return { said, code, end, listens: listens.promise };
};

describe("local", () => {
  test("says where it listens, and ends when it is asked to", async () => {
    const { said, code, end, listens } = start(["local"]);
    await listens;
    const url = /^Demo listens on (http:\/\/127\.0\.0\.1:\d+)\n$/.exec(said.out)?.[1] ?? "";
    expect((await fetch(url)).status).toBe(404);
    end();
    expect(await code).toBe(0);
    await expect(fetch(url)).rejects.toMatchObject({ name: "TypeError" });
  });

  test("says it to programs, too, with what they need to sign", async () => {
    const { said, code, end, listens } = start(["local", "--json"]);
    await listens;
    const { url, port, ...rest } = JSON.parse(said.out);
    expect(url).toBe(`http://127.0.0.1:${port}`);
    expect(rest).toEqual({ credentials: CREDENTIALS });
    end();
    await code;
  });

  test("hands on what it was told", async () => {
    const { said, end, code, listens } = start([
      ...["local", "--region", "eu-west-1", "--seed", "7", "--latency", "20-200"],
      ...["--clock", "stopped", "--clock-start", "2026-01-02T03:04:05Z", "--patience", "5"],
      ...["--clock-skew", "-600000"],
    ]);
    await listens;
    const { settings, own } = said;
    expect([settings?.region, own]).toEqual(["eu-west-1", { patience: 5 }]);
    expect([settings?.clockSkew, said.staged]).toEqual([-600_000, []]);
    expect(settings?.clock.now()).toBe(Date.UTC(2026, 0, 2, 3, 4, 5));
    const latencies = Array.from({ length: 100 }, () => settings?.latency() ?? 0);
    expect(Math.min(...latencies)).toBeGreaterThanOrEqual(20);
    expect(Math.max(...latencies)).toBeLessThanOrEqual(200);
    expect(new Set(latencies).size).toBeGreaterThan(50);
    end();
    await code;
  });

  test("of one seed has the same ids and latencies in every run", async () => {
    const draw = async () => {
      const { said, end, code, listens } = start(["local", "--seed", "a", "--latency", "0-1000"]);
      await listens;
      end();
      await code;
      return [said.settings?.latency(), said.settings?.ids.next("job")];
    };
    expect(await draw()).toEqual(await draw());
  });
});

describe("refused, with what was expected", () => {
  test.each([
    [["--port", "x"], "Expected a port, from 1 to 65535, or 0 for any free one."],
    [["--port", "65536"], "Expected a port"],
    [["--port", "-1"], "Expected a port"],
    [["--host", ""], "It is empty."],
    [["--latency", "5-1"], "Expected milliseconds, such as 50, or a range of them, such as 20-200."],
    [["--latency", "1-2-3"], "Expected milliseconds, such as 50"],
    [["--latency", "soon"], "Expected milliseconds, such as 50"],
    [["--clock", "fast"], "Expected real, stopped, or how many times as fast"],
    [["--clock", "-2x"], "Expected real, stopped, or how many times as fast"],
    [["--clock", "1e9x"], "Expected real, stopped, or how many times as fast"],
    [["--clock-start", "yesterday"], "Expected an instant such as 2026-01-02T03:04:05Z"],
    [["--clock-start", "2026-02-30T25:00:00Z"], "Expected an instant"],
    [["--clock-start", "2026-02-30T12:00:00Z"], "Expected an instant"],
    [["--clock-start", "2026-13-01"], "Expected an instant"],
    [["--clock-start", "2026-01-02T03:04:05"], "Expected an instant"],
    [["--clock-start", "9e15"], "Expected an instant"],
    [["--patience", "1s"], "Expected milliseconds, from 0 to 2147483647."],
    [["--clock-skew", "1e3"], "Expected milliseconds, from -100000000000 to 100000000000."],
    [["--stage", "no-such-file.json"], "It cannot be read: ENOENT."],
    [["--stage", "."], "It cannot be read: EISDIR."],
    [["--stage", "README.md"], "Expected a file of JSON: a fault, or a list of faults."],
    [["--patience"], "argument missing"],
    [["--prot", "1"], "unknown option '--prot'"],
    [["more"], "too many arguments"],
  ])("local %j", async (args, expected) => {
    const { said, code } = start(["local", ...args]);
    expect(await code).toBe(2);
    expect(said.err).toContain(expected);
    expect(said.out).toBe("");
  });

  test("no command, or one that there is not", async () => {
    const [none, other] = [start([]), start(["lokal"])];
    expect([await none.code, await other.code]).toEqual([2, 2]);
    expect(none.said.err).toContain("Usage: demo");
    expect(other.said.err).toContain("unknown command 'lokal'");
  });
});

describe("a file of faults", () => {
  const folder = mkdtempSync(join(tmpdir(), "tinsmith-stage-"));
  const write = (name: string, faults: unknown): string => {
    writeFileSync(join(folder, name), JSON.stringify(faults));
    return join(folder, name);
  };

  afterAll(() => rmSync(folder, { recursive: true }));

  test.each([
    ["one.json", { kind: "a" }, [{ kind: "a" }]],
    ["list.json", [{ kind: "a" }, { kind: "b" }], [{ kind: "a" }, { kind: "b" }]],
  ])("%s is staged before anybody can call", async (name, faults, expected) => {
    const { said, end, code, listens } = start(["local", "--stage", write(name, faults)]);
    await listens;
    expect(said.staged).toEqual(expected);
    end();
    expect(await code).toBe(0);
  });

  test("that the service does not take is refused with its words", async () => {
    const { said, code } = start(["local", "--stage", write("bad.json", [{ bad: true }])]);
    expect(await code).toBe(2);
    expect(said.err).toBe("error: option '--stage <file>' is invalid. A fault must be good\n");
    expect(said.out).toBe("");
  });
});

test("a port that is taken is told with what to do", async () => {
  const { said, code, end, listens } = start(["local", "--json"]);
  await listens;
  const { port } = JSON.parse(said.out);
  const second = start(["local", "--port", String(port)]);
  expect(await second.code).toBe(1);
  expect(second.said.err).toBe(
    `demo: Port ${port} of 127.0.0.1 is taken. Choose another with --port, or any free one with --port 0.\n`,
  );
  end();
  await code;
});

test("an address that is not the machine's is told with what to do", async () => {
  const { said, code } = start(["local", "--host", "192.0.2.1"]);
  expect(await code).toBe(1);
  expect(said.err).toBe("demo: 192.0.2.1 is no address of this machine. Choose another with --host.\n");
});

test.each([
  ["--help", /^Usage: demo[\s\S]*local/],
  ["--version", /^1\.2\.3\n$/],
])("%s is told, with exit code 0", async (flag, expected) => {
  const { said, code } = start([flag]);
  expect(await code).toBe(0);
  expect(said.out).toMatch(expected);
});
