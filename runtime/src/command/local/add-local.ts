import { PacedClock, RandomIds, SeededIds } from "@tinsmith/runtime/host";
import { type Command, InvalidArgumentError } from "commander";
import type { ExitCode } from "../exit-codes.js";
import type { Terminal } from "../terminal.js";
import { describeCall } from "./describe-call.js";
import type { LocalCommand, LocalService, LocalSettings } from "./local-command.js";
import {
  type Range,
  readFaults,
  readInstant,
  readPort,
  readRange,
  readSkew,
  readSpeed,
} from "./read-values.js";
import { serve } from "./serve.js";

/** What commander hands over of the options that every such command has; the names are those of the options. */
interface ParsedOptions {
  readonly port: number;
  readonly host: string;
  readonly region?: string;
  readonly seed?: string;
  readonly latency?: Range;
  readonly clock?: number;
  readonly clockStart?: number;
  readonly clockSkew?: number;
  readonly stage?: readonly object[];
  readonly json?: boolean;
  readonly verbose?: boolean;
}

const EXIT_HELP = `
Exit codes:
  0  ended by SIGINT or SIGTERM
  1  could not start, e.g. because the port is taken
  2  the command line was not understood
`;

/** Adds the command `local`. @param onEnd - told the exit code */
export const addLocal = <Options extends object>(
  program: Command,
  local: LocalCommand<Options>,
  terminal: Terminal,
  onEnd: (code: ExitCode) => void,
): void => {
  const own: Partial<Options> = {};
  const command = program
    .command("local")
    .description(`start ${local.title} in memory, on a port, for any AWS client`);
  addOptions(command, local.port);
  for (const { flags, description, read } of local.options) {
    command.option(flags, description, (text: string) => void Object.assign(own, reading(read)(text)));
  }
  command.action(async (given: ParsedOptions) => {
    const service = await local.create(settingsOf(given, terminal), own);
    stage(command, service, given);
    onEnd(await serve(program.name(), local.title, service, given, terminal));
  });
};

/** Declares the options that every such command has. */
const addOptions = (command: Command, port: number): void => {
  command
    .option("--port <port>", "where to listen; 0 for any free port", reading(readPort), port)
    .option("--host <address>", "network interface to listen on", notEmpty, "127.0.0.1")
    .option("--region <region>", "the one region that requests may be signed for (default: any)", notEmpty)
    .option("--seed <text>", "the same ids, and the same latencies, in every run", notEmpty)
    .option(
      "--latency <milliseconds>",
      "time before each call is handled, or a range such as 20-200 (default: 0)",
      reading(readRange),
    )
    .option(
      "--clock <pace>",
      "real, stopped, or how many times as fast, such as 60x (default: real)",
      reading(readSpeed),
    )
    .option(
      "--clock-start <instant>",
      "what the clock shows first, such as 2026-01-02T03:04:05Z (default: now)",
      reading(readInstant),
    )
    .option(
      "--clock-skew <milliseconds>",
      "how far the service takes itself to be ahead of its callers' clocks (default: 0)",
      reading(readSkew),
    )
    .option(
      "--stage <file>",
      "JSON of what is to go wrong: a fault, or a list of faults",
      reading(readFaults),
    )
    .option("--json", "print where it listens as JSON")
    .option("--verbose", "print every call, without what is in it")
    .addHelpText("after", EXIT_HELP);
};

const stage = (command: Command, service: LocalService, { stage: faults = [] }: ParsedOptions): void => {
  try {
    service.stage(...faults);
  } catch (error) {
    command.error(
      `error: option '--stage <file>' is invalid. ${error instanceof Error ? error.message : error}`,
    );
  }
};

const settingsOf = (given: ParsedOptions, terminal: Terminal): LocalSettings => {
  const ids = given.seed === undefined ? new RandomIds() : new SeededIds(given.seed);
  const [least, most] = given.latency ?? [0, 0];
  return {
    // Calls that are still waiting are no reason to go on once the service is to end.
    clock: new PacedClock({ start: given.clockStart, speed: given.clock, letsProcessEnd: true }),
    ids,
    latency: () => (most === 0 ? 0 : least + (most - least) * fractionOf(ids.next("latency"))),
    region: given.region,
    clockSkew: given.clockSkew,
    onCall: given.verbose === true ? (entry) => terminal.error(describeCall(entry)) : undefined,
  };
};

/** A number from 0 to 1, out of an id. */
const fractionOf = (id: string): number => Number.parseInt(id.slice(0, 8), 16) / 0xffff_ffff;

/** What a reader says of a value that it does not take, as commander wants to hear it. */
const reading =
  <Value>(read: (text: string) => Value) =>
  (text: string): Value => {
    try {
      return read(text);
    } catch (error) {
      throw error instanceof RangeError ? new InvalidArgumentError(error.message) : error;
    }
  };

/** An empty argument is a variable that a script forgot to set. */
const notEmpty = (value: string): string => {
  if (value === "") throw new InvalidArgumentError("It is empty.");
  return value;
};
