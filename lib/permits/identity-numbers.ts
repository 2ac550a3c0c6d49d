// Numbers that stand for a person or a workplace. A random valid one belongs to somebody living, so the demo uses only
// ranges that are never issued, and a production installation refuses exactly those (domain.md, Facts).

const digitsOf = (text: string): number[] => Array.from(text, Number);
const sum = (digits: readonly number[]): number => digits.reduce((total, digit) => total + digit, 0);

/** The two check digits of a foreigner or citizen number, for its first nine digits. */
export function personCheckDigits(firstNine: string): string {
  const digits = digitsOf(firstNine);
  const odd = sum(digits.filter((_, index) => index % 2 === 0));
  const even = sum(digits.filter((_, index) => index % 2 === 1));
  const tenth = (((odd * 7 - even) % 10) + 10) % 10;
  return `${tenth}${(odd + even + tenth) % 10}`;
}

const hasPersonCheckDigits = (number: string): boolean => /^\d{11}$/.test(number) && number.endsWith(personCheckDigits(number.slice(0, 9)));

export type NumberRules = { isProduction: boolean };

/** Eleven digits from 99 with right check digits; from 0, never issued, outside production only. */
export function isForeignerId(number: string, { isProduction }: NumberRules): boolean {
  return hasPersonCheckDigits(number) && (number.startsWith("99") || (!isProduction && number.startsWith("0")));
}

/** The check digit of a tax number, for its first nine digits (Gelir İdaresi Başkanlığı). */
export function taxCheckDigit(firstNine: string): string {
  const total = sum(
    digitsOf(firstNine).map((digit, index) => {
      const shifted = (digit + 9 - index) % 10;
      if (shifted === 0) return 0;
      return (shifted * 2 ** (9 - index)) % 9 || 9;
    }),
  );
  return String((10 - (total % 10)) % 10);
}

/** Ten digits with a right check digit; those from 000, never issued, outside production only. */
export function isTaxNumber(number: string, { isProduction }: NumberRules): boolean {
  return /^\d{10}$/.test(number) && number.endsWith(taxCheckDigit(number.slice(0, 9))) && !(isProduction && number.startsWith("000"));
}

const between = (text: string, first: number, last: number): string =>
  text.length <= first + last ? "•".repeat(text.length) : text.slice(0, first) + "•".repeat(text.length - first - last) + text.slice(-last);

/** "99•••••••12": enough to recognise one's own papers, not enough to use them. */
export const maskForeignerId = (number: string): string => between(number, 2, 2);

/** "F••••••42". */
export const maskPassport = (passport: string): string => between(passport, 1, 2);

/** "••.••.1991" of 1991-04-23. */
export const maskBirth = (date: string): string => `••.••.${date.slice(0, 4)}`;
