// Uses both entries that have commands, together.
import * as validated from "@tinsmith/amplifybackend";
import { createLocalAmplifyBackend } from "@tinsmith/amplifybackend/local";
import * as unvalidated from "@tinsmith/amplifybackend/unvalidated";

const client = new validated.AmplifyBackendClient(createLocalAmplifyBackend().clientConfig());
const errorOf = (command) => client.send(command).catch((error) => error);

const missing = await errorOf(new unvalidated.GetBackendCommand({ AppId: "d0000missing" }));
const unsafe = await errorOf(new unvalidated.GetBackendCommand({ AppId: ".." }));
const unchecked = await errorOf(new unvalidated.CreateBackendCommand({ AppId: "d2fxkq1example" }));
const checked = await errorOf(new validated.CreateBackendCommand({ AppId: "d2fxkq1example" }));
// Pollers, and so their errors, are in the main entry alone.
const isClass = ([name]) => /^(?!Job).*(Exception|Error|Failure|Expired|Client)$/.test(name);
const classes = Object.entries(validated).filter(isClass);
const others = new Map(Object.entries(unvalidated));

console.log(
  JSON.stringify({
    missing:
      missing instanceof validated.NotFoundException && missing instanceof unvalidated.NotFoundException,
    unsafe: unsafe instanceof unvalidated.InputValidationError,
    unchecked: unchecked.name,
    checked: checked instanceof unvalidated.InputValidationError,
    areClassesFound: classes.length > 20,
    apart: classes.filter(([name, type]) => others.get(name) !== type).map(([name]) => name),
  }),
);
