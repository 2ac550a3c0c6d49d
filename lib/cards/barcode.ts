// PTT's item number in the international form, UPU S10: two letters, eight digits, a check digit, the country. Domestic barcodes may
// differ: whoever reads one warns and does not refuse (domain.md, Facts).

const weights = [8, 6, 4, 2, 3, 5, 9, 7];

/** Check digit of eight digits (UPU S10): 11 less the weighted sum modulo 11; 10 becomes 0, 11 becomes 5. */
export function checkDigitOf(digits: string): number {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  const digit = 11 - (sum % 11);
  if (digit === 10) return 0;
  return digit === 11 ? 5 : digit;
}

/** Whether a barcode is a whole S10 item number with its right check digit. */
export function isItemNumber(barcode: string): boolean {
  const [, digits = "", check] = /^[A-Z]{2}(\d{8})(\d)[A-Z]{2}$/.exec(barcode) ?? [];
  return digits !== "" && checkDigitOf(digits) === Number(check);
}
