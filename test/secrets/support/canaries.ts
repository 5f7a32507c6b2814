import type { MemberDescriptor, ShapeDescriptor, StructureDescriptor } from "@tinsmith/runtime";

/** Texts that stand nowhere but where they were planted. */
export class Canaries {
  /** Where each was planted. */
  readonly planted = new Map<string, string>();

  /** A new one. */
  plant(where: string): string {
    const canary = `canary${String(this.planted.size).padStart(5, "0")}x`;
    this.planted.set(canary, where);
    return canary;
  }
}

/** A value for a shape: canaries in texts that are sensitive, something harmless elsewhere. */
function valueFor(shape: ShapeDescriptor, where: string, canaries: Canaries, secret = false): unknown {
  if (typeof shape === "string") return simpleValue(shape, where, canaries, secret);
  switch (shape.kind) {
    case "structure":
    case "union":
      return membersFor(shape, where, canaries, secret || shape.sensitive === true);
    case "list":
      return [0, 1].map((index) => memberValue(shape.member, `${where}[${index}]`, canaries, secret));
    case "map":
      return {
        [String(memberValue(shape.key, `${where} key`, canaries, secret))]: memberValue(
          shape.value,
          `${where} value`,
          canaries,
          secret,
        ),
      };
    default:
      return Object.values(shape.values)[0];
  }
}

/** A value for a structure, see {@link valueFor}. */
export function membersFor(
  { members, kind }: Pick<StructureDescriptor, "members"> & { kind: string },
  where: string,
  canaries: Canaries,
  secret = false,
): Record<string, unknown> {
  const entries = Object.entries(members).map(
    ([name, member]) => [name, memberValue(member, `${where}.${name}`, canaries, secret)] as const,
  );
  return Object.fromEntries(kind === "union" ? entries.slice(0, 1) : entries);
}

function memberValue(member: MemberDescriptor, where: string, canaries: Canaries, secret: boolean): unknown {
  const { target, sensitive, range } = member;
  if (range !== undefined) return range.min;
  return valueFor(
    typeof target === "function" ? target() : target,
    where,
    canaries,
    secret || sensitive === true,
  );
}

function simpleValue(shape: string, where: string, canaries: Canaries, secret: boolean): unknown {
  if (shape === "string") return secret ? canaries.plant(where) : "visible";
  if (shape === "boolean") return true;
  return 8;
}

/** JSON of a value under the names that it has on the wire. */
export function wireForm(shape: ShapeDescriptor, value: unknown): unknown {
  if (typeof shape === "string" || typeof value !== "object" || value === null) return value;
  if (shape.kind === "list")
    return (value as unknown[]).map((item) => wireForm(targetOf(shape.member), item));
  if (shape.kind !== "structure") return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => {
      const member = shape.members[name];
      return member === undefined
        ? [name, item]
        : [member.jsonName ?? name, wireForm(targetOf(member), item)];
    }),
  );
}

const targetOf = ({ target }: MemberDescriptor): ShapeDescriptor =>
  typeof target === "function" ? target() : target;
