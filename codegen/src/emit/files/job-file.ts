import type { JobIr, OperationIr } from "../../ir/operation-ir.js";
import { compilePattern } from "../../model/pattern.js";
import type { JobSymbols, PackagePlan } from "../../plan/package-plan.js";
import { runtime } from "../../plan/runtime-symbols.js";
import { optional } from "../descriptors/member-descriptor.js";
import { documented, sentence } from "../documentation/tsdoc.js";
import { type Fragment, hardLine, indented, use, useType } from "../layout/fragment.js";
import { type Entry, literal, object, tallObject, text, union } from "../layout/literals.js";
import { operationSymbols } from "../symbol-of.js";
import { pollerClass } from "./job-poller-class.js";
import type { SourceFile } from "./source-file.js";

/** Makes the file of what follows the jobs that an operation tells of, if it tells of any. */
export function jobFiles(plan: PackagePlan, operation: OperationIr): readonly SourceFile[] {
  const { job: symbols } = operationSymbols(plan, operation.id);
  const { job } = operation;
  if (job === undefined || symbols === undefined) return [];
  return [
    {
      module: symbols.poller.module,
      sources: [operation.source],
      statements: [
        ...conflictPattern(job, symbols),
        descriptor(plan, operation, job, symbols),
        starterType(plan, operation, symbols),
        failureType(plan, operation, symbols),
        pollerClass(plan, operation, symbols),
        ...conflictGuard(job, symbols),
      ],
    },
  ];
}

/** A constant of its own, so that the guard costs no poller. */
function conflictPattern({ conflict }: JobIr, symbols: JobSymbols): readonly Fragment[] {
  const expression = conflict === undefined ? undefined : compilePattern(conflict);
  return expression === undefined ? [] : [`const ${symbols.conflict.name} = ${String(expression)};`];
}

function descriptor(plan: PackagePlan, operation: OperationIr, job: JobIr, symbols: JobSymbols): Fragment {
  const { command, commandOutput } = operationSymbols(plan, operation.id);
  return [
    `const ${symbols.descriptor.name}: `,
    useType(runtime("JobDescriptor")),
    ["<", useType(commandOutput), "> = "],
    tallObject([
      ["name", text(job.name)],
      ["command", use(command)],
      ["identifiers", literal(requiredMembers(plan, operation))],
      ["id", text(job.id)],
      ["status", text(job.status)],
      ...optional("operation", job.operation),
      ...optional("error", job.error),
      ["completed", literal(job.completed)],
      ["failed", literal(job.failed)],
      ...list(plan, job),
      ...(job.conflict === undefined ? [] : [["conflict", symbols.conflict.name] as const]),
    ]),
    ";",
  ];
}

const listerOf = ({ service }: PackagePlan, job: JobIr | undefined): OperationIr | undefined =>
  service.operations.find(({ name }) => name === job?.list);

function list(plan: PackagePlan, job: JobIr): readonly Entry[] {
  const lister = listerOf(plan, job);
  if (lister === undefined) return [];
  const { paginator } = operationSymbols(plan, lister.id);
  const items = lister.pagination?.items;
  if (paginator === undefined || items === undefined) return [];
  const entries: readonly Entry[] = [
    ["paginate", use(paginator.paginate)],
    ["items", literal(items)],
    ["identifiers", literal(requiredMembers(plan, lister))],
  ];
  return [["list", object(entries)]];
}

/** The members of its input that an operation cannot do without. */
function requiredMembers({ service }: PackagePlan, { input }: OperationIr): readonly string[] {
  const shape = service.shapes.get(input);
  return shape?.kind === "structure"
    ? shape.members.filter(({ required }) => required).map(({ name }) => name)
    : [];
}

const startersOf = ({ service }: PackagePlan, { name }: OperationIr): readonly OperationIr[] =>
  service.operations.filter(({ followedBy }) => followedBy === name);

function starterType(plan: PackagePlan, operation: OperationIr, { starter, poller }: JobSymbols): Fragment {
  const commands = startersOf(plan, operation).map(({ id }) => useType(operationSymbols(plan, id).command));
  return documented(
    [sentence(`What {@link ${poller.name}} can start.`)],
    [`export type ${starter.name} = `, commands.length === 0 ? "never" : union(commands), ";"],
  );
}

/** What comes of the poller itself, and of the calls that it makes. */
function failureType(plan: PackagePlan, operation: OperationIr, { failure, poller }: JobSymbols): Fragment {
  const lister = listerOf(plan, operation.job);
  const own = [
    ...(operation.job?.conflict === undefined ? [] : (["JobConflictError"] as const)),
    ...(["JobFailedError", "JobStartError"] as const),
    ...(lister === undefined ? [] : (["PaginationError"] as const)),
  ];
  const called = [operation, ...(lister === undefined ? [] : [lister]), ...startersOf(plan, operation)];
  return documented(
    [sentence(`All errors that a {@link ${poller.name}} can end in: narrow them by \`name\`.`)],
    [
      `export type ${failure.name} = `,
      union([
        ...own.map((name) => useType(runtime(name))),
        ...called.map(({ id }) => useType(operationSymbols(plan, id).failure)),
      ]),
      ";",
    ],
  );
}

function conflictGuard(
  { conflict: pattern }: JobIr,
  { isConflict, poller, conflict }: JobSymbols,
): readonly Fragment[] {
  if (pattern === undefined) return [];
  const types = [useType(runtime("JobConflictError")), " | ", useType(runtime("ServiceException"))];
  return [
    documented(
      [
        sentence(
          `Whether an error, of a {@link ${poller.name}} or of a call, says that another job blocks this one. Nothing was started; try again when that job has ended.`,
        ),
      ],
      [
        `export const ${isConflict.name} = (error: unknown): error is `,
        types,
        " =>",
        indented(hardLine, use(runtime("isJobConflict")), `(${conflict.name}, error);`),
      ],
    ),
  ];
}
