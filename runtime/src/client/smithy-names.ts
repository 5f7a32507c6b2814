import type { ClientConfig } from "../config/client-config.js";
import { Client } from "./client.js";
import { Command } from "./command.js";
import type { MetadataBearer } from "./metadata.js";

// What AWS's packages export under these names, with the type parameters that it has there.

/** A command of whatever operation. */
export const $Command = Command;
/** A command of whatever operation; what stands behind its input and output says nothing here. */
export type $Command<
  Input extends object,
  Output extends MetadataBearer,
  _ResolvedConfig = unknown,
  _ClientInput = unknown,
  _ClientOutput = unknown,
> = Command<Input, Output, Error>;

/** A client of whatever service. */
export const __Client = Client;
/** A client of whatever service; its type parameters say nothing here. */
export type __Client<
  _HandlerOptions = unknown,
  _ClientInput = unknown,
  _ClientOutput = unknown,
  _ResolvedConfig = unknown,
> = Client;

/** A result that knows about its call. */
export type __MetadataBearer = MetadataBearer;

/** How a client is set up. */
export interface ClientDefaults extends ClientConfig {}

/** What decides where requests go. */
export type ClientInputEndpointParameters = Pick<
  ClientConfig,
  "endpoint" | "region" | "useDualstackEndpoint" | "useFipsEndpoint"
>;
