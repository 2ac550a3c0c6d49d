// What one row of a file says, by the rules of a permit (docs/import-format.md). Pure: looks at no record.

import type { CellFault, Cells } from "../platform/import/column.ts";
import { RowReading, words } from "../platform/import/row-reading.ts";
import { type PermitKind, SizeBand } from "./contract.ts";
import { isForeignerId, isTaxNumber } from "./identity-numbers.ts";
import { mayBeOpenEnded, needsEmployer } from "./permit.ts";

export type PermitCells = {
  number: string;
  kind: PermitKind | "";
  givenNames: string;
  surname: string;
  sex: string;
  nationality: string;
  birthOn: string | null;
  foreignerId: string | null;
  passport: string | null;
  address: string | null;
  employerTaxNumber: string | null;
  employerTitle: string;
  workplaceNumber: string;
  sector: string | null;
  sizeBand: string | null;
  occupation: string | null;
  validFrom: string;
  validTo: string | null;
  annotations: string[];
  predecessorNumber: string | null;
};
export type ApplicationCells = {
  number: string;
  submittedOn: string;
  decidedOn: string | null;
  outcome: string | null;
  type: string;
  kind: PermitKind | "";
  nationality: string;
  sex: string;
  birthYear: number | null;
  sector: string | null;
  occupation: string | null;
  education: string | null;
  sizeBand: string | null;
};
export type UnderstoodRow = { provinceId: number; permit: PermitCells | null; application: ApplicationCells | null };
export type RowFrame = { provinceId: number | null; today: string; isProduction: boolean };

const kinds = words<PermitKind>({
  sureli: "fixed_term",
  suresiz: "permanent",
  bagimsiz: "independent",
  "gecici koruma": "temporary_protection",
  "uluslararasi koruma": "international_protection",
  muafiyet: "exemption",
  "calisma izni muafiyeti": "exemption",
  "turkuaz kart": "turquoise",
  turkuaz: "turquoise",
});
const sexes = words({ k: "female", kadin: "female", e: "male", erkek: "male" });
const outcomes = words({ onay: "approved", kabul: "approved", ret: "refused", iade: "returned", vazgecme: "withdrawn" });
const types = words({ ilk: "first", "ilk basvuru": "first", uzatma: "extension" });
const educations = words({
  yok: "none",
  ilkokul: "primary",
  ortaogretim: "secondary",
  lise: "secondary",
  meslek: "vocational",
  lisans: "bachelor",
  "yuksek lisans": "master",
  doktora: "doctorate",
});
const bands: readonly string[] = SizeBand.options;

export function understandRow(cells: Cells, frame: RowFrame): { row: UnderstoodRow; faults: CellFault[] } {
  const reading = new RowReading(cells);
  const common: Common = {
    kind: reading.word("kind", kinds, "Böyle bir izin türü yok.") ?? "",
    sex: reading.word("sex", sexes, "K ya da E yazın.") ?? "",
    nationality: reading.matching("nationality", /^[A-Z]{3}$/, "Uyruk üç büyük harfli ülke kodudur.") ?? "",
    sector: reading.matching("sector", /^[A-U]$/, "Sektör A ile U arasında bir harftir."),
    occupation: reading.matching("occupation", /^\d{4}$/, "Meslek kodu 4 rakamdır."),
    sizeBand: bandOf(reading),
  };
  const birthOn = reading.date("birthOn");
  if (birthOn && birthOn > frame.today) reading.fault("birthOn", "Doğum tarihi bugünden sonra olamaz.");
  const permit = cells.number ? permitOf(reading, common, birthOn, frame) : null;
  const application = cells.applicationNumber ? applicationOf(reading, common, birthOn) : null;
  if (!permit && !application) reading.fault("number", "İzin no ya da başvuru no yazın.");
  if (permit && application?.outcome && application.outcome !== "approved")
    reading.fault("outcome", "İzni olan başvurunun sonucu onay olmalı.");
  return { row: { provinceId: provinceOf(reading, frame), permit, application }, faults: reading.faults };
}

type Common = Pick<PermitCells, "kind" | "sex" | "nationality" | "sector" | "occupation" | "sizeBand">;

function bandOf(reading: RowReading): string | null {
  const band = reading.cells.sizeBand ?? "";
  if (band === "" || bands.includes(band)) return band || null;
  return reading.fault("sizeBand", "1-9, 10-49, 50-249 ya da 250+ yazın.");
}

function provinceOf(reading: RowReading, { provinceId }: RowFrame): number {
  const value = reading.cells.province ?? "";
  const told = /^\d{1,2}$/.test(value) ? Number(value) : 0;
  const plate = value === "" ? provinceId : told;
  if (plate === null) reading.fault("province", "İl plaka kodunu yazın.");
  else if (plate < 1 || plate > 81) reading.fault("province", "Plaka kodu 1 ile 81 arasındadır.");
  else if (provinceId !== null && plate !== provinceId)
    reading.fault("province", "Satır başka bir ile ait; yalnız kendi ilinizin kayıtlarını aktarabilirsiniz.");
  return plate ?? 0;
}

