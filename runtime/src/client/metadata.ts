/** What is known about a call beyond its result. */
export interface ResponseMetadata {
  /** Status of the last response, absent where none came. */
  readonly httpStatusCode?: number | undefined;
  /** The service's id of the request: quote it when asking AWS for help. */
  readonly requestId?: string | undefined;
  /** A second id that some services send. */
  readonly extendedRequestId?: string | undefined;
  /** CloudFront's id of the request, where one was involved. */
  readonly cfId?: string | undefined;
  /** How often the request was sent, or tried to be sent. */
  readonly attempts?: number | undefined;
  /** Time spent waiting between attempts, in milliseconds. */
  readonly totalRetryDelay?: number | undefined;
}

/** A result that knows about its call. */
export interface MetadataBearer {
  readonly $metadata: ResponseMetadata;
}
