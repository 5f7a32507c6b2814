/** The names that stack traces show. */
const KEPT_NAMES = { function: true, class: true };

/** How code is minified: fewer bytes to install, load and parse. The names that stack traces show stay, and so do lines. */
export const MINIFY = {
  compress: { keepNames: KEPT_NAMES },
  mangle: { keepNames: KEPT_NAMES },
  // Without blanks it would drop the marks of calls that have no effect, too, and bundlers could drop less.
  codegen: { removeWhitespace: false },
};
