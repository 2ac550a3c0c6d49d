const oneDecimal = new Intl.NumberFormat("tr-TR", { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** Share in per cent with one decimal, without the sign: "33,8". */
export const percentNumber = (part: number, whole: number): string => oneDecimal.format(whole === 0 ? 0 : (part / whole) * 100);

/** "%33,8" */
export const percentText = (part: number, whole: number): string => `%${percentNumber(part, whole)}`;

export const decimalText = (value: number): string => oneDecimal.format(value);
