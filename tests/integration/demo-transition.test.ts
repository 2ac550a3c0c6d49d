// The demo's own permits and cards, as the seed leaves them: the first sweep of the worker makes the whole picture.
import { beforeAll, expect, test } from "vitest";
import { sweepTransition } from "../../lib/cards/server/transition-sweep.ts";
import { readTransition } from "../../lib/cards/transition-contract.ts";
import { bffOf } from "../support/bff.ts";
import { ownerSql } from "../support/database.ts";
import { accountOf } from "../support/session.ts";

beforeAll(async () => {
  await sweepTransition(new Date());
});

test("the five parts sum to the permits in force on every day of the demo", async () => {
  const rows = await ownerSql<{ day: string; parts: number; permits: number }>(
    `SELECT d.day::date::text AS day, (SELECT coalesce(sum(permits), 0)::int FROM transition_day t WHERE t.day = d.day) AS parts,
       (SELECT count(*)::int FROM permit p WHERE permit_effective(p.status, p.valid_from, p.valid_to, p.ended_on) @> d.day::date
          AND p.kind IN (SELECT kind FROM design_generation)) AS permits
     FROM generate_series((SELECT min(issue_from) FROM design_generation WHERE design = 'new'), (SELECT max(day) FROM transition_day), interval '1 day') AS d (day)`,
  );
  expect(rows.length).toBeGreaterThan(1);
  expect(rows.filter(({ parts, permits }) => parts !== permits || permits === 0)).toEqual([]);
});

test("old and new cards are there, old ones drain, and a forecast says until when", async () => {
  const ministry = await bffOf(accountOf("ministry_officer"));
  const { parts, months, forecast, cutOver, day } = await ministry.call(readTransition, {});
  expect(parts.new).toBeGreaterThan(0);
  expect(parts.old_ending).toBeGreaterThan(0);
  expect(months[0]?.on).toBe(cutOver);
  expect(parts.old_ending).toBeLessThan(months[0]?.old_ending ?? 0);
  expect(forecast?.forecast.lastEndOn && day && forecast.forecast.lastEndOn > day).toBe(true);
  expect(forecast?.forecast.days.map(({ milestone }) => milestone)).toContain(100);
});
