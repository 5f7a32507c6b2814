import type { Rolldown } from "tsdown";

/**
 * Packages that the proxy agents import and nothing here uses. Kerberos, which one of them would load, is not installed;
 * the other writes connections to the console for whoever sets `DEBUG`.
 */
const UNUSED: Readonly<Record<string, string>> = {
  "proxy-agent-negotiate": "export const createNegotiateAuth = undefined;",
  debug: "export default () => () => {};",
};

const PREFIX = "\0unused:";

/** Puts next to nothing in the place of packages that are imported and not used. The build fails if one is not imported. */
export const leaveOut: Rolldown.Plugin = {
  name: "leave-out",
  resolveId: (id) => (id in UNUSED ? PREFIX + id : undefined),
  load: (id) => UNUSED[id.replace(PREFIX, "")],
  generateBundle() {
    const modules = new Set(this.getModuleIds());
    for (const name of Object.keys(UNUSED))
      if (!modules.has(PREFIX + name)) throw new Error(`Nothing imports ${name}, which is to be left out.`);
  },
};

/** Lets bundlers drop Smithy's expressions for timestamps, where no member is one: they see that nothing is run. */
export const droppableDates = edit("droppable-dates", /[\\/]schema-date-utils\.js$/, (code) => {
  const parts = new Map(
    [...code.matchAll(/^const (\w+) = `(.*)`;$/gm)].map(([, name, text]) => [name, text]),
  );
  const edited = code
    .replace(/\$\{(\w+)\}/g, (whole, name: string) => parts.get(name) ?? whole)
    .replaceAll("= new RegExp(", "= /*@__PURE__*/ new RegExp(");
  const isKnown = edited !== code && !/^const \w+ = new RegExp\(|new RegExp\(`[^`]*\$\{/m.test(edited);
  return isKnown ? edited : undefined;
});

/** Gives jmespath the form of a module: made one by helpers, it would cost files and time, and bundlers a wrapper. */
export const moduleOfJmesPath = edit("module-of-jmespath", /[\\/]jmespath\.js$/, (code) =>
  /^\(function\(exports\) \{.*\}\)\(typeof exports === "undefined" \? .* : exports\);\s*$/s.test(code)
    ? `const exports = {};\n${code}\nexport default exports;`
    : undefined,
);

/**
 * Edits a file of an inlined package. The build fails if it has no such file.
 *
 * @param change - gives nothing for a file whose form it does not know, as another version may have it: the build fails then
 */
function edit(name: string, file: RegExp, change: (code: string) => string | undefined): Rolldown.Plugin {
  return {
    name,
    transform(code, id) {
      if (!file.test(id)) return undefined;
      const edited = change(code);
      if (edited === undefined)
        throw new Error(`${id} has a form that ${name} does not know. Mend its patterns.`);
      return edited;
    },
    generateBundle() {
      if (![...this.getModuleIds()].some((id) => file.test(id)))
        throw new Error(`The build has no module ${file} for ${name} to edit.`);
    },
  };
}
