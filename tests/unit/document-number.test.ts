import { expect, test } from "vitest";
import { documentNumberPattern, formatDocumentNumber, parseDocumentNumber } from "../../lib/circulars/document-number.ts";

test("a number is written as production, DETSİS number, file code and serial (m.11)", () => {
  expect(formatDocumentNumber({ detsisNumber: "99000001", fileCode: "903.07.02", serial: 4752 })).toBe("E-99000001-903.07.02-4752");
});

test("a written number is read back into its parts", () => {
  expect(parseDocumentNumber(" E-67915368-903.07.02-4752 ")).toEqual({
    production: "E",
    detsisNumber: "67915368",
    fileCode: "903.07.02",
    serial: 4752,
  });
  expect(parseDocumentNumber("Z-67915368-903-1")?.production).toBe("Z");
});

test("a serial alone, a DETSİS number that begins with 0 and other separators are not numbers of a letter", () => {
  for (const text of ["9209", "E-00000000-000.00-0000000", "E-67915368-903.07.02/4752", "E-6791536-903-1", "E-67915368-903.7-1", ""]) {
    expect(parseDocumentNumber(text)).toBeNull();
    expect(documentNumberPattern.test(text)).toBe(false);
  }
});

test("a number with a wrong part is never made", () => {
  expect(() => formatDocumentNumber({ detsisNumber: "00000001", fileCode: "903", serial: 1 })).toThrow(RangeError);
  expect(() => formatDocumentNumber({ detsisNumber: "99000001", fileCode: "9", serial: 1 })).toThrow(RangeError);
  expect(() => formatDocumentNumber({ detsisNumber: "99000001", fileCode: "903", serial: 1.5 })).toThrow(RangeError);
});
