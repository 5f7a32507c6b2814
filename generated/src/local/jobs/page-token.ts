// Copied by tinsmith from model/extensions/local/jobs/page-token.ts. Do not edit: change that file and run `npm run generate`.
import { badRequest } from "../errors.js";

/** The list that a token belongs to. */
export interface PagedList {
  readonly AppId: string;
  readonly BackendEnvironmentName: string;
}

/**
 * Where a list of jobs goes on, as callers hold it: nothing in it for them to read.
 *
 * @param sequence - of the last job that they have
 */
export const encodePageToken = (list: PagedList, sequence: number): string =>
  btoa(`${nameOf(list)}:${sequence}`);

/** @throws HostError BadRequestException if the token is none of ours, or of another list */
export const decodePageToken = (list: PagedList, token: string): number => {
  const [name, sequence = ""] = decode(token).split(":");
  if (name !== nameOf(list) || !/^\d+$/.test(sequence)) throw badRequest("NextToken is not valid");
  return Number(sequence);
};

/** In letters that base64 can take, and without a colon. */
const nameOf = ({ AppId, BackendEnvironmentName }: PagedList): string =>
  [AppId, BackendEnvironmentName].map(encodeURIComponent).join("/");

const decode = (token: string): string => {
  try {
    return atob(token);
  } catch {
    return "";
  }
};
