/** One problem as a validator reports it; zod's issues fit. */
export interface ValidatorIssue {
  readonly code?: string | undefined;
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** The verdict of a validator. */
export type ValidatorResult<Value> =
  | { readonly success: true; readonly data: Value }
  | { readonly success: false; readonly error: { readonly issues: readonly ValidatorIssue[] } };

/** Decides whether a value is what a shape says; every zod schema fits, and the runtime does not know zod. */
export interface Validator<Value> {
  safeParse(value: unknown): ValidatorResult<Value>;
}

/** The validators of one operation. They are made when they are needed: most programs use few of a service's. */
export interface Validators<Input, Output> {
  readonly input: () => Validator<Input>;
  readonly output: () => Validator<Output>;
}
