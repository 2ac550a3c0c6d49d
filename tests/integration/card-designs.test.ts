// The two looks of the card and the guide that carries them to the counters.
import { describe, expect, test } from "vitest";
import { readCardDesigns, readCounterGuide } from "../../lib/cards/designs-contract.ts";
import { countPdfPages } from "../../lib/platform/files/pdf-pages.ts";
import { bffOf } from "../support/bff.ts";
import { ownerSql } from "../support/database.ts";

describe("the designs", () => {
  test("follow the configured days, and count what the newest day of the transition counted in one's own rows", async () => {
    await ownerSql("DELETE FROM transition_day");
    await ownerSql(
      `INSERT INTO transition_day (day, province_id, kind, part, permits) VALUES ('2026-11-01', 68, 'fixed_term', 'new', 1),
         ('2026-11-20', 68, 'fixed_term', 'new', 40), ('2026-11-20', 68, 'fixed_term', 'old_ending', 30), ('2026-11-20', 68, 'permanent', 'old_open', 7),
         ('2026-11-20', 42, 'fixed_term', 'new', 500)`,
    );
    const officer = await bffOf("memur@aksaray.test");
    const { designs, asOf, verificationAddress } = await officer.call(readCardDesigns, {});
    expect(asOf).toBe("2026-11-20");
    expect(verificationAddress).toMatch(/\/verify\/card$/);
    expect(designs).toMatchObject([
      { design: "old", issueUntil: "2026-02-28", cards: { ending: 30, open: 7 } },
      { design: "new", issueFrom: "2026-03-01", issueUntil: null, cards: { ending: 40 } },
    ]);
    await ownerSql("DELETE FROM transition_day WHERE part LIKE 'old%'");
    // A province that has no part of it counts none.
    expect((await officer.call(readCardDesigns, {})).designs[0]?.cards).toEqual({ ending: 0, open: 0 });
    const ministry = await bffOf("uzman@bakanlik.test");
    expect((await ministry.call(readCardDesigns, {})).designs[1]?.cards).toMatchObject({ ending: 540 });
  });
});

describe("the counter guide", () => {
  test("is one page of PDF, the same bytes all day", async () => {
    const officer = await bffOf("memur@aksaray.test");
    const [first, second] = [await officer.call(readCounterGuide, {}), await officer.call(readCounterGuide, {})];
    expect(first).toMatchObject({ name: "banko-kilavuzu.pdf", mediaType: "application/pdf" });
    expect(await countPdfPages(first.bytes)).toBe(1);
    expect(Buffer.from(first.bytes).equals(Buffer.from(second.bytes))).toBe(true);
  });
});
