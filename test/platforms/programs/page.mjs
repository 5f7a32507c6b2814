// A page that tells the world of its server.
import { report } from "./watch-policy.mjs";
import "./watch-code.mjs";
import { tell } from "./story.mjs";

const world = await (await fetch("/world")).json();
await report(await tell(world).catch((error) => [{ title: "the story", failure: String(error) }]));
