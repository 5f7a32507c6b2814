// Copied by tinsmith from model/extensions/local/jobs/page-token.ts. Do not edit: change that file and run `npm run generate`.
import { badRequest } from "../errors.js";

/** Where a list of jobs goes on, as callers hold it: nothing in it for them to read. */
export const encodePageToken = (sequence: number): string => btoa(`before:${sequence}`);

/** @throws HostError BadRequestException if the token is none of ours */
export const decodePageToken = (token: string): number => {
  const sequence = /^before:(\d+)$/.exec(decode(token))?.[1];
  if (sequence === undefined) throw badRequest("NextToken is not valid");
  return Number(sequence);
};

const decode = (token: string): string => {
  try {
    return atob(token);
  } catch {
    return "";
  }
};
