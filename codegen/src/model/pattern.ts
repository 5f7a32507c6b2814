/** Flags that other languages write at the beginning of a pattern: `(?s).*`, `^(?s).*`. */
const INLINE_FLAGS = /^(\^?)\(\?([ims]+)\)/u;

/**
 * The regular expression that a `pattern` trait means. Smithy's patterns are ECMAScript's; those of AWS
 * may begin with the flags of other languages, and not all of them can be read as Unicode.
 * @returns undefined where JavaScript cannot read it.
 * @see https://smithy.io/2.0/spec/constraint-traits.html#pattern-trait
 */
export const compilePattern = (source: string): RegExp | undefined => {
  const flags = INLINE_FLAGS.exec(source)?.[2] ?? "";
  const body = source.replace(INLINE_FLAGS, "$1");
  return compile(body, `${flags}u`) ?? compile(body, flags);
};

const compile = (source: string, flags: string): RegExp | undefined => {
  try {
    return new RegExp(source, flags);
  } catch {
    return undefined;
  }
};
