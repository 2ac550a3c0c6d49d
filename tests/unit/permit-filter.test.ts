import fc from "fast-check";
import { expect, test } from "vitest";
import { PermitFilter } from "../../lib/permits/contract.ts";

/** What an address may say of each field; a field without a value here is a test that does not compile. */
const values: Record<keyof PermitFilter, fc.Arbitrary<string | string[]>> = {
  kind: fc.subarray(["fixed_term", "permanent", "exemption"]),
  state: fc.constant("in_force,expired"),
  province: fc.uniqueArray(fc.integer({ min: 1, max: 81 }).map(String)),
  nationality: fc.constantFrom("SYR", "SYR,GEO"),
  sector: fc.subarray(["A", "unknown"]),
  occupation: fc.subarray(["51", "5131", "unknown"]),
  card: fc.constantFrom("new", "old,none"),
  sex: fc.constant("female"),
  type: fc.constant("extension"),
  age: fc.subarray(["25-34", "65+", "unknown"]),
  size: fc.subarray(["1-9", "250+"]),
  education: fc.subarray(["none", "unknown"]),
  employer: fc.uuid({ version: 7 }),
  samePersonAs: fc.uuid({ version: 7 }),
  startFrom: fc.constant("2026-01-01"),
  startTo: fc.constant("2026-01-31"),
  endFrom: fc.constant("2026-02-01"),
  endTo: fc.constant("2026-02-28"),
  registeredFrom: fc.constant("2025-01-01"),
  registeredTo: fc.constant("2025-12-31"),
  endedFrom: fc.constant("2025-03-01"),
  endedTo: fc.constant("2025-04-01"),
  inForceOn: fc.constant("2026-11-30"),
  changedSince: fc.constantFrom("2026-11-30T10:00:00Z", "2026-11-30T13:00:00.123Z"),
  expiringIn: fc.integer({ min: 0, max: 3_650 }).map(String),
  openEnded: fc.constantFrom("yes", "no"),
  sort: fc.constantFrom("newest", "-end"),
};

test("a filter that was read and stored is read again to the same", () => {
  fc.assert(
    fc.property(fc.record(values, { requiredKeys: [] }), (asked) => {
      const read = PermitFilter.parse(asked);
      expect(PermitFilter.parse(JSON.parse(JSON.stringify(read)))).toEqual(read);
    }),
  );
});
