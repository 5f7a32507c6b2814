// Runs example programs one after the other and prints what came of each, as JSON.
// argv[2] is JSON: a list of { url, endpoint }, the compiled program and the service that it is to call.
const outcomes = [];
for (const { url, endpoint } of JSON.parse(process.argv[2])) {
  process.env.AWS_ENDPOINT_URL_AMPLIFYBACKEND = endpoint;
  outcomes.push(
    await import(url).then(
      ({ result }) => ({ result }),
      ({ name, message }) => ({ error: `${name}: ${message}` }),
    ),
  );
}
console.log(JSON.stringify(outcomes));
