import type { PermitRecord } from "@/lib/permits/contract.ts";

/** Texts as they stand in the fields; an empty text is what the contract calls null. */
export type HolderTexts = Record<
  "givenNames" | "surname" | "sex" | "nationality" | "foreignerId" | "passport" | "birthOn" | "address",
  string
>;
export type EmployerTexts = Record<"taxNumber" | "workplaceNumber" | "title" | "district" | "address" | "sector" | "sizeBand", string>;
export type TermTexts = Record<"validFrom" | "validTo" | "occupation" | "otherProvinces" | "annotations", string>;

const terms = {
  validFrom: "Başlangıç",
  validTo: "Bitiş",
  occupation: "Meslek (ISCO-08)",
  otherProvinces: "Diğer çalışma illeri",
  annotations: "Şerhler",
};

export const permitFieldLabels = {
  provinceId: "İl",
  kind: "Tür",
  ...terms,
  permit: "Süre",
  "permit.validFrom": terms.validFrom,
  "permit.validTo": terms.validTo,
  "permit.occupation": terms.occupation,
  "permit.otherProvinces": terms.otherProvinces,
  "permit.annotations": terms.annotations,
  "holder.givenNames": "Ad",
  "holder.surname": "Soyad",
  "holder.sex": "Cinsiyet",
  "holder.nationality": "Uyruk",
  "holder.foreignerId": "Yabancı kimlik no",
  "holder.passport": "Pasaport no",
  "holder.birthOn": "Doğum tarihi",
  "holder.address": "Adres",
  employer: "İşveren",
  "employer.taxNumber": "Vergi no",
  "employer.workplaceNumber": "SGK işyeri sicil no",
  "employer.title": "Unvan",
  "employer.sector": "Sektör (NACE)",
  "employer.sizeBand": "Çalışan sayısı",
  "employer.district": "İlçe",
  "employer.address": "İşyeri adresi",
  applicationNumber: "Başvuru no",
  ground: "Değişikliğin dayanağı",
  reason: "Gerekçe",
  overrideReason: "Kanundaki süreden ayrılmanın gerekçesi",
  evidenceFileId: "Dayanak belgesi",
} as const;

export const emptyHolder: HolderTexts = {
  givenNames: "",
  surname: "",
  sex: "",
  nationality: "",
  foreignerId: "",
  passport: "",
  birthOn: "",
  address: "",
};
export const emptyEmployer: EmployerTexts = {
  taxNumber: "",
  workplaceNumber: "",
  title: "",
  district: "",
  address: "",
  sector: "",
  sizeBand: "",
};
export const emptyTerms: TermTexts = { validFrom: "", validTo: "", occupation: "", otherProvinces: "", annotations: "" };

export const linesOf = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);

/** What the page knows of a record; what is masked stays empty. */
export const textsOf = (record: PermitRecord) => ({
  holder: {
    ...emptyHolder,
    givenNames: record.givenNames,
    surname: record.surname,
    sex: record.sex as string,
    nationality: record.nationality,
  },
  employer: record.employer
    ? {
        taxNumber: record.employer.taxNumber,
        workplaceNumber: record.employer.workplaceNumber,
        title: record.employer.title,
        district: record.employer.district,
        address: record.employer.address,
        sector: record.sector ?? "",
        sizeBand: (record.employer.sizeBand ?? "") as string,
      }
    : emptyEmployer,
  permit: {
    validFrom: record.validFrom,
    validTo: record.validTo ?? "",
    occupation: record.occupation ?? "",
    otherProvinces: record.otherProvinces.join(","),
    annotations: record.annotations.join("\n"),
  },
});

/** Only what differs, so that what somebody else changed meanwhile is left alone. */
export function changedTexts<Texts extends Record<string, string>>(before: Texts, after: Texts): Partial<Texts> {
  const names = (Object.keys(after) as (keyof Texts)[]).filter((name) => after[name] !== before[name]);
  return Object.fromEntries(names.map((name) => [name, after[name]])) as Partial<Texts>;
}

export const isEmpty = (texts: object): boolean => Object.values(texts).every((text) => text === "");

type NullableTexts<Texts> = { [Name in keyof Texts]: string | null };

/** An empty text becomes null where the contract has it so. */
export function withNulls<Texts extends Partial<Record<string, string>>>(
  texts: Texts,
  names: readonly (keyof Texts)[],
): NullableTexts<Texts> {
  return Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [name, names.includes(name) && text === "" ? null : text]),
  ) as NullableTexts<Texts>;
}
