// Answers a request whose body is a world with the checks.
import "./watch-code.mjs";
import { tell } from "./story.mjs";

export default { fetch: async (request) => Response.json(await tell(await request.json())) };
