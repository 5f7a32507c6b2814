import { AmplifyBackendClient } from "@tinsmith/amplifybackend";
import { type Check, Checks, equal } from "./checks.js";
import { tellShop } from "./shop.js";
import { WireStory } from "./wire.js";
import type { Facts, ShopWorld, World } from "./world.js";

/** Tells all stories where this runs. */
export const tell = async (world: World): Promise<readonly Check[]> => {
  const checks = new Checks();
  await checkFlavour(world, checks);
  await tellShop(world, checks);
  await new WireStory(world, checks).tell();
  await checkCode(world, checks);
  return checks.all;
};

/** What the clients' own configuration says of where they are. */
const checkFlavour = (world: ShopWorld, checks: Checks): Promise<void> =>
  checks.run(`the build for ${world.flavour} is picked`, async () => {
    const { runtime, requestHandler } = new AmplifyBackendClient({ region: "eu-central-1" }).config;
    const expected = world.flavour === "node" ? ["node", "http/1.1"] : ["browser", "fetch"];
    equal([runtime, requestHandler.metadata?.handlerProtocol], expected);
  });

/** By the word of `watch-code.ts`, which has to have been loaded first. */
const checkCode = (world: Facts, checks: Checks): Promise<void> =>
  checks.run("nothing makes code out of strings, or tries to", async () => {
    const { codeMade } = globalThis as unknown as { readonly codeMade: string[] };
    equal(codeMade.splice(0), []);
    // Pages report what tries to: there, another page shows that this would be seen.
    if (world.hasOrigins) return;
    const make = (): unknown => Reflect.construct(Function, [""]);
    try {
      make();
    } catch {
      // Some platforms forbid it.
    }
    equal(codeMade.splice(0), ["Function"]);
  });
