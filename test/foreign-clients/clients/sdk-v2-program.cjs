// Makes the calls that it is sent with version 2 of AWS's SDK, which is installed where NODE_PATH says.
const { AmplifyBackend } = require("aws-sdk");

const [, , connection] = process.argv;
const client = new AmplifyBackend(JSON.parse(connection));

const methodOf = (operation) => operation[0].toLowerCase() + operation.slice(1);

const listJobs = (input, pageSize) =>
  new Promise((resolve, reject) => {
    const jobs = [];
    client.listBackendJobs({ ...input, MaxResults: pageSize }).eachPage((error, page) => {
      if (error !== null) reject(error);
      else if (page === null) resolve({ Jobs: jobs });
      else jobs.push(...page.Jobs);
      return true;
    });
  });

const failureOf = ({ code, message, statusCode, ResourceType, LimitType }) => ({
  failure: { code, message, status: statusCode, members: { ResourceType, LimitType } },
});

process.on("message", ({ operation, input, pageSize }) => {
  const answer =
    pageSize === undefined ? client[methodOf(operation)](input).promise() : listJobs(input, pageSize);
  answer.then(
    (output) => process.send({ output }),
    (error) => process.send(failureOf(error)),
  );
});
