// Numbers of the demo: right check digits, and a beginning that nobody's number has (domain.md, "Facts").
import { dice } from "./dice.ts";

/** "0" and eight digits from 1 on, with the two check digits of a citizen or foreigner id. */
export function foreignerIdOf(index: number): string {
  const digits = `0${String(index + 1).padStart(8, "0")}`.split("").map(Number);
  const at = (position: number) => digits[position] ?? 0;
  const odd = at(0) + at(2) + at(4) + at(6) + at(8);
  const even = at(1) + at(3) + at(5) + at(7);
  digits.push((((odd * 7 - even) % 10) + 10) % 10);
  digits.push(digits.reduce((sum, digit) => sum + digit, 0) % 10);
  return digits.join("");
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

const hex = (value: number, length: number): string => Math.floor(value).toString(16).padStart(length, "0");

/** A uuid of version 7 by its moment; `kind` keeps the tables' ids apart. */
export function demoUuid(moment: number, kind: number, index: number): string {
  const roll = dice(kind * 7_919, index);
  const time = hex(moment, 12);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(roll() * 4_096, 3)}-8${hex(kind, 1)}${hex(roll() * 256, 2)}-${hex(index, 8)}${hex(roll() * 65_536, 4)}`;
}
