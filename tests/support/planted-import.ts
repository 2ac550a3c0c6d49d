// A file of permits as a province sends it, with faults of twelve kinds planted at known rows (quality.md, S9).

import { importColumns } from "../../lib/permits/import-columns.ts";
import type { Cells } from "../../lib/platform/import/column.ts";
import { foreignerIdOf, passportOf, taxNumberOf } from "../../prisma/permits/demo-ids.ts";
import { dice } from "../../prisma/permits/dice.ts";
import { madeName } from "../../prisma/permits/names.ts";
import { type PlantedFault, type PlantedFile, plantedIn } from "./planted-file.ts";

/** Beyond the demo's own persons, employers and numbers. */
const firstPerson = 20_000_000;
const firstEmployer = 500_000;
const firstNumber = 500_000_000;

const otherDigit = (number: string): string => number.slice(0, -1) + ((Number(number.at(-1)) + 1) % 10);

/** Each says in which cell it is found and what the office is told. */
const faults: readonly PlantedFault[] = [
  { kind: "no surname", column: "surname", message: "Soyad boş olamaz", change: () => ({ surname: "" }) },
  {
    kind: "wrong check digit of a person",
    column: "foreignerId",
    message: "denetim rakamları tutmuyor",
    change: ({ foreignerId = "" }) => ({ foreignerId: otherDigit(foreignerId) }),
  },
  {
    kind: "wrong check digit of an employer",
    column: "employerTaxNumber",
    message: "denetim rakamı tutmuyor",
    change: ({ employerTaxNumber = "" }) => ({ employerTaxNumber: otherDigit(employerTaxNumber) }),
  },
  { kind: "unknown kind", column: "kind", message: "Böyle bir izin türü yok", change: () => ({ kind: "sürekli" }) },
  { kind: "impossible day", column: "validFrom", message: "Böyle bir gün yok", change: () => ({ validFrom: "31.02.2026" }) },
  { kind: "end before start", column: "validTo", message: "Bitiş, başlangıçtan önce olamaz", change: () => ({ validTo: "30.11.2010" }) },
  {
    kind: "lost zeros",
    column: "foreignerId",
    message: "baştaki sıfırlar kaybolmuş",
    change: ({ foreignerId = "" }) => ({ foreignerId: foreignerId.replace(/^0+/, "") }),
  },
  {
    kind: "scientific number",
    column: "employerTaxNumber",
    message: "bilimsel gösterime",
    change: () => ({ employerTaxNumber: "5,00012E+05" }),
  },
  { kind: "formula", column: "occupation", message: "Hücrede formül var", change: () => ({ occupation: "=A1" }) },
  { kind: "other province", column: "province", message: "Satır başka bir ile ait", change: () => ({ province: "34" }) },
  {
    kind: "number twice",
    column: "number",
    message: "Aynı numara",
    outcome: "duplicate",
    change: (_row, { number = "" }) => ({ number }),
  },
  {
    kind: "overlapping term",
    column: "validFrom",
    message: "satırın tarihleriyle çakışıyor",
    change: (_row, { number: _number, applicationNumber: _application, ...person }) => person,
  },
];
export const faultKinds = faults.map(({ kind }) => kind);

export const plantedFile = ({ rows, faultCount, first = 0 }: { rows: number; faultCount: number; first?: number }): PlantedFile =>
  plantedIn({ columns: importColumns, faults, rows, faultCount, aRow: (index) => aRow(first + index) });

const day = (text: string): string => text.split("-").reverse().join(".");
const dayAfter = (from: string, days: number): string => new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10);

function aRow(serial: number): Cells {
  const roll = dice(3, serial);
  const employer = Math.floor(serial / 20);
  const submittedOn = dayAfter("2015-01-01", Math.floor(roll() * 4_000));
  const decidedOn = dayAfter(submittedOn, 5 + Math.floor(roll() * 25));
  const validFrom = dayAfter(decidedOn, 7);
  // Given names are few and surnames more, as in a population.
  const name = (among: number) => madeName(Math.floor(roll() * among));
  return {
    number: String(firstNumber + serial),
    province: "68",
    kind: "süreli",
    givenNames: name(500).toUpperCase(),
    surname: `${name(8_000)}ova`.toUpperCase(),
    sex: roll() < 0.4 ? "K" : "E",
    birthOn: day(dayAfter("1960-01-01", Math.floor(roll() * 15_000))),
    nationality: ["SYR", "AFG", "TKM", "UZB", "AZE", "KGZ", "RUS", "UKR"][Math.floor(roll() * 8)] ?? "SYR",
    foreignerId: foreignerIdOf(firstPerson + serial),
    passport: passportOf(firstPerson + serial),
    address: `Örnek Mah. ${1 + Math.floor(roll() * 900)}. Sok. No: ${1 + Math.floor(roll() * 90)} Merkez/Aksaray`,
    employerTaxNumber: taxNumberOf(firstEmployer + employer),
    employerTitle: `${madeName(employer % 8_000)} Gıda Sanayi ve Ticaret Ltd. Şti.`,
    workplaceNumber: String(1_000_000 + employer),
    sector: "ACFGHIS"[Math.floor(roll() * 7)] ?? "C",
    sizeBand: "10-49",
    occupation: String(5_000 + Math.floor(roll() * 400)),
    validFrom: day(validFrom),
    validTo: day(dayAfter(validFrom, 364)),
    annotations: roll() < 0.05 ? "Yalnız bu işyerinde" : "",
    applicationNumber: `B${firstNumber + serial}`,
    submittedOn: day(submittedOn),
    decidedOn: day(decidedOn),
    outcome: "onay",
    applicationType: "ilk",
    education: "lisans",
  };
}
