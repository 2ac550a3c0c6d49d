"use client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { exportQueries, useExportPermits } from "@/components/permits/export/export-queries.ts";
import { problemText } from "@/components/shell/imports/import-labels.ts";
import { Banner } from "@/components/ui/banner.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Checkbox } from "@/components/ui/checkbox.tsx";
import { Dialog } from "@/components/ui/dialog.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Progress } from "@/components/ui/progress.tsx";
import { Select } from "@/components/ui/select.tsx";
import type { PermitFilter } from "@/lib/permits/contract.ts";
import { ExportColumn, ExportFormat, type ExportRun } from "@/lib/permits/export-contract.ts";
import { exportLabels } from "@/lib/permits/export-words.ts";
import { formatNumber } from "@/lib/platform/locale/tr.ts";

export type ExportDialogProps = {
  filter: PermitFilter;
  /** The exact count beside the list; the file is refused when it is no longer so. */
  count: number;
  onClose: () => void;
};

/** The list as a file: which columns, how many rows, then a download. The export is recorded. */
export function ExportDialog({ filter, count, onClose }: ExportDialogProps) {
  const start = useExportPermits();
  const exportId = start.data?.id;
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title="Listeyi dışa aktar"
      description="Dosyada kişisel numara yoktur. Dışa aktarma ve indirme denetim kaydına yazılır."
      width="md"
    >
      {exportId ? <Written exportId={exportId} onClose={onClose} /> : <Choice filter={filter} count={count} start={start} />}
    </Dialog>
  );
}

type ChoiceProps = { filter: PermitFilter; count: number; start: ReturnType<typeof useExportPermits> };

function Choice({ filter, count, start }: ChoiceProps) {
  const [format, setFormat] = useState<ExportFormat>("xlsx");
  const [columns, setColumns] = useState<ExportColumn[]>([...ExportColumn.options]);
  const isTooLong = count > 500_000;
  function toggle(column: ExportColumn, isOn: boolean) {
    setColumns(ExportColumn.options.filter((one) => (one === column ? isOn : columns.includes(one))));
  }
  return (
    <>
      {start.error ? <Banner tone="red" title={problemText(start.error)} live className="mb-3" /> : null}
      <Field label="Biçim" className="mb-3 max-w-xs">
        <Select
          value={format}
          onChange={(event) => setFormat(ExportFormat.parse(event.target.value))}
          options={[
            { value: "xlsx", label: "Excel (XLSX)" },
            { value: "csv", label: "CSV (UTF-8, noktalı virgül)" },
          ]}
        />
      </Field>
      <fieldset>
        <legend className="small mb-1 font-medium">Sütunlar</legend>
        <div className="grid grid-cols-2 gap-x-4 gap-y-1 sm:grid-cols-3">
          {ExportColumn.options.map((column) => (
            <Checkbox
              key={column}
              label={exportLabels[column]}
              checked={columns.includes(column)}
              onCheckedChange={(isOn) => toggle(column, isOn === true)}
            />
          ))}
        </div>
      </fieldset>
      <div className="mt-4 flex justify-end">
        <Button
          tone="primary"
          busy={start.isPending ? "Başlatılıyor" : false}
          off={(isTooLong && "En çok 500.000 kayıt aktarılır; filtreyi daraltın") || (columns.length === 0 && "En az bir sütun seçin")}
          onClick={() => start.mutate({ filter: withoutEmpty(filter), format, columns, expected: count })}
        >
          {formatNumber(count)} kaydı aktar
        </Button>
      </div>
    </>
  );
}

/** The endpoint takes the filter as an address has it: numbers as text, nothing undefined. */
function withoutEmpty(filter: PermitFilter): Parameters<ReturnType<typeof useExportPermits>["mutate"]>[0]["filter"] {
  const { province, expiringIn, ...others } = filter;
  return {
    ...others,
    ...(province && { province: province.map(String) }),
    ...(expiringIn !== undefined && { expiringIn: String(expiringIn) }),
  };
}

function Written({ exportId, onClose }: { exportId: string; onClose: () => void }) {
  const { data: run } = useQuery(exportQueries.record(exportId));
  if (!run) return null;
  return (
    <>
      {run.state === "done" || run.state === "failed" ? (
        <Result run={run} />
      ) : (
        <Progress
          label="Dosya yazılıyor"
          done={run.rowsDone}
          total={run.expected}
          note="Pencereyi kapatırsanız dosya yazılmayı sürdürür."
        />
      )}
      <div className="mt-4 flex justify-end gap-2">
        <Button tone="quiet" onClick={onClose}>
          Kapat
        </Button>
        {run.state === "done" ? (
          <a className="btn btn-primary" href={`/api/permits/exports/${run.id}/file`}>
            Dosyayı indir
          </a>
        ) : null}
      </div>
    </>
  );
}

function Result({ run }: { run: ExportRun }) {
  if (run.state === "failed") return <Banner tone="red" title={run.failure ?? "Dosya yazılamadı."} live />;
  return (
    <Banner tone={run.failure ? "amber" : "green"} title={`${formatNumber(run.rowsDone)} kayıt yazıldı.`} live>
      {run.failure}
    </Banner>
  );
}
