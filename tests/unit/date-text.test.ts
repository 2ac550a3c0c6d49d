import fc from "fast-check";
import { expect, test } from "vitest";
import { readDateText, writeDateText } from "../../components/ui/date-text.ts";

const civilDate = fc
  .date({ min: new Date("1900-01-01T00:00:00Z"), max: new Date("2099-12-31T00:00:00Z"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

test("a date written for the office is read back as the same day", () => {
  fc.assert(fc.property(civilDate, (iso) => readDateText(writeDateText(iso)).iso === iso));
});

test("the usual ways of typing a day are all understood", () => {
  for (const text of ["17.03.2026", "17/3/2026", "17 3 2026", "17-03-2026", " 17.03.2026 ", "17032026"]) {
    expect(readDateText(text).iso).toBe("2026-03-17");
  }
});

test("a day the month does not have is refused with the month's last day", () => {
  expect(readDateText("31.02.2026").complaint).toBe("Şubat 2026 içinde 31. gün yok. Son günü 28.02.2026");
  expect(readDateText("29.02.2028").iso).toBe("2028-02-29");
});

test("what is no date is refused with an example", () => {
  for (const text of ["yarın", "17.03", "2026-03-17T10:00", "17.03.26"])
    expect(readDateText(text).complaint).toContain("Örnek: 17.03.2026");
  expect(readDateText("01.13.2026").complaint).toContain("13. ay yok");
});
