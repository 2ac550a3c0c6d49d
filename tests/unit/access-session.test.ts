import fc from "fast-check";
import { expect, test } from "vitest";
import { absoluteHours, expiryOf, idleEndOf, isLive, needsTouch, safeNext } from "../../lib/access/session.ts";

const openedAt = new Date("2026-11-23T06:00:00Z");
const minutesLater = (minutes: number) => new Date(openedAt.getTime() + minutes * 60_000);
const session = { seenAt: openedAt, expiresAt: expiryOf(openedAt), revokedAt: null };

test("a session ends thirty minutes after the last request", () => {
  expect(isLive(session, minutesLater(29.9))).toBe(true);
  expect(isLive(session, minutesLater(30))).toBe(false);
  expect(isLive({ ...session, seenAt: minutesLater(20) }, minutesLater(49))).toBe(true);
});

test("however busy its owner is, a session ends ten hours after it was opened", () => {
  const late = { ...session, seenAt: minutesLater(absoluteHours * 60 - 1) };
  expect(isLive(late, minutesLater(absoluteHours * 60 - 0.1))).toBe(true);
  expect(isLive(late, minutesLater(absoluteHours * 60))).toBe(false);
  expect(idleEndOf(late)).toEqual(session.expiresAt);
});

test("a revoked session is over at once", () => {
  expect(isLive({ ...session, revokedAt: openedAt }, minutesLater(1))).toBe(false);
});

test("a session that is over stays over, whatever the clock says later", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000 }), fc.integer({ min: 0, max: 1_000 }), (first, more) => {
      if (!isLive(session, minutesLater(first))) expect(isLive(session, minutesLater(first + more))).toBe(false);
    }),
  );
});

test("the end of a session is moved at most every thirty seconds", () => {
  expect(needsTouch(session, minutesLater(0.49))).toBe(false);
  expect(needsTouch(session, minutesLater(0.5))).toBe(true);
});

test.each([
  ["/circulars?state=draft", "/circulars?state=draft"],
  ["/circulars/abc/recipients#late", "/circulars/abc/recipients#late"],
  ["https://evil.test/", "/"],
  ["//evil.test/", "/"],
  ["/\\evil.test", "/"],
  ["/\tevil", "/"],
  ["javascript:alert(1)", "/"],
  ["/sign-in?next=/sign-in", "/"],
  ["/api/auth/signout", "/"],
  ["", "/"],
  [null, "/"],
])("after signing in one goes on only within the application: %s", (wanted, expected) => {
  expect(safeNext(wanted)).toBe(expected);
});
