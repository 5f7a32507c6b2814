import type { BoundMembers } from "../descriptors/bound-members.js";
import { isPassedOn, readBound } from "./read-bound.js";
import { serializeHeaders } from "./serialize-headers.js";
import { serializePayload } from "./serialize-payload.js";
import { serializeQuery } from "./serialize-query.js";
import { splitHeaders } from "./split-headers.js";

/** What restJson1 does with members that travel outside of the JSON body and the path. */
export const boundMembers: BoundMembers = {
  isPassedOn,
  read: readBound,
  splitHeaders,
  writeHeaders: serializeHeaders,
  writePayload: serializePayload,
  writeQuery: serializeQuery,
};
