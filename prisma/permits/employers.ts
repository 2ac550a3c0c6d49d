// Invented employers: titles by sector, spread over the provinces as foreigners' work is.
import { provinceName } from "../../lib/platform/locale/provinces.ts";
import { demoUuid, taxNumberOf } from "./demo-ids.ts";
import { type Dice, dice, picker } from "./dice.ts";

export type SeedEmployer = {
  id: string;
  provinceId: number;
  taxNumber: string;
  workplaceNumber: string;
  title: string;
  sector: string;
  sizeBand: string;
};

const heavy: Record<number, number> = {
  34: 380,
  7: 150,
  6: 65,
  48: 60,
  35: 50,
  16: 38,
  27: 34,
  33: 28,
  41: 24,
  31: 16,
  63: 12,
  1: 12,
  42: 12,
  68: 10,
};
export const provinceOf = picker(Array.from({ length: 81 }, (_, index) => [index + 1, heavy[index + 1] ?? 2]));

const sectors: readonly [string, number, string[], string[]][] = [
  ["I", 24, ["Otelcilik Turizm", "Restoran İşletmeciliği", "Resort Turizm"], ["5131", "5120", "9412", "4224"]],
  ["T", 18, ["Ev Hizmetleri", "Bakım Hizmetleri"], ["5311", "9111", "5322"]],
  ["C", 20, ["Tekstil Sanayi", "Makine Sanayi", "Gıda Sanayi", "Mobilya"], ["8153", "7531", "8160", "7522"]],
  ["F", 9, ["Yapı İnşaat", "Mühendislik İnşaat"], ["7112", "9313", "2142"]],
  ["G", 10, ["Dış Ticaret", "Mağazacılık", "Pazarlama"], ["5223", "3322", "5244"]],
  ["N", 5, ["Seyahat Acentesi", "Temizlik Hizmetleri"], ["9112", "5113"]],
  ["P", 4, ["Eğitim Kurumları", "Dil Okulları"], ["2353", "2330"]],
  ["J", 4, ["Yazılım", "Bilişim Teknolojileri"], ["2512", "2519"]],
  ["R", 3, ["Eğlence Organizasyon", "Spor Kulübü"], ["2653", "3421"]],
  ["Q", 2, ["Sağlık Hizmetleri", "Hastane İşletmeciliği"], ["2212", "2221"]],
  ["A", 2, ["Tarım Hayvancılık", "Seracılık"], ["9211", "9212"]],
];
const sectorOf = picker(sectors.map((sector) => [sector, sector[1]]));
const occupationsBySector = new Map(sectors.map(([letter, , , codes]) => [letter, codes]));
const sizeOf = picker([
  ["1-9", 45],
  ["10-49", 32],
  ["50-249", 16],
  ["250+", 7],
] as [string, number][]);
const brandA =
  "Yıldız Güneş Akdeniz Anadolu Marmara Bozkır Hitit Selçuk Toros Çınar Öz Şafak Doğan Ege Kuzey Güven Ulu İpek Mavi Altın Kapadokya Ihlara Yeşil Gümüş".split(
    " ",
  );
const brandB = "Tur Park Life Grup Global Ata Bey Deniz Şehir Umut Vadi Köprü Pınar Kaya Işık Nar Başak Çelik Ufuk Zirve".split(" ");
const endings = ["Ltd. Şti.", "A.Ş.", "San. ve Tic. Ltd. Şti.", "Tic. A.Ş."];

export const employerWords = (): string[] => [
  ...brandA,
  ...brandB,
  ...sectors.flatMap(([, , titles]) => titles),
  ...endings,
  ...Array.from({ length: 81 }, (_, index) => provinceName(index + 1) ?? ""),
];

const pick = <T>(list: readonly T[], roll: Dice): T => list[Math.floor(roll() * list.length)] as T;

/** The same employer for the same index, whatever the size of the demo. */
export function seedEmployer(index: number): SeedEmployer {
  const roll = dice(7_000_003, index);
  const provinceId = provinceOf(roll());
  const [sector, , titles] = sectorOf(roll());
  const household = sector === "T" && roll() < 0.5;
  const brand = `${pick(brandA, roll)} ${household ? provinceName(provinceId) : pick(brandB, roll)}`;
  return {
    id: demoUuid(1_325_376_000_000 + index * 1_000, 3, index),
    provinceId,
    taxNumber: taxNumberOf(index),
    workplaceNumber: `${2}${String(index).padStart(9, "0")}`,
    title: `${brand} ${pick(titles, roll)} ${pick(endings, roll)}`,
    sector,
    sizeBand: sizeOf(roll()),
  };
}

export function occupationIn(sector: string, roll: Dice): string {
  return pick(occupationsBySector.get(sector) ?? ["9629"], roll);
}

/** One employer for some 25 permits. */
export const employerCountFor = (permits: number): number => Math.max(81, Math.ceil(permits / 25));
