// Runs programs one after the other, by their function `main`, and prints what each of them printed, as JSON.
// argv[2] is JSON: a list of { url, endpoint }, the program and the service that it is to call.
import { format } from "node:util";

const print = console.log;
const outcomes = [];
for (const { url, endpoint } of JSON.parse(process.argv[2])) {
  process.env.AWS_ENDPOINT_URL_AMPLIFYBACKEND = endpoint;
  const printed = [];
  console.log = (...values) => printed.push(format(...values));
  try {
    const program = await import(url);
    await program.main();
  } catch (error) {
    printed.push(`threw ${error.stack}`);
  }
  outcomes.push(printed);
}
print(JSON.stringify(outcomes));
