// A record's id in four numbers whose order is that of ids. By the second half alone a row is known again.
export const idColumns = ["head_a", "head_b", "key_a", "key_b"] as const;

/** Turned over, so that what is larger as bytes is larger as a number. */
const signBit = 1 << 31;

export const idNumber = (bytes: Buffer, offset: number): number => bytes.readInt32BE(offset) ^ signBit;

export function numbersOfId(id: string): number[] {
  const bytes = Buffer.from(id.replaceAll("-", ""), "hex");
  return idColumns.map((_name, at) => idNumber(bytes, 4 * at));
}

export function idOf(numbers: readonly number[]): string {
  const bytes = Buffer.alloc(16);
  for (const [at, number] of numbers.entries()) bytes.writeInt32BE(number ^ signBit, 4 * at);
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
