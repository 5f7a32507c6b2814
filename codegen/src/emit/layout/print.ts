import { type Fragment, isList } from "./fragment.js";

/** Longest line, in columns, where the code allows it. */
export const LINE_WIDTH = 110;
const STEP = "  ";

/** A fragment that waits to be printed. */
interface Task {
  readonly fragment: Fragment;
  /** Steps of indentation of new lines. */
  readonly level: number;
  /** Whether it stands on one line. */
  readonly flat: boolean;
}

/**
 * Prints a fragment: a group stands on one line if it fits there, and else is broken.
 *
 * @param width - longest line, in columns
 * @see https://homepages.inf.ed.ac.uk/wadler/papers/prettier.pdf for the idea
 */
export function print(fragment: Fragment, width = LINE_WIDTH): string {
  const tasks: Task[] = [{ fragment, level: 0, flat: false }];
  let line = "";
  let finished = "";
  for (let task = tasks.pop(); task !== undefined; task = tasks.pop()) {
    const { fragment: current, level, flat } = task;
    const text = flatText(current, flat);
    if (text !== undefined) {
      line += text;
    } else if (isBreak(current)) {
      finished += `${line.trimEnd()}\n`;
      line = STEP.repeat(level);
    } else {
      tasks.push(...parts(task, (contents) => fits(contents, width - line.length, tasks)));
    }
  }
  return finished + line;
}

/** What is printed of a fragment without parts; nothing for one with parts and for a new line. */
function flatText(fragment: Fragment, flat: boolean): string | undefined {
  if (typeof fragment === "string") return fragment;
  if (isList(fragment)) return undefined;
  if (fragment.kind === "symbol") return fragment.symbol.name;
  if (fragment.kind === "ifBroken") return flat ? fragment.flat : fragment.broken;
  if (fragment.kind === "break" && flat) return fragment.flat;
  return undefined;
}

const isBreak = (fragment: Fragment): boolean =>
  typeof fragment === "object" && !isList(fragment) && fragment.kind === "break";

/** What a fragment is made of, last part first: the last one pushed is the first one popped. */
function parts({ fragment, level, flat }: Task, fitsFlat: (contents: Fragment) => boolean): readonly Task[] {
  if (typeof fragment === "string") return [];
  if (isList(fragment)) return fragment.map((part) => ({ fragment: part, level, flat })).reverse();
  switch (fragment.kind) {
    case "indented":
      return [{ fragment: fragment.contents, level: level + 1, flat }];
    case "group":
      return [{ fragment: fragment.contents, level, flat: flat || fitsFlat(fragment.contents) }];
    default:
      return [];
  }
}

/** Whether a fragment on one line, and what follows it up to the next new line, fits into the columns left. */
function fits(contents: Fragment, columns: number, following: readonly Task[]): boolean {
  const waiting: Task[] = [{ fragment: contents, level: 0, flat: true }];
  let next = following.length;
  let left = columns;
  while (left >= 0) {
    if (waiting.length === 0) next -= 1;
    const task = waiting.pop() ?? following[next];
    if (task === undefined) return true;
    const { fragment, flat } = task;
    if (isBreak(fragment) && !flat) return true;
    if (isHard(fragment)) return false;
    const text = flatText(fragment, flat);
    if (text === undefined) waiting.push(...parts(task, () => false));
    else left -= text.length;
  }
  return false;
}

const isHard = (fragment: Fragment): boolean =>
  typeof fragment === "object" && !isList(fragment) && fragment.kind === "break" && fragment.hard;
