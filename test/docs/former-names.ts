/** What users of other SDKs may look for. The migration pages have a line for each of these names. */

/** Operations, as both documents name their methods. */
export const OPERATIONS: readonly string[] = [
  ...["cloneBackend", "createBackend", "createBackendAPI", "createBackendAuth", "createBackendConfig"],
  ...["createBackendStorage", "createToken", "deleteBackend", "deleteBackendAPI", "deleteBackendAuth"],
  ...["deleteBackendStorage", "deleteToken", "generateBackendAPIModels", "getBackend", "getBackendAPI"],
  ...["getBackendAPIModels", "getBackendAuth", "getBackendJob", "getBackendStorage", "getToken"],
  ...["importBackendAuth", "importBackendStorage", "listBackendJobs", "listS3Buckets", "removeAllBackends"],
  ...["removeBackendConfig", "updateBackendAPI", "updateBackendAuth", "updateBackendConfig"],
  ...["updateBackendJob", "updateBackendStorage"],
];

/** Options of a client of AWS SDK for JavaScript v2, and those within options. */
export const V2_OPTIONS: readonly string[] = [
  ...["params", "endpoint", "accessKeyId", "secretAccessKey", "sessionToken", "credentials"],
  ...["credentialProvider", "region", "maxRetries", "maxRedirects", "sslEnabled", "paramValidation"],
  ...["min", "max", "pattern", "enum", "computeChecksums", "convertResponseTypes", "correctClockSkew"],
  ...["s3ForcePathStyle", "s3BucketEndpoint", "s3DisableBodySigning", "s3UsEast1RegionalEndpoint"],
  ...["s3UseArnRegion", "retryDelayOptions", "base", "customBackoff", "httpOptions", "proxy", "agent"],
  ...["connectTimeout", "timeout", "xhrAsync", "xhrWithCredentials", "apiVersion", "apiVersions", "logger"],
  ...["systemClockOffset", "signatureVersion", "signatureCache", "dynamoDbCrc32", "useAccelerateEndpoint"],
  ...["clientSideMonitoring", "endpointDiscoveryEnabled", "endpointCacheSize", "hostPrefixEnabled"],
  ...["stsRegionalEndpoints", "useFipsEndpoint", "useDualstackEndpoint"],
];

/** Methods that a client of v2 inherits, and its properties. */
export const V2_MEMBERS: readonly string[] = [
  ...["apiVersions", "endpoint"],
  ...["makeRequest", "makeUnauthenticatedRequest", "waitFor", "setupRequestListeners", "defineService"],
];

/** Events of a request in v2. @see https://docs.aws.amazon.com/AWSJavaScriptSDK/latest/AWS/Request.html */
export const V2_EVENTS: readonly string[] = [
  ...["validate", "build", "afterBuild", "sign", "send", "retry", "extractError", "extractData", "success"],
  ...["error", "complete", "httpHeaders", "httpData", "httpUploadProgress", "httpDownloadProgress"],
  ...["httpError", "httpDone"],
];

/** Options of a client of AWS SDK for PHP. @see https://github.com/aws/aws-sdk-php/blob/master/src/ClientResolver.php */
export const PHP_OPTIONS: readonly string[] = [
  ...["account_id_endpoint_mode", "api_provider", "app_id", "auth_scheme_preference"],
  ...["auth_scheme_resolver", "configuration_mode", "credentials", "csm", "debug"],
  ...["disable_host_prefix_injection", "disable_request_compression", "endpoint", "endpoint_discovery"],
  ...["endpoint_provider", "exception_class", "handler", "http", "http_handler", "idempotency_auto_fill"],
  ...["ignore_configured_endpoint_urls", "profile", "region", "request_min_compression_size_bytes"],
  ...["retries", "scheme", "serializer", "service", "signature_provider", "signature_version"],
  ...["signing_name", "signing_region", "sigv4a_signing_region_set", "stats"],
  ...["suppress_php_deprecation_warning", "token", "ua_append", "use_aws_shared_config_files"],
  ...["use_dual_stack_endpoint", "use_fips_endpoint", "validate", "version"],
];

