/** What AWS Lambda tells of the invocation that is running; functions, since it may run several at a time. */
interface InvokeStore {
  getXRayTraceId?(): string | undefined;
  getTraceparent?(): string | undefined;
  getTracestate?(): string | undefined;
  getBaggage?(): string | undefined;
}

/**
 * The headers by which, within AWS Lambda, a call is known to belong to an invocation: they hold traces together, and let
 * AWS stop functions that cause each other for ever. None elsewhere.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-recursion.html
 * @see https://www.w3.org/TR/trace-context/
 */
export function traceHeaders(
  variables: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  const store = invokeStore();
  const traceId = store?.getXRayTraceId?.() ?? variables["_X_AMZN_TRACE_ID"];
  const traceparent = store?.getTraceparent?.();
  return {
    ...(variables["AWS_LAMBDA_FUNCTION_NAME"] ? header("x-amzn-trace-id", traceId) : {}),
    ...header("traceparent", traceparent),
    ...(traceparent ? header("tracestate", store?.getTracestate?.()) : {}),
    ...(traceparent ? header("baggage", store?.getBaggage?.()) : {}),
  };
}

function invokeStore(): InvokeStore | undefined {
  return (globalThis as { awslambda?: { InvokeStore?: InvokeStore } }).awslambda?.InvokeStore;
}

function header(name: string, value: string | undefined): Record<string, string> {
  return value ? { [name]: value } : {};
}
