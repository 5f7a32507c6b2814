export { type PackageBuild, packageBuild } from "./package-build.js";
