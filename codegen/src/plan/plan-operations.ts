import type { OperationIr } from "../ir/operation-ir.js";
import type { ServiceIr } from "../ir/service-ir.js";
import type { ShapeId } from "../model/model.js";
import type { ModuleReference } from "./code-symbol.js";
import { file } from "./modules.js";
import { capitalized, createFileNamer, createNamer, type Namer, uncapitalized } from "./namer.js";
import type { OperationSymbols, WaiterSymbols } from "./package-plan.js";
import { CLIENT_MEMBERS } from "./reserved-names.js";

/** The files that belong to one operation. */
export interface OperationFiles {
  readonly command: ModuleReference;
  readonly schemas: ModuleReference;
}

/** The names of an operation that users write, and that therefore go before those of shapes. */
export type CommandSymbols = Pick<OperationSymbols, "command" | "commandInput" | "commandOutput">;

/** Names the files of each operation. */
export function planOperationFiles(service: ServiceIr): ReadonlyMap<ShapeId, OperationFiles> {
  const commands = createFileNamer();
  const schemas = createFileNamer(["structures", "double"]);
  return new Map(
    service.operations.map(({ id, name }) => [
      id,
      {
        command: file(`commands/${commands.take(`${capitalized(name)}Command`)}`),
        schemas: file(`schemas/${schemas.take(capitalized(name))}`),
      },
    ]),
  );
}

/** Names the command of each operation, with its input and output. */
export function claimCommands(
  service: ServiceIr,
  files: ReadonlyMap<ShapeId, OperationFiles>,
  namer: Namer,
): ReadonlyMap<ShapeId, CommandSymbols> {
  return new Map(
    service.operations.map(({ id, name }) => {
      const module = files.get(id)?.command ?? file("commands");
      const command = namer.take(`${capitalized(name)}Command`);
      return [
        id,
        {
          command: { name: command, module },
          commandInput: { name: namer.take(`${command}Input`), module },
          commandOutput: { name: namer.take(`${command}Output`), module },
        },
      ];
    }),
  );
}

/** Names all that is derived from operations. */
export function planOperations(
  service: ServiceIr,
  commands: ReadonlyMap<ShapeId, CommandSymbols>,
  files: ReadonlyMap<ShapeId, OperationFiles>,
  namer: Namer,
): ReadonlyMap<ShapeId, OperationSymbols> {
  const methods = createNamer(CLIENT_MEMBERS);
  const derivedFiles = { pagination: createFileNamer(), waiters: createFileNamer(), jobs: createFileNamer() };
  return new Map(
    service.operations.flatMap((operation) => {
      const own = commands.get(operation.id);
      const module = files.get(operation.id)?.command;
      if (own === undefined || module === undefined) return [];
      const name = capitalized(operation.name);
      const symbols: OperationSymbols = {
        ...own,
        failure: { name: namer.take(`${name}Error`), module },
        descriptor: { name: namer.take(`${name}Operation`), module },
        method: methods.take(uncapitalized(operation.name)),
        ...planPaginator(operation, namer, derivedFiles.pagination),
        ...planJob(operation, namer, derivedFiles.jobs),
        waiters: operation.waiters.map((waiter) => planWaiter(waiter.name, namer, derivedFiles.waiters)),
      };
      return [[operation.id, symbols] as const];
    }),
  );
}

function planPaginator(
  operation: OperationIr,
  namer: Namer,
  files: Namer,
): Pick<OperationSymbols, "paginator"> | undefined {
  if (operation.pagination === undefined) return undefined;
  const name = capitalized(operation.name);
  const module = file(`pagination/${files.take(`${name}Paginator`)}`);
  return {
    paginator: {
      paginate: { name: namer.take(`paginate${name}`), module },
      configuration: { name: namer.take(`${name}PaginationConfiguration`), module },
    },
  };
}

function planJob(
  { job }: OperationIr,
  namer: Namer,
  files: Namer,
): Pick<OperationSymbols, "job"> | undefined {
  if (job === undefined) return undefined;
  const module = file(`jobs/${files.take(`${job.name}Poller`)}`);
  return {
    job: {
      poller: { name: namer.take(`${job.name}Poller`), module },
      descriptor: { name: namer.take(`${job.name}Descriptor`), module },
      starter: { name: namer.take(`${job.name}Starter`), module },
      conflict: { name: namer.take(`${job.name}Conflict`), module },
      isConflict: { name: namer.take(`is${job.name}Conflict`), module },
      failure: { name: namer.take(`${job.name}Error`), module },
    },
  };
}

function planWaiter(waiter: string, namer: Namer, files: Namer): WaiterSymbols {
  const name = capitalized(waiter);
  const module = file(`waiters/${files.take(`waitFor${name}`)}`);
  return {
    waitUntil: { name: namer.take(`waitUntil${name}`), module },
    waitFor: { name: namer.take(`waitFor${name}`), module },
    descriptor: { name: namer.take(`${name}Waiter`), module },
  };
}
