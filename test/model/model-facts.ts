import { findShape, membersOf, shapeName } from "../../codegen/src/model/lookup.js";
import type {
  AggregateShape,
  Member,
  Model,
  OperationShape,
  ServiceShape,
  Shape,
  ShapeId,
} from "../../codegen/src/model/model.js";
import { serviceOperations } from "../../codegen/src/model/service-operations.js";
import type { Fact, Facts } from "./facts.js";

/** The wire facts of the one service in a model: of its operations, and of all that they take, give and throw. */
export const modelFacts = (model: Model): Facts => {
  const service = serviceOf(model);
  const operations = serviceOperations(model, service);
  const roots = operations.flatMap((operation) => [
    operation.input.target,
    operation.output.target,
    ...errorsOf(service, operation),
  ]);
  return new Map([
    ...serviceFacts(service),
    ...operations.flatMap((operation) => operationFacts(model, service, operation)),
    ...reachable(model, roots).flatMap((shape) => shapeFacts(model, shape)),
  ]);
};

/** The one service of a model. */
export const serviceOf = (model: Model): ServiceShape => {
  const services = [...model.shapes.values()].filter((shape) => shape.type === "service");
  const [service] = services;
  if (service === undefined || services.length > 1) throw new Error(`${services.length} services, not one`);
  return service;
};

const PROTOCOLS = "aws.protocols#";

const serviceFacts = ({ version, traits }: ServiceShape): readonly Fact[] => [
  ["service version", version],
  ["service protocols", [...traits.keys()].filter((id) => id.startsWith(PROTOCOLS)).join(", ")],
  ...details("service", traits.get("aws.api#service")),
  ...details("service signing", traits.get("aws.auth#sigv4")),
];

/** A fact for each entry of a trait's value. */
const details = (subject: string, value: unknown): readonly Fact[] =>
  typeof value === "object" && value !== null
    ? Object.entries(value).map(([name, detail]): Fact => [`${subject} ${name}`, String(detail)])
    : [];

const operationFacts = (model: Model, service: ServiceShape, operation: OperationShape): readonly Fact[] => {
  const name = shapeName(operation.id);
  return [
    ...details(`operation ${name}`, operation.traits.get("smithy.api#http")),
    [`operation ${name} input`, shapeName(operation.input.target)],
    [`operation ${name} output`, shapeName(operation.output.target)],
    ...errorsOf(service, operation).map(
      (id): Fact => [`operation ${name} throws ${shapeName(id)}`, errorText(model, id)],
    ),
  ];
};

const errorsOf = (service: ServiceShape, operation: OperationShape): readonly ShapeId[] =>
  [...service.errors, ...operation.errors].map(({ target }) => target);

const errorText = (model: Model, id: ShapeId): string => {
  const { traits } = shapeOf(model, id);
  return `${traits.get("smithy.api#httpError")} ${traits.get("smithy.api#error")}`;
};

const shapeFacts = (model: Model, shape: Shape): readonly Fact[] => {
  if (shape.type !== "structure" && shape.type !== "union") return [];
  const name = shapeName(shape.id);
  const facts: Fact[] = [[`${shape.type} ${name}`, "exists"]];
  if (shape.traits.has("smithy.api#sensitive")) facts.push([`${name} is sensitive`, "yes"]);
  if (shape.traits.has("smithy.api#error")) facts.push([`${name} is an error`, errorText(model, shape.id)]);
  return [...facts, ...[...shape.members.values()].flatMap((member) => memberFacts(model, shape, member))];
};

const memberFacts = (model: Model, owner: AggregateShape, member: Member): readonly Fact[] => {
  const subject = `${shapeName(owner.id)}.${member.name}`;
  const target = simpleTargetOf(model, member.target);
  const required = member.traits.has("smithy.api#required");
  // What is sensitive about a structure is said once, of the structure.
  const sensitive = target.traits.has("smithy.api#sensitive") && membersOf(target).length === 0;
  return [
    [`${subject} type`, typeText(model, member.target)],
    [`${subject} travels`, placeText(member)],
    ...(required ? [[`${subject} is required`, "yes"] as const] : []),
    ...constraints(member, target).map(([name, value]): Fact => [`${subject} must have ${name}`, value]),
    ...(sensitive ? [[`${subject} is sensitive`, "yes"] as const] : []),
  ];
};

const CONSTRAINTS = ["range", "length", "pattern", "uniqueItems", "default"];

/** What narrows a member's values: said of the member itself, or of what it is made of. */
const constraints = (member: Member, target: Shape): readonly Fact[] =>
  CONSTRAINTS.flatMap((name): Fact[] => {
    const value = member.traits.get(`smithy.api#${name}`) ?? target.traits.get(`smithy.api#${name}`);
    return value === undefined ? [] : [[name, JSON.stringify(value)]];
  });

/** Traits that take a member out of the body, or change how it is written. */
const BINDINGS = [
  "httpHeader",
  "httpPrefixHeaders",
  "httpQuery",
  "httpQueryParams",
  "httpPayload",
  "httpResponseCode",
  "hostLabel",
  "timestampFormat",
  "streaming",
  "idempotencyToken",
];

const placeText = ({ name, traits }: Member): string => {
  const bindings = BINDINGS.filter((binding) => traits.has(`smithy.api#${binding}`));
  if (bindings.length > 0) return bindings.join(", ");
  if (traits.has("smithy.api#httpLabel")) return "in the path";
  return `in the body as ${traits.get("smithy.api#jsonName") ?? name}`;
};

/** A type by what it consists of; structures and enums by name. */
const typeText = (model: Model, id: ShapeId): string => {
  const shape = shapeOf(model, id);
  switch (shape.type) {
    case "list":
      return `list of ${typeText(model, shape.member.target)}`;
    case "map":
      return `map of ${typeText(model, shape.value.target)}`;
    case "enum":
    case "intEnum":
      return `enum ${shapeName(id)}: ${enumValues(membersOf(shape))}`;
    case "structure":
    case "union":
      return `${shape.type} ${shapeName(id)}`;
    default:
      return shape.type;
  }
};

const enumValues = (members: readonly Member[]): string =>
  members
    .map(({ traits }) => String(traits.get("smithy.api#enumValue")))
    .sort()
    .join(", ");

/** What a member is made of at last, through lists and maps. */
const simpleTargetOf = (model: Model, id: ShapeId): Shape => {
  const shape = shapeOf(model, id);
  if (shape.type === "list") return simpleTargetOf(model, shape.member.target);
  return shape.type === "map" ? simpleTargetOf(model, shape.value.target) : shape;
};

const shapeOf = (model: Model, id: ShapeId): Shape => {
  const shape = findShape(model, id);
  if (shape === undefined) throw new Error(`no shape ${id}`);
  return shape;
};

/** Shapes, and all that they refer to; each once. */
export const reachable = (model: Model, roots: readonly ShapeId[]): readonly Shape[] => {
  const found = new Map<ShapeId, Shape>();
  const visit = (id: ShapeId): void => {
    if (found.has(id)) return;
    const shape = shapeOf(model, id);
    found.set(id, shape);
    if (shape.type !== "enum" && shape.type !== "intEnum")
      for (const { target } of membersOf(shape)) visit(target);
  };
  roots.forEach(visit);
  return [...found.values()];
};
