import {
  IndentationText,
  NewLineKind,
  Project,
  QuoteKind,
  type SourceFileStructure,
  StructureKind,
} from "ts-morph";
import type { OutputFile } from "../../write/output-file.js";
import { comment } from "../documentation/tsdoc.js";
import { print } from "../layout/print.js";
import { headerComment } from "./header.js";
import { importsOf } from "./imports.js";
import type { SourceFile } from "./source-file.js";

/** Turns files into text: each is given to ts-morph in one piece, and all are saved at once, in memory. */
export function renderFiles(files: readonly SourceFile[]): readonly OutputFile[] {
  const project = new Project({
    useInMemoryFileSystem: true,
    skipLoadingLibFiles: true,
    manipulationSettings: {
      indentationText: IndentationText.TwoSpaces,
      newLineKind: NewLineKind.LineFeed,
      quoteKind: QuoteKind.Double,
    },
  });
  const sources = files.map((file) => project.createSourceFile(pathOf(file), structureOf(file)));
  project.saveSync();
  return sources.map((source) => ({
    path: source.getFilePath().slice(1),
    contents: project.getFileSystem().readFileSync(source.getFilePath()),
  }));
}

function structureOf(file: SourceFile): SourceFileStructure {
  const description = file.description && comment(file.description);
  const [first, ...others] = importsOf(file.module, file.statements);
  const head = [headerComment(file.sources), ...(description === undefined ? [] : [print(description)])];
  const body = file.statements.map((statement) => print(statement)).join("\n\n");
  return {
    kind: StructureKind.SourceFile,
    statements: [
      head.join("\n\n"),
      ...(first === undefined ? [] : [{ ...first, leadingTrivia: "\n" }, ...others]),
      `\n${body}`,
    ],
  };
}

function pathOf({ module }: SourceFile): string {
  return module.kind === "file" ? `src/${module.path}.ts` : module.specifier;
}
