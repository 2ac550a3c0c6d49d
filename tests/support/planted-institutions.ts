// A file of institutions as a province keeps it, with faults of twelve kinds planted at known rows (quality.md, S9).
import { institutionColumns } from "../../lib/institutions/import-columns.ts";
import type { Cells } from "../../lib/platform/import/column.ts";
import { seedInstitutions } from "../../prisma/seed-institutions.ts";
import { type PlantedFault, type PlantedFile, plantedIn } from "./planted-file.ts";

/** Each says in which cell it is found and what the office is told. */
const faults: readonly PlantedFault[] = [
  { kind: "no name", column: "name", message: "boş olamaz", change: () => ({ name: "" }) },
  {
    kind: "short number",
    column: "detsisNumber",
    message: "8 rakamdır",
    change: ({ detsisNumber = "" }) => ({ detsisNumber: detsisNumber.slice(0, 7) }),
  },
  { kind: "scientific number", column: "detsisNumber", message: "bilimsel gösterime", change: () => ({ detsisNumber: "9,1E+07" }) },
  { kind: "unknown kind", column: "kind", message: "Böyle bir kurum türü yok", change: () => ({ kind: "Muhtarlık" }) },
  { kind: "new without kind", column: "kind", message: "türünü yazın", change: () => ({ kind: "" }) },
  { kind: "other province", column: "province", message: "Satır başka bir ile ait", change: () => ({ province: "Konya" }) },
  { kind: "district of another province", column: "district", message: "bu adda ilçe yok", change: () => ({ district: "Meram" }) },
  { kind: "bent KEP address", column: "kep", message: "KEP adresi", change: ({ kep = "" }) => ({ kep: kep.replace("@hs01", "@") }) },
  { kind: "real e-mail", column: "email", message: ".test ile biten", change: () => ({ email: "bilgi@kurum.example" }) },
  { kind: "formula", column: "phone", message: "Hücrede formül var", change: () => ({ phone: "=A1" }) },
  {
    kind: "number twice",
    column: "detsisNumber",
    message: "Aynı kurum",
    outcome: "duplicate",
    change: (_row, { detsisNumber = "" }) => ({ detsisNumber }),
  },
  {
    kind: "known under another number",
    column: "detsisNumber",
    message: "numarasıyla kayıtlı",
    change: (_row, _earlier, place) => ({ name: seedInstitutions[place % seedInstitutions.length]?.name ?? "", district: "" }),
  },
];

export const plantedInstitutions = ({ rows, faultCount }: { rows: number; faultCount: number }): PlantedFile =>
  plantedIn({ columns: institutionColumns, faults, rows, faultCount, aRow: anInstitutionRow });

const kinds = ["Belediye", "İl müdürlüğü", "Vakıf", "Birlik", "ODA"];

export const anInstitutionRow = (serial: number): Cells => ({
  detsisNumber: String(91_000_000 + serial),
  name: `Deneme ${serial}. Bölge Müdürlüğü`,
  kind: kinds[serial % kinds.length] ?? "",
  province: serial % 2 === 0 ? "68" : "",
  district: "Merkez",
  kep: `bolge${serial}@hs01.kep.test`,
  email: `BILGI@bolge${serial}.test`,
  post: `Örnek Mah. ${serial}. Sok. Merkez/Aksaray`,
  phone: `0382 000 ${String(serial).padStart(4, "0")}`,
});
