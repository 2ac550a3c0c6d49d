"use client";
// Where the ledger's pages are, and what a number of it opens.
import { createSerializer, parseAsArrayOf, parseAsInteger, parseAsString } from "nuqs";

export const movementParsers = {
  series: parseAsString,
  kind: parseAsString,
  account: parseAsString,
  batch: parseAsString,
  shipment: parseAsString,
  case: parseAsString,
  from: parseAsString,
  to: parseAsString,
  after: parseAsInteger,
};

const movements = createSerializer(movementParsers);
const seriesCards = createSerializer({ whereabouts: parseAsArrayOf(parseAsString) });
const serials = createSerializer({ q: parseAsString });
const act = createSerializer({ series: parseAsString, case: parseAsString, ranges: parseAsString, from: parseAsString });

type MovementQuery = { series?: string; kind?: string; account?: string; batch?: string; shipment?: string; case?: string };
type ActQuery = { series?: string; case?: string; ranges?: string; from?: string };

export const ledgerHrefs = {
  home: "/valued-paper",
  series: (code: string) => `/valued-paper/series/${code}`,
  seriesCards: (code: string, whereabouts: readonly string[]) =>
    seriesCards(`/valued-paper/series/${code}/cards`, { whereabouts: [...whereabouts] }),
  movements: (filter: MovementQuery) => movements("/valued-paper/movements", filter),
  movement: (id: string) => `/valued-paper/movements/${id}`,
  destruction: (id: string) => `/valued-paper/movements/${id}/destruction-record`,
  serials: (q: string) => serials("/valued-paper/serials", { q }),
  shipments: "/valued-paper/receipts",
  newShipment: "/valued-paper/receipts/new",
  shipment: (id: string) => `/valued-paper/receipts/${id}`,
  counts: "/valued-paper/counts",
  count: (id: string) => `/valued-paper/counts/${id}`,
  countSheet: (id: string) => `/valued-paper/counts/${id}/sheet`,
  cases: "/valued-paper/cases",
  case: (id: string) => `/valued-paper/cases/${id}`,
  reconciliation: "/valued-paper/reconciliation",
  destructionDraft: (id: string) => `/valued-paper/proposals/${id}/destruction-record`,
  proposal: (id: string) => `/valued-paper/proposals/${id}`,
  act: (name: string, given: ActQuery = {}) => act(`/valued-paper/acts/${name.replace("_", "-")}`, given),
};
