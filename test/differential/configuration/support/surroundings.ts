import { inIsolation } from "../../support/isolation.js";

/** What a client finds outside its code. */
export interface Surroundings {
  /** Environment variables, undefined for none; `$FOLDER` in a value stands for the folder of this run. */
  readonly variables?: Readonly<Record<string, string | undefined>>;
  /** Files by path inside the folder, line by line. `config` and `credentials` are AWS's shared files. */
  readonly files?: Readonly<Record<string, readonly string[]>>;
}

/** Runs something in surroundings of its own. */
export const inSurroundings = <Result>(
  { variables = {}, files = {} }: Surroundings,
  run: () => Promise<Result>,
): Promise<Result> =>
  inIsolation(
    {
      variables: {
        HOME: "$FOLDER/home",
        AWS_CONFIG_FILE: "$FOLDER/config",
        AWS_SHARED_CREDENTIALS_FILE: "$FOLDER/credentials",
        // There is no metadata service here, and asking for it takes a second.
        AWS_EC2_METADATA_DISABLED: "true",
        ...variables,
      },
      files: Object.fromEntries(Object.entries(files).map(([path, lines]) => [path, lines.join("\n")])),
    },
    run,
  );
