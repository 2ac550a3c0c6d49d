"use client";
import { Controller, useFormContext } from "react-hook-form";
import type { ActValues } from "@/components/cards/ledger/forms/act-values.ts";
import { useLedgerCommand } from "@/components/cards/ledger/ledger-queries.ts";
import { refusalText } from "@/components/cards/ledger/refusal-text.ts";
import { Button } from "@/components/ui/button.tsx";
import { FileDrop } from "@/components/ui/file-drop.tsx";
import { fieldIdOf } from "@/components/ui/form-errors.ts";
import { stageStockDocument } from "@/lib/cards/stock-contract.ts";

export type Scan = ActValues["document"];

type ScanDropProps = {
  label: string;
  isOptional?: boolean;
  value: Scan;
  onChange: (scan: Scan) => void;
  error?: string | undefined;
};

/** Put aside on the server as soon as it is chosen, so that a refused form does not lose it. */
export function ScanDrop({ label, isOptional, value, onChange, error }: ScanDropProps) {
  const stage = useLedgerCommand(stageStockDocument);
  async function take(file: File) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    stage.mutate({ file: { name: file.name, bytes } }, { onSuccess: ({ documentId, name }) => onChange({ documentId, name }) });
  }
  const shown = stage.error ? refusalText(stage.error) : error;
  return (
    <>
      <p className="small mb-1 font-medium">
        {label} {isOptional ? <span className="font-normal text-ink-3">(isteğe bağlı)</span> : null}
      </p>
      {value ? (
        <p className="small flex flex-wrap items-center gap-3">
          <span className="[overflow-wrap:anywhere]">{value.name}</span>
          <Button size="sm" tone="quiet" onClick={() => onChange(null)}>
            Kaldır
          </Button>
        </p>
      ) : (
        <FileDrop
          label={label}
          hint="PDF, PNG ya da JPEG, en çok 16 MB"
          accept=".pdf,.png,.jpg,.jpeg"
          maxBytes={16_000_000}
          busy={stage.isPending ? "Yükleniyor" : false}
          {...(shown ? { error: shown } : {})}
          onFiles={([file]) => file && void take(file)}
        />
      )}
    </>
  );
}

export function ScannedDocument({ name, label }: { name: "document"; label: string }) {
  "use no memo";
  const { control } = useFormContext<ActValues>();
  return (
    <Controller
      control={control}
      name={name}
      render={({ field: { value, onChange } }) => (
        <div id={fieldIdOf(name)} tabIndex={-1}>
          <ScanDrop label={label} isOptional value={value} onChange={onChange} />
        </div>
      )}
    />
  );
}
