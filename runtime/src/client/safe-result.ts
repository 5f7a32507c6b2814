/** What `safeSend` answers with: a result, or one of the errors that the operation can end in. */
export type SafeResult<Output, Failure> =
  | { readonly success: true; readonly data: Output; readonly error?: never }
  | { readonly success: false; readonly error: Failure; readonly data?: never };
