import { describe, expect, it } from "vitest";
import { PermitFilter } from "../../lib/permits/contract.ts";
import { MeasureName } from "../../lib/statistics/measures.ts";
import { codesOn, type FilterCodes, recordsQueryOf } from "../../lib/statistics/records-link.ts";

const today = "2026-11-30";
const queryOf = (measure: MeasureName, filter: FilterCodes) => {
  const query = recordsQueryOf(measure, filter, today);
  return query === null ? null : Object.fromEntries(query);
};

describe("from a figure to the records behind it", () => {
  it("permits issued in a period are those registered in its months, without records in error", () => {
    expect(queryOf("permits_issued", { from: "2026-02", to: "2026-02", province: ["68"], design: ["old", "none"] })).toEqual({
      state: "not_yet,in_force,expired,cancelled,superseded",
      registeredFrom: "2026-02-01",
      registeredTo: "2026-02-28",
      province: "68",
      card: "old,none",
    });
  });

  it("permits in force are those of the period's last day, or of today while it lasts", () => {
    expect(queryOf("in_force", { from: "2026-01", to: "2026-11" })).toEqual({ inForceOn: today });
    expect(queryOf("in_force", { to: "2026-10" })).toEqual({ inForceOn: "2026-10-31" });
  });

  it("first permits and extensions choose the kind of application, and never beside another choice", () => {
    expect(queryOf("extensions", {})).toMatchObject({ type: "extension" });
    expect(queryOf("first_permits", { type: ["extension"] })).toBeNull();
    expect(queryOf("first_permits", { type: ["first"] })).toMatchObject({ type: "first" });
  });

  it("what is no permit, or what the list does not filter by, has no link", () => {
    expect(queryOf("applications", {})).toBeNull();
    expect(queryOf("cards_produced", { province: ["68"] })).toBeNull();
    expect(queryOf("permits_issued", { outcome: ["approved"] })).toBeNull();
    expect(queryOf("permits_issued", { nationality: ["unknown"] })).toBeNull();
    expect(queryOf("permits_issued", { sector: ["unknown"] })).toMatchObject({ sector: "unknown" });
  });

  it("every link that is given is a lawful filter of the list", () => {
    const filter = {
      from: "2024-01",
      to: "2026-11",
      sex: ["female"],
      age: ["25-34"],
      occupation: ["51"],
      size: ["1-9"],
      education: ["none"],
    };
    const links = MeasureName.options.map((measure) => queryOf(measure, filter)).filter((query) => query !== null);
    expect(links.length).toBeGreaterThanOrEqual(4);
    for (const query of links) expect(PermitFilter.safeParse(query).success).toBe(true);
  });

  it("a cell of a year or a group of occupations holds what was asked for of it, and nothing beside", () => {
    expect(codesOn("year", "2026", { from: "2026-05" })).toEqual({ from: "2026-05", to: "2026-12" });
    expect(codesOn("year", "2025", { from: "2024-05", to: "2026-03" })).toEqual({ from: "2025-01", to: "2025-12" });
    expect(codesOn("month", "2026-02", { from: "2026-01" })).toEqual({ from: "2026-02", to: "2026-02" });
    expect(codesOn("occupation", "51", { occupation: ["5131", "2512"] })).toEqual({ occupation: ["5131"] });
    expect(codesOn("occupation", "51", { occupation: ["5", "5131"] })).toEqual({ occupation: ["51"] });
    expect(codesOn("sex", "female", { sex: ["male"] })).toEqual({ sex: ["female"] });
  });
});
