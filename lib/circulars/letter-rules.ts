/**
 * The format rules of an official letter that a person can break while writing, each with its source (product.md A33).
 * Codes like `I-03` are those of a public checker and are kept; codes that begin with a word are our own. "Yönetmelik" is
 * the Regulation on Official Correspondence (Decision 2646), "Kılavuz" its guide.
 */

/** An error breaks a rule as it is written; a hint is a proposal that the writer may know better. */
export type FindingSeverity = "error" | "hint";

type LetterRule = { severity: FindingSeverity; title: string; source: string };

export const letterRules = {
  "B-04": { severity: "error", title: "Başlıkta bağlaç büyük harfle başlıyor", source: "Yönetmelik m.10, Kılavuz 7.5" },
  "S-01": { severity: "error", title: "Sayı yok ya da biçimi bozuk", source: "Yönetmelik m.11" },
  "T-01": { severity: "error", title: "Tarih yok ya da biçimi bozuk", source: "Yönetmelik m.12" },
  "KONU-1": { severity: "error", title: "Konunun sonunda noktalama var", source: "Yönetmelik m.13, Kılavuz 10" },
  "KONU-2": { severity: "hint", title: "Konunun sözcükleri büyük harfle başlar", source: "Yönetmelik m.13, Kılavuz 10" },
  "I-03": { severity: "error", title: "İlgi sayısı tam değil", source: "Yönetmelik m.15, Kılavuz 12.3" },
  "ILGI-1": { severity: "error", title: "İlgi nokta ile bitmiyor", source: "Yönetmelik m.15" },
  "ILGI-2": { severity: "hint", title: "İlginin tarihi ve sayısı okunmuyor", source: "Yönetmelik m.15" },
  "ILGI-3": { severity: "error", title: "İlgiler tarih sırasında değil", source: "Yönetmelik m.15" },
  "I-09": { severity: "error", title: "Metinde ilgiye atıf yok", source: "Yönetmelik m.16, Kılavuz 13.2" },
  "METIN-1": { severity: "error", title: "Kurum adından sonra kesme işareti var", source: "Yönetmelik m.16, Kılavuz 13" },
  "METIN-2": { severity: "hint", title: "Sayının basamakları ayrılmamış", source: "Yönetmelik m.16, Kılavuz 13" },
  "METIN-3": { severity: "hint", title: "Kısaltmanın açık adı yazılmamış", source: "Yönetmelik m.16, Kılavuz 13" },
  "KAPANIS-1": { severity: "hint", title: "Kapanış muhataplara uymuyor", source: "Yönetmelik m.16/12, Kılavuz 13.1" },
  "KAPANIS-2": { severity: "error", title: "Kapanış metinde ayrıca yazılmış", source: "Yönetmelik m.16/12, Kılavuz 13.1" },
  "GUNLU-1": { severity: "error", title: "Günlü yazının süresi metinde yok", source: "Yönetmelik m.26, Kılavuz 23" },
  "GUNLU-2": { severity: "hint", title: "Bilgi, görüş ve belge istekleri günlüdür", source: "Yönetmelik m.26, m.33; Kılavuz 23" },
  "ACELE-1": { severity: "error", title: "ACELE yazıda süre belirtilmiş", source: "Yönetmelik m.26, Kılavuz 23" },
  "ACELE-2": { severity: "error", title: "İvedilik başka bir sözcükle yazılmış", source: "Yönetmelik m.26, Kılavuz 23" },
  "TEKIT-1": { severity: "error", title: "Tekit yazısının ilgisi yok", source: "Yönetmelik m.34, Kılavuz 30" },
  "TEKIT-2": { severity: "error", title: "Tekit yazısında “tekiden” yok", source: "Yönetmelik m.34, Kılavuz 30" },
  "TEKIT-3": { severity: "error", title: "Üst makama tekit yazılmış", source: "Yönetmelik m.34, Kılavuz 30" },
  "EK-01": { severity: "error", title: "Ekte sayfa sayısı yok", source: "Yönetmelik m.18/2" },
  "GN-03": { severity: "error", title: "İmza, ek ve dağıtım ayrı sayfalarda", source: "Yönetmelik m.16/5, m.19/3" },
  "DAGITIM-1": { severity: "hint", title: "Dağıtım yazının sayfasına sığıyor", source: "Yönetmelik m.19/3" },
  "ALAN-1": { severity: "error", title: "Şablon alanı doldurulmamış", source: "Şablon alanı: ayraçlarıyla basılamaz" },
  "KOD-1": { severity: "error", title: "Belge doğrulama kodu geçersiz", source: "e-Yazışma paketi: kod, belge kimliğidir (GUID)" },
} as const satisfies Record<string, LetterRule>;

export type LetterRuleCode = keyof typeof letterRules;

/** Where a finding stands; rows are counted from 0, a field of its own is row 0. */
export type LetterPlace = {
  field:
    | "heading"
    | "documentNumber"
    | "documentOn"
    | "subject"
    | "references"
    | "body"
    | "closing"
    | "attachments"
    | "recipients"
    | "urgency"
    | "verificationCode"
    | "layout";
  index: number;
};

/** The characters of the field it is about; null where it is about what is missing. */
export type TextSpan = { from: number; to: number };

export type LetterFinding = {
  code: LetterRuleCode;
  severity: FindingSeverity;
  title: string;
  /** How to mend it. */
  mend: string;
  source: string;
  place: LetterPlace;
  span: TextSpan | null;
  /** What the whole field would say once mended; null where only the writer can know. */
  mended: string | null;
};

type Found = Pick<LetterFinding, "mend"> & Partial<Pick<LetterFinding, "span" | "mended">> & { index?: number };

export function finding(code: LetterRuleCode, field: LetterPlace["field"], found: Found): LetterFinding {
  const { mend, span = null, mended = null, index = 0 } = found;
  return { code, ...letterRules[code], mend, place: { field, index }, span, mended };
}

/** "2 kurala aykırı yer, 1 öneri" */
export function findingsInWords(findings: readonly LetterFinding[]): string {
  const errors = findings.filter(({ severity }) => severity === "error").length;
  const hints = findings.length - errors;
  return [errors > 0 && `${errors} kurala aykırı yer`, hints > 0 && `${hints} öneri`].filter(Boolean).join(", ");
}
