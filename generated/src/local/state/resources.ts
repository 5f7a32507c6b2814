// Copied by tinsmith from model/extensions/local/state/resources.ts. Do not edit: change that file and run `npm run generate`.
import { badRequest, notFound, type ResourceType } from "../errors.js";

/** @throws HostError NotFoundException */
export const findResource = <Resource>(
  type: ResourceType,
  resources: ReadonlyMap<string, Resource>,
  name: string,
): Resource => {
  const resource = resources.get(name);
  if (resource === undefined) throw notFound(type, `${type} ${name} does not exist`);
  return resource;
};

/** @throws HostError BadRequestException if the name is taken */
export const requireUnused = (
  type: ResourceType,
  resources: ReadonlyMap<string, unknown>,
  name: string,
): void => {
  if (resources.has(name)) throw badRequest(`${type} ${name} already exists`);
};
