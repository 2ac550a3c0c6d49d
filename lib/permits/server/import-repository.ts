// What the records say about the rows of a file. Statements, not calls: they are run past the ORM (platform/db/bulk.ts).
import { type Sql, sql } from "../../platform/db/sql.ts";
import { type RowScope, scopeSql } from "../../platform/db/transaction.ts";

/** Days as their text; `identity` fields are null where the record has no such row. */
export type ExistingPermit = {
  id: string;
  version: number;
  provinceId: number;
  number: string;
  kind: string;
  status: string;
  givenNames: string;
  surname: string;
  sex: string;
  nationality: string;
  personKey: string;
  predecessorId: string | null;
  employerTaxNumber: string | null;
  sector: string | null;
  sizeBand: string | null;
  occupation: string | null;
  validFrom: string;
  validTo: string | null;
  annotations: string[];
  birthOn: string | null;
  foreignerIdIndex: Buffer | null;
  passportIndex: Buffer | null;
  address: Buffer | null;
  keyId: number | null;
};

export const findPermits = (scope: RowScope, numbers: string[]): Sql => sql`
  SELECT p.id, p.version, p.province_id AS "provinceId", p.number, p.kind, p.status, p.given_names AS "givenNames", p.surname, p.sex, p.nationality,
    p.person_key AS "personKey", p.predecessor_id AS "predecessorId", p.employer_tax_number AS "employerTaxNumber", p.sector, p.size_band AS "sizeBand",
    p.occupation, p.valid_from::text AS "validFrom", p.valid_to::text AS "validTo", p.annotations, i.birth_on::text AS "birthOn",
    i.foreigner_id_index AS "foreignerIdIndex", i.passport_index AS "passportIndex", i.address, i.key_id AS "keyId"
  FROM permit p LEFT JOIN permit_identity i ON i.permit_id = p.id AND ${scopeSql(scope, "i.province_id")}
  WHERE p.number = ANY(${numbers}::text[]) AND ${scopeSql(scope, "p.province_id")}`;

export type ExistingApplication = {
  number: string;
  submittedOn: string;
  decidedOn: string | null;
  outcome: string | null;
  type: string;
  education: string | null;
};

export const findApplications = (scope: RowScope, numbers: string[]): Sql => sql`
  SELECT number, submitted_on::text AS "submittedOn", decided_on::text AS "decidedOn", outcome, type, education FROM permit_application
  WHERE number = ANY(${numbers}::text[]) AND ${scopeSql(scope, "province_id")}`;

/** A record's effective interval, end excluded; null where it has none. */
export type KnownTerm = {
  id: string;
  number: string;
  personKey: string;
  kind: string;
  taxNumber: string | null;
  from: string;
  until: string | null;
};

/** What the persons of some rows hold already, within the scope; P4 is asked before the database says it. */
export const findTerms = (scope: RowScope, personKeys: string[]): Sql => sql`
  SELECT id, number, person_key AS "personKey", kind, employer_tax_number AS "taxNumber", lower(during)::text AS "from", upper(during)::text AS until
  FROM (SELECT *, permit_effective(status, valid_from, valid_to, ended_on) AS during FROM permit
    WHERE person_key = ANY(${personKeys}::uuid[]) AND ${scopeSql(scope, "province_id")}) held
  WHERE NOT isempty(during)`;

/** What of a staged row may already stand in another province's records. */
export type Claim = {
  rowNumber: number;
  id: string;
  provinceId: number;
  personKey: string | null;
  number: string | null;
  applicationNumber: string | null;
  kind: string | null;
  taxNumber: string | null;
  validFrom: string | null;
  validTo: string | null;
};

/** Numbers and persons that another province's records hold; asked in the country's scope after a refused commit. */
export const findTaken = (scope: RowScope, claims: readonly Claim[]): Sql => sql`
  SELECT DISTINCT s."rowNumber", 'number' AS "column", 'Bu numara kullanılamıyor; Bakanlık birimine iletildi.' AS message
  FROM json_to_recordset(${JSON.stringify(claims)}::json) AS s("rowNumber" int, id uuid, "provinceId" smallint, "personKey" uuid, number text,
    "applicationNumber" text, kind text, "taxNumber" text, "validFrom" date, "validTo" date)
  LEFT JOIN permit n ON n.number = s.number AND n.id <> s.id AND ${scopeSql(scope, "n.province_id")}
  LEFT JOIN permit_application a ON a.number = s."applicationNumber" AND a.province_id <> s."provinceId" AND ${scopeSql(scope, "a.province_id")}
  LEFT JOIN permit o ON o.person_key = s."personKey" AND o.kind = s.kind AND o.id <> s.id
    AND coalesce(o.employer_tax_number, '') = coalesce(s."taxNumber", '') AND ${scopeSql(scope, "o.province_id")}
    AND permit_effective(o.status, o.valid_from, o.valid_to, o.ended_on) && daterange(s."validFrom", s."validTo", '[]')
  WHERE n.id IS NOT NULL OR a.id IS NOT NULL OR o.id IS NOT NULL`;
