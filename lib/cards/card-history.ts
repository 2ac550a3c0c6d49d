// The life of a card: each event holds the columns as they became, so that folding them gives the row again. The three axes
// stand in one history and never in one field (B16).
import { z } from "zod";
import type {
  CardDesign,
  CardKind,
  CardWhereabouts,
  CardWork,
  DeliveredTo,
  InvalidReason,
  RequestReason,
  StoredValidity,
} from "./contract.ts";

export const CardAxis = z.enum(["work", "whereabouts", "validity", "record"]);
export type CardAxis = z.infer<typeof CardAxis>;

/** What happened; `invalidated` and `shortened` are also written by the database when the permit changes (P6, K2). */
export const CardEventKind = z.enum([
  "requested",
  "imported",
  "queued",
  "batched",
  "unbatched",
  "personalised",
  "rejected",
  "corrected",
  "quality_passed",
  "quality_failed",
  "packed",
  "handed_over",
  "closed",
  "carrier_reported",
  "delivered_by_hand",
  "resent",
  "destroyed",
  "delivery_corrected",
  "inquiry_opened",
  "found",
  "activated",
  "damage_reported",
  "data_error_reported",
  "invalidated",
  "shortened",
  "address_confirmed",
]);
export type CardEventKind = z.infer<typeof CardEventKind>;

export type CardColumns = {
  permitId: string;
  number: string;
  kind: CardKind;
  design: CardDesign;
  series: string | null;
  serial: bigint | null;
  serialNumber: string | null;
  legacyNumber: string | null;
  work: CardWork;
  workSince: Date;
  whereabouts: CardWhereabouts | null;
  whereaboutsSince: Date | null;
  deliveredTo: DeliveredTo | null;
  validity: StoredValidity;
  invalidReason: InvalidReason | null;
  activatedAt: Date | null;
  invalidatedAt: Date | null;
  validFrom: string;
  validTo: string | null;
  issuedOn: string | null;
  requestedAt: Date;
  requestReason: RequestReason;
  replacesId: string | null;
  batchId: string | null;
  barcode: string | null;
  addressConfirmedAt: Date | null;
};

export const instantColumns = [
  "workSince",
  "whereaboutsSince",
  "activatedAt",
  "invalidatedAt",
  "requestedAt",
  "addressConfirmedAt",
] as const;
const instants = new Set<string>(instantColumns);

export type CardValue = string | null;
/** As it stands in an event: instants in ISO 8601, a serial as its digits. */
export type CardChange = Partial<Record<keyof CardColumns, CardValue>>;

/** Columns as an event keeps them. */
export function changeOf(columns: Partial<CardColumns>): CardChange {
  return Object.fromEntries(Object.entries(columns).flatMap(([name, value]) => (value === undefined ? [] : [[name, kept(value)]])));
}

const kept = (value: Date | bigint | string | null): CardValue => {
  if (value === null) return null;
  return value instanceof Date ? value.toISOString() : String(value);
};

/** Events in the order of their versions, to the columns they amount to. */
export const foldEvents = (changes: readonly CardChange[]): CardChange => Object.assign({}, ...changes) as CardChange;

/** Names of the columns in which a row differs from its folded events. */
export function differences(columns: CardColumns, folded: CardChange): string[] {
  return Object.entries(changeOf(columns)).flatMap(([name, value]) => {
    const other = folded[name as keyof CardColumns] ?? null;
    return same(name, value ?? null, other === null ? null : String(other)) ? [] : [name];
  });
}

/** The database writes an instant with its own offset. */
function same(name: string, left: CardValue, right: CardValue): boolean {
  if (left === null || right === null) return left === right;
  return instants.has(name) ? Date.parse(left) === Date.parse(right) : left === right;
}
