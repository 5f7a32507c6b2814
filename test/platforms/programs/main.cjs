// As main.mjs, in CommonJS.
require("./watch-code.cjs");
const { tell } = require("./story.cjs");

tell(JSON.parse(process.argv[2])).then((checks) => console.log(JSON.stringify(checks)));
