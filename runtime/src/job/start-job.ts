import { bindParams } from "../client/bind-params.js";
import { checkCommand } from "../client/check-command.js";
import { ConfigurationError } from "../errors/configuration-error.js";
import { JobConflictError } from "../errors/job-conflict-error.js";
import { describeIdentifiers, identifiersOf, missingOf } from "./identifiers.js";
import { conflictOf } from "./job-conflict.js";
import type { AnyCommand } from "./job-descriptor.js";
import type { JobRun } from "./job-run.js";
import { readStarted } from "./read-started.js";
import type { FollowedJob } from "./saved-job.js";
import { waitForConflict } from "./wait-for-conflict.js";

/**
 * Makes the call that starts a job. It is made again only after the service has refused it because of another job.
 *
 * @returns what was started
 * @throws JobStartError, JobConflictError, ConfigurationError, or what the call fails with
 */
export async function startJob(run: JobRun, command: AnyCommand): Promise<FollowedJob> {
  const { client, descriptor, settings, signal } = run;
  checkCommand(client.service, command);
  const { operation } = command;
  run.state({ phase: "starting", operation: operation.name });
  const input = bindParams(operation, command.input, client.config.params);
  checkStarter(run, command, input);
  // A first attempt may start the job although its answer is lost. A second one would then be refused because of that very job,
  // and the poller would wait for it as if it were another's.
  const safely = settings.onConflict === "wait" ? { retryUnsafeOperations: false } : {};
  for (let tries = 1; ; tries++) {
    try {
      const output = await client.send(command, { abortSignal: signal, ...safely });
      return readStarted(run, output, operation.name, input);
    } catch (error) {
      const told = conflictOf(descriptor.conflict, error);
      if (told === undefined) throw error;
      const blockedAt = { ...identifiersOf(descriptor.identifiers, input, settings.identifiers), ...told };
      if (settings.onConflict === "fail") throw conflict(operation.name, blockedAt, error);
      await waitForConflict(run, blockedAt, tries);
      run.state({ phase: "starting", blockedBy: undefined });
    }
  }
}

/** Checks, before anything is sent, that the job could be followed. @throws ConfigurationError */
function checkStarter({ descriptor, settings }: JobRun, { operation }: AnyCommand, input: object): void {
  const followedBy = new descriptor.command({} as never).operation.name;
  if (operation.startsJob?.followedBy !== followedBy) {
    throw new ConfigurationError(
      `${operation.name} starts no job that ${followedBy} could follow; nothing was sent.`,
    );
  }
  const { identifiers: names, id } = descriptor;
  const known = identifiersOf(names, input, settings.identifiers);
  const missing = missingOf(names, known).filter(
    (name) => name !== id && !Object.hasOwn(operation.output.members, name),
  );
  if (missing.length === 0) return;
  throw new ConfigurationError(
    `${operation.name} does not say under which ${missing.join(", ")} its job is found: pass it in the option identifiers. Nothing was sent.`,
  );
}

function conflict(
  operation: string,
  blockedAt: JobConflictError["blockedAt"],
  cause: unknown,
): JobConflictError {
  const where = describeIdentifiers(blockedAt);
  return new JobConflictError(
    `${operation} started nothing: another job is in the way (${where}). Try again when it is over, or pass onConflict: "wait".`,
    { operation, blockedAt, cause },
  );
}
