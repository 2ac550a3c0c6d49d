import { describe, expect, test } from "vitest";
import { errorMessages } from "../../lib/platform/error-messages.ts";
import { type ErrorCode, errorStatus } from "../../lib/platform/errors.ts";
import { queues } from "../../lib/worker/queues.ts";
import { sourcesIn } from "../support/sources.ts";

const codes = Object.keys(errorStatus) as ErrorCode[];
const code = sourcesIn("app", "lib").filter(({ file }) => !/^lib\/platform\/error(s|-messages)\.ts$/.test(file));

describe("errors", () => {
  test.each(codes)("%s has a status, a Turkish sentence, and somebody who says it", (errorCode) => {
    expect(errorStatus[errorCode]).toBeGreaterThanOrEqual(400);
    expect(errorMessages[errorCode]).toMatch(/^[A-ZÇĞİÖŞÜ].*[.]$/);
    expect(errorMessages[errorCode]).not.toMatch(/!|\b(error|the|is)\b/i);
    expect(code.some(({ text }) => text.includes(`"${errorCode}"`))).toBe(true);
  });

  test("no sentence is without its code", () => {
    expect(Object.keys(errorMessages).toSorted()).toEqual(codes.toSorted());
  });
});

describe("audit events", () => {
  const events = sourcesIn("lib/audit").find(({ file }) => file === "lib/audit/events.ts");
  const actions = [...(events?.text ?? "").matchAll(/action: "([a-z_.]+)"/g)].map(([, action = ""]) => action);

  test("every event is recorded by some operation", () => {
    expect(actions.length).toBeGreaterThan(0);
    const recording = sourcesIn("lib").filter(({ file }) => file !== "lib/audit/events.ts");
    expect(actions.filter((action) => !recording.some(({ text }) => text.includes(`"${action}"`)))).toEqual([]);
  });

  test("every event has a label", () => {
    const labels = sourcesIn("components/audit").filter(({ file }) => file.endsWith("labels.ts"));
    expect(actions.filter((action) => !labels.some(({ text }) => text.includes(`"${action}":`)))).toEqual([]);
  });
});

describe("jobs", () => {
  test("every job has a queue and a handler", () => {
    const handlers = sourcesIn("lib/worker").find(({ file }) => file === "lib/worker/handlers.ts");
    expect(queues.length).toBeGreaterThan(0);
    const jobs = sourcesIn("lib").flatMap(({ text }) => [...text.matchAll(/^export const (\w+) = job\(\{\s*name: "([^"]+)"/gm)]);
    expect(jobs.map(([, , name]) => name).toSorted()).toEqual(queues.map(({ name }) => name).toSorted());
    expect(jobs.filter(([, exportName]) => !new RegExp(`\\b${exportName}\\b`).test(handlers?.text ?? "")).map(([, name]) => name)).toEqual(
      [],
    );
  });
});
