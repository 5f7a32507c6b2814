// Tells the world that it is given, and prints the checks.
import "./watch-code.mjs";
import { tell } from "./story.mjs";

console.log(JSON.stringify(await tell(JSON.parse(process.argv[2]))));
