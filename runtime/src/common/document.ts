/** Any value that JSON can carry: Smithy's `document`. */
export type DocumentType =
  | boolean
  | number
  | string
  | null
  | DocumentType[]
  | { [member: string]: DocumentType };
