import { expect, jest, test } from "@jest/globals";
import { type Logger, readLogger, silentLogger, writeLog } from "./logger.js";

test("what is written is only made where somebody listens", () => {
  const content = jest.fn(() => "text");
  writeLog(silentLogger, "info", content);
  expect(content).not.toHaveBeenCalled();
  const logger = { ...silentLogger, info: jest.fn() };
  writeLog(logger, "info", content);
  expect(logger.info).toHaveBeenCalledWith("text");
});

test("a logger keeps its `this`", () => {
  class Collector implements Logger {
    readonly lines: unknown[] = [];
    debug(line: unknown): void {
      this.lines.push(line);
    }
    info = this.debug;
    warn = this.debug;
    error = this.debug;
  }
  const logger = new Collector();
  writeLog(logger, "warn", () => "text");
  expect(logger.lines).toEqual(["text"]);
});

test.each<[string, Partial<Logger>, () => unknown]>([
  [
    "a logger that throws",
    {
      error: () => {
        throw new Error("disk full");
      },
    },
    () => "text",
  ],
  ["a logger that lacks the method", {}, () => "text"],
  [
    "content that cannot be made",
    { error: () => {} },
    () => {
      throw new Error("hostile");
    },
  ],
])("%s harms nobody", (_what, logger, content) => {
  expect(() => writeLog(logger as Logger, "error", content)).not.toThrow();
});

test.each<[string, object]>([
  ["a stream", process.stdout],
  ["an object with `log` alone", { log() {} }],
])("%s is no logger", (_what, logger) => {
  expect(() => readLogger(logger as Logger)).toThrow(/^logger has no method info/);
});

test.each<[string, object]>([
  ["console", console],
  ["a logger without all methods", { info() {}, log() {} }],
  ["an object that is silent", {}],
])("%s is one", (_what, logger) => {
  expect(readLogger(logger as Logger)).toBe(logger);
});
