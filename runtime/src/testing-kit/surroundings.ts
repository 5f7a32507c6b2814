/** Keys that open nothing. */
export const TEST_CREDENTIALS = { accessKeyId: "TESTACCESSKEY", secretAccessKey: "test-secret-access-key" };

/** Where a client is that nobody told. */
export const TEST_REGION = "us-east-1";

/** Variables of a machine on which nothing is set up, and where nobody asks for instance metadata. */
export const TEST_VARIABLES = {
  AWS_CONFIG_FILE: "/does/not/exist",
  AWS_SHARED_CREDENTIALS_FILE: "/does/not/exist",
  AWS_EC2_METADATA_DISABLED: "true",
};
