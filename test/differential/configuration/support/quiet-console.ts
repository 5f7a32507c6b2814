import { afterEach, beforeEach, jest } from "@jest/globals";

/** Keeps the official client's warnings and error dumps out of the output of a file's tests. */
export function keepConsoleQuiet(): void {
  beforeEach(() => {
    for (const method of ["warn", "error"] as const) jest.spyOn(console, method).mockImplementation(() => {});
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });
}
