import { cpus, loadavg } from "node:os";
import type { BenchResult } from "./result.js";

/** What is measured with and on; called when all is measured, says also how busy the machine was before and after. */
export const describeSetting = (officialVersion: string): (() => BenchResult["setting"]) => {
  const load = (): string => loadavg()[0]?.toFixed(1) ?? "unknown";
  const before = load();
  const [processor, ...others] = cpus();
  return () => ({
    date: new Date().toISOString().slice(0, 10),
    node: process.version,
    "@aws-sdk/client-amplifybackend": officialVersion,
    processor: `${others.length + 1} × ${processor?.model.trim() ?? "unknown"}`,
    "load before": before,
    "load after": load(),
  });
};
