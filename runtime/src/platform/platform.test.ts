import { expect, test } from "@jest/globals";
import * as node from "./node.js";
import type { Platform } from "./platform.js";
import * as web from "./web.js";

test("both platforms say of everything whether they have it", () => {
  const platforms: Required<Record<keyof Platform, unknown>>[] = [node, web];
  const [first, second] = platforms.map((platform) => Object.keys(platform).sort());
  expect(first).toEqual(second);
});

test("each is what the runtime takes for a platform", () => {
  const platforms: readonly Platform[] = [node, web];
  expect(platforms.map(({ runtime }) => runtime)).toEqual(["node", "browser"]);
});
