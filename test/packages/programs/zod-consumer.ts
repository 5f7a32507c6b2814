import type { CloneBackendRequest } from "@tinsmith/amplifybackend";
import { CloneBackendRequestSchema } from "@tinsmith/amplifybackend/zod";
import * as z from "zod/mini";

const schema = z.object({ requests: z.array(CloneBackendRequestSchema) });

/** The type of what is parsed is the one that commands take. */
export const parse = (value: unknown): CloneBackendRequest[] => schema.parse(value).requests;

// @ts-expect-error what is parsed is not of any type
export const misread = (value: unknown): number => schema.parse(value).requests;
