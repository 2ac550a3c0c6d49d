/**
 * The district an institution sits in, as the list of districts writes it. Whoever tells one, a form or a file, is read by this
 * rule: without regard to case and Turkish letters, and nothing that its province does not have.
 */
import { districtsOf } from "../platform/locale/districts.ts";
import { provinceName } from "../platform/locale/provinces.ts";
import { foldTr } from "../platform/locale/tr.ts";

export const knownDistrict = (provinceId: number, told: string): string | null =>
  districtsOf(provinceId).find((district) => foldTr(district) === foldTr(told)) ?? null;

export const unknownDistrict = (provinceId: number): string => `${provinceName(provinceId)} ilinde bu adda ilçe yok.`;
