import { expect, test } from "vitest";
import { dueLook } from "@/components/circulars/list/due-look.ts";
import { cellsOf, linesOf, stripLabel } from "@/components/circulars/today/dispatch-summary.ts";
import { ageOf, longestWait } from "@/components/circulars/today/waiting-age.ts";
import { deedOf, placeOf } from "@/components/circulars/today/waiting-deed.ts";
import type { TodayItem } from "../../lib/circulars/incoming-contract.ts";

const asOf = "2026-03-16T11:06:00.000Z";

function anItem(given: Partial<TodayItem>): TodayItem {
  return {
    id: "1",
    kind: "draft",
    title: "Yeni Tasarım",
    sentence: "",
    since: "2026-03-11T11:00:00.000Z",
    overdueDays: null,
    count: null,
    circularId: "c1",
    letterId: null,
    recipientId: null,
    ...given,
  };
}

const everything = () => true;
const nothing = () => false;

test("what holds somebody up turns amber after two days, a draft rests with its writer", () => {
  expect(ageOf(anItem({ kind: "incoming" }), asOf)).toEqual({ words: "5 gün", tone: "amber" });
  expect(ageOf(anItem({ kind: "draft" }), asOf)).toEqual({ words: "5 gün", tone: "plain" });
  expect(ageOf(anItem({ kind: "to_sign", since: "2026-03-16T05:00:00.000Z" }), asOf)).toEqual({ words: "6 saat", tone: "plain" });
});

test("a passed due date is counted in days of delay", () => {
  expect(ageOf(anItem({ kind: "overdue", overdueDays: 3 }), asOf)).toEqual({ words: "3 gün gecikti", tone: "red" });
});

test("the longest wait is told in one clause, a fresh one is not told", () => {
  expect(longestWait([anItem({}), anItem({ since: asOf })], asOf)).toBe("en eskisi 5 gündür bekliyor");
  expect(longestWait([anItem({ since: "2026-03-16T05:00:00.000Z" })], asOf)).toBe("en eskisi 6 saattir bekliyor");
  expect(longestWait([anItem({ since: asOf })], asOf)).toBeNull();
  expect(longestWait([], asOf)).toBeNull();
});

test("the deed names its count, and who may not do it is only led to the place", () => {
  const letter = anItem({ kind: "incoming", letterId: "l1", circularId: null });
  expect(deedOf(letter, everything)).toEqual({ distribute: "l1" });
  expect(deedOf(letter, nothing)).toEqual({ label: "Yazıyı aç", href: "/incoming/l1" });
  expect(deedOf(anItem({ kind: "to_dispatch", count: 24 }), everything)).toEqual({
    label: "24 kuruma gönder",
    href: "/circulars/c1/dispatch",
  });
  expect(deedOf(anItem({ kind: "silent", count: 1_200 }), everything)).toEqual({
    label: "1.200 kuruma hatırlat",
    href: "/circulars/c1/recipients?show=silent",
  });
});

test("a decision about one recipient opens at that recipient", () => {
  expect(placeOf(anItem({ kind: "task", recipientId: "r1" }))).toBe("/circulars/c1/recipients?recipient=r1");
  expect(placeOf(anItem({ kind: "task" }))).toBe("/circulars/c1");
});

test("a question without a letter is closed where it stands: it has no board", () => {
  expect(deedOf(anItem({ id: "task-t1", kind: "task", circularId: null }), everything)).toEqual({ closeTask: "t1" });
  expect(deedOf(anItem({ id: "task-t1", kind: "task" }), everything)).toMatchObject({ label: "Karar için aç" });
});

const aCell = (state: string, { reached = false, answered = false } = {}) => ({ name: "Kurum", state, reached, answered });

test("who has the letter and who has answered are counted of all, every other state by itself", () => {
  const there = [aCell("delivered", { reached: true }), aCell("read", { reached: true })];
  const cells = [...there, aCell("acknowledged", { reached: true, answered: true }), aCell("retrying"), aCell("planned")];
  const lines = linesOf(cells);
  expect(lines.map(({ word, count, total }) => [word, count, total])).toEqual([
    ["Ulaştı", 3, 5],
    ["Bilgi alındı", 1, 5],
    ["Sırada", 1, null],
    ["Yeniden deneniyor", 1, null],
  ]);
  expect(stripLabel(cells, lines)).toBe("5 muhatap: 3 Ulaştı, 1 Bilgi alındı, 1 Sırada, 1 Yeniden deneniyor");
});

test("of whoever was waived nothing is missing, and what had reached them before still counts", () => {
  const answered = aCell("acknowledged", { reached: true, answered: true });
  const counted = (waived: ReturnType<typeof aCell>) => linesOf([answered, waived]).map(({ word, count, total }) => [word, count, total]);
  const named = ["Vazgeçildi (gerekçeli)", 1, null];
  expect(counted(aCell("waived"))).toEqual([["Ulaştı", 1, 1], ["Bilgi alındı", 1, 1], named]);
  expect(counted(aCell("waived", { reached: true }))).toEqual([["Ulaştı", 2, 2], ["Bilgi alındı", 1, 1], named]);
  expect(counted(aCell("waived", { reached: true, answered: true }))).toEqual([["Ulaştı", 2, 2], ["Bilgi alındı", 2, 2], named]);
  const cells = cellsOf([aCell("waived"), aCell("waived", { reached: true }), aCell("retrying")]);
  expect(cells.map(({ fill }) => fill)).toEqual(["none", "green", "amber"]);
});

test("a due date is late only while answers are awaited", () => {
  const now = new Date(asOf);
  expect(dueLook({ dueOn: "2026-03-13", state: "dispatched" }, now)).toEqual({ words: "3 gün gecikti", tone: "red" });
  expect(dueLook({ dueOn: "2026-03-13", state: "completed" }, now)).toEqual({ words: "13.03.2026", tone: "grey" });
  expect(dueLook({ dueOn: "2026-03-18", state: "dispatching" }, now)).toEqual({ words: "18.03.2026", tone: "amber" });
  expect(dueLook({ dueOn: null, state: "draft" }, now)).toBeNull();
});
