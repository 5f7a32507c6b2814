/** Anything, unchecked: what AWS's packages declare as `any`, and code that is written for them takes it for. */
export type Unchecked = ReturnType<typeof JSON.parse>;
