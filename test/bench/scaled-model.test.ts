import { expect, test } from "@jest/globals";
import { buildModel, loadModel, serviceOperations } from "@tinsmith/codegen";
import { modelAst } from "../../scripts/bench/model-ast.js";
import { scaleModel } from "../../scripts/bench/scaled-model.js";

test("a scaled model loads, and has so many times the operations of the repository's", async () => {
  const loaded = await loadModel(["model"]);
  if (!loaded.ok) throw new Error("The repository's model does not load.");
  const ast = modelAst(loaded.value.model);
  const operationsOf = (times: number): number => {
    const built = buildModel([{ file: "scaled.json", text: JSON.stringify(scaleModel(ast, times)) }]);
    if (!built.ok) throw new Error(JSON.stringify(built.diagnostics.slice(0, 3)));
    const service = [...built.value.shapes.values()].find(({ type }) => type === "service");
    return service?.type === "service" ? serviceOperations(built.value, service).length : 0;
  };
  expect(operationsOf(1)).toBe(31);
  expect(operationsOf(3)).toBe(93);
});
