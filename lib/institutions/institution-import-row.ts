// What one row of a file of institutions says, by the rules of the directory's own form. Pure: looks at no record. An empty
// cell says nothing: it leaves a known institution as it is.
import type { CellFault, Cells } from "../platform/import/column.ts";
import { RowReading, words } from "../platform/import/row-reading.ts";
import { provinceName, provinceNumbers } from "../platform/locale/provinces.ts";
import { foldTr } from "../platform/locale/tr.ts";
import { type ChannelKind, detsisPattern, detsisRule, type InstitutionKind, type Relation } from "./contract.ts";
import { knownDistrict, unknownDistrict } from "./district.ts";
import { type AddressRule, channelProblems, normalisedChannels } from "./institution.ts";

/** Channels that a column tells. "Elden" has no address and is left to the form. */
export type ToldKind = Exclude<ChannelKind, "hand">;
export const toldKinds = ["kep", "email", "post"] as const satisfies readonly ToldKind[];

/** Null where the row says nothing. */
export type InstitutionCells = {
  provinceId: number;
  name: string;
  detsisNumber: string | null;
  kind: InstitutionKind | null;
  district: string | null;
  relation: Relation | null;
  dative: string | null;
  genitive: string | null;
  phone: string | null;
  addresses: Record<ToldKind, string[] | null>;
};

/** `provinceId` is whose rows may be taken over; null for the country. */
export type InstitutionFrame = { provinceId: number | null; addressRule: AddressRule };

/** The words of the screens, and others that directories write. */
const kinds = words<InstitutionKind>({
  valilik: "governorship",
  kaymakamlik: "district_governorship",
  universite: "university",
  rektorluk: "university",
  kolluk: "law_enforcement",
  emniyet: "law_enforcement",
  jandarma: "law_enforcement",
  "il mudurlugu": "provincial_directorate",
  mudurluk: "provincial_directorate",
  vakif: "foundation",
  "oda, borsa": "professional_body",
  oda: "professional_body",
  borsa: "professional_body",
  "meslek kurulusu": "professional_body",
  birlik: "union",
  belediye: "municipality",
  diger: "other",
});
const relations = words<Relation>({
  "ust makam": "superior",
  ust: "superior",
  "ayni duzey": "peer",
  "ayni duzey makam": "peer",
  denk: "peer",
  "alt makam": "subordinate",
  alt: "subordinate",
  "tuzel kisi (kamu niteligi olmayan)": "private_body",
  "tuzel kisi": "private_body",
  ozel: "private_body",
});

const plates = new Map(provinceNumbers.map((plate) => [foldTr(provinceName(plate) ?? ""), plate]));

export function understandInstitution(cells: Cells, frame: InstitutionFrame): { row: InstitutionCells; faults: CellFault[] } {
  const reading = new RowReading(cells);
  const told = (column: string, max: number): string | null => plainText(reading, column, max) || null;
  const row: InstitutionCells = {
    detsisNumber: reading.matching("detsisNumber", detsisPattern, detsisRule),
    name: plainText(reading, "name", 300),
    kind: reading.word("kind", kinds, "Böyle bir kurum türü yok."),
    provinceId: provinceOf(reading, frame),
    district: null,
    relation: reading.word("relation", relations, "Üst makam, Aynı düzey, Alt makam ya da Tüzel kişi yazın."),
    addresses: {
      kep: addressesOf(reading, "kep", frame),
      email: addressesOf(reading, "email", frame),
      post: addressesOf(reading, "post", frame),
    },
    phone: told("phone", 40),
    dative: told("dative", 320),
    genitive: told("genitive", 320),
  };
  if (row.name === "") reading.fault("name", "Kurumun adını yazın.");
  return { row: { ...row, district: districtOf(reading, row.provinceId) }, faults: reading.faults };
}

function plainText(reading: RowReading, column: string, max: number): string {
  const value = reading.text(column, max);
  if (/\p{Cc}/u.test(value)) reading.fault(column, "Denetim karakteri içeremez.");
  return value;
}

function provinceOf(reading: RowReading, { provinceId }: InstitutionFrame): number {
  const value = reading.cells.province ?? "";
  const told = /^\d{1,2}$/.test(value) ? Number(value) : (plates.get(foldTr(value)) ?? 0);
  const plate = value === "" ? provinceId : told;
  if (plate === null) reading.fault("province", "İlin plaka kodunu ya da adını yazın.");
  else if (provinceName(plate) === null) reading.fault("province", "Böyle bir il yok; plaka kodunu (1–81) ya da ilin adını yazın.");
  else if (provinceId !== null && plate !== provinceId)
    reading.fault("province", "Satır başka bir ile ait; yalnız kendi ilinizin kurumlarını aktarabilirsiniz.");
  return plate ?? 0;
}

/** As the list of districts writes it; not asked of a row whose province is wrong. */
function districtOf(reading: RowReading, provinceId: number): string | null {
  const value = reading.cells.district ?? "";
  const isPlaced = !reading.faults.some(({ column }) => column === "province");
  if (value === "" || !isPlaced) return null;
  return knownDistrict(provinceId, value) ?? reading.fault("district", unknownDistrict(provinceId));
}

function addressesOf(reading: RowReading, kind: ToldKind, { addressRule }: InstitutionFrame): string[] | null {
  const addresses = (reading.cells[kind] ?? "")
    .split("|")
    .map((one) => one.trim())
    .filter(Boolean);
  if (addresses.length === 0) return null;
  const channels = normalisedChannels(addresses.map((address) => ({ kind, address })));
  const [problem] = channelProblems(channels, addressRule);
  if (problem) reading.fault(kind, problem.message);
  else if (addresses.some((address) => address.length > 200)) reading.fault(kind, "Adres en çok 200 karakter olabilir.");
  return channels.map(({ address }) => address);
}
