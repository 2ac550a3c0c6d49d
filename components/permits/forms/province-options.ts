import { provinceName } from "@/lib/platform/locale/provinces.ts";
import { compareTr } from "@/lib/platform/locale/tr.ts";

/** The 81 provinces in the order of the alphabet. */
export const provinceOptions = Array.from({ length: 81 }, (_, index) => ({
  value: String(index + 1),
  label: provinceName(index + 1) ?? String(index + 1),
})).sort((a, b) => compareTr(a.label, b.label));
