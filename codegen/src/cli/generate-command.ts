import type { Emit } from "../generate.js";
import { isClean } from "../write/plan-write.js";
import { EXIT, type ExitCode } from "./exit-codes.js";
import { countDiagnostics, formatDiagnostic } from "./format-diagnostic.js";
import { createProgress } from "./progress.js";
import { formatDurations, summarize } from "./summary.js";
import type { Terminal } from "./terminal.js";

/** What the command line says. */
export interface GenerateArguments {
  readonly model: readonly string[];
  readonly out: string;
  readonly service?: string | undefined;
  readonly check?: boolean | undefined;
  readonly strict?: boolean | undefined;
}

/** What the command works with; loaded when it begins, so that `--help` does not wait for it. */
export interface Generator {
  readonly generate: typeof import("../generate.js").generate;
  readonly describeDrift: typeof import("../write/describe-drift.js").describeDrift;
  readonly emit: Emit;
}

/** Runs `tinsmith generate`. */
export const runGenerate = async (
  given: GenerateArguments,
  terminal: Terminal,
  load: () => Promise<Generator>,
): Promise<ExitCode> => {
  const { generate, describeDrift, emit } = await load();
  const began = terminal.now();
  const progress = createProgress(terminal);
  const result = await generate({ ...given, models: given.model, emit, onStep: progress.begin });
  progress.end();
  const ended = terminal.now();
  const durations = { afterStartUp: ended - began, altogether: ended };
  for (const diagnostic of result.diagnostics) terminal.error(formatDiagnostic(diagnostic));
  if (!result.ok) {
    const written =
      progress.reached() === "write" ? "not all was written, run it again" : "nothing was written";
    const found = countDiagnostics(result.diagnostics);
    terminal.error(`${found}; ${written}. ${formatDurations(durations)}\n`);
    return EXIT.failure;
  }
  const { plan } = result.value;
  const isDrift = given.check === true && !isClean(plan);
  if (isDrift) terminal.out(`${describeDrift(plan).join("\n")}\n\n`);
  terminal.out(summarize(result.value, given, durations));
  if (isDrift) terminal.out(tellDrift(given));
  return isDrift ? EXIT.failure : EXIT.success;
};

const tellDrift = (given: GenerateArguments): string =>
  `\n${given.out} is not what the model makes of it. Run:\n\n    ${commandFor(given)}\n\n`;

/** The command that brings the output folder up to date. */
const commandFor = ({ model, out, service, strict }: GenerateArguments): string =>
  [
    "npx tinsmith generate --model",
    ...model.map(quote),
    "--out",
    quote(out),
    ...(service === undefined ? [] : ["--service", quote(service)]),
    ...(strict === true ? ["--strict"] : []),
  ].join(" ");

/** An argument as a shell takes it. */
const quote = (argument: string): string =>
  /^[\w./@:=+-]+$/u.test(argument) ? argument : `'${argument.replaceAll("'", "'\\''")}'`;
