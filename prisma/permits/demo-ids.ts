// Numbers of the demo: right check digits, and a beginning that nobody's number has (domain.md, "Facts").
import { dice } from "./dice.ts";

/** "0" and eight digits from 1 on, with the two check digits of a citizen or foreigner id. */
export function foreignerIdOf(index: number): string {
  const digits = `0${String(index + 1).padStart(8, "0")}`;
  const at = (position: number) => digits.charCodeAt(position) - 48;
  const odd = at(0) + at(2) + at(4) + at(6) + at(8);
  const even = at(1) + at(3) + at(5) + at(7);
  const tenth = (((odd * 7 - even) % 10) + 10) % 10;
  return `${digits}${tenth}${(odd + even + tenth) % 10}`;
}

export const passportOf = (index: number): string => `TST${String(index).padStart(8, "0")}`;

/** "000" and six digits, with the tax number's check digit. */
export function taxNumberOf(index: number): string {
  const digits = `000${String(index).padStart(6, "0")}`.split("").map(Number);
  const sum = digits.reduce((total, digit, position) => {
    const shifted = (digit + 9 - position) % 10;
    if (shifted === 0) return total;
    const weighed = (shifted * 2 ** (9 - position)) % 9;
    return total + (weighed === 0 ? 9 : weighed);
  }, 0);
  return `${digits.join("")}${(10 - (sum % 10)) % 10}`;
}

const hexOf = (length: number) => Array.from({ length: 16 ** length }, (_, value) => value.toString(16).padStart(length, "0"));
const [hex1, hex2, hex3, hex4] = [hexOf(1), hexOf(2), hexOf(3), hexOf(4)] as [string[], string[], string[], string[]];

/** A uuid of version 7 by its moment; `kind` keeps the tables' ids apart. */
export function demoUuid(moment: number, kind: number, index: number): string {
  const roll = dice(kind * 7_919, index);
  const minutes = Math.floor(moment / 65_536);
  const time = `${hex4[Math.floor(minutes / 65_536)]}${hex4[minutes % 65_536]}-${hex4[moment % 65_536]}`;
  const random = `7${hex3[Math.floor(roll() * 4_096)]}-8${hex1[kind]}${hex2[Math.floor(roll() * 256)]}`;
  return `${time}-${random}-${hex4[index >>> 16]}${hex4[index & 65_535]}${hex4[Math.floor(roll() * 65_536)]}`;
}