/** Options within `http`. @see https://docs.aws.amazon.com/sdk-for-php/v3/developer-guide/guide_configuration.html */
export const PHP_HTTP_OPTIONS: readonly string[] = [
  ...["cert", "connect_timeout", "debug", "decode_content", "delay", "expect", "progress", "proxy"],
  ...["read_timeout", "sink", "ssl_key", "stream", "synchronous", "timeout", "verify"],
];

/** Methods of PHP's client beside its operations; the document names the first two. */
export const PHP_METHODS: readonly string[] = [
  ...["getCommand", "getPaginator", "execute", "executeAsync", "getIterator", "waitUntil", "getWaiter"],
  ...["getHandlerList", "getConfig", "getRegion", "getEndpoint", "getCredentials", "getApi"],
];

/** Shapes that PHP's document describes. */
export const PHP_SHAPES: readonly string[] = [
  ...["BackendAPIAppSyncAuthSettings", "BackendAPIAuthType", "BackendAPICodegenReqObj"],
  ...["BackendAPICodegenRespObj", "BackendAPIConflictResolution", "BackendAPIReqObj"],
  ...["BackendAPIResourceConfig", "BackendAPIRespObj", "BackendAuthAppleProviderConfig"],
  ...["BackendAuthRespObj", "BackendAuthSocialProviderConfig", "BackendConfigRespObj", "BackendJobReqObj"],
  ...["BackendJobRespObj", "BackendStoragePermissions", "BackendStorageRespObj", "BadRequestException"],
  ...["CloneBackendReqObj", "CloneBackendRespObj", "CreateBackendAPIReqObj"],
  ...["CreateBackendAuthForgotPasswordConfig", "CreateBackendAuthIdentityPoolConfig"],
  ...["CreateBackendAuthMFAConfig", "CreateBackendAuthOAuthConfig"],
  ...["CreateBackendAuthPasswordPolicyConfig", "CreateBackendAuthReqObj"],
  ...["CreateBackendAuthResourceConfig", "CreateBackendAuthUserPoolConfig"],
  ...["CreateBackendAuthVerificationMessageConfig", "CreateBackendConfigReqObj"],
  ...["CreateBackendConfigRespObj", "CreateBackendReqObj", "CreateBackendRespObj"],
  ...["CreateBackendStorageReqObj", "CreateBackendStorageResourceConfig", "CreateTokenRespObj"],
  ...["DeleteBackendRespObj", "DeleteTokenRespObj", "EmailSettings", "GatewayTimeoutException"],
  ...["GetBackendAPIRespObj", "GetBackendAuthReqObj", "GetBackendAuthRespObj", "GetBackendReqObj"],
  ...["GetBackendRespObj", "GetBackendStorageReqObj", "GetBackendStorageResourceConfig"],
  ...["GetBackendStorageRespObj", "GetTokenRespObj", "ImportBackendAuthReqObj"],
  ...["ImportBackendStorageReqObj", "InternalServiceException", "LimitExceededException"],
  ...["ListBackendJobReqObj", "ListBackendJobRespObj", "ListS3BucketsReqObj", "ListS3BucketsRespObj"],
  ...["LoginAuthConfigReqObj", "NotFoundException", "RemoveAllBackendsReqObj", "RemoveAllBackendsRespObj"],
  ...["RemoveBackendAuthReqObj", "RemoveBackendConfigRespObj", "RemoveBackendStorageReqObj"],
  ...["S3BucketInfo", "SmsSettings", "TooManyRequestsException", "UpdateBackendAuthForgotPasswordConfig"],
  ...["UpdateBackendAuthIdentityPoolConfig", "UpdateBackendAuthMFAConfig", "UpdateBackendAuthOAuthConfig"],
  ...["UpdateBackendAuthPasswordPolicyConfig", "UpdateBackendAuthReqObj"],
  ...["UpdateBackendAuthResourceConfig", "UpdateBackendAuthUserPoolConfig"],
  ...["UpdateBackendAuthVerificationMessageConfig", "UpdateBackendConfigReqObj"],
  ...["UpdateBackendStorageReqObj", "UpdateBackendStorageResourceConfig"],
];
