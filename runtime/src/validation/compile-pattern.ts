/** Flags that other languages write at the beginning of a pattern: `(?s).*`, `^(?s).*`. */
const INLINE_FLAGS = /^(\^?)\(\?([ims]+)\)/;

const compiled = new Map<string, RegExp | undefined>();

/**
 * The regular expression that a `pattern` trait means. Smithy's patterns are ECMAScript's; those of AWS may begin with the
 * flags of other languages, and not all of them can be read as Unicode.
 *
 * @returns undefined where JavaScript cannot read it: such a pattern is not checked
 * @see https://smithy.io/2.0/spec/constraint-traits.html#pattern-trait
 */
export function compilePattern(pattern: string): RegExp | undefined {
  if (!compiled.has(pattern)) compiled.set(pattern, compile(pattern));
  return compiled.get(pattern);
}

function compile(pattern: string): RegExp | undefined {
  const flags = INLINE_FLAGS.exec(pattern)?.[2] ?? "";
  const source = pattern.replace(INLINE_FLAGS, "$1");
  return tryToCompile(source, `${flags}u`) ?? tryToCompile(source, flags);
}

function tryToCompile(source: string, flags: string): RegExp | undefined {
  try {
    return new RegExp(source, flags);
  } catch {
    return undefined;
  }
}
