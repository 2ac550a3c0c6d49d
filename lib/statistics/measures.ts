/**
 * The measure catalogue (product.md D11): every figure that screens, tables, exports and the yearbook show is one of these.
 * A measure counts the rows of one source, or takes a share or a quantile of them. Both back ends are written from `source`.
 */
import { z } from "zod";

export const Dimension = z.enum([
  "province",
  "nationality",
  "kind",
  "type",
  "sex",
  "age",
  "sector",
  "occupation",
  "design",
  "size",
  "education",
  "outcome",
]);
export type Dimension = z.infer<typeof Dimension>;

export const MeasureName = z.enum([
  "permits_issued",
  "first_permits",
  "extensions",
  "in_force",
  "expired",
  "cancelled",
  "applications",
  "approvals",
  "refusals",
  "decision_days",
  "cards_produced",
  "cards_delivered",
  "cards_returned",
  "blanks_spoiled",
  "new_design_share",
  "decision_to_card_days",
  "card_to_post_days",
  "post_to_holder_days",
  "circulars_dispatched",
  "recipients_reached",
  "days_to_acknowledge",
]);
export type MeasureName = z.infer<typeof MeasureName>;

/** One row of a source is one permit, application, card, circular or recipient. */
export type Source = "permit" | "application" | "card" | "circular" | "recipient";
/** `count` and `stock` are whole numbers that add up; `share` is per cent; `days` are quantiles. A stock is of a day, the last of the period. */
export type MeasureForm = "count" | "stock" | "share" | "days";

export type Measure = {
  name: MeasureName;
  label: string;
  unit: "izin" | "başvuru" | "kart" | "baskı" | "yazı" | "alıcı" | "%" | "gün";
  form: MeasureForm;
  source: Source;
  /** What is counted, by which day, and what is left out; one or two sentences a reader outside the office understands. */
  definition: string;
  /** Where the rows come from, in words. */
  origin: string;
  breakdowns: readonly Dimension[];
};

const person = ["province", "nationality", "kind", "type", "sex", "age", "sector", "occupation", "size", "education"] as const;
const ofPermit = [...person, "design"] as const satisfies readonly Dimension[];
const ofApplication = [...person, "outcome"] as const satisfies readonly Dimension[];
const ofCard = [...person, "design"] as const satisfies readonly Dimension[];
const ofCircular = ["province"] as const satisfies readonly Dimension[];

const permitRecords = "İzin kayıtları";
const applicationMirror = "Başvuru kayıtları (Bakanlık başvuru sisteminden)";
const cardRecords = "Kart kayıtları ve kart olayları";
const circularRecords = "Dağıtımlı yazı ve alıcı kayıtları";

