import type { Environment } from "../config/environment.js";

/** What Lambda knows of the invocation: the store of `@aws/lambda-invoke-store`, which its runtime provides. */
interface InvokeStore {
  getXRayTraceId?(): string | undefined;
  getTraceparent?(): string | undefined;
  getTracestate?(): string | undefined;
  getBaggage?(): string | undefined;
}

/**
 * The headers that carry the trace of a Lambda invocation on. By it, AWS notices functions that call themselves
 * without end.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-recursion.html
 */
export function traceHeaders(variables: Environment["variables"]): Record<string, string> {
  const store = invokeStore(variables);
  const traceparent = store?.getTraceparent?.();
  return {
    ...(variables["AWS_LAMBDA_FUNCTION_NAME"]
      ? headerOf("x-amzn-trace-id", store?.getXRayTraceId?.() ?? variables["_X_AMZN_TRACE_ID"])
      : {}),
    ...headerOf("traceparent", traceparent),
    // Both mean nothing without the other.
    ...(traceparent ? headerOf("tracestate", store?.getTracestate?.()) : {}),
    ...(traceparent ? headerOf("baggage", store?.getBaggage?.()) : {}),
  };
}

function headerOf(name: string, value: string | undefined): Record<string, string> {
  return value ? { [name]: value } : {};
}

function invokeStore(variables: Environment["variables"]): InvokeStore | undefined {
  const { awslambda } = globalThis as { awslambda?: { InvokeStore?: InvokeStore } };
  // Variables are asked last: each takes time.
  if (awslambda === undefined) return undefined;
  const isOff = ["true", "1"].includes(variables["AWS_LAMBDA_NODEJS_NO_GLOBAL_AWSLAMBDA"] ?? "");
  return isOff ? undefined : awslambda.InvokeStore;
}
