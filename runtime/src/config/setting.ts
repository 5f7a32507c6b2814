import type { SharedFiles } from "./shared-files.js";

/** A setting that can be made outside the code. */
export interface Setting<Value> {
  /** Environment variable, e.g. `AWS_REGION`. The key in AWS's shared files follows from it: `region`. */
  readonly variable: string;
  /** What the key was called once. */
  readonly formerKey?: string;
  /** The file that wins where both have the key; `config` unless said otherwise. */
  readonly preferredFile?: keyof SharedFiles;
  /** Reads the text; undefined where it is no such value. */
  readonly parse: (text: string) => Value | undefined;
  /** What `parse` wants, for the error, e.g. `true or false`. */
  readonly expected: string;
}