function permitOf(reading: RowReading, common: Common, birthOn: string | null, frame: RowFrame): PermitCells {
  const dates = datesOf(reading, common.kind);
  return {
    ...common,
    birthOn,
    number: reading.matching("number", /^\d{4,20}$/, "İzin no 4–20 rakamdır.") ?? "",
    givenNames: reading.needed("givenNames", 100, "Ad boş olamaz."),
    surname: reading.needed("surname", 100, "Soyad boş olamaz."),
    ...identityOf(reading, frame),
    ...employerOf(frame, reading, common),
    ...dates,
    annotations: reading
      .text("annotations", 1_000)
      .split("|")
      .map((one) => one.trim())
      .filter(Boolean),
    predecessorNumber: reading.matching("predecessorNumber", /^\d{4,20}$/, "Önceki izin no 4–20 rakamdır."),
  };
}

function identityOf(reading: RowReading, frame: RowFrame): Pick<PermitCells, "foreignerId" | "passport" | "address"> {
  const foreignerId = reading.cells.foreignerId || null;
  if (foreignerId && !isForeignerId(foreignerId, frame))
    reading.fault("foreignerId", "Yabancı kimlik no geçersiz: denetim rakamları tutmuyor.");
  const passport = reading.matching("passport", /^[A-Za-z0-9 -]{4,20}$/, "Pasaport no harf ve rakamdan oluşur, 4–20 karakterdir.");
  if (!foreignerId && !(reading.cells.passport ?? "")) reading.fault("foreignerId", "Yabancı kimlik no ya da pasaport no yazın.");
  return { foreignerId, passport, address: reading.text("address", 300) || null };
}

function employerOf(
  frame: RowFrame,
  reading: RowReading,
  { kind, sector }: Common,
): Pick<PermitCells, "employerTaxNumber" | "employerTitle" | "workplaceNumber"> {
  const employerTaxNumber = reading.cells.employerTaxNumber || null;
  const workplaceNumber = reading.matching("workplaceNumber", /^[0-9.-]{1,30}$/, "SGK işyeri no rakamlardan oluşur.") ?? "";
  if (!employerTaxNumber) {
    if (kind && needsEmployer(kind)) reading.fault("employerTaxNumber", "Bu tür izin bir işverene bağlıdır; vergi no yazın.");
    return { employerTaxNumber: null, employerTitle: "", workplaceNumber: "" };
  }
  if (!isTaxNumber(employerTaxNumber, frame)) reading.fault("employerTaxNumber", "Vergi no geçersiz: denetim rakamı tutmuyor.");
  if (!sector && !reading.cells.sector) reading.fault("sector", "İşveren varsa sektör yazın.");
  return {
    employerTaxNumber,
    employerTitle: reading.needed("employerTitle", 300, "Vergi no varsa işveren unvanı yazın."),
    workplaceNumber,
  };
}

/** P2: an end is never before the start, and missing only where the kind has none. */
function datesOf(reading: RowReading, kind: PermitCells["kind"]): Pick<PermitCells, "validFrom" | "validTo"> {
  const validFrom = reading.date("validFrom");
  const validTo = reading.date("validTo");
  if (!validFrom && !reading.cells.validFrom) reading.fault("validFrom", "Başlangıç tarihini yazın.");
  if (!reading.cells.validTo && kind && !mayBeOpenEnded(kind)) reading.fault("validTo", "Bu tür iznin bitiş tarihi boş olamaz.");
  if (validFrom && validTo && validTo < validFrom) reading.fault("validTo", "Bitiş, başlangıçtan önce olamaz.");
  return { validFrom: validFrom ?? "", validTo };
}

function applicationOf(reading: RowReading, common: Common, birthOn: string | null): ApplicationCells {
  const submittedOn = reading.date("submittedOn");
  const decidedOn = reading.date("decidedOn");
  const outcome = reading.word("outcome", outcomes, "onay, ret, iade ya da vazgeçme yazın.");
  const type = reading.word("applicationType", types, "ilk ya da uzatma yazın.");
  if (!submittedOn && !reading.cells.submittedOn) reading.fault("submittedOn", "Başvuru tarihini yazın.");
  if (!type && !reading.cells.applicationType) reading.fault("applicationType", "Başvuru türünü yazın.");
  if (Boolean(reading.cells.outcome) !== Boolean(reading.cells.decidedOn))
    reading.fault("decidedOn", "Sonuç ile karar tarihi birlikte yazılır.");
  if (submittedOn && decidedOn && decidedOn < submittedOn) reading.fault("decidedOn", "Karar, başvurudan önce olamaz.");
  return {
    ...common,
    number: reading.matching("applicationNumber", /^[A-Z0-9-]{4,30}$/, "Başvuru no büyük harf, rakam ve tireden oluşur.") ?? "",
    submittedOn: submittedOn ?? "",
    decidedOn,
    outcome,
    type: type ?? "",
    birthYear: birthOn ? Number(birthOn.slice(0, 4)) : null,
    education: reading.word("education", educations, "Öğrenim: yok, ilkokul, ortaöğretim, meslek, lisans, yüksek lisans ya da doktora."),
  };
}