export const measures: Readonly<Record<MeasureName, Measure>> = {
  permits_issued: {
    name: "permits_issued",
    label: "Verilen izin",
    unit: "izin",
    form: "count",
    source: "permit",
    definition: "Dönem içinde kaydedilen izinler; ilk başvuru ve uzatma birlikte. Sonradan hatalı kayıt sayılanlar dışarıdadır.",
    origin: permitRecords,
    breakdowns: ofPermit,
  },
  first_permits: {
    name: "first_permits",
    label: "İlk izin",
    unit: "izin",
    form: "count",
    source: "permit",
    definition: "Dönem içinde kaydedilen ve uzatma olmayan izinler. İşveren değişikliği yeniden ilk başvurudur (6735, md. 10).",
    origin: permitRecords,
    breakdowns: ofPermit,
  },
  extensions: {
    name: "extensions",
    label: "Uzatma",
    unit: "izin",
    form: "count",
    source: "permit",
    definition: "Dönem içinde kaydedilen ve önceki bir iznin devamı olan izinler.",
    origin: permitRecords,
    breakdowns: ofPermit,
  },
  in_force: {
    name: "in_force",
    label: "Yürürlükteki izin",
    unit: "izin",
    form: "stock",
    source: "permit",
    definition:
      "Dönemin son gününde yürürlükte olan izinler: başlamış, süresi dolmamış, o gün itibarıyla iptal edilmemiş ve yenilenmemiş olanlar.",
    origin: permitRecords,
    breakdowns: ofPermit,
  },
  expired: {
    name: "expired",
    label: "Süresi dolan izin",
    unit: "izin",
    form: "count",
    source: "permit",
    definition: "Bitiş tarihi dönem içinde olan ve o güne kadar iptal edilmemiş, yenilenmemiş izinler.",
    origin: permitRecords,
    breakdowns: ofPermit,
  },
  cancelled: {
    name: "cancelled",
    label: "İptal edilen izin",
    unit: "izin",
    form: "count",
    source: "permit",
    definition: "İptali dönem içinde sonuç doğuran izinler.",
    origin: permitRecords,
    breakdowns: ofPermit,
  },
  applications: {
    name: "applications",
    label: "Başvuru",
    unit: "başvuru",
    form: "count",
    source: "application",
    definition: "Dönem içinde yapılan başvurular; sonucu ne olursa olsun.",
    origin: applicationMirror,
    breakdowns: ofApplication,
  },
  approvals: {
    name: "approvals",
    label: "Uygun bulunan",
    unit: "başvuru",
    form: "count",
    source: "application",
    definition: "Dönem içinde uygun bulunarak sonuçlanan başvurular.",
    origin: applicationMirror,
    breakdowns: ofApplication,
  },
  refusals: {
    name: "refusals",
    label: "Ret",
    unit: "başvuru",
    form: "count",
    source: "application",
    definition: "Dönem içinde reddedilen başvurular; iade edilenler ve vazgeçilenler dışarıdadır.",
    origin: applicationMirror,
    breakdowns: ofApplication,
  },
  decision_days: {
    name: "decision_days",
    label: "Karar süresi",
    unit: "gün",
    form: "days",
    source: "application",
    definition: "Dönem içinde sonuçlanan başvurularda başvurudan karara geçen takvim günü.",
    origin: applicationMirror,
    breakdowns: ofApplication,
  },
  cards_produced: {
    name: "cards_produced",
    label: "Üretilen kart",
    unit: "kart",
    form: "count",
    source: "card",
    definition: "Dönem içinde düzenlenen kartlar: yeni tasarımda denetimden geçtiği gün, eski tasarımda üzerindeki düzenleme günü.",
    origin: cardRecords,
    breakdowns: ofCard,
  },
  cards_delivered: {
    name: "cards_delivered",
    label: "Teslim edilen kart",
    unit: "kart",
    form: "count",
    source: "card",
    definition: "Dönem içinde teslim edilen ve teslimi geri alınmamış kartlar; PTT’nin bildirdiği gün esastır.",
    origin: cardRecords,
    breakdowns: ofCard,
  },
  cards_returned: {
    name: "cards_returned",
    label: "İade gelen kart",
    unit: "kart",
    form: "count",
    source: "card",
    definition: "Dönem içinde ilk kez geri dönen kartlar. Yeniden gönderilip teslim edilenler de sayılır.",
    origin: cardRecords,
    breakdowns: ofCard,
  },
  blanks_spoiled: {
    name: "blanks_spoiled",
    label: "Bozuk çıkan baskı",
    unit: "baskı",
    form: "count",
    source: "card",
    definition: "Dönem içinde denetimden geçmeyen baskılar; aynı kart birden çok kez bozuk çıkabilir.",
    origin: cardRecords,
    breakdowns: ofCard,
  },
  new_design_share: {
    name: "new_design_share",
    label: "Yeni tasarım payı",
    unit: "%",
    form: "share",
    source: "permit",
    definition: "Bugün yürürlükteki izinlerden geçerli kartı olanlar içinde kartı yeni tasarımda olanların payı.",
    origin: `${permitRecords}, ${cardRecords.toLowerCase()}`,
    breakdowns: ofPermit,
  },
  decision_to_card_days: {
    name: "decision_to_card_days",
    label: "Karardan karta",
    unit: "gün",
    form: "days",
    source: "card",
    definition: "Dönem içinde düzenlenen ilk kartlarda iznin kaydından kartın düzenlenmesine geçen takvim günü.",
    origin: cardRecords,
    breakdowns: ofCard,
  },
  card_to_post_days: {
    name: "card_to_post_days",
    label: "Karttan PTT’ye",
    unit: "gün",
    form: "days",
    source: "card",
    definition: "Dönem içinde PTT’ye teslim edilen kartlarda düzenlenmeden teslime geçen takvim günü.",
    origin: cardRecords,
    breakdowns: ofCard,
  },
  post_to_holder_days: {
    name: "post_to_holder_days",
    label: "PTT’den hak sahibine",
    unit: "gün",
    form: "days",
    source: "card",
    definition: "Dönem içinde hak sahibine teslim edilen kartlarda PTT’ye teslimden hak sahibine geçen takvim günü.",
    origin: cardRecords,
    breakdowns: ofCard,
  },
  circulars_dispatched: {
    name: "circulars_dispatched",
    label: "Dağıtılan yazı",
    unit: "yazı",
    form: "count",
    source: "circular",
    definition: "Dönem içinde dağıtımına başlanan yazılar; sistemi kullanan illerin yazılarıdır.",
    origin: circularRecords,
    breakdowns: ofCircular,
  },
  recipients_reached: {
    name: "recipients_reached",
    label: "Ulaşılan alıcı",
    unit: "alıcı",
    form: "count",
    source: "recipient",
    definition: "Dönem içinde kendisine ulaştığı delille gösterilen alıcılar; her yazı için bir kez sayılır.",
    origin: circularRecords,
    breakdowns: ofCircular,
  },
  days_to_acknowledge: {
    name: "days_to_acknowledge",
    label: "Bilgi alınma süresi",
    unit: "gün",
    form: "days",
    source: "recipient",
    definition: "Dönem içinde bilgi aldığını bildiren alıcılarda dağıtımdan bildirime geçen takvim günü.",
    origin: circularRecords,
    breakdowns: ofCircular,
  },
};

export const measureOf = (name: MeasureName): Measure => measures[name];
export const allowsBreakdown = (name: MeasureName, dimension: Dimension): boolean => measures[name].breakdowns.includes(dimension);
