"use client";
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { proposalsQuery } from "@/components/permits/proposals/proposal-queries.ts";
import {
  findSerials,
  listMovements,
  listSeries,
  listSeriesCards,
  listShipments,
  readMovement,
  readSeries,
  readShipment,
} from "@/lib/cards/ledger-contract.ts";
import { readProductionBoard } from "@/lib/cards/production-contract.ts";
import {
  listCases,
  listCounts,
  listStockProposals,
  readCase,
  readCount,
  readDestructionRecord,
  readReconciliation,
  readStockProposal,
} from "@/lib/cards/stock-contract.ts";
import { call } from "@/lib/platform/http/call.ts";
import type { Endpoint, InputOf, OutputOf } from "@/lib/platform/http/endpoint.ts";

const root = ["cards", "ledger"] as const;

function asked<E extends Endpoint>(endpoint: E, input: InputOf<E>) {
  return queryOptions({
    queryKey: [...root, endpoint.name, input],
    queryFn: ({ signal }): Promise<OutputOf<E>> => call(endpoint, input, { signal }),
  });
}

export const ledgerQueries = {
  root,
  seriesList: () => asked(listSeries, {}),
  series: (series: string) => ({ ...asked(readSeries, { series }), placeholderData: keepPreviousData }),
  seriesCards: (series: string, whereabouts: readonly string[], after: number | null) => ({
    ...asked(listSeriesCards, { series, whereabouts: [...whereabouts], ...(after ? { after: String(after) } : {}) }),
    placeholderData: keepPreviousData,
  }),
  serials: (q: string) => ({ ...asked(findSerials, { q }), retry: false }),
  movements: (filter: InputOf<typeof listMovements>) => ({ ...asked(listMovements, filter), placeholderData: keepPreviousData }),
  movement: (movementId: string) => asked(readMovement, { movementId }),
  shipments: () => asked(listShipments, {}),
  shipment: (shipmentId: string) => asked(readShipment, { shipmentId }),
  counts: () => asked(listCounts, {}),
  count: (countId: string) => asked(readCount, { countId }),
  cases: () => asked(listCases, {}),
  case: (caseId: string) => asked(readCase, { caseId }),
  proposals: () => asked(listStockProposals, {}),
  proposal: (proposalId: string) => asked(readStockProposal, { proposalId }),
  destruction: (movementId: string) => asked(readDestructionRecord, { movementId }),
  reconciliation: () => ({ ...asked(readReconciliation, {}), staleTime: 0 }),
};

/** Batches that paper can be allotted to. */
export const boardQuery = () => asked(readProductionBoard, {});

/** A command of the ledger. Whatever came of it, every figure of the ledger is asked again; the caller shows its refusal. */
export function useLedgerCommand<E extends Endpoint>(endpoint: E) {
  const queries = useQueryClient();
  const [idempotencyKey, setIdempotencyKey] = useState(() => crypto.randomUUID());
  return useMutation({
    mutationFn: (input: InputOf<E>) => call(endpoint, input, { idempotencyKey }),
    meta: { handlesErrors: true },
    onSettled: async () => {
      // A deed that is tried again with other words is another deed.
      setIdempotencyKey(crypto.randomUUID());
      await queries.invalidateQueries({ queryKey: root });
      await queries.invalidateQueries({ queryKey: proposalsQuery().queryKey });
    },
  });
}
