import { describe, expect, test } from "@jest/globals";
import { AmplifyBackendOperations } from "@tinsmith/amplifybackend/operations";
import type { MemberDescriptor, OperationDescriptor, StructureDescriptor } from "@tinsmith/runtime";
import { sendSigned } from "./support/send-signed.js";
import { createWorldWithBackend } from "./support/world.js";

const CANARY = "canary-that-must-not-sing";

/** How a secret may come: as it should, or as a careless caller may write it. */
const DISGUISES: readonly (readonly [string, (secret: unknown) => unknown])[] = [
  ["as it should be", (secret) => secret],
  ["in a list", (secret) => [secret]],
  ["in an object", (secret) => ({ [CANARY]: secret })],
  ["as text", () => CANARY],
];

/** A JSON body, or a part of one, with a secret somewhere in it. */
interface Spoilt {
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
}

const structureOf = ({ target }: MemberDescriptor): StructureDescriptor | undefined => {
  const shape = typeof target === "function" ? target() : target;
  return typeof shape !== "string" && shape.kind === "structure" ? shape : undefined;
};

/** JSON of a shape whose every text is the canary. */
const secretOf = (member: MemberDescriptor): unknown => {
  const members = Object.entries(structureOf(member)?.members ?? {});
  const values = members.map(([name, inner]) => [inner.jsonName ?? name, secretOf(inner)] as const);
  return members.length === 0 ? CANARY : Object.fromEntries(values);
};

/** One for each place in a structure where a secret can be. */
const spoil = (structure: StructureDescriptor, disguise: (secret: unknown) => unknown): Spoilt[] =>
  Object.entries(structure.members).flatMap(([name, member]) => {
    if (member.location !== undefined) return [];
    const key = member.jsonName ?? name;
    const inner = structureOf(member);
    if (member.sensitive === true || inner?.sensitive === true) {
      return { path: name, body: { [key]: disguise(secretOf(member)) } };
    }
    const below = inner === undefined ? [] : spoil(inner, disguise);
    return below.map(({ path, body }) => ({ path: `${name}.${path}`, body: { [key]: body } }));
  });

/** An operation's path, with the canary in every secret label. */
const pathOf = ({ http, input }: OperationDescriptor): string =>
  http.uri.replace(/\{(\w+)\}/gu, (_, name: string) => (input.members[name]?.sensitive ? CANARY : "x"));

const bodies = AmplifyBackendOperations.flatMap((operation) =>
  DISGUISES.flatMap(([how, disguise]) =>
    spoil(operation.input, disguise).map(
      ({ path, body }) => [operation.name, path, how, operation, body] as const,
    ),
  ),
);
const paths = AmplifyBackendOperations.filter((operation) => pathOf(operation).includes(CANARY)).map(
  (operation) => [operation.name, "its path", "as it should be", operation, undefined] as const,
);

describe("a secret in an input", () => {
  test("can be in those of four operations", () => {
    expect([...new Set([...bodies, ...paths].map(([name]) => name))].sort()).toEqual([
      "CreateBackendAuth",
      "DeleteToken",
      "GetToken",
      "UpdateBackendAuth",
    ]);
  });

  test.each([...bodies, ...paths])(
    "of %s, at %s, %s, is neither in the journal nor in the answer",
    async (name, _path, _how, operation, body) => {
      const { local } = await createWorldWithBackend();
      const answer = await sendSigned(local, operation.http.method, pathOf(operation), body);
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.text).not.toContain(CANARY);
      expect(local.journal.of(name)).toMatchObject([{ status: answer.status, input: expect.anything() }]);
      expect(JSON.stringify(local.journal.entries)).not.toContain(CANARY);
    },
  );
});

test("what no operation takes is not in the journal's inputs at all", async () => {
  const { local } = await createWorldWithBackend();
  await sendSigned(local, "POST", "/backend/x/details", { [CANARY]: CANARY, ["__proto__"]: CANARY });
  expect(JSON.stringify(local.journal.entries)).not.toContain(CANARY);
});
