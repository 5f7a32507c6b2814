/** What a model tells readers about a shape or member, as it stands in the model. */
export interface DocumentationIr {
  /** CommonMark, or the HTML of AWS's own models. */
  readonly text?: string;
  /** Present where the model advises against further use. */
  readonly deprecated?: { readonly message?: string; readonly since?: string };
  /** Links for further reading, by title. */
  readonly links: readonly { readonly title: string; readonly url: string }[];
}
