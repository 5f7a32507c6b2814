/** Milliseconds since the process began, whatever is done to the clock. Without `performance`, which Node would have to load. */
export function uptime(): number {
  return process.uptime() * 1000;
}
