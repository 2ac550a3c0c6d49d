// The demo's directory beyond Aksaray: who a labour directorate writes to in each of the other 80 provinces. Names of districts
// and state universities are real; numbers and addresses belong to nobody (domain.md, "Facts the design rests on").
import type pg from "pg";
import type { InstitutionKind, Relation } from "../lib/institutions/contract.ts";
import { dativeOf, genitiveOf } from "../lib/institutions/suffix.ts";
import { centralDistrict, districtsOf } from "../lib/platform/locale/districts.ts";
import { provinceName, provinceNumbers } from "../lib/platform/locale/provinces.ts";
import { foldTr } from "../lib/platform/locale/tr.ts";
import { universitiesOf } from "./universities.ts";

type Entry = { name: string; kind: InstitutionKind; relation: Relation; district: string | null };
export type DirectoryEntry = Entry & { provinceId: number; detsisNumber: string; kepAddress: string };

/** Behind the 25 of Aksaray, the units and what tests invent beside them. */
const firstNumber = 99_001_000;

/** Where commerce and industry keep chambers of their own. */
const separateChambers = new Set([1, 6, 10, 20, 26, 27, 34, 35, 38, 41, 42]);

const bodies = (province: string): [name: string, kind: InstitutionKind, relation: Relation][] => [
  [`${province} Valiliği`, "governorship", "superior"],
  [`${province} İl Emniyet Müdürlüğü`, "law_enforcement", "peer"],
  [`${province} İl Jandarma Komutanlığı`, "law_enforcement", "peer"],
  [`${province} İl Müftülüğü`, "provincial_directorate", "peer"],
  [`${province} Aile ve Sosyal Hizmetler İl Müdürlüğü`, "provincial_directorate", "peer"],
  [`${province} Sosyal Güvenlik İl Müdürlüğü`, "provincial_directorate", "peer"],
  [`${province} Gençlik ve Spor İl Müdürlüğü`, "provincial_directorate", "peer"],
  [`${province} İl Millî Eğitim Müdürlüğü`, "provincial_directorate", "peer"],
  [`${province} İl Sağlık Müdürlüğü`, "provincial_directorate", "peer"],
  [`${province} İl Tarım ve Orman Müdürlüğü`, "provincial_directorate", "peer"],
  [`${province} İl Göç İdaresi Müdürlüğü`, "provincial_directorate", "peer"],
  [`${province} Sosyal Yardımlaşma ve Dayanışma Vakfı Müdürlüğü`, "foundation", "private_body"],
  [`${province} Ticaret Borsası Başkanlığı`, "professional_body", "private_body"],
  [`${province} Ziraat Odası Başkanlığı`, "professional_body", "private_body"],
  [`${province} İli Damızlık Koyun Keçi Yetiştiricileri Birliği`, "union", "private_body"],
  [`${province} İli Damızlık Sığır Yetiştiricileri Birliği`, "union", "private_body"],
];

function chambersOf(plate: number, province: string): string[] {
  if (!separateChambers.has(plate)) return [`${province} Ticaret ve Sanayi Odası Başkanlığı`];
  return [`${province} Ticaret Odası Başkanlığı`, `${province} Sanayi Odası Başkanlığı`];
}

function entriesOf(plate: number): Entry[] {
  const province = provinceName(plate) ?? "";
  const districts = districtsOf(plate);
  const seat = districts.includes(centralDistrict) ? centralDistrict : null;
  return [
    ...bodies(province).map(([name, kind, relation]): Entry => ({ name, kind, relation, district: seat })),
    ...chambersOf(plate, province).map((name): Entry => ({ name, kind: "professional_body", relation: "private_body", district: seat })),
    ...universitiesOf(plate).map((name): Entry => ({ name: `${name} Rektörlüğü`, kind: "university", relation: "peer", district: null })),
    ...districts
      .filter((district) => district !== centralDistrict)
      .map((district): Entry => ({ name: `${district} Kaymakamlığı`, kind: "district_governorship", relation: "peer", district })),
  ];
}

/** Of every province but those given, in the order of their plates. Districts of one name stand in several provinces. */
export function directoryBeyond(seeded: readonly number[]): DirectoryEntry[] {
  const entries = provinceNumbers
    .filter((plate) => !seeded.includes(plate))
    .flatMap((plate) => entriesOf(plate).map((entry) => ({ ...entry, provinceId: plate })));
  return entries.map((entry, index) => ({ ...entry, detsisNumber: String(firstNumber + index), kepAddress: kepAddressOf(entry, index) }));
}

const kepAddressOf = ({ name, provinceId }: Entry & { provinceId: number }, index: number): string =>
  `${foldTr(name).replace(/[^a-z0-9]/g, "")}${String(provinceId).padStart(2, "0")}@hs0${(index % 3) + 1}.kep.test`;

/** All in one statement. */
export async function seedDirectory(client: pg.Client, entries: readonly DirectoryEntry[], now: Date): Promise<void> {
  await client.query(
    `WITH told AS (
       SELECT * FROM unnest($1::smallint[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[])
         AS t(province_id, name, kind, district, relation, detsis_number, dative, genitive, address)),
     made AS (
       INSERT INTO institution (province_id, name, kind, district, relation, detsis_number, dative, genitive, is_demo, created_at, updated_at)
       SELECT province_id, name, kind, district, relation, detsis_number, dative, genitive, true, $10, $10 FROM told
       RETURNING id, province_id, detsis_number)
     INSERT INTO institution_channel (province_id, institution_id, position, kind, address)
     SELECT made.province_id, made.id, 1, 'kep', told.address FROM made JOIN told USING (detsis_number)`,
    [
      entries.map(({ provinceId }) => provinceId),
      entries.map(({ name }) => name),
      entries.map(({ kind }) => kind),
      entries.map(({ district }) => district),
      entries.map(({ relation }) => relation),
      entries.map(({ detsisNumber }) => detsisNumber),
      entries.map(({ name }) => dativeOf(name)),
      entries.map(({ name }) => genitiveOf(name)),
      entries.map(({ kepAddress }) => kepAddress),
      now,
    ],
  );
}

/**
 * Who stands under the governor by the Law on Provincial Administration (No. 5442): the ministries' provincial branches
 * (m.4), the police and the gendarmerie (m.11), the district governors (m.27, m.31). Universities, chambers and unions answer
 * to nobody in the province, and a solidarity foundation is a legal person of its own (Law No. 3294).
 */
const underGovernor: InstitutionKind[] = ["district_governorship", "law_enforcement", "provincial_directorate"];

/** What an institution is to whoever writes to it is another matter: `relation`, and with it the closing, stays as it was. */
export async function seedHierarchy(client: pg.Client): Promise<void> {
  await client.query(
    `UPDATE institution i SET parent_id = g.id FROM institution g
     WHERE g.kind = 'governorship' AND g.province_id = i.province_id AND i.kind = ANY($1::text[])`,
    [underGovernor],
  );
}
