import { expect, test } from "vitest";
import { gathered, timelineWords } from "../../components/circulars/record/timeline-words.ts";
import type { TimelineEntry } from "../../lib/circulars/contract.ts";

const entry = (id: string, action: string, payload: TimelineEntry["payload"] = {}, actorName = "Elif Yıldız"): TimelineEntry => ({
  id,
  at: "2026-03-17T07:00:00.000Z",
  actorName,
  action,
  payload,
});

test("a run of autosaves by one person is one row that names every field", () => {
  const rows = gathered([
    entry("1", "circular.amended", { fields: ["subject"] }),
    entry("2", "circular.amended", { fields: ["body", "subject"] }),
    entry("3", "circular.submitted", { recipients: 24, round: 1 }),
  ]);
  expect(rows.map(({ times }) => times)).toEqual([2, 1]);
  expect(rows[0] && timelineWords(rows[0]).detail).toBe("Konu, Metin");
});

test("messages sent one after the other are one row with all its recipients", () => {
  const rows = gathered(["a", "b", "c"].map((recipientId) => entry(recipientId, "delivery.submitted", { recipientId }, "Sistem")));
  expect(rows).toMatchObject([{ times: 3, recipientIds: ["a", "b", "c"] }]);
});

test("two initials are never one row", () => {
  expect(gathered([entry("1", "circular.initialled", { position: 1 }), entry("2", "circular.initialled", { position: 2 })])).toHaveLength(
    2,
  );
});
