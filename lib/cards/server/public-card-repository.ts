import { type Sql, sql } from "../../platform/db/sql.ts";
import { type Db, scopeSql } from "../../platform/db/transaction.ts";
import type { CardDesign, CardKind, InvalidReason, StoredValidity } from "../contract.ts";
import type { Entitlement } from "../entitlements.ts";
import type { DesignDays } from "../verification.ts";

// A stranger's look at one card. Public pages see no table but two of configuration: only `public_card`, which takes the
// number and returns the public shape (architecture.md, "Scope twice").

export type PublicCard = {
  number: string;
  kind: CardKind;
  design: CardDesign;
  validity: StoredValidity;
  invalidReason: InvalidReason | null;
  validFrom: string;
  validTo: string | null;
  issuedOn: string | null;
  permitStatus: string;
};

const columns = (number: Sql): Sql => sql`${number} AS number, c.kind, c.design, c.validity, c.invalid_reason AS "invalidReason",
  c.valid_from::text AS "validFrom", c.valid_to::text AS "validTo", c.issued_on::text AS "issuedOn"`;

export async function findByCode(db: Db, number: string): Promise<PublicCard | null> {
  const rows = await db.tx.$queryRaw<PublicCard[]>`
    SELECT ${columns(sql`${number}`)}, c.permit_status AS "permitStatus" FROM public_card(${number}) c`;
  return rows[0] ?? null;
}

/** The year is compared by the database, so that a wrong one and an unknown number come back alike: no row. */
export async function findByBirthYear(db: Db, number: string, birthYear: number): Promise<PublicCard | null> {
  const rows = await db.tx.$queryRaw<PublicCard[]>`
    SELECT ${columns(sql`${number}`)}, c.permit_status AS "permitStatus" FROM public_card(${number}) c WHERE c.birth_year = ${birthYear}`;
  return rows[0] ?? null;
}

export async function findEmployerTitle(db: Db, number: string): Promise<string | null> {
  const rows = await db.tx.$queryRaw<
    { title: string | null }[]
  >`SELECT c.employer_title AS title FROM public_card(${number}) c WHERE c.validity <> 'pending'`;
  return rows[0]?.title ?? null;
}

export type DeskCard = PublicCard & { cardId: string; permitId: string };

/** By the card's own or its serial number, among the rows of whoever asks. */
export async function findAtDesk(db: Db, number: string): Promise<DeskCard | null> {
  const rows = await db.tx.$queryRaw<DeskCard[]>`
    SELECT ${columns(sql`c.number`)}, c.id AS "cardId", c.permit_id AS "permitId", p.status AS "permitStatus"
    FROM card c JOIN permit p ON p.id = c.permit_id AND ${scopeSql(db.scope, "p.province_id")}
    WHERE (c.number = ${number} OR c.serial_number = ${number}) AND ${scopeSql(db.scope, "c.province_id")}`;
  return rows[0] ?? null;
}

export async function listEntitlements(db: Db, kind: CardKind): Promise<Entitlement[]> {
  return db.tx.$queryRaw<Entitlement[]>`SELECT "right", answer, source FROM entitlement WHERE kind = ${kind}`;
}

export async function listDesignDays(db: Db, kind: CardKind): Promise<DesignDays[]> {
  return db.tx.$queryRaw<DesignDays[]>`
    SELECT design, issue_from::text AS "issueFrom", issue_until::text AS "issueUntil", grace_days::int AS "graceDays"
    FROM design_generation WHERE kind = ${kind} ORDER BY issue_from`;
}
