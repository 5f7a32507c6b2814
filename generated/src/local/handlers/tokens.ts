// Copied by tinsmith from model/extensions/local/handlers/tokens.ts. Do not edit: change that file and run `npm run generate`.
import type { OperationHandler, Validated } from "@tinsmith/runtime/host";
import type { CreateTokenRequest, CreateTokenResponse } from "../../commands/CreateTokenCommand.js";
import type { DeleteTokenRequest, DeleteTokenResponse } from "../../commands/DeleteTokenCommand.js";
import type { GetTokenRequest, GetTokenResponse } from "../../commands/GetTokenCommand.js";
import { notFound } from "../errors.js";
import type { AppState, TokenState } from "../state/app.js";
import { findApp } from "../state/state.js";
import type { LocalWorld } from "../world.js";

/** Handlers of one-time codes. */
export interface TokenHandlers {
  readonly CreateToken: OperationHandler<CreateTokenRequest, CreateTokenResponse>;
  readonly GetToken: OperationHandler<GetTokenRequest, GetTokenResponse>;
  readonly DeleteToken: OperationHandler<DeleteTokenRequest, DeleteTokenResponse>;
}

/** Makes the handlers of one-time codes. */
export const createTokenHandlers = (world: LocalWorld): TokenHandlers => ({
  CreateToken: (input) => createToken(world, input),
  GetToken: (input) => getToken(world, input),
  DeleteToken: (input) => deleteToken(world, input),
});

const createToken = (world: LocalWorld, { AppId }: Validated<CreateTokenRequest>): CreateTokenResponse => {
  const { state, ids, clock, tokenLifetime } = world;
  const app = findApp(state, AppId);
  dropExpired(app, clock.now());
  const token = {
    sessionId: ids.next("session"),
    challengeCode: ids.next("challenge"),
    expiresAt: clock.now() + tokenLifetime,
  };
  app.tokens.set(token.sessionId, token);
  return describeToken(AppId, token);
};

/** A token whose time is over is as gone as one that was deleted. */
const getToken = (
  { state, clock }: LocalWorld,
  { AppId, SessionId }: Validated<GetTokenRequest>,
): GetTokenResponse => {
  const app = findApp(state, AppId);
  dropExpired(app, clock.now());
  const token = app.tokens.get(SessionId);
  if (token === undefined) throw notFound("Token", `App ${AppId} has no token for this session`);
  return describeToken(AppId, token);
};

const deleteToken = (
  { state, clock }: LocalWorld,
  { AppId, SessionId }: Validated<DeleteTokenRequest>,
): DeleteTokenResponse => {
  const app = findApp(state, AppId);
  dropExpired(app, clock.now());
  return { IsSuccess: app.tokens.delete(SessionId) };
};

const dropExpired = ({ tokens }: AppState, now: number): void => {
  for (const { sessionId, expiresAt } of tokens.values()) {
    if (expiresAt <= now) tokens.delete(sessionId);
  }
};

/** AWS does not say what kind of string `Ttl` is; here it is in seconds since the epoch, as its databases count. */
const describeToken = (appId: string, { sessionId, challengeCode, expiresAt }: TokenState) => ({
  AppId: appId,
  SessionId: sessionId,
  ChallengeCode: challengeCode,
  Ttl: String(Math.floor(expiresAt / 1000)),
});
