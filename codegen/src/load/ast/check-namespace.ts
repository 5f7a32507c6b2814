import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { problem } from "../../diagnostics/outcome.js";
import { isNamespace } from "../../model/identifiers.js";
import { PRELUDE_NAMESPACE } from "../../model/prelude.js";
import type { AstFile } from "./ast-file.js";

/** Whether a file's namespace is one, and is there where names need it: no name means anything without. */
export const checkNamespace = (file: AstFile): Diagnostic[] => {
  const { namespace, locate } = file;
  if (namespace === undefined) return checkAbsence(file);
  const location = locate(["namespace"], "value");
  if (!isNamespace(namespace)) {
    const help = "Write it like com.example.things.";
    return [problem({ location, message: `"${namespace}" is no namespace`, help })];
  }
  if (namespace !== PRELUDE_NAMESPACE) return [];
  const message = `the namespace ${PRELUDE_NAMESPACE} is Smithy's own`;
  return [problem({ location, message, help: "Define shapes in a namespace of your own." })];
};

const checkAbsence = ({ format, shapes, unread, locate }: AstFile): Diagnostic[] => {
  const relative = [...Object.keys(shapes), ...unread].find((name) => !name.includes("#"));
  if (format === "json" || relative === undefined) return [];
  return [
    problem({
      location: locate(["shapes"], "key"),
      message: '"namespace" is missing',
      help: "State it once, above the shapes: namespace: com.example.things",
    }),
  ];
};
