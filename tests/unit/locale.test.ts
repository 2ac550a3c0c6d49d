import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { numberSuffix } from "../../lib/platform/locale/harmony.ts";
import {
  asciiLower,
  compareTr,
  durationInWords,
  foldTr,
  formatBytes,
  formatDate,
  formatDateTime,
  formatLongDate,
  formatNumber,
  formatTime,
  localDateOf,
  lowerTr,
  parseDate,
  someOf,
  titleTr,
  upperTr,
  withNumberSuffix,
} from "../../lib/platform/locale/tr.ts";

describe("casing and order", () => {
  test("dotted and dotless i keep their dot through upper and lower case", () => {
    expect(upperTr("ilçe ışık")).toBe("İLÇE IŞIK");
    expect(lowerTr("IĞDIR İL")).toBe("ığdır il");
    expect([...lowerTr("I\u0307stanbul")]).toHaveLength(8);
  });

  test("a title has initial capitals and lower-case conjunctions", () => {
    expect(titleTr("ÇALIŞMA VE İŞ KURUMU İL MÜDÜRLÜĞÜ")).toBe("Çalışma ve İş Kurumu İl Müdürlüğü");
    expect(titleTr("T.C. IĞDIR VALİLİĞİ")).toBe("T.C. Iğdır Valiliği");
    expect(titleTr("ve sonrası")).toBe("Ve Sonrası");
    expect(titleTr("ANKARA'NIN")).toBe("Ankara'nın");
  });

  test("institutions are listed in the order of the Turkish alphabet", () => {
    const names = ["Zonguldak", "Şırnak", "Sinop", "İzmir", "Iğdır", "Çorum", "Cizre", "Ödemiş", "Ordu"];
    expect(names.toSorted(compareTr)).toEqual(["Cizre", "Çorum", "Iğdır", "İzmir", "Ordu", "Ödemiş", "Sinop", "Şırnak", "Zonguldak"]);
  });

  test("a name is found however its Turkish letters were typed", () => {
    expect(foldTr("  Aksaray İl  Göç İdaresi Müdürlüğü ")).toBe("aksaray il goc idaresi mudurlugu");
    expect(foldTr("IĞDIR")).toBe(foldTr("igdir"));
    expect(foldTr("Hâkim")).toBe("hakim");
    expect(foldTr("Güzelyurt".normalize("NFD"))).toBe("guzelyurt");
  });

  test("folding twice changes nothing", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => foldTr(foldTr(text)) === foldTr(text)));
  });

  test("an address is lower-cased without Turkish rules", () => {
    expect(asciiLower("AKSARAYISKUR@HS01.KEP.TR")).toBe("aksarayiskur@hs01.kep.tr");
  });
});

describe("numbers and dates", () => {
  test("numbers carry Turkish separators", () => {
    expect(formatNumber(1234567)).toBe("1.234.567");
    expect(formatBytes(2_134_000)).toBe("2,1 MB");
    expect(formatBytes(980)).toBe("980 B");
    expect(formatBytes(37_400)).toBe("37,4 KB");
    expect(formatBytes(999_999)).toBe("1 MB");
    expect(formatBytes(3_200_000_000)).toBe("3,2 GB");
  });

  test("an instant late in the evening in London already belongs to the next legal day", () => {
    const instant = new Date("2026-03-16T21:30:00Z");
    expect(localDateOf(instant)).toBe("2026-03-17");
    expect(formatDate(instant)).toBe("17.03.2026");
    expect(formatTime(instant)).toBe("00:30");
    expect(formatDateTime(instant)).toBe("17.03.2026 00:30");
    expect(formatLongDate(instant)).toBe("17 Mart 2026");
    expect(formatLongDate("2026-08-05")).toBe("5 Ağustos 2026");
  });

  test("a typed date is read only if the day exists", () => {
    expect(parseDate("17.03.2026")).toBe("2026-03-17");
    expect(parseDate(" 1.3.2026 ")).toBe("2026-03-01");
    expect(parseDate("30.02.2026")).toBeNull();
    expect(parseDate("2026-03-17")).toBeNull();
  });

  test("an age is told in its largest unit", () => {
    expect(durationInWords(3 * 86_400_000 + 5)).toBe("3 gün");
    expect(durationInWords(6.9 * 3_600_000)).toBe("6 saat");
    expect(durationInWords(12 * 60_000)).toBe("12 dakika");
    expect(durationInWords(59_000)).toBe("az önce");
  });
});

describe("endings after numbers", () => {
  test.each([
    [2026, "locative", "2026’da"],
    [871, "accusative", "871’i"],
    ["10:24", "locative", "10:24’te"],
    ["10:00", "locative", "10:00’da"],
    ["10:05", "dative", "10:05’e"],
    [2020, "locative", "2020’de"],
    [24, "dative", "24’e"],
    [13, "genitive", "13’ün"],
    [22, "possessive", "22’si"],
    [6, "possessive", "6’sı"],
    [9, "accusative", "9’u"],
    [40, "ablative", "40’tan"],
    [100, "dative", "100’e"],
    ["1.250", "dative", "1.250’ye"],
    [5000, "genitive", "5000’in"],
    [5_000_000, "genitive", "5000000’un"],
    [2_000_000_000, "dative", "2000000000’a"],
    [0, "dative", "0’a"],
    ["17.03.2026", "locative", "17.03.2026’da"],
  ] as const)("%s in the %s is %s", (value, nounCase, written) => {
    expect(withNumberSuffix(value, nounCase)).toBe(written);
  });

  test("every number has an ending in every case", () => {
    const cases = ["dative", "genitive", "locative", "accusative", "ablative", "possessive"] as const;
    fc.assert(fc.property(fc.nat(), fc.constantFrom(...cases), (value, nounCase) => numberSuffix(value, nounCase).length > 0));
  });
});

test("of many names the first few are said, and how many more there are", () => {
  expect(someOf([])).toBe("");
  expect(someOf(["Eskil", "Ağaçören", "Güzelyurt"])).toBe("Eskil, Ağaçören, Güzelyurt");
  expect(someOf(Array.from({ length: 1_204 }, (_none, at) => `K${at}`))).toBe("K0, K1, K2 ve 1.201 kurum daha");
  expect(someOf(["Son gün", "Dönem"], { most: 1, what: "alan" })).toBe("Son gün ve 1 alan daha");
});
