/** A request handler on `ky`: an entry of its own, so that nobody else has ky's code. */
export { KyHttpHandler } from "./ky-http-handler.js";
