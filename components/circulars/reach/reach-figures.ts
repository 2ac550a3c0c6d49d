import type { ReachMeasure, ReachSort } from "@/components/circulars/reach/reach-filter.ts";
import type { ProvinceReach } from "@/lib/circulars/reach-contract.ts";
import { percentText } from "@/lib/platform/locale/percent.ts";
import { provinceName } from "@/lib/platform/locale/provinces.ts";
import { compareTr } from "@/lib/platform/locale/tr.ts";

/** What a row says under a measure: so many of so many, and what is left over. */
export type ReachFigure = { provinceId: number; name: string; part: number; whole: number; rest: number };

export const measureWords: Record<ReachMeasure, { title: string; whole: string; part: string; rest: string; share: string }> = {
  address: { title: "Adresi taze kurumların payı, %", whole: "Kurum", part: "Adresi taze", rest: "Geri dönen", share: "Taze, %" },
  letters: { title: "Yazının ulaştığı muhatapların payı, %", whole: "Muhatap", part: "Ulaşan", rest: "Bildiren", share: "Ulaşan, %" },
};

export const measureDefinitions: Record<ReachMeasure, readonly string[]> = {
  address: [
    "Her kurumun ilk denenen adresine bakılır; kanalı olmayan kurum da sayılır.",
    "Taze: kurulumun belirlediği süre içinde kanıtlı bir teslim ya da bir kişinin teyidi var.",
    "Geri dönen: son kanıt, yazının bu adrese bırakılamadığını söylüyor.",
  ],
  letters: [
    "Seçilen dönemde gönderilen ya da seçilen yazının muhatapları sayılır.",
    "Ulaşan: teslim ya da okundu kanıtı var, ya da muhatap bildirimde bulundu.",
    "Bildiren: bilgi alındı ya da gereği yapıldı bildirimi var.",
  ],
};

export function figureOf(row: ProvinceReach, measure: ReachMeasure): ReachFigure {
  const { provinceId } = row;
  const name = provinceName(provinceId) ?? String(provinceId);
  if (measure === "address") return { provinceId, name, part: row.fresh, whole: row.institutions, rest: row.returned };
  return { provinceId, name, part: row.reached, whole: row.recipients, rest: row.answered };
}

export const shareOf = ({ part, whole }: ReachFigure): number | null => (whole === 0 ? null : part / whole);

const orders: Record<ReachSort, (a: ReachFigure, b: ReachFigure) => number> = {
  share: (a, b) => (shareOf(b) ?? -1) - (shareOf(a) ?? -1),
  whole: (a, b) => b.whole - a.whole,
  part: (a, b) => b.part - a.part,
  rest: (a, b) => b.rest - a.rest,
  name: () => 0,
};

export const sortFigures = (rows: readonly ReachFigure[], sort: ReachSort): ReachFigure[] =>
  rows.toSorted((a, b) => orders[sort](a, b) || compareTr(a.name, b.name));

export const figureWords = ({ name, part, whole }: ReachFigure): string =>
  whole === 0 ? `${name}: kayıt yok` : `${name}: ${percentText(part, whole)}`;

export function sumOf(rows: readonly ReachFigure[]): ReachFigure {
  const total = (key: "part" | "whole" | "rest") => rows.reduce((sum, row) => sum + row[key], 0);
  return { provinceId: 0, name: "Toplam", part: total("part"), whole: total("whole"), rest: total("rest") };
}
