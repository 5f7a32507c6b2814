// Leads AWS SDK v2, which reads no endpoint from the environment, to the local service.
const { AmplifyBackend, config } = require("aws-sdk");

config[AmplifyBackend.serviceIdentifier] = { endpoint: process.env.AWS_ENDPOINT_URL_AMPLIFYBACKEND };
