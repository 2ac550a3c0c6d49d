import type { Language } from "@/components/shell/public-language.tsx";

/** Parts of a source as the table of rights writes them, for readers of English; titles of pages and laws keep their name. */
const english: [RegExp, string | ((...found: string[]) => string)][] = [
  [/^Kaynakta yok$/, "Not in the sources"],
  [/^kartta yazan (.+) bakılır$/, (_, what = "") => `see the ${what.startsWith("işveren") ? "employer" : "province of work"} on the card`],
  [/^(\d+) sayılı Kanun m\. ?(.+)$/, (_, law = "", articles = "") => `Law No. ${law}, art. ${articles.replace(/ ve /g, " and ")}`],
  [
    /^Dağıtımlı yazı, ([\d.]+): ikamet hakkı ve vize muafiyeti$/,
    (_, day = "") => `Circular of ${day}: right of residence and visa exemption`,
  ],
  [/^csgb\.gov\.tr, Yabancılara Düzenlenen Belgeler$/, "csgb.gov.tr, “Documents Issued to Foreigners” (in Turkish)"],
];

/** Where nobody says so, the sentence says that by itself and needs no "source" before it. */
export const isSourced = (source: string): boolean => !source.startsWith("Kaynakta yok");

/** Who says so. A source nobody has translated stays as it is written, and says that it is Turkish. */
export function sourceIn(language: Language, source: string): { text: string; isTurkish: boolean } {
  if (language === "tr") return { text: source, isTurkish: true };
  const parts = source.split(/;\s*/).map(partInEnglish);
  if (parts.some((part) => part === null)) return { text: source, isTurkish: true };
  return { text: parts.join("; "), isTurkish: false };
}

function partInEnglish(part: string): string | null {
  const [pattern, words] = english.find(([known]) => known.test(part)) ?? [];
  if (!pattern || words === undefined) return null;
  return typeof words === "string" ? words : words(...(pattern.exec(part) ?? []));
}
