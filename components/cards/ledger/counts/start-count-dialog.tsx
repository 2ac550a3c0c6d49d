"use client";
import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { ledgerHrefs } from "@/components/cards/ledger/ledger-hrefs.ts";
import { boardQuery, ledgerQueries, useLedgerCommand } from "@/components/cards/ledger/ledger-queries.ts";
import { refusalText } from "@/components/cards/ledger/refusal-text.ts";
import { ConfirmDialog } from "@/components/ui/dialog.tsx";
import { Field, FieldError } from "@/components/ui/field.tsx";
import { Select } from "@/components/ui/select.tsx";
import { accountWords } from "@/lib/cards/ledger-words.ts";
import { startCount } from "@/lib/cards/stock-contract.ts";
import type { InputOf } from "@/lib/platform/http/endpoint.ts";

type Counted = InputOf<typeof startCount>["account"];
const accounts: readonly Counted[] = ["nvi_vault", "nvi_floor", "spoiled_held", "qa_sample"];

export function StartCountDialog({ onClose }: { onClose: () => void }) {
  const router = useRouter();
  const start = useLedgerCommand(startCount);
  const { data } = useQuery(ledgerQueries.seriesList());
  const codes = (data?.series ?? []).map(({ code }) => code);
  const [chosen, setSeries] = useState("");
  const [account, setAccount] = useState<Counted>("nvi_vault");
  const [batchId, setBatchId] = useState("");
  const series = chosen || codes[0] || "";
  const needsBatch = account === "nvi_floor";
  function confirm() {
    if (series === "" || (needsBatch && batchId === "")) return;
    start.mutate({ series, account, ...(needsBatch ? { batchId } : {}) }, { onSuccess: ({ id }) => router.push(ledgerHrefs.count(id)) });
  }
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title="Hangi hesap sayılacak?"
      consequence="Sayım bitene ya da vazgeçilene kadar bu hesapta hareket yazılamaz ve sayanlara defter rakamı gösterilmez."
      deed="Sayımı başlat"
      busy={start.isPending ? "Başlatılıyor" : false}
      onConfirm={confirm}
    >
      <div className="grid gap-3">
        <Field label="Seri">
          <Select
            value={series}
            options={codes.map((code) => ({ value: code, label: code }))}
            onChange={({ target }) => setSeries(target.value)}
          />
        </Field>
        <Field label="Hesap">
          <Select
            value={account}
            options={accounts.map((each) => ({ value: each, label: accountWords[each] }))}
            onChange={({ target }) => setAccount(target.value as Counted)}
          />
        </Field>
        {needsBatch ? <FloorBatch series={series} value={batchId} onChange={setBatchId} /> : null}
        {start.error ? (
          <div role="alert">
            <FieldError>{refusalText(start.error)}</FieldError>
          </div>
        ) : null}
      </div>
    </ConfirmDialog>
  );
}

function FloorBatch({ series, value, onChange }: { series: string; value: string; onChange: (batchId: string) => void }) {
  const { data } = useQuery(boardQuery());
  const batches = (data?.batches ?? []).filter((batch) => batch.series === series && batch.floorCount > 0);
  return (
    <Field label="Parti" required>
      <Select
        value={value}
        placeholder="Seçiniz"
        options={batches.map(({ id, number }) => ({ value: id, label: number }))}
        onChange={({ target }) => onChange(target.value)}
      />
    </Field>
  );
}
