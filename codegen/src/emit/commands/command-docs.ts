import type { OperationIr } from "../../ir/operation-ir.js";
import type { ErrorIr } from "../../ir/service-ir.js";
import type { PackagePlan } from "../../plan/package-plan.js";
import { escapeTsdoc } from "../documentation/escape.js";
import { firstSentence } from "../documentation/sentence.js";
import { described, describedTags, type Section, sentence, tag } from "../documentation/tsdoc.js";
import { callExamples } from "../samples/call-example.js";
import { errorSymbols, operationSymbols } from "../symbol-of.js";

/** What is said about a command: the model's words, what repeating it does, an example, errors and where to look. */
export function commandSections(plan: PackagePlan, operation: OperationIr): readonly Section[] {
  const { commandInput, commandOutput } = operationSymbols(plan, operation.id);
  return [
    ...operationSummary(operation),
    ...callExamples(plan, operation),
    ...throwsTags(plan, operation),
    ...describedTags(operation.documentation).filter((section) => !isDeprecation(section)),
    tag("see", `{@link ${commandInput.name}} for what it takes`),
    tag("see", `{@link ${commandOutput.name}} for what it gives`),
    ...describedTags(operation.documentation).filter(isDeprecation),
  ];
}

/** @returns the model's words, the route, and what is known about repeating */
function operationSummary(operation: OperationIr): readonly Section[] {
  const { method, uri } = operation.http;
  const sentences = [`\`${method} ${uri}\`.`, repeating(operation), followed(operation)];
  return [
    ...described(operation.documentation),
    sentence(sentences.filter((words) => words !== undefined).join(" ")),
  ];
}

function repeating({ readonly: reads, idempotent }: OperationIr): string {
  if (reads) return "Changes nothing, so it is repeated where an attempt fails.";
  if (idempotent) return "Doing it twice is doing it once, so it is repeated where an attempt fails.";
  return "Not safe to repeat: it is sent again only where the service cannot have carried it out.";
}

const followed = ({ followedBy }: OperationIr): string | undefined =>
  followedBy === undefined ? undefined : `Starts a job: follow it with ${followedBy}.`;

function throwsTags(plan: PackagePlan, operation: OperationIr): readonly Section[] {
  const errors = new Map(plan.service.errors.map((error) => [error.id, error]));
  return [
    ...operation.errors.flatMap((id) => {
      const error = errors.get(id);
      return error === undefined ? [] : [throwsTag(plan, error)];
    }),
    tag("throws", `{@link ${plan.root.exception.name}} – base of all errors that the service answers with.`),
  ];
}

function throwsTag(plan: PackagePlan, error: ErrorIr): Section {
  const words = firstSentence(plan.service.shapes.get(error.id)?.documentation.text ?? "");
  const { name } = errorSymbols(plan, error.id).type;
  return tag("throws", `{@link ${name}}${words === "" ? "" : ` – ${escapeTsdoc(words)}`}`);
}

const isDeprecation = (section: Section): boolean => section.kind === "tag" && section.tag === "deprecated";
