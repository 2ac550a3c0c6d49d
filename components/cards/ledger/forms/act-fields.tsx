"use client";
import { useQuery } from "@tanstack/react-query";
import { useFormContext, useWatch } from "react-hook-form";
import { givers, needsBatch, takers } from "@/components/cards/ledger/forms/act-values.ts";
import type { ActName } from "@/components/cards/ledger/forms/act-words.ts";
import { RangesField } from "@/components/cards/ledger/forms/ranges-field.tsx";
import { boardQuery } from "@/components/cards/ledger/ledger-queries.ts";
import { BoundSelect } from "@/components/permits/forms/bound-fields.tsx";
import type { SeriesRecord } from "@/lib/cards/ledger-contract.ts";
import type { Account, SerialRange } from "@/lib/cards/ledger-rows.ts";
import { accountWords } from "@/lib/cards/ledger-words.ts";
import { countOf } from "@/lib/cards/serial-ranges.ts";
import { formatNumber } from "@/lib/platform/locale/tr.ts";

export const actLabels: Record<string, string> = {
  from: "Belgelerin yeri",
  to: "Gideceği yer",
  batchId: "Parti",
  ranges: "Numaralar",
  reason: "Gerekçe",
  witnessName: "Tanığın adı",
  occurredOn: "İşlem günü",
  method: "İmha yöntemi",
  documentNo: "Tutanak no",
  document: "Taranmış tutanak",
  stepUp: "Kimlik doğrulama",
};

/** Which serials, from where, to where; what has only one answer is not asked. */
export function ActFields({ act, record }: { act: ActName; record: SeriesRecord }) {
  "use no memo";
  const { control } = useFormContext();
  const from = useWatch({ control, name: "from" }) as string;
  const balances = record.figures?.balances;
  const optionsOf = (accounts: typeof givers.spoil) =>
    accounts.map((account) => ({
      value: account,
      label: balances ? `${accountWords[account]} (${formatNumber(balances[account])})` : accountWords[account],
    }));
  return (
    <>
      {givers[act].length > 1 ? <BoundSelect name="from" label={actLabels.from} options={optionsOf(givers[act])} required /> : null}
      {takers[act].length > 1 ? <BoundSelect name="to" label={actLabels.to} options={optionsOf(takers[act])} required /> : null}
      {needsBatch(act, from) ? <BatchField series={record.code} /> : null}
      <RangesField
        label={actLabels.ranges}
        series={record}
        isOnFloor={act !== "allot" && needsBatch(act, from)}
        whole={wholeOf(record, from)}
      />
    </>
  );
}

/** The picture's marks are all there is of an account as long as they are as many as it holds. */
function wholeOf({ marks, figures }: SeriesRecord, from: string): SerialRange[] {
  const lying = (marks ?? []).filter(({ account }) => account === from);
  return countOf(lying) === figures?.balances[from as Account] ? lying : [];
}

function BatchField({ series }: { series: string }) {
  const { data } = useQuery(boardQuery());
  const batches = (data?.batches ?? []).filter((batch) => batch.series === series && batch.state !== "cancelled");
  return (
    <BoundSelect
      name="batchId"
      label={actLabels.batchId}
      hint={data && batches.length === 0 ? "Bu seride açık parti yok; parti üretim sayfasında kurulur." : undefined}
      options={batches.map(({ id, number, size, floorCount }) => ({
        value: id,
        label: `${number} (${formatNumber(size)} kart, ${formatNumber(floorCount)} belge ayrılmış)`,
      }))}
      required
    />
  );
}
