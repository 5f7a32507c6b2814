import type { OperationIr } from "../../ir/operation-ir.js";
import type { JobSymbols, PackagePlan } from "../../plan/package-plan.js";
import { runtime } from "../../plan/runtime-symbols.js";
import { documented, type Section, sentence, tag } from "../documentation/tsdoc.js";
import { type Fragment, hardLine, indented, join, stacked, use, useType } from "../layout/fragment.js";
import { propertyName } from "../layout/literals.js";
import { operationSymbols } from "../symbol-of.js";

/** Declares the class of the pollers of one kind of jobs. */
export function pollerClass(plan: PackagePlan, operation: OperationIr, symbols: JobSymbols): Fragment {
  const { command, commandOutput } = operationSymbols(plan, operation.id);
  const { poller } = symbols;
  const ways = WAYS.map((way) => wayIn(plan, operation, symbols, way));
  return documented(
    [
      sentence(
        `Follows a job to its end, by {@link ${command.name}}. It begins at once, and is a promise of the completed job, as it was last seen. To stop the poller does not stop the job. A failure that nobody awaits is in \`state.error\`, and in the client's log.`,
      ),
      tag("throws", "`JobFailedError` – The job failed."),
      tag("throws", "`JobStartError` – The output of the call has an error in it, or names no job."),
      tag("throws", "`TimeoutError` – The job did not end within `maxWaitTime`, 2000 seconds by default."),
      tag("throws", "`AbortError` – `abort`, or the signal, stopped the poller."),
      tag("see", `{@link ${poller.name}.start}`),
    ],
    [
      `export class ${poller.name} extends `,
      use(runtime("JobPoller")),
      ["<", useType(commandOutput), `, ${symbols.failure.name}> {`],
      indented(hardLine, join(ways, [hardLine, hardLine])),
      hardLine,
      "}",
    ],
  );
}

/** A static method that makes a poller. */
interface Way {
  readonly name: string;
  readonly sections: readonly Section[];
  readonly parameter: string;
  /** The parameter's type, where it is not the union of commands. */
  readonly type?: (operation: OperationIr) => string;
  readonly origin: string;
  readonly options: "JobOptions" | "JobStartOptions";
}

const WAYS: readonly Way[] = [
  {
    name: "start",
    sections: [
      sentence("Makes a call that starts a job, and follows the job."),
      tag("throws", "`JobConflictError` – Another job blocks this one, and `onConflict` is not `wait`."),
    ],
    parameter: "command",
    origin: "command",
    options: "JobStartOptions",
  },
  {
    name: "follow",
    sections: [
      sentence("Follows the job that a call has started."),
      tag("param", "started - the call's result"),
    ],
    parameter: "started",
    type: ({ job }) => `{ readonly ${propertyName(job?.id ?? "")}?: string | undefined }`,
    origin: "started",
    options: "JobOptions",
  },
  {
    name: "resume",
    sections: [
      sentence("Continues another poller, e.g. of a process that has ended. `maxWaitTime` starts anew."),
      tag("param", "client - of the same account and region as the other poller's"),
      tag("param", "serialized - what the other poller's `serialize` returned"),
    ],
    parameter: "serialized",
    type: () => "string",
    origin: "saved: serialized",
    options: "JobOptions",
  },
];

function wayIn(
  plan: PackagePlan,
  operation: OperationIr,
  { poller, descriptor, starter }: JobSymbols,
  { name, sections, parameter, type, origin, options }: Way,
): Fragment {
  const { commandInput } = operationSymbols(plan, operation.id);
  return documented(
    sections,
    stacked(
      [
        `static ${name}(`,
        indented(
          [hardLine, "client: ", useType(plan.root.client), ","],
          [hardLine, `${parameter}: `, type?.(operation) ?? useType(starter), ","],
          [hardLine, "options?: ", useType(runtime(options)), "<", useType(commandInput), ">,"],
        ),
        [hardLine, `): ${poller.name} {`],
        indented(hardLine, `return new ${poller.name}(${descriptor.name}, client, { ${origin} }, options);`),
      ],
      "}",
    ),
    1,
  );
}
