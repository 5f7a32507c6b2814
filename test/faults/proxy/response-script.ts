import type { Random } from "../../../scripts/lib/random.js";
import type { Cell } from "../plan/cells.js";
import { cannedAnswer, withWrongDate } from "./answers.js";

/**
 * How a connection ends: by a reset, at once or as soon as another byte comes; closed, or closed for writing alone; or not at
 * all, without another byte.
 */
export type Ending = "reset" | "stale" | "close" | "half-close" | "stall";

/** One step of giving an answer. */
export type Step =
  | { readonly do: "write"; readonly bytes: Buffer }
  | { readonly do: "wait"; readonly milliseconds: number }
  | { readonly do: "end"; readonly how: Ending };

/** An answer of the service. */
export interface Answer {
  readonly head: Buffer;
  readonly body: Buffer;
}

/** Between bytes that drip: far too long for all of an answer to come in time. */
const DRIP = 40;

const write = (bytes: Buffer): Step => ({ do: "write", bytes });
const wait = (milliseconds: number): Step => ({ do: "wait", milliseconds });

/** How an answer is given where a fault befalls it; whole and at once where none does. */
export const scriptOf = (answer: Answer, cell: Cell | undefined, random: Random): Step[] => {
  const bytes = Buffer.concat([answer.head, answer.body]);
  if (cell === undefined) return [write(bytes)];
  const canned = cannedAnswer(cell.fault);
  if (canned !== undefined) return [write(canned)];
  const offset = offsetOf(answer, cell, random);
  const [before, rest] = [bytes.subarray(0, offset), bytes.subarray(offset)];
  switch (cell.fault) {
    case "reset":
    case "close":
    case "half-close":
    case "stall":
    case "stale":
      return [...some(before), ...pause(cell, random), { do: "end", how: cell.fault }];
    case "drip":
      return [...some(before), ...[...rest].flatMap((byte) => [wait(DRIP), write(Buffer.of(byte))])];
    case "garbage":
      return [write(spoil(before, rest, cell, random))];
    case "fragments":
      return fragments(bytes, random);
    case "duplicate":
      return [write(Buffer.concat([bytes, bytes]))];
    default:
      return [...rewrite(answer, cell.fault, random)];
  }
};

const some = (bytes: Buffer): Step[] => (bytes.length === 0 ? [] : [write(bytes)]);

/** A connection that is closed between calls is idle for a moment, in which the next call may come or not. */
const pause = ({ fault, position }: Cell, random: Random): Step[] =>
  position === "between calls" && fault !== "stale" ? [wait(random.between(0, 12))] : [];

const offsetOf = ({ head, body }: Answer, { position }: Cell, random: Random): number => {
  const all = head.length + body.length;
  switch (position) {
    case "before response":
      return 0;
    case "in response head":
      return random.between(1, head.length - 1);
    case "after response head":
      return head.length;
    case "in response body":
      return random.between(Math.min(head.length + 1, all), all);
    case "before last byte":
      return all - 1;
    default:
      return all;
  }
};

/** Bytes of no meaning: in the place of the service's own, or before or after an answer that is whole. */
const spoil = (before: Buffer, rest: Buffer, { position }: Cell, random: Random): Buffer => {
  const garbage = Buffer.from(Array.from({ length: 8 }, () => random.between(0x80, 0xff)));
  if (position === "before response") return Buffer.concat([garbage, rest]);
  if (position === "after response") return Buffer.concat([before, garbage]);
  return Buffer.concat([before, garbage.subarray(0, rest.length), rest.subarray(garbage.length)]);
};

const fragments = (bytes: Buffer, random: Random): Step[] => {
  const steps: Step[] = [];
  for (let start = 0; start < bytes.length; ) {
    const end = start + random.between(1, 64);
    steps.push(write(bytes.subarray(start, end)), wait(0));
    start = end;
  }
  return steps;
};

const INJECTED = [
  "x-injected: yes",
  "x-amzn-errortype: ThrottlingException",
  "content-type: text/html",
  "vary: *",
];

/** Answers whose head is not what the service wrote. */
const rewrite = ({ head, body }: Answer, fault: string, random: Random): Step[] => {
  const text = head.toString("latin1");
  const say = (changed: string, bytes = body): Step =>
    write(Buffer.concat([Buffer.from(changed, "latin1"), bytes]));
  const inject = (line: string): string => text.replace("\r\n", `\r\n${line}\r\n`);
  const length = (bytes: number): string => text.replace(/(\r\ncontent-length:)[^\r]*/i, `$1 ${bytes}`);
  const less = random.between(0, body.length - 1);
  switch (fault) {
    case "header injected":
      return [say(inject(random.pick(INJECTED)))];
    case "two framings":
      return [say(inject("transfer-encoding: chunked"))];
    case "length too great":
      return [say(length(body.length + random.between(1, 99)))];
    case "length too small":
      return [say(length(less))];
    case "truncated":
      return [say(length(less), body.subarray(0, less))];
    case "wrong date":
      return [say(withWrongDate(text))];
    default:
      throw new Error(`Nobody knows the fault ${fault}`);
  }
};
