import { z } from "zod";
import type { Shape } from "../../model/model.js";
import { compilePattern } from "../../model/pattern.js";
import type { Place } from "./places.js";

/** What a trait's value must be, where it may stand. */
export interface TraitDefinition {
  readonly value: z.ZodType;
  /** Left out where it may stand anywhere. */
  readonly on?: readonly Place[];
  /** Types that a member must target to carry it. Left out where any may be targeted. */
  readonly targets?: readonly Shape["type"][];
}

/** A trait that says all by being there. */
export const annotation = z.strictObject({});

/** A text with at least one character. */
export const text = z.string().min(1, "expected a text, found none");

/** Several such texts. */
export const texts = z.array(text);

/** A value that nobody here reads. */
export const anything = z.unknown();

/** @see https://smithy.io/2.0/spec/http-bindings.html#http-trait */
export const http = z.strictObject({
  method: z.string().regex(/^[A-Z]+$/u, "expected a method in capitals, such as POST"),
  uri: text,
  code: z
    .int("expected a whole number")
    .min(100, "expected a status of three digits")
    .max(999, "expected a status of three digits")
    .optional(),
});

/** @see https://smithy.io/2.0/spec/http-bindings.html#httperror-trait */
export const httpError = z
  .int("expected a whole number")
  .min(400, "expected the status of an error: 400 to 599")
  .max(599, "expected the status of an error: 400 to 599");

/** The name of a header. */
export const headerName = z
  .string()
  .regex(/^[A-Za-z0-9!#$%&'*+\-.^_`|~]+$/u, "expected the name of a header");

const bounds = (bound: z.ZodType<number>) =>
  z
    .strictObject({ min: bound.optional(), max: bound.optional() })
    .refine(({ min, max }) => min !== undefined || max !== undefined, 'expected "min" or "max"')
    .refine(({ min, max }) => min === undefined || max === undefined || min <= max, "min is above max");

/** @see https://smithy.io/2.0/spec/constraint-traits.html#range-trait */
export const range = bounds(z.number());

/** @see https://smithy.io/2.0/spec/constraint-traits.html#length-trait */
export const length = bounds(z.int("expected a whole number").min(0, "expected a number from 0"));

/** @see https://smithy.io/2.0/spec/behavior-traits.html#paginated-trait */
export const paginated = z.strictObject({
  inputToken: text.optional(),
  outputToken: text.optional(),
  items: text.optional(),
  pageSize: text.optional(),
});

/** @see https://smithy.io/2.0/spec/documentation-traits.html#examples-trait */
export const examples = z.array(
  z
    .strictObject({
      title: text,
      documentation: z.string().optional(),
      input: z.record(z.string(), z.unknown()).optional(),
      output: z.record(z.string(), z.unknown()).optional(),
      error: z
        .strictObject({ shapeId: text, content: z.record(z.string(), z.unknown()).optional() })
        .optional(),
      allowConstraintErrors: z.boolean().optional(),
    })
    .refine(
      ({ output, error }) => output === undefined || error === undefined,
      "expected output or error, found both",
    ),
);

/** Smithy 1.0's enum, on a string. */
export const legacyEnum = z
  .array(
    z.strictObject({
      value: text,
      name: text.optional(),
      documentation: z.string().optional(),
      tags: texts.optional(),
      deprecated: z.boolean().optional(),
    }),
  )
  .min(1, "expected at least one value")
  .refine(
    (definitions) => allDiffer(definitions.map(({ value }) => value)),
    "expected values that all differ",
  )
  .refine(
    (definitions) => allDiffer(definitions.flatMap(({ name }) => name ?? [])),
    "expected names that all differ",
  );

const allDiffer = (names: readonly string[]): boolean => new Set(names).size === names.length;

const outputMatcher = z
  .strictObject({
    path: text,
    expected: z.string(),
    comparator: z.enum(["stringEquals", "booleanEquals", "allStringEquals", "anyStringEquals"]),
  })
  .refine(
    ({ comparator, expected }) => comparator !== "booleanEquals" || /^(?:true|false)$/u.test(expected),
    { path: ["expected"], error: 'expected "true" or "false"' },
  );

const matcher = z
  .strictObject({
    output: outputMatcher.optional(),
    inputOutput: outputMatcher.optional(),
    success: z.boolean().optional(),
    errorType: text.optional(),
  })
  .refine((value) => Object.values(value).filter((each) => each !== undefined).length === 1, {
    error: "expected one of output, inputOutput, success, errorType",
  });

const states = z.array(text).min(1, "expected at least one state");

/** What jobs look like that an operation tells of. */
export const job = z
  .strictObject({
    name: z.string().regex(/^[A-Z][A-Za-z0-9]*$/u, "expected a name in PascalCase"),
    id: text,
    status: text,
    operation: text.optional(),
    error: text.optional(),
    completed: states,
    failed: states,
    list: text.optional(),
    conflict: text
      .refine((pattern) => compilePattern(pattern) !== undefined, "expected a regular expression")
      .optional(),
  })
  .refine(({ completed, failed }) => allDiffer([...completed, ...failed]), "expected states that all differ");

const seconds = z.int("expected whole seconds").min(1, "expected at least a second");

/** @see https://smithy.io/2.0/additional-specs/waiters.html */
export const waitable = z.record(
  z.string().regex(/^[A-Z][A-Za-z0-9]*$/u, "expected a waiter's name in PascalCase"),
  z
    .strictObject({
      documentation: z.string().optional(),
      acceptors: z.array(z.strictObject({ state: z.enum(["success", "failure", "retry"]), matcher })),
      minDelay: seconds.optional(),
      maxDelay: seconds.optional(),
      deprecated: z.boolean().optional(),
      tags: texts.optional(),
    })
    .refine(
      ({ acceptors }) => acceptors.some(({ state }) => state === "success"),
      "no acceptor means success",
    )
    .refine(({ minDelay = 2, maxDelay = 120 }) => minDelay <= maxDelay, "minDelay is above maxDelay"),
);
