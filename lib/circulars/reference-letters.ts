/** References are lettered a) b) c) ç) in the alphabet's own order (Yönetmelik m.15); one alone has no letter. */
const letters = [..."abcçdefgğhıijklmnoöprsştuüvyz"];
const backVowels = "aıou";

export const mostReferences = letters.length;

/** "a)" before one of several references, nothing before a single one. */
export const referenceMark = (index: number, count: number): string => (count > 1 ? `${letters[index] ?? ""})` : "");

/** "İlgi (b)'de", as the text names it; the ending is that of the letter's spoken name: be'de, but a'da. */
export function citedReference(index: number, count: number): string {
  const letter = letters[index] ?? "";
  if (count <= 1) return "İlgi'de";
  return `İlgi (${letter})'${backVowels.includes(letter) ? "da" : "de"}`;
}
