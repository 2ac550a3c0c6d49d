// Kurtarma kodu: opens the second step once when the telephone is lost. Eighty random bits in letters nobody confuses.

/** No I, L, O and U: people write them down by hand and read them back. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const length = 16;

export const recoveryCodeCount = 10;

/** Grouped by four: "7K2M-…". One byte gives one letter; 256 is a multiple of 32, so none is likelier. */
export function recoveryCodeOf(bytes: Uint8Array): string {
  const letters = [...bytes.subarray(0, length)].map((byte) => alphabet[byte % alphabet.length]).join("");
  return letters.replace(/(.{4})(?=.)/g, "$1-");
}

/** As it was drawn, however it was typed; null where it can be none. */
export function readRecoveryCode(typed: string): string | null {
  const plain = typed.toUpperCase().replace(/[\s-]/g, "").replaceAll("O", "0").replace(/[IL]/g, "1");
  if (plain.length !== length || [...plain].some((letter) => !alphabet.includes(letter))) return null;
  return plain.replace(/(.{4})(?=.)/g, "$1-");
}
