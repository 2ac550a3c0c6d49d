// The number (sayı) of an official letter, m.11: way of production, DETSİS number, file code, serial; only "-" between.
// E = electronic, Z = compulsory case, O = extraordinary case (both on paper).

export const documentNumberPattern = /^([EZO])-([1-9]\d{7})-(\d{3}(?:\.\d{2}){0,3})-(\d+)$/;

export type DocumentNumber = { production: "E" | "Z" | "O"; detsisNumber: string; fileCode: string; serial: number };

/** Throws for parts that could not be read back: a wrong number must never be reserved. */
export function formatDocumentNumber({ detsisNumber, fileCode, serial }: Omit<DocumentNumber, "production">): string {
  const number = `E-${detsisNumber}-${fileCode}-${serial}`;
  if (!documentNumberPattern.test(number)) throw new RangeError(`not a document number: ${number}`);
  return number;
}

export function parseDocumentNumber(text: string): DocumentNumber | null {
  const match = documentNumberPattern.exec(text.trim());
  if (!match) return null;
  const [, production = "", detsisNumber = "", fileCode = "", serial = ""] = match;
  return { production: production === "Z" || production === "O" ? production : "E", detsisNumber, fileCode, serial: Number(serial) };
}
