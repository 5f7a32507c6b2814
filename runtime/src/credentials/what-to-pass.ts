/** What to do where there are no credentials. */
export const WHAT_TO_PASS =
  "Pass `credentials` to the client: static keys, or a provider function such as those of @aws-sdk/credential-providers.";
