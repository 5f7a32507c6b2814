import { lazyLocation } from "../diagnostics/location.js";
import type { Model, Shape, ShapeId } from "./model.js";

/**
 * A model whose shapes name their files as generated code does, and not as this run found them: what is
 * generated must not depend on the folder in which the command runs, or on how `--model` was written.
 * @param sources - how generated code names each file.
 */
export const withSources = (model: Model, sources: ReadonlyMap<string, string>): Model => ({
  ...model,
  shapes: new Map(
    [...model.shapes].map(([id, shape]): [ShapeId, Shape] => {
      const { location } = shape;
      return [
        id,
        { ...shape, location: lazyLocation(sources.get(location.file) ?? location.file, () => location) },
      ];
    }),
  ),
});
