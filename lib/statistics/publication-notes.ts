// What stands beside published figures: what they are, of which rows and which day, for whom, and what was hidden.
import { unknownCode } from "../permits/contract.ts";
import { monthName } from "../platform/locale/months.ts";
import { provinceName } from "../platform/locale/provinces.ts";
import { formatDateTime, formatNumber } from "../platform/locale/tr.ts";
import type { AsOf, Axis, StatisticsFilter } from "./contract.ts";
import { Dimension, type MeasureName, measureOf } from "./measures.ts";
import type { Audience } from "./publication-contract.ts";
import { axisHead, valueWord } from "./value-words.ts";

/** A name and what is to be said of it. */
export type Note = { name: string; text: string };

export const issuer = "Çalışma ve Sosyal Güvenlik Bakanlığı · Uluslararası İşgücü Genel Müdürlüğü";
export const inventedNotice = "ÖRNEK VERİ: Bu kurulumdaki bütün kayıtlar yapaydır; gerçek kişi ve sayılarla ilgisi yoktur.";

export const audienceWords: Record<Audience, string> = {
  publication: "Yayım için: küçük sayılar gizlenmiştir.",
  internal: "Hizmete özel: küçük sayılar gizlenmemiştir; yayımlanamaz, kurum dışına verilemez.",
};

export const ruleText = (threshold: number): string =>
  `1 ile ${formatNumber(threshold - 1)} arasındaki sayılar gizlenir. Toplamlardan ve birlikte yayımlanan öteki tablolardan ` +
  `hesaplanamasınlar diye gerektiği kadar başka sayı da gizlenir: gizlenen her sayı, en az ${formatNumber(threshold)} birim genişlikte ` +
  "bir aralığın herhangi bir yerinde olabilir. Sıfırlar gösterilir. Paylar sayısıyla birlikte, süreler ve oranlar " +
  `${formatNumber(threshold)} kayıttan azına dayanıyorsa gizlenir.`;

export function periodWords({ from, to }: Pick<StatisticsFilter, "from" | "to">): string {
  if (from && to) return from === to ? monthName(from) : `${monthName(from)} – ${monthName(to)}`;
  if (from) return `${monthName(from)} ve sonrası`;
  return to ? `${monthName(to)} sonuna kadar` : "Kayıtların başından bugüne";
}

/** Every filter but the period; a long list says how many it holds besides. */
export function filterNotes(filter: StatisticsFilter): Note[] {
  return Dimension.options.flatMap((dimension) => {
    const codes = filter[dimension];
    if (!codes || codes.length === 0) return [];
    return [{ name: axisHead(dimension), text: codes.map((code) => filterWord(dimension, String(code))).join(", ") }];
  });
}

const filterWord = (dimension: Axis, code: string): string =>
  dimension === "occupation" && code !== unknownCode && code.length !== 2 ? `${code} ile başlayanlar` : valueWord(dimension, code);

export const scopeWord = (provinceId: number | null): string => (provinceId === null ? "Türkiye" : (provinceName(provinceId) ?? ""));

type AboutCut = { measure: MeasureName; filter: StatisticsFilter; asOf: AsOf; provinceId: number | null };

/** Definition, unit, source, period, rows and moment of the data. */
export function cutNotes({ measure, filter, asOf, provinceId }: AboutCut): Note[] {
  const { label, definition, unit, origin } = measureOf(measure);
  const filters = filterNotes(filter);
  return [
    { name: "Gösterge", text: label },
    { name: "Tanım", text: definition },
    { name: "Birim", text: unit },
    { name: "Kaynak", text: origin },
    { name: "Dönem", text: periodWords(filter) },
    { name: "Kapsam", text: scopeWord(provinceId) },
    {
      name: "Süzgeçler",
      text: filters.length === 0 ? "Yok: bütün kayıtlar." : filters.map(({ name, text }) => `${name}: ${text}`).join("; "),
    },
    { name: "Veri anı", text: `${formatDateTime(new Date(asOf.at))} (Türkiye saati)` },
  ];
}
